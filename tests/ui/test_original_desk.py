from __future__ import annotations

from pathlib import Path

import pytest

from clipreader.model import Source
from clipreader.operations import importing, open_library
from clipreader.ui.original_desk import name_to_save, read_original
from tests.importers.documents import docx, manuscript, rtf


@pytest.mark.parametrize(
    ("name", "media_type", "expected"),
    [
        ("Night Ferry.html", "text/html", "Night Ferry.html"),
        ("Night Ferry.html", "multipart/related", "Night Ferry.mhtml"),
        ("Night Ferry.MHT", "multipart/related", "Night Ferry.MHT"),
        ("pasted text", "text/plain", "pasted text"),
    ],
)
def test_an_original_is_saved_under_a_name_that_says_what_it_is(
    name: str, media_type: str, expected: str
) -> None:
    assert name_to_save(Source(name, b"", media_type)) == expected


@pytest.mark.parametrize(
    ("name", "data", "is_text"),
    [
        ("ferry.docx", docx.written(manuscript.FERRY), False),
        ("ferry.rtf", rtf.written(manuscript.FERRY), True),
        ("ferry.txt", b"The night ferry", True),
    ],
)
def test_only_text_is_shown_as_text(tmp_path: Path, name: str, data: bytes, is_text: bool) -> None:
    (tmp_path / name).write_bytes(data)
    with open_library(tmp_path / "library") as library:
        (item,) = importing.import_sources(library, [tmp_path / name]).value.items
        source, decoded = read_original(library, item.article_id or "")
    assert source.data == data
    assert (decoded is not None) == is_text
