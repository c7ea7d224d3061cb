"""An empty library of its own for each test, and one with an article in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clipreader.library import Library, open_library
from clipreader.model import Article
from tests import records
from tests.library import stored


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "What is this? 100%25 of Álvaro’s"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with open_library(folder) as opened:
        yield opened


@pytest.fixture
def article(library: Library) -> Article:
    made = records.article()
    stored.put(library, made)
    return made
