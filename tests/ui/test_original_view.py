from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from clipreader.ui.original_view import LONGEST, LONGEST_LINE, OriginalView, showable
from clipreader.ui.theme import Theme


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\ttext\nline", "plain\ttext\nline"),
        ("a\x00b", "a␀b"),
        ("\x1b[31m", "␛[31m"),
        ("\x7f", "␡"),
    ],
)
def test_control_characters_are_made_visible(text: str, shown: str) -> None:
    assert showable(text) == shown


@given(st.text(max_size=200))
def test_printable_text_is_left_alone(text: str) -> None:
    printable = "".join(c for c in text if c >= " " and c != "\x7f")
    assert showable(printable) == printable


def test_endless_lines_are_broken() -> None:
    shown = showable("x" * (3 * LONGEST_LINE + 5))
    assert max(len(line) for line in shown.split("\n")) == LONGEST_LINE
    assert shown.replace("\n", "") == "x" * (3 * LONGEST_LINE + 5)


def test_endless_text_is_cut() -> None:
    assert showable("y\n" * LONGEST).endswith("…")


def test_original_is_plain_text(qtbot: QtBot, theme: Theme) -> None:
    view = OriginalView(theme)
    qtbot.addWidget(view)
    view.show_original("page.html", 26, "utf-8", "<h1>Night <b>Ferry</b></h1>")
    assert view.text.toPlainText() == "<h1>Night <b>Ferry</b></h1>"
    with qtbot.waitSignal(view.save_asked):
        view._save.click()


def test_what_is_no_text_is_named_and_can_be_saved(qtbot: QtBot, theme: Theme) -> None:
    view = OriginalView(theme)
    qtbot.addWidget(view)
    view.show_no_text("ferry.docx", 12_345, "Word document")
    assert view.text.toPlainText().startswith("“ferry.docx” is kept as it was received")
    assert view._about._whole == "ferry.docx · 12,345 bytes · Word document"
    with qtbot.waitSignal(view.save_asked):
        view._save.click()
