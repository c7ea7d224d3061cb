"""Does one action in a program of its own: ``python -m faults.act LIBRARY ACTION FOLDER``.

Prints ``begins`` before the action, ``done`` once it is told as done, and ``closed`` at the end. A
refusal that a person would be shown is printed with ``refused`` before it; the exit code is then 3.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from clipreader.model import ClipreaderError
from clipreader.operations import open_library
from faults import planted
from faults.actions import ACTIONS

REFUSED = 3


def main(folder: str, name: str, outside: str) -> int:
    """Open, act, close."""
    planted.plant()
    try:
        with open_library(Path(folder)) as library:
            _say("begins")
            if name != "open":
                ACTIONS[name](library, Path(outside))
            _say("done")
    except KeyboardInterrupt:
        _say("refused Interrupted.")
        return REFUSED
    except (ClipreaderError, OSError) as error:
        _say(f"refused {error}")
        return REFUSED
    _say("closed")
    return 0


def _say(words: str) -> None:
    """Say something by a call that nothing is injected into: what is counted are others."""
    os.writev(1, [f"{words}\n".encode()])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
