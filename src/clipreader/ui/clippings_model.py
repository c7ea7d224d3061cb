"""The clippings of the workspace as Qt wants them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from clipreader.model import Certainty, Clipping, Role
from clipreader.ui.wording import role_label, short_date, tr, translated_by

CLIPPING = Qt.ItemDataRole.UserRole
"""The role under which the model gives a ``Clipping``."""

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_UNMARKED = (Role.PARAGRAPH, Role.LIST_ITEM, Role.TABLE, Role.CODE)


class ClippingsModel(QAbstractListModel):
    """All clippings that the filters let through."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clippings: tuple[Clipping, ...] = ()

    @property
    def clippings(self) -> tuple[Clipping, ...]:
        """Return what is shown."""
        return self._clippings

    def show(self, clippings: Sequence[Clipping]) -> None:
        """Show other clippings; the same ones are updated where they stand."""
        new = tuple(clippings)
        if [one.highlight.id for one in new] == [one.highlight.id for one in self._clippings]:
            self._clippings = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
        else:
            self.beginResetModel()
            self._clippings = new
            self.endResetModel()

    def row_of(self, highlight_id: str) -> int | None:
        """Return the row of a clipping by its highlight, or None."""
        for number, clipping in enumerate(self._clippings):
            if clipping.highlight.id == highlight_id:
                return number
        return None

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return how many clippings are shown."""
        return 0 if parent.isValid() else len(self._clippings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a clipping's quote, the clipping, or what a screen reader says."""
        if not index.isValid() or index.row() >= len(self._clippings):
            return None
        clipping = self._clippings[index.row()]
        if role == CLIPPING:
            return clipping
        if role == Qt.ItemDataRole.DisplayRole:
            return clipping.quote
        if role == Qt.ItemDataRole.AccessibleTextRole:
            made = clipping.highlight
            said = (clipping.quote, made.note, source_line(clipping), ", ".join(made.tags))
            return ". ".join(words for words in said if words)
        return None


def source_line(clipping: Clipping) -> str:
    """Return the line that says where a clipping comes from, and whether its place is sure."""
    known = clipping.citation.metadata
    part = "" if clipping.role in _UNMARKED else role_label(clipping.role)
    if clipping.credit:
        photo = tr("photo {credit}").format(credit=clipping.credit)
        part = f"{part}, {photo}" if part else photo
    when = ", ".join(words for words in (known.publisher, short_date(known.published)) if words)
    who = translated_by(known.translators)
    said = (certainty_label(clipping.highlight.anchor.certainty), part, known.headline, when, who)
    return " · ".join(words for words in said if words)


def certainty_label(certainty: Certainty) -> str:
    """Return the words for a place that is not sure; empty if it is."""
    return {
        Certainty.PLACED: "",
        Certainty.DOUBTFUL: tr("Place not sure"),
        Certainty.LOST: tr("Place lost"),
    }[certainty]
