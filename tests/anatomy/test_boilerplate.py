"""What the site says about itself is classed, and no paragraph with it."""

from __future__ import annotations

import pytest

from clipreader.anatomy import recognise
from clipreader.anatomy.boilerplate import appeal, furniture
from clipreader.anatomy.phrases import folded, phrases_for
from clipreader.model import Draft, Hint, Line, Role
from tests.anatomy.drafts import FIRST, HEADLINE, PARAGRAPHS, SECOND, THIRD, block_of, read, texts

BUTTONS = [
    *(
        "Share",
        "Advertisement",
        "READ MORE",
        "4 minute read",
        "2 of 14",
        "latest articles",
        "14 hours ago",
        "Home > News > Coasts",
    ),
    *(
        "________",
        "(END)",
        "editor@gull.example",
        "#coasts #ferry",
        "12:30",
        "[ Who owns the quay? ]",
    ),
]


@pytest.mark.parametrize("text", BUTTONS)
def test_furniture(text: str) -> None:
    assert furniture(text, folded(text), phrases_for("en"))


@pytest.mark.parametrize(
    "text",
    [
        "« On s’y fait », dit-il. « On attend. »",
        "Ferry Keeper Finds the <b>Old</b> Bell",
        "What the chart says",
        "27.08.2022",
        "21 May 2024",
        "Year Passengers Minutes",
        "In May",
        "Fishing",
        "They share it.",
    ],
)
def test_is_no_furniture(text: str) -> None:
    assert furniture(text, folded(text), phrases_for("en")) is None


APPEALS = [
    ("en", "© 2024 Agencia Norte. All rights reserved."),
    ("en", "Tags: music, Cape Selby, neighbours"),
    ("en", "SUPPORT OUR WORKThe Gull is written by people. Become a member today."),
    ("en", "Subscribe to our newsletter and get The Gull in your inbox every Friday."),
    ("es", "Todos los derechos reservados © El Faro de Lirio"),
    ("fr", "Soutenez-nous\u00a0: un journal local ne vit que de ses lecteurs."),
    ("de", "Mehr zum Thema: Wem gehört der Nachhall?"),
    ("pt", "Leia também: O farol que dorme de dia"),
    ("it", "Leggi anche: Il faro che dorme"),
]


@pytest.mark.parametrize(("code", "text"), APPEALS)
def test_appeal(code: str, text: str) -> None:
    found = appeal(text, folded(text), phrases_for(code))
    assert found
    assert found[0] >= 0.85


def test_a_full_sentence_with_one_sign_is_not_sure() -> None:
    text = "Support the plan or leave it, the mayor said, but do not say that nobody asked."
    found = appeal(text, folded(text), phrases_for("en"))
    assert found is None or found[0] < 0.85


TAIL = (
    "Most read",
    "Harbour Town in the dark: a walk along the unlit quay",
    "© The Gull, all rights reserved",
)


def test_all_behind_the_end_is_the_site() -> None:
    article = read(HEADLINE, *PARAGRAPHS, "Translated by Ana Reyes", *TAIL)
    assert texts(article, Role.BOILERPLATE) == list(TAIL)
    assert texts(article, Role.PARAGRAPH) == list(PARAGRAPHS)


def test_a_translator_inside_the_sites_words_is_kept() -> None:
    article = read(HEADLINE, *PARAGRAPHS, TAIL[0], "Translated by Ana Reyes", TAIL[2])
    assert article.metadata.translators == ("Ana Reyes",)


def test_a_last_paragraph_that_begins_like_an_appeal_stays() -> None:
    last = "Support for the night ferry grew in June, a poll by the province showed, and fell."
    article = read(HEADLINE, *PARAGRAPHS, last)
    assert block_of(article, last).role == Role.PARAGRAPH


def test_a_button_between_paragraphs_ends_nothing() -> None:
    article = read(HEADLINE, FIRST, "Advertisement", SECOND, "Continue reading below", THIRD)
    assert texts(article, Role.PARAGRAPH) == list(PARAGRAPHS)
    assert len(texts(article, Role.BOILERPLATE)) == 2


def test_short_paragraphs_behind_a_link_stay() -> None:
    short = ("Not everybody came to cheer.", "The piano waited for the tide.")
    link = "Read also: The timetable that nobody signed"
    article = read(HEADLINE, *PARAGRAPHS, *PARAGRAPHS, link, *short)
    assert texts(article, Role.BOILERPLATE) == [link]
    assert texts(article, Role.PARAGRAPH)[-2:] == list(short)


def test_behind_the_comments_the_article_does_not_go_on() -> None:
    behind = ("Comments", "Please keep your comments short and kind, as ever.")
    article = read(HEADLINE, *PARAGRAPHS, *PARAGRAPHS, *behind)
    assert texts(article, Role.BOILERPLATE) == list(behind)


def test_a_list_under_its_heading() -> None:
    links = ("Who paid for the swing bridge?", "Harbour dues to rise again")
    article = read(HEADLINE, FIRST, "RELATED ARTICLES", *links, SECOND)
    assert texts(article, Role.BOILERPLATE) == ["RELATED ARTICLES", *links]


def test_title_and_sentence_run_together() -> None:
    text = (
        "COLLABORATE WITH OUR WORKThe Gull team writes every day. We invite you to become a member."
    )
    article = read(HEADLINE, *PARAGRAPHS, text)
    assert block_of(article, text).role == Role.BOILERPLATE
    assert block_of(article, text).is_sure


def test_rights_before_the_first_sentences_do_not_take_the_paragraph_away() -> None:
    first = f"© Provided by The Gull Inc. {FIRST}"
    lines = (Line(HEADLINE, Hint.TITLE), Line(first, Hint.PARAGRAPH), Line(SECOND, Hint.PARAGRAPH))
    assert block_of(recognise(Draft(lines), article_id="a"), first).role == Role.PARAGRAPH
