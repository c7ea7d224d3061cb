"""The words of a hostile page, as another parser sees them, are all in its article or told of.

The other parser is the standard library's, which shares nothing with libxml2 or with our second
reader. It is slow with some inputs; those are left out.
"""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

import pytest

from clipreader import importers
from clipreader.importers.page.tags import HIDDEN, VOID
from clipreader.importers.web_page import MOST_LOST
from clipreader.model import Source
from tests.bad_inputs import GROUPS
from tests.bad_inputs.record import BadInput

LARGEST = 600_000
SLOW = {"attributes_100k", "nested_100000", "nested_links_50k"}
OTHERWISE = {"declarations_in_pieces", "textarea_unclosed", "plaintext", "only_in_json_ld"}
"""Pages of which the standard library sees other words than a browser does."""


class Words(HTMLParser):
    """Collects what is written outside scripts and the like."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in HIDDEN - VOID - {"noscript"}

    def handle_endtag(self, tag):
        self.hidden -= bool(self.hidden) and tag in HIDDEN

    def handle_data(self, data):
        if not self.hidden:
            self.words.append(data)


def pages() -> list[BadInput]:
    odd = SLOW | OTHERWISE
    every = [one for one in GROUPS["pages"] if one.name not in odd and one.file.endswith("html")]
    return [one for one in every if len(one.make()) < LARGEST]


@pytest.mark.parametrize("one", pages(), ids=lambda one: one.name)
def test_no_word_is_dropped_in_silence(one):
    data = one.make()
    draft = importers.read(Source(one.file, data, "text/html"))
    reader = Words()
    reader.feed(data.decode("utf-8", "replace"))
    reader.close()
    seen = Counter("".join("".join(reader.words).replace("\0", "").split()))
    kept = Counter("".join("".join(line.text for line in draft.lines).split()))
    missing = (seen - kept).total()
    assert seen.total() > 100
    assert missing <= MOST_LOST * seen.total() or draft.notes
