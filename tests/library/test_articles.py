"""Articles in and out, word for word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clipreader.library import articles, index, listing
from clipreader.library.article_rows import same_text_hash
from clipreader.library.articles import Known
from clipreader.model import (
    FieldName,
    Image,
    LibraryUnavailable,
    Metadata,
    NotFound,
    Part,
    Query,
    Role,
    Span,
    Term,
)
from tests import records
from tests.library import stored

RICH = Metadata(
    headline="<b>Bold</b> & “quoted”",
    deck="Ünïcødé 👩🏽‍🚒 \u202eright to left\u202c",
    authors=("A, B", "C"),
    translators=("Ana Reyes",),
    published="2024-07-04T21:20:00-04:00",
    evidence=((FieldName.HEADLINE, "the first line"), (FieldName.DECK, "the second")),
    corrected=frozenset({FieldName.DECK}),
)
PICTURES = (
    Image("one", "image/png", b"\x89PNG one", None, "a quay"),
    Image("two", "image/jpeg", None, "https://example.org/2.jpg"),
)


def replaced(library, number: int, article, label: str = "Correct") -> None:
    with library.writing(label) as work:
        articles.replace(work, number, article)


def found(library, *words: str) -> int:
    with library.reading() as connection:
        return listing.count(connection, Query(tuple(Term(word) for word in words)))


def test_an_article_comes_back_as_it_was(library):
    made = replace(records.article(metadata=RICH), images=PICTURES)
    stored.put(library, made)
    got = stored.fetched(library, made.id)
    assert replace(got, source_hash="") == made
    assert got.source_hash == stored.arrival(made).source.sha256


def test_pictures_come_without_bytes_unless_asked_for(library):
    made = replace(records.article(), images=PICTURES)
    (number,) = stored.put(library, made)
    with library.reading() as connection:
        got = articles.fetch(connection, number)
    assert [image.data for image in got.images] == [None, None]
    assert [image.key for image in got.images] == ["one", "two"]


def test_many_come_in_the_order_asked(library):
    made = [records.article() for _ in range(5)]
    stored.put(library, *made)
    with library.reading() as connection:
        assert list(articles.fetch_many(connection, [4, 2, 9, 2, 5])) == [4, 2, 5]
        assert list(articles.numbers_of(connection, [made[3].id, made[0].id]).values()) == [4, 1]
        assert articles.ids_of(connection, [1, 77]) == {1: made[0].id}
        assert set(articles.texts_of(connection, [1, 2])) == {1, 2}


def test_more_than_sqlite_takes_at_once(library):
    made = [records.article([(Role.HEADLINE, f"H{n}")]) for n in range(900)]
    numbers = stored.put(library, *made)
    assert numbers == list(range(1, 901))
    with library.reading() as connection:
        assert len(articles.fetch_many(connection, numbers)) == 900
        hashes = [stored.arrival(each).source.sha256 for each in made]
        assert len(articles.known(connection, hashes * 50, hashes * 50)) == 900


@pytest.mark.parametrize("name", ["none", "", "'; DROP TABLE articles; --", "\ud800", "\0"])
def test_what_is_not_there_is_told(library, article, name):
    with library.reading() as connection:
        with pytest.raises(NotFound, match="There is no article"):
            articles.number_of(connection, name)
        with pytest.raises(NotFound, match="not in the library any more"):
            articles.fetch(connection, 99)


def test_ids_may_be_cut_short(library):
    first = records.article(article_id="01abc1")
    second = records.article(article_id="01abc2")
    stored.put(library, first, second, records.article(article_id="01abc"))
    with library.reading() as connection:
        assert articles.beginning_with(connection, "01abc2") == ("01abc2",)
        assert articles.beginning_with(connection, "01abc") == ("01abc",)
        assert len(articles.beginning_with(connection, "01")) == 2
        assert articles.beginning_with(connection, "02") == ()
        assert articles.beginning_with(connection, "01%") == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a b", "a\n\n b ", True),
        ("a b", "ab", False),
        ("a", "A", False),
        ("\ud800", "\ud800", True),
    ],
)
def test_the_same_words_are_the_same_text(one, other, same):
    assert (same_text_hash(one) == same_text_hash(other)) is same


def test_knows_what_is_there_already(library, article):
    arrival = stored.arrival(article)
    with library.reading() as connection:
        expected = Known(article.id, 1, arrival.source.sha256, arrival.same_text, False)
        assert articles.known(connection, [arrival.source.sha256]) == (expected,)
        assert articles.known(connection, [], [arrival.same_text]) == (expected,)
        assert articles.known(connection, ["0" * 64], ["0" * 64]) == ()


def test_knows_the_words_of_another_reading(library, article):
    other = records.article(article_id=article.id, blocks=((Role.PARAGRAPH, "Read anew."),))
    replaced(library, 1, other)
    with library.reading() as connection:
        assert articles.known(connection, [], [same_text_hash("Read anew.")])
        assert not articles.known(connection, [], [same_text_hash(article.text)])


def test_a_correction_takes_names_and_index_along(library, article):
    fields = replace(article.metadata, translators=("Zoë Quill",), headline="Ferry again")
    replaced(library, 1, replace(article, metadata=fields))
    got = stored.fetched(library, article.id)
    assert (got.metadata, got.text) == (fields, article.text)
    assert (found(library, "quill"), found(library, "reyes")) == (1, 1)  # her credit stands there
    with library.reading() as connection:
        counts = listing.counts(connection)
        assert [each.name for each in counts.translators] == ["Zoë Quill"]
        assert list(index.faults(connection)) == []


def test_a_new_text_stands_beside_the_old_one(library, article):
    newer = records.article([(Role.HEADLINE, "Another zeppelin")], article_id=article.id)
    replaced(library, 1, newer)
    assert stored.fetched(library, article.id).text == newer.text
    assert (found(library, "zeppelin"), found(library, "subsidy")) == (1, 0)
    with library.reading() as connection:
        texts = connection.exec_driver_sql("SELECT text FROM texts ORDER BY number").scalars()
        assert list(texts) == [article.text, newer.text]


def test_the_same_text_is_not_stored_twice(library):
    made = replace(records.article(), images=PICTURES)
    stored.put(library, made)
    with library.reading() as connection:
        bare = articles.fetch(connection, 1)
    replaced(library, 1, replace(bare, marks=()))
    assert stored.fetched(library, made.id).images == PICTURES
    with library.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM texts").scalar_one() == 1


@pytest.mark.parametrize(
    "pictures",
    [
        (),
        PICTURES[:1],
        PICTURES[::-1],
        (replace(PICTURES[0], alt="a pier"), PICTURES[1]),
        (replace(PICTURES[0], data=b"\x89PNG other"), PICTURES[1]),
    ],
)
def test_other_pictures_are_kept_with_another_reading(library, pictures):
    made = replace(records.article(), images=PICTURES)
    stored.put(library, made)
    library.originals.keep([image.data for image in pictures if image.data])
    replaced(library, 1, replace(made, images=pictures))
    assert stored.fetched(library, made.id).images == pictures


def test_a_picture_keeps_its_bytes_through_a_reading_without_them(library):
    made = replace(records.article(), images=PICTURES)
    stored.put(library, made)
    bare = replace(PICTURES[0], data=None)
    newer = records.article([(Role.HEADLINE, "New words")], article_id=made.id)
    replaced(library, 1, replace(newer, images=(bare,)))
    assert stored.fetched(library, made.id).images == PICTURES[:1]


def test_half_an_article_is_never_there(library, article):
    broken = replace(records.article(), text="half \ud800", blocks=(), marks=())
    with pytest.raises(LibraryUnavailable, match="half of a broken character"):
        stored.put(library, records.article(), broken)
    with library.reading() as connection:
        for table in ("articles", "texts", "recognitions", "shelf", "names", "article_index"):
            count = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            assert count == (1 if table != "names" else 6), table


def test_storing_nothing_is_nothing(library):
    stored.put(library)
    with library.reading() as connection:
        assert listing.count(connection, Query()) == 0


def test_names_of_files_may_be_broken(library):
    arrival = stored.arrival(records.article(), name="caf\udce9.txt")
    with library.writing("Import") as work:
        articles.add(work, [arrival])
        assert articles.source_row(work.connection, 1)["source_name"] == "caf\ufffd.txt"


def test_parts_keep_everything(library):
    part = Part(
        Role.CROSSHEAD, Span(0, 5), 0.512, ("a", "b"), "rule", True, 3, "one", "https://x.org"
    )
    made = replace(records.article(), blocks=(part,), marks=(replace(part, image=None),))
    stored.put(library, made)
    got = stored.fetched(library, made.id)
    assert (got.blocks, got.marks) == (made.blocks, made.marks)
