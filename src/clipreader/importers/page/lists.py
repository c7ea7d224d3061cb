"""The lists that stand open on the way through a page, and the numbers of their items.

After the HTML Standard (https://html.spec.whatwg.org/multipage/grouping-content.html): ``start``
gives a list's first number, ``value`` an item's. ``reversed`` is passed over, because what counts
down is counted from an end that a saved page may not hold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from clipreader.importers.page.tree import Element

_WHOLE = re.compile(r"\s*([+-]?\d{1,9})")
_UNNUMBERED = re.compile(
    r"list-style(?:-type)?\s*:[^;]{0,200}?\b(?:none|disc|circle|square)\b", re.IGNORECASE
)


@dataclass
class Lists:
    """The open lists, outermost first: each the number of its item in hand, or None for bullets."""

    _numbers: list[int | None] = field(default_factory=list[int | None])

    @property
    def depth(self) -> int:
        """Return how many lists stand open."""
        return len(self._numbers)

    @property
    def number(self) -> int | None:
        """Return the number of the item in hand, or None if its list has none."""
        return self._numbers[-1] if self._numbers else None

    def starts(self, name: str, element: Element) -> None:
        """Take note of an element that begins, if it is a list or an item."""
        if name == "ul":
            self._numbers.append(None)
        elif name == "ol":
            start = _whole(element.get("start"))
            first = 1 if start is None else start
            style = (element.get("style") or "")[:500]
            self._numbers.append(None if _UNNUMBERED.search(style) else first - 1)
        elif name == "li" and self._numbers:
            number = self._numbers[-1]
            if number is not None:
                value = _whole(element.get("value"))
                self._numbers[-1] = number + 1 if value is None else value

    def ends(self, name: str) -> None:
        """Take note of an element that ends."""
        if name in ("ul", "ol"):
            self._numbers.pop()


def _whole(written: str | None) -> int | None:
    found = _WHOLE.match(written or "")
    return int(found[1]) if found else None
