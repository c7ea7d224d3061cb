"""Bylines and dates of a page's head that its mark-up does not tell."""

from __future__ import annotations

import pytest

from clipreader.anatomy import recognise
from clipreader.model import Article, Draft, Hint, Line, Part, Role, Span
from tests.anatomy.drafts import FIRST, HEADLINE, SECOND, THIRD, texts

SITE = "Harbour Lighting Sale"
ENGLISH = (FIRST, SECOND, THIRD)
GERMAN = (
    "Die Fähre hat den Hafen am Abend zum ersten Mal seit elf Jahren wieder im Dunkeln verlassen, "
    "und auf dem Kai war es so still, dass man die Maschine hören konnte.",
    "Der Vertrag mit der Provinz sieht vor, dass die Reederei die Einnahmen behält und zwei "
    "Drittel des Treibstoffs nicht selbst bezahlen muss, wie die Direktorin sagte.",
)


def page(*head: Line, above: tuple[Line, ...] = (), behind: tuple[Line, ...] = ()) -> Article:
    body = [Line(text, Hint.PARAGRAPH) for text in ENGLISH]
    lines = (*above, Line(HEADLINE, Hint.TITLE), *head, *body, *behind)
    return recognise(Draft(lines), article_id="a")


def site(text: str, linked: str = "") -> Line:
    at = text.find(linked)
    span = Span(at, at + len(linked))
    marks = (Part(Role.LINK, span, 1.0, ("told",), "markup"),) if linked else ()
    return Line(text, Hint.FURNITURE, marks=marks)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (site("By Rosa Lund"), ("Rosa Lund",)),
        (site("By Rosa Lund and Ana Reyes"), ("Rosa Lund", "Ana Reyes")),
        (site("By Rosa Lund - Associated Press - Friday, 4 July 2024"), ("Rosa Lund",)),
        (site("Rosa Lund 4 July 2024 | 9.36", "Rosa Lund"), ("Rosa Lund",)),
        (Line("Rosa Lund · 4 July 2024, 9.36", Hint.TIME), ("Rosa Lund",)),
        (Line("Thu 04.07.24 | 14:07 | By Rosa Lund", Hint.TIME), ("Rosa Lund",)),
        (Line("Written by Rosa Lund on July 4, 2024", Hint.CAPTION), ("Rosa Lund",)),
        (Line("By the sea on 4 July 2024", Hint.CAPTION), ()),
        (Line("New Selby, Harbour News Bureau | 4 July 2024", Hint.TIME), ()),
        (Line("Harbour Town | 4 July 2024, 9.36", Hint.TIME), ()),
        (site("By AFP"), ("AFP",)),
        (site("Last Update 4 July 2024"), ()),
        (site("Rosa Lund 4 July 2024"), ()),
        (site("Rosa Lund", "Rosa Lund"), ()),
        (site("By Harbour Times"), ()),
        (site("By Salt GullNovember 4, 2024"), ()),
        (site("By clicking you agree to the terms"), ()),
    ],
    ids=lambda value: value.text if isinstance(value, Line) else None,
)
def test_who(line: Line, names: tuple[str, ...]) -> None:
    article = page(site("Share"), line, site(SITE))
    assert article.metadata.authors == names
    assert SITE in texts(article, Role.BOILERPLATE)


@pytest.mark.parametrize(
    "text",
    [
        "created: 4 July 2024, 15:25 in: Coasts | Comments: 0",
        "Updated: 05.07.2024 23:49 Published: 04.07.2024 21:52",
        "2024/7/4 21:17",
        "2024年7月4日 01時28分",
    ],
)
def test_when(text: str) -> None:
    assert page(site("Share"), site(text), site(SITE)).metadata.published == "2024-07-04"
    assert page(above=(site(text), site("Coasts"))).metadata.published == "2024-07-04"


@pytest.mark.parametrize(("language", "date"), [("de", "2024-07-04"), ("en", None)])
def test_a_year_of_two_figures(language: str, date: str | None) -> None:
    lines = (Line(HEADLINE, Hint.TITLE), site("04.07.24 | 9.36"))
    body = tuple(Line(text, Hint.PARAGRAPH) for text in (GERMAN if language == "de" else ENGLISH))
    assert recognise(Draft((*lines, *body)), article_id="a").metadata.published == date


def test_a_date_of_another_article_does_not_count() -> None:
    assert page(behind=(site("4 July 2024"), site("By Rosa Lund"))).metadata.published is None


def test_a_byline_below_the_deck() -> None:
    deck = Line(
        "Two pylons have burned and ten thousand homes are dark tonight, and the harbour board "
        "asks who is to pay for the light that the coast has gone without.",
        Hint.PARAGRAPH,
    )
    article = page(deck, site("By Rosa Lund"))
    assert article.metadata.authors == ("Rosa Lund",)
    assert article.metadata.deck == deck.text
    assert texts(article, Role.PARAGRAPH) == [FIRST, SECOND, THIRD]
