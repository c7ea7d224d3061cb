"""Lines that say of themselves what they are."""

from __future__ import annotations

import pytest

from clipreader.model import Role
from tests.anatomy.drafts import FIRST, HEADLINE, SECOND, block_of, read

NOTES = [
    ("Editor’s note: an earlier version gave another number.", Role.EDITORS_NOTE),
    ("Correction: the boat is called Two Sisters.", Role.EDITORS_NOTE),
    ("Translated by Ana Reyes", Role.TRANSLATOR),
    ("SOURCE: News agencies", Role.BOILERPLATE),
    ("With files from The Associated Press", Role.BOILERPLATE),
]


@pytest.mark.parametrize(("text", "role"), NOTES)
def test_note(text: str, role: Role) -> None:
    article = read(HEADLINE, FIRST, SECOND, text)
    block = block_of(article, text)
    assert block.role == role
    assert block.reasons


def test_a_statement_that_was_translated_is_a_paragraph() -> None:
    text = (
        "In a statement translated by the news agency, the harbour master said that he had counted."
    )
    article = read(HEADLINE, FIRST, text, SECOND)
    assert block_of(article, text).role == Role.PARAGRAPH
    assert article.metadata.translators == ()
