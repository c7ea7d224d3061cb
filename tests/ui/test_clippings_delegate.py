"""What a clipping shows can be seen in its pixels."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect

from clipreader.model import Anchor, Certainty, Colour
from clipreader.ui.clippings import ClippingsPanel
from tests import records
from tests.ui import hands

ARTICLE = records.article()
ONE = records.clipping(ARTICLE, "the province pays two thirds of the fuel")


@pytest.fixture
def painted(qtbot, theme):
    panel = ClippingsPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(520, 600)
    panel.show()

    def picture(clipping, *, chosen=False):
        panel.show_clippings((clipping,), 1)
        panel.rows.clearSelection()
        if chosen:
            panel.rows.setCurrentIndex(panel.model.index(0))
        place = panel.rows.visualRect(panel.model.index(0))
        return panel.rows.viewport().grab().toImage().copy(place)

    return picture


def with_(**changes):
    return replace(ONE, highlight=replace(ONE.highlight, **changes))


@pytest.mark.parametrize("colour", list(Colour))
def test_the_edge_has_the_highlights_colour(painted, theme, colour):
    image = painted(with_(colour=colour))
    edge = QRect(0, 0, 4, image.height() - 1)
    assert hands.pixels(image, theme.palette.edge(colour), edge) == 4 * (image.height() - 1)


@pytest.mark.parametrize(
    "changes",
    [
        {"note": "Half. <b>R&D</b>"},
        {"tags": ("public money",)},
        {"tags": ("<b>R&D</b>", "a/b")},
        {"anchor": Anchor(ONE.highlight.span, Certainty.DOUBTFUL)},
        {"anchor": Anchor(None, Certainty.LOST)},
    ],
)
def test_all_that_a_clipping_has_is_painted(painted, changes):
    assert painted(with_(**changes)) != painted(ONE)


def test_a_place_that_is_not_sure_stands_out(painted, theme):
    assert hands.pixels(painted(ONE), theme.palette.danger) == 0
    lost = painted(with_(anchor=Anchor(None, Certainty.LOST)))
    assert hands.pixels(lost, theme.palette.danger, QRect(0, 30, 520, 200)) > 5


def test_a_chosen_clipping_has_another_ground(painted, theme):
    ground = theme.palette.selected
    assert hands.pixels(painted(ONE), ground) == 0
    image = painted(ONE, chosen=True)
    assert hands.pixels(image, ground) > 0.5 * image.width() * image.height()


def test_an_endless_clipping_keeps_to_its_lines(painted):
    quote = "words and " * 100_000
    note, tags = "note " * 50_000, tuple(f"tag number {n}" for n in range(200))
    selector = replace(ONE.highlight.selector, exact=quote)
    made = replace(with_(selector=selector, note=note, tags=tags), quote=quote)
    assert painted(made).height() < 300


def test_right_to_left_words_are_painted(painted, theme):
    quote = "שלום לכולם " * 12
    image = painted(replace(ONE, quote=quote))
    assert hands.pixels(image, theme.palette.ink) > 50
