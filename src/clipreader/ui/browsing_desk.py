"""Sidebar, list and search together: what is asked for, and the rows that answer."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QInputDialog, QMessageBox

from clipreader.model import ArticleRow, Changes, Counts, Outcome, Query, Shelf, SortOrder
from clipreader.operations import Library, highlighting, reading, searching, trash
from clipreader.ui.article_list_model import PAGE
from clipreader.ui.background import Background
from clipreader.ui.main_window import MainWindow, Place
from clipreader.ui.plain import message
from clipreader.ui.preferences import Preferences
from clipreader.ui.sidebar_entries import Entry, Section
from clipreader.ui.wording import counted, figures

Page = tuple[tuple[ArticleRow, ...], int]
"""Rows and how many there are in all."""

_AT_MOST_EVERY = 300


def read_page(library: Library, query: Query, order: SortOrder, start: int, rows: int) -> Page:
    """Return ``rows`` rows from ``start`` on, and how many the query finds in all."""
    found = reading.list_articles(library, query, order, offset=start, limit=rows)
    return found, reading.count_articles(library, query)


def narrowed(place: Query, typed: Query) -> Query:
    """Return what was typed, inside what is chosen in the sidebar."""
    return replace(
        typed,
        shelf=typed.shelf if place.shelf == Shelf.ALL else place.shelf,
        tags=place.tags + typed.tags,
        authors=place.authors + typed.authors,
        translators=place.translators + typed.translators,
        publishers=place.publishers + typed.publishers,
        agencies=place.agencies + typed.agencies,
        credits=place.credits + typed.credits,
    )


class BrowsingDesk(QObject):
    """Keeps sidebar and list up to date; ``query_changed`` carries what the list shows."""

    query_changed = Signal(object)

    def __init__(
        self, window: MainWindow, background: Background, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._preferences = preferences
        self._typed = ""
        self._order = SortOrder(preferences.value.sort)
        self._wanted = ""
        self._counts = Counts()
        self._later = QTimer(self, singleShot=True, interval=_AT_MOST_EVERY)
        self.query = Query()
        window.articles.set_sort(self._order)
        folded = preferences.value.folded.split()
        window.sidebar.fold(frozenset(one for one in Section if one.value in folded))
        self._connect()

    @property
    def counts(self) -> Counts:
        """Return the numbers of the sidebar as last read."""
        return self._counts

    def begin(self) -> None:
        """Read what the person looked at last."""
        shelf = self._preferences.value.shelf
        if shelf in {one.value for one in Shelf}:
            self._window.sidebar.choose(Query(shelf=Shelf(shelf)))
        self.refresh()

    def refresh(self) -> None:
        """Read counts and rows again."""
        self._later.stop()
        rows = max(len(self._window.articles.model.rows), PAGE)
        self._background.run(reading.counts, then=self._show_counts, replaces="counts")
        self._background.run(
            read_page, self.query, self._order, 0, rows, then=self._show_page, replaces="rows"
        )

    def refresh_soon(self) -> None:
        """Read again in a moment; many calls make one."""
        if not self._later.isActive():
            self._later.start()

    def show_article(self, article_id: str) -> None:
        """Select an article as soon as it is among the rows."""
        self._wanted = article_id
        self._select_wanted()

    def go_to_shelf(self, shelf: Shelf) -> None:
        """Go to a shelf as if the person had clicked on it."""
        self._window.sidebar.choose(Query(shelf=shelf))

    def _connect(self) -> None:
        window, verbs = self._window, self._window.verbs
        window.sidebar.chosen.connect(self._on_entry)
        window.sidebar.folded.connect(self._on_folded)
        window.sidebar.rename_tag_asked.connect(self._on_rename_tag)
        window.sidebar.remove_tag_asked.connect(self._on_remove_tag)
        window.sidebar.empty_trash_asked.connect(self._on_empty_trash)
        window.toolbar.search.search_asked.connect(self._on_search)
        window.toolbar.search.left.connect(window.articles.rows.setFocus)
        window.articles.sort_chosen.connect(self._on_sort)
        window.articles.more_asked.connect(self._on_more)
        verbs["search"].triggered.connect(window.toolbar.search.begin)
        verbs["previous"].triggered.connect(self._on_previous)
        verbs["next"].triggered.connect(self._on_next)
        verbs["empty_trash"].triggered.connect(self._on_empty_trash)
        for shelf in Shelf:
            verbs[f"show_{shelf.value}"].triggered.connect(self._on_shelf)
        self._later.timeout.connect(self.refresh)
        self._background.library_changed.connect(self._on_changed)

    def _on_entry(self, entry: Entry) -> None:
        clippings = entry.shelf == Shelf.CLIPPINGS
        if entry.shelf:
            self._preferences.change(shelf=entry.shelf.value)
        self._window.show_place(Place.CLIPPINGS if clippings else Place.READING)
        self._show_emptiness()
        if not clippings:
            self.ask_anew()

    def _on_folded(self, sections: frozenset[Section]) -> None:
        self._preferences.change(folded=" ".join(sorted(one.value for one in sections)))

    def _on_search(self, words: str) -> None:
        self._typed = words
        typed = searching.parse(words)
        self._window.clippings.look_for(typed)
        self.ask_anew()

    def ask_anew(self) -> None:
        """Read the list of what the sidebar shows as chosen, from its beginning."""
        place = self._window.sidebar.entry.query or Query()
        if place.shelf == Shelf.CLIPPINGS:
            place = Query()
        self.query = narrowed(place, searching.parse(self._typed))
        self._background.run(
            read_page, self.query, self._order, 0, PAGE, then=self._show_page, replaces="rows"
        )
        self.query_changed.emit(self.query)

    def _on_sort(self, order: SortOrder) -> None:
        self._order = order
        self._preferences.change(sort=order.value)
        self.ask_anew()

    def _on_more(self, start: int) -> None:
        def show(page: Page) -> None:
            self._window.articles.model.append(start, page[0])

        self._background.run(
            read_page, self.query, self._order, start, PAGE, then=show, replaces="more"
        )

    def _on_changed(self, changes: Changes) -> None:
        if changes:
            self.refresh_soon()

    def _show_page(self, page: Page) -> None:
        rows, total = page
        articles = self._window.articles
        label = self._window.sidebar.entry.label
        found = figures(total)
        if self._typed.strip():
            found = counted(total, self.tr("1 article found"), self.tr("{n} articles found"))
        articles.show_header(label, found)
        articles.show_rows(rows, total)
        articles.show_empty(self._why_nothing())
        self._select_wanted()

    def _why_nothing(self) -> str:
        """Return what to say if there are no rows."""
        if not self._typed.strip():
            return self.tr("There is nothing here.")
        nothing = self.tr("Nothing matches. Escape in the search field shows everything again.")
        return " ".join((*searching.doubts(self._typed), nothing))

    def _show_counts(self, counts: Counts) -> None:
        self._counts = counts
        self._window.sidebar.show_counts(counts)
        self._window.status.show_counts(counts)
        self._window.clippings.filters.set_tags(counts.tags)
        self._window.reader.set_known_tags(tuple(tag.name for tag in counts.tags))
        self._window.verbs["empty_trash"].setEnabled(counts.trash > 0)
        self._window.verbs["show_waiting"].setEnabled(counts.waiting > 0)
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        """Show how to begin where there is nothing to read, unless the trash is looked at."""
        shelf = self._window.sidebar.entry.shelf
        bare = self._counts.all == 0 and shelf not in (Shelf.TRASH, Shelf.CLIPPINGS)
        if bare:
            self._window.show_place(Place.EMPTY)
        elif self._window.place == Place.EMPTY:
            self._window.show_place(Place.READING)

    def _select_wanted(self) -> None:
        if self._wanted and self._window.articles.select(self._wanted):
            self._wanted = ""

    def _on_previous(self) -> None:
        self._window.articles.step(-1)

    def _on_next(self) -> None:
        self._window.articles.step(1)

    def _on_shelf(self) -> None:
        self.go_to_shelf(Shelf(self.sender().objectName().removeprefix("show_")))

    def _on_rename_tag(self, name: str) -> None:
        words, agreed = QInputDialog.getText(
            self._window, self.tr("Rename tag"), self.tr("New name:"), text=name
        )
        if agreed and words.strip() and words.strip() != name:
            self._background.run(highlighting.rename_tag, name, words.strip(), then=self._tell_tag)

    def _on_remove_tag(self, name: str) -> None:
        self._background.run(highlighting.remove_tag, name, then=self._tell_tag)

    def _tell_tag(self, outcome: Outcome[int]) -> None:
        words = counted(
            outcome.value,
            self.tr("1 clipping changed"),
            self.tr("{n} clippings changed"),
        )
        self._window.notices.tell(words, ((self.tr("Undo"), self._window.verbs["undo"].trigger),))

    def _on_empty_trash(self) -> None:
        number = self._counts.trash
        words = counted(
            number,
            self.tr("Delete 1 article for good, with its original, highlights and notes?"),
            self.tr("Delete {n} articles for good, with their originals, highlights and notes?"),
        )
        kept = self.tr("Backups that were made before still hold them.")
        words = f"{words} {kept}"
        box = message(self._window, self.tr("Empty trash"), words, icon=QMessageBox.Icon.Warning)
        box.setStandardButtons(QMessageBox.StandardButton.Cancel)
        empty = box.addButton(self.tr("Empty trash"), QMessageBox.ButtonRole.DestructiveRole)
        box.exec()
        if box.clickedButton() is empty:
            self._background.run(trash.empty_trash, then=self._tell_emptied)

    def _tell_emptied(self, outcome: Outcome[int]) -> None:
        words = counted(
            outcome.value, self.tr("1 article deleted"), self.tr("{n} articles deleted")
        )
        self._window.notices.tell(words)
