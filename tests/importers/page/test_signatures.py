from __future__ import annotations

import pytest

from clipreader.importers.page.signatures import is_authors, is_recording, is_signature
from tests.importers.page.pages import first

LINES = {
    "27.04.24 | Rosa Lund": (True, True),
    "Rosa Lund · 27 April 2024": (True, True),
    "4/7/2024 |Ana van der Reyes": (True, True),
    "Audio 03:07 Min. | 25.04.24 |Rosa Lund": (False, True),
    "Video | 12:30": (False, True),
    "27.04.24 | 14:30": (False, True),
    "27.04.24 Rosa Lund": (False, False),
    "The night ferry | Rosa Lund": (False, False),
    "Foto: Rosa Lund | 27.04.24": (False, False),
    "Rosa Lund (Archive) | 27.04.24": (False, False),
    "The ferry leaves at 9:20 | The whole town came to see it off": (False, False),
    "| Rosa Lund": (False, False),
    "27.04.24 | " + "Rosa " * 40: (False, False),
    "": (False, False),
}


@pytest.mark.parametrize("line", list(LINES))
def test_a_date_a_bar_and_a_name(line):
    assert (is_signature(line), is_recording(line)) == LINES[line]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p><a rel='author nofollow' href='/r'>Rosa Lund</a></p>", True),
        ("<p>By <time>4 July 2024</time></p>", True),
        ("<address><p>Rosa Lund</p></address>", True),
        ("<p>The quay, seen by <a rel=author href='/r'>Rosa Lund</a></p>", False),
        ("<p>The quay</p>", False),
    ],
)
def test_mark_up_that_tells_who_and_when(markup, expected):
    assert is_authors(first(markup, "p")) == expected


@pytest.mark.parametrize("line", ["1 min", "12:30", "1:02:03", "45 Sek."])
def test_how_long_a_recording_is(line):
    assert is_recording(line)
