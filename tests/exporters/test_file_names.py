from __future__ import annotations

import unicodedata
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.exporters.file_names import (
    LONGEST_BYTES,
    LONGEST_UNITS,
    file_name,
    folded,
    unique,
)
from clipreader.model import new_id
from clipreader.text.offsets import utf16_length
from tests.exporters.any_text import unhurried

ID = "01j2n8k3v4w5x6y7z8a9b0c1d2"
SHORT = "a9b0c1d2"
DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
DEVICES |= {f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³"}

NAMED = (
    ("Night Ferry Returns", "Night Ferry Returns"),
    ("Harbour: a ‘Sample of Ropes’?", "Harbour a ‘Sample of Ropes’"),
    ("his/her <b>words</b> | more", "his-her bwords-b - more"),
    ("../../etc/passwd", "etc-passwd"),
    (r"C:\Windows\System32", "C -Windows-System32"),
    ("...hidden", "hidden"),
    ("--option", "option"),
    ("ends with dots... ", "ends with dots"),
    ("CON.txt", "_CON.txt"),
    ("com¹ .log", "_com¹ .log"),
    ("control", "control"),
    ("a\u202egpj.exe", "agpj.exe"),
    ("tab\tand\nline\u2028end\0", "tab and line end"),
    ("e\u0301tude", "étude"),
    ("[[Wiki#link^id]]", "Wikilinkid"),
    ('*?"<>', "untitled"),
    ("", "untitled"),
    (None, "untitled"),
)


@pytest.mark.parametrize(("headline", "stem"), NAMED)
def test_headline_becomes_a_name(headline: str | None, stem: str) -> None:
    assert file_name(headline, ID) == f"{stem}-{SHORT}.md"


def test_long_headline_is_cut_between_words() -> None:
    name = file_name("Some words of a headline that does not end " * 5, ID)
    assert name.removesuffix(f"-{SHORT}.md").endswith((" that", " does", " not", " end", " a"))
    assert utf16_length(name) <= 80 + len(f"-{SHORT}.md")


def test_cut_keeps_a_letter_and_its_marks_together() -> None:
    letter = "q\u0323\u0307"
    stem = file_name(letter * 40, ID).removesuffix(f"-{SHORT}.md")
    assert stem
    assert stem.replace(letter, "") == ""


def is_legal(name: str) -> bool:
    """Legal in Explorer, Finder and on ext4, and unremarkable for a shell."""
    windows = not any(c in '<>:"/\\|?*' or c < " " or "\x7f" <= c <= "\x9f" for c in name)
    windows &= not name.endswith((".", " "))
    windows &= PureWindowsPath(name).name == name
    windows &= name.partition(".")[0].rstrip(" ").upper() not in DEVICES
    shown = not any(unicodedata.category(c) in ("Cf", "Cs", "Cn", "Zl", "Zp") for c in name)
    return windows and shown and not name.startswith((".", "-", "~", " "))


@unhurried
@given(
    st.text()
    | st.text(
        st.sampled_from('.-~ /\\:*?"<>|conpraulx1¹\u202e\u200b\u0301e語😀\u1100\u1161'),
        max_size=150,
    ),
    st.builds(new_id) | st.text(),
)
def test_any_name_is_legal_everywhere(headline: str, article_id: str) -> None:
    name = file_name(headline, article_id)
    assert is_legal(name)
    assert name.endswith(".md")
    assert unicodedata.is_normalized("NFC", name)
    assert utf16_length(name) <= LONGEST_UNITS
    assert len(name.encode()) <= LONGEST_BYTES


@unhurried
@given(st.lists(st.sampled_from(["a.md", "A.md", "é.md", "E\u0301.md", "ß.md", "SS.md", "a-2.md"])))
def test_names_are_made_unique(wanted: list[str]) -> None:
    taken: set[str] = set()
    for name in wanted:
        made = unique(name, taken)
        assert made.endswith(".md")
        assert folded(made) not in taken
        taken.add(folded(made))


def test_names_that_a_disk_takes_for_one_are_one() -> None:
    assert folded("É.md") == folded("e\u0301.md")
    assert folded("Straße.md") == folded("STRASSE.md")
