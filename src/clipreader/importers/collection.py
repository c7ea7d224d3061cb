"""Files that hold several articles: what is to be taken out of them, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol

from clipreader.importers.book import Book
from clipreader.importers.zipped import Zip
from clipreader.model import Source


class Collection(Protocol):
    """A file that holds several articles, opened. Its methods raise UnreadableSource."""

    def places(self) -> tuple[str, ...]:
        """Return the places of the articles in the file, in their order."""
        ...

    def strangers(self) -> tuple[str, ...]:
        """Return the names of files in it that may have been meant and are not read."""
        ...

    def take_out(self, place: str) -> tuple[str, bytes]:
        """Return the media type and the bytes of an article, enough to read it ever again."""
        ...


COLLECTIONS: Mapping[str, Callable[[Source], Collection]] = MappingProxyType(
    {".epub": Book, ".zip": Zip}
)
"""By the endings of their names, what opens them. Raises UnreadableSource."""
