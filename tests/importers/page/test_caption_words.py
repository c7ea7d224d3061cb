"""The line of a caption without what a page hides, and with its credit marked."""

from __future__ import annotations

import pytest

from clipreader.importers.page.caption_words import tidy
from clipreader.model import Role
from tests.importers.page.pages import blocks


def tidied(markup: str) -> tuple[str, list[str]]:
    block = blocks(f"<figcaption>{markup}</figcaption>")[0]
    tidy(block)
    spans = [mark.span for mark in block.marks if mark.role == Role.CREDIT]
    return block.text, [block.text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("markup", "text", "marked"),
    [
        ("The quay", "The quay", []),
        ("The quay<span hidden>Show more</span>", "The quay", []),
        ("<span class='sr-only'>Caption:</span> The quay", "The quay", []),
        ("<span hidden>The quay</span>", "The quay", []),
        ("The <span hidden>old</span> quay", "The old quay", []),
        ("<i>The quay</i> <b>Photo: R. Lund</b>", "The quay Photo: R. Lund", ["Photo: R. Lund"]),
        ("The quay <b class='author'>Given by HP</b>", "The quay Given by HP", ["Given by HP"]),
        ("The quay <b class='credit'>HP</b><i class='author'>x</i>", "The quay HPx", ["HP"]),
        ("<b>Photo: R. Lund</b>", "Photo: R. Lund", []),
        (
            "<em>At</em> sea <b class='author'>HP</b><span hidden>Show more</span>",
            "At sea HP",
            ["HP"],
        ),
        ("<span class='sr-only'>Caption:</span>At <b class='credit'>HP</b>", "At HP", ["HP"]),
    ],
)
def test_tidy(markup: str, text: str, marked: list[str]) -> None:
    assert tidied(markup) == (text, marked)
