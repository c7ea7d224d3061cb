"""One article in plain records, from which the builders beside this file write every format."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """Some words and how they are set."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None


@dataclass(frozen=True)
class Piece:
    """One paragraph: ``kind`` is title, deck, heading, text, quote, item, caption or table.

    A caption's picture stands above it; ``rows`` are a table's; ``note`` is a footnote at the end.
    A "number" is an item of a numbered list, and ``level`` its number. Other kinds are set as text.
    """

    kind: str
    runs: tuple[Run, ...] = ()
    level: int = 1
    picture: bytes | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    note: str | None = None

    @property
    def text(self) -> str:
        if self.kind == "table":
            return "\n".join("\t".join(row) for row in self.rows)
        return "".join(run.text for run in self.runs)


def piece(kind: str, *words: str | Run, **more) -> Piece:
    return Piece(kind, tuple(Run(w) if isinstance(w, str) else w for w in words), **more)


def zipped(parts: dict[str, str | bytes], *, stored: tuple[str, ...] = ()) -> bytes:
    """A zip of these parts, in this order."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            how = zipfile.ZIP_STORED if name in stored else None
            info = zipfile.ZipInfo(name, (2024, 5, 17, 9, 30, 0))
            package.writestr(info, data, how if how is not None else zipfile.ZIP_DEFLATED)
    return written.getvalue()


def png(shade: int = 120, side: int = 24) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    rows = b"".join(b"\0" + bytes((shade + n) % 256 for n in range(side)) for _ in range(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows, 0))
        + chunk(b"IEND", b"")
    )


FERRY = (
    piece("title", "The night ferry keeps its lamp lit"),
    piece("deck", "For forty years one family has met the last boat at the Hollin quay"),
    piece(
        "text",
        "HOLLIN — The last boat came in at ",
        Run("twenty past nine", emphasis=True),
        " on Tuesday, with forty-one passengers, two dogs and a piano that nobody had announced.",
    ),
    piece(
        "caption",
        "Mara Ellery lifts the lamp at the end of the quay. Photo: Jonas Tide",
        picture=png(),
    ),
    piece("heading", "A promise made in winter", level=2),
    piece(
        "text",
        "“We were told that somebody must ",
        Run("always", strong=True),
        " be there”, said Ellery, who is 63 and mends nets by day. The harbour’s ",
        Run("own register", link="https://harbour.example/register"),
        " bears her out: no night is missing.",
    ),
    piece("quote", "Whoever sees a light, her father used to say, rows towards it."),
    piece("text", "What the council wants to keep, according to its paper of the third of May:"),
    piece("item", "the lamp and its post"),
    piece("item", "the bench, once it is mended"),
    piece("table", rows=(("Year", "Passengers"), ("1984", "12,400"), ("2023", "9,180"))),
    piece("text", "Nothing will be decided before the autumn. The lamp is lit at dusk, as ever."),
)
"""An article with one of everything."""

BAKERY = (
    piece("title", "Die Bäckerei öffnet wieder – für drei Tage im Monat"),
    piece("deck", "In Oberlauben backen elf Nachbarn, was vorher einer allein buk"),
    piece(
        "text", "OBERLAUBEN. Um halb fünf brennt Licht in der Kirchgasse, und es riecht nach Brot."
    ),
    piece("heading", "Elf Schlüssel, ein Ofen", level=2),
    piece("text", "„Allein hätte ich es nie gewagt“, sagt Grete Anzinger und streut Mehl nach."),
    piece("text", "Der alte Meister kommt manchmal vorbei, kostet und sagt nichts."),
    piece("caption", "Grete Anzinger am Ofen von 1931. Foto: Pirmin Kofler", picture=png(40)),
    piece("text", "Im November wollen sie darüber abstimmen, ob daraus vier Tage werden."),
)

TOWER = (
    piece("title", "La torre del reloj vuelve a dar la hora equivocada"),
    piece("text", "Desde el lunes, el reloj de la plaza de Arganza adelanta once minutos exactos."),
    piece(
        "text", "El relojero, Tomás Leiva, asegura que «no es culpa del reloj, sino del viento»."
    ),
    piece("heading", "Once minutos", level=2),
    piece("item", "los niños salen antes de la escuela"),
    piece("item", "el autobús llega, por fin, a su hora"),
    piece("text", "El ayuntamiento ha pedido un informe, y el informe ha pedido más tiempo."),
)
ARTICLES = {"ferry": FERRY, "bakery": BAKERY, "tower": TOWER}
