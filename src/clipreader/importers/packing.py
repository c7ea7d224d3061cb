"""A page and the pictures of its folder become one file, as a browser would have saved them.

What is kept of an article is one file that is enough to read it again. So a page that came with a
folder is kept as MHTML: the page as it was, byte for byte, then its pictures, at the places where
the page looks for them. The same files give the same bytes, so that they are known when they come
again.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import quote, unquote

from clipreader.importers import mhtml
from clipreader.importers.page.pictures import media_type_of

PAGE_FOLDERS = ("_files", ".files", "-Dateien", "_archivos", "_fichiers", "_arquivos")
"""How browsers name the folder of a saved page's pictures, scripts and frames."""

_PIECES = (re.compile(rb"""[^"<>/\\]{3,1000}"""), re.compile(rb"""[^"'()<>/\\]{3,1000}"""))
"""What stands between two signs that end a name; "quay(1).jpg" is one, and so is ``url(a.jpg)``."""

_LOOKED_AT = 4_000_000
"""Bytes of a page in which names are looked for."""

_HERE = "thismessage:/"
"""The folder of a page that has no address of its own (RFC 2557, section 5)."""


def packed(
    page: bytes, pictures: Mapping[str, bytes], encoding: str | None = None
) -> tuple[str, bytes]:
    """Return the media type and the bytes of a page with its pictures.

    ``pictures`` are by their ways from the page ("Night Ferry_files/quay.png"); ``encoding`` is
    what the page is in, where only its sender says so.
    """
    digest = hashlib.sha256(page)
    if encoding:
        digest.update(encoding.encode())
    for way, picture in sorted(pictures.items()):
        digest.update(f"\n{way}\n".encode() + hashlib.sha256(picture).digest())
    border = f"=_{digest.hexdigest()}"
    return mhtml.MEDIA_TYPE, b"\r\n".join(_lines(border, page, pictures, encoding))


def named_in(page: bytes, names: Collection[str]) -> frozenset[str]:
    """Return those of some names of files, without their folders, that a page names."""
    found: set[str] = set()
    for pieces in _PIECES if names else ():
        for piece in pieces.finditer(page, 0, _LOOKED_AT):
            if b"." in piece[0]:
                found.update(name for name in _names_of(piece[0]) if name in names)
    return frozenset(found)


def _names_of(piece: bytes) -> Iterator[str]:
    """Yield what a piece of a page may mean as the name of a file."""
    words = html.unescape(piece.decode("utf-8", "replace"))
    for written in (words, *words.split()):
        for name in (written, written.strip("',"), written.rpartition("=")[2].strip("',")):
            yield name
            if "%" in name:
                yield unquote(name)


def _lines(
    border: str, page: bytes, pictures: Mapping[str, bytes], encoding: str | None
) -> Iterator[bytes]:
    yield b"MIME-Version: 1.0"
    yield f'Content-Type: multipart/related; type="text/html"; boundary="{border}"'.encode()
    yield b""
    kind = f"text/html; charset={encoding}" if encoding else "text/html"
    yield from _part(border, kind, "binary", "page.html")
    yield page
    for way, picture in sorted(pictures.items()):
        yield from _part(border, media_type_of(picture) or "", "base64", way)
        yield base64.encodebytes(picture).strip().replace(b"\n", b"\r\n")
    yield f"--{border}--".encode()


def _part(border: str, kind: str, coded: str, way: str) -> Iterator[bytes]:
    yield f"--{border}".encode()
    yield f"Content-Type: {kind}".encode()
    yield f"Content-Transfer-Encoding: {coded}".encode()
    yield f"Content-Location: {_HERE}{quote(way)}".encode()
    yield b""
