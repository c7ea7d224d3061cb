"""Paints a clipping: its quote, note, source and tags, with its colour at the edge."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clipreader.model import Certainty, Clipping
from clipreader.ui.clippings_model import source_line
from clipreader.ui.list_layout import Lines, lay_out
from clipreader.ui.plain import one_line
from clipreader.ui.theme import Theme, interface_font, mixed, reading_font

_EDGE = 4
_LEFT = 20
_RIGHT = 15
_ABOVE = 13
_BELOW = 13
_TAG = 18
_KEPT = 4_000


@dataclass(frozen=True, slots=True)
class _Laid:
    quote: Lines
    note: Lines | None
    source: Lines
    tags: bool
    height: int


class ClippingsDelegate(QStyledItemDelegate):
    """Draws the rows of the clippings list."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent
        self._laid: dict[tuple[object, ...], _Laid] = {}
        self._quote_font = reading_font(15.5)
        self._note_font = interface_font(13)
        self._source_font = interface_font(12)
        self._tag_font = interface_font(11.5)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that the clipping's words need at the list's width."""
        clipping = index.data(Qt.ItemDataRole.UserRole)
        width = self._view.viewport().width()
        height = self._lay_out(clipping, width).height if isinstance(clipping, Clipping) else 80
        return QSize(width, height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one clipping."""
        clipping = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(clipping, Clipping):
            return
        place = QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]  # Qt's stub leaves out the fields
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]  # as above
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, place, clipping, state)
        self._words(painter, place, clipping)
        painter.restore()

    def _lay_out(self, clipping: Clipping, width: int) -> _Laid:
        made = clipping.highlight
        source = source_line(clipping)
        key = (made.id, clipping.quote, made.note, made.tags, source, width)
        found = self._laid.get(key)
        if found is None:
            if len(self._laid) > _KEPT:
                self._laid.clear()
            found = self._laid[key] = self._measured(clipping, source, width)
        return found

    def _measured(self, clipping: Clipping, source: str, width: int) -> _Laid:
        made, room = clipping.highlight, width - _LEFT - _RIGHT
        quote = lay_out(clipping.quote, self._quote_font, room, most=4, leading=1.0)
        note = (
            lay_out(made.note, self._note_font, room, most=3, leading=1.15) if made.note else None
        )
        cited = lay_out(source, self._source_font, room, most=2, leading=1.15)
        height = _ABOVE + quote.height + cited.height + 4 + _BELOW + 1
        height += note.height + 4 if note else 0
        height += _TAG + 8 if made.tags else 0
        return _Laid(quote, note, cited, bool(made.tags), round(height))

    def _ground(
        self, painter: QPainter, place: QRect, clipping: Clipping, state: QStyle.StateFlag
    ) -> None:
        look = self._theme.palette
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(place, look.selected if selected else look.list)
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, look.line)
        edge = look.edge(clipping.highlight.colour)
        painter.fillRect(place.left(), place.top(), _EDGE, place.height() - 1, edge)
        if selected and self._view.hasFocus():
            painter.setPen(look.accent)
            painter.drawRect(place.adjusted(_EDGE, 0, -1, -2))

    def _words(self, painter: QPainter, place: QRect, clipping: Clipping) -> None:
        look = self._theme.palette
        laid = self._lay_out(clipping, place.width())
        x, y = place.left() + _LEFT, place.top() + _ABOVE
        laid.quote.draw(painter, x, y, look.ink)
        y += round(laid.quote.height) + 3
        if laid.note:
            laid.note.draw(painter, x, y, look.ink)
            y += round(laid.note.height) + 4
        sure = clipping.highlight.anchor.certainty == Certainty.PLACED
        laid.source.draw(painter, x, y, look.dim if sure else look.danger)
        y += round(laid.source.height) + 7
        if laid.tags:
            self._tags(painter, QRect(x, y, place.right() - _RIGHT - x, _TAG), clipping)

    def _tags(self, painter: QPainter, room: QRect, clipping: Clipping) -> None:
        look = self._theme.palette
        painter.setFont(self._tag_font)
        metrics = QFontMetrics(self._tag_font)
        x = room.left()
        for tag in clipping.highlight.tags:
            words = one_line(tag, 40)
            width = metrics.horizontalAdvance(words) + 14
            if x + width > room.right():
                break
            pill = QRectF(x, room.top(), width, _TAG)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._pill())
            painter.drawRoundedRect(pill, _TAG / 2, _TAG / 2)
            painter.setPen(look.accent)
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
            x += width + 5

    def _pill(self) -> QColor:
        look = self._theme.palette
        return mixed(look.selected, look.accent, 0.06)
