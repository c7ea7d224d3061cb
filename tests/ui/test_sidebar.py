from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clipreader.model import Counts, NameCount, Query, Shelf
from clipreader.ui.sidebar import ENTRY, Sidebar
from clipreader.ui.sidebar_entries import Entry, Kind, Section
from clipreader.ui.theme import Theme

COUNTS = Counts(
    all=5,
    trash=2,
    tags=(NameCount("ferries", 2), NameCount("R&D <b>", 1)),
    translators=tuple(NameCount(f"Name {n}", 30 - n) for n in range(12)),
)


@pytest.fixture
def sidebar(qtbot: QtBot, theme: Theme) -> Sidebar:
    made = Sidebar(theme)
    qtbot.addWidget(made)
    made.resize(216, 800)
    made.show_counts(COUNTS)
    made.show()
    return made


def click(sidebar: Sidebar, label: str) -> None:
    model = sidebar.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if index.data() == label:
            place = sidebar.visualRect(index).center()
            QTest.mouseClick(
                sidebar.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
            )
            return
    raise LookupError(label)


def test_click_chooses_once(qtbot: QtBot, sidebar: Sidebar) -> None:
    chosen: list[Entry] = []
    sidebar.chosen.connect(chosen.append)
    click(sidebar, "Starred")
    assert {entry.shelf for entry in chosen} == {Shelf.STARRED}
    click(sidebar, "R&D <b>")
    assert chosen[-1].query == Query(tags=("R&D <b>",))


def test_keyboard_passes_headings_and_folds_them(qtbot: QtBot, sidebar: Sidebar) -> None:
    click(sidebar, "Trash")
    QTest.keyClick(sidebar, Qt.Key.Key_Down)
    assert sidebar.currentIndex().data() == "Tags"
    assert sidebar.entry.shelf == Shelf.TRASH
    rows = sidebar.model().rowCount()
    with qtbot.waitSignal(sidebar.folded) as told:
        QTest.keyClick(sidebar, Qt.Key.Key_Left)
    assert told.args == [frozenset({Section.TAGS})]
    assert sidebar.model().rowCount() == rows - 2
    QTest.keyClick(sidebar, Qt.Key.Key_Left)  # it is folded already
    assert sidebar.model().rowCount() == rows - 2
    QTest.keyClick(sidebar, Qt.Key.Key_Space)
    assert sidebar.model().rowCount() == rows
    QTest.keyClick(sidebar, Qt.Key.Key_Down)
    assert sidebar.entry.name == "ferries"


def test_a_click_folds_a_section_but_not_what_is_chosen(sidebar: Sidebar) -> None:
    chosen: list[Entry] = []
    click(sidebar, "ferries")
    sidebar.chosen.connect(chosen.append)
    click(sidebar, "Tags")
    shown = [sidebar.model().index(row, 0).data() for row in range(sidebar.model().rowCount())]
    assert "ferries" in shown
    assert "R&D <b>" not in shown
    sidebar.show_counts(replace(COUNTS, all=6))
    assert sidebar.entry.name == "ferries"
    assert not chosen


def test_keys_show_all_names(sidebar: Sidebar) -> None:
    rows = sidebar.model().rowCount()
    click(sidebar, "Show all 12")
    QTest.keyClick(sidebar, Qt.Key.Key_Return)
    assert sidebar.model().rowCount() == rows


def test_show_all_opens_a_section(sidebar: Sidebar) -> None:
    rows = sidebar.model().rowCount()
    click(sidebar, "Show all 12")
    assert sidebar.model().rowCount() == rows + 4


def test_selection_survives_new_counts(sidebar: Sidebar) -> None:
    click(sidebar, "ferries")
    sidebar.show_counts(Counts(all=9, tags=(NameCount("a", 1), NameCount("ferries", 3))))
    assert sidebar.entry.name == "ferries"
    entry = sidebar.currentIndex().data(ENTRY)
    assert isinstance(entry, Entry)
    assert entry.count == 3


def test_lost_name_gives_way_to_all(qtbot: QtBot, sidebar: Sidebar) -> None:
    click(sidebar, "ferries")
    with qtbot.waitSignal(sidebar.chosen) as chosen:
        sidebar.show_counts(Counts(all=5))
    assert chosen.args is not None
    assert chosen.args[0].shelf == Shelf.ALL


def test_lines_speak(sidebar: Sidebar) -> None:
    first = sidebar.model().index(0, 0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "All articles, 5"
    heading = next(
        index
        for row in range(sidebar.model().rowCount())
        if (index := sidebar.model().index(row, 0)).data(ENTRY).kind == Kind.SECTION
    )
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == "Tags, 2, open"


def test_every_line_can_be_painted(sidebar: Sidebar, theme: Theme) -> None:
    light = sidebar.grab().toImage()
    theme.set_choice("dark")
    assert sidebar.grab().toImage() != light
