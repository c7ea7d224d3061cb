"""Two versions of an article side by side: their words, and what would become of highlights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from clipreader.library import Library, corrections, highlights, rules, versions
from clipreader.model import Article, Certainty, Highlight, Version, VersionState
from clipreader.operations.placing import placed_on
from clipreader.operations.versions import as_shown
from clipreader.text.differences import Stretch, differences
from clipreader.text.normal import fold_name


class Move(StrEnum):
    """What becomes of a highlight when another version is shown."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    UNSURE = "unsure"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Moved:
    """A highlight, what becomes of it, and the words that would stand at its place.

    ``words`` are empty if it has no place any more; ``difference`` tells them from those that were
    marked, word by word, for CHANGED only.
    """

    highlight: Highlight
    move: Move
    words: str
    difference: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions and how their texts differ; ``moved`` is empty unless the older one is shown."""

    old: Version
    new: Version
    old_text: str
    new_text: str
    stretches: tuple[Stretch, ...]
    moved: tuple[Moved, ...]


def compare(library: Library, old_id: str, new_id: str) -> Comparison:
    """Compare two versions of an article; an article's id means what it shows. Raises NotFound.

    Of the shown version the highlights are told as ``versions.use`` would move them.
    """
    with library.reading() as connection:
        old = versions.fetch(connection, old_id)
        new = versions.fetch(connection, new_id)
        made = corrections.of_article(connection, new.number)
        after = as_shown(new, rules.every(connection), made)
        there = highlights.of_article(connection, old.number, old.article.id)
    moved: Sequence[Moved] = ()
    if old.version.state == VersionState.SHOWN:
        then = placed_on(old.article, after, there, new.places)
        pairs = zip(there, then, strict=True)
        moved = [_moved(old.article, after, one, other) for one, other in pairs]
    texts = old.article.text, after.text
    return Comparison(old.version, new.version, *texts, differences(*texts), tuple(moved))


def _moved(before: Article, after: Article, now: Highlight, then: Highlight) -> Moved:
    span = then.anchor.span
    if then.anchor.certainty == Certainty.LOST or span is None:
        return Moved(now, Move.GONE, "")
    words = after.quote(span)
    if fold_name(words) != fold_name(now.quote):
        return Moved(now, Move.CHANGED, words, differences(now.quote, words))
    if then.anchor.certainty != Certainty.PLACED:
        return Moved(now, Move.UNSURE, words)
    is_there = now.span is not None and _place(before, now.span.start) == _place(after, span.start)
    return Moved(now, Move.SAME if is_there else Move.MOVED, words)


def _place(article: Article, position: int) -> int | None:
    """Return which block a position is in, counted from 0."""
    block = article.block_at(position)
    return None if block is None else article.blocks.index(block)
