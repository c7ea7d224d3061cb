"""Two versions of an article, word by word, and what would become of its highlights."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from clipreader.model import Version, VersionState
from clipreader.operations.comparing import Comparison, Move, Moved
from clipreader.ui.dialog_parts import explain
from clipreader.ui.difference_text import write_difference
from clipreader.ui.plain import PlainLabel, one_line
from clipreader.ui.theme import Theme, interface_font, reading_font
from clipreader.ui.version_strip import came_in
from clipreader.ui.wording import counted, tr

_LONGEST_QUOTE = 400
_ORDER = (Move.GONE, Move.CHANGED, Move.UNSURE, Move.MOVED, Move.SAME)
"""What needs a look stands first."""


def move_label(move: Move) -> str:
    """Return what becomes of a highlight, as the person reads it."""
    return {
        Move.SAME: tr("Same place"),
        Move.MOVED: tr("Moves along"),
        Move.CHANGED: tr("Wording changed"),
        Move.UNSURE: tr("Not sure"),
        Move.GONE: tr("Gone"),
    }[move]


class CompareDialog(QDialog):
    """The difference of two versions; ``use_asked`` wants the other one shown."""

    use_asked = Signal()

    def __init__(self, comparison: Comparison, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison = comparison
        self._theme = theme
        self._places: tuple[int, ...] = ()
        self.setWindowTitle(self.tr("Compare versions"))
        self.resize(940, 640)
        self.text = _reading_box(self.tr("The difference of the two versions"))
        self.highlights = _reading_box(self.tr("What becomes of the highlights"))
        self._next = QPushButton(self.tr("Next difference"))
        self._use = QPushButton(self.tr("Use this version"))
        self._close = QPushButton(self.tr("Close"))
        self._arrange()
        self._next.clicked.connect(self._on_next)
        self._use.clicked.connect(self._on_use)
        self._close.clicked.connect(self.close)
        theme.changed.connect(self._write)
        self._write()

    @property
    def newer(self) -> Version:
        """Return the version that could be used."""
        return self._comparison.new

    @property
    def differences(self) -> int:
        """Return in how many places the texts differ."""
        return len(self._places)

    def _arrange(self) -> None:
        old, new = self._comparison.old, self._comparison.new
        words = self.tr("Struck out: only in {old}. Underlined: only in {new}.")
        about = PlainLabel(words.format(old=_text_of(old), new=_text_of(new)), wrap=True)
        about.setFont(interface_font(12.5))
        self._told = PlainLabel(wrap=True)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.text)
        beside = _titled(self.tr("What becomes of your highlights"), self.highlights)
        split.addWidget(beside)
        split.setSizes([600, 320])
        split.setChildrenCollapsible(False)
        beside.setVisible(bool(self._comparison.moved))
        explain(
            (
                (self._next, self.tr("Go to the next place where the versions differ")),
                (
                    self._use,
                    self.tr("Show the other version; the one shown now stays among the versions"),
                ),
                (self._close, self.tr("Close (Esc)")),
            )
        )
        self._use.setVisible(new.state != VersionState.SHOWN)
        below = QHBoxLayout()
        below.addWidget(self._told, 1)
        for button in (self._next, self._use, self._close):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.addWidget(about)
        column.addWidget(split, 1)
        column.addLayout(below)

    def _write(self) -> None:
        self._write_text()
        self._write_highlights()
        number = len(self._places)
        texts = self.tr("The versions are the same.")
        if number:
            texts = counted(number, self.tr("1 difference."), self.tr("{n} differences."))
        self._told.setText(" ".join((texts, self._summary())).strip())
        self._next.setEnabled(bool(number))

    def _write_text(self) -> None:
        one = self._comparison
        look = self._theme.palette
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        cursor.setBlockFormat(_spaced(8.0))
        self._places = write_difference(cursor, one.old_text, one.new_text, one.stretches, look)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _write_highlights(self) -> None:
        self.highlights.clear()
        cursor = QTextCursor(self.highlights.document())
        by_need = sorted(self._comparison.moved, key=lambda one: _ORDER.index(one.move))
        for number, one in enumerate(by_need):
            if number:
                cursor.insertBlock()
            self._write_one(cursor, one)
        self.highlights.moveCursor(QTextCursor.MoveOperation.Start)

    def _write_one(self, cursor: QTextCursor, moved: Moved) -> None:
        look = self._theme.palette
        title, words = QTextCharFormat(), QTextCharFormat()
        title.setFontWeight(QFont.Weight.DemiBold)
        title.setForeground(look.accent if moved.move in (Move.SAME, Move.MOVED) else look.danger)
        words.setForeground(look.ink)
        cursor.setBlockFormat(_spaced(1.0))
        cursor.insertText(move_label(moved.move), title)
        cursor.insertBlock(_spaced(10.0))
        if moved.move == Move.CHANGED:
            quote = moved.highlight.quote
            write_difference(cursor, quote, moved.words, moved.difference, look)
        else:
            cursor.insertText(f"“{one_line(moved.highlight.quote, _LONGEST_QUOTE)}”", words)

    def _summary(self) -> str:
        numbers = Counter(one.move for one in self._comparison.moved)
        if not numbers:
            return ""
        found = [each for each in reversed(_ORDER) if numbers[each]]
        told = (f"{move_label(each)}: {numbers[each]}" for each in found)
        return self.tr("Highlights: {list}.").format(list=", ".join(told))

    def _on_next(self) -> None:
        at = self.text.textCursor().position()
        following = next((place for place in self._places if place > at), self._places[0])
        cursor = self.text.textCursor()
        cursor.setPosition(following)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()

    def _on_use(self) -> None:
        self.use_asked.emit()
        self.close()


def _text_of(version: Version) -> str:
    if version.state == VersionState.SHOWN:
        return tr("the version that is shown")
    return tr("the version of {day}").format(day=came_in(version))


def _titled(words: str, box: QWidget) -> QWidget:
    made = QWidget()
    title = PlainLabel(words, wrap=True)
    title.setFont(interface_font(12.5, weight=600))
    column = QVBoxLayout(made)
    column.setContentsMargins(8, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(title)
    column.addWidget(box, 1)
    return made


def _reading_box(name: str) -> QTextEdit:
    box = QTextEdit()
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setFont(reading_font(15))
    box.setAccessibleName(name)
    box.document().setDocumentMargin(14)
    return box


def _spaced(below: float) -> QTextBlockFormat:
    found = QTextBlockFormat()
    found.setBottomMargin(below)
    return found
