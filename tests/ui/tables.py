"""Tables for the tests of the page: the words, and an article around them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF

from clipreader.model import Article, Part, Role, Span
from clipreader.ui.reader import Reader
from tests.ui import hands

R = Role

COSTS = "Line\t2022\t2023\nNorth quay\t1,204\t1,318.5\nSouth basin\t77\t–\nIsland shuttle\t12.5\t13"
SAID = (
    "Name\tOffice\tWhat was said\n"
    "Elena Duarte\tPort director\tThe service will run five nights a week until October, and then "
    "we shall see who still wants to travel at that hour.\n"
    "M. Okafor\t\tWe paid for the crane twice, and have both receipts in the drawer of the yard.\n"
    "\tSecond yard\tNo comment."
)
CITIES = "المدينة\tالسكان\nالقاهرة\t9,500,000\nالإسكندرية\t5,200,000"
BEFORE, AFTER = "The port publishes its figures in spring.", "They are in thousands."


def around(*tables: str, head: bool = True) -> Article:
    """An article with a paragraph before and after each table, the first row of each strong."""
    parts = [(R.PARAGRAPH, BEFORE)]
    for words in tables:
        parts += [(R.TABLE, words), (R.PARAGRAPH, AFTER)]
    article = hands.blocks(*parts)
    marks = [
        Part(R.STRONG, Span(block.span.start, article.text.index("\n", block.span.start)))
        for block in article.blocks
        if head and block.role == R.TABLE
    ]
    return replace(article, marks=tuple(marks))


def quoted(reader: Reader) -> str:
    """The selected words of the open article."""
    content, span = reader.view.content, reader.selection()
    assert content is not None
    return content.article.quote(span) if span else ""


def span_of(reader: Reader, words: str) -> Span:
    """The first place of the open article where some words stand."""
    assert reader.view.content is not None
    return hands.span_of(reader.view.content.article, words)


def edge(reader: Reader, words: str, *, after: bool = False) -> QPointF:
    """The point at the first letter of some words, or at the last."""
    boxes = hands.rects(reader, span_of(reader, words))
    box = boxes[-1] if after else boxes[0]
    return QPointF(box.right() - 0.4 if after else box.left() + 0.4, box.center().y())


def drag(reader: Reader, begin: str, end: str) -> None:
    """Drag the mouse from the first letter of some words to the last of others."""
    hands.drag(reader, edge(reader, begin), edge(reader, end, after=True))
