"""The sidebar: shelves, and tags, people, publishers and agencies with their counts."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget

from clipreader.model import Counts, Query, Shelf
from clipreader.ui.plain import menu_text, tip_text
from clipreader.ui.sidebar_delegate import SidebarDelegate
from clipreader.ui.sidebar_entries import Entry, Key, Kind, Section, entries
from clipreader.ui.theme import Theme
from clipreader.ui.wording import figures, tr

ENTRY = Qt.ItemDataRole.UserRole
"""The role under which the model gives an ``Entry``."""

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class SidebarModel(QAbstractListModel):
    """The sidebar's entries as Qt wants them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts = Counts()
        self._opened: frozenset[Section] = frozenset()
        self._folded: frozenset[Section] = frozenset()
        self._chosen: Key | None = None
        self._entries = entries(self._counts)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the entries in their order."""
        return self._entries

    @property
    def folded(self) -> frozenset[Section]:
        """Return the sections of which only the heading is shown."""
        return self._folded

    def show(self, counts: Counts, chosen: Key) -> None:
        """Show other counts; lines that stay keep their place, and the chosen one stays."""
        self._counts, self._chosen = counts, chosen
        self._refresh()

    def toggle(self, section: Section, chosen: Key) -> None:
        """Show all names of a section, or only the first ones again."""
        self._opened ^= {section}
        self._chosen = chosen
        self._refresh()

    def fold(self, sections: frozenset[Section], chosen: Key) -> None:
        """Show of these sections only the heading, and what is chosen."""
        self._folded, self._chosen = sections, chosen
        self._refresh()

    def row_of(self, key: Key) -> int | None:
        """Return the row of an entry by its key, or None."""
        keys = [entry.key for entry in self._entries]
        return keys.index(key) if key in keys else None

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's words, its entry, or what a screen reader says."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(entry)
        if role == Qt.ItemDataRole.ToolTipRole and entry.kind == Kind.NAME:
            return tip_text(entry.name)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings can be reached, to fold them, but not be selected."""
        if index.isValid() and self._entries[index.row()].kind in (Kind.SECTION, Kind.MORE):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _refresh(self) -> None:
        new = entries(self._counts, self._opened, self._folded, self._chosen)
        if [entry.key for entry in new] == [entry.key for entry in self._entries]:
            self._entries = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
        else:
            self.beginResetModel()
            self._entries = new
            self.endResetModel()


def _spoken(entry: Entry) -> str:
    """Return what a screen reader says of a line."""
    if entry.kind == Kind.SECTION:
        state = tr("folded") if entry.folded else tr("open")
        return f"{entry.label}, {figures(entry.count or 0)}, {state}"
    return entry.label if entry.count is None else f"{entry.label}, {entry.count}"


class Sidebar(QListView):
    """Shows the entries; ``chosen`` carries the one that the person went to.

    ``folded`` carries the sections that the person folded, as a set.
    """

    chosen = Signal(object)
    folded = Signal(object)
    rename_tag_asked = Signal(str)
    remove_tag_asked = Signal(str)
    empty_trash_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = SidebarModel(self)
        self._key = ("shelf", "", self._model.entries[0].label)
        self.setModel(self._model)
        self.setItemDelegate(SidebarDelegate(theme, self))
        self.setAccessibleName(self.tr("Library"))
        self.setMouseTracking(True)
        self.setMinimumWidth(150)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setObjectName("sidebar")
        self._connect()
        self._dress()
        self.select_query(Query())

    @property
    def entry(self) -> Entry:
        """Return the entry that is selected."""
        row = self._model.row_of(self._key)
        return self._model.entries[row or 0]

    def show_counts(self, counts: Counts) -> None:
        """Show other counts. A name that is gone gives its selection to "All articles"."""
        self._model.show(counts, self._key)
        if self._model.row_of(self._key) is None:
            self._go(self._model.entries[0])
        else:
            self._mark()

    def select_query(self, query: Query) -> None:
        """Select the entry that narrows to this query, without ``chosen``; none: the first."""
        found = [entry for entry in self._model.entries if entry.query == query]
        self._key = (found or list(self._model.entries))[0].key
        self._mark()

    def choose(self, query: Query) -> None:
        """Go to the entry that narrows to this query as if the person had."""
        for entry in self._model.entries:
            if entry.query == query:
                self._go(entry)
                return

    def fold(self, sections: frozenset[Section]) -> None:
        """Show of these sections only the heading, and of the others the names."""
        self._model.fold(sections, self._key)
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold and open with the keys that lists with branches have."""
        entry, keys = self.currentIndex().data(ENTRY), Qt.Key
        if isinstance(entry, Entry) and entry.query is None:
            folds = entry.kind == Kind.SECTION and event.key() in (keys.Key_Left, keys.Key_Right)
            if folds and entry.folded == (event.key() == keys.Key_Left):
                return
            if folds or event.key() in (keys.Key_Space, keys.Key_Return, keys.Key_Enter):
                self._unfold(entry)
                return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self.selectionModel().currentChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.clicked.connect(self._on_clicked)
        self.customContextMenuRequested.connect(self._on_menu)
        self._theme.changed.connect(self._dress)

    def _on_current(self, index: QModelIndex) -> None:
        self._take(index)

    def _on_selection(self) -> None:
        """Follow screen readers too: they select without moving the current line."""
        for index in self.selectionModel().selectedIndexes():
            self._take(index)

    def _take(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Entry) and entry.query is not None and entry.key != self._key:
            self._go(entry)

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Entry) and entry.query is not None:
            self._go(entry)
        elif isinstance(entry, Entry):
            self._unfold(entry)

    def _unfold(self, entry: Entry) -> None:
        """Fold or open a section, or show more or fewer of its names; stay on that line."""
        if entry.section is None:
            return
        if entry.kind == Kind.SECTION:
            self._model.fold(self._model.folded ^ {entry.section}, self._key)
            self.folded.emit(self._model.folded)
        else:
            self._model.toggle(entry.section, self._key)
        self._mark()
        row = self._model.row_of(entry.key)
        if row is not None:
            flag = self.selectionModel().SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._model.index(row), flag)

    def _go(self, entry: Entry) -> None:
        self._key = entry.key
        self._mark()
        self.chosen.emit(entry)

    def _mark(self) -> None:
        row = self._model.row_of(self._key)
        if row is not None and self.currentIndex().row() != row:
            self.setCurrentIndex(self._model.index(row))

    def _on_menu(self, place: QPoint) -> None:
        entry = self.indexAt(place).data(ENTRY)
        if not isinstance(entry, Entry):
            return
        menu = QMenu(self)
        if entry.section == Section.TAGS and entry.kind == Kind.NAME:
            rename = menu.addAction(self.tr("Rename “{name}”…").format(name=menu_text(entry.name)))
            remove = menu.addAction(self.tr("Remove “{name}”").format(name=menu_text(entry.name)))
            picked = menu.exec(self.viewport().mapToGlobal(place))
            if picked is rename:
                self.rename_tag_asked.emit(entry.name)
            elif picked is remove:
                self.remove_tag_asked.emit(entry.name)
        elif entry.shelf == Shelf.TRASH:
            empty = menu.addAction(self.tr("Empty trash…"))
            empty.setEnabled(bool(entry.count))
            if menu.exec(self.viewport().mapToGlobal(place)) is empty:
                self.empty_trash_asked.emit()

    def _dress(self) -> None:
        look = self._theme.palette
        self.setStyleSheet(f"#sidebar {{ background: {look.side.name()}; border: none; }}")
        self.viewport().update()
