"""Words of an article do nothing to a terminal, and none is lost in JSON."""

from __future__ import annotations

import contextlib
import io
import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.commands.printing import (
    cut,
    harmless,
    one_line,
    print_columns,
    print_document,
    print_json,
    speak_utf8,
    width,
)

ODD = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("\x00\x07\x1b\r\n\t\x7f\x85\x9b\u200f\u202a\u202e\u2066\u2069\u2028\ufeff"),
    )
)


def printed(value: object) -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", write_through=True, newline="\n")
    with contextlib.redirect_stdout(stream):
        speak_utf8()
        print_json(value)
    return raw.getvalue().decode("utf-8")


def is_dangerous(sign: str) -> bool:
    controls = unicodedata.category(sign) == "Cc" and sign not in "\n\t"
    return controls or sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(ODD)
def test_what_is_shown_is_harmless(words):
    shown = harmless(words)
    assert not any(is_dangerous(sign) for sign in shown)
    assert harmless(shown) == shown


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"))))
def test_ordinary_words_stay_as_they_are(words):
    assert harmless(words) == words


@given(ODD)
def test_one_line_is_one_line(words):
    assert len(one_line(words).splitlines()) <= 1


@given(ODD)
def test_json_keeps_every_character_and_is_harmless(words):
    told = printed({"quote": words})
    assert json.loads(told) == {"quote": words}
    assert not any(is_dangerous(sign) for sign in told)


def test_json_can_say_half_of_a_surrogate_pair():
    assert json.loads(printed(["name\udcff.txt"])) == ["name\udcff.txt"]


def test_json_is_utf8_for_those_who_read_it():
    assert "“Möwen”" in printed("“Möwen”")


@pytest.mark.parametrize(
    ("words", "columns"), [("abc", 3), ("né", 2), ("ne\u0301", 2), ("日本", 4), ("a\u200fb", 2)]
)
def test_width(words, columns):
    assert width(words) == columns


@given(st.text(alphabet=st.characters(categories=("L", "M", "Zs"))), st.integers(1, 30))
def test_cut_fits(words, room):
    short = cut(words, room)
    assert width(short) <= room
    assert short == words or (short.endswith("…") and words.startswith(short[:-1].rstrip()))


def test_columns_are_aligned(capsys):
    print_columns([("a", "日本", "first"), ("bcd", "x", "second\nline"), ("", "", "third")])
    assert capsys.readouterr().out == (
        "a    日本  first\nbcd  x     second line\n           third\n"
    )


def test_columns_that_are_empty_take_no_room(capsys):
    print_columns([("a", "", "first"), ("b", "", "second")])
    assert capsys.readouterr().out == "a  first\nb  second\n"


def test_no_rows_print_nothing(capsys):
    print_columns([])
    assert capsys.readouterr().out == ""


def test_document_goes_into_a_pipe_as_it_is(capsys):
    print_document("> a \u2067quote\u2069\n")
    assert capsys.readouterr().out == "> a \u2067quote\u2069\n"


def test_without_a_console_nothing_is_printed(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    print_columns([("a", "b")])
    print_document("words\n")
    print_json([])


def test_document_on_a_terminal_is_harmless(capsys, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    print_document("> a \x1b[31mquote\n")
    assert capsys.readouterr().out == "> a \ufffd[31mquote\n"


def test_last_column_is_cut_where_a_terminal_ends(capsys, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    print_columns([("01", "A headline that is longer than the terminal is wide")])
    (line,) = capsys.readouterr().out.splitlines()
    assert len(line) <= 40
    assert line.endswith("…")
