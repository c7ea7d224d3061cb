"""OpenDocument's styles: what a paragraph is by its style, and how words are set by theirs.

OpenDocument 1.3 part 3, chapter 16: what a person sets by hand is a style without a name of its
own, based on one of those with names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from clipreader.importers.package import Element, attribute, child, local_name
from clipreader.importers.paragraph import Face
from clipreader.importers.style_names import hint_of
from clipreader.model import Hint

_DEEPEST: Final = 12
_POINTS: Final = re.compile(r"(\d{1,3}(?:\.\d+)?)pt")
_SHARE: Final = re.compile(r"(\d{1,4}(?:\.\d+)?)%")
_BOLD: Final = frozenset({"bold", "600", "700", "800", "900"})
_NORMAL_POINTS: Final = 12.0


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says itself; None where it leaves that to its parent."""

    name: str = ""
    parent: str | None = None
    level: int | None = None
    strong: bool | None = None
    emphasis: bool | None = None
    hidden: bool | None = None
    size: str = ""


class Styles:
    """The styles of one document by family and name, and which lists count from where."""

    def __init__(self, roots: Iterable[Element | None]) -> None:
        self._styles: dict[tuple[str, str], Style] = {}
        self._lists: dict[str, dict[str, int]] = {}
        for root in roots:
            for group in () if root is None else root:
                if local_name(group) in ("styles", "automatic-styles"):
                    self._take(group)

    def _take(self, group: Element) -> None:
        for element in group:
            name = attribute(element, "name") or ""
            if local_name(element) == "style":
                self._styles[attribute(element, "family") or "", name] = _style(element)
            elif local_name(element) == "default-style":
                self._styles[attribute(element, "family") or "", ""] = _style(element)
            elif local_name(element) == "list-style":
                self._lists[name] = _starts(element)

    def hint(self, name: str | None) -> tuple[Hint, int | None]:
        """Return what a paragraph is by the name of its style, with the level of a heading."""
        chain = self._chain("paragraph", name)
        said = (hint_of(style.name) for style in chain)
        told = next((one for one in said if one), None)
        if told:
            return told
        level = next((style.level for style in chain if style.level), None)
        return (Hint.HEADING, level) if level else (Hint.PARAGRAPH, None)

    def size(self, name: str | None) -> float:
        """Return the size of a paragraph's words by its style, in points."""
        default = self._styles.get(("paragraph", ""), Style()).size
        chain = self._chain("paragraph", name)
        return _points([style.size for style in chain], _points([default], _NORMAL_POINTS))

    def is_hidden(self, name: str | None) -> bool:
        """Say whether words with a style for text are hidden."""
        return _first(style.hidden for style in self._chain("text", name)) or False

    def face(self, name: str | None, around: Face) -> Face:
        """Return how words with a style for text are set inside words set otherwise."""
        chain = self._chain("text", name)
        strong = _first(style.strong for style in chain)
        emphasis = _first(style.emphasis for style in chain)
        return replace(
            around,
            strong=around.strong if strong is None else strong,
            emphasis=around.emphasis if emphasis is None else emphasis,
            size=_points([style.size for style in chain], around.size or _NORMAL_POINTS),
        )

    def paragraph_face(self, name: str | None) -> Face:
        """Return how words are set that a person has set by hand, paragraph by paragraph."""
        by_hand = self._styles.get(("paragraph", name or ""), Style())
        automatic = by_hand.name[:1] == "P" and by_hand.name[1:].isdigit()
        return Face(
            automatic and bool(by_hand.strong),
            automatic and bool(by_hand.emphasis),
            size=self.size(name),
        )

    def start(self, list_style: str | None, depth: int) -> int | None:
        """Return where a list starts to count at a depth (1 and up), or None for bullets."""
        return self._lists.get(list_style or "", {}).get(str(depth))

    def _chain(self, family: str, name: str | None) -> list[Style]:
        chain: list[Style] = []
        style = self._styles.get((family, name or ""))
        while name and style is not None and len(chain) < _DEEPEST:
            chain.append(style)
            name = style.parent
            style = self._styles.get((family, name or ""))
        return chain


def _style(element: Element) -> Style:
    words = child(element, "text-properties")
    weight = None if words is None else attribute(words, "font-weight")
    slant = None if words is None else attribute(words, "font-style")
    shown = None if words is None else attribute(words, "display")
    level = attribute(element, "default-outline-level") or ""
    return Style(
        attribute(element, "display-name") or attribute(element, "name") or "",
        attribute(element, "parent-style-name"),
        int(level) if level.isascii() and level.isdigit() and len(level) < 3 else None,
        None if weight is None else weight in _BOLD,
        None if slant is None else slant in ("italic", "oblique"),
        None if shown is None else shown == "none",
        "" if words is None else attribute(words, "font-size") or "",
    )


def _starts(element: Element) -> dict[str, int]:
    """Return for each depth that is counted where it starts."""
    starts: dict[str, int] = {}
    for level in element:
        counted = local_name(level) == "list-level-style-number"
        if counted and attribute(level, "num-format"):
            told = attribute(level, "start-value") or ""
            start = int(told) if told.isascii() and told.isdigit() and len(told) < 6 else 1
            starts[attribute(level, "level") or "1"] = start
    return starts


def _points(sizes: Iterable[str], otherwise: float) -> float:
    """Return the first size in points, by what share those before it change it."""
    share = 1.0
    for size in sizes:
        points, part = _POINTS.fullmatch(size), _SHARE.fullmatch(size)
        if points:
            return float(points[1]) * share
        if part:
            share *= float(part[1]) / 100
    return otherwise * share


def _first(values: Iterable[bool | None]) -> bool | None:
    return next((one for one in values if one is not None), None)
