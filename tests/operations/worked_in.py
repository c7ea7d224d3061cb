"""A library in which a person has worked, and all that it holds, to be compared with another."""

from __future__ import annotations

import random
from pathlib import Path

from clipreader.library import Library, packets
from clipreader.model import Colour, Role, Source, Span
from clipreader.operations import (
    correcting,
    highlighting,
    importing,
    open_library,
    reading,
    versions,
)
from tests.importers.containers import PNG, data_address
from tests.operations.versioned import read
from tests.stories import page, story

FIGURE = (
    f'<figure><img src="{data_address(PNG, "image/png")}"><figcaption>The quay / Rosa Lund'
    "</figcaption></figure></article>"
)


def dump(library: Library) -> list[object]:
    """All that a library holds, with row numbers counted anew, and whether originals are there."""
    with library.reading() as connection:
        found: list[object] = [packets.of_rules(connection)]
        for kept in packets.several(connection, packets.numbers(connection)):
            digests = packets.digests(kept.packet)
            there = {one: library.originals.fetch_if_there(one) for one in digests}
            found.append((kept.article, kept.highlights, counted(kept.packet), there))
        return found


def counted(packet: packets.Packet) -> object:
    text_of = {row["number"]: at for at, row in enumerate(packet["texts"])}
    rows = {name: [dict(row) for row in rows] for name, rows in packet.items()}
    for name, several in rows.items():
        for row in several:
            if name not in {"texts", "images"}:
                row.pop("hash", None)
            row.pop("article", None)
            if "text" in row and name != "texts":
                row["text"] = text_of[row["text"]]
            if name in ("articles", "texts"):
                row.pop("number")
    return rows


def filled(folder: Path, seed: int) -> Library:
    """A library in which a person has worked: the same seed, the same work."""
    dice = random.Random(seed)
    library = open_library(folder)
    sources = [
        Source(f"ferry {n}.txt", story(seed * 10 + n).encode(), "text/plain") for n in range(3)
    ]
    figure = page(seed * 10 + 5).replace("</article>", FIGURE)
    sources.append(Source("quay: <b>?.html", figure.encode(), "text/html", "https://a.example/q"))
    report = importing.import_sources(library, sources).value
    ids = [item.article_id or "" for item in report.items]
    for at, article_id in enumerate(ids):
        article = reading.open_article(library, article_id).article
        for _ in range(dice.randrange(4)):
            start = dice.randrange(len(article.text) - 40)
            tags = tuple(dice.sample(["public money", "to quote", "ß/x"], dice.randrange(3)))
            made = highlighting.add(library, article_id, Span(start, start + 30), Colour.GREEN)
            highlighting.set_tags(library, made.value.id, tags)
            highlighting.set_note(library, made.value.id, f"*Note* {at}\n“two”")
        block = dice.randrange(len(article.blocks))
        correcting.set_role(library, article_id, block, Role.QUOTE)
    reading.set_starred(library, ids[:1], True)
    reading.set_unread(library, ids[1:2], False)
    text = story(seed * 10).replace("the", "this", 1)
    versions.take_over(library, ids[0], *read(text, "later.txt"))
    return library
