import subprocess
import sys

from PySide6.QtCore import QObject

MANY = 30_000
PROGRAM = f"""
import clipreader.ui
from PySide6.QtCore import QObject
asked = QObject()
for _ in range({MANY}):
    asked.setObjectName("again")
    asked.objectNameChanged.emit("again")
print("alive")
"""


def test_none_and_true_outlive_many_calls_of_qt():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout.strip(), done.returncode) == ("alive", 0), done.stderr


def test_calls_of_qt_do_not_use_none_up_in_this_process():
    asked = QObject()
    for _ in range(MANY):
        asked.setObjectName("again")
    assert sys.getrefcount(None) > MANY
