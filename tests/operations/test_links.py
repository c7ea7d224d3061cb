"""The pages of links are fetched into their own articles, and what fails harms nothing."""

from __future__ import annotations

import gzip
import multiprocessing
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from clipreader.model import Colour, LibraryUnavailable, Progress, Query, Source, Term
from clipreader.operations import (
    Library,
    checking,
    highlighting,
    history,
    importing,
    links,
    open_library,
    reading,
    trash,
)
from clipreader.operations.links import fetch_pages
from tests.fetching.site import Site, answer, moved, open_site

SAID = "The ferry left at twenty past nine, and nobody on the quay said a word about the piano."


def page(headline: str = "Night Ferry Returns", said: str = SAID, head: str = "") -> str:
    return (
        f"<!doctype html><html><head>{head}<title>{headline}</title></head><body><article>"
        f"<h1>{headline}</h1><p>{said}</p><p>{said[::-1]}</p></article></body></html>"
    )


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened


def kept(library: Library, *addresses: str) -> list[str]:
    sources = [Source("dropped link", one.encode(), "text/uri-list") for one in addresses]
    items = importing.import_sources(library, sources).value.items
    return [item.article_id or item.reason for item in items]


def text(library: Library, article_id: str) -> str:
    return reading.open_article(library, article_id).article.text


def test_a_page_becomes_the_text_of_its_link(library: Library, site: Site) -> None:
    site.pages["/ferry"] = answer(page())
    (one,) = kept(library, site.at("/ferry"))
    outcome = fetch_pages(library, [one])
    assert [(item.article_id, item.failure) for item in outcome.value.items] == [(one, "")]
    assert one in outcome.changes.articles
    assert outcome.label == history.state(library).undo_label == links.LABEL
    opened = reading.open_article(library, one)
    assert opened.article.metadata.headline == "Night Ferry Returns"
    assert opened.article.metadata.url == site.at("/ferry")
    assert SAID in opened.article.text
    assert [row.id for row in reading.list_articles(library, Query(terms=(Term("piano"),)))] == [
        one
    ]
    assert reading.original(library, one).data == page().encode()
    assert links.links_among(library, [one]) == {}
    assert checking.check(library).problems == ()


def test_undo_brings_the_link_back(library: Library, site: Site) -> None:
    site.pages["/ferry"] = answer(page())
    (one,) = kept(library, site.at("/ferry"))
    before = text(library, one)
    fetch_pages(library, [one])
    history.undo(library)
    assert text(library, one) == before
    assert list(links.links_among(library, [one])) == [one]
    history.redo(library)
    assert SAID in text(library, one)
    history.undo(library)
    assert fetch_pages(library, [one]).value.fetched
    assert SAID in text(library, one)
    assert checking.check(library).problems == ()


def test_each_link_for_itself(library: Library, site: Site) -> None:
    site.pages |= {
        "/ferry": answer(page()),
        "/moved": moved("/crane"),
        "/crane": answer(page("Two Shipyards Share One Crane", SAID.replace("ferry", "crane"))),
        "/empty": answer(""),
        "/shell": answer("<html><body><p>Please switch scripts on.</p></body></html>"),
        "/note.txt": answer(f"The Bell\n\n{SAID}\n", "text/plain"),
    }
    paths = ("/ferry", "/gone", "/moved", "/empty", "/shell", "/note.txt")
    ids = kept(library, *map(site.at, paths))
    seen: list[Progress] = []
    report = fetch_pages(library, ids, progress=lambda one: not seen.append(one)).value
    assert [item.article_id for item in report.items] == ids
    told = dict(zip(paths, (item.failure for item in report.items), strict=True))
    assert [path for path in paths if not told[path]] == ["/ferry", "/moved", "/note.txt"]
    assert "has no page at this address" in told["/gone"]
    assert "sent an empty page" in told["/empty"]
    assert "sent a page without an article" in told["/shell"]
    assert [item.address for item in report.failed] == [
        site.at(path) for path in ("/gone", "/empty", "/shell")
    ]
    assert reading.open_article(library, ids[2]).article.metadata.url == site.at("/crane")
    assert text(library, ids[1]).endswith(site.at("/gone"))
    assert all(one.is_fetch and one.total == len(paths) for one in seen)


def test_a_link_that_failed_can_be_tried_again(library: Library, site: Site) -> None:
    (one,) = kept(library, site.at("/ferry"))
    assert fetch_pages(library, [one]).value.failed
    site.pages["/ferry"] = answer(page())
    assert fetch_pages(library, [one]).value.fetched
    assert SAID in text(library, one)
    assert fetch_pages(library, [one]).value.items == ()


def test_what_was_marked_on_the_link_is_not_lost(library: Library, site: Site) -> None:
    site.pages["/ferry"] = answer(page())
    (one,) = kept(library, site.at("/ferry"))
    span = reading.open_article(library, one).article.blocks[0].span
    highlighting.add(library, one, span, Colour.YELLOW)
    fetch_pages(library, [one])
    (mark,) = reading.open_article(library, one).highlights
    assert mark.quote


def drip(line: socket.socket) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        line.sendall(b"<")
        time.sleep(0.1)


def test_a_site_that_drips_is_not_waited_for(
    library: Library, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages["/slow"] = drip
    site.pages["/ferry"] = answer(page())
    slow, ferry = kept(library, site.at("/slow"), site.at("/ferry"))
    monkeypatch.setattr(links.Errand.__init__, "__kwdefaults__", {"seconds": 3.0})
    began = time.monotonic()
    report = fetch_pages(library, [slow, ferry]).value
    assert "takes too long" in report.items[0].failure
    assert not report.items[1].failure
    assert time.monotonic() - began < 30


def test_cancel_ends_at_once_and_keeps_what_is_there(library: Library, site: Site) -> None:
    site.pages["/slow"] = drip
    site.pages["/ferry"] = answer(page())
    slow, ferry = kept(library, site.at("/slow"), site.at("/ferry"))
    began = time.monotonic()
    report = fetch_pages(library, [slow, ferry], progress=lambda one: one.done == 0).value
    assert report.cancelled
    assert [item.article_id for item in report.fetched] == [ferry]
    assert list(links.links_among(library, [slow])) == [slow]
    assert time.monotonic() - began < 30
    assert not [one for one in multiprocessing.active_children() if "fetch" in one.name]


def test_a_bomb_is_refused_and_the_link_stays(library: Library, site: Site) -> None:
    site.pages["/bomb"] = answer(gzip.compress(bytes(200_000_000)), Content_Encoding="gzip")
    (one,) = kept(library, site.at("/bomb"))
    (item,) = fetch_pages(library, [one]).value.items
    assert "too large" in item.failure
    assert text(library, one).endswith(site.at("/bomb"))


def test_what_lies_in_the_trash_is_not_fetched(library: Library, site: Site) -> None:
    (one,) = kept(library, site.at("/ferry"))
    trash.move_to_trash(library, [one])
    assert fetch_pages(library, [one]).value.items == ()
    assert site.asked == []


def test_articles_and_strangers_are_passed_over(library: Library, site: Site) -> None:
    note = importing.import_sources(library, [Source("a", SAID.encode(), "text/plain")])
    ids = [note.value.items[0].article_id or "", "no such article"]
    assert fetch_pages(library, ids).value.items == ()
    assert site.asked == []


def test_a_library_to_read_only_fetches_nothing(library: Library, site: Site) -> None:
    (one,) = kept(library, site.at("/ferry"))
    folder = library.folder
    library.close()
    with open_library(folder, read_only=True) as opened, pytest.raises(LibraryUnavailable):
        fetch_pages(opened, [one])
    assert site.asked == []


WATCHED = """
    import sys
    asked = []
    def watch(event, arguments):
        if event in ("socket.connect", "socket.getaddrinfo", "urllib.Request"):
            asked.append((event, arguments))
    sys.addaudithook(watch)
    from pathlib import Path
    from clipreader.operations import importing, links, open_library
    folder, address, says_yes = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "yes"
    (folder / "Night Ferry.url").write_text("[InternetShortcut]\\nURL=" + address)
    with open_library(folder / "library") as library:
        report = importing.import_sources(library, [folder / "Night Ferry.url"]).value
        if says_yes:
            links.fetch_pages(library, [item.article_id for item in report.items])
    assert "http.client" not in sys.modules
    assert not any(name.startswith("clipreader.fetching") for name in sys.modules)
    assert not asked, asked
"""


@pytest.mark.parametrize("answered", ["no", "yes"])
def test_nothing_is_asked_before_yes_and_never_beside_the_library(
    tmp_path: Path, site: Site, answered: str
) -> None:
    """The process with the library connects to nothing, whatever the person says."""
    site.pages["/ferry"] = answer(page())
    script = tmp_path / "watched.py"
    main = textwrap.indent(textwrap.dedent(WATCHED), "    ")
    script.write_text(f'if __name__ == "__main__":\n{main}', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path), site.at("/ferry"), answered],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(site.asked) == (answered == "yes")


def test_no_more_is_fetched_than_can_be_read(
    library: Library, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While reading takes long, fetched pages do not pile up in memory."""
    paths = [f"/{number}" for number in range(4 * links.MOST_AT_ONCE)]
    site.pages |= {path: answer(page(f"Ferry {path}", f"{path} {SAID}")) for path in paths}
    ids = kept(library, *map(site.at, paths))
    began: list[float] = []
    asked: list[int] = []
    usual = vars(links.Crew)["has_room"].fget

    def has_room(crew: links.Crew) -> bool:
        """Have none for a while after the first page came; it is asked where one waits."""
        began.append(time.monotonic())
        if time.monotonic() - began[0] < 1.5:
            asked.append(len(site.asked))
            return False
        return usual(crew)

    monkeypatch.setattr(links.Crew, "has_room", property(has_room))
    report = fetch_pages(library, ids).value
    assert len(report.fetched) == len(ids)
    assert max(asked) <= links.MOST_AT_ONCE
