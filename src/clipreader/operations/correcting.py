"""The person renames a part or a field; the correction outlives reading the file again."""

from __future__ import annotations

from clipreader.library import Library
from clipreader.model import Article, FieldName, Outcome, Role, Span


def set_role(
    library: Library, article_id: str, block: int, role: Role, level: int | None = None
) -> Outcome[Article]:
    """Give the block with this index another role. Raises NotFound."""
    raise NotImplementedError


def set_credit(
    library: Library, article_id: str, block: int, span: Span | None
) -> Outcome[Article]:
    """Say which span of a caption block is its credit; None for no credit. Raises NotFound."""
    raise NotImplementedError


def set_field(
    library: Library, article_id: str, name: FieldName, value: str | tuple[str, ...] | None
) -> Outcome[Article]:
    """Give a field of the article another value. Raises NotFound."""
    raise NotImplementedError


def accept(library: Library, article_id: str, block: int) -> Outcome[Article]:
    """Say that an offered part was read right. Raises NotFound."""
    raise NotImplementedError


def read_again(library: Library, article_id: str) -> Outcome[Article]:
    """Read the bytes as received once more, with today's recogniser.

    What the person corrected is applied again, and the highlights look for their places again:
    each is placed, doubtful or lost, and says why. Raises NotFound, UnreadableSource (nothing
    changed then) or LibraryUnavailable.
    """
    raise NotImplementedError
