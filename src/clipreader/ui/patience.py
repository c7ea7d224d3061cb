"""Asks a drive something without letting the window wait, and for so long only.

A drive of the network may never answer. So each question has a thread of its own, which knows no
object of Qt and does not keep the app from ending, and of each kind there is one question at a
time: who asks again before the answer is told at once that there is none.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QTimer

LOG = logging.getLogger(__name__)

LIMIT = 8_000
"""How long is waited for an answer, in milliseconds."""

_LISTENS = 20

Answer = str | None
"""What was answered; None if nothing was in time, or if asking failed."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question that waits: who wants to know, and until when, in seconds."""

    then: Callable[[Answer], None]
    until: float


class Patience(QObject):
    """Questions under way, by their keys; ``then`` is called in the window's thread, once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: dict[str, _Asked] = {}
        self._hang: set[str] = set()
        self._answers: SimpleQueue[tuple[str, Answer]] = SimpleQueue()
        self._listen = QTimer(self, interval=_LISTENS)
        self._listen.timeout.connect(self._on_listen)

    def ask(self, key: str, question: Callable[[], str], then: Callable[[Answer], None]) -> None:
        """Ask in a thread; at once None if the question of this key was never answered."""
        self._hear()
        if key in self._hang:
            then(None)
            return
        self._hang.add(key)
        self._asked[key] = _Asked(then, time.monotonic() + LIMIT / 1000)
        threading.Thread(target=_answer, args=(key, question, self._answers), daemon=True).start()
        self._listen.start()

    def _on_listen(self) -> None:
        self._hear()
        now = time.monotonic()
        for key in [key for key, asked in self._asked.items() if asked.until <= now]:
            self._asked.pop(key).then(None)
        if not self._asked:
            self._listen.stop()

    def _hear(self) -> None:
        """Hand over what was answered; an answer that comes too late only ends the waiting."""
        answered: list[tuple[_Asked, Answer]] = []
        try:
            while True:
                key, answer = self._answers.get_nowait()
                self._hang.discard(key)
                if key in self._asked:
                    answered.append((self._asked.pop(key), answer))
        except Empty:
            pass
        for asked, answer in answered:
            asked.then(answer)


def _answer(
    key: str, question: Callable[[], str], answers: SimpleQueue[tuple[str, Answer]]
) -> None:
    """Ask, in a thread of its own; whatever happens there is an answer."""
    answer: Answer = None
    try:
        answer = question()
    except Exception:
        LOG.exception("a folder could not be asked about")
    answers.put((key, answer))
