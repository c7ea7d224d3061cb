"""A person who does anything in any order loses nothing, and undo and redo lead there and back.

CLIPREADER_SEEDS and CLIPREADER_STEPS make the walks more and longer.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from clipreader.library import articles, highlights
from clipreader.model import BLOCK_ROLES, Colour, Span
from clipreader.operations import open_library
from tests.journeys.conftest import CRANE, FERRY, Journey
from tests.operations.versioned import rows, sound
from tests.stories import story

STEPS = int(os.environ.get("CLIPREADER_STEPS", "40"))
SEEDS = [int(one) for one in os.environ.get("CLIPREADER_SEEDS", "1 2").split()]
TAGS = ("public money", "to quote", "Ferries", "ferries", "ß", "<b>bold</b>", "水")
NOTES = ("", "Half, not two thirds?", "Two\nlines", "*stars* & <i>marks</i>", "夜")
VERBS = (
    *("star", "unread", "trash", "restore", "next", "previous", "read_again", "larger", "smaller"),
    *("normal_size", "toggle_theme", "sidebar", "show_all", "show_unread", "show_starred"),
    *("show_clippings", "show_trash", "original", "open", "copy", "select_all", "find"),
)

Row = dict[str, list[tuple[object, ...]]]


class Walk:
    """One person at the window, who throws dice."""

    def __init__(self, start: Callable[[], Journey], folder: Path, seed: int) -> None:
        self.start = start
        self.journey = start()
        self.folder = folder
        self.dice = random.Random(seed)
        self.done: list[str] = []
        self.files = 0

    def step(self) -> None:
        """Do one thing that can be done now and wait until it is done."""
        act = self.dice.choice(
            [
                *[self.bring] * 2,
                *[self.open] * 3,
                *[self.highlight] * 4,
                *[self.change] * 3,
                *[self.correct] * 2,
                *[self.verb] * 6,
                *[self.undo] * 2,
                self.redo,
                self.search,
                self.resize,
                self.begin_again,
            ]
        )
        self.done.append(act.__name__)
        act()
        self.journey.settle()
        self.shown_is_kept()

    def shown_is_kept(self) -> None:
        """What the page shows is what the library has."""
        opened = self.journey.desks.reading.opened
        if opened is None:
            return
        of = opened.article.id
        with open_library(self.folder) as library, library.reading() as connection:
            kept = highlights.of_article(connection, articles.number_of(connection, of), of)
        assert opened.highlights == kept, self.done

    def state(self) -> Row:
        """All that a person can change, as another program finds it on the disk."""
        with open_library(self.folder) as library:
            return rows(library)

    def bring(self) -> None:
        number = self.dice.randrange(8)
        words = (FERRY, CRANE, FERRY.replace("forty-one", "forty-two"))[number % 3]
        if number > 2:
            words = story(number)
        if self.dice.random() < 0.3:
            self.journey.drop_text(words)
            return
        self.files += 1
        self.journey.desks.importing.take([self.journey.file(f"{self.files}.txt", words)])

    def open(self) -> None:
        shown = self.journey.window.articles.model.rows
        if shown:
            self.journey.window.articles.select(self.dice.choice(shown).id)

    def highlight(self) -> None:
        opened = self.journey.desks.reading.opened
        if opened is None:
            return
        words = [found.span() for found in re.finditer(r"\w+", opened.article.text)]
        first = self.dice.randrange(len(words))
        last = min(len(words) - 1, first + self.dice.choice((0, 1, 4, 30)))
        span = Span(words[first][0], words[last][1])
        reader = self.journey.window.reader
        signal = self.dice.choice((reader.note_asked, reader.tags_asked, None, None))
        if signal is None:
            reader.highlight_asked.emit(span, self.dice.choice(list(Colour)))
        else:
            signal.emit(span)

    def change(self) -> None:
        opened = self.journey.desks.reading.opened
        if opened is None or not opened.highlights:
            return
        one = self.dice.choice(opened.highlights)
        reader = self.journey.window.reader
        kind = self.dice.randrange(5)
        if kind == 0:
            reader.colour_chosen.emit((one.id,), self.dice.choice(list(Colour)))
        elif kind == 1:
            reader.note_changed.emit(one.id, self.dice.choice(NOTES))
        elif kind == 2:
            reader.tags_changed.emit(one.id, tuple(self.dice.sample(TAGS, self.dice.randrange(4))))
        elif kind == 3:
            reader.removal_asked.emit((one.id,))
        elif one.span is not None and len(one.span) > 1:
            reader.edges_moved.emit(one.id, Span(one.span.start, one.span.end - 1))

    def correct(self) -> None:
        opened = self.journey.desks.reading.opened
        if opened is None:
            return
        block = self.dice.randrange(len(opened.article.blocks))
        reader = self.journey.window.reader
        if self.dice.random() < 0.2:
            reader.accept_asked.emit(block)
        else:
            reader.role_chosen.emit(block, self.dice.choice(BLOCK_ROLES), None)

    def verb(self) -> None:
        name = self.dice.choice(VERBS)
        self.done[-1] = name
        action = self.journey.window.verbs[name]
        if action.isEnabled():
            action.trigger()

    def undo(self) -> None:
        self._if_enabled("undo")

    def redo(self) -> None:
        self._if_enabled("redo")

    def _if_enabled(self, name: str) -> bool:
        action = self.journey.window.verbs[name]
        if action.isEnabled():
            action.trigger()
            return True
        return False

    def search(self) -> None:
        words = self.dice.choice(
            ["ferry", "", '"the lease"', "ferry OR crane", "translator:ana", "*"]
        )
        self.journey.window.toolbar.search.search_asked.emit(words)

    def resize(self) -> None:
        self.journey.window.resize(self.dice.choice((420, 700, 1000, 1900)), 600)

    def begin_again(self) -> None:
        before = self.state()
        self.journey = self.start()
        self.journey.settle()
        assert self.state() == before, self.done

    def all_the_way(self, name: str) -> None:
        """Undo or redo until there is nothing left of it."""
        for _ in range(20 * STEPS):
            if not self._if_enabled(name):
                return
            self.journey.settle()
        told = f"{self.journey.window.verbs[name].text()}: {self.journey.notice}"
        raise AssertionError(f"{name} has no end ({told}) after {self.done}")


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_lost_on_any_way(
    start: Callable[[], Journey], tmp_path: Path, seed: int
) -> None:
    walk = Walk(start, tmp_path / "library", seed)
    for number in range(STEPS):
        walk.step()
        if number % 10 == 9:
            with open_library(walk.folder) as library:
                sound(library)
    walk.all_the_way("redo")
    after = walk.state()
    walk.all_the_way("undo")
    assert walk.state()["highlights"] == [], walk.done
    walk.all_the_way("redo")
    assert walk.state() == after, walk.done
    with open_library(walk.folder) as library:
        sound(library)
