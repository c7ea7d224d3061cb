"""Word's styles: what a paragraph is by its style, and how words are set by theirs.

ECMA-376 part 1, 17.7: a style may be based on another, and what it leaves out holds from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from clipreader.importers.package import Element, attribute, child, local_name
from clipreader.importers.style_names import hint_of
from clipreader.model import Hint

_DEEPEST: Final = 12
_OFF: Final = ("0", "false", "off", "none")
_NORMAL_POINTS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says itself; None where it leaves that to the style it is based on."""

    name: str = ""
    based_on: str | None = None
    level: int | None = None
    numbering: Element | None = None
    strong: bool | None = None
    emphasis: bool | None = None
    hidden: bool | None = None
    points: float | None = None


class Styles:
    """The styles of one document by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._normal = ""
        self.points = _NORMAL_POINTS
        for element in () if root is None else root:
            if local_name(element) == "style":
                self._styles[attribute(element, "styleId") or ""] = _style(element)
                if attribute(element, "type") == "paragraph" and on(element, "default"):
                    self._normal = attribute(element, "styleId") or ""
            elif local_name(element) == "docDefaults":
                run = child(child(element, "rPrDefault"), "rPr")
                self.points = points_of(run) or _NORMAL_POINTS

    def hint(self, paragraph: Element | None) -> tuple[Hint, int | None]:
        """Return what a paragraph is by its properties (``pPr``) and its style, with the level."""
        chain = self._chain(_value(child(paragraph, "pStyle")))
        for style in chain:
            said = hint_of(style.name)
            if said:
                return said
        level = level_of(paragraph)
        levels = [level, *(style.level for style in chain)]
        level = next((one for one in levels if one is not None), None)
        if level:
            return Hint.HEADING, level
        depth = list_level_of(self.numbering(paragraph))
        return (Hint.LIST_ITEM, depth) if depth else (Hint.PARAGRAPH, None)

    def numbering(self, paragraph: Element | None) -> Element | None:
        """Return the list (``numPr``) that a paragraph or its style names, or None."""
        own = child(paragraph, "numPr")
        chain = self._chain(_value(child(paragraph, "pStyle")))
        said = [own, *(style.numbering for style in chain)]
        return next((one for one in said if one is not None), None)

    def size(self, paragraph: Element | None) -> float:
        """Return the size of a paragraph's words by its style, in points."""
        chain = self._chain(_value(child(paragraph, "pStyle")) or self._normal)
        return next((style.points for style in chain if style.points), self.points)

    def run(self, properties: Element | None) -> Mapping[str, bool]:
        """Return which of strong, emphasis and hidden hold for a run with these ``rPr``.

        A paragraph's style does not count: a heading is bold because it is one.
        """
        if properties is None:
            return {}
        chain = [_faces(properties), *self._chain(_value(child(properties, "rStyle")))]
        return {
            "strong": _first(style.strong for style in chain),
            "emphasis": _first(style.emphasis for style in chain),
            "hidden": _first(style.hidden for style in chain),
        }

    def _chain(self, name: str | None) -> list[Style]:
        chain: list[Style] = []
        style = self._styles.get(name or "")
        while style is not None and len(chain) < _DEEPEST:
            chain.append(style)
            style = self._styles.get(style.based_on or "")
        return chain


def on(element: Element | None, name: str = "val") -> bool:
    """Say whether a property that is there is switched on; without a value it is."""
    value = None if element is None else attribute(element, name)
    return (
        element is not None and (value or "1") not in _OFF and (name == "val" or value is not None)
    )


def points_of(run: Element | None) -> float | None:
    """Return the size that run properties give, in points, or None."""
    value = _value(child(run, "sz")) or ""
    return int(value) / 2 if value.isascii() and value.isdigit() and len(value) < 5 else None


def level_of(paragraph: Element | None) -> int | None:
    """Return the level of a heading by its place in the outline: 0 for none, None if not said."""
    value = _value(child(paragraph, "outlineLvl")) or ""
    if not (value.isascii() and value.isdigit() and len(value) == 1):
        return None
    return int(value) + 1 if int(value) < 6 else 0


def list_level_of(numbering: Element | None) -> int:
    """Return the depth in a list that ``numPr`` gives: 0 for none."""
    if numbering is None or _value(child(numbering, "numId")) == "0":
        return 0
    value = _value(child(numbering, "ilvl")) or "0"
    return int(value) + 1 if value.isascii() and value.isdigit() and len(value) == 1 else 1


def _style(element: Element) -> Style:
    paragraph, run = child(element, "pPr"), child(element, "rPr")
    faces = _faces(run)
    return Style(
        _value(child(element, "name")) or "",
        _value(child(element, "basedOn")),
        level_of(paragraph),
        child(paragraph, "numPr"),
        faces.strong,
        faces.emphasis,
        faces.hidden,
        points_of(run),
    )


def _faces(run: Element | None) -> Style:
    switches = {local_name(one): on(one) for one in (run if run is not None else ())}
    return Style(
        strong=switches.get("b"), emphasis=switches.get("i"), hidden=switches.get("vanish")
    )


def _first(values: Iterable[bool | None]) -> bool:
    return next((one for one in values if one is not None), False)


def _value(element: Element | None) -> str | None:
    return None if element is None else attribute(element, "val")
