"""A program that works on a library without a pause and says what is done: to be killed.

``python -m tests.operations.restless LIBRARY START`` prints a line for each thing that is on the
disk: what it was, an id, and words to find it by.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from clipreader.model import Colour, Source, Span
from clipreader.operations import Library, highlighting, importing, open_library, reading, trash

WORDS = """Headline of article {number}

A paragraph of article {number} tells what was seen on the quay on the evening of day {number}.

Another paragraph of article {number} tells what was heard, and by whom, and how often since.
"""


def work(library: Library, number: int) -> None:
    """Import an article, mark two passages of it, star it, and throw every third away."""
    source = Source(f"{number}.txt", WORDS.format(number=number).encode(), "text/plain")
    (item,) = importing.import_sources(library, [source]).value.items
    article_id = item.article_id or ""
    say("article", article_id, f"article {number}")
    text = reading.open_article(library, article_id).article.text
    for words in ("was seen", "by whom"):
        start = text.index(words)
        span = Span(start, start + len(words))
        more = {"tags": ["seen/heard"], "note": f"note {number}"}
        made = highlighting.add(library, article_id, span, Colour.GREEN, **more)  # type: ignore[arg-type]
        say("highlight", made.value.id, words)
    reading.set_starred(library, [article_id], True)
    say("star", article_id, "")
    if number % 3 == 0:
        trash.move_to_trash(library, [article_id])
        say("trash", article_id, "")


def say(*words: str) -> None:
    """Tell that something is on the disk."""
    sys.stdout.write("\t".join(words) + "\n")
    sys.stdout.flush()


def main(folder: str, start: str) -> None:
    """Work until killed."""
    with open_library(Path(folder)) as library:
        for number in itertools.count(int(start)):
            work(library, number)


if __name__ == "__main__":
    main(*sys.argv[1:])
