"""The reading face that comes with the app, and the interface's own face."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from clipreader import paths

READING_FAMILY = "Literata"
"""The text serif that the app ships (SIL Open Font License)."""

_FACES = ("Regular", "Italic", "SemiBold", "Bold", "BoldItalic")
_NAMELESS = {"", "sans serif", "sans", "sans-serif", "helvetica", "dejavu sans", "bitstream vera"}
_FALLBACKS = ("Inter", "Noto Sans", "Cantarell", "DejaVu Sans")


def load_fonts() -> tuple[str, ...]:
    """Load the shipped faces and return the families that were added.

    Raises FileNotFoundError where a build came without them: every letter would be another's.
    """
    added: list[str] = []
    for face in _FACES:
        number = QFontDatabase.addApplicationFont(
            str(paths.resource("fonts", f"{READING_FAMILY}-{face}.ttf"))
        )
        added.extend(QFontDatabase.applicationFontFamilies(number))
    return tuple(dict.fromkeys(added))


def reading_font(pixel_size: float, *, italic: bool = False, weight: int = 400) -> QFont:
    """Return the reading face; ``pixel_size`` may be a fraction, ``weight`` is CSS's."""
    font = _sized(QFont([READING_FAMILY, "Noto Serif", "serif"]), pixel_size, weight)
    font.setItalic(italic)
    return font


def interface_font(pixel_size: float, *, weight: int = 400) -> QFont:
    """Return the system's interface face, or a good one where the system names none."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    families: list[str] = [*_FALLBACKS]
    if system.family().casefold() not in _NAMELESS:
        families.insert(0, system.family())
    return _sized(QFont(families), pixel_size, weight)


def fixed_font(pixel_size: float) -> QFont:
    """Return the system's face for code."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    return _sized(font, pixel_size, 400)


def _sized(font: QFont, pixel_size: float, weight: int) -> QFont:
    """Set a size in pixels by way of points: Qt keeps pixel sizes as whole numbers only."""
    screen = QGuiApplication.primaryScreen()
    per_inch = screen.logicalDotsPerInchY() if screen else 96.0
    font.setPointSizeF(pixel_size * 72.0 / per_inch)
    font.setWeight(QFont.Weight(weight))
    return font
