"""Highlights whose place is not sure are listed, and each can be settled."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from clipreader.model import Anchor, Certainty
from clipreader.ui.plain import PlainLabel
from tests import records

ARTICLE = records.article()
SURE = records.highlight(ARTICLE, "At twenty past nine")


def unsure(words, certainty, why=""):
    made = records.highlight(ARTICLE, words)
    span = None if certainty == Certainty.LOST else made.span
    return replace(made, anchor=Anchor(span, certainty, why))


DOUBTFUL = unsure("ramp came up", Certainty.DOUBTFUL, "The words before it changed.")
LOST = unsure("They will move", Certainty.LOST)


@pytest.fixture
def banner(reader, opened):
    reader.show_article(opened(ARTICLE, (SURE, DOUBTFUL, LOST)))
    reader.banner.open()
    return reader.banner


def labels(banner):
    QApplication.processEvents()  # rows show when the layout is asked for
    return [label.text() for label in banner.findChildren(PlainLabel) if label.isVisible()]


def buttons(banner, made):
    found = [b for b in banner.findChildren(QPushButton) if made.quote in b.accessibleName()]
    return {button.text(): button for button in found}


def test_it_counts_what_needs_a_look(reader, opened, banner):
    assert "2 passages need a look" in labels(banner)
    reader.set_highlights((SURE, DOUBTFUL))
    assert "1 passage needs a look" in labels(banner)
    reader.set_highlights((SURE,))
    assert not banner.isVisible()


def test_it_lists_quote_and_reason(banner):
    said = labels(banner)
    assert f"“{DOUBTFUL.quote}”" in said
    assert "The words before it changed." in said
    assert f"“{LOST.quote}”" in said
    assert "These words are not in the article any more." in said
    assert not any(SURE.quote in words for words in said)


@pytest.mark.parametrize(
    ("made", "words", "signal", "args"),
    [
        (DOUBTFUL, "It is here", "confirm_asked", [DOUBTFUL.id]),
        (DOUBTFUL, "Remove", "removal_asked", [(DOUBTFUL.id,)]),
        (LOST, "It is what I selected", "confirm_asked", [LOST.id]),
        (LOST, "Remove", "removal_asked", [(LOST.id,)]),
    ],
)
def test_each_can_be_settled(qtbot, reader, banner, made, words, signal, args):
    with qtbot.waitSignal(getattr(reader, signal)) as told:
        buttons(banner, made)[words].click()
    assert told.args == args


def test_show_goes_to_the_place_and_makes_it_current(reader, banner):
    buttons(banner, DOUBTFUL)["Show"].click()
    assert reader.marking.current == DOUBTFUL.id
    assert "Show" not in buttons(banner, LOST), "there is no place to go to"


def test_it_opens_and_closes(banner):
    toggle = banner._toggle
    toggle.click()
    assert not any(DOUBTFUL.quote in words for words in labels(banner))
    assert toggle.text() == "Look"
    toggle.click()
    assert any(DOUBTFUL.quote in words for words in labels(banner))


def test_quotes_are_shown_as_typed_and_on_one_line(reader, banner):
    selector = replace(LOST.selector, exact="<b>R&D</b>\nof " + "words " * 200)
    reader.set_highlights((replace(LOST, selector=selector),))
    quote = next(words for words in labels(banner) if words.startswith("“"))
    assert quote.startswith("“<b>R&D</b> of words")
    assert len(quote) < 170


def test_a_hundred_of_them_leave_room_for_the_page(reader, banner):
    many = tuple(unsure(ARTICLE.text[n : n + 9], Certainty.DOUBTFUL) for n in range(100))
    reader.set_highlights(many)
    assert banner.height() < 400
    assert reader.view.height() > 200


def test_a_lost_highlight_is_nowhere_on_the_page(reader, banner):
    assert {item.id for item in reader.view.painter.items} == {SURE.id, DOUBTFUL.id}
    reader.go_to_highlight(LOST.id)
    assert reader.marking.current == ""
