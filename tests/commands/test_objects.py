"""The objects of --json have every key, in the order that was promised."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pytest

from clipreader.commands import objects
from clipreader.model import (
    ArticleRow,
    Draft,
    Fate,
    Hit,
    Image,
    Imported,
    Part,
    Role,
    Snippet,
    Span,
)
from clipreader.operations.parsing import Reading
from clipreader.operations.reading import OpenedArticle
from tests import records

INSPECTED = [
    *("schema", "file", "media_type", "encoding", "sha256", "url", "publisher", "headline"),
    *("deck", "authors", "agency", "place", "published", "language", "translators"),
    *("translated_from", "original_url", "seconds", "blocks", "probable_days"),
]

LISTED = [
    *("id", "headline", "publisher", "place", "published", "authors", "translators", "language"),
    *("added", "unread", "starred", "tags", "highlights"),
]

CLIPPING = [
    *("id", "article_id", "quote", "role", "credit", "colour", "tags", "note", "created", "state")
]


def inspected(article=None):
    source = records.source(name="night-ferry.txt")
    return objects.inspected(source, Reading(article or records.article(), Draft(()), 0.00412345))


def test_inspected_has_the_keys_in_order():
    assert list(inspected()) == INSPECTED
    assert inspected()["seconds"] == 0.0041


def test_inspected_without_anything_known_has_all_keys():
    bare = records.article([(Role.PARAGRAPH, "Words.")], metadata=records.Metadata())
    told = inspected(bare)
    assert list(told) == INSPECTED
    assert told["authors"] == []
    assert told["headline"] is told["url"] is told["published"] is None


def test_blocks_say_what_and_why():
    headline, _, caption, *_ = inspected()["blocks"]
    assert headline == {
        "role": "headline",
        "text": records.HEADLINE,
        "confidence": 0.95,
        "why": ["made for a test"],
    }
    assert list(caption) == ["role", "text", "credit", "image", "confidence", "why"]
    assert (caption["text"], caption["credit"]) == (records.CAPTION, records.CREDIT)
    assert caption["image"] is None


def test_crosshead_has_a_level():
    article = records.article([(Role.CROSSHEAD, "The autumn")])
    article = replace(article, blocks=(replace(article.blocks[0], level=3),))
    assert inspected(article)["blocks"][0]["level"] == 3


def test_credit_that_stands_alone_has_no_text():
    article = records.article([(Role.CAPTION, "Harbour Authority")])
    mark = Part(Role.CREDIT, Span(0, len(article.text)))
    (block,) = inspected(replace(article, marks=(mark,)))["blocks"]
    assert (block["text"], block["credit"]) == (None, "Harbour Authority")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.invalid/ferry.jpg", "https://example.invalid/ferry.jpg"),
        (None, "picture-1"),
        ("data:image/png;base64,AAAA", "picture-1"),
    ],
)
def test_picture_is_named_not_printed(address, expected):
    article = records.article([(Role.CAPTION, "The quay")])
    block = replace(article.blocks[0], image="picture-1")
    article = replace(article, blocks=(block,), images=(Image("picture-1", address=address),))
    assert inspected(article)["blocks"][0]["image"] == expected


def test_listed_has_what_was_promised():
    told = objects.listed(ArticleRow("01", "Ferry", authors=("A", "B"), tags=("x/y",)))
    assert list(told) == LISTED
    assert (told["authors"], told["tags"], told["publisher"]) == (["A", "B"], ["x/y"], None)


def test_clipping_has_what_was_promised():
    clipping = records.clipping(records.article(), records.CREDIT, tags=("money",), note="Ask.")
    told = objects.clipping(clipping)
    assert list(told) == CLIPPING
    assert (told["role"], told["credit"]) == ("credit", records.CREDIT)
    assert (told["state"], told["tags"], told["note"]) == ("placed", ["money"], "Ask.")


def test_time_is_utc():
    clipping = records.clipping(records.article(), records.CREDIT)
    made = replace(clipping.highlight, created=datetime(2024, 7, 4, 9, 20))
    told = objects.clipping(replace(clipping, highlight=made))
    assert told["created"] == "2024-07-04T09:20:00+00:00"


def test_hit_has_the_places_of_the_words():
    hit = Hit("01", "Ferry", (Snippet("the quay", (Span(4, 8),)),))
    assert objects.hit(hit) == {
        "article_id": "01",
        "headline": "Ferry",
        "snippets": [{"text": "the quay", "spans": [[4, 8]]}],
    }


def test_imported_says_what_became_of_it():
    told = objects.imported(Imported("a.txt", Fate.FAILED, reason="“a.txt” is empty."))
    assert list(told)[:4] == ["path", "outcome", "article_id", "reason"]
    assert (told["outcome"], told["article_id"]) == ("failed", None)


def test_shown_has_the_fields_the_parts_and_the_clippings():
    article = records.article()
    opened = OpenedArticle(article, (), True, False, False, 0, "2026-01-01T00:00:00+00:00", "a.txt")
    row = ArticleRow(article.id, records.HEADLINE, tags=("money",))
    told = objects.shown(opened, row, [records.clipping(article, records.CREDIT)])
    assert set(told) >= {*LISTED, "deck", "agency", "translated_from", "blocks", "clippings"}
    assert told["tags"] == ["money"]
    assert [one["quote"] for one in told["clippings"]] == [records.CREDIT]
    assert json.dumps(told)
