"""Makes one sentence and an exit code of what goes wrong; no trace-back is shown."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable

from clipreader.commands.printing import tell
from clipreader.model import ClipreaderError, LibraryDamaged

_WAY = "“clipreader restore newest” brings back what can be proved good."

FAILED, INTERRUPTED = 1, 130
"""The exit codes of what failed, and of Ctrl+C as shells have it."""


def guarded(work: Callable[[], int]) -> int:
    """Do something and return its exit code, or tell why it failed and return 1.

    An answer that nobody reads to its end (``clipreader list | head -1``) is no failure. What
    is neither a ClipreaderError nor an OSError is a fault of the program and is raised.
    """
    try:
        code = _code_of(work)
        if sys.stdout is not None:  # pyright: ignore[reportUnnecessaryComparison]  # no console
            sys.stdout.flush()
    except BrokenPipeError:
        _close_output()
        return 0
    except LibraryDamaged as error:
        return _failed(f"{error} {_WAY}")
    except ClipreaderError as error:
        return _failed(str(error))
    except OSError as error:
        _close_output()
        return _failed(_sentence(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _code_of(work: Callable[[], int]) -> int:
    try:
        return work()
    except SystemExit as stop:  # argparse has told already
        return stop.code if isinstance(stop.code, int) else FAILED


def _failed(sentence: str) -> int:
    with contextlib.suppress(OSError):
        tell(sentence)
    return FAILED


def _sentence(error: OSError) -> str:
    where = f" (“{error.filename}”)" if error.filename else ""
    return f"This could not be done: {error.strerror or error}{where}."


def _close_output() -> None:
    """Send what is still to be written nowhere, or Python would complain of it at its end."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
