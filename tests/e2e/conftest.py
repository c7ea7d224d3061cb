"""The desktop and the program on it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop, missing
from tests.e2e.program import Program

SHOTS = os.environ.get("CLIPREADER_SHOTS", "")
"""A folder for pictures of each step; none are taken without it."""


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """A private desktop, or a skip that says what is missing for it."""
    gone = missing()
    if gone:
        pytest.skip(f"not there: {gone}")
    with Desktop(tmp_path / "desktop") as here:
        yield here


@pytest.fixture
def program(desktop: Desktop, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Program]:
    """The real program with a fresh library, in a window of the size of the designs."""
    shots = Path(SHOTS) if SHOTS else None
    with Program(desktop, tmp_path / "library", tmp_path / "program.log", shots) as running:
        yield running
        if request.session.testsfailed:
            running.shot("failed")
