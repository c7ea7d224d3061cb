"""Paints the rows of the article list.

A row keeps its height when it is starred or highlighted: the marks stand in the line below (the
translators, or that only an address is kept) where there is one, else beside the date, and only
a row with neither has a line kept for them.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clipreader.model import ArticleRow, Colour
from clipreader.ui.icons import icon
from clipreader.ui.list_layout import Lines, lay_out
from clipreader.ui.theme import Theme, interface_font, reading_font
from clipreader.ui.wording import row_foot, short_date

_SIDE = 15
_ABOVE = 11
_META = 18
_FOOT = 19
_BELOW = 8
_DOT = 14
_HEADLINE_LINES = 3
_SNIPPET_LINES = 2
_KEPT = 4_000


@dataclass(frozen=True, slots=True)
class _Laid:
    """A row's lines for a width; ``height`` is the whole row's."""

    headline: Lines
    snippet: Lines | None
    foot: bool
    height: int


class ArticleListDelegate(QStyledItemDelegate):
    """Publisher and date, headline, snippet, translator and the colours of the highlights."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent
        self._laid: dict[tuple[object, ...], _Laid] = {}
        self._headline_font = reading_font(14.5, weight=600)
        self._small = interface_font(11.5)
        self._snippet_font = interface_font(12.5)
        self._foot_font = interface_font(12)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that the row's words need at the list's width."""
        row = index.data(Qt.ItemDataRole.UserRole)
        width = self._view.viewport().width()
        height = self._lay_out(row, width).height if isinstance(row, ArticleRow) else 80
        return QSize(width, height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, ArticleRow):
            return
        place = QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]  # Qt's stub leaves out the fields
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]  # as above
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, place, state)
        self._words(painter, place, row)
        painter.restore()

    def _lay_out(self, row: ArticleRow, width: int) -> _Laid:
        key = (
            row.name,
            row.unread,
            row.snippet,
            self._above_height(row),
            self._has_foot(row),
            width,
        )
        found = self._laid.get(key)
        if found is None:
            if len(self._laid) > _KEPT:
                self._laid.clear()
            found = self._laid[key] = self._measured(row, width)
        return found

    def _measured(self, row: ArticleRow, width: int) -> _Laid:
        room = width - 2 * _SIDE
        headline = lay_out(
            row.name,
            self._headline_font,
            room,
            most=_HEADLINE_LINES,
            leading=0.92,
            indent=_DOT if row.unread else 0,
        )
        snippet = None
        if row.snippet and row.snippet.text.strip():
            snippet = lay_out(
                row.snippet.text,
                self._snippet_font,
                room,
                most=_SNIPPET_LINES,
                leading=1.12,
                bold=row.snippet.spans,
            )
        foot = self._has_foot(row)
        height = _ABOVE + self._above_height(row) + headline.height + _BELOW + 1
        height += (snippet.height + 4 if snippet else 0) + (_FOOT if foot else 0)
        return _Laid(headline, snippet, foot, round(height))

    def _has_foot(self, row: ArticleRow) -> bool:
        return bool(row_foot(row)) or not self._above_height(row)

    def _above_height(self, row: ArticleRow) -> int:
        return _META if row.publisher or row.published else 0

    def _ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        look = self._theme.palette
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, look.selected)
        elif state & QStyle.StateFlag.State_MouseOver:
            veil = QColor(look.ink)
            veil.setAlphaF(0.025)
            painter.fillRect(place, veil)
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, look.line)
        if state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            painter.fillRect(place.left(), place.top(), 2, place.height() - 1, look.accent)

    def _words(self, painter: QPainter, place: QRect, row: ArticleRow) -> None:
        look = self._theme.palette
        laid = self._lay_out(row, place.width())
        inside = place.adjusted(_SIDE, _ABOVE, -_SIDE, -_BELOW)
        self._above(painter, inside, row)
        y = inside.top() + self._above_height(row)
        if row.unread:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.accent)
            middle = y + QFontMetrics(self._headline_font).height() * 0.46
            x = inside.right() - 6 if laid.headline.backwards else inside.left()
            painter.drawEllipse(QRectF(x, middle - 3.5, 7, 7))
        ink = look.ink if row.headline else look.dim
        laid.headline.draw(painter, inside.left(), y, ink)
        y += round(laid.headline.height)
        if laid.snippet:
            laid.snippet.draw(painter, inside.left(), y + 3, look.dim)
            y += round(laid.snippet.height) + 4
        if laid.foot:
            self._below(painter, QRect(inside.left(), y, inside.width(), _FOOT), row)

    def _above(self, painter: QPainter, inside: QRect, row: ArticleRow) -> None:
        painter.setFont(self._small)
        painter.setPen(self._theme.palette.dim)
        date = short_date(row.published)
        metrics = QFontMetrics(self._small)
        line = QRect(inside.left(), inside.top(), inside.width(), 15)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, date)
        right = inside.right() + 1 - metrics.horizontalAdvance(date)
        if not self._has_foot(row):
            right = self._marks(painter, right - (8 if date else 0), line.center().y(), row)
            painter.setPen(self._theme.palette.dim)
        line.setRight(right - 11)
        publisher = metrics.elidedText(
            row.publisher or "", Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, publisher)

    def _below(self, painter: QPainter, line: QRect, row: ArticleRow) -> None:
        right = self._marks(painter, line.right() + 1, line.center().y(), row)
        painter.setFont(self._foot_font)
        painter.setPen(self._theme.palette.dim)
        room = QRect(line.left(), line.top(), right - line.left() - 8, line.height())
        words = QFontMetrics(self._foot_font).elidedText(
            row_foot(row), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)

    def _marks(self, painter: QPainter, right: int, middle: int, row: ArticleRow) -> int:
        """Draw colours, star and a waiting version before ``right``; return where they begin."""
        look = self._theme.palette
        for colour in reversed([one for one in Colour if one in row.colours]):
            right -= 10
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.fill(colour))
            painter.drawRoundedRect(QRectF(right, middle - 3, 9, 9), 3, 3)
            right -= 3
        if row.starred:
            right -= 14
            icon("star", look.dim, 12).paint(painter, right, middle - 4, 12, 12)
        if row.is_waiting:
            right -= 16
            icon("copy", look.accent, 12).paint(painter, right, middle - 5, 12, 12)
        return right
