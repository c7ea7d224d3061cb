"""A credit on a line of its own joins the words that it belongs to: one caption, one block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from clipreader.anatomy.page import Verdict
from clipreader.model import Line, Part, Role

Named: TypeAlias = tuple[Line, Verdict]
"""A line and what it was found to be."""


def paired(lines: Sequence[Line], verdicts: Sequence[Verdict]) -> Iterator[Named]:
    """Yield lines with their verdicts; words and credit of one caption come as one line.

    A credit joins the words on the line right above it. A blank takes the place of the line's
    end; no other character changes. A credit above its words stays a line of its own: joined,
    the two would read as one name.
    """
    named = list(zip(lines, verdicts, strict=True))
    at = 0
    while at < len(named):
        if at + 1 < len(named) and _belong(named[at], named[at + 1]):
            yield _one(named[at], named[at + 1])
            at += 2
        else:
            yield named[at]
            at += 1


def _belong(above: Named, below: Named) -> bool:
    if _kind(above) is not Role.CAPTION or _kind(below) is not Role.CREDIT:
        return False
    return not above[0].image or not below[0].image or above[0].image == below[0].image


def _kind(named: Named) -> Role | None:
    """Return CAPTION for words without a credit, CREDIT for a credit without words, else None."""
    verdict = named[1]
    if verdict.role is not Role.CAPTION:
        return None
    roles = {part.role for part in verdict.marks if part.role in (Role.CAPTION, Role.CREDIT)}
    return roles.pop() if len(roles) == 1 else None


def _one(above: Named, below: Named) -> Named:
    by = len(above[0].text) + 1
    line = replace(
        above[0],
        text=f"{above[0].text} {below[0].text}",
        marks=(*above[0].marks, *_moved(below[0].marks, by)),
        image=above[0].image or below[0].image,
    )
    verdict = Verdict(
        Role.CAPTION,
        max(above[1].confidence, below[1].confidence),
        above[1].rule,
        (*above[1].reasons, "the credit stands on the line below"),
        (*above[1].marks, *_moved(below[1].marks, by)),
    )
    return line, verdict


def _moved(marks: Sequence[Part], by: int) -> tuple[Part, ...]:
    return tuple(replace(part, span=part.span.moved(by)) for part in marks)
