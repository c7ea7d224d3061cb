"""Makes the frozen library of the schema that the program writes now.

    python -m tests.libraries.freeze

Run it once when a schema is released, and never again for that schema: what lies in
``schema-<number>`` is what people have on their disks. It holds a little of everything: pictures
with and without bytes, a text that was read again, highlights that are placed, doubtful and lost,
notes, tags, corrections, rules, the trash, versions in every state, and an action that was undone.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clipreader.library import (
    Library,
    articles,
    corrections,
    highlights,
    journal,
    open_library,
    rules,
    shelving,
    versions,
)
from clipreader.library.corrections import Correction
from clipreader.library.schema import SCHEMA
from clipreader.model import (
    Anchor,
    Article,
    Certainty,
    Colour,
    FieldName,
    Image,
    Match,
    Role,
    Rule,
    VersionState,
)
from tests import records
from tests.library import stored

PICTURES = (
    Image("one", "image/png", b"\x89PNG\r\n\x1a\n not a real picture", None, "a quay"),
    Image("two", "image/jpeg", None, "https://example.org/two.jpg", ""),
)


def freeze(folder: Path) -> None:
    """Make the library in a folder that is not there yet."""
    if folder.exists():
        raise SystemExit(f"{folder.name} is frozen already.")
    ferry = replace(records.article(), images=PICTURES)
    tokyo = records.article([(Role.HEADLINE, "東京の港"), (Role.PARAGRAPH, "フェリーが出発した。")])
    thrown = records.article([(Role.HEADLINE, "Ótimo"), (Role.PARAGRAPH, "À deriva no cais.")])
    with open_library(folder) as library:
        stored.put(library, ferry, tokyo)
        stored.put(library, thrown)
        mark(library, ferry)
        read_again(library, tokyo)
        learn(library)
        keep_versions(library, ferry)
        with library.writing("Move to the trash") as work:
            shelving.throw_away(work, [3])
        with library.writing("Star") as work:
            shelving.set_starred(work, [1, 2], True)
        with library.writing() as work:
            journal.step_back(work.connection)


def mark(library: Library, article: Article) -> None:
    """Leave one highlight of each certainty, and one in a caption with a nested tag."""
    made = [
        records.highlight(article, "a piano", note="loud?", tags=["music/piano", "Día"]),
        records.highlight(article, "Santa Marta", colour=Colour.VIOLET, tags=["ships"]),
        records.highlight(article, "subsidy lapsed", colour=Colour.GREEN),
        records.highlight(article, "south basin", colour=Colour.PINK, note="“where?”"),
    ]
    kept = stored.mark(library, article, *made)
    doubtful = replace(kept[2].anchor, certainty=Certainty.DOUBTFUL, why="two places")
    lost = Anchor(None, Certainty.LOST, "the words are not there any more")
    changed = [replace(kept[2], anchor=doubtful), replace(kept[3], anchor=lost)]
    with library.writing("Read again") as work:
        highlights.change(work, [(each, article.text) for each in changed])


def read_again(library: Library, article: Article) -> None:
    """Leave an article with a second text and a correction of its place."""
    blocks = [(Role.HEADLINE, "東京の港"), (Role.PARAGRAPH, "フェリーが出発した。また来る。")]
    newer = records.article(blocks, article_id=article.id)
    fields = replace(newer.metadata, place="東京", corrected=frozenset({FieldName.PLACE}))
    with library.writing("Read again") as work:
        corrections.add(work, 2, Correction("field", None, ["place", "東京"]))
        articles.replace(work, 2, replace(newer, metadata=fields))


def keep_versions(library: Library, article: Article) -> None:
    """Leave a version that is shown, the one it took the place of, one to offer, one withdrawn."""
    for words, state in (
        ("The later word.", VersionState.KEPT),
        ("The latest word.", VersionState.WAITING),
        ("A word that was taken back.", VersionState.WITHDRAWN),
    ):
        blocks = [(block.role, article.quote(block.span)) for block in article.blocks]
        other = records.article([*blocks, (Role.PARAGRAPH, words)], article_id=article.id)
        arrival = stored.arrival(replace(other, images=PICTURES), words.encode())
        library.originals.keep([arrival.source.data])
        with library.writing("import") as work:
            kept = versions.add(work, 1, arrival, state)
            if state == VersionState.KEPT:
                shown = versions.fetch(work.connection, kept)
                there = highlights.of_article(work.connection, 1, article.id)
                places = {each.id: each.selector for each in there}
                versions.show(work, shown, shown.article, places)


def learn(library: Library) -> None:
    """Leave two rules, one of them off, and records for Undo that belong to no article."""
    cue = Rule("cue", Match.BEGINS, "FOTO:", Role.CAPTION, "Puerto Diario")
    appeal = Rule("appeal", Match.WHOLE, "¡Apóyanos!", Role.BOILERPLATE, is_on=False)
    for rule in (cue, appeal):
        with library.writing("Make a rule") as work:
            rules.add(work, rule)


if __name__ == "__main__":
    freeze(Path(__file__).parent / f"schema-{SCHEMA}")
