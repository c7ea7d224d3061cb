"""What a person's hands do on the page, and what the eyes see of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from clipreader.model import Article, Highlight, Part, Role, Span
from clipreader.ui.reader import Reader
from tests import records

NO_KEY = Qt.KeyboardModifier.NoModifier
EDGE_KEYS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def span_of(article: Article, words: str) -> Span:
    """The first place where some words stand."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def mark(article: Article, span: Span, **more: object) -> Highlight:
    """A highlight of a span, wherever its words stand besides."""
    made = records.highlight(article, article.quote(span), **more)
    selector = replace(made.selector, start=span.start, end=span.end)
    return replace(made, selector=selector, anchor=replace(made.anchor, span=span))


def select(reader: Reader, span: Span) -> None:
    """Select a span of the text, as a person would by mouse or keys."""
    place = reader.view.content.map.range(span)
    assert place is not None
    reader.view.select(*place)
    reader.view.setFocus()


def press(reader: Reader, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.keyClick(reader.view, key, modifiers)


def rects(reader: Reader, span: Span) -> list[QRectF]:
    """Where the words of a span stand in the viewport, line by line."""
    place = reader.view.content.map.range(span)
    return reader.view.rects(*place) if place else []


def middle(reader: Reader, span: Span) -> QPointF:
    return rects(reader, span)[0].center()


def mouse(target: QWidget, kind: QEvent.Type, point: QPointF, *, held: bool) -> None:
    """Send one mouse event to a widget, the left button held or not."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    seen = target.mapToGlobal(point)
    event = QMouseEvent(kind, point, seen, button, left if held else none, NO_KEY)
    QApplication.sendEvent(target, event)


def click(reader: Reader, point: QPointF) -> None:
    drag(reader, point)


def drag(reader: Reader, begin: QPointF, *further: QPointF) -> None:
    """Press at a point, go along others with the button held, let go at the last."""
    page = reader.view.viewport()
    mouse(page, QEvent.Type.MouseButtonPress, begin, held=True)
    for point in further:
        mouse(page, QEvent.Type.MouseMove, point, held=True)
    mouse(page, QEvent.Type.MouseButtonRelease, (begin, *further)[-1], held=False)


def hover(reader: Reader, point: QPointF) -> None:
    mouse(reader.view.viewport(), QEvent.Type.MouseMove, point, held=False)


def page_image(reader: Reader) -> QImage:
    """What the page looks like now."""
    return reader.view.viewport().grab().toImage()


def is_near(one: QColor, other: QColor, by: int = 3) -> bool:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return all(abs(a - b) <= by for a, b in pairs)


def _lines(image: QImage, within: QRectF | QRect | None) -> list[list[int]]:
    """The pixels of a rectangle as numbers, line by line; far quicker than one by one."""
    area = image.rect()
    if within is not None:
        box = within.toAlignedRect() if isinstance(within, QRectF) else within
        area = area.intersected(box)
    part = image.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    numbers = memoryview(part.constBits()).cast("I").tolist()
    return [numbers[n : n + area.width()] for n in range(0, len(numbers), max(area.width(), 1))]


def _count(numbers: Iterable[int], colour: QColor) -> int:
    found = Counter(numbers)
    return sum(count for number, count in found.items() if is_near(QColor(number), colour))


def pixels(image: QImage, colour: QColor, within: QRectF | QRect | None = None) -> int:
    """How many pixels of an image have a colour, in the whole or within a rectangle."""
    return _count((number for line in _lines(image, within) for number in line), colour)


def rows_of(image: QImage, colour: QColor, within: QRectF) -> set[int]:
    """The rows of pixels within a rectangle in which a colour fills at least a quarter."""
    lines = _lines(image, within)
    return {y for y, line in enumerate(lines) if _count(line, colour) >= len(line) / 4}


def blocks(*parts: tuple[Role, str], marks: Iterable[Part] = ()) -> Article:
    """An article of bare blocks, with marks if they matter."""
    text, made = "", list[Part]()
    for role, words in parts:
        start = len(text) + (1 if made else 0)
        text += ("\n" if made else "") + words
        made.append(Part(role, Span(start, len(text))))
    return Article("a", text, tuple(made), tuple(marks))
