"""Drop or paste something, and it is in the list."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from clipreader.model import Fate, FieldName
from clipreader.ui.import_report import files_to_try_again
from clipreader.ui.main_window import Place
from tests.journeys.conftest import CRANE, FERRY, Journey


def dropped(*paths: Path) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return made


def test_empty_library_says_how_to_begin(journey: Journey) -> None:
    assert journey.window.place == Place.EMPTY


def test_one_dropped_file_is_listed_and_opened(journey: Journey) -> None:
    journey.drop(dropped(journey.file("night ferry ü & co.txt", FERRY)))
    journey.until(lambda: journey.desks.reading.opened)
    journey.settle()
    assert journey.window.place == Place.READING
    assert journey.headlines == ["Night Ferry Returns to Harbour Town After Eleven Years"]
    assert journey.article.metadata.value(FieldName.TRANSLATORS) == ("Ana Reyes",)
    assert journey.window.articles.selected_ids == (journey.article.id,)


def test_the_first_of_several_files_is_opened(journey: Journey) -> None:
    files = [journey.file("a.txt", FERRY), journey.file("b.txt", CRANE)]
    journey.drop(dropped(*files))
    journey.until(lambda: journey.desks.reading.opened)
    journey.settle()
    assert journey.article.text.startswith("Night Ferry")
    assert journey.window.articles.selected_ids == (journey.article.id,)


def test_several_files_do_not_take_away_what_is_read(journey: Journey) -> None:
    journey.drop(dropped(journey.file("a.txt", CRANE)))
    journey.until(lambda: journey.desks.reading.opened)
    read = journey.article.id
    more = [journey.file("b.txt", FERRY), journey.file("c.txt", FERRY.replace("piano", "tuba"))]
    journey.drop(dropped(*more))
    journey.until(lambda: "added" in journey.notice)
    journey.settle()
    assert journey.article.id == read


def test_dropped_folder_ends_in_one_report(journey: Journey) -> None:
    folder = journey.folder / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "ferry again.txt").write_text(FERRY, encoding="utf-8")
    (folder / "deep" / "crane.txt").write_text(CRANE, encoding="utf-16")
    (folder / "film.mp4").write_bytes(bytes(range(256)) * 40)
    journey.drop(dropped(folder))
    journey.until(lambda: "added" in journey.notice)
    assert journey.notice == "2 added, 1 already in the library, 1 not read"
    journey.settle()
    assert len(journey.headlines) == 2
    journey.window.notices.press("Show report")
    report = journey.desks.importing.report
    assert report is not None
    assert report.shown == 4
    report.narrow(Fate.UNREAD)
    assert report.shown == 1
    assert report.table.model().index(0, 0).data() == "film.mp4"
    report.close()
    journey.do("import_report")
    again = journey.desks.importing.report
    assert again is not report, "the report can be read again from the menu"
    assert again is not None and again.shown == 4


def test_what_failed_is_tried_again_and_the_report_is_saved(journey: Journey) -> None:
    folder = journey.folder / "in"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "crane.txt").write_bytes(b"")
    journey.drop(dropped(folder))
    journey.until(lambda: journey.notice == "1 added, 1 failed")
    journey.window.notices.press("Show report")
    report = journey.desks.importing.report
    assert report is not None
    to = journey.folder / "report.csv"
    journey.desks.importing.save_report(report.as_csv(), to)
    journey.until(to.exists)
    assert "crane.txt" in to.read_text(encoding="utf-8")
    (folder / "crane.txt").write_text(CRANE, encoding="utf-8")
    report.again_asked.emit(files_to_try_again(journey.desks.importing.last))
    journey.until(lambda: len(journey.headlines) == 2)


def test_dropped_page_keeps_its_address(journey: Journey) -> None:
    page = QMimeData()
    words = "".join(f"<p>{line}</p>" for line in CRANE.split("\n\n")[1:])
    page.setHtml(f"\ufeff<h1>Two Shipyards Share One Crane</h1>{words}")
    page.setText("Two Shipyards")
    page.setData("chromium/x-source-url", QByteArray(b"https://norte.example/crane"))
    journey.drop(page)
    journey.until(lambda: journey.desks.reading.opened)
    assert journey.article.metadata.headline == "Two Shipyards Share One Crane"
    assert journey.article.metadata.url == "https://norte.example/crane"


def test_what_leads_to_no_page_is_refused_in_a_sentence(journey: Journey) -> None:
    link = QMimeData()
    link.setUrls([QUrl("ftp://norte.example/crane")])
    link.setText("ftp://norte.example/crane")
    journey.drop(link)
    assert "not the address of a web page" in journey.notice
    journey.settle()
    assert journey.headlines == []


def test_paste_imports_unless_a_field_has_the_keyboard(journey: Journey) -> None:
    QGuiApplication.clipboard().setText(CRANE)
    journey.window.activateWindow()
    journey.window.toolbar.search.begin()
    QTest.keyClick(journey.window.toolbar.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    journey.settle()
    assert journey.headlines == []
    journey.window.toolbar.search.clear()
    journey.window.sidebar.setFocus()
    journey.do("paste")
    journey.until(lambda: journey.headlines)
    assert journey.headlines[0].startswith("Two Shipyards")


def test_same_text_twice_is_one_article(journey: Journey) -> None:
    journey.bring(FERRY)
    journey.desks.importing.take([journey.file("again.txt", FERRY)])
    journey.until(lambda: "already" in journey.notice)
    journey.settle()
    assert len(journey.headlines) == 1


def test_undo_of_an_import_moves_it_to_the_trash(journey: Journey) -> None:
    journey.bring(FERRY, CRANE)
    journey.until(journey.window.verbs["undo"].isEnabled)
    journey.do("undo")
    journey.until(lambda: journey.desks.browsing.counts.trash == 2)
    journey.until(lambda: journey.headlines == [])
    journey.do("redo")
    journey.until(lambda: len(journey.headlines) == 2)


@pytest.mark.parametrize("verb", ["samples"])
def test_samples_fill_an_empty_library(journey: Journey, verb: str) -> None:
    journey.do(verb)
    journey.until(lambda: len(journey.headlines) >= 12)
    assert journey.window.place == Place.READING
