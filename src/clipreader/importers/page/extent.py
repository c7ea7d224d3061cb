"""How much there is to a page: a quick count where the mark-up is sound.

The second reader (``second_reader``) looks at every tag of a page. Nearly always only the sum of
what it saw is asked for, and three figures that must not be too high. Where every tag, comment and
script of a page is closed, one pattern counts the same; anything else is left to the reader.
"""

from __future__ import annotations

import html
import operator
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, cast

from clipreader.importers.page.second_reader import (
    CLOSED_BY_THE_NEXT,
    LONG_TAG,
    REST,
    Seen,
    attributes_of,
)
from clipreader.importers.page.tags import HIDDEN, INLINE, RAW_TEXT, VOID

_MOST: Final = 20_000
"""Signs "<" in one raw text; each costs room until the text has ended."""

_RAW: Final = f"(?i:{'|'.join(sorted(RAW_TEXT))})(?=[\\s/>])"
_CONTENT: Final = rf"(?:[^<]++|<(?!/(?i:\1)[\s/>])){{0,{_MOST}}}(?=</(?i:\1)[\s/>]|\Z)"
"""What a raw text holds, up to its end or the page's.

A possessive group would need no bound and no look ahead, but Python 3.11 before 3.11.5 lets it end
too early where it holds a choice (https://github.com/python/cpython/issues/106052).
"""

_STEP: Final = re.compile(
    rf"""<(?:({_RAW})({REST})>({_CONTENT})"""
    rf"""|((?!{_RAW})/?[a-zA-Z][^\s/>]{{0,99}}+)({REST})>"""
    r"""|!(?=--)(?:[^>]*+>)*?(?<=-->)|(?!!--)[!?/][^>]*+>|([a-zA-Z!?/][\s\S]*+))"""
)
"""A raw text with all it holds, a tag, a comment, a declaration, or all from what is not sound.

Its groups: name, rest and content of a raw text; name and rest of a tag; what is not sound. That
takes the whole of what is left of the page, as a raw text without its end does, so that nothing is
looked for again and again.
"""

_STRIDE: Final = _STEP.groups + 1
"""Entries that one step takes of a page that was split: the words before it and its groups."""

_HIDING: Final = HIDDEN - VOID - RAW_TEXT
_NO_BORDER: Final = INLINE | HIDDEN


@dataclass(frozen=True, slots=True)
class Extent:
    """What a page holds: ``characters`` of visible words without white space, in code points.

    ``attributes`` are the most of one tag (counted only in long tags), ``pictures`` how many there
    are. ``paragraphs`` and ``depth`` may be too high where they were counted quickly.
    """

    characters: int
    paragraphs: int
    depth: int
    attributes: int
    pictures: int


def extent_of(markup: str) -> Extent | None:
    """Return how much there is to a page, or None if its mark-up is not sound enough to count.

    Never raises; linear in the length of ``markup``.
    """
    parts: list[str | None] = _STEP.split(markup)
    if _is_odd(parts):
        return None
    names, rests = parts[4::_STRIDE], parts[5::_STRIDE]
    counts = {name: count for name, count in Counter(names).items() if name is not None}
    borders = {name: "" if _plain(name) in _NO_BORDER else "\n" for name in counts}
    before = [borders[name] if name is not None else "" for name in names]
    words = cast("list[str]", parts[0::_STRIDE])
    hiding = {name for name in counts if _plain(name) in _HIDING}
    behind = _unhidden(words[1:], names, rests, hiding) if hiding else words[1:]
    shown = [words[0], *map(operator.add, before, behind)]
    long = (rest for rest in (*parts[2::_STRIDE], *rests) if rest and len(rest) > LONG_TAG)
    return Extent(
        characters=len("".join(html.unescape("".join(shown)).split())),
        paragraphs=sum(map(bool, map(str.strip, shown))),
        depth=sum(count for name, count in counts.items() if _opens(name)) + 1,
        attributes=max(map(attributes_of, long), default=0),
        pictures=sum(count for name, count in counts.items() if _plain(name) == "img"),
    )


def extent_seen(seen: Seen) -> Extent:
    """Return the figures of what the second reader saw."""
    return Extent(seen.characters, len(seen.paragraphs), seen.depth, seen.attributes, seen.pictures)


def _is_odd(parts: Sequence[str | None]) -> bool:
    """Say whether something is not sound, a raw text has no end, or a form holds words."""
    if len(parts) == 1:
        return False
    if parts[-2] is not None or (parts[-7] is not None and not parts[-1]):
        return True
    raw = zip(parts[1::_STRIDE], parts[3::_STRIDE], strict=False)
    return any(
        name and name.lower() == "textarea" and (content or "").strip() for name, content in raw
    )


def _unhidden(
    words: Sequence[str],
    names: Sequence[str | None],
    rests: Sequence[str | None],
    hiding: Collection[str],
) -> Iterator[str]:
    """Yield the words behind each tag, none in elements that tags of the names ``hiding`` hide."""
    open_now: Counter[str] = Counter()
    hidden = 0
    for some, name, rest in zip(words, names, rests, strict=True):
        if name is not None and name in hiding and not (rest or "").endswith("/"):
            plain = _plain(name)
            change = 1 if name[0] != "/" else -min(1, open_now[plain])
            open_now[plain] += change
            hidden += change
        yield "" if hidden else some


def _opens(name: str) -> bool:
    return not name.startswith("/") and name.lower() not in VOID | CLOSED_BY_THE_NEXT


def _plain(name: str) -> str:
    return name.lstrip("/").lower()
