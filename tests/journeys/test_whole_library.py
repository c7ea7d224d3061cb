"""The whole library goes out into a folder, and comes in when the folder is dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from clipreader.model import Colour
from tests.journeys.conftest import CRANE, FERRY, Journey


def test_out_of_one_library_and_into_another(start: Callable[[], Journey], tmp_path: Path) -> None:
    journey = start()
    journey.bring(FERRY, CRANE)
    journey.open("Night Ferry")
    journey.window.reader.highlight_asked.emit(journey.span("the fuel"), Colour.BLUE)
    journey.until(lambda: journey.highlights)
    made = journey.highlights
    journey.desks.whole_library.export_to(tmp_path / "out")
    journey.until(lambda: "2 articles exported to out" in journey.notice)
    (tmp_path / "library").rename(tmp_path / "old library")
    again = start()
    assert again.headlines == []
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "out"))])
    again.drop(mime)
    again.until(lambda: "2 articles added" in again.notice)
    again.until(lambda: len(again.headlines) == 2)
    again.open("Night Ferry")
    assert again.highlights == made
    again.do("undo")
    again.until(lambda: again.headlines == [])


def test_a_damaged_folder_is_told_and_nothing_comes_in(journey: Journey, tmp_path: Path) -> None:
    journey.bring(FERRY)
    journey.desks.whole_library.export_to(tmp_path / "out")
    journey.until(lambda: "1 article exported to out" in journey.notice)
    (tmp_path / "out" / "README.txt").write_text("x")
    journey.desks.importing.take([tmp_path / "out"])
    journey.until(lambda: "“README.txt” is not what it was" in journey.notice)
    assert len(journey.headlines) == 1


def test_a_folder_of_articles_comes_in_as_before(journey: Journey) -> None:
    journey.file("a.txt", FERRY)
    journey.file("b.txt", CRANE)
    journey.desks.importing.take([journey.folder])
    journey.until(lambda: len(journey.headlines) == 2)
