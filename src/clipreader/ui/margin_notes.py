"""The notes in the margin, each beside its passage, never one over the other.

Only the cards that can be seen are widgets: a thousand notes cost their heights and no more.
Where the reader is too narrow the notes fold into marks at the edge of the column, and a click
on one opens its card over the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from clipreader.model import Highlight
from clipreader.ui.icons import icon
from clipreader.ui.note_card import WIDTH, NoteCard, card_height
from clipreader.ui.plain import one_line, tip_text
from clipreader.ui.reader_spacing import GUTTER
from clipreader.ui.reader_view import ReaderView
from clipreader.ui.theme import Theme

GAP = 8
"""Pixels between two cards."""

MARK = 22
"""Width and height of a mark, in pixels."""

ROOM = WIDTH + 16
"""Pixels at the right of the column that the notes need."""

_BEYOND = 400


class MarginNotes(QObject):
    """Places note cards (or marks) upon a reader's view."""

    chosen = Signal(str)
    written = Signal(str, str)
    tags_asked = Signal(str)

    def __init__(self, theme: Theme, view: ReaderView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._folded = False
        self._notes: tuple[tuple[Highlight, float], ...] = ()
        self._heights: dict[str, int] = {}
        self.cards: dict[str, NoteCard] = {}
        self.marks: dict[str, QToolButton] = {}
        self.popped: str = ""
        self._wanted: str = ""
        view.moved.connect(self.place)
        theme.changed.connect(self._repaint_marks)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def set_folded(self, folded: bool) -> None:
        """Show marks instead of cards, or cards again."""
        if folded != self._folded:
            self._folded = folded
            self.popped = ""
            self.place()

    def show_notes(self, notes: Sequence[tuple[Highlight, float]]) -> None:
        """Show the notes of these highlights, each with the top of its passage (document)."""
        self._notes = tuple(notes)
        highlights = {h.id: h for h, _ in notes}
        self._heights = {h.id: card_height(h) for h in highlights.values()}
        for id_, card in list(self.cards.items()):
            if id_ in highlights:
                card.show_highlight(highlights[id_])
            else:
                self._drop(id_)
        self.place()

    def edit(self, id_: str) -> None:
        """Open the editor of a highlight's note, on a card of its own if need be."""
        self._wanted = id_
        if self._folded:
            self.popped = id_
        self.place()
        card = self.cards.get(id_)
        if card is not None:
            card.edit()

    def keep(self) -> None:
        """Keep whatever is being written."""
        for card in list(self.cards.values()):
            card.keep()

    def place(self) -> None:
        """Put every card or mark where its passage is now."""
        scroll, height = self._view.offset().y(), self._view.height()
        wanted: set[str] = set()
        marked: set[str] = set()
        reach = marked_to = float("-inf")
        for highlight, passage in self._notes:
            id_ = highlight.id
            if not self._has_card(highlight):
                continue
            card = self.cards.get(id_)
            tall = card.height() if card else self._heights[id_]
            top = passage - 6 if self._folded else max(passage - 6, reach + GAP)
            reach = top + tall
            near = -_BEYOND < top - scroll < height + _BEYOND
            if self._folded and near:
                marked.add(id_)
                at = max(passage, marked_to)
                marked_to = at + MARK
                self._place_mark(highlight, at - scroll)
            edited = card is not None and card.is_edited()
            if edited or (near and not self._folded) or self.popped == id_:
                wanted.add(id_)
                self._place_card(highlight, top - scroll)
        self._forget(wanted, marked)

    def _has_card(self, highlight: Highlight) -> bool:
        written = bool(highlight.note or highlight.tags)
        card = self.cards.get(highlight.id)
        return written or highlight.id == self._wanted or (card is not None and card.is_edited())

    def _place_card(self, highlight: Highlight, top: float) -> None:
        card = self.cards.get(highlight.id)
        if card is None:
            card = self.cards[highlight.id] = NoteCard(self._theme, highlight, self._view)
            card.chosen.connect(self.chosen)
            card.written.connect(self.written)
            card.tags_asked.connect(self.tags_asked)
            card.grown.connect(self._grown)
        column = self._view.column()
        left = column.right() + 5
        if self._folded:
            left = column.right() - WIDTH - 4
            foot = self._view.height() - card.height() - 4
            top = min(top + 30, max(foot, 0)) if top < self._view.height() else top + 30
            card.raise_()
        card.move(QPoint(left, round(top)))
        card.show()

    def _place_mark(self, highlight: Highlight, top: float) -> None:
        mark = self.marks.get(highlight.id)
        if mark is None:
            mark = self.marks[highlight.id] = QToolButton(self._view)
            mark.setIconSize(QSize(14, 14))
            mark.setFixedSize(MARK, MARK)
            mark.setStyleSheet("QToolButton { padding: 0; }")
            mark.setCursor(Qt.CursorShape.PointingHandCursor)
            mark.clicked.connect(partial(self._pop, highlight.id))
        sign = "message-square" if highlight.note else "tag"
        mark.setIcon(icon(sign, self._theme.palette.dim, 14))
        words = highlight.note or ", ".join(highlight.tags)
        mark.setAccessibleName(self.tr("Note: %1").replace("%1", one_line(words)))
        mark.setToolTip(tip_text(one_line(words, 300)))
        mark.move(self._view.column().right() - GUTTER + 3, round(top))
        mark.show()

    def _pop(self, id_: str) -> None:
        self.popped = "" if self.popped == id_ else id_
        self.place()
        self.chosen.emit(id_)
        if self.popped and id_ in self.cards:
            self.cards[id_].setFocus()

    def _grown(self) -> None:
        card = self.sender()
        if isinstance(card, NoteCard) and not card.is_edited():
            self._wanted = ""
            if self._view.window().focusWidget() is card:
                self._view.setFocus()
        self.place()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        card = self.cards.get(self.popped)
        if card is None or new is None or new is card or card.isAncestorOf(new):
            return
        if new is not self.marks.get(self.popped):
            self.popped = ""
            self.place()

    def _forget(self, wanted: set[str], marked: set[str]) -> None:
        for id_ in [id_ for id_ in self.cards if id_ not in wanted]:
            self._drop(id_)
        for id_ in [id_ for id_ in self.marks if id_ not in marked]:
            mark = self.marks.pop(id_)
            mark.hide()
            mark.deleteLater()

    def _drop(self, id_: str) -> None:
        card = self.cards.pop(id_)
        card.keep()
        card.hide()
        card.deleteLater()

    def _repaint_marks(self) -> None:
        self.place()
