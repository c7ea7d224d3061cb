"""Word's lists: which items are numbered, and by what number.

ECMA-376 part 1, 17.9: a paragraph names a list and a depth; the list's own definition says for each
depth whether it counts, and where it begins. Numbers are counted here, as no file holds them.
"""

from __future__ import annotations

from typing import Final

from clipreader.importers.package import Element, attribute, child, local_name

_UNCOUNTED: Final = ("bullet", "none")


class Numbering:
    """The lists of one document, and how far each was counted."""

    def __init__(self, root: Element | None) -> None:
        defined: dict[str, dict[str, int | None]] = {}
        self._starts: dict[str, dict[str, int | None]] = {}
        self._counted: dict[str, dict[str, int]] = {}
        for element in () if root is None else root:
            if local_name(element) == "abstractNum":
                defined[attribute(element, "abstractNumId") or ""] = _starts(element)
        for element in () if root is None else root:
            if local_name(element) == "num":
                kind = _value(child(element, "abstractNumId"))
                self._starts[attribute(element, "numId") or ""] = defined.get(kind, {})

    def number(self, numbering: Element | None) -> int | None:
        """Return the number of the next item with this ``numPr``, or None for one with a bullet."""
        name = _value(child(numbering, "numId"))
        depth = _value(child(numbering, "ilvl")) or "0"
        start = self._starts.get(name, {}).get(depth)
        counted = self._counted.setdefault(name, {})
        for below in [below for below in counted if below > depth]:
            del counted[below]
        if start is not None:
            counted[depth] = counted.get(depth, start - 1) + 1
        return counted.get(depth)


def _starts(definition: Element) -> dict[str, int | None]:
    """Return for each depth where its counting starts; None where it has bullets."""
    starts: dict[str, int | None] = {}
    for level in definition:
        if local_name(level) == "lvl":
            told = _value(child(level, "start"))
            start = int(told) if told.isascii() and told.isdigit() and len(told) < 6 else 1
            counted = _value(child(level, "numFmt")) not in _UNCOUNTED
            depth = attribute(level, "ilvl") or "0"
            if len(depth) == 1:
                starts[depth] = start if counted else None
    return starts


def _value(element: Element | None) -> str:
    return "" if element is None else attribute(element, "val") or ""
