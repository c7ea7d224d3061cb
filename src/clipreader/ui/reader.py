"""Shows one article, its highlights and notes; says what the person wants done to them.

It decides nothing: every wish is a signal that the window hands to an operation, and what comes
back is shown by ``set_highlights`` or ``set_article``.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from clipreader.model import Article, Colour, Highlight, Span
from clipreader.ui.block_handle import BlockHandle
from clipreader.ui.block_menus import MENU_WISHES, BlockMenus
from clipreader.ui.doubtful_banner import DoubtfulBanner
from clipreader.ui.highlight_bar import HighlightBar
from clipreader.ui.margin_notes import ROOM, MarginNotes
from clipreader.ui.marking import Marking
from clipreader.ui.opened import Opened
from clipreader.ui.page_painter import PagePainter
from clipreader.ui.plain import PlainLabel
from clipreader.ui.reader_document import ReaderDocument
from clipreader.ui.reader_spacing import GUTTER
from clipreader.ui.reader_styles import Typesetter, Typography, page_palette
from clipreader.ui.reader_view import ReaderView
from clipreader.ui.tagging import Tagging
from clipreader.ui.theme import Theme, interface_font

RESTING = 400
"""Milliseconds after scrolling before the reading position is told."""

_WISHES = (
    "highlight_asked",
    "note_asked",
    "tags_asked",
    "colour_chosen",
    "edges_moved",
    "removal_asked",
    "copy_asked",
    "markdown_copy_asked",
    "link_asked",
)


class Reader(QWidget):
    """The reading pane. Spans in its signals are code points of the article's text."""

    highlight_asked = Signal(Span, Colour)
    note_asked = Signal(Span)
    tags_asked = Signal(Span)
    colour_chosen = Signal(tuple, Colour)
    note_changed = Signal(str, str)
    tags_changed = Signal(str, tuple)
    edges_moved = Signal(str, Span)
    removal_asked = Signal(tuple)
    confirm_asked = Signal(str)
    role_chosen = Signal(int, object, object)
    credit_chosen = Signal(int, object)
    accept_asked = Signal(int)
    fields_asked = Signal()
    copy_asked = Signal(Span)
    markdown_copy_asked = Signal(tuple)
    link_asked = Signal(str)
    position_changed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wish = Typography()
        self._set = Typography()
        self._article: Article | None = None
        self._highlights: tuple[Highlight, ...] = ()
        self._hits: tuple[Span, ...] = ()
        self._opened: frozenset[int] = frozenset()
        self.view = ReaderView(self)
        self.bar = HighlightBar(theme, self)
        self.marking = Marking(theme, self.view, self.bar, self)
        self.notes = MarginNotes(theme, self.view)
        self.handle = BlockHandle(theme, self.view)
        self.banner = DoubtfulBanner(theme, self)
        self.tagging = Tagging(theme, self.view, self)
        self.menus = BlockMenus(theme, self.view, self)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(RESTING)
        self._build()
        self._connect()
        self._dress()

    def _build(self) -> None:
        self._empty = PlainLabel(self.tr("No article is open."), self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setFont(interface_font(14))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self._stack, 1)
        self.setAutoFillBackground(True)
        self.setFocusProxy(self.view)
        self.bar.raise_()

    def _connect(self) -> None:
        for name in _WISHES:
            getattr(self.marking, name).connect(getattr(self, name))
        self.marking.note_edit_asked.connect(self.edit_note)
        self.marking.tag_edit_asked.connect(self.edit_tags)
        self.marking.block_asked.connect(self.menus.open_at)
        self.marking.fold_asked.connect(self.toggle_fold)
        self.notes.chosen.connect(self.marking.choose)
        self.notes.written.connect(self.note_changed)
        self.notes.tags_asked.connect(self.edit_tags)
        self.handle.menu_asked.connect(self.open_menu)
        self.handle.accept_asked.connect(self.accept_asked)
        self.banner.confirmed.connect(self.confirm_asked)
        self.banner.shown.connect(self.go_to_highlight)
        self.banner.removed.connect(self._remove)
        self.tagging.changed.connect(self.tags_changed)
        self.view.menu_asked.connect(self.bar.hide)
        for name in MENU_WISHES:
            getattr(self.menus, name).connect(getattr(self, name))
        self.view.moved.connect(self._resting.start)
        self._resting.timeout.connect(self._rested)
        self._theme.changed.connect(self._dress)

    # -- what is shown

    def show_article(self, opened: Opened | None) -> None:
        """Show an article where it was last read, or none. What was being written is kept."""
        self.keep()
        self.bar.hide()
        self.marking.choose("")
        self._resting.stop()
        self._article = opened.article if opened else None
        self._highlights = opened.highlights if opened else ()
        self._hits, self._opened = (), frozenset()
        self._stack.setCurrentWidget(self.view if opened else self._empty)
        if opened is None:
            self.view.show_nothing()
            self.set_highlights(())
            return
        self._render(opened.position)
        self._resting.stop()

    def set_article(self, article: Article) -> None:
        """Show the same article after a correction, at the same place."""
        self._article = article
        self._render(self.position())

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Show these highlights of the article, and no others."""
        self._highlights = tuple(highlights)
        self._mark()

    def set_hits(self, spans: Iterable[Span]) -> None:
        """Mark found words; an empty tuple takes the marks away."""
        self._hits = tuple(spans)
        content = self.view.content
        found = [content.map.range(span) for span in self._hits] if content else []
        self.view.painter.set_hits([place for place in found if place is not None])
        self.view.viewport().update()

    def set_known_tags(self, tags: Iterable[str]) -> None:
        """Offer these names when tags are typed."""
        self.tagging.editor.set_known(tags)

    def set_typography(self, font_size: float, measure: int, line_height: float) -> None:
        """Set size and measure (pixels) and line height (factor), keeping the place."""
        self._wish = Typography(font_size, measure, line_height)
        self._fit()

    def selection(self) -> Span | None:
        """Return the selected span, or None."""
        return self.marking.selection()

    def position(self) -> int:
        """Return the code point of the first visible line; 0 at the top."""
        content = self.view.content
        if content is None or self.view.verticalScrollBar().value() == 0:
            return 0
        return content.map.point(self.view.first_position())

    def go_to(self, span: Span) -> None:
        """Bring a span into view and put the caret there; a fold over it is opened."""
        content = self.view.content
        if content is None:
            return
        fold = content.fold_at(span.start)
        if fold is not None:
            self.toggle_fold(fold)
            content = self.view.content or content
        place, stop = map(content.map.position, (span.start, span.end))
        self.view.set_caret_before(place, stop)
        self.view.painter.set_current_hit(place)
        self.view.viewport().update()
        self.view.scroll_to(place, above=self.view.height() / 4)

    def go_to_highlight(self, id_: str) -> None:
        """Bring a highlight into view and make it the current one."""
        found = next((h for h in self._highlights if h.id == id_), None)
        if found is not None and found.span is not None:
            self.go_to(found.span)
            self.marking.choose(id_)

    # -- what is asked for

    def act(self, name: str) -> bool:
        """Do what a menu or shortcut names, see ``Marking.act``; False if it means nothing."""
        return self.marking.act(name)

    def edit_note(self, id_: str) -> None:
        """Open the note of a highlight for writing."""
        self.marking.choose(id_)
        self.notes.edit(id_)

    def edit_tags(self, id_: str) -> None:
        """Open the tags of a highlight for writing, beside its words."""
        found = next((h for h in self._highlights if h.id == id_), None)
        if found is None:
            return
        self.marking.choose(id_)
        self.bar.hide()
        self.tagging.open(id_, found.tags)

    def open_menu(self, index: int, place: QPoint) -> None:
        """Open the menu of a block at a place of the screen."""
        self.bar.hide()
        self.menus.open(index, place)

    def toggle_fold(self, first: int) -> None:
        """Open or close the run of site text that begins with a block."""
        self._opened ^= {first}
        self._render(self.position())

    def keep(self) -> None:
        """Keep what is being written in a note or a tag field."""
        self.notes.keep()
        self.tagging.editor.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the column; fold the notes where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being written."""
        self.keep()
        super().hideEvent(event)

    # -- inside

    def _fit(self) -> None:
        free = self.width() - 2 * GUTTER - 12
        fitted = self._wish.fitted(free)
        wide = free >= fitted.measure + ROOM
        self.notes.set_folded(not wide)
        self.view.set_notes_width(ROOM if wide else 0)
        if fitted != self._set:
            place = self.position()
            self._set = fitted
            self._render(place)

    def _render(self, position: int) -> None:
        article = self._article
        if article is None:
            return
        setter = Typesetter(self._theme.palette, self._set)
        pages = PagePainter(article, self._set.measure, self.devicePixelRatioF())
        content = ReaderDocument(article, setter, opened=self._opened, rooms=pages.rooms)
        self.view.show_content(content, pages, self._theme.palette)
        self._mark()
        self.set_hits(self._hits)
        self.view.scroll_to(content.map.position(position) if position > 0 else 0)

    def _mark(self) -> None:
        self.marking.set_highlights(self._highlights)
        self.banner.show_doubtful(self._highlights)
        self.view.document().documentLayout().documentSize()
        items = self.view.painter.items
        tops = {item.id: self.view.top_of(item.begin) for item in items}
        placed = [(h, tops[h.id]) for h in self._highlights if h.id in tops]
        self.notes.show_notes(sorted(placed, key=lambda pair: pair[1]))

    def _dress(self) -> None:
        self.setPalette(page_palette(self.palette(), self._theme.palette))
        self._empty.setStyleSheet(f"color: {self._theme.palette.faint.name()};")
        self._render(self.position())

    def _remove(self, id_: str) -> None:
        self.removal_asked.emit((id_,))

    def _rested(self) -> None:
        if self._article is not None:
            self.position_changed.emit(self.position())
