from __future__ import annotations

import pytest

from clipreader.importers.page.credit_cues import is_credit_line, is_name_below

CUED = {
    "Photo: Rosa Lund / dpa": True,
    "(Foto: Rosa Lund)": True,
    "Photograph by: Rosa Lund": True,
    "Bild: HP/APA/ROSA LUND": True,
    "© Rosa Lund": True,
    "Source: Harbour Statistics, Port Authority & Natl Ferry Board": True,
    "Quelle: Rosa Lund": True,
    "Copyright Rosa Lund": True,
    "Foto: gullstock.com": False,
    "Foto: Gullstock.com": True,
    "Bildrechte: dpa": False,
    "Bildrechte: HP | Rosa Lund": True,
    "Image: The director of the port has agreed a deal to keep the ferry": False,
    "Photos of the quay": False,
    "Bilder: so schön war es auf der Fähre": False,
    "Sources say the ferry is back": False,
    "Photo:": False,
    "Photo: 2024": False,
    "Photo: " + "Rosa Lund " * 20: False,
    "": False,
}


@pytest.mark.parametrize("line", list(CUED))
def test_a_cue_and_names_are_a_credit(line):
    assert is_credit_line(line) == CUED[line]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbour Press", True),
        ("HP", True),
        ("Rosa Lund for the Gull", True),
        ("Seen from the north quay", False),
        ("The ferry leaves the quay in the dark", False),
        ("It left.", False),
        ("harbour press", False),
    ],
)
def test_a_short_name_below_a_caption_is_its_credit(text, expected):
    assert is_name_below("The ferry leaves the north quay", text) == expected
    assert not is_name_below("HP", text)
