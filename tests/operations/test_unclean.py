"""A window that did not close as it should is noticed by the next one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from clipreader.operations.unclean import NAME, Presence

DIE = """
import os, sys
from pathlib import Path
from clipreader.operations.unclean import Presence
presence = Presence(Path(sys.argv[1]))
assert not presence.begin()
os._exit(1)
"""


def test_closing_leaves_nothing(tmp_path: Path) -> None:
    presence = Presence(tmp_path)
    assert not presence.begin()
    assert (tmp_path / NAME).exists()
    presence.end()
    presence.end()
    assert list(tmp_path.iterdir()) == []
    assert not presence.begin()
    presence.end()


def test_a_program_that_died_is_noticed_once(tmp_path: Path) -> None:
    command = [sys.executable, "-c", DIE, str(tmp_path)]
    assert subprocess.run(command, check=False, env=os.environ).returncode == 1
    presence = Presence(tmp_path)
    assert presence.begin()
    assert not presence.begin()
    presence.end()
    assert not presence.begin()
    presence.end()


def test_another_window_that_is_open_is_no_mishap(tmp_path: Path) -> None:
    first, second = Presence(tmp_path), Presence(tmp_path)
    first.begin()
    assert not second.begin()
    second.end()
    assert (tmp_path / NAME).exists()
    first.end()


def test_a_folder_that_is_not_there_is_no_mishap(tmp_path: Path) -> None:
    presence = Presence(tmp_path / "gone")
    assert not presence.begin()
    presence.end()
