import pytest
from PySide6.QtGui import QColor

from clipreader.ui.icons import icon, pixmap


def _inked(picture):
    image = picture.toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    }


def test_an_icon_has_the_colour_asked_for():
    assert _inked(pixmap("minus", QColor("#1f6f6b"), 24)) == {"#1f6f6b"}


def test_an_icon_is_sharp_at_twice_the_scale():
    picture = pixmap("copy", QColor("black"), 16, 2)
    assert picture.width() == 32
    assert picture.devicePixelRatio() == 2
    assert {size.width() for size in icon("copy", QColor("black")).availableSizes()} >= {16, 32}


def test_an_unknown_icon_is_an_error():
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", QColor("black"))
