"""A visit to the real window, without a screen: the five journeys, and undo."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from clipreader import paths
from clipreader.model import Article, Certainty, Colour, Highlight, Role, Span
from clipreader.operations import checking, open_library
from clipreader.operations.parsing import read_article, source_from_path
from clipreader.selftest.report import Amiss
from clipreader.ui.background import Background
from clipreader.ui.desks import Desks
from clipreader.ui.main_window import MainWindow
from clipreader.ui.preferences import Preferences
from clipreader.ui.theme import Theme

WAIT = 60.0
"""How long a step may wait for the window, in seconds; a slow machine starts processes slowly."""

CLOSING = "close"
"""The step that has to be taken in any case: a window that is not closed keeps its thread."""

_SAMPLES = ("night-ferry.txt", "two-shipyards-one-crane.html")
_HEADLINE = "Night Ferry Returns to Harbour Town After Eleven Years"
_CREDITS = {"Harbour Authority", "L. Moreau"}
_QUOTE = "“A ferry is a promise with a departure time,” he said."
_TAG, _NOTE = "ferries/timetables", "Ask for the autumn timetable."


class Visit:
    """One visit to the window. Each step returns what it saw and raises Amiss, or anything."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._library = folder / "library"
        self._window: MainWindow
        self._background: Background
        self._desks: Desks

    def steps(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield the steps with their names, in order."""
        yield "window", self.open_window
        yield "import", self.bring
        yield "read", self.read
        yield "highlight", self.mark
        yield "search", self.look_for
        yield "export", self.export
        yield "undo", self.undo
        yield CLOSING, self.close

    def open_window(self) -> str:
        """Open the real window on a new library."""
        preferences = Preferences(self._folder / "settings.json")
        self._window = MainWindow(Theme("light"), preferences.value)
        self._background = Background(self._window)
        self._desks = Desks(self._window, self._background, preferences, self._library)
        self._window.show()
        self._desks.open_library()
        self._until(lambda: self._desks.is_open, "the library to open")
        return f"{self._window.width()} × {self._window.height()} pixels"

    def bring(self) -> str:
        """Import two samples, in a process of their own as any import."""
        self._desks.importing.take([paths.seeds() / name for name in _SAMPLES])
        self._until(lambda: len(self._headlines) == len(_SAMPLES), "the samples in the list")
        return "; ".join(self._headlines)

    def read(self) -> str:
        """Open one and see its parts on the page."""
        row = next(row for row in self._window.articles.model.rows if row.headline == _HEADLINE)
        self._window.articles.select(row.id)
        self._until(lambda: self._desks.reading.article_id == row.id, "the article to open")
        article, known = self._article, self._article.metadata
        found = {article.credit_of(block) for block in article.parts(Role.CAPTION)}
        if found != _CREDITS or known.translators != ("Ana Reyes",):
            raise Amiss(f"credits {found}, translators {known.translators}")
        page = self._window.reader.view
        if _QUOTE not in page.toPlainText():
            raise Amiss("the article is not on the page")
        if _colours(page) < 3:
            raise Amiss("nothing is painted on the page")
        return f"{len(article.blocks)} blocks, translated by {known.translators[0]}"

    def mark(self) -> str:
        """Highlight a passage, tag it and write a note."""
        start = self._article.text.index(_QUOTE)
        reader = self._window.reader
        reader.highlight_asked.emit(Span(start, start + len(_QUOTE)), Colour.GREEN)
        self._until(lambda: self._highlights, "the highlight")
        made = self._highlights[0]
        reader.tags_changed.emit(made.id, (_TAG,))
        self._until(lambda: self._highlights[0].tags == (_TAG,), "the tag")
        reader.note_changed.emit(made.id, _NOTE)
        self._until(lambda: self._highlights[0].note == _NOTE, "the note")
        if made.quote != _QUOTE or made.anchor.certainty != Certainty.PLACED:
            raise Amiss(f"“{made.quote}” is {made.anchor.certainty.value}")
        return made.quote

    def look_for(self) -> str:
        """Search for words that stand in one of the samples, without their accents."""
        search = self._window.toolbar.search
        search.setText("tomas arrieta")
        self._until(lambda: self._headlines == [_HEADLINE], "what was searched")
        found = self._window.articles.model.rows[0].snippet
        if found is None or not found.spans:
            raise Amiss("the place of the words is not shown")
        search.setText("")
        self._until(lambda: len(self._headlines) == len(_SAMPLES), "the whole list again")
        return found.text

    def export(self) -> str:
        """Write the clippings as Markdown, and read the file back as an article."""
        window, to = self._window, self._folder / "clippings.md"
        window.verbs["show_clippings"].trigger()
        self._until(lambda: window.clippings.model.clippings, "the clippings")
        window.preview.set_one_file(True)
        self._until(lambda: _NOTE in window.preview.text.toPlainText(), "the preview")
        self._desks.exporting.export_to(window.preview, to)
        self._until(to.exists, "the file")
        written = to.read_text(encoding="utf-8")
        read_back = read_article(source_from_path(to)).article.text
        if _TAG not in written or _NOTE not in read_back or _QUOTE not in read_back:
            raise Amiss("the file does not hold the quote, the note and the tag")
        return f"{len(written)} characters of Markdown"

    def undo(self) -> str:
        """Take back the note, the tag and the highlight, one after another."""
        undo = self._window.verbs["undo"]
        labels: list[str] = []
        for holds, what in (
            (lambda: self._highlights[0].note == "", "the note to go"),
            (lambda: self._highlights[0].tags == (), "the tag to go"),
            (lambda: not self._highlights, "the highlight to go"),
        ):
            self._until(undo.isEnabled, "something to undo")
            labels.append(undo.text().replace("&", ""))
            undo.trigger()
            self._until(holds, what)
        return ", ".join(labels)

    def close(self) -> str:
        """Close the window, and check every word of the library."""
        self._window.close()
        with open_library(self._library) as library:
            report = checking.check(library)
        if report.problems:
            raise Amiss(" ".join(report.problems))
        return report.sqlite

    @property
    def _headlines(self) -> list[str]:
        return [row.headline for row in self._window.articles.model.rows]

    @property
    def _article(self) -> Article:
        opened = self._desks.reading.opened
        if opened is None:
            raise Amiss("no article is open")
        return opened.article

    @property
    def _highlights(self) -> tuple[Highlight, ...]:
        opened = self._desks.reading.opened
        return opened.highlights if opened else ()

    def _until(self, holds: Callable[[], object], what: str) -> None:
        """Let the window live until something holds and nothing is being done. Raises Amiss."""
        end = time.monotonic() + WAIT
        while self._background.is_busy or not holds():
            if time.monotonic() > end:
                words = self._window.notices.words or self._window.banner.words
                raise Amiss(f"waited in vain for {what}; the window says: {words or 'nothing'}")
            QCoreApplication.processEvents()
            time.sleep(0.005)


def _colours(widget: QWidget) -> int:
    picture = widget.grab().toImage()
    return len(
        {
            picture.pixel(x, y)
            for x in range(0, picture.width(), 3)
            for y in range(0, picture.height(), 3)
        }
    )
