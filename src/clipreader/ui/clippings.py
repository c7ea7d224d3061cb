"""The list of clippings with its filters: of the whole library or of one article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from clipreader.model import Clipping, Query
from clipreader.ui.clippings_delegate import ClippingsDelegate
from clipreader.ui.clippings_filters import ClippingsFilters
from clipreader.ui.clippings_model import CLIPPING, ClippingsModel
from clipreader.ui.plain import ElidedLabel, PlainLabel
from clipreader.ui.theme import Theme, interface_font
from clipreader.ui.wording import figures

HEADER = 36
"""The height of the line above the rows, in pixels."""


class ClippingRows(QListView):
    """The rows themselves; Return opens the passage, Delete asks for removal."""

    opened = Signal(QModelIndex)
    removal_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Return, remove on Delete, leave the rest to Qt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew: their height hangs on the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class ClippingsPanel(QFrame):
    """Header, filters and rows.

    ``query_changed`` carries what the filters let through, ``passage_asked`` the ids of the
    article and the highlight that the person went to, ``removal_asked`` highlight ids.
    """

    query_changed = Signal(object)
    selection_changed = Signal()
    passage_asked = Signal(str, str)
    removal_asked = Signal(tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all = 0
        self.model = ClippingsModel(self)
        self.rows = ClippingRows()
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(ClippingsDelegate(theme, self.rows))
        self.rows.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setAccessibleName(self.tr("Clippings"))
        self.filters = ClippingsFilters(theme)
        self._title = ElidedLabel(self.tr("Clippings"))
        self._found = PlainLabel()
        self._empty = PlainLabel(wrap=True)
        self._arrange()
        self._connect()
        self._dress()

    @property
    def query(self) -> Query:
        """Return what the filters let through."""
        return self.filters.query

    @property
    def chosen(self) -> tuple[Clipping, ...]:
        """Return the selected clippings in reading order, or all of them if none is."""
        rows = sorted(index.row() for index in self.rows.selectionModel().selectedRows())
        found = tuple(self.model.clippings[row] for row in rows)
        return found or self.model.clippings

    @property
    def selected_ids(self) -> tuple[str, ...]:
        """Return the ids of the selected highlights in reading order."""
        rows = sorted(index.row() for index in self.rows.selectionModel().selectedRows())
        return tuple(self.model.clippings[row].highlight.id for row in rows)

    def narrow(self, query: Query, article_headline: str = "") -> None:
        """Set the filters, with ``query_changed``; an article is named by its headline."""
        self.filters.set_query(query, article_headline)

    def look_for(self, found: Query) -> None:
        """Add the words and fields of the search field to the filters."""
        self.filters.set_search(found)

    def show_clippings(self, clippings: Sequence[Clipping], of: int) -> None:
        """Show what was found, of all that there is."""
        kept = set(self.selected_ids)
        self._all = of
        self.model.show(clippings)
        self._select(kept)
        number = len(clippings)
        words = self.tr("{n} of {all}").format(n=figures(number), all=figures(of))
        self._found.setText(f"· {words if number != of else figures(of)}")
        nothing = self.tr("Select words in an article and press 1 to 5: they are kept here.")
        self._empty.setText(nothing if of == 0 else self.tr("No clipping matches."))
        self._empty.setVisible(number == 0)
        self.selection_changed.emit()

    def _select(self, ids: set[str]) -> None:
        wanted = QItemSelection()
        for number, clipping in enumerate(self.model.clippings):
            if clipping.highlight.id in ids:
                index = self.model.index(number)
                wanted.select(index, index)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.rows.selectionModel().select(wanted, flag)

    def _arrange(self) -> None:
        head = QFrame()
        head.setObjectName("clippingsHead")
        head.setFixedHeight(HEADER)
        line = QHBoxLayout(head)
        line.setContentsMargins(20, 0, 8, 0)
        line.setSpacing(6)
        self._title.setFont(interface_font(13, weight=600))
        line.addWidget(self._title)
        line.addWidget(self._found)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.filters)
        column.addWidget(self._empty)
        column.addWidget(self.rows, 1)
        self._empty.setContentsMargins(20, 18, 20, 0)
        self.setMinimumWidth(260)
        self.setObjectName("clippings")

    def _connect(self) -> None:
        self.filters.changed.connect(self.query_changed)
        self.rows.selectionModel().selectionChanged.connect(self._on_selection)
        self.rows.doubleClicked.connect(self._on_opened)
        self.rows.opened.connect(self._on_opened)
        self.rows.removal_asked.connect(self._on_removal)
        self._theme.changed.connect(self._dress)

    def _on_selection(self) -> None:
        self.selection_changed.emit()

    def _on_opened(self, index: QModelIndex) -> None:
        clipping = index.data(CLIPPING)
        if isinstance(clipping, Clipping):
            self.passage_asked.emit(clipping.citation.article_id, clipping.highlight.id)

    def _on_removal(self) -> None:
        if self.selected_ids:
            self.removal_asked.emit(self.selected_ids)

    def _dress(self) -> None:
        look = self._theme.palette
        self.setStyleSheet(
            f"#clippings, #clippings QListView {{ background: {look.list.name()}; }}"
            f"#clippingsHead {{ background: {look.list.name()}; "
            f"border-bottom: 1px solid {look.line.name()}; }}"
        )
        for label in (self._found, self._empty):
            label.setStyleSheet(f"color: {look.dim.name()};")
        self.rows.viewport().update()


def without_article(query: Query) -> Query:
    """Return the query for the clippings of all articles."""
    return replace(query, article_ids=())
