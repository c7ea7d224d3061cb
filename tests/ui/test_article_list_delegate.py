"""What a row of the article list shows can be seen in its pixels."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect

from clipreader.model import ArticleRow, Colour, Snippet, Span
from clipreader.ui.article_list import ArticleList
from tests.ui import hands

ROW = ArticleRow(
    "a",
    "Night Ferry Returns",
    "Puerto Diario",
    published="2024-07-04",
    translators=("Ana Reyes",),
    unread=False,
)


@pytest.fixture
def painted(qtbot, theme):
    articles = ArticleList(theme)
    qtbot.addWidget(articles)
    articles.resize(328, 500)
    articles.show()

    def picture(row):
        articles.show_rows([row], 1)
        articles.rows.clearSelection()
        place = articles.rows.visualRect(articles.model.index(0))
        return articles.rows.viewport().grab().toImage().copy(place)

    picture.articles = articles
    return picture


def test_each_colour_of_the_highlights_has_its_dot(painted, theme):
    bare = painted(ROW)
    for colour in Colour:
        assert hands.pixels(bare, theme.palette.fill(colour)) == 0
    full = painted(replace(ROW, colours=tuple(reversed(Colour))))
    for colour in Colour:
        assert hands.pixels(full, theme.palette.fill(colour)) > 30


def test_an_unread_row_has_its_dot_before_the_headline(painted, theme):
    corner = QRect(10, 20, 22, 40)
    read, unread = painted(ROW), painted(replace(ROW, unread=True))
    assert hands.pixels(read, theme.palette.accent, corner) == 0
    assert hands.pixels(unread, theme.palette.accent, corner) > 20


def test_a_headline_from_right_to_left_begins_at_the_right_with_its_dot(painted, theme):
    row = replace(ROW, headline="הגשר", unread=True)
    read, unread = painted(replace(row, unread=False)), painted(row)
    left, right = QRect(10, 25, 22, 40), QRect(read.width() - 32, 25, 22, 40)
    assert hands.pixels(read, theme.palette.ink, left) == 0
    assert hands.pixels(read, theme.palette.ink, right) > 0
    assert hands.pixels(unread, theme.palette.accent, left) == 0
    assert hands.pixels(unread, theme.palette.accent, right) > 20


@pytest.mark.parametrize(
    "known",
    [
        {},
        {"translators": ()},
        {"translators": (), "publisher": None},
        {"translators": (), "published": None},
        {"translators": (), "published": None, "publisher": None},
    ],
    ids=str,
)
def test_a_row_keeps_its_height_when_it_is_marked(painted, theme, known):
    plain = replace(ROW, **known)
    marked = replace(plain, starred=True, colours=(Colour.YELLOW, Colour.PINK))
    before, after = painted(plain), painted(marked)
    assert before.height() == after.height()
    assert hands.pixels(after, theme.palette.fill(Colour.PINK)) > 30
    assert painted(replace(marked, starred=False)) != after


def test_a_row_without_publisher_and_date_has_no_empty_line(painted):
    bare = replace(ROW, publisher=None, published=None)
    assert painted(bare).height() == painted(ROW).height() - 18
    for known in ({"publisher": "Puerto Diario"}, {"published": "2024-07-04"}):
        assert painted(replace(bare, **known)).height() == painted(ROW).height()


def test_a_starred_row_looks_different(painted):
    assert painted(ROW) != painted(replace(ROW, starred=True))


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "Night Ferry <b>Returns</b>"},
        {"headline": "Night Ferry R&D"},
        {"publisher": "<i>Puerto</i> & Diario"},
        {"published": "2023-01-09"},
        {"translators": ("R&D <b>Reyes</b>",)},
        {"snippet": Snippet("the <b>ferry</b> & the quay", (Span(7, 12),))},
    ],
)
def test_all_that_a_row_says_is_painted(painted, change):
    assert painted(ROW) != painted(replace(ROW, **change))


def test_an_article_without_a_headline_is_called_as_it_came(painted):
    nameless = replace(ROW, headline="", source_name="harbour.txt")
    assert painted(nameless) != painted(replace(nameless, source_name="lighthouse.txt"))
    assert painted(nameless) != painted(replace(ROW, headline="harbour.txt"))


def test_markup_takes_the_room_of_its_letters(painted, theme):
    plain = painted(replace(ROW, headline="x"))
    typed = painted(replace(ROW, headline="<b>x</b><b>x</b>"))
    assert hands.pixels(typed, theme.palette.ink) > 2 * hands.pixels(plain, theme.palette.ink)


def test_rows_turn_with_the_theme(painted, theme):
    for choice in ("dark", "light"):
        theme.set_choice(choice)
        image = painted(ROW)
        assert hands.pixels(image, theme.palette.ink) > 20
        painted.articles.select("a")
        place = painted.articles.rows.visualRect(painted.articles.model.index(0))
        chosen = painted.articles.rows.viewport().grab().toImage().copy(place)
        assert hands.pixels(chosen, theme.palette.selected) > 0.5 * place.width() * place.height()


@pytest.mark.parametrize("width", [60, 120, 328, 900])
def test_any_row_fits_any_width(painted, width):
    painted.articles.resize(width, 400)
    row = replace(
        ROW,
        headline="W" * 500,
        publisher="P" * 300,
        translators=tuple("Translator Number" for _ in range(40)),
        colours=tuple(Colour),
        starred=True,
        unread=True,
        published="no date at all",
    )
    assert not painted(row).isNull()
