"""Starting with many articles and opening a long one, in a window that is really painted.

Each start is a process of its own, timed from before it is made until the first picture of its
window is whole; the bare window, by turns with it, is what Python and Qt cost alone.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from .timing import Figure

RUNS = 5

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication(sys.argv)
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.tell)
    def tell(self):
        print("painted", time.monotonic_ns(), flush=True)
        app.quit()
window = Window()
window.setCentralWidget(QLabel("ClipReader"))
window.resize(1440, 900)
window.show()
app.exec()
"""


def started(command: list[str]) -> dict[str, float]:
    """Start a process and return after how many seconds it said each of its words."""
    began = time.monotonic_ns()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env=environment, timeout=120
    )
    lines = (line.split() for line in done.stdout.splitlines())
    return {words[0]: (int(words[1]) - began) / 1e9 for words in lines if len(words) == 2}


def measure(folder: Path, count: int, long_id: str) -> list[Figure]:
    """Start with the library of ``count`` articles; then start with the long article open."""
    app = [sys.executable, "-m", "benchmarks.window_probe", str(folder)]
    times = [(started(app), started([sys.executable, "-c", BARE])) for _ in range(RUNS)]
    floor = statistics.median(bare["painted"] for _, bare in times)
    long = [started([*app, long_id]) for _ in range(3)]
    return [
        Figure(
            f"start to the first painted window, {count:,} articles",
            statistics.median(mine["painted"] for mine, _ in times),
            floor=floor,
            remark="floor: a bare PySide6 window",
        ),
        Figure(
            "start until the list is filled and painted",
            statistics.median(mine["listed"] for mine, _ in times),
            floor=floor,
        ),
        Figure(
            "open an article of 100,000 words: first screen",
            statistics.median(run["shown"] - run["asked"] for run in long),
            remark="from choosing it to its picture",
        ),
    ]
