"""Every control that can be used has a name that a screen reader can say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clipreader.model import Fate, Imported, ImportReport, Query, Version, VersionState
from clipreader.operations.comparing import Comparison, Move, Moved
from clipreader.settings import Settings
from clipreader.text.differences import differences
from clipreader.ui.about import About
from clipreader.ui.compare_dialog import CompareDialog
from clipreader.ui.export_dialog import ExportDialog, Scope
from clipreader.ui.fields_editor import FieldsEditor
from clipreader.ui.import_report import ImportReportDialog
from clipreader.ui.main_window import MainWindow, Place
from clipreader.ui.original_view import OriginalView
from clipreader.ui.settings_dialog import SettingsDialog
from clipreader.ui.shortcuts_dialog import ShortcutsDialog
from clipreader.ui.theme import Theme
from clipreader.ui.typography import TypographyCard
from clipreader.ui.versions_dialog import VersionsDialog
from tests import records

R = QAccessible.Role
USED = {
    *(R.Button, R.PushButton, R.CheckBox, R.RadioButton, R.ComboBox, R.EditableText, R.Slider),
    *(R.SpinBox, R.List, R.Tree, R.Table, R.MenuItem, R.ButtonMenu, R.ButtonDropDown),
}


def walk(one: QAccessibleInterface, path: str = "") -> Iterator[tuple[QAccessibleInterface, str]]:
    here = f"{path} > {one.role().name} {one.text(QAccessible.Text.Name)!r}"
    yield one, here
    for number in range(min(one.childCount(), 200)):
        child = one.child(number)
        if child and child.isValid():
            yield from walk(child, here)


def nameless(widget: QWidget) -> list[str]:
    top = QAccessible.queryAccessibleInterface(widget)
    assert top is not None
    found: list[str] = []
    for one, path in walk(top):
        hidden = one.state().invisible  # type: ignore[attr-defined]
        separator = one.role() == R.MenuItem and not one.isValid()
        counts = one.role() in USED and not hidden and not separator
        if counts and not one.text(QAccessible.Text.Name).strip():
            found.append(path)
    return found


def window(theme: Theme, place: Place) -> QWidget:
    made = MainWindow(theme, Settings())
    made.show_place(place)
    made.version_strip.offer(WAITS)
    made.find_bar.show()
    made.banner.tell("The library cannot be written.")
    made.notices.tell("Three added", (("Undo", lambda: None),))
    return made


REPORT = ImportReport((Imported("a.txt", Fate.FAILED, None, "This is not a text."),))

SHOWN = Version("a", "a", VersionState.SHOWN, "a.txt", "text/plain", None, "2024-07-04T10:00:00")
WAITS = replace(SHOWN, id="b", state=VersionState.WAITING, words=3)
TEXTS = "the old text", "the new text"
MARKED = Moved(records.highlight(records.article(), "a piano"), Move.GONE, "")


def versions(theme: Theme) -> QWidget:
    made = VersionsDialog()
    made.show_versions((WAITS, SHOWN))
    return made


def compared(theme: Theme) -> QWidget:
    found = Comparison(SHOWN, WAITS, *TEXTS, differences(*TEXTS), (MARKED,))
    return CompareDialog(found, theme)


WINDOWS: dict[str, Callable[[Theme], QWidget]] = {
    "reading": lambda theme: window(theme, Place.READING),
    "clippings": lambda theme: window(theme, Place.CLIPPINGS),
    "empty": lambda theme: window(theme, Place.EMPTY),
    "export": lambda theme: ExportDialog(theme, (Scope("All clippings", Query()),)),
    "fields": lambda theme: FieldsEditor(theme, records.article()),
    "original": OriginalView,
    "versions": versions,
    "compared": compared,
    "report": lambda theme: ImportReportDialog(REPORT),
    "settings": lambda theme: SettingsDialog(Settings(), "/home/ana/library"),
    "about": lambda theme: About(theme, "/home/ana/library"),
}


@pytest.mark.parametrize("name", list(WINDOWS))
def test_every_control_has_a_name(qtbot: QtBot, theme: Theme, name: str) -> None:
    made = WINDOWS[name](theme)
    qtbot.addWidget(made)
    made.show()
    assert nameless(made) == []


def test_every_shortcut_has_a_name(theme: Theme) -> None:
    owner = MainWindow(theme, Settings())
    dialog = ShortcutsDialog(owner.verbs, owner)
    dialog.show()
    assert nameless(dialog) == []
    shiboken6.delete(owner)  # a window that nobody holds is torn down at any later moment


def test_typography_card_has_names(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    card = TypographyCard(theme, Settings(), parent)
    assert nameless(card) == []


def test_walk_finds_a_planted_one(qtbot: QtBot, theme: Theme) -> None:
    from PySide6.QtWidgets import QToolButton  # noqa: PLC0415  # only to plant a fault

    made = QWidget()
    qtbot.addWidget(made)
    button = QToolButton(made)
    made.show()
    assert len(nameless(made)) == 1
    button.setAccessibleName("Star")
    assert nameless(made) == []
