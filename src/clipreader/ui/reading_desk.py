"""The article that is open: shown, remembered, starred, put away."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from clipreader.model import Changes, ClipreaderError, Highlight, Query, Span
from clipreader.operations import reading, searching, trash
from clipreader.operations.reading import OpenedArticle
from clipreader.ui.background import Background
from clipreader.ui.day_tips import DayTips
from clipreader.ui.main_window import MainWindow, Place
from clipreader.ui.preferences import Preferences
from clipreader.ui.wording import counted

LOG = logging.getLogger(__name__)

_NEED_ARTICLE = (
    "star",
    "unread",
    "fields",
    "original",
    "versions",
    "read_again",
    "open",
    "clippings",
)
_NEED_SELECTION = ("trash", "restore")
_LINKS = ("http", "https", "mailto")


class ReadingDesk(QObject):
    """Opens articles in the reader.

    ``shown`` comes after each article and after every change to it, ``hits_shown`` carries the
    spans of the words that are marked in it.
    """

    shown = Signal()
    hits_shown = Signal(tuple)

    def __init__(
        self, window: MainWindow, background: Background, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._preferences = preferences
        self._query = Query()
        self._passage = ""
        self._left_open = preferences.value.article
        self.opened: OpenedArticle | None = None
        self.days = DayTips(window.reader.view)
        window.verbs.enable(False, *_NEED_ARTICLE, *_NEED_SELECTION)
        self._connect()

    @property
    def article_id(self) -> str:
        """Return the id of the article that is open, or nothing."""
        return self.opened.article.id if self.opened else ""

    @property
    def chosen_ids(self) -> tuple[str, ...]:
        """Return what a verb on articles means: the selection, or else the open article."""
        selected = self._window.articles.selected_ids
        return selected or ((self.article_id,) if self.opened else ())

    def open(self, article_id: str, highlight_id: str = "") -> None:
        """Open an article, at a highlight if one is named."""
        self._passage = highlight_id
        if article_id == self.article_id:
            self._go_to_passage()
            return
        self._background.run(
            reading.open_article, article_id, then=self._show, failed=self._gone, replaces="open"
        )

    def set_query(self, query: Query) -> None:
        """Mark the words of this query in the reader from now on."""
        self._query = query
        self._mark_hits()

    def highlight(self, highlight_id: str) -> Highlight | None:
        """Return a highlight of the open article by its id."""
        found = self.opened.highlights if self.opened else ()
        return next((one for one in found if one.id == highlight_id), None)

    def _connect(self) -> None:
        window, verbs = self._window, self._window.verbs
        window.articles.article_chosen.connect(self.open)
        window.articles.selection_changed.connect(self._on_selection)
        window.articles.reader_asked.connect(self._on_read)
        window.reader.position_changed.connect(self._on_position)
        window.reader.copy_asked.connect(self._on_copy)
        window.reader.link_asked.connect(self._on_link)
        verbs["open"].triggered.connect(self._on_read)
        verbs["star"].triggered.connect(self._on_star)
        verbs["unread"].triggered.connect(self._on_unread)
        verbs["trash"].triggered.connect(self._on_trash)
        verbs["restore"].triggered.connect(self._on_restore)
        window.trash_strip.pressed.connect(self._on_restore_open)
        self._background.library_changed.connect(self._on_changed)

    def _show(self, opened: OpenedArticle) -> None:
        self.opened = opened
        self._window.reader.show_article(opened)
        self._preferences.change(article=opened.article.id)
        # what was left unread and comes back at the start was not opened by the person
        comes_back, self._left_open = opened.article.id == self._left_open, ""
        if opened.unread and not opened.trashed and not comes_back:
            # nobody asked for it, so nobody is told where it cannot be kept
            keep = (reading.set_unread, (opened.article.id,), False)
            self._background.run(*keep, failed=self._passed_over)
        self._told()
        self._mark_hits()
        self._go_to_passage()

    def _show_again(self, opened: OpenedArticle) -> None:
        before = self.opened
        if before is None or before.article.id != opened.article.id:
            return
        self.opened = opened
        if opened.article != before.article:
            self._window.reader.set_article(opened.article)
            self._mark_hits()
        if opened.highlights != before.highlights or opened.article != before.article:
            self._window.reader.set_highlights(opened.highlights)
        self._told()

    def _passed_over(self, error: ClipreaderError) -> None:
        LOG.info("An opened article stays unread: %s", error)

    def _gone(self, error: ClipreaderError) -> None:
        """Close the article: it is no longer there."""
        self.opened = None
        self._window.reader.show_article(None)
        self._told()

    def _told(self) -> None:
        verbs, opened = self._window.verbs, self.opened
        verbs.enable(opened is not None, *_NEED_ARTICLE)
        verbs["star"].setChecked(opened is not None and opened.starred)
        trashed = opened is not None and opened.trashed
        self._window.trash_strip.tell(self.tr("This article is in the trash.") if trashed else "")
        unread = opened is not None and opened.unread
        verbs["unread"].setText(self.tr("Mark as read") if unread else self.tr("Mark as unread"))
        self._on_selection()
        self.shown.emit()

    def _on_selection(self) -> None:
        trashed = [row.trashed for row in self._window.articles.selected_rows]
        if not trashed and self.opened:
            trashed = [self.opened.trashed]
        self._window.verbs["trash"].setEnabled(any(not one for one in trashed))
        self._window.verbs["restore"].setEnabled(any(trashed))

    def _on_changed(self, changes: Changes) -> None:
        mine = self.article_id and (
            changes.rows or changes.highlights or self.article_id in changes.articles
        )
        if mine:
            self._background.run(
                reading.open_article,
                self.article_id,
                then=self._show_again,
                failed=self._gone,
                replaces="again",
            )

    def _on_read(self) -> None:
        self._window.show_place(Place.READING)
        self._window.reader.setFocus()

    def _on_position(self, position: int) -> None:
        if self.opened:
            self._background.run(reading.keep_position, self.article_id, position)

    def _on_star(self, starred: bool) -> None:
        self._background.run(
            reading.set_starred, self.chosen_ids, starred, failed=self._star_refused
        )

    def _star_refused(self, error: ClipreaderError) -> None:
        """Take the mark back that the button has set by itself."""
        self._told()
        self._background.mishap.emit(str(error), error.details)

    def _on_unread(self) -> None:
        unread = not (self.opened is not None and self.opened.unread)
        self._background.run(reading.set_unread, self.chosen_ids, unread)

    def _on_trash(self) -> None:
        ids = self.chosen_ids
        words = counted(
            len(ids),
            self.tr("1 article moved to the trash"),
            self.tr("{n} articles moved to the trash"),
        )

        def tell(_: object) -> None:
            undo = (self.tr("Undo"), self._window.verbs["undo"].trigger)
            self._window.notices.tell(words, (undo,))

        self._step_off(ids)
        self._background.run(trash.move_to_trash, ids, then=tell)

    def _on_restore(self) -> None:
        ids = self.chosen_ids
        self._step_off(ids)
        self._background.run(trash.restore, ids)

    def _step_off(self, ids: tuple[str, ...]) -> None:
        """Open what stays beside articles before these go, so that the page changes once."""
        if self._window.articles.step_off(ids):
            self.open(self._window.articles.selected_ids[0])

    def _on_restore_open(self) -> None:
        self._background.run(trash.restore, (self.article_id,))

    def _on_copy(self, span: Span) -> None:
        if self.opened:
            QGuiApplication.clipboard().setText(self.opened.article.shown(span))
            self._window.notices.tell(self.tr("Copied"))

    def _on_link(self, address: str) -> None:
        """Name the whole address first; open it in the browser only if the person says so."""
        url = QUrl(address)
        if url.scheme() not in _LINKS:
            self._window.notices.tell(
                self.tr("This link is not opened: {link}").format(link=address)
            )
            return
        shown = url.toString(QUrl.ComponentFormattingOption.EncodeUnicode)

        def open_it() -> None:
            QDesktopServices.openUrl(url)

        self._window.notices.tell(shown, ((self.tr("Open in the browser"), open_it),))

    def _mark_hits(self) -> None:
        opened = self.opened
        if opened is None:
            return
        query = self._query
        if not query.terms:
            self._show_hits(())
            return

        def show(spans: tuple[Span, ...]) -> None:
            if self.opened is opened and self._query is query:
                self._show_hits(spans)

        self._background.call(searching.spans_in, opened.article, query, then=show)

    def _show_hits(self, spans: tuple[Span, ...]) -> None:
        self._window.reader.set_hits(spans)
        self.hits_shown.emit(spans)

    def _go_to_passage(self) -> None:
        if self._passage and self.highlight(self._passage):
            self._window.reader.go_to_highlight(self._passage)
        self._passage = ""
