from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from clipreader.exporters import escaping
from tests.exporters.any_text import any_text, unhurried
from tests.exporters.parsed import PARSERS, paragraphs, words_of

every_parser = st.sampled_from(sorted(PARSERS))

READ_AS_MARKS = (
    ("# Not a headline", r"\# Not a headline"),
    ("#Havana", r"\#Havana"),
    ("> not a quote", r"\> not a quote"),
    ("- not a list", r"\- not a list"),
    ("+", r"\+"),
    ("1. not a list", r"1\. not a list"),
    ("2024) in brackets", r"2024\) in brackets"),
    ("---", r"\---"),
    ("* * *", r"\* * *"),
    ("```", r"\`\`\`"),
    ("~~~", r"\~\~\~"),
    ("[!note] of the editors", r"\[!note] of the editors"),
    ("so *very* sure", r"so \*very\* sure"),
    ("so _very_ sure", r"so \_very\_ sure"),
    ("~~gone~~", r"\~\~gone\~\~"),
    ("==marked==", r"\=\=marked\=\="),
    ("`code` of conduct", r"\`code\` of conduct"),
    ("[here](javascript:x)", r"[here\](javascript:x)"),
    ("[here]: http://a.b", r"[here\]: http://a.b"),
    ("[[a page]]", r"\[\[a page]]"),
    ("a note[^1]", r"a note\[^1]"),
    ("<img onerror=x>", r"\<img onerror=x>"),
    ("AT&amp;T", r"AT\&amp;T"),
    (r"a\*b", r"a\\*b"),
    ("a\\", r"a\\"),
    ("costs $x$ now", r"costs \$x\$ now"),
    ("%%hidden%%", r"\%\%hidden\%\%"),
    ("as said ^here", r"as said \^here"),
    (" blank ends ", "&#32;blank ends&#32;"),
    ("\u00a0no-break", "&nbsp;no-break"),
    ("\ttab", "&#9;tab"),
    ("    not code", "&#32;   not code"),
)

LEFT_ALONE = (
    "“We paid [sic] for it […],” he said",
    "===",
    "5 * 3 * 2, and a 5* hotel or a 4* hotel",
    "snake_case_name and _one",
    "AT&T & others; a < b > c",
    "$5 and $6, 100 % and #1",
    "C# – not - a list; 1.5 million; 2024: a year",
    r"C:\temp\new",
    "~5 to ~6 km; a = b == c",
    "mail@example.org, https://example.org/a_b?c=d&e=f",
    "a | b; 2^10; ‘single’ `tick",
    "a\u00a0b\u2003c\td",
    "¿Qué? ¡No! — «sí»",
)


@pytest.mark.parametrize(("text", "markdown"), READ_AS_MARKS)
def test_marks_are_escaped_once(text: str, markdown: str) -> None:
    assert escaping.paragraphs(text) == (markdown,)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_means_nothing_stays_as_it_is(text: str) -> None:
    assert escaping.paragraphs(text) == (text,)


@pytest.mark.parametrize("text", [text for text, _ in READ_AS_MARKS] + list(LEFT_ALONE))
def test_parser_gives_back_the_examples(text: str) -> None:
    assert list(paragraphs(escaping.paragraphs(text)[0])) == [text]


@unhurried
@given(any_text, every_parser)
def test_parser_gives_back_any_text(text: str, parser: str) -> None:
    markdown = "\n\n".join(escaping.paragraphs(text))
    assert "\n".join(paragraphs(markdown, parser)) == text


def test_line_feeds_part_paragraphs() -> None:
    assert escaping.paragraphs("a\nb") == ("a", "b")
    assert escaping.paragraphs("a\n\nb\n") == ("a", "&#10;b&#10;")


@unhurried
@given(any_text)
def test_words_stay_inside_their_line(text: str) -> None:
    markdown = "— " + escaping.words(text) + " end"
    assert len(markdown.splitlines()) == 1
    assert list(paragraphs(markdown)) == ["— " + " ".join(text.splitlines()) + " end"]


@unhurried
@given(any_text, st.integers(1, 6))
def test_heading_says_its_words(text: str, level: int) -> None:
    opened, inline, *_ = MarkdownIt("commonmark").parse(escaping.heading(text, level))
    assert (opened.type, opened.tag) == ("heading_open", f"h{level}")
    assert words_of(inline).strip() == " ".join(text.strip().splitlines()).strip()


@unhurried
@given(any_text)
def test_fenced_text_is_as_it_is(text: str) -> None:
    (fence,) = MarkdownIt("commonmark").parse(escaping.fenced(text))
    assert fence.content == text + "\n"


def test_hostile_lengths_take_no_time() -> None:
    for hostile in ("[" * 50_000, "*a" * 50_000, "\\ " * 50_000, "$ a" * 50_000, "\n" * 50_000):
        assert escaping.paragraphs(hostile)
