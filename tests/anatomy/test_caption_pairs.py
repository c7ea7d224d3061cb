"""A credit on the line below its words is one caption with them."""

from __future__ import annotations

from clipreader.model import Article, Role
from tests.anatomy.drafts import FIRST, HEADLINE, SECOND, THIRD, read, roles

WORDS = "The ferry leaves the north quay on Wednesday evening"


def pairs(article: Article) -> list[tuple[str | None, str | None]]:
    return [(article.words_of(b), article.credit_of(b)) for b in article.parts(Role.CAPTION)]


def test_a_credit_below_joins_its_words() -> None:
    article = read(HEADLINE, FIRST, SECOND, WORDS, "Photo: Rosa Lund/AFP", THIRD)
    assert pairs(article) == [(WORDS, "Rosa Lund/AFP")]
    (caption,) = article.parts(Role.CAPTION)
    assert article.quote(caption.span) == f"{WORDS} Photo: Rosa Lund/AFP"
    assert "the credit stands on the line below" in caption.reasons


def test_nothing_else_of_the_text_changes() -> None:
    lines = (HEADLINE, FIRST, SECOND, WORDS, "Photo: Rosa Lund/AFP", THIRD)
    article = read(*lines)
    assert article.text.replace("\n", " ") == " ".join(lines)
    assert roles(article) == ["headline", "paragraph", "paragraph", "caption", "paragraph"]


def test_a_row_of_captions_with_a_credit_each() -> None:
    other = "The piano for the chapel travels under two mattresses"
    article = read(
        HEADLINE, FIRST, SECOND, WORDS, "Photo: Rosa Lund", other, "Photo: Eva Hart", THIRD
    )
    assert pairs(article) == [(WORDS, "Rosa Lund"), (other, "Eva Hart")]


def test_a_credit_above_its_words_stays_by_itself() -> None:
    article = read(HEADLINE, FIRST, SECOND, "Photo: Rosa Lund/AFP", WORDS, THIRD)
    assert (None, "Rosa Lund/AFP") in pairs(article)


def test_a_caption_with_its_own_credit_takes_no_other() -> None:
    article = read(HEADLINE, FIRST, SECOND, f"{WORDS} / Eva Hart", "Photo: Rosa Lund", THIRD)
    assert pairs(article) == [(WORDS, "Eva Hart"), (None, "Rosa Lund")]
