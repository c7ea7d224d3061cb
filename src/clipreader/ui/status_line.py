"""The line at the foot: saved or not, what is being imported, how much there is."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from clipreader.model import Counts, Progress
from clipreader.ui.icons import pixmap
from clipreader.ui.pace import Pace
from clipreader.ui.plain import ElidedLabel, PlainLabel
from clipreader.ui.theme import Theme, interface_font
from clipreader.ui.wording import counted, figures, tr

HEIGHT = 26
"""The height of the line, in pixels."""

PASSES = 8_000
"""How long passing words stay, in milliseconds."""

_PACE_RESTS = 0.7
_FILE = 260
_ROOM_FOR_TOTAL, _ROOM_FOR_PACE = 860, 620


class StatusLine(QFrame):
    """Says quietly what the app does; ``cancel_asked`` ends the import in hand."""

    cancel_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("statusLine")
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Status"))
        self._check = QLabel()
        self._saved = PlainLabel(self.tr("Saved"))
        self._dot = PlainLabel("·")
        self._doing = PlainLabel()
        self._left = PlainLabel()
        self._pace = Pace()
        self._told_at = 0.0
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(150)
        self._bar.setAccessibleName(self.tr("Import progress"))
        self._file = ElidedLabel()
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel what is being done"))
        self._cancel.setToolTip(self.tr("Stop here and keep what is done"))
        self._cancel.setObjectName("statusCancel")
        self._total = PlainLabel()
        self._passing = QTimer(self, interval=PASSES, singleShot=True)
        self._arrange()
        self._connect()
        self._dress()
        self.show_progress(None)

    def show_counts(self, counts: Counts) -> None:
        """Show how much there is."""
        articles = counted(counts.all, self.tr("1 article"), self.tr("{n} articles"))
        clippings = counted(counts.clippings, self.tr("1 clipping"), self.tr("{n} clippings"))
        self._total.setText(f"{articles} · {clippings}")

    def show_saved(self, saved: bool) -> None:
        """Say whether everything is on disk."""
        self._saved.setText(self.tr("Saved") if saved else self.tr("Saving…"))
        self._check.setVisible(saved and not self._saved.isHidden())

    def show_words(self, words: str) -> None:
        """Say, instead of "Saved", why nothing can be saved; empty ends it."""
        self._passing.stop()
        self._dot.hide()
        self._doing.setText(words)
        self._doing.setVisible(bool(words))
        for widget in (self._check, self._saved):
            widget.setVisible(not words)

    def show_passing(self, words: str) -> None:
        """Say for some seconds what happened by itself."""
        self.show_words(words)
        self._passing.start()

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far the import is, or, with None, that there is none."""
        shown = progress is not None
        for widget in (self._dot, self._doing, self._bar, self._file, self._cancel):
            widget.setVisible(shown)
        self._make_room()
        if progress is None:
            self._doing.clear()
            self._left.clear()
            self._pace = Pace()
            return
        if progress.total is None:
            self._bar.setRange(0, 0)
            words = self.tr("Looking for files: {n}").format(n=figures(progress.done))
        else:
            self._bar.setRange(0, max(progress.total, 1))
            self._bar.setValue(progress.done)
            words = _under_way(progress, progress.total)
        self._doing.setText(words)
        self._bar.setAccessibleDescription(words)
        self._file.set_words(progress.name)
        self._show_pace(progress)

    def _show_pace(self, progress: Progress) -> None:
        """Tell speed and time left, not so often that nobody can read it."""
        now = monotonic()
        self._pace.note(progress.done, now)
        if progress.total is None or progress.is_fetch:
            return
        if now - self._told_at >= _PACE_RESTS:
            self._told_at = now
            self._left.setText(self._pace.words(progress.total - progress.done))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what can be spared where there is no room for all of it."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        importing = not self._cancel.isHidden()
        self._left.setVisible(importing and self.width() >= _ROOM_FOR_PACE)
        self._total.setVisible(not importing or self.width() >= _ROOM_FOR_TOTAL)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(10)
        for label in (self._saved, self._dot, self._doing, self._left, self._file, self._total):
            label.setFont(interface_font(11.5))
        self._cancel.setFont(interface_font(11.5))
        self._cancel.setFlat(True)
        self._file.setMaximumWidth(_FILE)
        self._file.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for widget in (self._check, self._saved, self._dot, self._doing, self._bar):
            row.addWidget(widget)
        row.addWidget(self._cancel)
        row.addWidget(self._left)
        row.addWidget(self._file, 1)
        row.addStretch(0)
        row.addWidget(self._total, 0, Qt.AlignmentFlag.AlignRight)

    def _connect(self) -> None:
        self._cancel.clicked.connect(self.cancel_asked)
        self._theme.changed.connect(self._dress)
        self._passing.timeout.connect(self._on_passed)

    def _on_passed(self) -> None:
        if self._cancel.isHidden():
            self.show_words("")

    def _dress(self) -> None:
        look = self._theme.palette
        self.setStyleSheet(
            f"#statusLine {{ background: {look.side.name()}; "
            f"border-top: 1px solid {look.line.name()}; }}"
            f"#statusLine QLabel {{ color: {look.dim.name()}; }}"
            f"#statusCancel {{ background: transparent; border: 1px solid transparent; "
            f"color: {look.accent.name()}; padding: 0 6px; min-height: 0; }}"
            f"#statusCancel:focus, #statusCancel:hover {{ border-color: {look.accent.name()}; }}"
        )
        self._check.setPixmap(pixmap("check", look.dim, 12, self.devicePixelRatioF()))


def _under_way(progress: Progress, total: int) -> str:
    """Return what is being done to how many."""
    form = tr("Importing {done} of {total}")
    things = counted(total, tr("1 file"), tr("{n} files"))
    if progress.is_fetch:
        form = tr("Fetching {done} of {total}")
        things = counted(total, tr("1 page"), tr("{n} pages"))
    if progress.is_rule:
        form = tr("Applying rules: {done} of {total}")
        things = counted(total, tr("1 article"), tr("{n} articles"))
    return form.format(done=figures(progress.done), total=things)
