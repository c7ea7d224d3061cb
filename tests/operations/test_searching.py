"""Whatever is typed becomes a query, and the query finds what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clipreader.library import articles
from clipreader.library.arrival import Arrival
from clipreader.model import Article, Colour, Metadata, Query, Role, Shelf, Source, Span, Term
from clipreader.operations import Library, open_library, reading, searching
from clipreader.operations.searching import MOST_PARTS, parse
from tests import records
from tests.operations.person import mark


def word(text: str, **more: bool) -> Term:
    return Term(text, **more)


TYPED: Sequence[tuple[str, Query]] = [
    ("", Query()),
    ("  \t\n ", Query()),
    ("ferry", Query(terms=(word("ferry", prefix=True),))),
    ("ferry ", Query(terms=(word("ferry"),))),
    ("f", Query(terms=(word("f"),))),
    ("night ferry", Query(terms=(word("night"), word("ferry", prefix=True)))),
    ('"night ferry"', Query(terms=(word("night ferry", phrase=True),))),
    ("“night  ferry”", Query(terms=(word("night ferry", phrase=True),))),
    ('"night fer', Query(terms=(word("night fer", phrase=True, prefix=True),))),
    ('"night fer ', Query(terms=(word("night fer", phrase=True, prefix=True),))),
    ("harbour -crane", Query(terms=(word("harbour"), word("crane", excluded=True)))),
    ('-"north quay" a', Query(terms=(word("north quay", phrase=True, excluded=True), word("a")))),
    ("well-known ", Query(terms=(word("well-known"),))),
    ("tag:war", Query(tags=("war",))),
    ('tag:"the  sea" TAG:war/law tag:war/law', Query(tags=("the sea", "war/law"))),
    ("tag:", Query()),
    ('tag:"', Query()),
    ('translator:"Ana Reyes" quay ', Query(terms=(word("quay"),), translators=("Ana Reyes",))),
    ("author:a publisher:b place:c credit:d lang:es", Query(
        authors=("a",), publishers=("b",), places=("c",), credits=("d",), languages=("es",))),
    ("colour:green color:Pink", Query(colours=(Colour.GREEN, Colour.PINK))),
    ("colour:mauve ", Query(terms=(word("colour:mauve"),))),
    ("role:caption role:editors-note", Query(roles=("caption", "editors_note"))),
    ("role:hero ", Query(terms=(word("role:hero"),))),
    ("before:2024-07-04 after:2023", Query(before="2024-07-04", after="2023-01-01")),
    ("after:2024-7", Query(after="2024-07-01")),
    ("before:2024-13 ", Query(terms=(word("before:2024-13"),))),
    ("before:soon ", Query(terms=(word("before:soon"),))),
    ("has:note has:highlight", Query(has_note=True, has_highlight=True)),
    ("has:pictures ", Query(terms=(word("has:pictures"),))),
    ("is:unread", Query(shelf=Shelf.UNREAD)),
    ("is:starred", Query(shelf=Shelf.STARRED)),
    ("is:waiting", Query(shelf=Shelf.WAITING)),
    ("agency:norte", Query(agencies=("norte",))),
    ("is:trash", Query(shelf=Shelf.TRASH)),
    ("https://example.org/a ", Query(terms=(word("https://example.org/a"),))),
    ("note: done ", Query(terms=(word("note:"), word("done")))),
    ("-tag:war ", Query(excluded=(Query(tags=("war",)),))),
    ('-tag:war -tag:war -credit:"A B" sea ', Query(
        terms=(word("sea"),), excluded=(Query(tags=("war",)), Query(credits=("A B",))))),
    ("-is:unread -has:note -before:2024", Query(excluded=(
        Query(shelf=Shelf.UNREAD), Query(has_note=True), Query(before="2024-01-01")))),
    ("-tag: -before:", Query()),
    ("-before:soon ", Query(terms=(word("before:soon", excluded=True),))),
    ("? ! - — …", Query()),
    ("a\0b \ud800", Query(terms=(word("a"), word("b")))),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "query"), TYPED, ids=[repr(typed) for typed, _ in TYPED])
def test_what_is_typed(typed: str, query: Query) -> None:
    assert parse(typed) == query


DOUBTS: Sequence[tuple[str, Sequence[str]]] = [
    ("ferry tag:war before:2024 -is:unread", ()),
    ("before:", ()),
    ("orchard andover or and not", ()),
    ('"OR"', ()),
    ("https://example.org/a 10:30", ()),
    ("before:banana", ("“before:” is followed by a year", "not by “banana”")),
    ("-after:soon", ("“after:” is followed by a year",)),
    ("colour:mauve", ("yellow, green, blue, pink, violet",)),
    ("role:hero", ("role:caption",)),
    ("has:pictures", ("note or highlight",)),
    ("is:new", ("unread, starred, waiting or trash",)),
    ("foto OR photo OR picture", ("“OR” was looked for as a word",)),
    ("a AND b", ("has all of its words anyway",)),
    ("a NOT b", ("a minus before it",)),
]


@pytest.mark.parametrize(("typed", "said"), DOUBTS, ids=[typed for typed, _ in DOUBTS])
def test_what_may_have_been_meant_otherwise_is_said(typed: str, said: Sequence[str]) -> None:
    sentences = searching.doubts(typed)
    assert len(sentences) == bool(said)
    for words in said:
        assert words in sentences[0]


def test_a_whole_page_as_a_query_is_cut(library: Library) -> None:
    query = parse("word " * 5_000 + "tag:a " * 500)
    assert len(query.terms) == MOST_PARTS
    assert searching.search(library, query) == ()


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two articles: the ferry (highlighted) and the crane."""
    with open_library(tmp_path_factory.mktemp("searching") / "library") as library:
        ferry, crane = records.article(), crane_article()
        for article in (ferry, crane):
            data = article.text.encode()
            library.originals.keep([data])
            with library.writing() as work:
                articles.add(work, [Arrival(article, Source("a", data, "text/plain"))])
        mark(library, ferry, "cargo boats", note="ask Álvaro", tags=["sea/harbour"])
        yield library


def crane_article() -> Article:
    blocks = [
        (Role.HEADLINE, "Two Shipyards Share One Crane and Blame the Wind"),
        (Role.PARAGRAPH, "The engineer of Harbour Town showed both receipts, and no rent."),
        (Role.PARAGRAPH, "An Émigré keeps 東京の港 in mind; the crane is a crane."),
    ]
    fields = Metadata(
        blocks[0][1], agency="Agencia Norte", published="2024-05-30", language="pt-BR"
    )
    return records.article(blocks, metadata=fields)


FERRY, CRANE = "Night Ferry", "Two Shipyards"

FOUND: Sequence[tuple[str, set[str]]] = [
    ("", {FERRY, CRANE}),
    ("ferry", {FERRY}),
    ("ferr", {FERRY}),
    ("ferr ", set()),
    ("FERRY ramp ", {FERRY}),
    ("harbour town", {FERRY, CRANE}),
    ("harbour -crane", {FERRY}),
    ("-crane", {FERRY}),
    ('"both receipts"', {CRANE}),
    ('"receipts both"', set()),
    ("emigre ", {CRANE}),
    ("東京", {CRANE}),
    ("京の", {CRANE}),
    ("京東", set()),
    ("translator:reyes", {FERRY}),
    ('translator:"ana reyes" quay ', {FERRY}),
    ('credit:"harbour authority"', {FERRY}),
    ("publisher:norte", {CRANE}),
    ('place:"harbour town"', {FERRY}),
    ("lang:pt", {CRANE}),
    ("before:2024-07-04", {CRANE}),
    ("after:2024-07-04", {FERRY}),
    ("after:2024-05-30 before:2024-07-05", {FERRY, CRANE}),
    ("tag:sea", {FERRY}),
    ("tag:SEA/harbour", {FERRY}),
    ("tag:harbour", set()),
    ("colour:yellow has:note", {FERRY}),
    ("colour:blue", set()),
    ("role:paragraph", {FERRY}),
    ("role:caption", set()),
    ("alvaro ", {FERRY}),
    ("alvaro ramp ", {FERRY}),
    ("has:highlight receipts ", set()),
    ("is:unread", {FERRY, CRANE}),
    ("is:starred", set()),
    ("nothingofthekind", set()),
    ('AND OR NOT NEAR( * ^ : "', set()),
    ("crane' --", {CRANE}),
]


@pytest.mark.parametrize(("typed", "found"), FOUND, ids=[typed or "all" for typed, _ in FOUND])
def test_what_is_found(shelf: Library, typed: str, found: set[str]) -> None:
    query = parse(typed)
    hits = {hit.headline[: len(FERRY)].strip() for hit in searching.search(shelf, query)}
    rows = {row.headline[: len(FERRY)].strip() for row in reading.list_articles(shelf, query)}
    expected = {start[: len(FERRY)].strip() for start in found}
    assert hits == rows == expected
    assert reading.count_articles(shelf, query) == len(found)


@pytest.mark.parametrize("typed", ["crane ", "harbour town", '"keeps 東京"', "emi"])
def test_snippets_show_the_words(shelf: Library, typed: str) -> None:
    query = parse(typed)
    for hit in searching.search(shelf, query):
        assert hit.snippets
        article = reading.open_article(shelf, hit.article_id).article
        for snippet in hit.snippets:
            assert snippet.text in article.text.replace("\n", " ")
            assert snippet.spans
            for span in snippet.spans:
                assert snippet.text[span.start : span.end].strip()


def test_the_reader_marks_every_place(shelf: Library) -> None:
    article = crane_article()
    marked = [article.quote(span) for span in searching.spans_in(article, parse("CRANE emig"))]
    assert marked == ["Crane", "Émigré", "crane", "crane"]
    assert searching.spans_in(article, parse("tag:crane")) == ()
    assert searching.spans_in(article, parse("-crane ")) == ()


def test_the_best_comes_first_and_no_more_than_asked(shelf: Library) -> None:
    hits = searching.search(shelf, parse("harbour"))
    assert hits[0].headline.startswith(FERRY)
    assert searching.search(shelf, parse("harbour"), limit=1) == hits[:1]


FIELDS = ["tag:", "before:", "is:", "has:", "-", '"', "role:", "colour:", "lang:", "AND ", "* "]
ANYTHING = st.lists(st.one_of(st.text(max_size=12), st.sampled_from(FIELDS)), max_size=12).map(
    "".join
)


@given(ANYTHING)
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_anything_can_be_typed(shelf: Library, typed: str) -> None:
    query = parse(typed)
    assert parse(typed) == query
    hits = searching.search(shelf, query)
    assert len(hits) == reading.count_articles(shelf, query)
    article = crane_article()
    reached = 0
    for span in searching.spans_in(article, query):
        assert reached <= span.start < span.end <= len(article.text)
        reached = span.end


@given(st.text(alphabet='abcé 東"-:“', min_size=1, max_size=30))
def test_every_word_typed_is_looked_for(typed: str) -> None:
    """No letter is lost: what is no field stands in a term."""
    wanted = "".join(c for c in typed if c.isalnum())
    kept = "".join(c for term in parse(typed).terms for c in term.text if c.isalnum())
    assert kept == wanted


def test_accents_keep_the_places() -> None:
    article = records.article([(Role.PARAGRAPH, "naïve naive NAÏVE")])
    assert searching.spans_in(article, parse("naive ")) == (
        Span(0, 5), Span(6, 11), Span(12, 17)
    )  # fmt: skip
