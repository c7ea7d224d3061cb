"""Places the panels; what they ask for is answered by the desks.

No verb is imported here: the window can be shown while the operations, and the database that
they bring with them, are still being loaded.
"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from clipreader.settings import Settings
from clipreader.ui.actions import Actions
from clipreader.ui.article_list import ArticleList
from clipreader.ui.clippings import ClippingsPanel
from clipreader.ui.drop_area import DropArea
from clipreader.ui.empty_state import EmptyState
from clipreader.ui.export_pane import ExportPane
from clipreader.ui.find_bar import FindBar
from clipreader.ui.menus import build_menus, list_menu
from clipreader.ui.notices import Notices
from clipreader.ui.reader import Reader
from clipreader.ui.sidebar import Sidebar
from clipreader.ui.status_line import StatusLine
from clipreader.ui.strip import Strip
from clipreader.ui.theme import Theme
from clipreader.ui.toolbar import Toolbar
from clipreader.ui.typography import TypographyCard
from clipreader.ui.version_strip import VersionStrip
from clipreader.ui.window_state import pack, unpack

SIZE = 1440, 900
"""Width and height of a new window, in pixels, where the screen has room for them."""

SMALLEST = 420, 320
"""Width and height, in pixels, below which list and page cannot stand side by side."""

FRAME = QSize(16, 48)
"""What a window manager may put around the window, in pixels."""

SIDEBAR, LIST, CLIPPINGS = 216, 328, 520
"""The widths of the panels at first, in pixels."""

PAGE = 216
"""The least width of the page, in pixels: the narrowest column and what stands beside it."""

NARROW = 800
"""In a narrower window the sidebar folds away by itself."""


class Place(IntEnum):
    """What fills the window beside the sidebar."""

    READING = 0
    CLIPPINGS = 1
    EMPTY = 2


class MainWindow(QMainWindow):
    """The window; ``closing`` comes before it goes."""

    closing = Signal()

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.theme = theme
        self._folded_by_width = False
        self.setWindowTitle("ClipReader")
        self.setObjectName("window")
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize() - FRAME))
        self.setMinimumSize(*SMALLEST)
        self.verbs = Actions(theme, self)
        self.toolbar = Toolbar(self.verbs, theme)
        self.sidebar = Sidebar(theme)
        self.articles = ArticleList(theme)
        self.find_bar = FindBar(self.verbs, theme)
        restore = self.tr("Restore"), self.tr("Restore this article from the trash")
        self.trash_strip = Strip(theme, "trash-2", *restore)
        well = self.tr("Close"), self.tr("Do not say this again")
        self.version_strip = VersionStrip(theme)
        self.letters_strip = Strip(theme, "info", *well)
        fetch = self.tr("Fetch the page…"), self.tr("Fetch this page from the network")
        self.links_strip = Strip(theme, "external-link", *fetch)
        self.reader = Reader(theme)
        self.clippings = ClippingsPanel(theme)
        self.preview = ExportPane(theme)
        self.empty = EmptyState(self.verbs, theme)
        again = self.tr("Try again"), self.tr("Try to open the library again")
        self.banner = Strip(theme, "triangle-alert", *again, warns=True)
        go_on = self.tr("Go on"), self.tr("Import the files that are not in yet")
        self.unfinished_strip = Strip(
            theme,
            "folder",
            *go_on,
            decline=(self.tr("Forget"), self.tr("Keep what is in and do not ask again")),
        )
        self.status = StatusLine(theme)
        self.list_menu = list_menu(self.verbs, self)
        middle = self._arrange()
        self.notices = Notices(theme, middle)
        self.drop_area = DropArea(theme, self)
        self.drop_area.claim(middle)
        self.typography = TypographyCard(theme, settings, self)
        build_menus(self.menuBar(), self.verbs)
        self._connect()
        self.restore(settings.window)
        self.articles.rows.setFocus()

    @property
    def place(self) -> Place:
        """Return what fills the window beside the sidebar."""
        return Place(self.places.currentIndex())

    def show_place(self, place: Place) -> None:
        """Fill the window with the reading desk, the clippings, or the way to begin."""
        if place != self.place:
            self.places.setCurrentIndex(place)

    def fold_sidebar(self, folded: bool) -> None:
        """Fold the sidebar away, or show it again."""
        self.sidebar.setVisible(not folded)
        self.verbs["sidebar"].setChecked(not folded)

    def packed(self) -> str:
        """Return size, place and panels as a string for the settings."""
        folded = self.sidebar.isHidden() and not self._folded_by_width
        return pack(self, self._splitters(), folded)

    def restore(self, packed: str) -> None:
        """Take size, place and panels from what ``packed`` returned; nonsense is passed over."""
        self.fold_sidebar(unpack(packed, self, self._splitters()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so before going, while everything is still there to be kept."""
        self.closing.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the sidebar away where there is no room for it."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        before = event.oldSize().width()
        if narrow and not self.sidebar.isHidden() and not 0 <= before < NARROW:
            self._folded_by_width = True
            self.fold_sidebar(True)
        elif not narrow and self._folded_by_width:
            self._folded_by_width = False
            self.fold_sidebar(False)
        self.notices.place()

    def _splitters(self) -> tuple[QSplitter, ...]:
        return self.outer, self.reading, self.workspace

    def _arrange(self) -> QWidget:
        page = QWidget()
        column = _column(page)
        strips = (self.trash_strip, self.links_strip, self.version_strip, self.letters_strip)
        for widget in (self.find_bar, *strips):
            column.addWidget(widget)
        column.addWidget(self.reader, 1)
        page.setMinimumWidth(PAGE)
        self.reading = _split("reading", (self.articles, page), (LIST, 900))
        self.workspace = _split("workspace", (self.clippings, self.preview), (CLIPPINGS, 700))
        self.places = QStackedWidget()
        for place in (self.reading, self.workspace, self.empty):
            self.places.addWidget(place)
        self.outer = _split("outer", (self.sidebar, self.places), (SIDEBAR, 1224))
        middle = QWidget()
        whole = _column(middle)
        for widget in (self.toolbar, self.banner, self.unfinished_strip):
            whole.addWidget(widget)
        whole.addWidget(self.outer, 1)
        whole.addWidget(self.status)
        self.setCentralWidget(middle)
        return middle

    def _connect(self) -> None:
        self.verbs["sidebar"].triggered.connect(self._on_sidebar)
        self.verbs["typography"].triggered.connect(self._on_typography)
        self.verbs["full_screen"].triggered.connect(self._on_full_screen)
        self.verbs["quit"].triggered.connect(self.close)
        self.articles.menu_asked.connect(self.list_menu.popup)

    def _on_sidebar(self, shown: bool) -> None:
        self._folded_by_width = False
        self.fold_sidebar(not shown)

    def _on_typography(self) -> None:
        button = self.toolbar.buttons["typography"]
        self.typography.open_under(button if button.isVisible() else self.toolbar)

    def _on_full_screen(self, on: bool) -> None:
        self.showFullScreen() if on else self.showNormal()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _split(name: str, panels: tuple[QWidget, QWidget], widths: tuple[int, int]) -> QSplitter:
    """Put two panels side by side; the second takes what the window gains."""
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setObjectName(name)
    split.setHandleWidth(1)
    split.setChildrenCollapsible(False)
    for panel in panels:
        split.addWidget(panel)
    split.setSizes(list(widths))
    split.setStretchFactor(0, 0)
    split.setStretchFactor(1, 1)
    return split
