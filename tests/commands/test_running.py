"""Every command that can be typed is done by something, which loads no more than it needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from clipreader.commands.parser import command_names
from clipreader.commands.running import command_named

PARSERS = ("clipreader.anatomy", "clipreader.importers", "lxml", "markdown_it")
DATABASE = ("clipreader.library", "sqlalchemy")


def test_each_command_has_its_function():
    functions = [command_named(name) for name in command_names()]
    assert len(set(functions)) == len(command_names())
    assert all(callable(function) and function.__doc__ for function in functions)


def test_what_is_no_command_has_none():
    with pytest.raises(KeyError):
        command_named("frobnicate")


@pytest.mark.parametrize(
    ("name", "unwanted"),
    [("inspect", DATABASE), ("list", PARSERS), ("clippings", PARSERS), ("check", PARSERS)],
    ids=str,
)
def test_command_loads_what_it_needs(name, unwanted):
    code = (
        "import sys; from clipreader.commands.running import command_named;"
        f"command_named({name!r}); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert not set(unwanted) & set(done.stdout.split())
