"""Captions by their sign, and by their place and shape where they have none."""

from __future__ import annotations

import pytest

from clipreader.model import SURE, Role
from tests.anatomy.drafts import DECK, FIRST, HEADLINE, SECOND, THIRD, block_of, read, roles, texts

CAPTION = "The Santa Marta leaves the north quay on Wednesday evening"


@pytest.mark.parametrize(
    "sign", [" / Harbour Authority", " (Photo: Rosa Lund/AFP)", " | © Rosa Lund"]
)
@pytest.mark.parametrize("spaced", [True, False])
def test_a_credit_makes_a_caption_anywhere(sign: str, spaced: bool) -> None:
    article = read(HEADLINE, DECK, CAPTION + sign, FIRST, CAPTION + sign, SECOND, spaced=spaced)
    assert roles(article) == [
        *("headline", "deck", "caption", "paragraph", "caption", "paragraph"),
    ]
    for block in article.parts(Role.CAPTION):
        assert article.words_of(block) == CAPTION
        assert block.confidence >= SURE
        assert any("ends in" in reason for reason in block.reasons)


def test_the_body_repeats_a_caption_and_stays_body() -> None:
    article = read(
        HEADLINE, FIRST, f"{CAPTION} / L. Lund", f"{CAPTION}, and nobody was watching. {SECOND}"
    )
    assert roles(article) == ["headline", "paragraph", "caption", "paragraph"]


def test_a_caption_without_a_sign_that_the_body_takes_up() -> None:
    article = read(HEADLINE, FIRST, CAPTION, f"{CAPTION}, and nobody was watching. {SECOND}")
    assert block_of(article, CAPTION).role == Role.CAPTION
    assert block_of(article, CAPTION).is_sure
    assert article.credit_of(block_of(article, CAPTION)) is None


def test_a_line_about_the_same_things_is_only_offered() -> None:
    line = "The crews of the cargo boats watch the ferry from the south basin"
    article = read(HEADLINE, FIRST, line, THIRD, SECOND)
    assert block_of(article, line).role == Role.CAPTION
    assert block_of(article, line).is_offered


def test_a_short_line_is_a_crosshead() -> None:
    article = read(HEADLINE, FIRST, "What the chart says", SECOND)
    assert roles(article) == ["headline", "paragraph", "crosshead", "paragraph"]


@pytest.mark.parametrize(
    "lines",
    [
        ("© Amaro Lund / La Vereda", CAPTION),
        (CAPTION, "Photo: Amaro Lund"),
        ("Photo: Amaro Lund", CAPTION),
    ],
)
def test_words_beside_a_credit_on_its_own_line(lines: tuple[str, str]) -> None:
    article = read(HEADLINE, FIRST, *lines, SECOND)
    captions = article.parts(Role.CAPTION)
    assert [article.words_of(block) for block in captions if article.words_of(block)] == [CAPTION]
    assert [article.credit_of(block) for block in captions if article.credit_of(block)]


def test_a_line_that_stands_twice() -> None:
    article = read(HEADLINE, FIRST, CAPTION + ".", CAPTION + ".", SECOND, THIRD)
    assert len(texts(article, Role.CAPTION)) == 2


def test_positions_and_openings() -> None:
    article = read(
        HEADLINE,
        FIRST,
        "The mayor (left) and the director",
        SECOND,
        "FILE - The quay in 2019.",
        THIRD,
    )
    assert len(texts(article, Role.CAPTION)) == 2


def test_a_signed_paragraph_is_no_caption() -> None:
    article = read(HEADLINE, FIRST, SECOND, f"{THIRD} (EFE)")
    assert roles(article) == ["headline", "paragraph", "paragraph", "paragraph"]


def test_a_headline_in_brackets_is_no_caption() -> None:
    article = read("The Speech That Said It All (Caitlin Lund)", FIRST, SECOND)
    assert roles(article) == ["headline", "paragraph", "paragraph"]


def test_a_notice_of_rights_below_the_text_is_no_caption() -> None:
    notice = "© dpa-infocom, dpa:240704-99-53606/3 (dpa)"
    article = read(HEADLINE, FIRST, SECOND, THIRD, notice)
    assert notice not in texts(article, Role.CAPTION)
