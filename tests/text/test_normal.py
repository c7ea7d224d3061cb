from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.text import normal
from clipreader.text.normal import canonical, fold_name, folded

any_text = st.text(st.characters(), max_size=120)

FORMS: list[tuple[str, str, tuple[str, ...]]] = [
    ("a\r\nb\rc\u2028d\x0ce", "a\nb\nc\nd\ne", ()),
    ("\ufeffa", "a", ()),
    ("a\ufeffb", "ab", ("1 invisible byte order mark was removed.",)),
    ("e\u0301", "é", ()),
    ("a\0b\0c\0", "abc", ("3 NUL characters were removed.",)),
    ("a\x07b", "ab", ("1 control character was removed.",)),
    ("hy\u00adphen", "hyphen", ("1 soft hyphen was removed.",)),
    ("a\ud800b", "a\ufffdb", ("1 half of a broken character was replaced by a mark.",)),
    ("a\ufdd0\uffff", "a\ufffd\ufffd", ("2 codes that are no characters were replaced by marks.",)),
    ("keep\u00a0this\u202e and\u200d that\t", "keep\u00a0this\u202e and\u200d that\t", ()),
]


@pytest.mark.parametrize(("text", "form", "notes"), FORMS)
def test_the_stored_form(text: str, form: str, notes: tuple[str, ...]) -> None:
    found = canonical(text)
    assert (found.text, found.notes) == (form, notes)


@given(any_text)
def test_the_stored_form_stays_as_it_is(text: str) -> None:
    once = canonical(text).text
    assert canonical(once).text == once
    assert canonical(once).notes == ()


@given(any_text)
def test_the_stored_form_can_be_written_as_utf_8(text: str) -> None:
    assert "\0" not in canonical(text).text
    canonical(text).text.encode("utf-8")


@given(any_text)
def test_every_folded_character_knows_where_it_comes_from(text: str) -> None:
    found = folded(text)
    assert len(found.origin) == len(found.text) + 1
    assert list(found.origin) == sorted(found.origin)
    assert found.origin[-1] == len(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Álvaro López", "alvaro lopez"),
        ("“we shall see” – he said", '"we shall see" - he said'),
        ("a\u00a0 b\n c", "a b c"),
        ("wait…", "wait..."),
        ("Straße", "STRASSE"),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_what_counts_as_the_same_words(one: str, other: str) -> None:
    assert folded(one).text == folded(other).text


def test_a_place_in_the_folded_text_leads_back() -> None:
    text = "He said: “Straße” — twice"
    found = folded(text)
    start = found.text.index('"strasse"')
    assert text[slice(*found.span_in_source(start, start + 9))] == "“Straße”"


def test_names_are_compared_without_case_accents_and_spacing() -> None:
    assert fold_name("  Álvaro   Ibáñez ") == fold_name("alvaro ibanez")


@given(st.text() | st.text(alphabet="aÁß ´¨\u00a0\u200b\uffff…“\t"))
def test_names_are_folded_as_quotes_are(name):
    assert fold_name(name) == folded(name).text.strip()


def test_nothing_that_is_removed_escapes_the_first_look():
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    for pattern, instead, *_ in normal._REMOVALS:
        for found in pattern.finditer(everything):
            assert canonical(f"a{found[0]}b").text == f"a{instead}b", hex(ord(found[0]))


def test_what_passes_at_the_first_look_is_in_its_stored_form():
    joining = {chr(code) for code in range(0x1161, 0x11C3)}  # parts of Korean syllables
    for character in map(chr, range(sys.maxunicode + 1)):
        parts = unicodedata.decomposition(character).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            joining.add(chr(int(parts[1], 16)))
    plain = filter(normal._PLAIN.fullmatch, map(chr, range(sys.maxunicode + 1)))
    for character in plain:
        assert character not in joining, hex(ord(character))
        assert not unicodedata.combining(character), hex(ord(character))
        assert unicodedata.is_normalized("NFC", character), hex(ord(character))
