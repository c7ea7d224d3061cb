"""The live preview of an export, with the ways to take it away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from clipreader.ui.icons import icon, pixmap
from clipreader.ui.markdown_tint import MarkdownTint
from clipreader.ui.plain import ElidedLabel, PlainLabel
from clipreader.ui.theme import Theme, fixed_font, interface_font
from clipreader.ui.wording import counted, figures

LONGEST = 200_000
"""No more characters than this are previewed."""


class PreviewFile(Protocol):
    """What the preview needs of a file to be written."""

    @property
    def name(self) -> str:
        """Return the file's name."""
        ...

    @property
    def text(self) -> str:
        """Return the file's whole text."""
        ...


class ExportPane(QFrame):
    """Shows files before they are written.

    ``layout_chosen`` says whether the person wants one file; ``copy_asked`` and
    ``export_asked`` what is to be done with the preview.
    """

    layout_chosen = Signal(bool)
    copy_asked = Signal()
    export_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QLabel()
        self._folder = QLabel()
        self._layout = QComboBox()
        self._layout.addItems([self.tr("One file per article"), self.tr("One file")])
        self._layout.setAccessibleName(self.tr("How many files"))
        self._layout.setToolTip(self.tr("How many files"))
        self._copy_icon = QToolButton()
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setFont(fixed_font(12.5))
        self.text.setAccessibleName(self.tr("Preview of the Markdown"))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._tint = MarkdownTint(theme, self.text.document())
        self._goes = ElidedLabel()
        self._copy = QPushButton(self.tr("Copy"))
        self._export = QPushButton(self.tr("Export"))
        self._export.setProperty("primary", True)
        self._name_controls()
        self._arrange()
        self._connect()
        self._dress()
        self.show_files((), 0)

    @property
    def one_file(self) -> bool:
        """Say whether everything goes into one file."""
        return self._layout.currentIndex() == 1

    def set_one_file(self, one: bool) -> None:
        """Choose the number of files without ``layout_chosen``."""
        self._layout.blockSignals(True)
        self._layout.setCurrentIndex(1 if one else 0)
        self._layout.blockSignals(False)

    def show_files(self, files: Sequence[PreviewFile], clippings: int) -> None:
        """Show what would be written for this many clippings."""
        place = self.text.verticalScrollBar().value()
        self.text.setPlainText(_joined(files))
        self.text.verticalScrollBar().setValue(place)
        self._export.setText(self.tr("Export {n}").format(n=figures(clippings)))
        for button in (self._export, self._copy, self._copy_icon):
            button.setEnabled(clippings > 0)
        taken = counted(clippings, self.tr("1 clipping"), self.tr("{n} clippings"))
        written = counted(len(files), self.tr("1 file"), self.tr("{n} files"))
        words = self.tr("{clippings} in {files}").format(clippings=taken, files=written)
        self._goes.set_words(words if files else self.tr("Nothing to export yet"))

    def _name_controls(self) -> None:
        self._copy_icon.setToolTip(self.tr("Copy as Markdown"))
        self._copy_icon.setAccessibleName(self.tr("Copy as Markdown"))
        self._copy.setToolTip(self.tr("Copy the clippings as Markdown"))
        self._copy.setAccessibleName(self.tr("Copy the clippings as Markdown"))
        self._export.setToolTip(self.tr("Write the files to a folder"))
        self._export.setAccessibleName(self.tr("Export the clippings"))

    def _arrange(self) -> None:
        head, foot = QFrame(), QFrame()
        head.setObjectName("paneHead")
        foot.setObjectName("paneFoot")
        above, below = QHBoxLayout(head), QHBoxLayout(foot)
        above.setContentsMargins(16, 6, 12, 6)
        below.setContentsMargins(16, 9, 16, 9)
        preview = PlainLabel(self.tr("Preview"))
        preview.setFont(interface_font(13))
        above.addWidget(self._picture)
        above.addWidget(preview)
        above.addSpacing(6)
        above.addWidget(self._layout)
        above.addStretch(1)
        above.addWidget(self._copy_icon)
        below.addWidget(self._folder)
        below.addWidget(self._goes, 1)
        below.addWidget(self._copy)
        below.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.text, 1)
        column.addWidget(foot)
        self.setMinimumWidth(280)
        self.setObjectName("exportPane")

    def _connect(self) -> None:
        self._layout.currentIndexChanged.connect(self._on_layout)
        self._copy.clicked.connect(self.copy_asked)
        self._copy_icon.clicked.connect(self.copy_asked)
        self._export.clicked.connect(self.export_asked)
        self._theme.changed.connect(self._dress)

    def _on_layout(self) -> None:
        self.layout_chosen.emit(self.one_file)

    def _dress(self) -> None:
        look, scale = self._theme.palette, self.devicePixelRatioF()
        self._picture.setPixmap(pixmap("file-text", look.dim, 16, scale))
        self._folder.setPixmap(pixmap("folder", look.dim, 16, scale))
        self._copy_icon.setIcon(icon("copy", look.dim, 16))
        self.setStyleSheet(
            f"#exportPane {{ background: {look.page.name()}; }}"
            f"#paneHead {{ border-bottom: 1px solid {look.line.name()}; }}"
            f"#paneFoot {{ border-top: 1px solid {look.line.name()}; }}"
            f"#paneHead QLabel, #paneFoot QLabel {{ color: {look.dim.name()}; }}"
            f"#exportPane QPlainTextEdit {{ background: {look.page.name()}; border: none; "
            f"border-radius: 0; padding: 12px 16px; }}"
        )


def _joined(files: Sequence[PreviewFile]) -> str:
    if len(files) == 1:
        return files[0].text[:LONGEST]
    shown: list[str] = []
    length = 0
    for file in files:
        if length > LONGEST:
            break
        shown.append(f"━━ {file.name} ━━\n\n{file.text}")
        length += len(file.text)
    return "\n".join(shown)[:LONGEST]
