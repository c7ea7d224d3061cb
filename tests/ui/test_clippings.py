from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clipreader.model import Anchor, Certainty, Clipping, Colour, Metadata, NameCount, Query, Term
from clipreader.ui.clippings import ClippingsPanel
from clipreader.ui.clippings_model import source_line
from clipreader.ui.theme import Theme
from tests import records

ARTICLE = records.article()
CLIPPINGS = (
    records.clipping(
        ARTICLE, "the province pays two thirds of the fuel", note="Half.", tags=("public money",)
    ),
    records.clipping(ARTICLE, records.CAPTION, colour=Colour.GREEN),
)


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> ClippingsPanel:
    made = ClippingsPanel(theme)
    qtbot.addWidget(made)
    made.resize(520, 700)
    made.show_clippings(CLIPPINGS, 412)
    made.show()
    return made


def test_nothing_selected_means_all(panel: ClippingsPanel) -> None:
    assert panel.chosen == CLIPPINGS
    panel.rows.setCurrentIndex(panel.model.index(1))
    assert panel.chosen == CLIPPINGS[1:]


def test_return_goes_to_the_passage(qtbot: QtBot, panel: ClippingsPanel) -> None:
    panel.rows.setCurrentIndex(panel.model.index(1))
    with qtbot.waitSignal(panel.passage_asked) as asked:
        QTest.keyClick(panel.rows, Qt.Key.Key_Return)
    assert asked.args == [ARTICLE.id, CLIPPINGS[1].highlight.id]


def test_delete_asks_for_the_selected_ones(qtbot: QtBot, panel: ClippingsPanel) -> None:
    panel.rows.selectAll()
    with qtbot.waitSignal(panel.removal_asked) as asked:
        QTest.keyClick(panel.rows, Qt.Key.Key_Delete)
    assert asked.args == [tuple(one.highlight.id for one in CLIPPINGS)]


def test_selection_survives_a_refresh(panel: ClippingsPanel) -> None:
    panel.rows.setCurrentIndex(panel.model.index(1))
    extra = records.clipping(ARTICLE, "Harbour Town")
    panel.show_clippings((extra, *CLIPPINGS), 413)
    assert panel.selected_ids == (CLIPPINGS[1].highlight.id,)


def test_filters_join_with_the_search(panel: ClippingsPanel) -> None:
    told: list[Query] = []
    panel.query_changed.connect(told.append)
    panel.filters.set_tags((NameCount("public money", 3), NameCount("R&D", 1)))
    panel.narrow(Query(tags=("R&D",), colours=(Colour.GREEN,)))
    panel.look_for(Query(terms=(Term("fuel"),), tags=("to quote",)))
    assert told[-1] == Query(
        terms=(Term("fuel"),), tags=("to quote", "R&D"), colours=(Colour.GREEN,)
    )


def test_article_chip_takes_itself_away(panel: ClippingsPanel) -> None:
    panel.narrow(Query(article_ids=("a",)), "A headline & more")
    chip = panel.filters._article
    assert chip.isVisible()
    chip.click()
    assert panel.query.article_ids == ()
    assert not chip.isVisible()


def with_certainty(certainty: Certainty) -> Clipping:
    one = CLIPPINGS[0]
    anchor = Anchor(one.highlight.anchor.span, certainty)
    return replace(one, highlight=replace(one.highlight, anchor=anchor))


@pytest.mark.parametrize(
    ("clipping", "said"),
    [
        (CLIPPINGS[0], f"{records.HEADLINE} · Puerto Diario, 4 Jul 2024 · tr. Ana Reyes"),
        (CLIPPINGS[1], "Caption, photo Harbour Authority · "),
        (with_certainty(Certainty.DOUBTFUL), "Place not sure · "),
        (with_certainty(Certainty.LOST), "Place lost · "),
    ],
)
def test_source_line_says_where_from(clipping: Clipping, said: str) -> None:
    assert source_line(clipping).startswith(said)


def test_source_line_of_nothing_known() -> None:
    bare = replace(CLIPPINGS[0], citation=replace(CLIPPINGS[0].citation, metadata=Metadata()))
    assert source_line(bare) == ""


def test_rows_grow_with_note_and_tags(panel: ClippingsPanel) -> None:
    assert panel.rows.sizeHintForRow(0) > panel.rows.sizeHintForRow(1)
    assert not panel.grab().isNull()
