"""Which function does which command, loaded when it is wanted.

``inspect`` needs no database and ``list`` no parser; a script that asks often should not wait
for either. The imports stand where they can be read, and not as names in a table, so that the
bundle takes them along.
"""

# ruff: noqa: PLC0415  each command loads what it needs and no more

from __future__ import annotations

import logging
from argparse import Namespace
from collections.abc import Callable

Command = Callable[[Namespace], int]
"""What a command does: it takes what was typed and returns the exit code."""


def run(typed: Namespace) -> int:
    """Do the command that was typed and return its exit code. Raises ClipreaderError, OSError."""
    _keep_logs_off_the_terminal()
    return command_named(typed.command)(typed)


def command_named(name: str) -> Command:
    """Return the function of a command. Raises KeyError for a name that is none."""
    if name in ("inspect", "rules"):
        return _inspect() if name == "inspect" else _rules()
    if name == "import":
        from clipreader.commands.importing import import_paths

        return import_paths
    if name == "check":
        from clipreader.commands.checking import check

        return check
    if name in ("backup", "restore"):
        from clipreader.commands import backups

        return {"backup": backups.backup, "restore": backups.restore}[name]
    if name in ("list", "search", "show"):
        from clipreader.commands import listing

        return {"list": listing.list_articles, "search": listing.search, "show": listing.show}[name]
    return _clippings_command(name)


def _inspect() -> Command:
    from clipreader.commands.inspecting import inspect

    return inspect


def _rules() -> Command:
    from clipreader.commands.ruling import rules

    return rules


def _clippings_command(name: str) -> Command:
    from clipreader.commands import clippings

    return {
        "highlight": clippings.highlight,
        "clippings": clippings.clippings,
        "export": clippings.export,
    }[name]


def _keep_logs_off_the_terminal() -> None:
    """Let the log be silent where nobody keeps one: what matters is told as a sentence."""
    log = logging.getLogger("clipreader")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
