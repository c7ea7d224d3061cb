"""The article list: what it shows, how it is sorted, and its rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from clipreader.model import ArticleRow, SortOrder
from clipreader.ui.article_list_delegate import ArticleListDelegate
from clipreader.ui.article_list_model import ArticleListModel
from clipreader.ui.icons import icon
from clipreader.ui.plain import ElidedLabel, PlainLabel
from clipreader.ui.theme import Theme, interface_font

HEADER = 36
"""The height of the line above the rows, in pixels."""

_RESTS = 40


class ArticleRows(QListView):
    """The rows themselves; Return and Enter go on to the reader."""

    reader_asked = Signal()
    resized = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Return on, leave the rest to Qt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reader_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew: their height hangs on the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class ArticleList(QFrame):
    """Header and rows.

    ``article_chosen`` comes when one article is selected and the selection rests;
    ``selection_changed`` at every change; ``menu_asked`` carries a place on the screen.
    """

    article_chosen = Signal(str)
    selection_changed = Signal()
    reader_asked = Signal()
    sort_chosen = Signal(object)
    more_asked = Signal(int)
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept: tuple[str, ...] = ()
        self._showing = False
        self._rest = QTimer(self, singleShot=True, interval=_RESTS)
        self.model = ArticleListModel(self)
        self.rows = ArticleRows()
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(ArticleListDelegate(theme, self.rows))
        self.rows.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.rows.setAccessibleName(self.tr("Articles"))
        self.rows.setMouseTracking(True)
        self._title = ElidedLabel()
        self._found = PlainLabel()
        self._sort = QToolButton()
        self._empty = PlainLabel(wrap=True)
        self._arrange()
        self._build_sort_menu()
        self._connect()
        self._dress()

    @property
    def selected_ids(self) -> tuple[str, ...]:
        """Return the ids of the selected articles from top to bottom."""
        rows = sorted(index.row() for index in self.rows.selectionModel().selectedRows())
        return tuple(self.model.rows[row].id for row in rows)

    @property
    def selected_rows(self) -> tuple[ArticleRow, ...]:
        """Return the selected rows from top to bottom."""
        rows = sorted(index.row() for index in self.rows.selectionModel().selectedRows())
        return tuple(self.model.rows[row] for row in rows)

    def show_header(self, title: str, found: str) -> None:
        """Say what the list shows, and how much of it matches."""
        self._title.set_words(title)
        self._found.setText(f"· {found}" if found else "")

    def show_empty(self, words: str) -> None:
        """Say why there are no rows; shown while there are none."""
        self._empty.setText(words)
        self._empty.setVisible(bool(words) and self.model.total == 0)

    def show_rows(self, rows: Sequence[ArticleRow], total: int) -> None:
        """Show rows from the first on, keeping selection and scroll where the articles stay."""
        before, place = self.selected_rows, self.rows.verticalScrollBar().value()
        self._showing = True
        self.model.show(rows, total)
        self._select([row.id for row in before])
        self._showing = False
        self.rows.verticalScrollBar().setValue(place)
        if self.selected_rows != before:
            self.selection_changed.emit()

    def select(self, article_id: str) -> bool:
        """Select one article and bring it into view; False if it is not among the rows read."""
        row = self.model.row_of(article_id)
        if row is None:
            return False
        index = self.model.index(row)
        self._select_alone(index)
        self.rows.scrollTo(index)
        return True

    def step(self, by: int) -> None:
        """Go ``by`` rows up or down."""
        row = min(max(self.rows.currentIndex().row() + by, 0), self.model.rowCount() - 1)
        if row >= 0:
            self._select_alone(self.model.index(row))

    def step_off(self, ids: Collection[str]) -> bool:
        """Select the row after the last of some articles, or the nearest above if none follows.

        For articles that are about to leave the list, so that it keeps its place. Returns False
        where none of them is among the rows read, or no other row is.
        """
        stays = [row.id not in ids for row in self.model.rows]
        if all(stays) or not any(stays):
            return False
        last = max(number for number, staying in enumerate(stays) if not staying)
        above = (number for number in reversed(range(last)) if stays[number])
        self._select_alone(self.model.index(last + 1 if last + 1 < len(stays) else next(above)))
        return True

    def set_sort(self, order: SortOrder) -> None:
        """Show how the list is sorted."""
        for action in self._orders.actions():
            if action.data() == order.value:
                action.setChecked(True)
                self._sort.setText(action.text())

    def _select_alone(self, index: QModelIndex) -> None:
        """Select one row; the view's own way would add it to others while Ctrl is held."""
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.rows.selectionModel().setCurrentIndex(index, alone)

    def _select(self, ids: Sequence[str]) -> None:
        chosen = QItemSelection()
        first = None
        for article_id in ids:
            row = self.model.row_of(article_id)
            if row is not None:
                index = self.model.index(row)
                first = first or index
                chosen.select(index, index)
        models = self.rows.selectionModel()
        if first is not None:
            models.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        models.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _arrange(self) -> None:
        head = QFrame()
        head.setObjectName("listHead")
        head.setFixedHeight(HEADER)
        line = QHBoxLayout(head)
        line.setContentsMargins(15, 0, 8, 0)
        line.setSpacing(6)
        self._title.setFont(interface_font(13, weight=600))
        self._sort.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._sort.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sort.setAccessibleName(self.tr("Sort the articles"))
        self._sort.setToolTip(self.tr("Sort the articles"))
        line.addWidget(self._title)
        line.addWidget(self._found)
        line.addStretch(1)
        line.addWidget(self._sort)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._empty)
        column.addWidget(self.rows, 1)
        self._empty.setContentsMargins(15, 18, 15, 0)
        self._empty.hide()
        self.setMinimumWidth(200)
        self.setObjectName("articleList")

    def _build_sort_menu(self) -> None:
        menu = QMenu(self._sort)
        self._orders = QActionGroup(self)
        for order, words in (
            (SortOrder.NEWEST, self.tr("Newest")),
            (SortOrder.OLDEST, self.tr("Oldest")),
            (SortOrder.ADDED, self.tr("Last added")),
            (SortOrder.HEADLINE, self.tr("Headline")),
            (SortOrder.PUBLISHER, self.tr("Publisher")),
            (SortOrder.RELEVANCE, self.tr("Best match")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setData(order.value)
            self._orders.addAction(action)
        self._sort.setMenu(menu)
        self.set_sort(SortOrder.NEWEST)

    def _connect(self) -> None:
        self.rows.selectionModel().selectionChanged.connect(self._on_selection)
        self.rows.reader_asked.connect(self.reader_asked)
        self.rows.customContextMenuRequested.connect(self._on_menu)
        self.model.more_asked.connect(self.more_asked)
        self._orders.triggered.connect(self._on_sort)
        self._rest.timeout.connect(self._on_rest)
        self._theme.changed.connect(self._dress)

    def _on_selection(self) -> None:
        if not self._showing:
            self._rest.start()
            self.selection_changed.emit()

    def _on_rest(self) -> None:
        ids = self.selected_ids
        if len(ids) == 1:
            self.article_chosen.emit(ids[0])

    def _on_menu(self, place: QPoint) -> None:
        if self.selected_ids:
            self.menu_asked.emit(self.rows.viewport().mapToGlobal(place))

    def _on_sort(self) -> None:
        order = SortOrder(self._orders.checkedAction().data())
        self.set_sort(order)
        self.sort_chosen.emit(order)

    def _dress(self) -> None:
        look = self._theme.palette
        self._sort.setIcon(icon("arrow-up-down", look.dim, 14))
        self.setStyleSheet(
            f"#articleList, #articleList QListView {{ background: {look.list.name()}; }}"
            f"#listHead {{ background: {look.list.name()}; "
            f"border-bottom: 1px solid {look.line.name()}; }}"
            f"#listHead QToolButton {{ font-size: 12.5px; }}"
        )
        for label in (self._found, self._empty):
            label.setStyleSheet(f"color: {look.dim.name()};")
        self.rows.viewport().update()
