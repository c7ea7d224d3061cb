"""What stands at the star of a rule's words, character for character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.anatomy.learned import Rulebook, is_possible
from clipreader.anatomy.named_values import LONGEST, names_in, value_in
from clipreader.model import Match, Role, Rule, Span
from tests import records


def held(words: str, line: str, *, anywhere: bool = False) -> str | None:
    found = value_in(words, line, anywhere=anywhere)
    return line[found.start : found.end] if found else None


@pytest.mark.parametrize(
    ("words", "line", "value"),
    [
        ("Fotos: *", "FOTOS: Rosa Lund/Norte", "Rosa Lund/Norte"),
        ("Fotos: *", "  Fotos:  Rosa Lund. ", "Rosa Lund"),
        ("Traducción: *", "Traduccion: Ana Reyes", "Ana Reyes"),
        ("Traducción: * (Norte)", "Traducción: Ana Reyes (NORTE)", "Ana Reyes"),
        ("Traducción: * (Norte)", "Traducción: Ana Reyes", None),
        ("Fotos: *", "Las fotos: Rosa Lund", None),
        ("Foto *", "Fotos del muelle", None),
        ("Fotos: *", "Fotos:", None),
        ("Fotos: *", "Fotos: 12", None),
        ("Fotos: *", f"Fotos: {'a' * (LONGEST + 1)}", None),
        ("写真：*", "写真：港湾局", "港湾局"),
        ("Photo by *", "Photo by J. M. Coe", "J. M. Coe"),
        ("* reports", "Ana Reyes reports", "Ana Reyes"),
    ],
)
def test_a_line_that_is_the_cue_and_the_value(words: str, line: str, value: str | None) -> None:
    assert held(words, line) == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("The quay at night. Lente: Rosa Lund", "Rosa Lund"),
        ("The quay at night (LENTE: Rosa Lund)", "Rosa Lund"),
        ("Lente: Rosa Lund", "Rosa Lund"),
        ("A lente: one, then – lente: Rosa", "Rosa"),
        ("The solvente: Rosa", None),
        ("The quay at night", None),
    ],
)
def test_a_credit_stands_behind_its_caption(line: str, value: str | None) -> None:
    assert held("Lente: *", line, anywhere=True) == value


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("Ana Reyes, Tom Brill and Eva Lund", "en", ["Ana Reyes", "Tom Brill", "Eva Lund"]),
        ("Ana Reyes y Tom Brill", "es", ["Ana Reyes", "Tom Brill"]),
        ("Ana Reyes", None, ["Ana Reyes"]),
        ("林晓、李明", "zh", ["林晓", "李明"]),
    ],
)
def test_names(line: str, language: str | None, names: list[str]) -> None:
    found = names_in(line, Span(0, len(line)), language)
    assert [line[one.start : one.end] for one in found] == names


CUES = st.text(st.sampled_from("aAé1 :.-—“*/ß　写"), max_size=6)


@given(CUES, CUES, CUES, CUES)
def test_no_line_with_a_value_is_passed_over(start: str, cue: str, value: str, end: str) -> None:
    """A rulebook looks at the form of a line first, which is found once for all rules."""
    rule = Rule("1", Match.NAMES, f"{cue}* {end}", Role.CREDIT)
    line = f"{start} {cue}{value} {end}"
    article = records.article([(Role.CAPTION, line)])
    found = Rulebook([rule]).names(article)
    assert bool(found) == (
        is_possible(rule) and value_in(rule.words, line, anywhere=True) is not None
    )


@given(st.text(max_size=60), st.text(max_size=20), st.booleans())
def test_what_is_found_lies_in_the_line(line: str, cue: str, anywhere: bool) -> None:
    found = value_in(f"{cue} *", line, anywhere=anywhere)
    if found is not None:
        assert 0 <= found.start < found.end <= len(line)
        value = line[found.start : found.end]
        assert value == value.strip()
        assert all(0 <= one.start < one.end <= len(line) for one in names_in(line, found, "en"))
