"""Overlapping highlights stay apart, and each can be seen."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QRegion

from clipreader.model import Anchor, Certainty, Colour, Role, Span
from clipreader.ui.highlight_painter import Painted, in_lanes, stripe
from clipreader.ui.line_boxes import line_rects
from tests import records
from tests.ui import hands

WORDS = "Paragraph of words that are long enough to be broken into two lines of the page at least."
NESTED = ((0, 60), (8, 50), (16, 40), (30, 85))
"""Three highlights, each inside the one before, and one that crosses them."""


def painted(*places):
    colours = list(Colour)
    return [Painted(str(n), colours[n % 5], *place) for n, place in enumerate(places)]


def marked(article, places, colours=tuple(Colour)):
    return [
        hands.mark(article, Span(*place), colour=colours[n % len(colours)])
        for n, place in enumerate(places)
    ]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=12))
def test_no_two_overlapping_highlights_share_a_lane(places):
    items = in_lanes(painted(*((begin, begin + length) for begin, length in places)))
    assert len(items) == len(places)
    for one in items:
        others = [o for o in items if o is not one]
        over = [o for o in others if max(one.begin, o.begin) < min(one.stop, o.stop)]
        assert all(o.lane != one.lane for o in over)
        assert (one.lane >= 0) == bool(over)
        assert one.lane < max(one.depth, 1)


def test_touching_highlights_do_not_overlap():
    assert [item.lane for item in in_lanes(painted((0, 5), (5, 9)))] == [-1, -1]


def test_three_nested_and_one_crossing_have_four_lanes():
    assert sorted(item.lane for item in in_lanes(painted(*NESTED))) == [0, 1, 2, 3]


def test_each_of_the_overlapping_colours_shows(reader, opened):
    article = hands.blocks((Role.PARAGRAPH, WORDS))
    highlights = marked(article, NESTED)
    reader.show_article(opened(article, tuple(highlights)))
    image = hands.page_image(reader)
    shared = hands.rects(reader, Span(30, 40))[0]
    rows = [hands.rows_of(image, reader._theme.palette.edge(h.colour), shared) for h in highlights]
    assert all(rows), "a stripe for each where all four lie over each other"
    assert sum(map(len, rows)) == len(set.union(*rows)), "no stripe lies over another"


@pytest.mark.parametrize("role", [Role.CAPTION, Role.PARAGRAPH, Role.HEADLINE])
@pytest.mark.parametrize("count", [5, 9])
def test_many_over_each_other_all_show(reader, opened, role, count):
    article = hands.blocks((role, "Words of one line"))
    places = [(0, len(article.text) - n % 3) for n in range(count)]
    reader.show_article(opened(article, tuple(marked(article, places))))
    items = reader.view.painter.items
    block = reader.view.document().findBlock(items[0].begin)
    box = line_rects(block, items[0].begin, items[0].stop)[0]
    tops = sorted(stripe(item, box).top() for item in items)
    assert all(below - above > 0.9 for above, below in itertools.pairwise(tops))
    assert box.top() <= tops[0] <= tops[-1] < box.bottom()


def test_a_highlight_alone_is_filled_with_its_colour(reader, opened):
    article = hands.blocks((Role.PARAGRAPH, WORDS))
    for colour in Colour:
        only = records.highlight(article, "words that", colour=colour)
        reader.show_article(opened(article, (only,)))
        box = hands.rects(reader, only.span)[0]
        fill = reader._theme.palette.fill(colour)
        assert hands.pixels(hands.page_image(reader), fill, box) > box.width() * box.height() / 3


def test_a_doubtful_highlight_is_paler(reader, opened):
    article = hands.blocks((Role.PARAGRAPH, WORDS))
    sure = records.highlight(article, "words that")
    doubtful = replace(sure, anchor=Anchor(sure.span, Certainty.DOUBTFUL))
    reader.show_article(opened(article, (doubtful,)))
    box = hands.rects(reader, sure.span)[0]
    image, look = hands.page_image(reader), reader._theme.palette
    assert hands.pixels(image, look.fill(sure.colour), box) == 0
    assert hands.pixels(image, look.page, box) < box.width() * box.height() / 10


def test_lines_of_a_highlight_touch(reader, opened):
    article = hands.blocks((Role.PARAGRAPH, WORDS * 4))
    reader.show_article(opened(article))
    found = hands.rects(reader, Span(0, len(article.text)))
    assert len(found) > 3
    for above, below in itertools.pairwise(found):
        assert abs(above.bottom() - below.top()) < 0.01


def test_what_is_under_a_point_comes_the_shortest_first(reader, opened):
    article = hands.blocks((Role.PARAGRAPH, WORDS))
    highlights = marked(article, NESTED)
    reader.show_article(opened(article, tuple(highlights)))
    point = hands.middle(reader, Span(32, 34))
    block = reader.view.block_under(point)
    found = reader.view.painter.at(block, point + reader.view.offset())
    assert [item.id for item in found] == [highlights[n].id for n in (2, 1, 3, 0)]
    assert reader.view.painter.at(block, QPointF(-5, -5)) == []


def test_a_word_of_the_other_direction_has_its_own_stretch(reader, opened):
    article = hands.blocks((Role.PARAGRAPH, "before שלום עולם after"))
    reader.show_article(opened(article))
    whole = hands.rects(reader, Span(0, len(article.text)))
    assert len(whole) == 1
    first, second = (hands.rects(reader, hands.span_of(article, w)) for w in ("שלום", "עולם"))
    assert first[0].left() > second[0].right() - 1, "read from right to left"
    both = hands.rects(reader, Span(3, 9))
    assert len(both) == 2, "the end of the one and the beginning of the other lie apart"


def test_found_words_show_over_a_highlight(reader, opened):
    article = hands.blocks((Role.PARAGRAPH, WORDS))
    reader.show_article(opened(article, (records.highlight(article, "words that are"),)))
    before = hands.page_image(reader)
    spans = [hands.span_of(article, "that"), hands.span_of(article, "broken")]
    reader.set_hits(spans)
    after = hands.page_image(reader)
    for span in spans:
        box = hands.rects(reader, span)[0].toAlignedRect()
        assert before.copy(box) != after.copy(box)
    reader.set_hits(())
    assert hands.page_image(reader) == before


def test_the_selection_is_painted(reader, opened):
    article = hands.blocks((Role.PARAGRAPH, WORDS))
    reader.show_article(opened(article))
    before = hands.page_image(reader)
    span = hands.span_of(article, "words")
    hands.select(reader, span)
    box = hands.rects(reader, span)[0].toAlignedRect()
    assert hands.page_image(reader).copy(box) != before.copy(box)


def test_only_what_can_be_seen_is_measured(reader, opened, monkeypatch):
    article = hands.blocks(*((Role.PARAGRAPH, WORDS) for _ in range(300)))
    highlights = [
        hands.mark(article, Span(b.span.start + n, b.span.start + n + 5))
        for b in article.blocks
        for n in (0, 10, 20)
    ]
    reader.show_article(opened(article, tuple(highlights)))
    measured = []

    def counted(block, begin, stop):
        measured.append(begin)
        return line_rects(block, begin, stop)

    monkeypatch.setattr("clipreader.ui.highlight_painter.line_rects", counted)
    hands.page_image(reader)
    assert 0 < len(measured) < 100


def test_the_hit_that_was_gone_to_stands_apart_from_the_others(reader, opened):
    article = hands.blocks((Role.PARAGRAPH, WORDS))
    hits = [hands.span_of(article, words) for words in ("words", "enough")]
    reader.show_article(opened(article))
    reader.set_hits(hits)
    accent = reader._theme.palette.accent
    for current in hits:
        reader.go_to(current)
        reader.view.clearFocus()
        image = hands.page_image(reader)
        edged = [hands.pixels(image, accent, hands.rects(reader, hit)[0]) > 20 for hit in hits]
        assert edged == [hit is current for hit in hits]
    reader.set_hits(hits)
    image = hands.page_image(reader)
    assert not any(hands.pixels(image, accent, hands.rects(reader, hit)[0]) > 20 for hit in hits)


class Repainted(QObject):
    """Notes which part of a widget is painted anew."""

    region = QRegion()

    def eventFilter(self, _watched, event):  # noqa: N802  (Qt's name)
        if event.type() == QEvent.Type.Paint:
            self.region = self.region.united(event.region())
        return False


def test_the_hit_that_was_left_is_painted_anew(qtbot, reader, opened):
    article = hands.blocks((Role.PARAGRAPH, WORDS))
    first, second = (hands.span_of(article, words) for words in ("Paragraph", "least"))
    reader.show_article(opened(article))
    reader.set_hits([first, second])
    reader.go_to(first)
    qtbot.wait(30)
    page, seen = reader.view.viewport(), Repainted()
    page.installEventFilter(seen)
    reader.go_to(second)
    left = hands.rects(reader, first)[0].toRect()
    qtbot.waitUntil(lambda: seen.region.contains(left.center()))
    page.removeEventFilter(seen)
