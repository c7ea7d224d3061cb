"""What a build proves about itself: ``clipreader --self-test``.

Sample articles go through all five journeys (import, read, highlight, search, export) in a
temporary library, by way of the real window without a screen. Before that, everything that a
bundle could have left out is looked for: fonts, icons, phrases, samples, and every library it
stands on by a use of it. The person's own library and preferences are not touched.

Which SQLite runs is told and no fault: with an older one the library keeps its journal in a
slower way that is safe (``library.connecting``).
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

from clipreader import __version__
from clipreader.selftest.contents import draw_letters, find_resources, use_libraries
from clipreader.selftest.report import Amiss, Report, Step, told, write
from clipreader.selftest.visit import CLOSING, Visit

__all__ = ["Report", "Step", "run", "told", "write"]


def run() -> Report:
    """Take every step, also after one that failed; never raises for what it finds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first QApplication
    application = QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(
        prefix="clipreader-self-test-", ignore_cleanup_errors=True
    ) as folder:
        steps = tuple(_taken(Path(folder)))
    del application
    return Report(
        __version__,
        platform.python_version(),
        qVersion(),
        platform.platform(),
        bool(getattr(sys, "frozen", False)),
        steps,
    )


def _taken(folder: Path) -> Iterator[Step]:
    """Take all steps; once one of the visit fails, only the closing of the window is left."""
    yield _step("resources", find_resources)
    yield _step("libraries", use_libraries)
    yield _step("letters", draw_letters)
    is_well = True
    for name, take in Visit(folder).steps():
        if is_well or name == CLOSING:
            step = _step(name, take)
            is_well = is_well and step.is_well
            yield step


def _step(name: str, take: Callable[[], str]) -> Step:
    began = time.perf_counter()
    try:
        seen, is_well, details = take(), True, ""
    except Exception as error:
        seen, is_well = str(error) or type(error).__name__, False
        details = "" if isinstance(error, Amiss) else traceback.format_exc()
    return Step(name, is_well, seen, round(time.perf_counter() - began, 3), details)
