"""Drop a page in one file, and its pictures are on the page."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from clipreader.ui.main_window import Place
from tests.importers import containers
from tests.journeys.conftest import Journey

RED = QColor("#c01020")


def red_picture() -> bytes:
    image = QImage(400, 150, QImage.Format.Format_RGB32)
    image.fill(RED)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    return bytes(data.data())


def test_the_pictures_of_a_page_in_one_file_are_shown(journey: Journey) -> None:
    picture = red_picture()
    path = journey.folder / "Night Ferry.mhtml"
    path.write_bytes(containers.mhtml(ferry=picture))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    journey.drop(mime)
    journey.until(lambda: journey.desks.reading.opened)
    journey.settle()
    assert journey.window.place == Place.READING
    assert journey.headlines == [containers.TITLE]
    assert [image.data for image in journey.article.images] == [picture, containers.JPEG]
    assert journey.article.metadata.url == containers.ADDRESS
    pages = journey.window.reader.view.pages
    assert pages is not None
    (shown,) = pages.pictures.values()
    assert shown.pixelColor(200, 75) == RED


def test_the_original_of_a_container_is_shown_as_text(journey: Journey) -> None:
    path = journey.folder / "letter.eml"
    path.write_bytes(containers.mail())
    journey.desks.importing.take([path])
    journey.until(lambda: journey.headlines == [containers.TITLE])
    journey.open(containers.TITLE)
    journey.do("original")
    view = journey.desks.original.view
    assert view is not None
    assert "Message-ID: <1@saltmarsh.example>" in view.text.toPlainText()
    view.close()
