"""Chooses and completes the tags of a highlight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, QRectF, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QCompleter, QFrame, QVBoxLayout, QWidget

from clipreader.ui.plain import PlainLabel
from clipreader.ui.tag_chips import TagChips
from clipreader.ui.theme import Theme, interface_font
from clipreader.ui.typing_keys import TextLine

LONGEST_TAG = 80
"""Characters of a tag's name."""

_OWN_KEYS = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})


def cleaned(words: str) -> str:
    """Return a tag's name as it is kept: no space at the ends, nor around "/", none empty."""
    levels = (" ".join(level.split()) for level in words.strip().lstrip("#").split("/"))
    return "/".join(level for level in levels if level)[:LONGEST_TAG]


class TagEditor(QFrame):
    """A small popover. ``changed`` hands over the tags after each change.

    ``finished`` says that it is closed, and whether it had the keyboard until then.

    Enter keeps what is written and closes, as Escape does, so that the next key is a verb again; a
    comma adds it and waits for another. Backspace in an empty field, or Left and Delete, take a
    tag off.
    """

    changed = Signal(tuple)
    finished = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: list[str] = []
        self.chips = TagChips(theme, self, removable=True)
        self.field = TextLine(self)
        self.field.setAccessibleName(self.tr("Add a tag"))
        self.field.setPlaceholderText(self.tr("Add a tag, a/b nests"))
        self.field.setToolTip(
            self.tr("Enter: keep and close. Comma: add another. Backspace: take the last one off.")
        )
        self.field.setMaxLength(LONGEST_TAG)
        self.field.installEventFilter(self)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        self.field.setCompleter(completer)
        hint = PlainLabel(self.tr("Enter keeps, a comma adds another"), self)
        hint.setFont(interface_font(11))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(11, 11, 11, 9)
        layout.setSpacing(7)
        for widget in (self.chips, self.field, hint):
            layout.addWidget(widget)
        self.setFixedWidth(236)
        self.setAccessibleName(self.tr("Tags of the highlight"))
        self._connect()
        self.hide()

    def _connect(self) -> None:
        self.field.textEdited.connect(self._typed)
        self.field.returnPressed.connect(self._entered)
        self.chips.removed.connect(self.remove)
        completer = self.field.completer()
        completer.activated.connect(self._completed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def set_known(self, tags: Iterable[str]) -> None:
        """Offer these names while typing."""
        self._known.setStringList(sorted(set(tags), key=str.casefold))

    def open_with(self, tags: Sequence[str]) -> None:
        """Begin to edit some tags and take the keyboard."""
        self._tags = list(tags)
        self.field.clear()
        self._refresh()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the tags as they are now."""
        return tuple(self._tags)

    def add(self, words: str) -> None:
        """Add a tag, or several with commas between; one that is there is not doubled."""
        self.field.clear()
        if popup := self.field.completer().popup():
            popup.hide()
        before = self.tags
        for name in map(cleaned, words.split(",")):
            if name and name.casefold() not in {tag.casefold() for tag in self._tags}:
                self._tags.append(self._as_known(name))
        if self.tags != before:
            self._refresh()
            self.changed.emit(self.tags)

    def remove(self, name: str) -> None:
        """Take a tag off."""
        if name in self._tags:
            self._tags.remove(name)
            self._refresh()
            self.changed.emit(self.tags)
            self.field.setFocus()

    def finish(self) -> None:
        """Keep what is written in the field and close."""
        if self.isHidden():
            return
        if self.field.text().strip():
            self.add(self.field.text())
        # Qt's stub denies that no widget may have the keyboard.
        focus = cast("QWidget | None", self.window().focusWidget())
        held = focus is not None and self.isAncestorOf(focus)
        self.hide()
        self.finished.emit(held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the field's keys their meaning."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._key(event):
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card that it stands on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.palette.line, 1))
        painter.setBrush(self._theme.palette.card)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _key(self, event: QKeyEvent) -> bool:
        key, empty = event.key(), not self.field.text()
        if key in _OWN_KEYS:
            self.finish()
        elif empty and key == Qt.Key.Key_Left and self._tags:
            before = self.chips.chosen if self.chips.chosen >= 0 else len(self._tags)
            self.chips.choose(max(before - 1, 0))
        elif empty and key == Qt.Key.Key_Right and self.chips.chosen >= 0:
            further = self.chips.chosen + 1
            self.chips.choose(further if further < len(self._tags) else -1)
        elif empty and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self._tags:
            self.remove(self._tags[self.chips.chosen])
        else:
            return False
        return True

    def _typed(self, words: str) -> None:
        self.chips.choose(-1)
        if words.endswith(","):
            self.add(words)

    def _entered(self) -> None:
        """Keep what is written: an open list of completions hands Enter on past the filter."""
        self.finish()

    def _completed(self, words: str) -> None:
        self.add(words)
        # The completer writes its choice into the field after this signal.
        QTimer.singleShot(0, self.field.clear)

    def _as_known(self, name: str) -> str:
        """Return a name as it was written before; a new one below a known one takes that on."""
        known = {tag.casefold(): tag for tag in self._known.stringList()}
        if name.casefold() in known:
            return known[name.casefold()]
        above, _, leaf = name.rpartition("/")
        return f"{self._as_known(above)}/{leaf}" if above else name

    def _refresh(self) -> None:
        self.chips.set_tags(self._tags)
        self.chips.setVisible(bool(self._tags))
        self.chips.setFixedHeight(self.chips.heightForWidth(self.width() - 22))
        self.adjustSize()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or self.isHidden() or new is self or self.isAncestorOf(new):
            return
        if new is not self.field.completer().popup():
            self.finish()
