"""One worker that reads the bad inputs of all tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from clipreader.operations.parsing import read_article
from clipreader.operations.worker import Worker


@pytest.fixture(scope="package")
def worker() -> Iterator[Worker]:
    """Started when first needed, and again whenever an input ended it."""
    one = Worker(read_article)
    yield one
    one.close()
