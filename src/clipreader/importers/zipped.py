"""A zip of articles, each of which is read as if it lay in a folder.

Pages keep the pictures of the folder beside them. What is hidden, and what stands in a page's own
folder, is no article.
"""

from __future__ import annotations

import posixpath
from bisect import bisect_left
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from clipreader.importers.media_types import media_type_of
from clipreader.importers.package import Package
from clipreader.importers.packing import PAGE_FOLDERS, named_in, packed
from clipreader.importers.page.pictures import is_picture
from clipreader.importers.registry import IMPORTERS, of_no_kind
from clipreader.model import Source, UnreadableSource

_HIDDEN = (".", "__MACOSX")


class Zip:
    """The articles of one zip. Its methods raise UnreadableSource."""

    def __init__(self, source: Source) -> None:
        self._name = source.name
        self._package = Package(source)
        self._names = sorted(self._package.names)
        self._links = self._package.links

    def places(self) -> tuple[str, ...]:
        """Return the places of the articles in the zip, by their names."""
        found = tuple(name for name in self._meant() if self._is_read(name))
        if not found:
            raise UnreadableSource(f"There is nothing in “{self._name}” that ClipReader reads.")
        return found

    def strangers(self) -> tuple[str, ...]:
        """Return the names of the files of other kinds, without their folders."""
        return tuple(posixpath.basename(name) for name in self._meant() if not self._is_read(name))

    def take_out(self, place: str) -> tuple[str, bytes]:
        """Return the media type and the bytes of an article; a page comes with its pictures."""
        self._package.begin_anew()
        data = self._package.part(place)
        if data is None:
            raise UnreadableSource(f"“{self._name}” holds no “{place}”.")
        name = posixpath.basename(place)
        if not data:
            raise UnreadableSource(f"“{name}” is empty.")
        media_type = media_type_of(name, data)
        if media_type is None:
            raise of_no_kind(name)
        pictures = dict(self._pictures(place, data)) if media_type == "text/html" else {}
        return packed(data, pictures) if pictures else (media_type, data)

    def _is_read(self, name: str) -> bool:
        return _is_known(name) and name not in self._links

    def _meant(self) -> Iterator[str]:
        """Yield what is neither hidden nor part of a page."""
        seen = [name for name in self._names if not _is_hidden(name)]
        pages = {posixpath.splitext(name)[0] for name in seen if _is_known(name)}
        return (name for name in seen if not _is_beside(name, pages))

    def _pictures(self, place: str, page: bytes) -> Iterator[tuple[str, bytes]]:
        folder = posixpath.dirname(place) or "."
        inside = [name for end in PAGE_FOLDERS for name in self._below(place, end)]
        named = named_in(page, {posixpath.basename(name) for name in inside})
        for name in inside:
            if posixpath.basename(name) in named:
                data = self._package.picture(name)
                if data is not None and is_picture(data):
                    yield posixpath.relpath(name, folder), data

    def _below(self, place: str, end: str) -> list[str]:
        """Return what stands in the folder of a page that has this ending."""
        start = f"{posixpath.splitext(place)[0]}{end}"
        first = bisect_left(self._names, f"{start}/")
        return self._names[first : bisect_left(self._names, f"{start}0")]  # "0" comes after "/"


def _is_known(name: str) -> bool:
    ending = posixpath.splitext(name)[1].lower()
    return any(ending in importer.endings for importer in IMPORTERS)


def _is_hidden(name: str) -> bool:
    return name.endswith("/") or any(one.startswith(_HIDDEN) for one in name.split("/"))


def _is_beside(name: str, pages: Collection[str]) -> bool:
    """Say whether a file lies in the folder of a page."""
    folders = [str(folder) for folder in PurePosixPath(name).parents]
    return any(
        folder.endswith(end) and folder.removesuffix(end) in pages
        for folder in folders
        for end in PAGE_FOLDERS
    )
