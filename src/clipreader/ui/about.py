"""What this is, which version runs, and where things lie."""

from __future__ import annotations

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from clipreader import __version__, paths
from clipreader.operations.checking import sqlite_version
from clipreader.ui.icons import pixmap
from clipreader.ui.plain import PlainLabel
from clipreader.ui.theme import Theme, reading_font


class About(QDialog):
    """Name, version, licences and folders."""

    def __init__(self, theme: Theme, library_folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About ClipReader"))
        self.setMinimumWidth(420)
        picture = QLabel()
        picture.setPixmap(pixmap("newspaper", theme.palette.accent, 40, self.devicePixelRatioF()))
        name = PlainLabel("ClipReader")
        name.setFont(reading_font(22, weight=600))
        about = PlainLabel(
            self.tr(
                "Read, mark and quote articles of the press, with every caption, credit and "
                "translator in place. No page is fetched unless you say yes, and what is yours "
                "stays on this computer."
            ),
            wrap=True,
        )
        facts = PlainLabel(
            self.tr(
                "Version {version}, with Python {python}, Qt for Python {qt} and SQLite {sqlite}.\n"
                "The reading face is Literata (SIL Open Font License), the icons are Lucide "
                "(ISC), Qt is used under the LGPL.\n\nLibrary: {library}\nLog: {log}"
            ).format(
                version=__version__,
                python=platform.python_version(),
                qt=pyside_version,
                sqlite=sqlite_version(),
                library=library_folder,
                log=paths.log_folder(),
            ),
            wrap=True,
        )
        facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        facts.setStyleSheet(f"color: {theme.palette.dim.name()};")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in buttons.buttons():
            button.setToolTip(self.tr("Close (Esc)"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 16)
        column.setSpacing(12)
        for widget in (picture, name, about, facts):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(buttons)
