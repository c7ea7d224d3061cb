"""Tags as small rounded chips in rows, to be read or to be taken off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from clipreader.ui.plain import tip_text
from clipreader.ui.theme import Theme, interface_font

CHIP = 18
"""A chip's height in pixels."""

_GAP = 5
_PAD = 7
_SIZE = 11.0


def placed(tags: Sequence[str], width: float, extra: float = 0.0) -> list[QRectF]:
    """Return where each chip stands in rows of ``width`` pixels; ``extra`` widens each."""
    metrics = QFontMetricsF(interface_font(_SIZE))
    found: list[QRectF] = []
    x = y = 0.0
    for tag in tags:
        wide = min(metrics.horizontalAdvance(tag) + 2 * _PAD + extra, width)
        if x > 0 and x + wide > width:
            x, y = 0.0, y + CHIP + _GAP
        found.append(QRectF(x, y, wide, CHIP))
        x += wide + _GAP
    return found


def height_for(tags: Sequence[str], width: float) -> int:
    """Return the height of the rows that some tags need, 0 without tags."""
    rects = placed(tags, width)
    return round(rects[-1].bottom()) if rects else 0


class TagChips(QWidget):
    """Shows tags; where they can be removed each has a cross, and one can be chosen by key."""

    removed = Signal(str)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, removable: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: tuple[str, ...] = ()
        self._extra = 13.0 if removable else 0.0
        self.chosen = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the tags that are shown."""
        return self._tags

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show other tags."""
        self._tags = tuple(tags)
        self.chosen = -1
        words = ", ".join(self._tags)
        self.setAccessibleName(self.tr("Tags: %1").replace("%1", words) if words else "")
        self.updateGeometry()
        self.update()

    def choose(self, index: int) -> None:
        """Mark the chip that a key would remove; -1 for none."""
        self.chosen = index
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that rows wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows at a width."""
        rects = placed(self._tags, width, self._extra)
        return round(rects[-1].bottom()) if rects else 0

    def sizeHint(self) -> QSize:
        """Ask for the rows at the present width."""
        width = max(self.width(), 60)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never be cut in height."""
        return QSize(40, self.heightForWidth(max(self.width(), 60)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chips, their crosses and the ring of the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(interface_font(_SIZE))
        palette = self._theme.palette
        for index, box in enumerate(placed(self._tags, self.width(), self._extra)):
            chosen = index == self.chosen
            painter.setPen(QPen(palette.accent, 1.4) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(palette.selected)
            painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), CHIP / 2, CHIP / 2)
            painter.setPen(palette.accent)
            room = box.adjusted(_PAD, 0, -_PAD - self._extra, 0)
            words = painter.fontMetrics().elidedText(
                self._tags[index], Qt.TextElideMode.ElideMiddle, round(room.width()) + 1
            )
            painter.drawText(room.adjusted(0, 0, 3, 0), Qt.AlignmentFlag.AlignVCenter, words)
            if self._extra:
                _cross(painter, QPointF(box.right() - _PAD - 3, box.center().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a tag off by a click on its cross."""
        for index, box in enumerate(placed(self._tags, self.width(), self._extra)):
            cross = box.adjusted(box.width() - 20, 0, 0, 0)
            if self._extra and cross.contains(event.position()):
                self.removed.emit(self._tags[index])
                return
        super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell a tag in full where it is cut."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for tag, box in zip(
                self._tags, placed(self._tags, self.width(), self._extra), strict=True
            ):
                if box.contains(QPointF(event.pos())):
                    QToolTip.showText(event.globalPos(), tip_text(tag), self)
            return True
        return super().event(event)


def _cross(painter: QPainter, centre: QPointF) -> None:
    arm = 2.8
    painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
    painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))
