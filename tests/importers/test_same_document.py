"""The same article as a page, DOCX, ODT and RTF: equal blocks, marks and pictures."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader import anatomy, importers, paths
from clipreader.model import Article, Hint, Role, Source
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


KIND_OF = {
    Role.HEADLINE: "title",
    Role.DECK: "deck",
    Role.CROSSHEAD: "heading",
    Role.QUOTE: "quote",
    Role.LIST_ITEM: "item",
    Role.CAPTION: "caption",
}


def pieces_of(sample: Article) -> list[Piece]:
    pieces: list[Piece] = []
    for block in sample.blocks:
        text = sample.quote(block.span)
        if block.role == Role.TABLE:
            rows = tuple(tuple(row.split("\t")) for row in text.split("\n"))
            pieces.append(Piece("table", rows=rows))
        else:
            pieces.append(Piece(KIND_OF.get(block.role, "text"), (Run(text),), level=2))
    return pieces


@pytest.mark.parametrize("file", paths.samples(), ids=lambda file: file.name)
def test_a_sample_comes_out_the_same_from_every_document(file):
    """What a page says above its headline is read below it, so its order is not compared."""
    pieces = pieces_of(article(file.read_bytes(), file.suffix[1:]))
    drafts = [read(made(pieces), ending) for ending, made in WRITERS.items()]
    texts = [one.text for one in pieces]
    assert all([line.text for line in draft.lines] == texts for draft in drafts)
    assert all(draft.lines == drafts[0].lines for draft in drafts)
    found = article(page.written(pieces), "html")
    assert sorted(found.quote(block.span) for block in found.blocks) == sorted(texts)


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
