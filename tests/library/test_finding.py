"""Finding: terms in, row numbers out, whatever was typed."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from clipreader.library import finding, listing, passages
from clipreader.library.indexed import as_indexed
from clipreader.model import Query, Role, Term
from tests import records
from tests.library import stored

TEXTS = {
    "ferry": "Álvaro López crossed to Łódź; the O’Brien ferry left at 21:20.",
    "tokyo": "東京の港でフェリーが出発した。",
    "seoul": "한국 여객선이 서울에서 출발했다.",
    "moscow": "Ёлка стояла в порту, как и прежде.",
    "athens": "Το πλοίο έφυγε από την Αθήνα.",
    "delhi": "हिन्दी में एक लेख",
    "bangkok": "เรือข้ามฟากกลับมา",
    "code": "snake_case and C++ and AT&T, 50% off",
}


def matches(library, *terms: Term) -> set[str]:
    with library.reading() as connection:
        hits = listing.hits(connection, Query(terms), 50)
    return {hit.headline for hit in hits}


@pytest.fixture
def filled(library):
    made = [
        records.article([(Role.HEADLINE, name), (Role.PARAGRAPH, text)])
        for name, text in TEXTS.items()
    ]
    stored.put(library, *made)
    ferry = made[0]
    stored.mark(library, ferry, records.highlight(ferry, "ferry", note="an omnibus", tags=["día"]))
    return library


@pytest.mark.parametrize(
    ("terms", "names"),
    [
        ([Term("alvaro"), Term("lopez")], {"ferry"}),
        ([Term("alvaro lopez", phrase=True)], {"ferry"}),
        ([Term("lopez alvaro", phrase=True)], set()),
        ([Term("lodz")], {"ferry"}),
        ([Term("ŁÓDŹ")], {"ferry"}),
        ([Term("lo", prefix=True)], {"ferry"}),
        ([Term("lo")], set()),
        ([Term("o'brien")], {"ferry"}),
        ([Term("東京")], {"tokyo"}),
        ([Term("京東")], set()),
        ([Term("港")], {"tokyo"}),
        ([Term("フェリー")], {"tokyo"}),
        ([Term("한국")], {"seoul"}),
        ([Term("서", prefix=True)], {"seoul"}),
        ([Term("елка")], {"moscow"}),
        ([Term("αθηνα")], {"athens"}),
        ([Term("हिन्दी")], {"delhi"}),
        ([Term("ข้าม")], {"bangkok"}),
        ([Term("case")], {"code"}),
        ([Term("C++")], {"code"}),
        ([Term("at&t")], {"code"}),
        ([Term("omnibus")], {"ferry"}),
        ([Term("dia")], {"ferry"}),
        ([Term("omnibus"), Term("lopez")], {"ferry"}),
        ([Term("omnibus"), Term("tower")], set()),
        ([Term("ferry"), Term("omnibus", excluded=True)], set()),
        ([Term("omnibus", excluded=True)], set(TEXTS) - {"ferry"}),
        ([Term("ferry", excluded=True)], set(TEXTS) - {"ferry"}),
        ([Term("and"), Term("snake", excluded=True)], set()),
        ([Term("AND")], {"code"}),
        ([Term("NEAR")], set()),
    ],
    ids=lambda each: " ".join(sorted(each)) if isinstance(each, set) else repr(each)[:60],
)
def test_finds(filled, terms, names):
    assert matches(filled, *terms) == names


HOSTILE = [*"\"'*^():-+{},\0\ud800", "AND", "OR", "NOT", "NEAR(", "headline:", "rank"]


typed = st.lists(st.sampled_from([*"qz ", *HOSTILE]), max_size=8).map("".join)
in_one_library = settings(
    max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@given(st.lists(typed, max_size=5), st.data())
@in_one_library
def test_nothing_that_is_typed_is_an_operator(library, words, data):
    terms = [
        Term(word, prefix=data.draw(st.booleans()), excluded=data.draw(st.booleans()))
        for word in words
    ]
    with library.reading() as connection:
        assert listing.hits(connection, Query(tuple(terms)), 5) == ()


def test_a_whole_page_may_be_pasted(filled):
    page = tuple(Term(word) for word in ["ferry", *(["a", "page", "of", "words"] * 2000)])
    assert matches(filled, *page) == set()
    assert matches(filled, *page[:1], *(Term(f"x{n}", excluded=True) for n in range(3000))) == {
        "ferry"
    }
    assert matches(filled, Term("omnibus"), *(page[:1] * 5000)) == {"ferry"}


@pytest.mark.parametrize(
    ("terms", "plain"),
    [
        ([Term("ferry")], True),
        ([Term("omnibus")], False),
        ([Term("ferry", excluded=True)], False),
        ([Term("—")], False),
        ([], False),
    ],
)
def test_knows_when_the_articles_index_alone_answers(filled, terms, plain):
    with filled.reading() as connection:
        assert finding.is_plain(connection, terms) is plain


LETTERS = "aÁbłŁ東京한がk_-’ .\u0301é1ß"


ENDLESS_ACCENTS = re.compile("\u0301{8}")
"""More accents on one letter than any place is looked for behind."""


@given(st.text(LETTERS, max_size=14), st.text(LETTERS, min_size=1, max_size=3), st.booleans())
@in_one_library
def test_what_is_found_is_what_is_marked(library, text, word, prefix):
    """The index and the places in the text are two ways to the same answer."""
    term = Term(word, prefix=prefix)
    assume(finding.usable([term]))
    assume(not ENDLESS_ACCENTS.search(text))
    with library.writing() as work:
        connection = work.connection
        connection.exec_driver_sql("DELETE FROM article_index")
        connection.exec_driver_sql(
            "INSERT INTO article_index(rowid, body) VALUES(1, ?)", (as_indexed(text),)
        )
        asked = finding.numbers_with(connection, [term])
        assert asked is not None
        hit = connection.execute(asked).first() is not None
    assert hit == passages.holds(text, term)
