import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from clipreader.ui.directions import isolated, mirror, runs_backwards

HEBREW, ARABIC = "דנה לוי", "سلمى حداد"


@pytest.mark.parametrize(
    ("words", "backwards"),
    [
        ("Elena Duarte", False),
        (HEBREW, True),
        (ARABIC, True),
        (f"120 {HEBREW}", True),
        (f"Elena {HEBREW}", False),
        (f"{HEBREW} Blue Harbour Ltd", True),
        ("2024 — 12", False),
        ("", False),
    ],
)
def test_the_first_letter_with_a_direction_decides_as_it_does_for_qt(qapp, words, backwards):
    assert runs_backwards(words) == backwards
    document = QTextDocument()
    QTextCursor(document).insertText(words)
    right_to_left = document.firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft
    assert right_to_left == backwards


def test_only_words_that_would_turn_others_are_kept_apart():
    assert isolated("Elena Duarte, 4 July") == "Elena Duarte, 4 July"
    assert isolated(HEBREW) == f"\u2068{HEBREW}\u2069"
    assert isolated(f"Elena {ARABIC}") == f"\u2068Elena {ARABIC}\u2069"


def test_a_mirrored_block_has_its_space_at_the_right():
    spacing = QTextBlockFormat()
    spacing.setLeftMargin(22)
    mirror(spacing)
    assert (spacing.leftMargin(), spacing.rightMargin()) == (0, 22)
