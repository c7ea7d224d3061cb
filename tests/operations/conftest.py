"""A fresh library, and articles that come as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clipreader.operations import Library, open_library

FERRY = """Night Ferry Returns to Harbour Town After Eleven Years

Puerto Diario, Elena Duarte, Harbour Town, 4 July 2024 — At twenty past nine the ramp came up, \
and for the first time since 2013 a passenger ferry left Harbour Town in the dark.

The line was closed when its subsidy lapsed. The province pays two thirds of the fuel.

Translated by Ana Reyes
"""

CRANE = """Two Shipyards Share One Crane and Blame the Wind

Agencia Norte, Harbour Town, 30 May 2024 — “We paid for the crane twice,” the engineer said, and \
showed both receipts. The lease runs for ninety years and names no rent.

The second yard keeps the key. The first yard keeps the oil.

Translated by M. Okafor
"""

BELL = """Ferry Keeper Finds the Old Bell

The bell had been under the jetty since the winter of the long frost, he said.

Nobody on the quay had asked for it, and nobody now wants to give it up again.
"""

PAGE = """<!doctype html><html><head><title>Bell Raised at Noon</title></head><body><article>
<h1>Bell Raised at Noon</h1>
<p>The bell came up at noon, green and heavy, to the general surprise of the quay and the town.</p>
<p>It was set down on the quay, where children took turns to knock on it until the evening.</p>
</article></body></html>
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Makes a file that a person has, and its folders."""

    def made(name: str, content: str | bytes) -> Path:
        path = tmp_path / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return made
