"""Mistakes of our own in what the window calls."""

from __future__ import annotations

import random
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from PySide6.QtCore import QTimer

from clipreader.model import Colour, Span
from clipreader.operations import checking, open_library
from clipreader.ui.background import Background
from clipreader.ui.failures import Failures
from faults.fault import Tally, Trial
from faults.window import Person, forked, say
from faults.windows import furnish

run = Background.run


def mistakes(trial: Trial) -> Tally:
    """Raise in what each verb calls: a sentence, nothing half, and the window goes on."""
    tally, folder = Tally(), trial.folder / "library"
    furnish(folder)
    running = forked(partial(_mistaken, folder), trial.folder)
    running.wait_for("closed", 120)
    running.end()
    for line in running.lines():
        if line.startswith("tried "):
            _, verb, broken = line.split(" ", 2)
            tally.tried(verb, [broken] if broken.strip() else [])
    if "closed" not in running.lines():
        tally.broken.append(f"it ended: {running.lines()[-3:]}")
    running.close()
    with open_library(folder) as library:
        tally.broken += checking.check(library).problems
    return tally


def _mistaken(folder: Path) -> int:
    person, failures = Person(folder, random.Random(0)), Failures()
    failures.failed.connect(person.desks.house.tell_mishap)
    failures.install()
    person.read()
    before, reader, verbs = person.shown, person.window.reader, person.window.verbs
    opened = person.desks.reading.opened
    assert opened is not None
    found = opened.highlights[0].id
    tries = {
        "highlight": lambda: reader.highlight_asked.emit(Span(0, 4), Colour.PINK),
        "note": lambda: reader.note_changed.emit(found, "never kept"),
        "tags": lambda: reader.tags_changed.emit(found, ("never",)),
        "colour": lambda: reader.colour_chosen.emit((found,), Colour.PINK),
        "edges": lambda: reader.edges_moved.emit(found, Span(0, 4)),
        "removal": lambda: reader.removal_asked.emit((found,)),
        "confirm": lambda: reader.confirm_asked.emit(found),
        "undo": verbs["undo"].trigger,
        "star": verbs["star"].trigger,
        "unread": verbs["unread"].trigger,
        "slot": lambda: QTimer.singleShot(0, _raise),
    }
    for name, attempt in tries.items():
        person.window.notices.tell("")
        with mock.patch.object(type(person.background), "run", _run_into_a_mistake):
            attempt()
            person.until(lambda: person.window.notices.words, name)
        told = person.window.notices.words
        person.until(lambda: person.desks.reading.opened, name)
        breaks = [] if told.strip() else ["nothing was told"]
        breaks += [] if person.shown == before else [f"changed: {person.shown}"]
        say(f"tried {name} {'; '.join(breaks)}")
    person.window.close()
    say("closed")
    return 0


def _run_into_a_mistake(self: Background, _: object, *arguments: object, **more: Any) -> None:
    """Stand in for running an operation: the operation has a mistake."""
    run(self, _raise, *arguments, **more)


def _raise(*_: object, **__: object) -> None:
    raise RuntimeError("a mistake of ours")
