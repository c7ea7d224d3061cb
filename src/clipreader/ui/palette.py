"""The colours of the app, light and dark, and how well they can be read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from clipreader.model import Colour


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme's colours by what they are used for.

    ``page`` lies under the article, ``side`` under tool bar, sidebar and status line, ``list``
    under the article list, ``card`` under fields, notes and menus, ``frame`` stands in for a
    missing picture. ``line`` is for hairlines, ``ink``, ``dim`` and ``faint`` for text,
    ``accent`` for actions with ``on_accent`` upon it, ``selected`` for what is chosen,
    ``danger`` for failures.

    Every text colour has a contrast of 4.5 : 1 or more on page, side, list and card (WCAG 2.2
    AA), which is why dim and faint are stronger than a designer would draw them.
    """

    is_dark: bool
    page: QColor
    side: QColor
    list: QColor
    line: QColor
    ink: QColor
    dim: QColor
    faint: QColor
    accent: QColor
    on_accent: QColor
    selected: QColor
    card: QColor
    frame: QColor
    danger: QColor
    fills: tuple[QColor, ...]
    edges: tuple[QColor, ...]

    def fill(self, colour: Colour) -> QColor:
        """Return the colour that lies under highlighted words."""
        return QColor(self.fills[list(Colour).index(colour)])

    def edge(self, colour: Colour) -> QColor:
        """Return the same hue, stronger: edges of notes, dots and stripes."""
        return QColor(self.edges[list(Colour).index(colour)])


_EDGES = ("#e3b51d", "#5fae5a", "#86b9f5", "#ee9fc4", "#b9a2ee")


def _colours(*names: str) -> tuple[QColor, ...]:
    return tuple(QColor(name) for name in names)


LIGHT = Palette(
    is_dark=False,
    page=QColor("#fbfaf8"),
    side=QColor("#f3f1ed"),
    list=QColor("#f8f6f3"),
    line=QColor("#e4e0d9"),
    ink=QColor("#22201d"),
    dim=QColor("#5f5a52"),
    faint=QColor("#6f6a61"),
    accent=QColor("#1f6f6b"),
    on_accent=QColor("#ffffff"),
    selected=QColor("#e2efed"),
    card=QColor("#ffffff"),
    frame=QColor("#ece7e1"),
    danger=QColor("#a3352b"),
    fills=_colours("#ffe9a8", "#cfeccd", "#cfe3fb", "#f6d3e4", "#e3d8f8"),
    edges=_colours(*_EDGES),
)
"""The light theme."""

DARK = Palette(
    is_dark=True,
    page=QColor("#1b1c1e"),
    side=QColor("#232427"),
    list=QColor("#1f2022"),
    line=QColor("#33353a"),
    ink=QColor("#e6e3dd"),
    dim=QColor("#aca9a1"),
    faint=QColor("#94918a"),
    accent=QColor("#6cc5bd"),
    on_accent=QColor("#12302e"),
    selected=QColor("#27403e"),
    card=QColor("#26282b"),
    frame=QColor("#2a2b2e"),
    danger=QColor("#f0958a"),
    fills=_colours("#6b5716", "#2c5a33", "#27496e", "#6b2f4e", "#4b3d73"),
    edges=_colours(*_EDGES),
)
"""The dark theme."""


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two opaque colours, 1 to 21, as WCAG 2.2 measures it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return ``one`` with a ``share`` (0 to 1) of ``other`` in it."""
    pairs = (
        (one.red(), other.red()),
        (one.green(), other.green()),
        (one.blue(), other.blue()),
    )
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
