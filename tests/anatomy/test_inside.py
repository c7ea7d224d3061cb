"""A line that the person named shows what such a line holds."""

from __future__ import annotations

import pytest

from clipreader.anatomy.inside import marks_inside, tongue_inside
from clipreader.model import Role


@pytest.mark.parametrize(
    ("text", "role", "found"),
    [
        (
            "The Santa Marta leaves the north quay / Harbour Authority",
            Role.CAPTION,
            [
                (Role.CAPTION, "The Santa Marta leaves the north quay"),
                (Role.CREDIT, "Harbour Authority"),
            ],
        ),
        (" The Santa Marta at dawn", Role.CAPTION, [(Role.CAPTION, "The Santa Marta at dawn")]),
        ("Photo: Rosa Lund", Role.CAPTION, [(Role.CREDIT, "Rosa Lund")]),
        (
            "Translated by Ana Reyes and M. Okafor",
            Role.TRANSLATOR,
            [(Role.TRANSLATOR, "Ana Reyes"), (Role.TRANSLATOR, "M. Okafor")],
        ),
        ("By Elena Duarte", Role.BYLINE, [(Role.BYLINE, "Elena Duarte")]),
        ("By Elena Duarte", Role.PARAGRAPH, []),
        ("and nobody knew why.", Role.TRANSLATOR, []),
        ("", Role.CAPTION, []),
        (" ", Role.BYLINE, []),
    ],
)
def test_marks_of_a_named_line(text: str, role: Role, found: list[tuple[Role, str]]) -> None:
    marks = marks_inside(text, role, "en")
    assert [(mark.role, text[mark.span.start : mark.span.end]) for mark in marks] == found


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("Translated from the Spanish by Ana Reyes", "es"),
        ("Translated by Ana Reyes", None),
        ("", None),
    ],
)
def test_a_translators_line_tells_the_tongue(text: str, tongue: str | None) -> None:
    assert tongue_inside(text, "en") == tongue
