"""Damaged and hostile files of every format, each made from its number alone."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.formats import hostile
from tests.formats.manuscripts import NAMES, manuscript
from tests.formats.written import FORMATS, PICTURES, page_of
from tests.importers import containers
from tests.importers.documents.manuscript import zipped
from tests.importers.mutation import mutated

ENDINGS = {
    "text": "txt", "markdown": "md", "page": "html", "page and folder": "html", "MHTML": "mhtml",
    "web archive": "webarchive", "SingleFile": "html", "DOCX": "docx", "ODT": "odt", "RTF": "rtf",
    "EPUB": "epub", "mail": "eml", "text mail": "eml", "PDF": "pdf", "zip": "zip",
    "clipboard": "html",
}  # fmt: skip
PACKAGES = ("DOCX", "ODT", "EPUB", "zip")
_STREAM = re.compile(rb"(stream\r?\n)(.*?)(\nendstream)", re.DOTALL)
BOMBS = 30
"""One file in so many is not damaged but made to harm."""

Alter = Callable[[bytes], bytes]
_AROUND: dict[str, Callable[[str], bytes]] = {
    "MHTML": containers.mhtml,
    "web archive": lambda markup: containers.webarchive(markup=markup),
    "mail": containers.mail,
}
"""What packs a page, so that it can be damaged inside its container."""

_HOSTILE: dict[str, Callable[[random.Random], bytes]] = {
    "text": lambda chance: hostile.text(chance).encode("utf-8", "replace"),
    "markdown": lambda chance: hostile.text(chance).encode("utf-8", "replace"),
    "RTF": hostile.rich_text,
    "PDF": hostile.pdf,
    "text mail": hostile.mail,
}


@dataclass(frozen=True)
class Damaged:
    """One file, and the pictures that lie in its folder, by their names."""

    name: str
    data: bytes
    beside: dict[str, bytes]


@cache
def whole(form: str, name: str) -> bytes:
    """An article as a whole file."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        source = FORMATS[form](manuscript(name), folder)
        found = [path for path in folder.iterdir() if path.is_file()]
        return found[0].read_bytes() if found else source.data


def damaged(form: str, number: int) -> Damaged:
    """Return the damaged file of a format that has this number, always the same."""
    chance = random.Random(f"{form} {number}")
    name = NAMES[number % len(NAMES)]
    data = _bomb(form, name, chance) if number % BOMBS == 0 else _damaged(form, name, chance)
    beside: dict[str, bytes] = {}
    if form == "page and folder":
        pictures = [one.picture for one in manuscript(name).pieces if one.picture]
        beside = {f"{n}.png": mutated(one, n, number % 4) for n, one in enumerate(pictures)}
    return Damaged(f"article.{ENDINGS[form]}", data, beside)


def _damaged(form: str, name: str, chance: random.Random) -> bytes:
    def alter(data: bytes) -> bytes:
        return _altered(data, chance)

    data = whole(form, name)
    if chance.random() < 0.4:
        return alter(data)
    if form in PACKAGES:
        return _part_altered(data, alter, chance)
    if form == "PDF":
        return _STREAM.sub(lambda found: _stream_altered(found, alter, chance), data)
    if form in _AROUND:
        page = alter(page_of(manuscript(name)).encode())
        return _AROUND[form](page.decode("utf-8", "replace"))
    return alter(data)


def _altered(data: bytes, chance: random.Random) -> bytes:
    """Flip bits, cut the end off, swap two halves, or change pieces."""
    if not data:
        return data
    kind = chance.randrange(4)
    if kind == 0:
        made = bytearray(data)
        for _ in range(chance.choice((1, 3, 20, 200))):
            made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
        return bytes(made)
    if kind == 1:
        return data[: chance.randrange(len(data))]
    if kind == 2:
        one, other = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
        return data[other:] + data[one:other] + data[:one]
    return mutated(data, chance.randrange(1 << 30), chance.choice((1, 4, 20)))


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _part_altered(data: bytes, alter: Alter, chance: random.Random) -> bytes:
    """Change one part of a package, or the names of two."""
    parts = _parts(data)
    one, other = chance.choice(sorted(parts)), chance.choice(sorted(parts))
    if chance.random() < 0.15:
        parts[one], parts[other] = parts[other], parts[one]
    else:
        parts[one] = alter(parts[one])
    return zipped(dict(parts), stored=("mimetype",))


def _stream_altered(found: re.Match[bytes], alter: Alter, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return found[0]
    try:
        inner = alter(zlib.decompress(found[2]))
    except zlib.error:
        return found[1] + alter(found[2]) + found[3]
    return found[1] + zlib.compress(inner) + found[3]


def _bomb(form: str, name: str, chance: random.Random) -> bytes:
    if form in _HOSTILE:
        return _HOSTILE[form](chance)
    if form in PACKAGES:
        return _package_bomb(_parts(whole(form, name)), chance)
    if form == "web archive" and chance.random() < 0.5:
        return hostile.property_list(chance)
    if form in ("mail", "MHTML") and chance.random() < 0.3:
        return hostile.mail(chance)
    page = page_of(manuscript(name))
    middle = page.find("<p>", len(page) // 2)
    bad = hostile.mark_up(chance)
    page = chance.choice((bad, page[:middle] + bad + page[middle:]))
    if form == "page and folder":
        page += "".join(f'<img src="{PICTURES}/{n}.png">' for n in range(3))
    return _AROUND[form](page) if form in _AROUND else page.encode("utf-8", "replace")


def _package_bomb(parts: dict[str, bytes], chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return hostile.zipped_bomb(parts, chance)
    pages = [one for one, data in parts.items() if b"<" in data[:200] and b"</" in data]
    target = chance.choice(sorted(pages))
    written = parts[target].decode("utf-8", "replace")
    is_page = target.endswith(("html", "xhtml"))
    made = hostile.mark_up(chance) if is_page else hostile.xml(written, chance)
    parts[target] = made.encode("utf-8", "replace")
    return zipped(dict(parts), stored=("mimetype",))
