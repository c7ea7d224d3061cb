from __future__ import annotations

import pytest

from clipreader.importers.page.signatures import is_signature, is_signed_recording

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
    assert (is_signature(line), is_signed_recording(line)) == LINES[line]
