"""EPUB: a zip of pages in reading order, of which each chapter is an article of its own.

``META-INF/container.xml`` names the package document, whose spine is the reading order (EPUB 3.3,
https://www.w3.org/TR/epub-33/). A chapter is taken out as a page with its pictures, and kept and
read as such. What a book says of itself to be its cover, its contents or the like is no chapter,
and neither is a page without words.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from clipreader.importers.package import Element, Package, attribute, local_name
from clipreader.importers.packing import named_in, packed
from clipreader.importers.page.pictures import is_picture
from clipreader.model import Source, UnreadableSource

LARGEST_LISTS = 2_000_000
"""Bytes that what a book says of itself may have."""

LARGEST_CHAPTER = 8_000_000
"""Bytes that the page of a chapter may have when it is unpacked."""

MOST_CHAPTERS = 2_000
"""Chapters that are taken out of one book."""

_CONTAINER = "META-INF/container.xml"
_LOCKED = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html")
_BESIDE = frozenset(
    {"cover", "toc", "title-page", "titlepage", "copyright-page", "landmarks", "page-list"}
    | {"index", "loi", "lot", "lof", "colophon"}
)
"""What the guide of a book (OPF 2.0.1) and the parts of its pages (EPUB 3) call what is none."""

_TAG = re.compile(rb"<[^<>]*>")
_BODY_TYPE = re.compile(rb"<(?:body|section)\b[^>]{0,400}?epub:type=[\"']([\w -]{1,100})", re.I)


class Book:
    """The chapters of one EPUB. Its methods raise UnreadableSource."""

    def __init__(self, source: Source) -> None:
        self._name = source.name
        self._package = Package(source)

    def places(self) -> tuple[str, ...]:
        """Return the places of the chapters in the book, in reading order."""
        self._package.begin_anew()
        found = tuple(_chapters(self._package, self._name))
        if not found:
            raise UnreadableSource(f"“{self._name}” holds no chapter with words.")
        return found

    def strangers(self) -> tuple[str, ...]:
        """Return nothing: what is no chapter belongs to the book."""
        return ()

    def take_out(self, place: str) -> tuple[str, bytes]:
        """Return the media type and the bytes of a chapter.

        With pictures it is a page packed with them, else the page as it lies in the book.
        """
        self._package.begin_anew()
        page = self._package.part(place, LARGEST_CHAPTER)
        if page is None:
            raise UnreadableSource(f"“{self._name}” holds no “{place}”.")
        pictures = dict(_pictures(self._package, place, page))
        return packed(page, pictures) if pictures else ("text/html", page)


def _package_place(package: Package) -> str:
    root = _opened(package, _CONTAINER)
    for one in root.iter():
        if local_name(one) == "rootfile" and (place := one.get("full-path")):
            return place
    raise package.damaged("it names no package document")


def _opened(package: Package, place: str) -> Element:
    """Return the tree of one of the book's own lists. Raises UnreadableSource."""
    if len(package.part(place, LARGEST_LISTS) or b"") == 0:
        raise package.damaged(f"{place} is missing")
    root = package.tree(place)
    if root is None:
        raise package.damaged(f"{place} is missing")
    root.set("place", place)
    return root


def _chapters(package: Package, book: str) -> Iterator[str]:
    root = _opened(package, _package_place(package))
    folder = posixpath.dirname(root.get("place") or "")
    pages: dict[str, str] = {}
    beside: set[str] = set()
    spine: list[str] = []
    for one in root.iter():
        name, place = local_name(one), _place(folder, one.get("href"))
        if name == "item" and one.get("media-type") in _PAGES:
            pages[one.get("id") or ""] = place
            if "nav" in (one.get("properties") or "").split():
                beside.add(place)
        elif name == "reference" and (attribute(one, "type") or "").lower() in _BESIDE:
            beside.add(place)
        elif name == "itemref" and one.get("linear") != "no":
            spine.append(one.get("idref") or "")
    wanted = [pages[ref] for ref in dict.fromkeys(spine) if ref in pages]
    locked = package.part(_LOCKED, LARGEST_LISTS) or b""
    for place in wanted[:MOST_CHAPTERS]:
        if f'"{place}"'.encode() in locked or f'"{quote(place)}"'.encode() in locked:
            raise UnreadableSource(f"“{book}” is protected against copying.", "encrypted")
        if place not in beside and _has_words(package.part(place, LARGEST_CHAPTER)):
            yield place


def _place(folder: str, written: str | None) -> str:
    """Return the place in the zip that a reference names, without its anchor."""
    way = unquote((written or "").partition("#")[0])
    return posixpath.normpath(posixpath.join(folder, way))


def _has_words(page: bytes | None) -> bool:
    """Say whether a page is there, has words in its body, and is a chapter for all it says."""
    if page is None:
        return False
    said = _BODY_TYPE.search(page)
    if said and _BESIDE & set(said[1].decode("ascii", "replace").lower().split()):
        return False
    return bool(_TAG.sub(b"", page[max(0, page.find(b"<body")) :]).strip())


def _pictures(package: Package, place: str, page: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures that a chapter names, by their ways from it."""
    folder = posixpath.dirname(place) or "."
    names = sorted(package.names)
    named = named_in(page, {posixpath.basename(name) for name in names})
    for name in names:
        if posixpath.basename(name) in named:
            data = package.picture(name)
            if data is not None and is_picture(data):
                yield posixpath.relpath(name, folder), data
