"""Faults of the window: killed, ended by the system, started twice, hit by mistakes of our own."""

from __future__ import annotations

import json
import random
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QPixmap, QTextDocument

from clipreader import app
from clipreader.model import Colour, Query, Source, Span
from clipreader.operations import checking, highlighting, importing, open_library, reading
from faults.fault import Tally, Trial
from faults.window import WAIT, Forked, Person, forked, restless, say

QUIT_SECONDS = 5.0
"""How long a system that shuts down lets a program end."""

PASTED = 70_000_000
"""Characters in the clipboard: more than is read."""

STALL = 5.0
"""Seconds for which the window may not answer here, where other work slows it down."""

CALLS = 8_000
"""How often a picture that is not there is asked for: more than None has spare references."""

PAGES = (
    "A ferry, a crane and a piano wait on the northern quay until somebody fetches them.",
    "\U0001f6a2 Emoji \U0001f3d7\ufe0f stand \U0001f469\u200d\U0001f680 before words that matter.",
)
"""Articles for the window; the second has letters that Qt counts as two."""


def killed(trial: Trial, *, short: int, long: int, planted: str = "") -> Tally:
    """Kill the window at random moments: what it showed is there, and at most one thing more."""
    tally, dice = Tally(), random.Random(trial.seed)
    folder, actions = trial.folder / "library", 0
    for number in trial.times(short, long):
        if number % 25 == 0:
            folder = trial.folder / f"library-{number}"
            furnish(folder)
        running = forked(partial(restless, folder, trial.seed + number), trial.folder, planted)
        running.wait_for("!")
        time.sleep(dice.uniform(0.0, 0.4))
        running.end()
        lines = running.lines()
        running.close()
        actions += sum(line.startswith("!") for line in lines) - 1
        tally.tried(f"kill {number}", _told_and_there(folder, lines))
    tally.remark = f"after {actions} actions"
    return tally


def shown_right(trial: Trial, *, short: int, long: int, planted: str = "") -> Tally:
    """Act in the window for a while: each quote is the words that were selected."""
    tally = Tally()
    for number in trial.times(short, long):
        folder = trial.folder / f"library-{number}"
        furnish(folder)
        running = forked(partial(restless, folder, trial.seed + number, 12), trial.folder, planted)
        running.wait_for("closed", 120)
        running.end()
        lines = running.lines()
        running.close()
        ends = [line for line in lines if line.startswith(("amiss", "closed"))]
        breaks = [line for line in ends if line != "closed"] if ends else ["it ended", *lines[-3:]]
        tally.tried(f"window {number}", [*breaks, *_told_and_there(folder, lines)])
    return tally


def ended_by_the_system(trial: Trial, *, short: int, long: int) -> Tally:
    """Log out while a note is being written: it is saved, and the window ends in time."""
    tally = Tally()
    for number in trial.times(short, long):
        folder = trial.folder / f"library-{number}"
        furnish(folder)
        words = f"typed a moment ago {number}"
        running = forked(partial(_type, folder, words), trial.folder)
        typed = running.wait_for("typed")
        in_time = running.end(signal.SIGTERM, QUIT_SECONDS)
        running.close()
        with open_library(folder) as library:
            notes = [one.highlight.note for one in highlighting.clippings(library, Query())]
            breaks = list(checking.check(library).problems)
        breaks += [] if in_time else ["it did not end in time"]
        breaks += [] if typed else ["nothing was typed", *running.lines()[-2:]]
        breaks += [] if words in notes else [f"the note is not there: {notes}"]
        tally.tried(f"end {number}", breaks)
    return tally


def second_starts(trial: Trial, *, short: int, long: int) -> Tally:
    """Start again and again, several at once at first: one window, and it gets all files."""
    tally, folder = Tally(), trial.folder / "library"
    files = [trial.folder / f"file-{n}.txt" for n in range(trial.many(short, long) + 3)]
    for number, file in enumerate(files):
        file.write_text(f"Headline {number}\n\n{_words(number)}\n", encoding="utf-8")
    first = [forked(partial(_start, folder, [file]), trial.folder) for file in files[:3]]
    time.sleep(4)
    windows = [one for one in first if not one.has_ended()]
    tally.tried("three at once", [] if len(windows) == 1 else [f"{len(windows)} windows"])
    slowest = 0.0
    for file in trial.in_time(files[3:]):
        began = time.monotonic()
        next_one = forked(partial(_start, folder, [file]), trial.folder)
        said = next_one.wait_for("told", QUIT_SECONDS)
        slowest = max(slowest, time.monotonic() - began)
        breaks = [] if "handed over" in said else [f"not handed over: {next_one.lines()[-2:]}"]
        next_one.end()
        next_one.close()
        tally.tried(file.name, breaks)
    tried = files[: 3 + tally.tries - 1]
    tally.broken += _all_in(folder, len(tried), windows)
    tally.remark = f"the slowest was handed over after {slowest:.1f} s"
    return tally


def large_clipboard(trial: Trial) -> Tally:
    """Paste more than can be read: a sentence, and the window answers again soon."""
    tally, folder = Tally(), trial.folder / "library"
    furnish(folder)
    running = forked(partial(_paste, folder), trial.folder)
    said = running.wait_for("pasted", 60)
    running.end()
    seconds, _, told = said.removeprefix("pasted ").partition(" ")
    breaks = [] if told.strip().endswith(".") else [f"no sentence: {told or running.lines()[-2:]}"]
    breaks += [] if seconds and float(seconds) < STALL else [f"it stood still for {seconds} s"]
    running.close()
    tally.tried("paste", breaks)
    tally.remark = f"{PASTED // 1_000_000} MB took {seconds} s"
    return tally


def named_pictures(trial: Trial, *, short: int, long: int, planted: str = "") -> Tally:
    """Ask the page for pictures it names, often: none is loaded, and the program goes on."""
    tally, folder = Tally(), trial.folder / "library"
    furnish(folder)
    picture = QImage(7, 5, QImage.Format.Format_RGB32)
    picture.save(str(trial.folder / "secret.png"))
    for number in trial.times(short, long):
        running = forked(partial(_ask, folder, trial.folder / "secret.png"), trial.folder, planted)
        said = running.wait_for("asked", 60)
        running.end()
        breaks = [] if said == "asked " else [said or f"it ended with {running.ended}"]
        running.close()
        tally.tried(f"window {number}", breaks)
    return tally


def furnish(folder: Path) -> None:
    """Make a library with an article and a highlight for each of PAGES."""
    texts = [f"Headline {n}\n\n{page}\n\n{_words(n)}\n" for n, page in enumerate(PAGES)]
    sources = [Source(f"{n}.txt", text.encode(), "text/plain") for n, text in enumerate(texts)]
    with open_library(folder) as library:
        for item in importing.import_sources(library, sources).value.items:
            text = reading.open_article(library, item.article_id or "").article.text
            start = text.index("before" if "before" in text else "ferry")
            highlighting.add(library, item.article_id or "", Span(start, start + 5), Colour.BLUE)


def _words(number: int) -> str:
    dice = random.Random(number)
    words = ("".join(dice.choices("abdeiklmnorstu", k=8)) for _ in range(80))
    return f"\U0001f3b9 {' '.join(words)}."


def _told_and_there(folder: Path, lines: list[str]) -> Iterator[str]:
    """Yield what is not as the window showed it last, or as what it was at would make it."""
    shown = [line for line in lines if line.startswith(("!", "?"))]
    if not shown:
        yield f"it showed nothing: {lines[-2:]}"
        return
    last = next(n for n in reversed(range(len(shown))) if shown[n].startswith("!"))
    expected = [json.loads(line[1:]) for line in shown[last:]]
    with open_library(folder) as library:
        yield from checking.check(library).problems
        first = _listed(library)
        there = reading.open_article(library, first).highlights
        found = sorted([one.quote, one.note, " ".join(one.tags)] for one in there)
    if found not in expected:
        yield f"shown {expected[0]}, there is {found}"


def _listed(library: object) -> str:
    return reading.list_articles(library, Query())[0].id  # type: ignore[arg-type]


def _type(folder: Path, words: str) -> int:
    person = Person(folder, random.Random(0))
    person.read()
    opened = person.desks.reading.opened
    assert opened is not None
    person.window.reader.edit_note(opened.highlights[0].id)
    QTimer.singleShot(300, partial(_typed, words))
    return person.application.exec()


def _typed(words: str) -> None:
    field = QGuiApplication.focusObject()
    insert = getattr(field, "insertPlainText", None)
    if insert is None:
        say(f"no field: {field}")
        return
    insert(words)
    say("typed")


def _start(folder: Path, files: list[Path]) -> int:
    return app.run(files, folder, lambda words: say(f"told {words}"))


def _all_in(folder: Path, number: int, windows: list[Forked]) -> Iterator[str]:
    until, there = time.monotonic() + WAIT, 0
    while there < number and time.monotonic() < until:
        time.sleep(0.2)
        with open_library(folder, read_only=True) as library:
            there = len(reading.list_articles(library, Query()))
    if there != number:
        yield f"{there} of {number} files are in the library"
    for window in windows:
        if not window.end(signal.SIGINT, QUIT_SECONDS):
            yield "it does not end when asked to"
        window.close()


def _paste(folder: Path) -> int:
    person = Person(folder, random.Random(0))
    person.read()
    mime = QMimeData()
    mime.setText("words " * (PASTED // 6))
    QGuiApplication.clipboard().setMimeData(mime)
    person.window.notices.tell("")
    began = time.monotonic()
    person.window.verbs["paste"].trigger()
    seconds = time.monotonic() - began
    person.until(lambda: person.window.notices.words, "a sentence")
    say(f"pasted {seconds:.2f} {person.window.notices.words}")
    return 0


def _ask(folder: Path, secret: Path) -> int:
    person = Person(folder, random.Random(0))
    person.read()
    document, kind = person.window.reader.view.document(), QTextDocument.ResourceType.ImageResource
    for address in (secret.as_uri(), str(secret), f"../{secret.name}", "//host/share/a.png"):
        found = document.resource(kind, QUrl(address))
        if not isinstance(found, (QImage, QPixmap)) or found.width() > 1:
            say(f"asked and given: {address} is {type(found).__name__}")
            return 1
    for number in range(CALLS):
        document.resource(kind, QUrl(f"missing-{number}.png"))
    say("asked ")
    return 0
