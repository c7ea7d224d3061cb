"""How each part of an article is set: face, size, colour, spacing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
)

from clipreader.model import Role
from clipreader.ui.theme import Palette, fixed_font, interface_font, reading_font

BODY_SIZE = 17.5
"""The body's size in pixels at which all other sizes are what the table says."""

APART = 17.0
"""Pixels between paragraphs, and below a list, a table and code."""

LETTERS_A_LINE = 16
"""So many letters of a headline find room in the narrowest column, or it is set smaller."""

_WIDTH = 0.53
"""Width of an average letter as a share of its size, in the reading face's heavier weight."""

NARROWEST = 140
"""Pixels of the column, however narrow the reader is; the narrowest window has room for them."""


@dataclass(frozen=True, slots=True)
class Typography:
    """What the person sets: pixels, pixels, and a factor of the font size."""

    font_size: float = BODY_SIZE
    measure: int = 560
    line_height: float = 1.62

    @property
    def scale(self) -> float:
        """Return by how much everything is larger than at the default size."""
        return self.font_size / BODY_SIZE

    def fitted(self, free: int) -> Typography:
        """Return the same with a column that fits into ``free`` pixels, if it can."""
        return replace(self, measure=max(min(self.measure, free), NARROWEST))


@dataclass(frozen=True, slots=True, eq=False)  # a style is itself: a key that costs nothing
class Style:
    """One kind of block; sizes and margins are pixels at the default size.

    ``line`` is a factor of the size, None for the person's own. ``face`` is "reading",
    "interface" or "fixed"; ``ink`` names a colour of the palette.
    """

    size: float = BODY_SIZE
    face: str = "reading"
    weight: int = 400
    italic: bool = False
    ink: str = "ink"
    line: float | None = None
    above: float = 0.0
    below: float = APART
    indent: float = 0.0


KICKER_LINE = Style(12.5, "interface", 600, ink="accent", line=1.3, below=12)
"""The generated row above the headline."""

BYLINE_ROW = Style(13, "interface", ink="dim", line=1.3, above=24, below=28)
"""The generated row between two hairlines."""

FOLD_LINE = Style(13, "interface", ink="faint", line=1.4, above=20, below=12, indent=20)
"""The line that stands for folded site text."""

_PARAGRAPH = Style()

STYLES: dict[Role, Style] = {
    Role.KICKER: Style(12.5, "interface", 600, ink="dim", line=1.3, below=8),
    Role.HEADLINE: Style(31, weight=600, line=1.2, above=6, below=12),
    Role.DECK: Style(18, italic=True, ink="dim", line=1.48, below=8),
    Role.BYLINE: Style(13, "interface", ink="dim", line=1.4, below=8),
    Role.DATELINE: Style(13, "interface", ink="dim", line=1.4, below=8),
    Role.PARAGRAPH: _PARAGRAPH,
    Role.CROSSHEAD: Style(20, weight=600, line=1.3, above=26, below=9),
    Role.QUOTE: Style(17.5, italic=True, indent=24),
    Role.LIST_ITEM: Style(below=8, indent=22),
    Role.TABLE: Style(13.5, "interface", line=1.5, below=3),
    Role.CODE: Style(13.5, "fixed", line=1.45, below=0),
    Role.CAPTION: Style(13, "interface", ink="dim", line=1.42, above=9, below=22, indent=12),
    Role.TRANSLATOR: Style(15, italic=True, ink="dim", line=1.5, above=12),
    Role.EDITORS_NOTE: Style(15, italic=True, ink="dim", line=1.5, above=6),
    Role.BOILERPLATE: Style(13, "interface", ink="faint", line=1.45, below=8, indent=20),
}
"""How the blocks are set."""

_IN_THEIR_OWN_INK = frozenset({STYLES[Role.HEADLINE], STYLES[Role.CROSSHEAD]})
"""What stays as it is where it is a link: a whole headline in the link's colour is too loud."""


class Typesetter:
    """Makes Qt's formats from the styles, a palette and the person's typography."""

    def __init__(self, palette: Palette, typography: Typography) -> None:
        self.palette = palette
        self.typography = typography
        self._letters: dict[tuple[Style, frozenset[Role], str], QTextCharFormat] = {}
        self._tall: dict[Style, float] = {}

    def pixels(self, size: float) -> float:
        """Return a size of the table at the person's scale."""
        return size * self.typography.scale

    def size(self, style: Style) -> float:
        """Return a style's size in pixels: of what is larger than the body, as the column allows.

        A long word of a headline would be broken in a narrow one.
        """
        body, room = self.pixels(BODY_SIZE), self.typography.measure / (LETTERS_A_LINE * _WIDTH)
        size = self.pixels(style.size)
        return size if size <= body else min(size, max(body, room))

    def block(self, style: Style, *, above: float | None = None) -> QTextBlockFormat:
        """Return the spacing of a block; ``above`` goes before the style's own."""
        found = QTextBlockFormat()
        height = self.size(style) * (style.line or self.typography.line_height)
        kinds = QTextBlockFormat.LineHeightTypes
        # A minimum lets taller scripts have their room, but the face's own height may be more
        # than a headline wants.
        if style not in self._tall:
            self._tall[style] = QFontMetricsF(self.font(style)).height()
        tight = height < self._tall[style]
        kind = kinds.FixedHeight if tight else kinds.MinimumHeight
        found.setLineHeight(height, kind.value)
        found.setTopMargin(self.pixels(style.above) if above is None else above)
        found.setBottomMargin(self.pixels(style.below))
        found.setLeftMargin(self.pixels(style.indent))
        return found

    def letters(
        self, style: Style, marks: Iterable[Role] = (), *, target: str = ""
    ) -> QTextCharFormat:
        """Return the look of a run of letters that lies inside ``marks``."""
        key = (style, frozenset(marks), target)
        found = self._letters.get(key)
        if found is None:
            found = self._letters[key] = self._made(*key)
        return found

    def font(self, style: Style) -> QFont:
        """Return the face of a style at the person's size."""
        size = self.size(style)
        if style.face == "reading":
            return reading_font(size, italic=style.italic, weight=style.weight)
        if style.face == "fixed":
            return fixed_font(size)
        return interface_font(size, weight=style.weight)

    def advance(self, style: Style, words: str) -> float:
        """Return the width of some words in a style, in pixels."""
        return QFontMetricsF(self.font(style)).horizontalAdvance(words)

    def _made(self, style: Style, marks: frozenset[Role], target: str) -> QTextCharFormat:
        font = self.font(style)
        ink = getattr(self.palette, style.ink)
        if Role.EMPHASIS in marks:
            font.setItalic(not font.italic())
        if marks & {Role.STRONG, Role.TRANSLATOR, Role.BYLINE}:
            font.setWeight(QFont.Weight(600 if style.face != "reading" else 700))
        if Role.CREDIT in marks:
            ink = self.palette.faint
        found = QTextCharFormat()
        if target:
            ink = ink if style in _IN_THEIR_OWN_INK else self.palette.accent
            found.setAnchor(True)
            found.setAnchorHref(target)
            found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
        found.setFont(font)
        found.setForeground(ink)
        return found


def page_palette(of: QPalette, colours: Palette) -> QPalette:
    """Return a widget's palette in the page's colours; the page paints its selection itself."""
    palette, role = QPalette(of), QPalette.ColorRole
    for name, colour in (
        (role.Base, colours.page),
        (role.Window, colours.page),
        (role.Text, colours.ink),
        (role.Highlight, QColor(0, 0, 0, 0)),
        (role.HighlightedText, colours.ink),
    ):
        palette.setColor(name, colour)
    return palette
