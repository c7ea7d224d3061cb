"""A page is fetched whole, from where it says, or one sentence says why not."""

from __future__ import annotations

import gzip
import socket
import time
import zlib

import pytest

from clipreader import __version__
from clipreader.fetching import fetch, hosts, page
from clipreader.model import NotFetched
from tests.fetching.site import Site, answer, moved

PAGE = "<h1>The Night Ferry</h1><p>The ferry left at twenty past nine.</p>"
KINDS = ("text/html", "text/plain", "application/pdf")
MOST = 1_000_000


def fetched(address: str, most: int = MOST) -> bytes:
    return fetch(address, KINDS, most).data


def refused(address: str, most: int = MOST) -> str:
    with pytest.raises(NotFetched) as why:
        fetch(address, KINDS, most)
    told = str(why.value)
    assert told[0] in "“TW"
    assert told.endswith(".")
    assert "\n" not in told
    return told


def test_a_page_comes_with_what_the_site_says_of_it(site: Site) -> None:
    site.pages["/a"] = answer(PAGE, "Text/HTML; charset=KOI8-R")
    found = fetch(site.at("/a"), KINDS, MOST)
    assert found.data == PAGE.encode()
    assert (found.address, found.media_type, found.encoding) == (
        site.at("/a"),
        "text/html",
        "koi8-r",
    )


def test_a_site_is_told_who_asks_and_nothing_else(site: Site) -> None:
    site.pages["/a?b=c"] = answer(PAGE)
    fetched(site.at("/a?b=c"))
    (head,) = site.asked
    lines = head.split("\r\n")
    told = {line.split(":")[0].lower() for line in lines[1:] if line}
    assert lines[0] == "GET /a?b=c HTTP/1.1"
    assert f"User-Agent: ClipReader/{__version__}" in lines
    assert f"Host: 127.0.0.1:{site.port}" in lines
    assert told == {"user-agent", "accept", "accept-encoding", "connection", "host"}


@pytest.mark.parametrize(
    ("packed", "how"),
    [
        (gzip.compress(PAGE.encode()), "gzip"),
        (gzip.compress(PAGE[:20].encode()) + gzip.compress(PAGE[20:].encode()), "x-gzip"),
        (zlib.compress(PAGE.encode()), "Deflate"),
        (PAGE.encode(), "identity"),
    ],
    ids=["gzip", "two of gzip", "deflate", "plain"],  # gzip writes the time down
)
def test_what_is_packed_is_unpacked(site: Site, packed: bytes, how: str) -> None:
    site.pages["/a"] = answer(packed, Content_Encoding=how)
    assert fetched(site.at("/a")) == PAGE.encode()


def test_what_comes_in_pieces_is_joined(site: Site) -> None:
    pieces = b"".join(b"%x\r\n%b\r\n" % (len(one), one) for one in (b"<p>One", b" and two.</p>"))
    site.pages["/a"] = answer(pieces + b"0\r\n\r\n", Content_Length="", Transfer_Encoding="chunked")
    assert fetched(site.at("/a")) == b"<p>One and two.</p>"


@pytest.mark.parametrize("kind", ["", "text/plain", "application/pdf"])
def test_every_wanted_kind_is_taken_and_none_at_all(site: Site, kind: str) -> None:
    site.pages["/a"] = answer(PAGE, kind)
    assert fetch(site.at("/a"), KINDS, MOST).media_type == kind


@pytest.mark.parametrize("status", ["301 M", "302 F", "303 S", "307 T", "308 P"])
def test_a_page_that_moved_is_followed(site: Site, status: str) -> None:
    site.pages["/old"] = moved("new place?a=ä".encode().decode("latin-1"), status)
    site.pages["/new%20place?a=%C3%A4"] = answer(PAGE)
    found = fetch(site.at("/old"), KINDS, MOST)
    assert found.address == site.at("/new%20place?a=%C3%A4")
    assert found.data == PAGE.encode()


def test_five_moves_are_followed_and_a_sixth_is_not(site: Site) -> None:
    for number in range(6):
        site.pages[f"/{number}"] = moved(f"/{number + 1}")
    site.pages["/6"] = answer(PAGE)
    assert fetched(site.at("/1")) == PAGE.encode()
    assert "without end" in refused(site.at("/0"))
    site.pages["/loop"] = moved("/loop")
    assert "without end" in refused(site.at("/loop"))


@pytest.mark.parametrize(
    "place", ["file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "", "http://a@b.c/"]
)
def test_a_move_to_what_is_no_page_is_not_followed(site: Site, place: str) -> None:
    site.pages["/a"] = moved(place)
    assert "leads to an address that is no web page" in refused(site.at("/a"))


def test_a_site_outside_leads_nowhere_inside(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host stands for one outside; where it leads is this machine under other names."""
    there = socket.getaddrinfo("127.0.0.1", site.port, type=socket.SOCK_STREAM)
    lookup = socket.getaddrinfo

    def look_up(host: str, port: int, **how: object) -> object:
        return there if host == "outside.example" else lookup(host, port, **how)  # type: ignore[arg-type]

    seen: list[str] = []

    def is_public(number: str) -> bool:
        seen.append(number)
        return len(seen) == 1

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(hosts, "is_public", is_public)
    site.pages["/inside"] = answer(PAGE)
    for place in (
        site.at("/inside"),
        site.at("/inside", "localhost"),
        site.at("/inside", "outside.example"),
    ):
        site.pages["/a"] = moved(place)
        seen.clear()
        assert "is in the local network" in refused(site.at("/a", "outside.example"))
    assert [head.split()[1] for head in site.asked] == ["/a"] * 3


def test_a_machine_of_the_own_network_that_was_named_leads_to_no_other(site: Site) -> None:
    site.pages["/a"] = moved(site.at("/inside", "localhost"))
    site.pages["/inside"] = answer(PAGE)
    assert "is in the local network" in refused(site.at("/a"))
    assert fetched(site.at("/inside", "localhost")) == PAGE.encode()


def test_a_name_that_stands_for_this_machine_is_not_asked(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = socket.getaddrinfo("127.0.0.1", site.port, type=socket.SOCK_STREAM)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: there)
    assert "is in the local network" in refused(site.at("/a", "rebound.example"))
    assert site.asked == []


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("404 Not Found", "has no page at this address"),
        ("410 Gone", "has no page at this address"),
        ("401 Unauthorized", "does not give this page to ClipReader (401)"),
        ("403 Forbidden", "Open it in your browser"),
        ("429 Too Many Requests", "asks to come later"),
        ("503 Service Unavailable", "asks to come later"),
        ("500 Internal Server Error", "could not answer (500)"),
        ("204 No Content", "answered without a page (204)"),
        ("206 Partial Content", "answered without a page (206)"),
    ],
)
def test_an_answer_without_a_page(site: Site, status: str, told: str) -> None:
    site.pages["/a"] = answer(PAGE, status=status)
    assert told in refused(site.at("/a"))


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("image/png", "not an article, but image/png."),
        ("video/mp4", "not an article, but video/mp4."),
        ("application/json", "not an article, but application/json."),
    ],
)
def test_what_is_no_article_is_not_read(site: Site, kind: str, told: str) -> None:
    site.pages["/a"] = answer(b"x" * 100, kind)
    assert told in refused(site.at("/a"))


def endless(line: socket.socket) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        line.sendall(b"<p>more and more" * 1_000)


def test_more_than_a_file_may_have_is_refused(site: Site) -> None:
    site.pages["/told"] = answer(b"", Content_Length=str(MOST + 1))
    site.pages["/untold"] = endless
    site.pages["/bomb"] = answer(gzip.compress(bytes(100_000_000)), Content_Encoding="gzip")
    site.pages["/just"] = answer(b"a" * MOST)
    for path in ("/told", "/untold", "/bomb"):
        assert "is too large: it may have 1 megabytes" in refused(site.at(path))
    assert len(fetched(site.at("/just"))) == MOST


def hang_up(line: socket.socket) -> None:
    line.close()


def test_what_breaks_off_is_not_taken_for_whole(site: Site) -> None:
    packed = gzip.compress(PAGE.encode())
    site.pages |= {
        "/at once": hang_up,
        "/midway": answer(PAGE, Content_Length="5000"),
        "/chunks": answer(b"ff\r\n<p>", Content_Length="", Transfer_Encoding="chunked"),
        "/packed": answer(packed[:-9], Content_Encoding="gzip"),
    }
    site.pages["/at%20once"] = hang_up
    for path in ("/at%20once", "/midway", "/chunks", "/packed"):
        assert "broke off before the page was whole" in refused(site.at(path)), path


def test_what_cannot_be_unpacked_is_told(site: Site) -> None:
    site.pages["/brotli"] = answer(PAGE, Content_Encoding="br")
    site.pages["/lie"] = answer(PAGE, Content_Encoding="gzip")
    for path in ("/brotli", "/lie"):
        assert "in a form that ClipReader cannot read" in refused(site.at(path))


@pytest.mark.parametrize(
    "said",
    [
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"\0" * 50,
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 200 + b"\r\n",
    ],
    ids=["another service", "noise", "no number", "too many headers"],
)
def test_what_is_no_web_site_is_told(site: Site, said: bytes) -> None:
    site.pages["/a"] = said
    assert "did not answer as a web site does" in refused(site.at("/a"))


def test_a_silent_site_is_not_waited_for_without_end(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "SILENT_SECONDS", 0.3)
    site.pages["/a"] = lambda line: time.sleep(3)
    began = time.monotonic()
    assert "did not answer in time" in refused(site.at("/a"))
    assert time.monotonic() - began < 3


def test_nobody_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert "refused the connection" in refused(f"http://127.0.0.1:{port}/")
    assert "could not be found" in refused("http://nowhere.invalid/")
