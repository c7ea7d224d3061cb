from __future__ import annotations

import base64
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.importers import markdown
from clipreader.model import Hint, Role, Source
from tests.importers.documents.manuscript import png


def read(text: str):
    return markdown.read(Source("a.md", text.encode(), "text/markdown"))


def lines(text: str):
    return [(line.hint, line.text, line.level) for line in read(text).lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title\n\n## Head\n\n# Other", [
            (Hint.TITLE, "Title", 1), (Hint.HEADING, "Head", 2), (Hint.HEADING, "Other", 1)]),
        ("One\ntwo\n\nThree  \nfour", [
            (Hint.PARAGRAPH, "One two", None), (Hint.PARAGRAPH, "Three four", None)]),
        ("> Said\n\n- a\n  - b\n\n1. c", [
            (Hint.QUOTE, "Said", None), (Hint.LIST_ITEM, "a", 1), (Hint.LIST_ITEM, "b", 2),
            (Hint.LIST_ITEM, "c", 1)]),
        ("|a|b|\n|-|-|\n|1|2|\n", [(Hint.TABLE, "a\tb\n1\t2", None)]),
        ("```python\na\n b\n```", [(Hint.CODE, "a\n b", None)]),
        ("<b>as typed</b> &amp; so", [(Hint.PARAGRAPH, "<b>as typed</b> & so", None)]),
        ("<script>x()</script>", [(Hint.PARAGRAPH, "<script>x()</script>", None)]),
        ("", []),
    ],
)  # fmt: skip
def test_structure(text, expected):
    assert lines(text) == expected


def test_marks():
    (line,) = read("A *b* **c** [d](https://e.example/f) `g`").lines
    found = [
        (mark.role, line.text[mark.span.start : mark.span.end], mark.target) for mark in line.marks
    ]
    assert line.text == "A b c d g"
    assert found == [
        (Role.EMPHASIS, "b", None),
        (Role.STRONG, "c", None),
        (Role.LINK, "d", "https://e.example/f"),
    ]


def test_a_dangerous_link_keeps_its_words_only():
    (line,) = read("[a](javascript:alert(1)) [b](vbscript:x)").lines
    assert "a" in line.text
    assert not line.marks


@pytest.mark.parametrize(
    ("text", "caption", "alt"),
    [
        ("![The quay](quay.jpg)\n\nText.", "The quay", "The quay"),
        ('![alt](quay.jpg "The quay")\n\nText.', "The quay", "The quay"),
        ("![](quay.jpg)\n\n*The quay at night*\n\nText.", "The quay at night", ""),
        ("![](quay.jpg) The quay\n\nText.", "The quay", ""),
        ("![alt](quay.jpg)\n\nThe quay (Photo: A. B.)\n\nText.", "The quay (Photo: A. B.)", "alt"),
        ("Text.\n\n![The quay](quay.jpg)", "The quay", "The quay"),
    ],
)
def test_pictures_keep_their_words(text, caption, alt):
    draft = read(text)
    assert {(line.hint, line.text, line.image) for line in draft.lines} == {
        (Hint.CAPTION, caption, "picture-1"),
        (Hint.PARAGRAPH, "Text.", None),
    }
    assert [(image.key, image.alt, image.data) for image in draft.images] == [
        ("picture-1", alt, None)
    ]


def test_a_picture_in_the_file_is_taken_from_it():
    data = png()
    coded = base64.b64encode(data).decode()
    (image,) = read(f"![The quay](data:image/png;base64,{coded})\n\nText.").images
    assert (image.media_type, image.data, image.address) == ("image/png", data, None)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 13_000,
        "[a](" * 20_000,
        "".join("  " * depth + "- word\n" for depth in range(300)),
        "> " * 300 + "word",
        ">" * 2_000 + "word",
        "word\n\n" * 100_000,
        "*a " * 20_000,
        "word " * 200_000,
    ],
    ids=["brackets", "open links", "lists", "quotes", "signs", "paragraphs", "stars", "one line"],
)
def test_hostile_text_is_kept_and_in_time(text):
    start = time.process_time()
    draft = read(text)
    assert time.process_time() - start < 8
    kept = sum(line.text.count("word") for line in draft.lines)
    assert kept == text.count("word")
    assert draft.lines


def test_what_is_too_deep_is_told():
    draft = read("> " * 300 + "word")
    assert "too deeply nested" in draft.notes[0]
    assert draft.lines[0].hint == Hint.NONE


@given(st.text(alphabet="ab*_[]()!`#>-+1.|\n\\&<> \t", max_size=120))
def test_letters_are_never_lost(text):
    """What stands between brackets may be an address, and after a fence an info string."""
    if any(sign in text for sign in "[]()`&|"):
        return
    draft = read(text)
    kept = "".join(line.text for line in draft.lines)
    assert [c for c in kept if c in "ab"] == [c for c in text if c in "ab"]


@given(st.binary(max_size=200))
def test_never_raises(data):
    draft = markdown.read(Source("a.md", data, "text/markdown"))
    for line in draft.lines:
        assert line.text.strip()
        for mark in line.marks:
            assert 0 <= mark.span.start < mark.span.end <= len(line.text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. a\n2. b\n3. c", [1, 2, 3]),
        ("7) a\n7) b", [7, 8]),
        ("0. a\n1. b", [0, 1]),
        ("- a\n- b", [None, None]),
        ("1. a\n\n   more\n\n2. b", [1, 1, 2]),
        ("1. a\n   - b\n   - c\n2. d\n   1. e", [1, None, None, 2, 1]),
        ("1. a\n\nbetween\n\n2. b", [1, None, 2]),
    ],
)
def test_items_of_a_numbered_list_keep_their_numbers(text, numbers):
    found = read(text).lines
    assert [line.number for line in found] == numbers
    assert not any(line.text[0].isdigit() for line in found)


def test_the_head_of_a_table_stands_out():
    (line,) = read("| Quay | Depth |\n|-|-|\n| North | 9 m |\n").lines
    assert [(mark.role, line.text[: mark.span.end]) for mark in line.marks] == [
        (Role.STRONG, "Quay\tDepth")
    ]
