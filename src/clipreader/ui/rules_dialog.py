"""The person's rules as a table: edited in place, switched, removed, given away and taken in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from clipreader.model import BLOCK_ROLES, FIXED, NAMED, Becomes, Match, Rule, becomes, becoming
from clipreader.ui.plain import PlainLabel
from clipreader.ui.wording import becomes_label, tr

_ON, _PUBLISHER, _MATCH, _WORDS, _ROLE = range(5)

_USUAL = (Match.NAMES, Match.ALWAYS, Match.BEGINS)
"""How words meet a block by default, where it is not said."""


def match_label(match: Match) -> str:
    """Return how words and a block have to meet, as the person reads it."""
    return {
        Match.WHOLE: tr("is"),
        Match.BEGINS: tr("begins with"),
        Match.ENDS: tr("ends with"),
        Match.CONTAINS: tr("contains"),
        Match.NAMES: tr("holds it at the *"),
        Match.ALWAYS: tr("(any article)"),
    }[match]


class RulesDialog(QDialog):
    """Shows rules and says what the person wants of them; it changes none itself.

    ``changed`` carries a rule as it is to be, ``removed`` ids, ``apply_asked`` rules.
    """

    changed = Signal(object)
    removed = Signal(tuple)
    apply_asked = Signal(tuple)
    export_asked = Signal()
    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rules"))
        self.resize(860, 460)
        self._rules: tuple[Rule, ...] = ()
        self._is_filling = False
        self.table = QTableWidget(0, 5)
        self.empty = PlainLabel(
            self.tr(
                "There are no rules yet. Correct a block, its credit or a field and choose "
                "“Always for …”: that makes one."
            ),
            wrap=True,
        )
        self.told = PlainLabel("", wrap=True)
        self.apply = QPushButton(self.tr("Apply to the articles there"))
        self.remove = QPushButton(self.tr("Remove"))
        self.take_in = QPushButton(self.tr("Import…"))
        self.give_out = QPushButton(self.tr("Export…"))
        self._close = QPushButton(self.tr("Close"))
        self._arrange()
        self._connect()
        self.show_rules(())

    @property
    def chosen(self) -> tuple[Rule, ...]:
        """Return the rules whose rows are selected."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return tuple(self._rules[row] for row in rows)

    def show_rules(self, rules: Sequence[Rule]) -> None:
        """Show these rules; the row stays that was selected."""
        row = self.table.currentRow()
        self._rules, self._is_filling = tuple(rules), True
        self.table.setRowCount(0)
        self.table.setRowCount(len(self._rules))
        for number, rule in enumerate(self._rules):
            self._fill(number, rule)
        self._is_filling = False
        self.table.setVisible(bool(self._rules))
        self.empty.setVisible(not self._rules)
        self.give_out.setEnabled(bool(self._rules))
        if self._rules and row >= 0:
            self.table.selectRow(min(row, len(self._rules) - 1))
        self._on_selection()

    def tell(self, words: str) -> None:
        """Say something at the foot of the dialog."""
        self.told.setText(words)
        self.told.setAccessibleDescription(words)

    def _fill(self, row: int, rule: Rule) -> None:
        switch = QTableWidgetItem()
        switch.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
        )
        switch.setCheckState(Qt.CheckState.Checked if rule.is_on else Qt.CheckState.Unchecked)
        switch.setData(Qt.ItemDataRole.AccessibleTextRole, tr("on") if rule.is_on else tr("off"))
        self.table.setItem(row, _ON, switch)
        self.table.setItem(row, _PUBLISHER, QTableWidgetItem(rule.publisher or ""))
        self.table.setItem(row, _WORDS, QTableWidgetItem(rule.words))
        matches = [(match_label(match), match) for match in Match]
        about = dict.fromkeys((*BLOCK_ROLES, *NAMED, *FIXED))
        roles = [(becomes_label(each), each) for each in about]
        self.table.setCellWidget(row, _MATCH, self._choice(row, matches, rule.match))
        self.table.setCellWidget(row, _ROLE, self._choice(row, roles, rule.role))

    def _choice(
        self, row: int, offered: Sequence[tuple[str, Match | Becomes]], now: Match | Becomes
    ) -> QComboBox:
        made = QComboBox()
        for words, value in offered:
            made.addItem(words, value)
        made.setCurrentIndex([value for _, value in offered].index(now))
        is_match = isinstance(now, Match)
        made.setAccessibleName(self.tr("How the words stand") if is_match else self.tr("Becomes"))
        made.setToolTip(made.accessibleName())
        made.activated.connect(partial(self._on_chosen, row))
        return made

    def _arrange(self) -> None:
        titles = (tr("On"), tr("Publisher"), tr("A block that"), tr("These words"), tr("Becomes"))
        self.table.setHorizontalHeaderLabels(titles)
        self.table.setAccessibleName(self.tr("Rules"))
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        for column, width in ((_ON, 44), (_PUBLISHER, 170), (_MATCH, 130), (_ROLE, 160)):
            self.table.setColumnWidth(column, width)
        note = self.tr(
            "A rule without a publisher is for every publisher. In “Fotos: *” the star stands for "
            "the names. What a rule has set stays when it is switched off or removed."
        )
        self.told.setAccessibleName(self.tr("What became of it"))
        below = QHBoxLayout()
        for button in (self.apply, self.remove, self.take_in, self.give_out, self._close):
            button.setToolTip(button.text().rstrip("…"))
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
            below.addWidget(button)
        below.insertStretch(2, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.table, 1)
        column.addWidget(PlainLabel(note, wrap=True))
        column.addWidget(self.told)
        column.addLayout(below)

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._on_selection)
        self.table.cellChanged.connect(self._on_cell)
        self.apply.clicked.connect(self._on_apply)
        self.remove.clicked.connect(self._on_remove)
        self.give_out.clicked.connect(self.export_asked)
        self.take_in.clicked.connect(self.import_asked)
        self._close.clicked.connect(self.close)

    def _on_selection(self) -> None:
        chosen = self.chosen
        self.remove.setEnabled(bool(chosen))
        self.apply.setEnabled(any(rule.is_on for rule in chosen))

    def _on_apply(self) -> None:
        self.apply_asked.emit(tuple(rule for rule in self.chosen if rule.is_on))

    def _on_remove(self) -> None:
        self.removed.emit(tuple(rule.id for rule in self.chosen))

    def _on_chosen(self, row: int, _: int) -> None:
        self._on_cell(row, _MATCH)

    def _on_cell(self, row: int, _: int) -> None:
        """Say what a row is now, if it is another rule than it was."""
        if self._is_filling:
            return
        made = replace(
            self._rules[row],
            is_on=self._item(row, _ON).checkState() == Qt.CheckState.Checked,
            publisher=self._item(row, _PUBLISHER).text().strip() or None,
            words=self._item(row, _WORDS).text(),
            match=Match(self._box(row, _MATCH).currentData()),
            role=becomes(self._box(row, _ROLE).currentData()),
        )
        if made != self._rules[row]:
            self.changed.emit(_fitting(made, self._rules[row]))

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        found = self.table.item(row, column)
        assert found is not None
        return found

    def _box(self, row: int, column: int) -> QComboBox:
        found = self.table.cellWidget(row, column)
        assert isinstance(found, QComboBox)
        return found


def _fitting(rule: Rule, before: Rule) -> Rule:
    """Return a rule of which match and kind go together: the one that was chosen last stays."""
    if rule.role in becoming(rule.match):
        return rule
    if rule.match != before.match:
        return replace(rule, role=becoming(rule.match)[0])
    return replace(rule, match=next(each for each in _USUAL if rule.role in becoming(each)))
