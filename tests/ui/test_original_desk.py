from __future__ import annotations

import pytest

from clipreader.model import Source
from clipreader.ui.original_desk import name_to_save


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
