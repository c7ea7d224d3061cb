"""A quiet tip over words such as "yesterday": the day that they probably mean.

It is shown while the mouse rests there, and stands nowhere else: neither in the text nor in what
is copied or exported.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from clipreader.operations import dating
from clipreader.ui.plain import tip_text
from clipreader.ui.reader_view import ReaderView
from clipreader.ui.wording import long_date, tr, whole_date


class DayTips(QObject):
    """Answers the page's question for a tip."""

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the tip of a day, or hide what is shown; all other events go on."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().eventFilter(watched, event)
        words = self.words_at(event.pos())
        if words:
            QToolTip.showText(event.globalPos(), tip_text(words), self._view.viewport())
        else:
            QToolTip.hideText()
        return True

    def words_at(self, place: QPoint) -> str:
        """Return what is told of the words at a place of the viewport; empty if nothing is."""
        content = self._view.content
        if content is None:
            return ""
        layout = self._view.document().documentLayout()
        exact = layout.hitTest(place.toPointF() + self._view.offset(), Qt.HitTestAccuracy.ExactHit)
        if exact < 0:
            return ""
        hint = dating.hint_at(content.article, content.map.point(exact))
        return told(hint) if hint else ""


def told(hint: dating.DayHint) -> str:
    """Return a hint in one sentence."""
    form = tr("Probably {day}, counted from the day of publication, {from_day}.")
    if hint.is_dateline:
        form = tr("Probably {day}, counted from the dateline, {from_day}.")
    return form.format(day=whole_date(hint.iso), from_day=long_date(hint.counted_from))
