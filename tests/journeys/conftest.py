"""The real window on a fresh library, without a screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clipreader.model import Article, ArticleRow, Highlight, Span
from clipreader.ui.background import Background
from clipreader.ui.desks import Desks
from clipreader.ui.main_window import MainWindow
from clipreader.ui.preferences import Preferences
from clipreader.ui.theme import Theme, load_fonts

FERRY = """Night Ferry Returns to Harbour Town After Eleven Years

The first crossing carried forty-one passengers, a piano and the mayor’s bicycle

The Santa Marta leaves the north quay on Wednesday evening (Harbour Authority)

Puerto Diario, Elena Duarte, Harbour Town, 4 July 2024 — At twenty past nine the ramp came up, \
and for the first time since 2013 a passenger ferry left Harbour Town in the dark. The service \
will run five nights a week until October, the port’s director said, and then “we shall see who \
still wants to travel”.

The line was closed when its subsidy lapsed. According to the contract, signed in March, the \
province pays two thirds of the fuel and the company keeps the fares, which have not changed.

On the quay, the crossing was watched by the crews of the cargo boats that had taken its berth \
for more than a decade. They will move to the south basin in the autumn.

Translated by Ana Reyes
"""

CRANE = """Two Shipyards Share One Crane and Blame the Wind

Agencia Norte, Harbour Town, 30 May 2024 — “We paid for the crane twice,” the engineer said, and \
showed both receipts. The lease runs for ninety years and names no rent.

The second yard keeps the key. The first yard keeps the oil.

Translated by M. Okafor
"""

WAIT = 10_000
"""How long a journey waits for a step, in milliseconds."""


@dataclass
class Journey:
    """The running window and what a person does in it."""

    bot: QtBot
    window: MainWindow
    desks: Desks
    background: Background
    folder: Path

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        self.bot.waitUntil(lambda: bool(holds()), timeout=WAIT)

    def settle(self) -> None:
        """Wait until nothing is waiting for the worker any more."""
        self.bot.wait(60)
        self.until(lambda: not self.background.is_busy)
        self.bot.wait(20)

    def file(self, name: str, words: str) -> Path:
        """Make a file that a person has."""
        path = self.folder / name
        path.write_text(words, encoding="utf-8")
        return path

    def drop(self, mime: QMimeData) -> None:
        """Drop something in the middle of the window."""
        place, none = QPointF(self.window.rect().center()), Qt.KeyboardModifier.NoModifier
        button, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
        for event in (
            QDragEnterEvent(place, copy, mime, button, none),
            QDropEvent(place, copy, mime, button, none),
        ):
            QApplication.sendEvent(self.window, event)

    def drop_text(self, words: str) -> None:
        """Drop a selection of text."""
        mime = QMimeData()
        mime.setText(words)
        self.drop(mime)

    def row(self, article_id: str) -> ArticleRow:
        """Return an article's row in the list."""
        return next(r for r in self.window.articles.model.rows if r.id == article_id)

    def bring(self, *texts: str) -> None:
        """Import texts by way of files and wait until they are in the list."""
        before = len(self.headlines)
        files = [self.file(f"{number}.txt", words) for number, words in enumerate(texts)]
        self.desks.importing.take(files)
        self.until(lambda: len(self.headlines) == before + len(texts))
        self.settle()

    def open(self, start: str) -> Article:
        """Click on the article whose headline begins so, and wait until it is open."""
        row = next(r for r in self.window.articles.model.rows if r.headline.startswith(start))
        self.window.articles.select(row.id)
        self.until(lambda: self.desks.reading.article_id == row.id)
        self.settle()
        return self.article

    def do(self, verb: str) -> None:
        """Trigger a verb and wait until it is done."""
        assert self.window.verbs[verb].isEnabled(), verb
        self.window.verbs[verb].trigger()
        self.settle()

    def span(self, words: str) -> Span:
        """Return where words first stand in the open article."""
        start = self.article.text.index(words)
        return Span(start, start + len(words))

    @property
    def headlines(self) -> list[str]:
        """Return what the list shows."""
        return [row.headline for row in self.window.articles.model.rows]

    @property
    def article(self) -> Article:
        """Return the article that is open."""
        opened = self.desks.reading.opened
        assert opened is not None
        return opened.article

    @property
    def highlights(self) -> tuple[Highlight, ...]:
        """Return the highlights of the open article."""
        opened = self.desks.reading.opened
        assert opened is not None
        return opened.highlights

    @property
    def notice(self) -> str:
        """Return what the window says."""
        return self.window.notices.words


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Journey]]:
    """Starts the window; a second call is a second start on the same library."""
    load_fonts()
    running: list[Journey] = []
    files = tmp_path / "files"
    files.mkdir()

    def begin() -> Journey:
        for journey in running:
            journey.window.close()
        running.clear()
        preferences = Preferences(tmp_path / "settings.json")
        preferences.change(theme="light")
        window = MainWindow(Theme("light"), preferences.value)
        window.resize(1300, 860)
        background = Background(window)
        desks = Desks(window, background, preferences, tmp_path / "library")
        journey = Journey(qtbot, window, desks, background, files)
        window.show()
        desks.open_library()
        journey.until(lambda: desks.is_open or window.banner.words)
        journey.settle()
        running.append(journey)
        return journey

    yield begin
    for journey in running:
        journey.window.close()
    QApplication.clipboard().clear()


@pytest.fixture
def journey(start: Callable[[], Journey]) -> Journey:
    """The window on an empty library."""
    return start()
