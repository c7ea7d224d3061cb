"""The table of rules says what the person wants, and what cannot be done is not offered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from clipreader.model import BLOCK_ROLES, FieldName, Match, Role, Rule
from clipreader.ui.rules_dialog import RulesDialog

CUE = Rule("1", Match.BEGINS, "FOTO: <b>R&D</b>", Role.CAPTION, "Puerto Diario")
APPEAL = Rule("2", Match.WHOLE, "Support us", Role.BOILERPLATE, is_on=False)


@pytest.fixture
def dialog(qtbot):
    made = RulesDialog()
    qtbot.addWidget(made)
    made.show_rules((CUE, APPEAL))
    made.show()
    return made


def box(dialog, row, column):
    found = dialog.table.cellWidget(row, column)
    assert isinstance(found, QComboBox)
    return found


def choose(dialog, column, value):
    """Choose in the first row what the person would."""
    made = box(dialog, 0, column)
    values = [made.itemData(at) for at in range(made.count())]
    made.setCurrentIndex(values.index(value.value))
    made.activated.emit(made.currentIndex())


def test_rules_are_shown_as_they_are(dialog):
    assert dialog.table.item(0, 3).text() == CUE.words
    assert [dialog.table.item(row, 0).checkState() for row in (0, 1)] == [
        Qt.CheckState.Checked,
        Qt.CheckState.Unchecked,
    ]
    assert box(dialog, 0, 2).currentText() == "begins with"
    assert box(dialog, 1, 4).currentText() == "Site text"


@pytest.mark.parametrize(
    ("act", "made"),
    [
        (lambda d: d.table.item(0, 1).setText(" "), replace(CUE, publisher=None)),
        (lambda d: d.table.item(0, 3).setText("Bild:"), replace(CUE, words="Bild:")),
        (lambda d: d.table.item(1, 0).setCheckState(Qt.CheckState.Checked),
         replace(APPEAL, is_on=True)),
        (lambda d: choose(d, 2, Match.CONTAINS), replace(CUE, match=Match.CONTAINS)),
        (lambda d: choose(d, 2, Match.NAMES), replace(CUE, match=Match.NAMES, role=Role.CREDIT)),
        (lambda d: choose(d, 2, Match.ALWAYS),
         replace(CUE, match=Match.ALWAYS, role=FieldName.PUBLISHER)),
        (lambda d: choose(d, 4, FieldName.TRANSLATORS),
         replace(CUE, match=Match.NAMES, role=FieldName.TRANSLATORS)),
        (lambda d: (box(d, 0, 4).setCurrentIndex(2), box(d, 0, 4).activated.emit(2)),
         replace(CUE, role=BLOCK_ROLES[2])),
    ],
    ids=["publisher", "words", "on", "match", "star", "always", "field", "role"],
)  # fmt: skip
def test_an_edited_cell_tells_the_rule_as_it_is_to_be(qtbot, dialog, act, made):
    with qtbot.waitSignal(dialog.changed) as told:
        act(dialog)
    assert told.args == [made]


def test_what_is_selected_is_applied_and_removed(qtbot, dialog):
    assert not dialog.remove.isEnabled()
    assert not dialog.apply.isEnabled()
    dialog.table.selectAll()
    with qtbot.waitSignal(dialog.apply_asked) as told:
        dialog.apply.click()
    assert told.args == [(CUE,)], "a rule that is off names nothing"
    with qtbot.waitSignal(dialog.removed) as told:
        dialog.remove.click()
    assert told.args == [("1", "2")]


def test_an_empty_table_says_how_rules_come_to_be(dialog):
    dialog.show_rules(())
    assert dialog.empty.isVisible()
    assert "Always for" in dialog.empty.text()
    assert not dialog.table.isVisible()
    assert not dialog.give_out.isEnabled()
    assert dialog.take_in.isEnabled()
