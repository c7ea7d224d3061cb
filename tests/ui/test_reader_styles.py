import pytest
from PySide6.QtGui import QFontMetricsF, QPalette, QTextBlockFormat

from clipreader.model import BLOCK_ROLES, Role
from clipreader.ui.reader_styles import (
    BODY_SIZE,
    NARROWEST,
    STYLES,
    Typesetter,
    Typography,
    page_palette,
)
from clipreader.ui.theme import DARK, LIGHT


@pytest.fixture
def setter(qapp_fonts):
    return Typesetter(LIGHT, Typography())


def test_every_block_has_a_style():
    assert set(STYLES) == set(BLOCK_ROLES)


@pytest.mark.parametrize(
    ("free", "measure"), [(2_000, 560), (560, 560), (400, 400), (10, NARROWEST)]
)
def test_the_column_fits_into_what_is_free(free, measure):
    assert Typography().fitted(free).measure == measure


def test_all_sizes_grow_together(setter):
    large = Typesetter(LIGHT, Typography(font_size=2 * BODY_SIZE))
    for style in STYLES.values():
        one, two = setter.font(style).pointSizeF(), large.font(style).pointSizeF()
        assert two == pytest.approx(2 * one, rel=0.01)
        assert large.block(style).topMargin() == pytest.approx(2 * setter.block(style).topMargin())


@pytest.mark.parametrize(
    ("measure", "headline", "paragraph"),
    [(560, 31, 17.5), (300, 31, 17.5), (200, 23.6, 17.5), (140, 17.5, 17.5)],
)
def test_a_headline_gives_way_in_a_narrow_column(qapp_fonts, measure, headline, paragraph):
    setter = Typesetter(LIGHT, Typography(measure=measure))
    assert setter.size(STYLES[Role.HEADLINE]) == pytest.approx(headline, abs=0.1)
    assert setter.size(STYLES[Role.PARAGRAPH]) == paragraph
    assert setter.font(STYLES[Role.HEADLINE]).pixelSize() <= round(headline)


def test_the_persons_line_height_is_the_bodys_and_not_the_headlines(qapp_fonts):
    heights = [
        [
            Typesetter(LIGHT, Typography(line_height=factor)).block(STYLES[role]).lineHeight()
            for role in (Role.PARAGRAPH, Role.HEADLINE)
        ]
        for factor in (1.3, 2.0)
    ]
    assert heights[1][0] == pytest.approx(heights[0][0] * 2.0 / 1.3)
    assert heights[1][1] == heights[0][1]


def test_a_tight_line_is_fixed_and_a_roomy_one_may_grow(qapp_fonts):
    kinds = QTextBlockFormat.LineHeightTypes
    style = STYLES[Role.PARAGRAPH]
    for factor, kind in ((1.1, kinds.FixedHeight), (1.9, kinds.MinimumHeight)):
        setter = Typesetter(LIGHT, Typography(line_height=factor))
        tall = QFontMetricsF(setter.font(style)).height()
        assert (BODY_SIZE * factor < tall) == (kind == kinds.FixedHeight)
        assert setter.block(style).lineHeightType() == kind.value


def test_emphasis_in_italics_stands_upright(setter):
    assert setter.letters(STYLES[Role.PARAGRAPH], {Role.EMPHASIS}).font().italic()
    assert not setter.letters(STYLES[Role.DECK], {Role.EMPHASIS}).font().italic()


@pytest.mark.parametrize("mark", [Role.STRONG, Role.TRANSLATOR, Role.BYLINE])
def test_names_and_strong_words_are_heavier(setter, mark):
    plain = setter.letters(STYLES[Role.TRANSLATOR]).font().weight()
    assert setter.letters(STYLES[Role.TRANSLATOR], {mark}).font().weight() > plain


def test_a_credit_is_told_apart_from_its_caption(setter):
    caption = setter.letters(STYLES[Role.CAPTION], {Role.CAPTION}).foreground().color()
    credit = setter.letters(STYLES[Role.CAPTION], {Role.CREDIT}).foreground().color()
    assert caption != credit


def test_only_a_link_with_an_address_is_one(setter):
    style = STYLES[Role.PARAGRAPH]
    assert setter.letters(style, {Role.LINK}, target="https://a.b").anchorHref() == "https://a.b"
    assert not setter.letters(style, {Role.LINK}).isAnchor()


def test_the_page_has_the_colours_of_the_theme(qapp_fonts):
    for colours in (LIGHT, DARK):
        palette = page_palette(QPalette(), colours)
        assert palette.color(QPalette.ColorRole.Base) == colours.page
        assert palette.color(QPalette.ColorRole.Text) == colours.ink
        assert palette.color(QPalette.ColorRole.Highlight).alpha() == 0
