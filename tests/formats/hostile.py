"""What hostile people make: bombs, endless lists and nesting without an end, of every family."""

from __future__ import annotations

import io
import plistlib
import random
import zipfile
from collections.abc import Callable, Sequence
from functools import cache

WORDS = "The ferry left the quay at nine, and nobody on board had said a word about the piano. "
SIZES = (300, 5_000, 60_000)
"""How often a piece is repeated; the largest are what a limit is for."""

LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha ha ha ha ">'
    for n in range(10)
)
DATA = '<script type="application/ld+json">'
OUTSIDE = '<!DOCTYPE a [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>'
BOMBED = f"<!DOCTYPE a [{LAUGHS}]>"
SQUARE = f'<!DOCTYPE a [<!ENTITY l9 "{WORDS * 600}">]>'
KEY = "<key>WebMainResource</key>"
PIECES = [
    *("a\u0301\u0323", "\u202e\u2066x", "> ", "[", "](", "*a ", "`", "\0", "1. a\n", "\t", "- "),
    *("|a|b", "By A B\n", "\U0001f600", WORDS, "\n\n" + WORDS, "#", "<p>", "  - a\n", "{", "“"),
    *("Photo: A B\n", "4 July 2024\n", "a\tb\n"),
]
"""What a hostile text repeats."""

CONTROLS = [
    *(
        "{",
        "{\\b x",
        "\\u-10179?",
        "{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt a",
        "\\trowd\\cell",
    ),
    *("\\bin99999999 ", "{\\pict\\pngblip 89504e47", "\\'e9", "\\par x", "{\\footnote a", "\\uc8"),
    *("\\row\\cell\\intbl ", "{\\listtext 1.}", "{\\fonttbl{\\f0 A;}", "\\s99999999999 ", "}"),
]
"""What a hostile rich text repeats."""

DRAWN = [
    *("q ", "[", "BT /F0 9 Tf (a) Tj ET ", "/X Do ", "(", "BT (a) Tj ", "<<"),
    *("1 0 0 1 0 0 cm ", "BI ID "),
]
"""What a hostile page of print repeats."""


def mark_up(chance: random.Random) -> str:
    """A page that takes much to read."""
    many = chance.choice(SIZES)
    tags = ["div", "b", "ul><li", "table><tr><td", "blockquote", "figure", "a href=x", "svg", "q"]
    tag = chance.choice(tags)
    made: Sequence[Callable[[], str]] = (
        lambda: f"<{tag}>" * many + WORDS,
        lambda: f"<{tag}>{WORDS}" * (many // 4),
        lambda: f"<p>{WORDS * 20}</p>" + "<p>a" * (many * 4),
        lambda: f"<div {' '.join(f'a{n}=1' for n in range(many))}>{WORDS}</div>",
        lambda: f"{BOMBED}<html><body><p>{WORDS * 9}&l9;</p>" + "<p>&l9;</p>" * (many // 9),
        lambda: f"{OUTSIDE}<html><body><p>{WORDS * 9}&l9;</p></body></html>",
        lambda: f"<p>{WORDS * 9}</p><!--" + "<!--" * many,
        lambda: f"<p>{WORDS * 9}</p><script>" + "</scrip" * many,
        lambda: f"<p>{WORDS * 9}<b></p>" * (many // 9) + "</i></p></b>" * many,
        lambda: f'<img src="data:image/png;base64,{"iVBORw0K" * many}"><p>{WORDS * 9}</p>',
        lambda: f"{DATA}{'[' * many}</script><p>{WORDS * 9}</p>",
        lambda: DATA + '{"a":' * many + f"</script><p>{WORDS * 9}</p>",
        lambda: f"<table>{'<tr><td>1<td>2' * many}</table><p>{WORDS * 9}</p>",
        lambda: f"<ol start=99999999999>{'<li>one' * many}</ol><p>{WORDS * 9}</p>",
        lambda: f"<p>{'&amp;' * many}{'&#x10FFFF;' * many}{WORDS * 9}</p>",
        lambda: f"<p>{WORDS * (many // 9)}</p>",
    )
    return chance.choice(made)()


def xml(whole: str, chance: random.Random) -> str:
    """The XML of a document with a bomb in its head, or with nesting where its words are."""
    many = chance.choice(SIZES)
    declared = whole.partition("?>")[2] if whole.startswith("<?xml") else whole
    head = chance.choice((BOMBED, OUTSIDE, SQUARE, ""))
    if head:
        return head + declared.replace("</", "&l9;" * chance.choice((1, 40)) + "</", 3)
    start = declared.rfind("<", 0, len(declared) // 2)
    end = declared.find(">", start) + 1
    return declared[:end] + declared[start:end] * many + declared[end:]


def text(chance: random.Random) -> str:
    """A text that takes much to read."""
    many = chance.choice(SIZES)
    piece = chance.choice(PIECES)
    aliases = "".join(f"b{n}: &b{n} [*b{n - 1}, *b{n - 1}]\n" for n in range(1, 40))
    front = f"---\ntitle: &b0 [x]\n{aliases}---\n"
    return chance.choice(("", "", front, "---\n" + "[" * 900 + "\n---\n")) + piece * many


def rich_text(chance: random.Random) -> bytes:
    """A rich text that takes much to read."""
    many = chance.choice(SIZES)
    piece = chance.choice(CONTROLS)
    return f"{{\\rtf1\\ansi {WORDS * 5}{piece * many}".encode()


def mail(chance: random.Random) -> bytes:
    """A mail that takes much to take apart."""
    many = chance.choice(SIZES)
    head = "From: a <a@b.example>\nTo: b\nSubject: Tides\nMIME-Version: 1.0\n"
    nested = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(many // 10)
    )
    made: Sequence[Callable[[], str]] = (
        lambda: f"{head}{nested}Content-Type: text/plain\n\n{WORDS}",
        lambda: head + "X-A: b\n" * many + f"\n{WORDS}",
        lambda: head + f"Subject: {'=?utf-8?q?a?= ' * many}\n\n{WORDS}",
        lambda: (
            f'{head}Content-Type: multipart/mixed; boundary="b"\n\n' + f"--b\n\n{WORDS}\n" * many
        ),
        lambda: f"{head}Content-Transfer-Encoding: base64\n\n" + "TWlu\n" * many,
        lambda: f"{head}Content-Transfer-Encoding: quoted-printable\n\n" + "=E9=\n" * many,
        lambda: f"{head}Content-Type: text/plain; {'a*0=b;' * many}\n\n{WORDS}",
        lambda: f"{head}From: {'(' * many}\n\n{WORDS}",
    )
    return chance.choice(made)().encode()


def property_list(chance: random.Random) -> bytes:
    """A web archive that takes much to take apart."""
    many = chance.choice(SIZES)
    start = '<?xml version="1.0"?>'
    made: Sequence[Callable[[], bytes]] = (
        f"{start}<plist>{'<array>' * many}".encode,
        f"{start}{BOMBED}<plist><dict>{KEY}&l9;</dict></plist>".encode,
        f"{start}<plist><dict>{f'{KEY}<dict>' * many}".encode,
        lambda: plistlib.dumps({"WebMainResource": [0] * many}, fmt=plistlib.FMT_BINARY),
        # one list that holds itself
        lambda: b"bplist00\xa1\x00" + b"\x08" + bytes(6) + b"\x01\x01" + bytes(7) + b"\x01"
        + bytes(8) + bytes(7) + b"\x0a",
        lambda: b"bplist00" + b"\xaf\x13" + b"\x7f" * 8 + bytes(32),
    )  # fmt: skip
    return chance.choice(made)()


def pdf(chance: random.Random) -> bytes:
    """A PDF that takes much to draw, or leads in circles."""
    many = chance.choice(SIZES)
    shown = chance.choice(DRAWN) * many
    pages = chance.choice(
        ("[3 0 R]", "[2 0 R]", "[3 0 R 2 0 R]", "[" * many, "[3 0 R " * 400 + "]")
    )
    count = chance.choice(("1", "-1", "2147483647", "399", "4000"))
    form = "/Resources<</XObject<</X 5 0 R>>>>"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids{pages}/Parent 2 0 R>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R{form}>>",
        f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
        f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]{form}/Length 6>>stream\n/X Do \nendstream",
    )
    body = "".join(f"{n} 0 obj\n{one}\nendobj\n" for n, one in enumerate(objects, 1))
    trailer = chance.choice(("", "/Prev 9", "/Size 99999999", "/XRefStm 15"))
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R{trailer}>>\nstartxref\n9\n%%EOF\n".encode()


def _part(name: str) -> zipfile.ZipInfo:
    """The head of a part, of a fixed time: a number always makes the same file."""
    made = zipfile.ZipInfo(name, (2024, 5, 17, 9, 30, 0))
    made.compress_type = zipfile.ZIP_DEFLATED
    return made


@cache
def _packed_blanks(size: int) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
        package.open(_part("blanks"), "w", force_zip64=True) as part,
    ):
        for _ in range(size >> 20):
            part.write(b" " * (1 << 20))
    return made.getvalue()


def zipped_bomb(parts: dict[str, bytes], chance: random.Random) -> bytes:
    """A package one part of which unpacks to much more, or which holds very many parts."""
    made = io.BytesIO()
    target = chance.choice(sorted(parts))
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, data in parts.items():
            package.writestr(_part(name), _swollen(data, chance) if name == target else data)
        for number in range(chance.choice((0, 0, 3_000))):
            package.writestr(_part(f"more/{number}.html"), "<p>a")
        if chance.random() < 0.3:
            package.writestr(_part("inside.zip"), _packed_blanks(300 << 20))
    return made.getvalue()


def _swollen(data: bytes, chance: random.Random) -> bytes:
    """A part with up to 300 million blanks where they do no harm to its grammar."""
    at = data.rfind(b"</") if data.rstrip().endswith(b">") else len(data)
    return data[:at] + b" " * chance.choice((1, 30, 300)) * 1_000_000 + data[at:]
