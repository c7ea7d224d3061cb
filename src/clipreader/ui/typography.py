"""The small card under "Aa": text size, measure, line height and theme, shown live."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from clipreader.settings import THEMES, Settings
from clipreader.ui.plain import PlainLabel
from clipreader.ui.theme import Theme, interface_font

SIZES = (11.0, 40.0)
"""The smallest and largest text size, in pixels."""

_STEPS = {"font_size": 2.0, "measure": 0.1, "line_height": 100.0}
_RANGES = {"font_size": (11.0, 40.0), "measure": (320.0, 1100.0), "line_height": (1.1, 2.4)}


class Typography(QWidget):
    """Sliders and theme buttons; ``changed`` carries a ``Settings`` with the new values."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._sliders: dict[str, QSlider] = {}
        self._values: dict[str, PlainLabel] = {}
        self._themes = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        column.addLayout(grid)
        self._add_slider(grid, "font_size", self.tr("Text size"))
        self._add_slider(grid, "measure", self.tr("Line width"))
        self._add_slider(grid, "line_height", self.tr("Line height"))
        row = grid.rowCount()
        grid.setRowMinimumHeight(row, 34)
        grid.addWidget(PlainLabel(self.tr("Theme")), row, 0)
        grid.addLayout(self._theme_row(), row, 1, 1, 2)
        self.show_settings(settings)
        self._connect()

    def show_settings(self, settings: Settings) -> None:
        """Show other values without ``changed``."""
        self._settings = settings
        for name, slider in self._sliders.items():
            slider.blockSignals(True)
            slider.setValue(round(getattr(settings, name) * _STEPS[name]))
            slider.blockSignals(False)
            value = getattr(settings, name)
            self._values[name].setText(f"{value:g}" if name != "line_height" else f"{value:.2f}")
        for button in self._themes.buttons():
            button.setChecked(button.property("choice") == settings.theme)

    def _add_slider(self, grid: QGridLayout, name: str, words: str) -> None:
        low, high = (round(end * _STEPS[name]) for end in _RANGES[name])
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(low, high)
        slider.setMinimumWidth(150)
        slider.setAccessibleName(words)
        slider.setToolTip(words)
        slider.setProperty("setting", name)
        label = PlainLabel(words)
        label.setBuddy(slider)
        value = PlainLabel()
        value.setMinimumWidth(34)
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = grid.rowCount()
        for column, widget in enumerate((label, slider, value)):
            grid.addWidget(widget, row, column)
        self._sliders[name], self._values[name] = slider, value

    def _theme_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        words = (self.tr("System"), self.tr("Light"), self.tr("Dark"))
        for choice, text in zip(THEMES, words, strict=True):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setFont(interface_font(12.5))
            button.setProperty("choice", choice)
            button.setAccessibleName(self.tr("Theme: {name}").format(name=text))
            button.setToolTip(self.tr("Theme: {name}").format(name=text))
            self._themes.addButton(button)
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        for slider in self._sliders.values():
            slider.valueChanged.connect(self._on_slider)
        self._themes.buttonClicked.connect(self._on_theme)

    def _on_slider(self) -> None:
        values = {name: one.value() / _STEPS[name] for name, one in self._sliders.items()}
        self._change(self._settings.with_changes(**values))

    def _on_theme(self, button: QPushButton) -> None:
        self._change(self._settings.with_changes(theme=str(button.property("choice"))))

    def _change(self, settings: Settings) -> None:
        self.show_settings(settings)
        self.changed.emit(settings)


class TypographyCard(QFrame):
    """The same as a card that floats under a button and goes away by itself."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Text size and line width"))
        self.controls = Typography(settings)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.addWidget(self.controls)
        theme.changed.connect(self._dress)
        self._dress()

    def open_under(self, button: QWidget) -> None:
        """Show the card with its upper right corner under a button."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        self.move(max(corner.x(), 0), corner.y())
        self.show()

    def _dress(self) -> None:
        look = self._theme.palette
        self.setStyleSheet(
            f"#card {{ background: {look.card.name()}; border: 1px solid {look.line.name()}; "
            f"border-radius: 8px; }}"
        )
