"""The door: a double click, files on the command line, a command, or the self-test.

What is not needed is not loaded. ``--help`` and ``--version`` answer from the parser alone, a
command never loads Qt, and the process that reads articles for an import, which Python starts by
importing this module, loads neither.
"""

from __future__ import annotations

import difflib
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from clipreader import paths
from clipreader.commands import understood
from clipreader.commands.mishaps import FAILED, guarded
from clipreader.commands.parser import command_names
from clipreader.commands.printing import print_words, speak_utf8, tell
from clipreader.model import ClipreaderError

NOT_UNDERSTOOD = 2
"""The exit code of a command line that makes no sense."""

NO_DISPLAY = (
    "There is no display to open a window on; clipreader --help names the commands that need none."
)
"""What is said where a window cannot be shown."""

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit code; ``argv`` is without the program."""
    speak_utf8()
    return guarded(partial(_do, sys.argv[1:] if argv is None else list(argv)))


def _do(argv: Sequence[str]) -> int:
    typed = understood(argv)
    if typed.command:
        return _command(typed)
    return _self_test(typed.report) if typed.self_test else _window(typed)


def _command(typed: Namespace) -> int:
    # Here and not above: this brings the database, and --help is to answer at once.
    from clipreader.commands.running import run  # noqa: PLC0415

    return run(typed)


def _window(typed: Namespace) -> int:
    for file in typed.files:
        if _is_no_file(file):
            tell(_unknown(str(file)))
            return NOT_UNDERSTOOD
    if sys.platform == "linux" and not any(map(os.environ.get, _SCREENS)):
        tell(NO_DISPLAY)
        return FAILED
    try:
        from clipreader.app import run  # noqa: PLC0415  only a window needs Qt
    except ImportError as error:
        raise _about(error) from error
    return run(typed.files, typed.library or paths.default_library(), print_words)


def _self_test(report: Path | None) -> int:
    try:
        from clipreader.selftest import run, told, write  # noqa: PLC0415  needs Qt as well
    except ImportError as error:
        raise _about(error) from error
    found = run()
    if report is not None:
        write(found, report)
    print_words(*told(found))
    return 0 if found.is_well else FAILED


def _about(error: ImportError) -> Exception:
    """Return a sentence if Qt cannot be loaded, most often for want of a library of the system."""
    if "PySide6" not in f"{error.name} {error.path}":
        return error
    return ClipreaderError(f"No window can be opened, because Qt cannot be loaded: {error}.")


def _is_no_file(file: Path) -> bool:
    """Say whether a word looks like a command that does not exist, and not like a file's path."""
    return file.name == str(file) and not file.suffix and not file.exists()


def _unknown(word: str) -> str:
    near = difflib.get_close_matches(word, command_names(), 1)
    hint = f" Did you mean “{near[0]}”?" if near else " clipreader --help names the commands."
    return f"“{word}” is neither a command nor a file.{hint}"


if __name__ == "__main__":
    sys.exit(main())
