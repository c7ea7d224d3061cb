import pytest
from PySide6.QtGui import QFontInfo, QFontMetrics

from clipreader.ui.fonts import READING_FAMILY, interface_font, reading_font


@pytest.mark.parametrize(
    ("weight", "italic", "style"),
    [(400, False, "Regular"), (400, True, "Italic"), (600, False, "SemiBold"), (700, True, "Bold")],
)
def test_the_reading_face_is_the_one_that_is_shipped(weight, italic, style):
    found = QFontInfo(reading_font(17.5, weight=weight, italic=italic))
    assert found.family().startswith(READING_FAMILY)
    assert style in found.styleName()
    assert found.italic() is italic


def test_sizes_are_pixels_and_may_be_fractions():
    small, large = reading_font(17.5), reading_font(35.0)
    assert large.pointSizeF() == pytest.approx(2 * small.pointSizeF())
    assert QFontMetrics(large).height() == pytest.approx(2 * QFontMetrics(small).height(), abs=2)


def test_the_interface_has_a_named_face_with_letters():
    font = interface_font(13)
    assert font.families()
    # not inFont: it takes a char, and PySide hands over the first byte of any other letter
    assert QFontMetrics(font).inFontUcs4(ord("ñ"))
