"""Standard input is judged like a file."""

from __future__ import annotations

import io
import sys

import pytest

from clipreader.commands import sources
from clipreader.model import UnreadableSource
from clipreader.operations.whole_file import LARGEST_FILE


@pytest.fixture
def pipe(monkeypatch):
    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))

    return put


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        ("Möwen\n\nEin Satz über die Möwen.".encode(), "text/plain"),
        (b"<!doctype html><html><body><p>A sentence.</p></body></html>", "text/html"),
    ],
)
def test_is_kept_byte_for_byte(pipe, data, media_type):
    pipe(data)
    source = sources.from_standard_input()
    assert (source.data, source.media_type) == (data, media_type)
    assert (source.name, source.path) == ("standard input", None)


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"a" * (LARGEST_FILE + 100)], ids=len
)
def test_what_is_no_article_is_refused(pipe, data):
    pipe(data)
    with pytest.raises(UnreadableSource, match="standard input"):
        sources.from_standard_input()


def test_no_standard_input_is_said(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableSource):
        sources.from_standard_input()
