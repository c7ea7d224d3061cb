"""Open an article, and it is on the page; put it away, and it can be brought back."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase

from clipreader.model import Colour, FieldName, Query, Shelf, Span
from clipreader.operations import highlighting, importing, open_library, reading
from clipreader.ui.main_window import Place
from clipreader.ui.sidebar_entries import Kind, entries
from tests.journeys.conftest import CRANE, FERRY, Journey
from tests.stories import story


def test_opened_article_is_read_from_now_on(journey: Journey) -> None:
    journey.bring(FERRY, CRANE)
    journey.until(lambda: journey.desks.browsing.counts.unread == 2)
    article = journey.open("Night Ferry")
    journey.until(lambda: journey.desks.browsing.counts.unread == 1)
    journey.until(lambda: not journey.row(article.id).unread)
    journey.do("unread")
    journey.until(lambda: journey.desks.browsing.counts.unread == 2)


def test_next_and_previous_walk_the_list(journey: Journey) -> None:
    journey.bring(FERRY, CRANE)
    first = journey.open(journey.headlines[0][:9])
    journey.do("next")
    journey.until(lambda: journey.desks.reading.article_id != first.id)
    journey.do("previous")
    journey.until(lambda: journey.desks.reading.article_id == first.id)


def test_star_fills_its_shelf(journey: Journey) -> None:
    journey.bring(FERRY, CRANE)
    journey.open("Night Ferry")
    journey.do("star")
    journey.do("show_starred")
    journey.until(lambda: len(journey.headlines) == 1)
    assert journey.headlines[0].startswith("Night Ferry")
    assert journey.window.sidebar.entry.shelf == Shelf.STARRED


def test_names_in_the_sidebar_narrow_the_list(journey: Journey) -> None:
    journey.bring(FERRY, CRANE)
    journey.until(lambda: journey.desks.browsing.counts.translators)
    journey.window.sidebar.choose(Query(translators=("=M. Okafor",)))
    journey.until(lambda: len(journey.headlines) == 1)
    assert journey.headlines[0].startswith("Two Shipyards")


def test_authors_narrow_the_list_and_their_section_stays_folded(
    start: Callable[[], Journey],
) -> None:
    journey = start()
    journey.bring(FERRY, CRANE)
    journey.until(lambda: journey.desks.browsing.counts.authors)
    sidebar = journey.window.sidebar
    sidebar.choose(Query(authors=("=Elena Duarte",)))
    journey.until(lambda: len(journey.headlines) == 1)
    assert journey.headlines[0].startswith("Night Ferry")
    sidebar.choose(Query())
    journey.until(lambda: len(journey.headlines) == 2)
    labels = [sidebar.model().index(row, 0).data() for row in range(sidebar.model().rowCount())]
    sidebar.setCurrentIndex(sidebar.model().index(labels.index("Authors"), 0))
    journey.bot.keyClick(sidebar, Qt.Key.Key_Left)

    again = start().window.sidebar.model()
    labels = [again.index(row, 0).data() for row in range(again.rowCount())]
    assert "Authors" in labels
    assert "Elena Duarte" not in labels
    assert "Ana Reyes" in labels


def test_each_name_lists_as_many_articles_as_its_count_says(journey: Journey) -> None:
    begin = "Agencia Norte y Sur, Harbour Town, 30 May 2024 — "
    longer = story(4).replace("\n\n", f"\n\n{begin}", 1) + "\nTranslated by M. Okafor Lund\n"
    journey.bring(FERRY, CRANE, longer)
    journey.until(lambda: len(journey.desks.browsing.counts.translators) == 3)
    with open_library(journey.folder.parent / "library") as library:
        for row in reading.list_articles(library, Query()):
            for words, tag in (("Harbour", "sea/port"), ("Town", "sea"), ("2024", "sea/port")):
                place = reading.open_article(library, row.id).article.text.index(words)
                span = Span(place, place + len(words))
                highlighting.add(library, row.id, span, Colour.BLUE, tags=(tag,))
    journey.until(lambda: len(journey.desks.browsing.counts.tags) == 2)
    counts = journey.desks.browsing.counts
    with open_library(journey.folder.parent / "library") as library:
        named = [entry for entry in entries(counts) if entry.kind == Kind.NAME]
        assert len(named) >= 6
        for entry in named:
            assert entry.query is not None
            assert reading.count_articles(library, entry.query) == entry.count, entry.name


def test_trash_undo_and_restore(journey: Journey) -> None:
    journey.bring(FERRY, CRANE)
    journey.open("Night Ferry")
    journey.do("trash")
    journey.until(lambda: len(journey.headlines) == 1)
    journey.window.notices.press("Undo")
    journey.until(lambda: len(journey.headlines) == 2)
    journey.open("Night Ferry")
    journey.do("trash")
    journey.do("show_trash")
    journey.until(lambda: len(journey.headlines) == 1 and journey.headlines[0].startswith("Night"))
    journey.open("Night Ferry")
    journey.do("restore")
    journey.until(lambda: journey.desks.browsing.counts.trash == 0)


def test_the_list_keeps_its_place_when_an_article_goes(journey: Journey) -> None:
    journey.bring(FERRY, CRANE, story(3))
    first, second, third = (row.id for row in journey.window.articles.model.rows)
    strip, told = journey.window.trash_strip, list[str]()
    journey.desks.reading.shown.connect(lambda: told.append(strip.words))
    journey.window.articles.select(second)
    journey.until(lambda: journey.desks.reading.article_id == second)
    journey.do("trash")
    journey.until(lambda: len(journey.headlines) == 2)
    assert journey.window.articles.selected_ids == (third,)
    journey.until(lambda: journey.desks.reading.article_id == third)
    journey.do("trash")
    journey.until(lambda: len(journey.headlines) == 1)
    assert journey.window.articles.selected_ids == (first,)
    journey.until(lambda: journey.desks.reading.article_id == first)
    assert set(told) == {""}, "the page does not jump on the way"


def test_an_open_article_in_the_trash_says_so_and_can_come_back(journey: Journey) -> None:
    journey.bring(FERRY)
    journey.open("Night Ferry")
    strip = journey.window.trash_strip
    assert strip.isHidden()
    journey.do("trash")
    journey.until(lambda: not strip.isHidden())
    assert (journey.article.metadata.headline or "").startswith("Night Ferry")
    strip.pressed.emit()
    journey.until(strip.isHidden)
    journey.until(lambda: len(journey.headlines) == 1)


def test_letters_that_no_font_has_are_told_once(
    journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:

    def no_families(*_: object) -> list[str]:
        return []

    monkeypatch.setattr(QFontDatabase, "families", no_families)
    journey.bring(
        FERRY, "夜渡轮十一年后回到港口\n\n港口城市的人们等了很久，渡轮终于在夜里离开码头。\n"
    )
    journey.open("夜渡轮")
    strip = journey.window.letters_strip
    journey.until(lambda: "Chinese" in strip.words)
    assert "Noto Sans CJK" in strip.words
    journey.open("Night Ferry")
    journey.until(strip.isHidden)
    journey.open("夜渡轮")
    journey.until(lambda: "Chinese" in strip.words)
    strip.pressed.emit()
    assert strip.isHidden()
    journey.open("Night Ferry")
    journey.open("夜渡轮")
    assert strip.isHidden(), "who was told does not want to hear it again"


def test_fields_can_be_edited_and_undone(journey: Journey) -> None:
    journey.bring(FERRY)
    journey.open("Night Ferry")
    journey.desks.marking.edit_fields()
    editor = journey.desks.marking.fields
    assert editor is not None
    editor.line(FieldName.HEADLINE).setText("A <b>new</b> headline")
    editor.line(FieldName.TRANSLATORS).setText("Ana Reyes; M. Okafor")
    editor.accept()
    journey.until(lambda: journey.headlines == ["A <b>new</b> headline"])
    journey.until(lambda: journey.article.metadata.translators == ("Ana Reyes", "M. Okafor"))
    journey.settle()
    journey.do("undo")
    journey.until(lambda: journey.headlines[0].startswith("Night Ferry"))
    journey.until(lambda: journey.article.metadata.translators == ("Ana Reyes",))


def test_fields_that_are_refused_can_be_mended(journey: Journey) -> None:
    journey.bring(FERRY)
    journey.open("Night Ferry")
    journey.desks.marking.edit_fields()
    editor = journey.desks.marking.fields
    assert editor is not None
    editor.line(FieldName.PLACE).setText("Cape Selby")
    editor.line(FieldName.PUBLISHED).setText("some Wednesday")
    editor.accept()
    journey.until(lambda: "is no date" in journey.notice)
    assert editor.isVisible()
    assert editor.line(FieldName.PLACE).text() == "Cape Selby"
    editor.line(FieldName.PUBLISHED).setText("2024-07-03")
    editor.accept()
    journey.until(lambda: journey.article.metadata.published == "2024-07-03")
    assert journey.article.metadata.place == "Cape Selby"


def test_original_is_shown_and_saved(journey: Journey) -> None:
    journey.bring(FERRY)
    journey.open("Night Ferry")
    journey.do("original")
    journey.until(lambda: journey.desks.original.view)
    view = journey.desks.original.view
    assert view is not None
    assert "forty-one passengers" in view.text.toPlainText()
    to = journey.folder / "saved.txt"
    journey.desks.original.save_to(to)
    journey.until(to.exists)
    journey.settle()
    assert to.read_bytes() == FERRY.encode()


def test_article_shelf_and_place_come_back(start: Callable[[], Journey]) -> None:
    first = start()
    first.bring(FERRY, CRANE)
    article = first.open("Two Shipyards")
    first.do("show_unread")
    again = start()
    again.until(lambda: again.desks.reading.opened)
    assert again.desks.reading.article_id == article.id
    assert again.window.sidebar.entry.shelf == Shelf.UNREAD
    assert again.window.place == Place.READING


def test_library_that_cannot_be_opened_says_so_and_is_left_alone(
    start: Callable[[], Journey], tmp_path: Path
) -> None:
    file = tmp_path / "library" / "library.sqlite"
    file.parent.mkdir()
    file.write_bytes(b"These are no articles. " * 400)
    journey = start()
    assert "library" in journey.window.banner.words
    assert not journey.desks.is_open
    journey.drop_text(FERRY)
    journey.settle()
    assert file.read_bytes() == b"These are no articles. " * 400


def test_library_that_can_only_be_read_is_read_in_peace(journey: Journey) -> None:
    journey.bring(FERRY, CRANE)
    opened: list[object] = []
    folder = journey.folder.parent / "library"
    journey.background.open(folder, read_only=True, then=opened.append)
    journey.until(lambda: opened)
    before = journey.notice
    journey.open("Night Ferry")
    journey.open("Two Shipyards")
    assert journey.notice == before
    journey.window.reader.highlight_asked.emit(journey.span("names no rent"), Colour.BLUE)
    journey.until(lambda: "can only be read" in journey.notice)


def test_folder_that_cannot_be_written_is_told_at_once(
    start: Callable[[], Journey], monkeypatch: pytest.MonkeyPatch
) -> None:
    start().bring(FERRY, CRANE)
    may = os.access

    def may_read(at: str | Path, mode: int) -> bool:
        return not mode & os.W_OK and may(at, mode)

    monkeypatch.setattr(os, "access", may_read)
    journey = start()
    assert journey.desks.is_open
    assert "nothing can be changed" in journey.window.banner.words
    journey.open("Night Ferry")
    star = journey.window.verbs["star"]
    star.trigger()
    journey.until(lambda: "can only be read" in journey.notice)
    assert not star.isChecked(), "a refused star is not shown as given"
    monkeypatch.undo()
    assert start().window.banner.words == ""


def test_second_window_sees_what_the_first_writes(journey: Journey) -> None:
    """The command line, or a window that was started past the first, writes to the same file."""
    with open_library(journey.folder.parent / "library") as other:
        importing.import_sources(other, [journey.file("ferry.txt", FERRY)])
    journey.until(lambda: journey.headlines)
    article = journey.open("Night Ferry")
    with open_library(journey.folder.parent / "library") as other:
        highlighting.add(other, article.id, journey.span("forty-one passengers"), Colour.BLUE)
    journey.until(lambda: journey.highlights)
    assert journey.highlights[0].quote == "forty-one passengers"
