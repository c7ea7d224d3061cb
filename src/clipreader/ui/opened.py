"""What the reader needs of an opened article, whoever opened it."""

from __future__ import annotations

from typing import Protocol

from clipreader.model import Article, Highlight


class Opened(Protocol):
    """An article with its highlights, and where it was last read."""

    @property
    def article(self) -> Article:
        """Return the article."""
        ...

    @property
    def highlights(self) -> tuple[Highlight, ...]:
        """Return its highlights in place."""
        ...

    @property
    def position(self) -> int:
        """Return the first visible code point when it was last read."""
        ...
