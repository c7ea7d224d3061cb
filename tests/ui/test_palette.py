import pytest
from PySide6.QtGui import QColor

from clipreader.model import Colour
from clipreader.ui.palette import DARK, LIGHT, contrast, mixed

AA = 4.5
THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
@pytest.mark.parametrize("ground", ["page", "side", "list", "card"])
@pytest.mark.parametrize("ink", ["ink", "dim", "faint", "accent", "danger"])
def test_text_can_be_read_on_every_ground(palette, ground, ink):
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= AA


@THEMES
@pytest.mark.parametrize("ink", ["ink", "dim", "accent"])
def test_text_can_be_read_on_what_is_selected(palette, ink):
    assert contrast(getattr(palette, ink), palette.selected) >= AA


@THEMES
def test_a_button_filled_with_the_accent_can_be_read(palette):
    assert contrast(palette.on_accent, palette.accent) >= AA


@THEMES
@pytest.mark.parametrize("colour", list(Colour))
def test_highlighted_words_can_be_read(palette, colour):
    assert contrast(palette.ink, palette.fill(colour)) >= AA


def test_contrast_is_that_of_the_standard():
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_mixing_runs_from_one_colour_to_the_other():
    black, white = QColor("#000000"), QColor("#ffffff")
    assert mixed(black, white, 0.0) == black
    assert mixed(black, white, 1.0) == white
    assert mixed(black, white, 0.5).red() in (127, 128)
