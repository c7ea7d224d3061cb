"""The app's look: colours, faces and one stylesheet, switched live.

Own palettes, because Qt's cannot be trusted to follow: on plain X and under some desktops
``setColorScheme`` does nothing, and when the system turns dark Qt says so without changing the
palette. The fonts are re-exported so that a widget needs one import for its look.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from clipreader.ui.fonts import fixed_font, interface_font, load_fonts, reading_font
from clipreader.ui.palette import DARK, LIGHT, Palette, contrast, mixed
from clipreader.ui.stylesheet import stylesheet

__all__ = [
    "DARK",
    "LIGHT",
    "Palette",
    "Theme",
    "contrast",
    "fixed_font",
    "interface_font",
    "load_fonts",
    "mixed",
    "reading_font",
]

INTERFACE_SIZE = 13.0
"""The size of the interface's text, in pixels."""


class Theme(QObject):
    """Which palette is in use; ``changed`` tells every widget to paint itself anew."""

    changed = Signal()

    def __init__(self, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._app: QApplication | None = None
        self.palette = self._palette()

    @property
    def is_dark(self) -> bool:
        """Say whether light letters stand on a dark page."""
        return self.palette.is_dark

    @property
    def choice(self) -> str:
        """Return what the person chose: "system", "light" or "dark"."""
        return self._choice

    def set_choice(self, choice: str) -> None:
        """Switch to "system", "light" or "dark"; anything else counts as "system"."""
        self._choice = choice
        self._switch()

    def apply(self, app: QApplication) -> None:
        """Dress the whole app and follow the system from now on."""
        self._app = app
        app.setStyle("Fusion")
        app.setFont(interface_font(INTERFACE_SIZE))
        app.styleHints().colorSchemeChanged.connect(self._switch)
        self._dress(app)

    def _switch(self) -> None:
        palette = self._palette()
        if palette is self.palette:
            return
        self.palette = palette
        if self._app is not None:
            self._dress(self._app)
        self.changed.emit()

    def _palette(self) -> Palette:
        if self._choice in ("light", "dark"):
            return DARK if self._choice == "dark" else LIGHT
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT

    def _dress(self, app: QApplication) -> None:
        app.setPalette(qt_palette(self.palette))
        app.setStyleSheet(stylesheet(self.palette))


def qt_palette(colours: Palette) -> QPalette:
    """Return the colours as Qt's own palette, for what the stylesheet does not touch."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    found = QPalette()
    for name, colour in (
        (role.Window, colours.side),
        (role.WindowText, colours.ink),
        (role.Base, colours.card),
        (role.AlternateBase, colours.list),
        (role.Text, colours.ink),
        (role.PlaceholderText, colours.faint),
        (role.Button, colours.card),
        (role.ButtonText, colours.ink),
        (role.BrightText, colours.danger),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.ToolTipBase, colours.card),
        (role.ToolTipText, colours.ink),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Accent, colours.accent),
        (role.Light, colours.card),
        (role.Midlight, colours.list),
        (role.Mid, colours.line),
        (role.Dark, mixed(colours.line, colours.ink, 0.3)),
        (role.Shadow, mixed(colours.line, colours.ink, 0.6)),
    ):
        found.setColor(name, colour)
    quiet = mixed(colours.faint, colours.card, 0.4)
    for name in (role.WindowText, role.Text, role.ButtonText):
        found.setColor(group.Disabled, name, quiet)
    return found
