import pytest
from PySide6.QtWidgets import QToolButton

from clipreader.model import Colour, NameCount, Query, Role, Term
from clipreader.ui.clippings_filters import PARTS, ClippingsFilters


@pytest.fixture
def filters(qtbot, theme):
    made = ClippingsFilters(theme)
    qtbot.addWidget(made)
    made.set_tags((NameCount("public money", 3), NameCount("R&D <b>x</b>", 1)))
    made.told = []
    made.changed.connect(made.told.append)
    made.show()
    return made


def chip(filters, name):
    found = [one for one in filters.findChildren(QToolButton) if one.accessibleName() == name]
    assert len(found) == 1
    return found[0]


def choose(filters, name, words):
    menu = chip(filters, name).menu()
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_a_tag_narrows_and_any_takes_it_back(filters):
    choose(filters, "Filter by tag", "R&&D <b>x</b>")
    assert filters.told == [Query(tags=("R&D <b>x</b>",))]
    assert chip(filters, "Filter by tag").text() == "tag: R&&D <b>x</b>"
    choose(filters, "Filter by tag", "Any")
    assert filters.told[-1] == Query()
    assert chip(filters, "Filter by tag").text() == "any tag"


@pytest.mark.parametrize(
    ("name", "words", "query"),
    [
        ("Filter by colour", "Green", Query(colours=(Colour.GREEN,))),
        ("Filter by part", "Caption", Query(roles=("caption",))),
        ("Filter by part", "Credit", Query(roles=("credit",))),
    ],
)
def test_colour_and_part_narrow(filters, name, words, query):
    choose(filters, name, words)
    assert filters.told == [query]
    assert chip(filters, name).text() == words
    assert chip(filters, name).property("on")


def test_every_part_can_be_asked_for(filters):
    words = [a.text() for a in chip(filters, "Filter by part").menu().actions() if a.data()]
    assert len(words) == len(PARTS) == len(set(PARTS))
    assert Role.CREDIT in PARTS


def test_filters_hold_together(filters):
    choose(filters, "Filter by colour", "Pink")
    choose(filters, "Filter by part", "Caption")
    choose(filters, "Filter by tag", "public money")
    assert filters.query == Query(
        tags=("public money",), colours=(Colour.PINK,), roles=("caption",)
    )


def test_the_search_is_joined_and_the_chips_win(filters):
    choose(filters, "Filter by colour", "Pink")
    filters.set_search(Query(terms=(Term("fuel"),), tags=("a",), colours=(Colour.BLUE,)))
    assert filters.told[-1].terms == (Term("fuel"),)
    assert filters.told[-1].tags == ("a",)
    assert filters.told[-1].colours == (Colour.PINK,)


def test_the_same_search_again_asks_nothing(filters):
    filters.set_search(Query())
    assert filters.told == []


def test_the_article_chip_names_it_and_goes_by_a_click(filters):
    name = "Clippings of one article"
    assert not chip(filters, name).isVisible()
    filters.set_query(Query(article_ids=("a",)), "R&D of <b>ships</b> " + "and more " * 9)
    shown = chip(filters, name)
    assert shown.isVisible()
    assert shown.text().startswith("R&&D of <b>ships</b>")
    assert len(shown.text()) < 40
    shown.click()
    assert filters.told[-1] == Query()


def test_a_tag_that_is_chosen_survives_other_tags(filters):
    choose(filters, "Filter by tag", "public money")
    filters.set_tags((NameCount("other", 1),))
    assert filters.query.tags == ("public money",)
