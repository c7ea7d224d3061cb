"""Every command that can be typed is done by something."""

from __future__ import annotations

from clipreader.commands.parser import command_names
from clipreader.commands.running import COMMANDS


def test_each_command_has_its_function():
    assert tuple(COMMANDS) == command_names()
