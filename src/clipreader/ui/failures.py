"""What nobody caught: kept in the log, told in one sentence, never a crash."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

LOG = logging.getLogger("clipreader")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_HARMLESS = ("propagateSizeHints", "Could not register app ID", "setScreen")


class Failures(QObject):
    """Takes exceptions that nobody caught; ``failed`` carries a sentence and details.

    The signal also works from other threads. Install one, once, in ``app``.
    """

    failed = Signal(str, str)

    def install(self) -> None:
        """Take over from Python's own hooks."""
        sys.excepthook = self._take
        threading.excepthook = self._take_from_thread

    def uninstall(self) -> None:
        """Give Python its own hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        LOG.error("not caught:\n%s", details)
        words = self.tr("Something went wrong: {reason}. Your library is safe.")
        self.failed.emit(words.format(reason=str(error) or kind.__name__), details)

    def _take_from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._take(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)


def keep_log(folder: Path) -> None:
    """Write the log, and the stacks of a crash, to a folder; where that fails, to nowhere."""
    logging.captureWarnings(capture=True)
    qInstallMessageHandler(_on_qt_message)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "clipreader.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8"
        )
        crashes = (folder / "crash.log").open(
            "a", encoding="utf-8"
        )  # faulthandler writes to it until the process ends
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    faulthandler.enable(crashes)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, words: str | None) -> None:
    if words and not any(known in words for known in _HARMLESS):
        logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", words)
