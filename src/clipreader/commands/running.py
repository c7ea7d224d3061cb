"""Which function does which command; importing this loads the verbs and their database."""

from __future__ import annotations

import logging
from argparse import Namespace
from collections.abc import Callable

from clipreader.commands.checking import check
from clipreader.commands.clippings import clippings, export, highlight
from clipreader.commands.importing import import_paths
from clipreader.commands.inspecting import inspect
from clipreader.commands.listing import list_articles, search, show

COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "inspect": inspect,
    "import": import_paths,
    "list": list_articles,
    "search": search,
    "show": show,
    "highlight": highlight,
    "clippings": clippings,
    "export": export,
    "check": check,
}
"""What each command does, by its name."""


def run(typed: Namespace) -> int:
    """Do the command that was typed and return its exit code. Raises ClipreaderError, OSError."""
    _keep_logs_off_the_terminal()
    return COMMANDS[typed.command](typed)


def _keep_logs_off_the_terminal() -> None:
    """Let the log be silent where nobody keeps one: what matters is told as a sentence."""
    log = logging.getLogger("clipreader")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
