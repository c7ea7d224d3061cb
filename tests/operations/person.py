"""A person who does one thing after another, at random, and marks what a test names."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from clipreader.library import articles, corrections, highlights
from clipreader.library.corrections import Correction
from clipreader.model import Article, Colour, Role
from clipreader.operations import Library, reading, trash
from tests import records


def mark(library: Library, article: Article, quote: str, **more: object) -> str:
    made = records.highlight(article, quote, **more)  # type: ignore[arg-type]
    with library.writing("highlight") as work:
        return highlights.add(work, made, article.text).id


class Person:
    """Does one thing after another, at random, with the library's own verbs."""

    def __init__(self, library: Library, made: Sequence[Article], seed: int) -> None:
        self.library = library
        self.made = made
        self.dice = random.Random(seed)
        self.marked: list[tuple[str, Article]] = []

    def act(self) -> None:
        """Do something that changes something."""
        verbs = [self.star, self.move, self.mark, self.recolour, self.write, self.unmark]
        while not self.dice.choice([*verbs, self.rename, self.correct])():
            pass

    def article(self) -> Article:
        return self.dice.choice(self.made)

    def star(self) -> bool:
        starred = self.dice.random() < 0.5
        return bool(reading.set_starred(self.library, [self.article().id], starred).label)

    def move(self) -> bool:
        verb = self.dice.choice([trash.move_to_trash, trash.restore])
        return bool(verb(self.library, [one.id for one in self.dice.sample(self.made, 2)]).label)

    def mark(self) -> bool:
        article = self.article()
        word = self.dice.choice(article.text.split())
        tags = self.dice.sample(["war", "war/law", "Fähre", "sea"], self.dice.randrange(3))
        made = mark(self.library, article, word, tags=tags, note=self.dice.choice(["", "a note"]))
        self.marked.append((made, article))
        return True

    def change(self, **what: object) -> bool:
        if not self.marked:
            return False
        name, article = self.dice.choice(self.marked)
        with self.library.writing("change") as work:
            found = highlights.fetch(work.connection, [name])[name]
            highlights.change(work, [(replace(found, **what), article.text)])  # type: ignore[arg-type]
            return bool(work.touched)

    def recolour(self) -> bool:
        return self.change(colour=self.dice.choice(list(Colour)))

    def write(self) -> bool:
        return self.change(
            note=self.dice.choice(["", "ferry", "crane"]),
            tags=tuple(self.dice.sample(["peace", "war", "law"], self.dice.randrange(3))),
        )

    def unmark(self) -> bool:
        if not self.marked:
            return False
        name, _ = self.marked.pop(self.dice.randrange(len(self.marked)))
        with self.library.writing("removal") as work:
            highlights.remove(work, [name])
        return True

    def rename(self) -> bool:
        return self.put(metadata=self.dice.choice(["Álvaro", "Bea", "Çelik"]))

    def correct(self) -> bool:
        return self.put(role=self.dice.choice([Role.DECK, Role.PARAGRAPH, Role.CROSSHEAD]))

    def put(self, metadata: str = "", role: Role | None = None) -> bool:
        with self.library.writing("correction") as work:
            number = articles.number_of(work.connection, self.article().id)
            found = articles.fetch(work.connection, number)
            if metadata:
                fields = replace(found.metadata, headline=metadata, translators=(metadata,))
                found = replace(found, metadata=fields)
                correction = Correction("field", None, ["headline", metadata])
            else:
                at = self.dice.randrange(len(found.blocks))
                changed = replace(found.blocks[at], role=role or Role.PARAGRAPH, corrected=True)
                kept = (*found.blocks[:at], changed, *found.blocks[at + 1 :])
                found = replace(found, blocks=kept)
                correction = Correction("role", None, [changed.role.value, None])
            articles.replace(work, number, found)
            corrections.add(work, number, correction)
        return True
