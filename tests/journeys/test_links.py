"""A link comes in, and its page only after a yes; through the real window."""

from __future__ import annotations

import socket
import sys
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl

from tests.fetching.site import Site, answer, open_site
from tests.journeys.conftest import FERRY, Journey

SAID = "The ferry left at twenty past nine, and nobody on the quay said a word about the piano."
PAGE = f"<html><body><article><h1>Night Ferry Returns</h1><p>{SAID}</p></article></body></html>"


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        opened.pages["/ferry"] = answer(PAGE)
        yield opened


@pytest.fixture
def connections() -> Iterator[list[str]]:
    """What the window's process connects to while the test runs, or looks up."""
    made: list[str] = []
    watching = [True]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching[0] and event in {"socket.connect", "socket.getaddrinfo"}:
            made.append(f"{event} {arguments}")

    sys.addaudithook(watch)
    yield made
    watching[0] = False


def drop_links(journey: Journey, *addresses: str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl(address) for address in addresses])
    journey.drop(mime)


def asked(journey: Journey) -> None:
    """Wait for the question."""
    journey.until(lambda: journey.desks.links.dialog is not None)


def say(journey: Journey, fetch: bool, always: bool = False) -> None:
    """Answer the question."""
    asked(journey)
    dialog = journey.desks.links.dialog
    assert dialog is not None
    dialog.always.setChecked(always)
    (dialog.fetch if fetch else dialog.keep).click()
    if not fetch:
        journey.settle()


def strip(journey: Journey) -> str:
    return journey.window.links_strip.words


def test_a_link_is_kept_and_its_page_fetched_after_yes(
    journey: Journey, site: Site, connections: list[str]
) -> None:
    """Nobody is asked before the yes, and by another process only after it."""
    drop_links(journey, site.at("/ferry"))
    asked(journey)
    journey.settle()
    assert journey.headlines == [f"127.0.0.1:{site.port}/ferry"]
    assert strip(journey) == "Only the address is kept: the page was not fetched."
    assert site.asked == []
    say(journey, fetch=True)
    journey.until(lambda: journey.headlines == ["Night Ferry Returns"])
    journey.until(lambda: SAID in journey.article.text)
    assert strip(journey) == ""
    assert journey.notice == "The page was fetched, and no pictures besides."
    assert connections == []
    assert len(site.asked) == 1
    journey.do("undo")
    journey.until(lambda: strip(journey))
    assert SAID not in journey.article.text


def test_no_is_no_and_the_strip_asks_again(journey: Journey, site: Site) -> None:
    drop_links(journey, site.at("/ferry"))
    say(journey, fetch=False)
    assert strip(journey)
    journey.window.links_strip.pressed.emit()
    say(journey, fetch=False)
    assert site.asked == []
    journey.window.links_strip.pressed.emit()
    say(journey, fetch=True)
    journey.until(lambda: journey.headlines == ["Night Ferry Returns"])
    assert len(site.asked) == 1


def test_a_link_says_that_only_its_address_is_kept(journey: Journey, site: Site) -> None:
    drop_links(journey, site.at("/ferry"))
    say(journey, fetch=False)
    (row,) = journey.window.articles.model.rows
    assert row.is_link
    spoken = journey.window.articles.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Only the address is kept" in spoken
    page = journey.window.reader.view.toPlainText()
    assert "Only the address is kept" in page
    assert "1 min" not in page


def test_a_link_among_many_files_is_not_asked_about(journey: Journey, site: Site) -> None:
    journey.file("one.url", f"[InternetShortcut]\nURL={site.at('/one')}\n")
    for number in range(3):
        journey.file(f"{number}.txt", f"Story {number}\n\nWords that are {number} times its own.")
    journey.desks.importing.take([journey.folder])
    journey.until(lambda: len(journey.headlines) == 4)
    journey.settle()
    assert journey.desks.links.dialog is None
    journey.open("one")
    assert journey.window.links_strip.words
    journey.window.links_strip.pressed.emit()
    dialog = journey.desks.links.dialog
    assert dialog is not None
    assert dialog.fetch.isDefault() and not dialog.keep.isDefault()
    assert dialog.focusWidget() is dialog.fetch


def test_one_question_for_all_that_came_in(journey: Journey, site: Site) -> None:
    site.pages["/crane"] = answer(PAGE.replace("Night Ferry Returns", "One Crane for Two"))
    journey.file("a.url", f"[InternetShortcut]\nURL={site.at('/ferry')}\n")
    journey.file("b.url", f"[InternetShortcut]\nURL={site.at('/crane')}\n")
    journey.file("c.url", f"[InternetShortcut]\nURL={site.at('/gone')}\n")
    journey.file("note.txt", FERRY)
    journey.desks.importing.take([journey.folder])
    say(journey, fetch=True)
    assert journey.desks.links.dialog is None
    journey.until(lambda: "2 pages were fetched, and no pictures besides." in journey.notice)
    assert "has no page at this address" in journey.notice
    wanted = {
        "Night Ferry Returns",
        "Night Ferry Returns to Harbour Town After Eleven Years",
        "One Crane for Two",
        "c",
    }
    journey.until(lambda: set(journey.headlines) == wanted)


def test_a_page_that_fails_can_be_tried_again(journey: Journey, site: Site) -> None:
    page = site.pages.pop("/ferry")
    drop_links(journey, site.at("/ferry"))
    say(journey, fetch=True)
    journey.until(lambda: "has no page at this address" in journey.notice)
    assert strip(journey) == "Only the address is kept: the page was not fetched."
    site.pages["/ferry"] = page
    journey.window.notices.press("Try again")
    journey.until(lambda: journey.headlines == ["Night Ferry Returns"])


def test_never_is_remembered(journey: Journey, site: Site) -> None:
    drop_links(journey, site.at("/ferry"))
    say(journey, fetch=False, always=True)
    drop_links(journey, site.at("/crane"))
    journey.until(lambda: len(journey.headlines) == 2)
    journey.settle()
    assert journey.desks.links.dialog is None
    assert site.asked == []


def test_always_fetches_unasked_but_nothing_of_the_own_network(
    journey: Journey, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    journey.desks.links._preferences.change(links="always")
    drop_links(journey, site.at("/ferry"))
    journey.until(lambda: len(journey.headlines) == 1)
    journey.settle()
    assert (site.asked, journey.desks.links.dialog) == ([], None)
    monkeypatch.setattr("clipreader.ui.links_desk.is_local", lambda _: False)
    site.pages["/crane"] = answer(PAGE.replace("Night Ferry Returns", "One Crane for Two"))
    drop_links(journey, site.at("/crane"))
    journey.until(lambda: "One Crane for Two" in journey.headlines)
    assert [head.split()[1] for head in site.asked] == ["/crane"]


def drip(line: socket.socket) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        line.sendall(b"<")
        time.sleep(0.1)


def test_the_window_does_not_wait_and_cancel_ends_it(journey: Journey, site: Site) -> None:
    site.pages["/slow"] = drip
    journey.bring(FERRY)
    drop_links(journey, site.at("/slow"))
    asked(journey)
    dialog = journey.desks.links.dialog
    assert dialog is not None
    dialog.fetch.click()
    journey.until(lambda: site.asked)
    assert strip(journey) == "The page is being fetched."
    assert not journey.window.links_strip.isEnabled()
    row = next(one for one in journey.window.articles.model.rows if "Ferry" in one.headline)
    journey.window.articles.select(row.id)
    journey.until(lambda: journey.desks.reading.article_id == row.id)
    journey.window.status.cancel_asked.emit()
    journey.until(lambda: "cancelled" in journey.notice)
    journey.settle()
    assert len(journey.headlines) == 2


def test_a_selection_with_its_address_is_an_article_and_no_question(
    journey: Journey, site: Site
) -> None:
    mime = QMimeData()
    mime.setHtml(f"<h1>The Bell</h1><p>{SAID}</p>")
    mime.setText(f"The Bell\n{SAID}")
    mime.setUrls([QUrl(site.at("/ferry"))])
    journey.drop(mime)
    journey.until(lambda: journey.headlines == ["The Bell"])
    journey.settle()
    assert journey.desks.links.dialog is None
    assert strip(journey) == ""
    assert site.asked == []
