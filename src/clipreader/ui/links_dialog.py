"""The question whether the pages of links are fetched, once for all that came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from clipreader.text.addresses import host_of
from clipreader.ui.plain import ElidedLabel, PlainLabel, tip_text
from clipreader.ui.theme import Theme, interface_font
from clipreader.ui.tick_box import TickBox
from clipreader.ui.wording import counted, figures

WIDTH = 480
"""The width of the dialog, in pixels."""

_ROW = 26
_MOST_ROWS = 7


class LinksDialog(QDialog):
    """Names every site in full and asks; nothing is fetched unless the person says so.

    ``answered`` carries whether to fetch, and whether that holds always. Closing it keeps the
    links as they are. ``likely`` makes Enter say yes, for somebody who has just asked for it.
    """

    answered = Signal(bool, bool)

    def __init__(
        self,
        theme: Theme,
        addresses: Sequence[str],
        parent: QWidget | None = None,
        *,
        likely: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Fetch pages"))
        self._addresses = tuple(addresses)
        number = len(self._addresses)
        one, many = (
            self.tr("Fetch the page of this link?"),
            self.tr("Fetch the pages of {n} links?"),
        )
        self._question = PlainLabel(counted(number, one, many), wrap=True)
        self._question.setFont(interface_font(15, weight=600))
        self.always = TickBox(theme, self.tr("Always do this"))
        self.keep = QPushButton(counted(number, self.tr("Keep as link"), self.tr("Keep as links")))
        self.fetch = QPushButton(self.tr("Fetch"))
        first = self.fetch if likely else self.keep
        self._prepare(first)
        column = self._arranged()
        self.setFixedSize(WIDTH, column.heightForWidth(WIDTH))
        self.keep.clicked.connect(self.reject)
        self.fetch.clicked.connect(self.accept)
        self.finished.connect(self._on_finished)
        first.setFocus()

    def _prepare(self, first: QPushButton) -> None:
        for button, tip in (
            (self.keep, self.tr("Keep the addresses only (Esc)")),
            (self.fetch, self.tr("Ask these sites for the pages now")),
        ):
            button.setToolTip(tip)
            button.setAccessibleName(button.text())
        self.always.setToolTip(self.tr("Settings changes it again"))
        first.setDefault(True)
        first.setProperty("primary", True)

    def _arranged(self) -> QVBoxLayout:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addWidget(self._question)
        column.addWidget(self._sites() if len(self._addresses) > 1 else self._site())
        said = self.tr(
            "A site sees that ClipReader asks, and from which network address. Pictures are not "
            "fetched."
        )
        column.addWidget(PlainLabel(said, wrap=True))
        below = QHBoxLayout()
        below.addWidget(self.always)
        below.addStretch(1)
        below.addWidget(self.fetch)
        below.addWidget(self.keep)
        column.addSpacing(4)
        column.addLayout(below)
        return column

    def _site(self) -> QWidget:
        """Return the host and, in small letters, the whole address of the only link."""
        address = self._addresses[0]
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        host = PlainLabel(_breakable(host_of(address)), wrap=True)
        host.setFont(interface_font(13, weight=600))
        whole = ElidedLabel(address)
        whole.setFont(interface_font(11.5))
        column.addWidget(host)
        column.addWidget(whole)
        return made

    def _sites(self) -> QTableWidget:
        """Return the hosts with the numbers of their links, the most first."""
        hosts = Counter(map(host_of, self._addresses)).most_common()
        table = QTableWidget(len(hosts), 2)
        table.setAccessibleName(self.tr("Sites"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setTextElideMode(Qt.TextElideMode.ElideLeft)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.horizontalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for row, (host, number) in enumerate(hosts):
            name = QTableWidgetItem(host)
            name.setToolTip(tip_text(host))
            table.setItem(row, 0, name)
            count = QTableWidgetItem(figures(number))
            count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(row, 1, count)
        table.setFixedHeight(_ROW * min(len(hosts), _MOST_ROWS) + 2)
        return table

    def _on_finished(self, result: int) -> None:
        self.answered.emit(result == QDialog.DialogCode.Accepted, self.always.isChecked())


def _breakable(host: str) -> str:
    """Return a host that a label can break behind its dots, so that all of it is seen."""
    return host.replace(".", ".\u200b")
