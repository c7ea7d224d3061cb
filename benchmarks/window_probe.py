"""A ClipReader that says when its window is painted: ``window_probe LIBRARY [ARTICLE]``.

It prints a word and a time of the machine's steady clock, which the process that started it
shares: "painted" for the first picture, "listed" for the first with the articles in it, and, if
an article is named, "asked" when it is chosen and "shown" when it stands in the window.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from clipreader.app import App
from clipreader.ui.theme import load_fonts

LOOKS_EVERY = 2


class Probe(QObject):
    """Watches the paintings of a window, and says each thing once."""

    def __init__(self, app: App, article_id: str) -> None:
        super().__init__()
        self._app = app
        self._article_id = article_id
        self._said: set[str] = set()
        self._looks = QTimer(self, interval=LOOKS_EVERY)
        self._looks.timeout.connect(self._look)
        app.window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first painting; all of the window is painted before the timer comes."""
        if event.type() == QEvent.Type.Paint:
            self._app.window.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        self._say("painted")
        self._looks.start()

    def _look(self) -> None:
        window = self._app.window
        if "listed" not in self._said:
            if self._app.desks is not None and window.articles.model.rowCount() > 0:
                window.repaint()
                self._say("listed")
                self._choose()
        elif self._opened():
            window.repaint()
            self._say("shown")
            self._end()

    def _choose(self) -> None:
        if not self._article_id or self._app.desks is None:
            self._end()
            return
        self._say("asked")
        self._app.desks.reading.open(self._article_id)

    def _opened(self) -> bool:
        return (
            self._app.desks is not None and self._app.desks.reading.article_id == self._article_id
        )

    def _say(self, word: str) -> None:
        self._said.add(word)
        print(word, time.monotonic_ns(), flush=True)

    def _end(self) -> None:
        self._looks.stop()
        self._app.window.close()


def main(folder: str, article_id: str = "") -> int:
    """Open the window on a library and tell."""
    application = QApplication(sys.argv[:1])
    load_fonts()
    app = App(application, Path(folder), Path(folder) / "settings.json")
    probe = Probe(app, article_id)
    app.start()
    code = application.exec()
    del probe
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
