"""Steps between hits in the open article: of the search, or of the find bar."""

from __future__ import annotations

from PySide6.QtCore import QObject

from clipreader.model import Query, Span, Term
from clipreader.ui.main_window import MainWindow, Place
from clipreader.ui.reading_desk import ReadingDesk


class FindingDesk(QObject):
    """Marks what the find bar looks for and goes from hit to hit."""

    def __init__(self, window: MainWindow, desk: ReadingDesk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._list_query = Query()
        self._spans: tuple[Span, ...] = ()
        self._current = -1
        self._connect()

    def set_list_query(self, query: Query) -> None:
        """Use the list's query while the find bar is closed."""
        self._list_query = query
        if self._window.find_bar.isHidden():
            self._look(query)

    def _connect(self) -> None:
        window, verbs = self._window, self._window.verbs
        verbs["find"].triggered.connect(self._on_find)
        verbs["find_next"].triggered.connect(self._on_next)
        verbs["find_previous"].triggered.connect(self._on_previous)
        window.find_bar.words_changed.connect(self._on_words)
        window.find_bar.step_asked.connect(self._step)
        window.find_bar.closed.connect(window.reader.setFocus)
        self._desk.hits_shown.connect(self._on_hits)

    def _on_find(self) -> None:
        if self._window.place == Place.READING and self._desk.opened:
            self._window.find_bar.begin()

    def _on_words(self, words: str) -> None:
        asked = words.strip()
        self._look(Query(terms=(Term(asked, phrase=" " in asked, prefix=True),)) if asked else None)

    def _look(self, query: Query | None) -> None:
        self._desk.set_query(self._list_query if query is None else query)

    def _on_hits(self, spans: tuple[Span, ...]) -> None:
        self._spans, self._current = spans, -1
        self._window.find_bar.show_found(0, len(spans))
        if spans and self._window.find_bar.isVisible():
            self._step(1)

    def _on_next(self) -> None:
        self._step(1)

    def _on_previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self._spans:
            return
        first = 0 if by > 0 else len(self._spans) - 1
        begun = self._current >= 0
        self._current = (self._current + by) % len(self._spans) if begun else first
        self._window.reader.go_to(self._spans[self._current])
        self._window.find_bar.show_found(self._current + 1, len(self._spans))
