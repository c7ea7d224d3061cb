from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clipreader.ui.single_instance import SingleInstance, hand_over, socket_name

_HAND_OVER = """
import os, sys
from pathlib import Path
from clipreader.ui.single_instance import hand_over
files = [Path(os.fsdecode(bytes.fromhex(word))) for word in sys.argv[2:]]
print(hand_over(sys.argv[1], files))
"""


def test_name_belongs_to_the_library(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    (tmp_path / "link").symlink_to(one)
    assert socket_name(one) == socket_name(tmp_path / "link")
    assert socket_name(one) == socket_name(other / ".." / "one")
    assert socket_name(one) != socket_name(other)


def test_nobody_listens(tmp_path: Path) -> None:
    assert not hand_over(socket_name(tmp_path), ())


def test_files_reach_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    name = socket_name(tmp_path)
    first = SingleInstance(name)
    assert first.is_listening
    files = (tmp_path / "a b.txt", tmp_path / "ü & más.md", Path(os.fsdecode(b"/odd/\xff.txt")))
    words = [os.fsencode(file).hex() for file in files]
    command = [sys.executable, "-c", _HAND_OVER, name, *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        with qtbot.waitSignal(first.files_received) as received:
            pass
        qtbot.waitUntil(lambda: other.poll() is not None)
        assert other.stdout is not None
        assert other.stdout.read() == "True\n"
    assert received.args == [files]
    first.close()


@pytest.mark.parametrize("words", [b"\n", b"nonsense\n", b'{"files": 3}\n', b'{"files": ["zz"]}\n'])
def test_nonsense_is_passed_over(qtbot: QtBot, tmp_path: Path, words: bytes) -> None:
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  # only this test speaks raw

    first = SingleInstance(socket_name(tmp_path))
    received: list[object] = []
    first.files_received.connect(received.append)
    socket = QLocalSocket()
    socket.connectToServer(socket_name(tmp_path))
    assert socket.waitForConnected(500)
    socket.write(words)
    socket.flush()
    qtbot.waitUntil(lambda: socket.state() != QLocalSocket.LocalSocketState.ConnectedState)
    assert received == []
    first.close()


_HOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from clipreader.ui.single_instance import SingleInstance
app = QCoreApplication([])
held = SingleInstance(sys.argv[1])
print("ready", held.is_listening, flush=True)
app.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes die with their process")
def test_socket_of_a_killed_app_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    name = socket_name(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, name], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready True\n"
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    begun = time.monotonic()
    assert not hand_over(name, ())
    assert time.monotonic() - begun < 2
    second = SingleInstance(name)
    assert second.is_listening
    second.close()
