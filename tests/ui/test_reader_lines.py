import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader.model import BLOCK_ROLES, Part, Role, Span, shown_spans
from clipreader.ui.reader_lines import (
    LONGEST_LINE,
    LONGEST_RUN,
    end_of_head,
    lines_of,
    marks_by_block,
    site_text,
)
from tests import records
from tests.ui import hands

R = Role


def bare(*roles):
    return hands.blocks(*((role, "x") for role in roles))


def test_runs_of_site_text_are_found_wherever_they_stand():
    roles = (R.BOILERPLATE, R.HEADLINE, R.BOILERPLATE, R.BOILERPLATE, R.PARAGRAPH, R.BOILERPLATE)
    assert list(site_text(bare(*roles))) == [(0, 0), (2, 3), (5, 5)]
    assert list(site_text(bare(R.PARAGRAPH))) == []


@given(st.lists(st.sampled_from(BLOCK_ROLES), min_size=1, max_size=12))
def test_every_block_of_site_text_is_in_one_run(roles):
    found = [n for first, last in site_text(bare(*roles)) for n in range(first, last + 1)]
    assert found == [n for n, role in enumerate(roles) if role == R.BOILERPLATE]


def test_the_head_ends_before_the_body():
    assert end_of_head(bare(R.KICKER, R.HEADLINE, R.DECK, R.PARAGRAPH, R.HEADLINE)) == 2
    assert end_of_head(bare(R.BOILERPLATE, R.HEADLINE, R.BOILERPLATE, R.PARAGRAPH)) == 1
    assert end_of_head(bare(R.PARAGRAPH)) == -1
    assert end_of_head(bare(R.BOILERPLATE)) == -1


def test_marks_are_those_of_the_article():
    article = records.article()
    found = marks_by_block(article)
    for index, block in enumerate(article.blocks):
        assert found.get(index, ()) == article.marks_in(block)


TEXTS = st.text(st.sampled_from("ab \n\t漢😀"), max_size=60)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.sampled_from([1, 40, LONGEST_RUN + 1, LONGEST_LINE]))
def test_lines_hold_every_character_once_and_are_bearable(piece, times):
    text = piece * times
    lines = list(lines_of(text, Span(0, len(text))))
    kept = "".join(text[line.start : line.end] for line in lines)
    assert kept == text.replace("\n", "")
    assert all(a.end <= b.start for a, b in itertools.pairwise(lines))
    assert max(map(len, lines)) <= LONGEST_LINE
    assert not any("\n" in text[line.start : line.end] for line in lines)


def test_an_ordinary_line_is_never_broken():
    text = "word " * 3_000
    assert list(lines_of(text, Span(0, len(text)))) == [Span(0, len(text))]


def test_a_long_line_is_broken_after_a_space():
    text = "word " * 30_000
    lines = list(lines_of(text, Span(0, len(text))))
    assert len(lines) > 5
    assert all(text[line.end - 1] == " " for line in lines)


def left(text, *leftovers):
    block = Part(R.PARAGRAPH, Span(0, len(text)))
    marks = tuple(
        Part(R.LEFTOVER, hands.span_of(hands.blocks((R.PARAGRAPH, text)), w)) for w in leftovers
    )
    return "|".join(text[s.start : s.end] for s in shown_spans(text, block, marks))


def test_leftovers_go_with_the_space_they_leave():
    assert left("Diario bigger Diario, Cape Selby", "Diario bigger") == "Diario, Cape Selby"
    assert left("Words Advertisement more.", "Advertisement") == "Words |more."
    assert left("Words (x)", "(x)") == "Words "
    assert left("All", "All") == ""
    assert left("None at all") == "None at all"
