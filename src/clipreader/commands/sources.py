"""What a word on the command line stands for: a file, an address, or ``-`` for standard input."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from clipreader.model import Source, UnreadableSource
from clipreader.operations.parsing import source_from_path
from clipreader.operations.whole_file import LARGEST_FILE
from clipreader.text.addresses import LINK, address_list, readable

STANDARD_INPUT = Path("-")
"""The path that reads standard input."""

_NAME = "standard input"


def from_address(address: str) -> Source:
    """Return the link to a web address; nothing is fetched."""
    data, now = address_list(address), datetime.now(UTC)
    return Source(readable(address), data, LINK, path=address, received=now)


def from_standard_input() -> Source:
    """Return what comes in on standard input, up to the size a file may have.

    It goes through a file, so that it is judged as one: empty, too large, no text. Raises
    UnreadableSource.
    """
    if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison]  # a program without a console has none
        raise UnreadableSource("There is no standard input to read.")
    data = sys.stdin.buffer.read(LARGEST_FILE + 1)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, _NAME)
        file.write_bytes(data)
        return replace(source_from_path(file), path=None)
