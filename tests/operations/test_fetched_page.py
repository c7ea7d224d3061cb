"""What a site sent is kept so that it can be read ever again as the site meant it."""

from __future__ import annotations

import pytest

from clipreader.importers import LINK
from clipreader.model import Fetched, NotFetched
from clipreader.operations.fetched_page import KINDS, checked, source_of
from clipreader.operations.parsing import read_article
from tests.importers.documents import docx, printing

ADDRESS = "https://www.diario.example/2024/night-ferry.html?from=mail"
SAID = "The ferry left at twenty past nine, and nobody on the quay said a word about the piano."


def page(said: str, head: str = "") -> str:
    return (
        f"<!doctype html><html><head>{head}<title>Night Ferry</title></head><body><article>"
        f"<h1>Night Ferry</h1><p>{said}</p></article></body></html>"
    )


@pytest.mark.parametrize(
    ("kind", "encoding", "body", "words"),
    [
        (
            "text/html",
            "koi8-r",
            page("Паром идёт домой. " * 30).encode("koi8-r"),
            "идёт домой. Паром",
        ),
        (
            "text/html",
            "iso-8859-1",
            page("Déjà vu à l’hôtel. " * 9, '<meta charset="koi8-r">').encode("cp1252"),
            "Déjà vu à l’hôtel",
        ),
        (
            "text/html",
            None,
            page("Паром идёт домой. " * 30, '<meta charset="koi8-r">').encode("koi8-r"),
            "идёт домой. Паром",
        ),
        (
            "text/html",
            "iso-8859-1",
            page("Größe zählt hier nicht. " * 30).encode(),
            "Größe zählt hier nicht. Größe",
        ),
        (
            "text/html",
            "klingon",
            page("Größe zählt hier nicht. " * 30).encode(),
            "Größe zählt hier nicht. Größe",
        ),
        (
            "text/html",
            "utf-8",
            page("Größe zählt hier nicht. " * 30).encode("utf-16"),
            "Größe zählt hier nicht. Größe",
        ),
        ("text/plain", "koi8-r", ("Паром\n\n" + "Паром идёт. " * 30).encode("koi8-r"), "идёт"),
        ("", None, page("Größe zählt hier nicht. " * 30).encode(), "Größe zählt hier nicht. Größe"),
    ],
)
def test_the_encoding_that_the_site_names(
    kind: str, encoding: str | None, body: bytes, words: str
) -> None:
    source = source_of(Fetched(ADDRESS, body, kind, encoding))
    article = read_article(source).article
    assert words in article.text
    assert checked(article, "diario.example") is article
    assert article.metadata.url == ADDRESS


@pytest.mark.parametrize("encoding", [None, "utf-8", "windows-1252"])
def test_a_page_that_needs_no_word_of_the_site_is_kept_as_it_is(encoding: str | None) -> None:
    body = page("Größe zählt hier nicht. " * 30).encode()
    source = source_of(Fetched(ADDRESS, body, "text/html", encoding))
    assert (source.data, source.media_type, source.link) == (body, "text/html", ADDRESS)
    assert source.name == "diario.example/2024/night-ferry"
    assert source.received is not None


@pytest.mark.parametrize(
    ("data", "kind", "told"),
    [
        (b"", "text/html", "sent an empty page"),
        (b"\x89PNG\r\n\x1a\n" + bytes(90), "application/octet-stream", "no kind of article"),
        (b"PK\x03\x04" + bytes(90), "application/epub+zip", "Save it in your browser"),
        (b"https://other.example/", "", "no kind of article"),
    ],
)
def test_what_is_nothing_to_read(data: bytes, kind: str, told: str) -> None:
    with pytest.raises(NotFetched, match=told):
        source_of(Fetched("https://diario.example/a", data, kind))


def test_documents_are_articles_as_well() -> None:
    for kind, data in (
        ("application/pdf", printing.pdf([[printing.Set(SAID, 60, 700)]])),
        ("application/octet-stream", docx.docx(docx.paragraph(docx.run(SAID)))),
    ):
        source = source_of(Fetched("https://diario.example/file", data, kind))
        assert source.data == data
        assert SAID in " ".join(read_article(source).article.text.split())


@pytest.mark.parametrize(
    ("said", "is_article"), [("Please switch scripts on.", False), (SAID, True), ("", False)]
)
def test_a_notice_is_no_article(said: str, is_article: bool) -> None:
    article = read_article(source_of(Fetched(ADDRESS, page(said).encode(), "text/html"))).article
    if is_article:
        assert checked(article, "diario.example") is article
    else:
        with pytest.raises(NotFetched, match="sent a page without an article"):
            checked(article, "diario.example")


def test_a_link_is_no_kind_of_article_and_every_other_is() -> None:
    assert LINK not in KINDS
    assert {"text/html", "text/plain", "application/pdf"} < KINDS
