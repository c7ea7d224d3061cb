"""Putting articles away, bringing them back, and forgetting them for good."""

from __future__ import annotations

from collections.abc import Iterable

from clipreader.library import Library
from clipreader.model import Outcome


def move_to_trash(library: Library, article_ids: Iterable[str]) -> Outcome[None]:
    """Move articles to the trash with everything that belongs to them. Raises NotFound."""
    raise NotImplementedError


def restore(library: Library, article_ids: Iterable[str]) -> Outcome[None]:
    """Bring articles back from the trash. Raises NotFound."""
    raise NotImplementedError


def empty_trash(library: Library) -> Outcome[int]:
    """Forget for good what lies in the trash; the value is how many articles.

    The only change that cannot be undone: texts, originals, highlights, notes and their undo
    records are gone afterwards.
    """
    raise NotImplementedError
