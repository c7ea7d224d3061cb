"""Shows the bytes of the open article as they were received, and saves them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from clipreader.model import ExportFailed, Source
from clipreader.operations import Library, parsing, reading
from clipreader.text.encodings import Decoded, decode
from clipreader.ui.background import Background
from clipreader.ui.main_window import MainWindow
from clipreader.ui.original_view import OriginalView
from clipreader.ui.reading_desk import ReadingDesk
from clipreader.ui.wording import tr


def read_original(library: Library, article_id: str) -> tuple[Source, Decoded | None]:
    """Return an article's bytes, and their text if they are text.

    Raises NotFound or LibraryUnavailable.
    """
    source = reading.original(library, article_id)
    return source, decode(source.data) if parsing.is_text(source) else None


def save_bytes(data: bytes, to: Path) -> Path:
    """Write bytes to a file the person chose. Raises ExportFailed."""
    try:
        to.write_bytes(data)
    except OSError as error:
        words = tr("{file} could not be written: {reason}")
        raise ExportFailed(words.format(file=to, reason=error.strerror)) from error
    return to


def name_to_save(source: Source) -> str:
    """Return what to call an original; a page that is kept with its pictures is MHTML."""
    path = Path(source.name)
    is_mhtml = source.media_type == "multipart/related"
    if is_mhtml and path.suffix.lower() not in (".mhtml", ".mht"):
        return f"{path.stem}.mhtml"
    return source.name


class OriginalDesk(QObject):
    """Answers "Show original"."""

    def __init__(self, window: MainWindow, background: Background, desk: ReadingDesk) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._desk = desk
        self._source: Source | None = None
        self.view: OriginalView | None = None
        window.verbs["original"].triggered.connect(self._on_original)

    def save_to(self, to: Path) -> None:
        """Save the original that is shown."""
        if self._source is not None:
            self._background.call(save_bytes, self._source.data, to, then=self._tell_saved)

    def _on_original(self) -> None:
        if self._desk.article_id:
            self._background.run(read_original, self._desk.article_id, then=self._show)

    def _show(self, found: tuple[Source, Decoded | None]) -> None:
        source, decoded = found
        self._source = source
        self.view = OriginalView(self._window.theme, self._window)
        size = len(source.data)
        if decoded is None:
            self.view.show_no_text(source.name, size, parsing.kind_of(source))
        else:
            self.view.show_original(source.name, size, decoded.encoding, decoded.text)
        self.view.save_asked.connect(self._on_save)
        self.view.show()

    def _on_save(self) -> None:
        name = name_to_save(self._source) if self._source else ""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save original as"), str(Path.home() / name)
        )
        if chosen:
            self.save_to(Path(chosen))

    def _tell_saved(self, to: Path) -> None:
        self._window.notices.tell(self.tr("Original saved as {file}").format(file=to.name))
