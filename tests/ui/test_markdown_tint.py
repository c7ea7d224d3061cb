"""Only what is not the article's own words is tinted."""

import pytest
from PySide6.QtGui import QTextDocument

from clipreader.ui.markdown_tint import MarkdownTint

TEXT = """---
title: "Night Ferry"
tags:
---
# Night
> two thirds
key: no front matter
---
another: neither
^c-7f
━━━ other.md

---
title: Other
---
plain"""


@pytest.fixture
def tinted(qapp, theme):
    document = QTextDocument(TEXT)
    document.kept = MarkdownTint(theme, document)
    document.kept.rehighlight()
    return document


def runs(document, line):
    block = document.findBlockByNumber(line)
    return [
        (block.text()[one.start : one.start + one.length], one.format.foreground().color())
        for one in block.layout().formats()
    ]


@pytest.mark.parametrize(
    ("line", "words", "ink"),
    [
        (0, "---", "faint"),
        (1, "title:", "accent"),
        (2, "tags:", "accent"),
        (3, "---", "faint"),
        (4, "#", "faint"),
        (5, ">", "faint"),
        (9, "^c-7f", "accent"),
        (12, "---", "faint"),
        (13, "title:", "accent"),
    ],
)
def test_marks_are_tinted(tinted, theme, line, words, ink):
    for choice in ("light", "dark"):
        theme.set_choice(choice)
        assert runs(tinted, line) == [(words, getattr(theme.palette, ink))]


@pytest.mark.parametrize("line", [6, 8, 15])
def test_words_of_the_body_are_not(tinted, line):
    assert runs(tinted, line) == []
