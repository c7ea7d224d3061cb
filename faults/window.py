"""The real window without a screen, in a process that is forked for it and can be killed.

It acts as a person does, at random: it selects words with the cursor, presses a key, writes a note,
tags, removes, takes back. Before each action it says what the page will then show, afterwards what
it shows. So whoever kills it knows what has to be in the library: the one or the other.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clipreader.app import hear_signals
from clipreader.ui.background import Background
from clipreader.ui.desks import Desks
from clipreader.ui.main_window import MainWindow
from clipreader.ui.preferences import Preferences
from clipreader.ui.theme import Theme, load_fonts
from faults import planted
from faults.fault import CannotBeInjected

WAIT = 30.0
"""How long a step may wait for the window, in seconds."""

Shown = list[list[str]]
"""The highlights of the open article as one reads them: words, note, tags; in order."""


class Amiss(Exception):
    """What the window should have shown and did not."""


@dataclass
class Forked:
    """A program that was forked, and what it said so far."""

    pid: int
    said: int
    _heard: bytes = b""
    ended: int | None = None

    def lines(self) -> list[str]:
        """Return what it said up to now."""
        while True:
            try:
                piece = os.read(self.said, 65536)
            except BlockingIOError:
                break
            if not piece:
                break
            self._heard += piece
        return self._heard.decode("utf-8", "replace").split("\n")[:-1]

    def wait_for(self, start: str, seconds: float = WAIT) -> str:
        """Wait for a line that begins so, and return it; empty if it ends before or is late."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            is_over = self.has_ended()
            found = [line for line in self.lines() if line.startswith(start)]
            if found or is_over:
                return found[-1] if found else ""
            time.sleep(0.005)
        return ""

    def has_ended(self) -> bool:
        """Say whether it has ended; ``ended`` is its exit code then."""
        if self.ended is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.ended = os.waitstatus_to_exitcode(status) if pid else None
        return self.ended is not None

    def end(self, number: int = signal.SIGKILL, seconds: float = WAIT) -> bool:
        """Send a signal and wait for the end; say whether it came in time. Then it is killed."""
        until, in_time = time.monotonic() + seconds, True
        if not self.has_ended():
            os.kill(self.pid, number)
        while not self.has_ended():
            if time.monotonic() > until and in_time:
                in_time = False
                os.kill(self.pid, signal.SIGKILL)
            time.sleep(0.005)
        self.lines()
        return in_time

    def close(self) -> None:
        """Let go of what it said."""
        os.close(self.said)


def forked(play: Callable[[], int], home: Path, defect: str = "") -> Forked:
    """Play in a process of its own, whose settings and logs lie in ``home``."""
    if os.name == "nt":
        raise CannotBeInjected("Windows does not fork")
    reading, writing = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child:
        os.close(writing)
        os.set_blocking(reading, False)
        return Forked(child, reading)
    os.dup2(writing, 1)
    os.dup2(writing, 2)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME"):
        os.environ[name] = str(home)
    os.environ.update({"QT_QPA_PLATFORM": "offscreen", planted.NAME: defect})
    code = 1
    try:
        planted.plant()
        code = play()
    except BaseException:
        traceback.print_exc(file=sys.stdout)
    sys.stdout.flush()
    os._exit(code)


def say(words: str) -> None:
    """Say a line to whoever forked this."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


@dataclass
class Person:
    """A window on a library, and what a person does in it."""

    folder: Path
    dice: random.Random
    past: list[Shown] = field(default_factory=list[Shown])

    def __post_init__(self) -> None:
        """Open the window; it is there when this returns."""
        self.application = QApplication.instance() or QApplication(["clipreader"])
        assert isinstance(self.application, QApplication)
        load_fonts()
        preferences = Preferences(self.folder.parent / "settings.json")
        self.window = MainWindow(Theme("light"), preferences.value)
        self.background = Background(self.window)
        self.desks = Desks(self.window, self.background, preferences, self.folder)
        self.window.resize(1200, 800)
        self.window.show()
        self.hearing = hear_signals(self.application)
        self.desks.open_library()
        self.until(lambda: self.desks.is_open, "the library")

    def read(self) -> None:
        """Open the first article of the list."""
        self.until(lambda: self.window.articles.model.rows, "the list")
        first = self.window.articles.model.rows[0].id
        self.window.articles.select(first)
        self.until(lambda: self.desks.reading.article_id == first, "the article")

    @property
    def shown(self) -> Shown:
        """Return the highlights of the open article."""
        opened = self.desks.reading.opened
        there = opened.highlights if opened else ()
        return sorted([one.quote, one.note, " ".join(one.tags)] for one in there)

    def select(self, words: str) -> None:
        """Select the first place of some words on the page, as Qt finds them."""
        view = self.window.reader.view
        found = view.document().find(words, 0)
        if found.isNull():
            raise Amiss(f"“{words}” is not on the page")
        cursor = view.textCursor()
        cursor.setPosition(found.selectionStart())
        cursor.setPosition(found.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)
        view.setFocus()

    def act(self) -> None:
        """Do one thing, with what is expected said before and what is shown after it."""
        now = self.shown
        verb = self.dice.choice(["mark", "mark", "note", "tags", "undo"] if now else ["mark"])
        if verb == "undo" and not self.past:
            verb = "mark"
        expected, do = getattr(self, f"_{verb}")(now)
        say(f"?{json.dumps(expected)}")
        do()
        self.until(lambda: self.shown == expected, f"{verb}: {expected}")
        if verb == "undo":
            self.past.pop()
        else:
            self.past.append(now)
        say(f"!{json.dumps(expected)}")

    def until(self, holds: Callable[[], object], what: str, seconds: float = WAIT) -> None:
        """Let the window live until something holds and nothing is being done. Raises Amiss."""
        end = time.monotonic() + seconds
        while self.background.is_busy or not holds():
            if time.monotonic() > end:
                told = self.window.notices.words or self.window.banner.words
                raise Amiss(f"not shown: {what}; shown: {self.shown}; told: {told}")
            QCoreApplication.processEvents()
            time.sleep(0.002)

    def _mark(self, now: Shown) -> tuple[Shown, Callable[[], object]]:
        article = self.desks.reading.opened
        assert article is not None
        known = {one[0] for one in now}
        words = [w for w in article.article.text.split() if w.isalpha() and len(w) > 5]
        fresh = sorted({w for w in words if article.article.text.count(w) == 1} - known)
        if not fresh:
            return self._note(now)
        word = self.dice.choice(fresh)

        def press() -> None:
            self.select(word)
            key = self.dice.choice([Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_4])
            QTest.keyClick(self.window.reader.view, key)

        return sorted([*now, [word, "", ""]]), press

    def _note(self, now: Shown) -> tuple[Shown, Callable[[], object]]:
        return self._changed(now, 1, f"note {self.dice.random()}")

    def _tags(self, now: Shown) -> tuple[Shown, Callable[[], object]]:
        return self._changed(now, 2, f"tag{self.dice.randrange(10**6)}")

    def _changed(self, now: Shown, part: int, words: str) -> tuple[Shown, Callable[[], object]]:
        chosen = self.dice.choice(now)
        opened = self.desks.reading.opened
        assert opened is not None
        found = next(one.id for one in opened.highlights if one.quote == chosen[0])
        after = [[*one[:part], words, *one[part + 1 :]] if one is chosen else one for one in now]
        reader = self.window.reader
        if part == 1:
            return sorted(after), lambda: reader.note_changed.emit(found, words)
        return sorted(after), lambda: reader.tags_changed.emit(found, (words,))

    def _undo(self, _: Shown) -> tuple[Shown, Callable[[], object]]:
        return self.past[-1], self.window.verbs["undo"].trigger


def restless(folder: Path, seed: int, most: int = 10_000) -> int:
    """Act until the process is killed, or so often; 1 if the window showed something else."""
    person = Person(folder, random.Random(seed))
    person.read()
    say(f"!{json.dumps(person.shown)}")
    try:
        for _ in range(most):
            person.act()
    except Amiss as error:
        say(f"amiss {error}")
        return 1
    person.window.close()
    say("closed")
    return 0
