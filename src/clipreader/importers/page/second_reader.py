"""Reads the visible words of a page a second time, without a parser's tree.

libxml2 drops what is nested deeper than it likes and says nothing. This reader knows tags and
entities only, keeps no tree and so can lose nothing by depth. It runs in linear time whatever it is
given, which the standard library's html.parser does not (300,000 times ``<a `` takes it minutes),
so the tags are found here by one pattern without backtracking.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from clipreader.importers.page.tags import HIDDEN, INLINE, RAW_TEXT, VOID

REST: Final = r"""(?:[^"'>=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|["'=])*+"""
"""The pattern of what stands between a tag's name and its end."""

_TAG = re.compile(rf"<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]{{0,99}}+)(?P<rest>{REST})>")
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
_ATTRIBUTE = re.compile(r"[^\s=/]+")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
LONG_TAG: Final = 4_000
"""Code points of a tag from which on its attributes are counted."""

CLOSED_BY_THE_NEXT: Final = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "html", "body"}
)
"""Elements of which many stand open without being nested."""

_PATIENCE = 20
"""Tags without an end that are tried; each costs a look at the whole rest of the page."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the second reader saw.

    ``paragraphs`` are the visible words, split where a block begins or ends; ``depth`` is the
    deepest nesting and ``attributes`` the most attributes of one tag (counted only in long tags),
    ``pictures`` how many there are.
    """

    paragraphs: tuple[str, ...]
    depth: int
    attributes: int
    pictures: int = 0

    @property
    def characters(self) -> int:
        """Return how many code points there are without white space."""
        return sum(len("".join(words.split())) for words in self.paragraphs)


def read_again(markup: str) -> Seen:
    """Return the visible words of a page. Never raises; linear in the length of ``markup``."""
    reader = _Reader()
    for kind, value in _pieces(markup):
        reader.take(kind, value)
    reader.end_block()
    return Seen(tuple(reader.paragraphs), reader.deepest, reader.most_attributes, reader.pictures)


def _pieces(markup: str) -> Iterator[tuple[str, re.Match[str] | str]]:
    """Yield texts and tags in order; comments and declarations are left out."""
    place, end = 0, len(markup)
    missing: set[str] = set()
    unclosed = 0
    while place < end:
        start = markup.find("<", place)
        if start < 0:
            break
        if start > place:
            yield "text", markup[place:start]
        found = _TAG.match(markup, start) if unclosed < _PATIENCE else None
        if found:
            yield "tag", found
            place = _after_raw_text(markup, found, missing) or found.end()
            if place > found.end() and found["name"].lower() == "textarea":
                yield "text", markup[found.end() : place]
            continue
        unclosed += markup[start + 1 : start + 3].lstrip("/")[:1].isalpha()
        place = _after_other(markup, start, missing)
        if markup[start + 1 : start + 2] not in ("!", "?", "/") and place == start + 1:
            yield "text", "<"
    if place < end:
        yield "text", markup[place:]


def _after_other(markup: str, start: int, missing: set[str]) -> int:
    """Return where a comment or declaration ends, or the next place for a bare "<"."""
    if markup.startswith("<!--", start):
        return _after(markup, "-->", start + 2, missing)
    if markup.startswith(("<!", "<?", "</"), start):
        return _after(markup, ">", start, missing)
    return start + 1


def _after(markup: str, closing: str, start: int, missing: set[str]) -> int:
    if closing in missing:
        return start + 2
    found = markup.find(closing, start)
    if found < 0:
        missing.add(closing)
        return start + 2
    return found + len(closing)


def _after_raw_text(markup: str, tag: re.Match[str], missing: set[str]) -> int | None:
    """Return where the text of a script or the like ends: at its closing tag."""
    name = tag["name"].lower()
    if tag["slash"] or name not in RAW_TEXT or name in missing:
        return None
    closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(markup, tag.end())
    if closing is None:
        missing.add(name)
        return None
    return closing.start()


def attributes_of(rest: str) -> int:
    """Return how many attributes a tag has, from what stands in it after its name."""
    return len(_ATTRIBUTE.findall(_VALUE.sub(" ", rest)))


class _Reader:
    """Collects words, skips what is hidden and counts how deep the page goes."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.deepest = 0
        self.most_attributes = 0
        self.pictures = 0
        self._words: list[str] = []
        self._open: Counter[str] = Counter()
        self._depth = 0
        self._hidden = 0

    def take(self, kind: str, value: re.Match[str] | str) -> None:
        """Take one piece of the page."""
        if isinstance(value, str):
            if not self._hidden:
                self._words.append(value)
            return
        self._tag(value["name"].lower(), bool(value["slash"]), value["rest"])

    def _tag(self, name: str, closing: bool, rest: str) -> None:
        if len(rest) > LONG_TAG:
            self.most_attributes = max(self.most_attributes, attributes_of(rest))
        if name not in INLINE and name not in HIDDEN:
            self.end_block()
        self.pictures += name == "img"
        if name in VOID or rest.endswith("/"):
            return
        change = -1 if closing else 1
        if closing and not self._open[name]:
            return
        self._open[name] += change
        self._depth += change * (name not in CLOSED_BY_THE_NEXT)
        self.deepest = max(self.deepest, self._depth)
        if name in HIDDEN:
            self._hidden += change

    def end_block(self) -> None:
        """End the paragraph, if there is one."""
        words = _BLANKS.sub(" ", html.unescape("".join(self._words))).strip()
        if words:
            self.paragraphs.append(words)
        self._words.clear()
