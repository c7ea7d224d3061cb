import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from clipreader.model import Span
from clipreader.ui.fonts import reading_font
from clipreader.ui.list_layout import LONGEST, lay_out


@pytest.fixture
def font(qapp_fonts):
    return reading_font(14.5)


def count(lines):
    return lines.layout.lineCount()


def bold(lines):
    """The words that stand out, as Qt was told."""
    units = lines.layout.text().encode("utf-16-le")
    return [
        units[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")
        for one in lines.layout.formats()
    ]


@pytest.mark.parametrize("most", [1, 2, 3])
def test_never_more_lines_than_asked_and_the_last_says_so(font, most):
    whole = lay_out("A few words", font, 400, most=most)
    assert (count(whole), whole.layout.text()) == (1, "A few words")
    cut = lay_out("word " * 100, font, 200, most=most)
    assert count(cut) == most
    assert cut.layout.text().endswith("…")


def test_what_just_fits_is_not_cut(font):
    words = "Just these words"
    width = QFontMetricsF(font).horizontalAdvance(words) + 1
    assert lay_out(words, font, width, most=1).layout.text() == words


@settings(deadline=None, max_examples=60)
@given(
    text=st.text(st.sampled_from("ab é漢😀\u0301ש \n\t<&"), max_size=200),
    width=st.integers(5, 500),
    most=st.integers(1, 4),
)
def test_any_text_fits_into_its_lines(qapp_fonts, text, width, most):
    laid = lay_out(text, reading_font(14), width, most=most)
    assert count(laid) <= most
    assert "\n" not in laid.layout.text()


def test_an_endless_text_costs_no_more_than_a_long_one(font):
    assert len(lay_out("x" * 10_000_000, font, 300, most=3).layout.text()) <= LONGEST


def test_found_words_stand_out_in_any_letters(font):
    text = "the 🚢 ferry and the 漢字 quay"
    spans = [Span(6, 11), Span(20, 22)]
    assert [text[s.start : s.end] for s in spans] == ["ferry", "漢字"]
    assert bold(lay_out(text, font, 600, most=2, bold=spans)) == ["ferry", "漢字"]


def test_found_words_behind_the_cut_mark_nothing_else(font):
    text = "first words " + "more " * 60 + "ferry"
    spans = [Span(0, 5), Span(len(text) - 5, len(text))]
    assert bold(lay_out(text, font, 200, most=2, bold=spans)) == ["first"]


def test_the_height_is_that_of_the_lines(font):
    one, two = (lay_out(words, font, 100, most=2) for words in ("a", "word " * 9))
    assert two.height == pytest.approx(2 * one.height)
    low = lay_out("a", font, 100, most=1, leading=0.5)
    assert low.height == pytest.approx(one.height / 2)


def test_the_indent_keeps_the_first_line_free(font):
    laid = lay_out("word " * 9, font, 100, most=2, indent=14)
    assert laid.layout.lineAt(0).x() == 14
    assert laid.layout.lineAt(1).x() == 0


def test_markup_is_drawn_as_letters(font):
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    widths = []
    for words in ("<b>x</b>", "x"):
        image.fill(QColor("white"))
        painter = QPainter(image)
        laid = lay_out(words, font, 290, most=1)
        laid.draw(painter, 0, 0, QColor("black"))
        painter.end()
        widths.append(laid.layout.lineAt(0).naturalTextWidth())
    assert widths[0] > 5 * widths[1]


@pytest.mark.parametrize("width", range(120, 340, 20))
def test_bold_words_never_push_a_line_onto_another(width):
    words = "province crew ferry rent ferry wind fuel ferry director chapel paid ferry basin " * 4
    words = words.strip()
    found_bold = [Span(found.start(), found.end()) for found in re.finditer("ferry", words)]
    laid = lay_out(words, reading_font(12.5), width, most=2, bold=found_bold)
    assert laid.layout.lineCount() == 2
    assert "…" in laid.layout.text()
