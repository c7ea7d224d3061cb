"""Paints the lines of the sidebar."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clipreader.ui.icons import icon
from clipreader.ui.sidebar_entries import Entry, Kind
from clipreader.ui.theme import Theme, interface_font
from clipreader.ui.wording import figures

LINE = 29
"""The height of a line, in pixels."""

_HEADING = 41
_TOP = 12
_SIDE = 10
_INSIDE = 8
_INDENT = 18


class SidebarDelegate(QStyledItemDelegate):
    """Draws shelves with icons, headings in small capitals, tags with their colour."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[tuple[str, str], QIcon] = {}

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the line's height; headings have air above them."""
        entry = index.data(Qt.ItemDataRole.UserRole)
        heading = isinstance(entry, Entry) and entry.kind == Kind.SECTION
        return QSize(80, (_HEADING if heading else LINE) + (_TOP if index.row() == 0 else 0))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one line."""
        entry = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(entry, Entry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]  # Qt's stub leaves out the fields
        if index.row() == 0:
            place.setTop(place.top() + _TOP)
        if entry.kind == Kind.SECTION:
            self._heading(painter, place, entry, _state(option))
        else:
            self._line(painter, place, entry, _state(option))
        painter.restore()

    def _heading(
        self, painter: QPainter, place: QRect, entry: Entry, state: QStyle.StateFlag
    ) -> None:
        """Draw the title, a small arrow that says whether it is folded, then how many there are."""
        look = self._theme.palette
        font = interface_font(11, weight=600)
        font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, 0.7)
        painter.setFont(font)
        under = state & QStyle.StateFlag.State_MouseOver
        ink = look.dim if under else look.faint
        painter.setPen(ink)
        shown = place.adjusted(_SIDE + _INSIDE, 0, -_SIDE - _INSIDE, -6)
        title = entry.label.upper()
        low = Qt.AlignmentFlag.AlignBottom
        painter.drawText(shown, low | Qt.AlignmentFlag.AlignLeft, title)
        line = painter.fontMetrics()
        x = shown.left() + line.horizontalAdvance(title) + 4
        middle = shown.bottom() - line.descent() - line.capHeight() // 2
        arrow = "chevron-right" if entry.folded else "chevron-down"
        self._icon(arrow, ink).paint(painter, x, middle - 6, 12, 12)
        if entry.folded:
            painter.setFont(interface_font(12))
            painter.drawText(shown, low | Qt.AlignmentFlag.AlignRight, figures(entry.count or 0))
        if state & QStyle.StateFlag.State_HasFocus:
            ring = QRectF(place.adjusted(_SIDE, 0, -_SIDE, -1))
            ring.setTop(middle - 11)
            self._ring(painter, ring)

    def _ring(self, painter: QPainter, shape: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._theme.palette.accent)
        painter.drawRoundedRect(shape.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _line(self, painter: QPainter, place: QRect, entry: Entry, state: QStyle.StateFlag) -> None:
        look = self._theme.palette
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, place, state)
        inside = place.adjusted(_SIDE + _INSIDE, 0, -_SIDE - _INSIDE, 0)
        inside.setLeft(inside.left() + entry.depth * _INDENT)
        ink = look.accent if selected or entry.kind == Kind.MORE else look.ink
        if entry.icon:
            self._icon(entry.icon, ink).paint(
                painter, inside.left(), place.center().y() - 7, 16, 16
            )
            inside.setLeft(inside.left() + 25)
        elif entry.section == "tags" and entry.kind == Kind.NAME:
            self._square(painter, inside, entry)
            inside.setLeft(inside.left() + 19)
        painter.setFont(interface_font(13, weight=500 if selected else 400))
        right = self._count(painter, inside, entry, ink if selected else look.faint)
        painter.setPen(ink)
        room = QRect(inside)
        room.setRight(right - 8)
        words = QFontMetrics(painter.font()).elidedText(
            entry.label, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)

    def _ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        look = self._theme.palette
        shape = QRectF(place.adjusted(_SIDE, 1, -_SIDE, -1))
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(look.selected)
            painter.drawRoundedRect(shape, 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            veil = QColor(look.ink)
            veil.setAlphaF(0.05)
            painter.setBrush(veil)
            painter.drawRoundedRect(shape, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            self._ring(painter, shape)

    def _icon(self, name: str, colour: QColor) -> QIcon:
        """Keep what was drawn: a line is painted anew at every step of the mouse."""
        key = name, colour.name()
        if key not in self._icons:
            self._icons[key] = icon(name, colour, 16)
        return self._icons[key]

    def _square(self, painter: QPainter, inside: QRect, entry: Entry) -> None:
        look = self._theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.line if entry.colour is None else look.fill(entry.colour))
        painter.drawRoundedRect(QRectF(inside.left(), inside.center().y() - 4, 10, 10), 3, 3)

    def _count(self, painter: QPainter, inside: QRect, entry: Entry, colour: QColor) -> int:
        """Draw the count and return where it begins."""
        if entry.count is None:
            return inside.right()
        font, words = painter.font(), figures(entry.count)
        painter.setFont(interface_font(12))
        painter.setPen(colour)
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        painter.setFont(font)
        return inside.right() - width


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]  # Qt's stub leaves out the fields
