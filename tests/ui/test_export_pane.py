from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from clipreader.model import Query
from clipreader.ui.export_dialog import ExportDialog, Scope
from clipreader.ui.export_pane import LONGEST, ExportPane
from clipreader.ui.theme import Theme


@dataclass(frozen=True)
class File:
    name: str
    text: str


ONE = File("night-ferry.md", '---\ntitle: "Night Ferry"\n---\n\n> two thirds\n\n# Night\n^c-7f\n')


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> ExportPane:
    made = ExportPane(theme)
    qtbot.addWidget(made)
    return made


def test_one_file_is_shown_exactly(pane: ExportPane) -> None:
    pane.show_files((ONE,), 1)
    assert pane.text.toPlainText() == ONE.text


def test_several_files_are_shown_with_their_names(pane: ExportPane) -> None:
    pane.show_files((ONE, File("other.md", "words")), 2)
    shown = pane.text.toPlainText()
    assert shown.index("night-ferry.md") < shown.index("other.md") < shown.index("words")


def test_endless_preview_is_cut(pane: ExportPane) -> None:
    pane.show_files([File(f"{n}.md", "x" * 50_000) for n in range(20)], 20)
    assert len(pane.text.toPlainText()) <= LONGEST


def test_markup_is_shown_as_typed(pane: ExportPane) -> None:
    pane.show_files((File("a.md", "<b>bold</b> & <img src=x>"),), 1)
    assert pane.text.toPlainText() == "<b>bold</b> & <img src=x>"


def test_nothing_to_export_cannot_be_exported(pane: ExportPane) -> None:
    pane.show_files((), 0)
    assert not pane._export.isEnabled()
    pane.show_files((ONE,), 12)
    assert pane._export.isEnabled()
    assert "12" in pane._export.text()


def tint(pane: ExportPane, line: int) -> QColor:
    formats = pane.text.document().findBlockByNumber(line).layout().formats()
    return formats[0].format.foreground().color() if formats else QColor()  # type: ignore[attr-defined]


def test_front_matter_keys_are_tinted_and_body_lines_are_not(
    pane: ExportPane, theme: Theme
) -> None:
    pane.show_files((ONE,), 1)
    assert tint(pane, 1) == theme.palette.accent
    assert tint(pane, 4) == theme.palette.faint
    pane.show_files((File("a.md", "title: no front matter"),), 1)
    assert tint(pane, 0) == QColor()


def test_layout_is_told(qtbot: QtBot, pane: ExportPane) -> None:
    with qtbot.waitSignal(pane.layout_chosen) as told:
        pane._layout.setCurrentIndex(1)
    assert told.args == [True]
    assert pane.one_file


def test_dialog_tells_its_scope(qtbot: QtBot, theme: Theme) -> None:
    scopes = (Scope("This article", Query(article_ids=("a",))), Scope("All clippings", Query()))
    dialog = ExportDialog(theme, scopes)
    qtbot.addWidget(dialog)
    assert dialog.query == scopes[0].query
    with qtbot.waitSignal(dialog.scope_chosen) as told:
        dialog.choose(1)
    assert told.args == [Query()]
