"""What belongs to the whole window: look, preferences, keys, log, about."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)

from clipreader import paths
from clipreader.settings import Settings
from clipreader.ui.about import About
from clipreader.ui.main_window import MainWindow
from clipreader.ui.plain import one_line
from clipreader.ui.preferences import Preferences
from clipreader.ui.settings_dialog import SettingsDialog
from clipreader.ui.shortcuts_dialog import ShortcutsDialog

NORMAL_SIZE = Settings().font_size
"""The text size of Ctrl+0, in pixels."""


class HouseDesk(QObject):
    """Applies the preferences and opens the dialogs about the app itself."""

    def __init__(self, window: MainWindow, preferences: Preferences, library: Path) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._library = library
        self.settings: SettingsDialog | None = None
        self.shortcuts: ShortcutsDialog | None = None
        self.about: About | None = None
        self._apply(preferences.value)
        self._connect()

    def tell_mishap(self, words: str, details: str) -> None:
        """Say that something failed, with the details at hand for a report."""

        def copy() -> None:
            QGuiApplication.clipboard().setText(f"{words}\n\n{details}")

        actions = ((self.tr("Copy details"), copy),) if details else ()
        self._window.notices.tell(one_line(words, 300), actions, keep=True)

    def _connect(self) -> None:
        verbs = self._window.verbs
        for name, slot in (
            ("settings", self._on_settings),
            ("shortcuts", self._on_shortcuts),
            ("about", self._on_about),
            ("log", self._on_log),
            ("larger", self._on_larger),
            ("smaller", self._on_smaller),
            ("normal_size", self._on_normal_size),
            ("toggle_theme", self._on_toggle_theme),
            ("copy", self._on_copy),
            ("select_all", self._on_select_all),
        ):
            verbs[name].triggered.connect(slot)
        verbs.themes.triggered.connect(self._on_theme)
        self._window.typography.controls.changed.connect(self._on_type)
        self._window.closing.connect(self._on_closing)
        self._preferences.changed.connect(self._apply)

    def _apply(self, settings: Settings) -> None:
        self._window.theme.set_choice(settings.theme)
        self._window.reader.set_typography(
            settings.font_size, settings.measure, settings.line_height
        )
        self._window.verbs[f"theme_{settings.theme}"].setChecked(True)
        self._window.typography.controls.show_settings(settings)

    def _on_type(self, chosen: Settings) -> None:
        self._preferences.change(
            theme=chosen.theme,
            font_size=chosen.font_size,
            measure=chosen.measure,
            line_height=chosen.line_height,
            colour=chosen.colour,
            links=chosen.links,
        )

    def _on_theme(self, action: QAction) -> None:
        self._preferences.change(theme=str(action.data()))

    def _on_toggle_theme(self) -> None:
        self._preferences.change(theme="light" if self._window.theme.is_dark else "dark")

    def _on_larger(self) -> None:
        self._preferences.change(font_size=self._preferences.value.font_size + 1)

    def _on_smaller(self) -> None:
        self._preferences.change(font_size=self._preferences.value.font_size - 1)

    def _on_normal_size(self) -> None:
        self._preferences.change(font_size=NORMAL_SIZE)

    def _on_settings(self) -> None:
        self.settings = SettingsDialog(self._preferences.value, str(self._library), self._window)
        self.settings.changed.connect(self._on_type)
        self.settings.open()

    def _on_shortcuts(self) -> None:
        self.shortcuts = ShortcutsDialog(self._window.verbs, self._window)
        self.shortcuts.open()

    def _on_about(self) -> None:
        self.about = About(self._window.theme, str(self._library), self._window)
        self.about.open()

    def _on_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_folder())))

    def _on_copy(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, (QLineEdit, QPlainTextEdit)):
            focus.copy()
        else:
            self._window.reader.act("copy")

    def _on_select_all(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView)):
            focus.selectAll()

    def _on_closing(self) -> None:
        self._window.reader.keep()
        self._preferences.change(window=self._window.packed())
        self._preferences.write()
