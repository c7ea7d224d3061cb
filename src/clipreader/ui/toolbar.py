"""The bar at the top: import, search, and the verbs of the article that is open."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from clipreader.ui.actions import Actions
from clipreader.ui.icons import icon
from clipreader.ui.search_bar import SearchBar
from clipreader.ui.theme import Theme, interface_font

HEIGHT = 48
"""The height of the bar, in pixels."""

SEARCH_WIDTH, SEARCH_LEAST = 340, 120
"""The width of the search field where there is room, and where there is not, in pixels."""

FIRST_TO_GO = ("toggle_theme", "typography", "previous", "next", "star", "clippings", "export")
"""The buttons in the order in which a narrow bar does without them; the menus have them all."""

_AFTER_IMPORT, _BEFORE_EXPORT = 12, 4


class Toolbar(QFrame):
    """Buttons for the actions, with the search field among them."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._import = actions["import_files"]
        self.setObjectName("toolbar")
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Tools"))
        self.search = SearchBar(theme)
        self.search.setMinimumWidth(SEARCH_LEAST)
        self.search.setMaximumWidth(SEARCH_WIDTH)
        self.import_button = QPushButton(f" {self.tr('Import')}")
        self.import_button.setProperty("primary", True)
        self.import_button.setToolTip(self._import.toolTip())
        self.import_button.setAccessibleName(self.tr("Import articles"))
        self.buttons = {
            name: _button(actions[name])
            for name in (
                *("sidebar", "previous", "next", "typography", "toggle_theme", "star"),
                *("clippings", "export"),
            )
        }
        self.buttons["sidebar"].setObjectName("sidebarButton")
        self._arrange()
        self._connect()
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room, so that no button lies over another."""
        super().resizeEvent(event)
        margins = self._row.contentsMargins()
        kept = (self.buttons["sidebar"], self.import_button)
        free = self.width() - margins.left() - margins.right() - SEARCH_LEAST
        free -= _AFTER_IMPORT + _BEFORE_EXPORT + 2 * self._row.spacing()
        free -= sum(_wide(button) + self._row.spacing() for button in kept)
        for name in reversed(FIRST_TO_GO):
            free -= _wide(self.buttons[name]) + self._row.spacing()
            self.buttons[name].setVisible(free >= 0)

    def _arrange(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(6)
        row.addWidget(self.buttons["sidebar"])
        row.addWidget(self.import_button)
        row.addSpacing(_AFTER_IMPORT)
        row.addWidget(self.search, 10)
        row.addStretch(1)
        for name in ("previous", "next", "typography", "toggle_theme", "star", "clippings"):
            row.addWidget(self.buttons[name])
        export = self.buttons["export"]
        export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The action's own words come back with its icon at every change of the theme.
        export.defaultAction().setIconText(f" {self.tr('Export')}")
        export.setFont(interface_font(13))
        row.addSpacing(_BEFORE_EXPORT)
        row.addWidget(export)

    def _connect(self) -> None:
        self.import_button.clicked.connect(self._import.trigger)
        self._theme.changed.connect(self._dress)

    def _dress(self) -> None:
        look = self._theme.palette
        self.import_button.setIcon(icon("plus", look.on_accent, 15))
        self.setStyleSheet(
            f"#toolbar {{ background: {look.side.name()}; "
            f"border-bottom: 1px solid {look.line.name()}; }}"
            f"#toolbar QLineEdit {{ border-radius: 7px; padding-left: 4px; }}"
            f"#toolbar #sidebarButton:checked:!hover {{ background: transparent; "
            f"color: {look.dim.name()}; }}"
        )


def _wide(button: QAbstractButton) -> int:
    return max(button.sizeHint().width(), button.minimumWidth())


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAccessibleName(action.text().rstrip("…"))
    button.setIconSize(QSize(17, 17))
    button.setMinimumSize(33, 31)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
