"""Preferences, shown live."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from clipreader.model import Colour
from clipreader.settings import Settings
from clipreader.ui.plain import PlainLabel
from clipreader.ui.typography import Typography
from clipreader.ui.wording import colour_label, tr


class SettingsDialog(QDialog):
    """Type, theme, the colour of a new highlight and what is done with links that come in.

    ``changed`` carries all settings.
    """

    changed = Signal(object)

    def __init__(
        self, settings: Settings, library_folder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Settings"))
        self.type = Typography(settings)
        self._colour = QComboBox()
        for colour in Colour:
            self._colour.addItem(colour_label(colour), colour.value)
        self._colour.setCurrentIndex(self._colour.findData(settings.colour))
        words = self.tr("Colour of a new highlight")
        self._colour.setAccessibleName(words)
        self._colour.setToolTip(words)
        form = QFormLayout()
        form.addRow(PlainLabel(words), self._colour)
        self._links = QComboBox()
        for choice, told in link_choices():
            self._links.addItem(told, choice)
        self._links.setCurrentIndex(self._links.findData(settings.links))
        words = self.tr("Pages of links that come in")
        self._links.setAccessibleName(words)
        self._links.setToolTip(self.tr("Whether ClipReader may fetch them from the network"))
        form.addRow(PlainLabel(words), self._links)
        folder = PlainLabel(library_folder, wrap=True)
        form.addRow(PlainLabel(self.tr("Library")), folder)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in buttons.buttons():
            button.setToolTip(self.tr("Close (Esc)"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(16)
        column.addWidget(self.type)
        column.addLayout(form)
        column.addWidget(buttons)
        self.type.changed.connect(self._on_type)
        self._colour.currentIndexChanged.connect(self._on_choice)
        self._links.currentIndexChanged.connect(self._on_choice)

    def _on_type(self, settings: Settings) -> None:
        self._settings = settings
        self.changed.emit(settings)

    def _on_choice(self) -> None:
        self._settings = self._settings.with_changes(
            colour=str(self._colour.currentData()), links=str(self._links.currentData())
        )
        self.type.show_settings(self._settings)
        self.changed.emit(self._settings)


def link_choices() -> tuple[tuple[str, str], ...]:
    """Return the choices of ``Settings.links``, each with its words."""
    return (
        ("ask", tr("Ask each time")),
        ("always", tr("Always fetch")),
        ("never", tr("Keep the address only")),
    )
