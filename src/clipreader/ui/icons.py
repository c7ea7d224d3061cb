"""Lucide icons, tinted by the palette and sharp at every scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from clipreader import paths

_SCALES = (1, 2)
_LARGER = 3


def icon(name: str, colour: QColor, size: int = 16) -> QIcon:
    """Return a shipped icon in a colour; ``size`` is in device-independent pixels.

    Raises FileNotFoundError if the icon does not come with the app.
    """
    found = QIcon()
    fine = any(one.devicePixelRatio() > max(_SCALES) for one in QGuiApplication.screens())
    for scale in (*_SCALES, _LARGER) if fine else _SCALES:
        found.addPixmap(pixmap(name, colour, size, scale))
    return found


def pixmap(name: str, colour: QColor, size: int = 16, scale: float = 1.0) -> QPixmap:
    """Return one picture of an icon with ``scale`` device pixels for a pixel of ``size``.

    The strokes are drawn 1.8 units wide on Lucide's grid of 24, a little finer than its own 2.
    """
    words = _drawing(name).replace("currentColor", colour.name())
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer = QSvgRenderer(QByteArray(words.encode()))
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


@cache
def _drawing(name: str) -> str:
    """Read an icon once: each is drawn in many colours and sizes."""
    words = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return words.replace('stroke-width="2"', 'stroke-width="1.8"')
