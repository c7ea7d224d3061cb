"""Says above the page that no installed font has the article's letters, and which font would."""

from __future__ import annotations

from PySide6.QtCore import QObject

from clipreader.ui.main_window import MainWindow
from clipreader.ui.missing_letters import missing_from
from clipreader.ui.reading_desk import ReadingDesk


class LettersDesk(QObject):
    """Looks at each article that is opened, until the person says that once was enough."""

    def __init__(self, window: MainWindow, reading: ReadingDesk) -> None:
        super().__init__(window)
        self._strip = window.letters_strip
        self._reading = reading
        self._looked_at = ""
        self._enough = False
        reading.shown.connect(self._on_shown)
        self._strip.pressed.connect(self._on_enough)

    def _on_shown(self) -> None:
        opened = self._reading.opened
        if self._enough or self._reading.article_id == self._looked_at:
            return
        self._looked_at = self._reading.article_id
        missing = missing_from(opened.article.text) if opened else None
        words = self.tr(
            "No installed font has letters for {writing}: boxes stand for them. A font that has "
            "them is {font}."
        )
        told = words.format(writing=missing.name, font=missing.font) if missing else ""
        self._strip.tell(told)

    def _on_enough(self) -> None:
        self._enough = True
        self._strip.tell("")
