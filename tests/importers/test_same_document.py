"""The same article as a page, DOCX, ODT and RTF: equal blocks, marks and pictures."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader import anatomy, importers
from clipreader.model import Hint, Source
from tests.importers.documents import docx, odt, page, rtf
from tests.importers.documents.manuscript import ARTICLES, Piece, Run, png

WRITERS = {"docx": docx.written, "odt": odt.written, "rtf": rtf.written}
KINDS = ["text", "text", "text", "heading", "quote", "item", "caption"]
every_article = pytest.mark.parametrize("name", ARTICLES)
every_format = pytest.mark.parametrize("ending", WRITERS)


def read(data: bytes, ending: str):
    media_type = importers.media_type_of(f"a.{ending}", data)
    assert media_type is not None
    return importers.read(Source(f"a.{ending}", data, media_type))


def article(data: bytes, ending: str):
    return anatomy.recognise(read(data, ending), article_id="a")


@every_article
@every_format
def test_the_blocks_are_those_of_the_page(name, ending):
    found = article(WRITERS[ending](ARTICLES[name]), ending)
    as_page = article(page.written(ARTICLES[name]), "html")
    assert [found.quote(one.span) for one in found.blocks] == [one.text for one in ARTICLES[name]]
    assert found.text == as_page.text
    assert [one.role for one in found.blocks] == [one.role for one in as_page.blocks]
    assert [one.level for one in found.blocks] == [one.level for one in as_page.blocks]
    assert [(m.role, m.span, m.target) for m in found.marks] == [
        (m.role, m.span, m.target) for m in as_page.marks
    ]
    assert [one.data for one in found.images] == [one.data for one in as_page.images]
    assert found.metadata.headline == as_page.metadata.headline
    assert found.metadata.deck == as_page.metadata.deck


LETTERS = st.characters(
    categories=("Lu", "Ll", "Lo", "Nd", "Po", "Pi", "Pf", "Sm", "Sc"), max_codepoint=0x1FAFF
)
WORDS = st.lists(st.text(LETTERS | st.sampled_from("<>&{}\\'\"😁é—"), min_size=1), min_size=1).map(
    " ".join
)
RUNS = st.builds(
    Run, WORDS, st.booleans(), st.booleans(), st.sampled_from([None, None, "https://e.example/a"])
)


def spaced(runs: list[Run]) -> tuple[Run, ...]:
    """Runs with a blank between, in the first of the two."""
    last = len(runs) - 1
    return tuple(
        Run(run.text + (" " if at < last else ""), run.strong, run.emphasis, run.link)
        for at, run in enumerate(runs)
    )


PIECES = st.lists(
    st.builds(
        lambda kind, runs: Piece(
            kind, spaced(runs), level=2, picture=png() if kind == "caption" else None
        ),
        st.sampled_from(KINDS),
        st.lists(RUNS, min_size=1, max_size=4),
    ),
    min_size=1,
    max_size=6,
).map(lambda pieces: (Piece("title", (Run("The title"),)), *pieces))


@settings(max_examples=60, deadline=None)
@given(PIECES)
def test_any_article_is_the_same_in_every_document(pieces):
    drafts = [read(made(pieces), ending) for ending, made in WRITERS.items()]
    for one, other in pairwise(drafts):
        assert one.lines == other.lines
        assert one.images == other.images
    assert len(drafts[0].lines) == len(pieces)
    assert drafts[0].lines[0].hint == Hint.TITLE
