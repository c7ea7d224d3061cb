from __future__ import annotations

import time

import pytest

from clipreader.importers import front_matter
from clipreader.model import FieldName

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(9)
)


def said(yaml: str) -> dict[FieldName, object]:
    body, candidates = front_matter.split(f"---\n{yaml}\n---\nBody\n")
    assert body == "Body\n"
    return {candidate.field: candidate.value for candidate in candidates}


@pytest.mark.parametrize(
    ("yaml", "field", "value"),
    [
        ("title: A Crane: Two Yards", None, None),
        ("title: 'A Crane: Two Yards'", FieldName.HEADLINE, "A Crane: Two Yards"),
        ("Title: >\n  Folded\n  words", FieldName.HEADLINE, "Folded words"),
        ("author: Ana Reyes", FieldName.AUTHORS, ("Ana Reyes",)),
        (
            "authors: [Ana Reyes, '[[Corin Maddox]]']",
            FieldName.AUTHORS,
            ("Ana Reyes", "Corin Maddox"),
        ),
        ("translator:\n  - Ana Reyes\n  - ", FieldName.TRANSLATORS, ("Ana Reyes",)),
        ("date: 2024-05-30", FieldName.PUBLISHED, "2024-05-30"),
        ("source: https://a.example/x", FieldName.URL, "https://a.example/x"),
        ("source: The Saltmarsh", FieldName.PUBLISHER, "The Saltmarsh"),
        ("translated-from: es", FieldName.TRANSLATED_FROM, "es"),
        ("lang: no", FieldName.LANGUAGE, "no"),
    ],
)
def test_fields(yaml, field, value):
    if field is None:
        text = f"---\n{yaml}\n---\nBody"
        assert front_matter.split(text) == (text, ())
    else:
        assert said(yaml) == {field: value}


@pytest.mark.parametrize("yaml", ["title:", "title: ~", "author: []", "title: [a, b]", "x: y"])
def test_what_says_nothing(yaml):
    assert said(yaml) == {}


@pytest.mark.parametrize(
    "text",
    [
        "No front matter\n---\na: b\n---\n",
        "---\nnever closed: yes\n",
        "---\n- a list\n---\nx",
        "---\na: [\n---\nx",
        "---\na: " + "[" * 2_000 + "\n---\nx",
        "---\n" + "a: b\n" * 30_000 + "---\nx",
        "---\n---\nx",
    ],
)
def test_what_is_no_front_matter_stays_text(text):
    assert front_matter.split(text) == (text, ())


def test_a_bomb_of_aliases_stays_small():
    start = time.process_time()
    assert said(f"{BOMB}author: *j\ntitle: T") == {FieldName.HEADLINE: "T"}
    assert time.process_time() - start < 2


def test_tags_make_no_objects():
    found = said("title: !!python/object/apply:os.getcwd []\nauthor: !!python/name:os.system x")
    assert found == {FieldName.AUTHORS: ("x",)}
