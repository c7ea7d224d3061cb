"""The lines of a page in the order in which a reader wants them.

What the site says above the article (its menus, hundreds of lines on some pages) goes below it, so
that an article opens with its headline; within both, the order of the page stays. What the head
says twice, because the page shows it differently on wide and narrow screens, is said once: the
further ones are the site's. No line is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clipreader.model import Hint, Line
from clipreader.text.normal import fold_name

_SAID_ONCE = (Hint.KICKER, Hint.DECK, Hint.BYLINE, Hint.TIME)


def arranged(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return all lines, those above the article below it, repeated ones of the head as the site's.

    The article begins with its headline and what belongs to it above, a kicker say; without a
    headline with the first line that is not the site's.
    """
    told = tuple(_said_once(lines))
    begin = _begin(told)
    above = tuple(line for line in told[:begin] if line.hint == Hint.FURNITURE)
    head = tuple(line for line in told[:begin] if line.hint != Hint.FURNITURE)
    return (*head, *told[begin:], *above)


def _begin(lines: Sequence[Line]) -> int:
    """Return the number of the headline, else of the first line that is not the site's, else 0."""
    titled = (number for number, line in enumerate(lines) if line.hint == Hint.TITLE)
    own = (number for number, line in enumerate(lines) if line.hint != Hint.FURNITURE)
    return next(titled, next(own, 0))


def _said_once(lines: Sequence[Line]) -> Iterator[Line]:
    seen: set[str] = set()
    for line in lines:
        if line.hint in _SAID_ONCE:
            said = fold_name(line.text)
            if said in seen:
                yield replace(line, hint=Hint.FURNITURE)
                continue
            seen.add(said)
        yield line
