from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from clipreader.model import Source
from clipreader.ui.incoming import read_mime

PAGE = "https://diario.example/night-ferry?from=mail"


def mime(**parts: object) -> QMimeData:
    made = QMimeData()
    if "html" in parts:
        made.setHtml(str(parts["html"]))
    if "text" in parts:
        made.setText(str(parts["text"]))
    if "urls" in parts:
        made.setUrls([QUrl(str(url)) for url in parts["urls"]])  # type: ignore[attr-defined]
    if "utf8" in parts:
        made.setData("text/plain;charset=utf-8", QByteArray(str(parts["utf8"]).encode()))
    if "titled" in parts:
        made.setData("text/x-moz-url", QByteArray(str(parts["titled"]).encode("utf-16-le")))
    if "page" in parts:
        made.setData("chromium/x-source-url", QByteArray(parts["page"]))  # type: ignore[arg-type]
    return made


def only_source(found: QMimeData) -> Source:
    (item,) = read_mime(found, "pasted text").items
    assert isinstance(item, Source)
    return item


def test_files_win_over_their_text(tmp_path: Path) -> None:
    files = [tmp_path / "über notes & more.md", tmp_path / "b c.txt"]
    found = mime(urls=[QUrl.fromLocalFile(str(file)).toString() for file in files], text="b c.txt")
    assert read_mime(found, "dropped text").items == tuple(files)


def test_html_wins_over_text_and_loses_its_mark() -> None:
    source = only_source(mime(html="\ufeff<p>The ferry is <b>back</b></p>", text="The ferry"))
    assert source.media_type == "text/html"
    assert source.data == b"<p>The ferry is <b>back</b></p>"
    assert source.name == "pasted text"
    assert source.received is not None


@pytest.mark.parametrize("page", [PAGE.encode(), PAGE.encode("utf-16-le"), PAGE.encode() + b"\x00"])
def test_page_address_comes_along(page: bytes) -> None:
    assert only_source(mime(html="<p>words</p>", page=page)).link == PAGE


def test_address_of_a_dragged_selection_comes_along() -> None:
    source = only_source(mime(html="<p>words</p>", text="words", urls=[PAGE]))
    assert source.link == PAGE


def test_plain_text_stays_exact() -> None:
    words = "Título — “x”\n\n\u202bعربي 🚢"
    source = only_source(mime(text="\ufeff" + words))
    assert source.data.decode() == words
    assert source.media_type == "text/plain"
    assert source.link is None


def test_lone_surrogate_is_no_crash() -> None:
    assert b"a" in only_source(mime(text="a\ud800b and more")).data


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"text": "ftp://diario.example/a"}, "not the address of a web page"),
        ({"text": "file://server/share/a"}, "not the address of a web page"),
        ({"text": "https://ana:secret@diario.example/"}, "without a name and password"),
        ({"urls": ["mailto:ana@diario.example"]}, "not the address of a web page"),
        ({"urls": ["javascript:alert(1)"]}, "not the address of a web page"),
        ({"html": '<img src="https://x.example/a.png" alt="">', "urls": [PAGE]}, "picture"),
        ({"html": f'<img src="{PAGE}" alt="">', "text": PAGE, "urls": [PAGE]}, "picture"),
        ({"html": '<img src="data:image/png;base64,AAAA">'}, "picture"),
        ({"html": "<style>p { color: red }</style><script>var a = 1</script>"}, "no words"),
        ({"text": " \n "}, "nothing here"),
        ({}, "nothing here"),
    ],
)
def test_what_is_no_article_gets_a_sentence(parts: dict[str, object], says: str) -> None:
    found = read_mime(mime(**parts), "pasted text")
    assert not found.items
    assert says in found.refused


SHOWN = "diario.example/night-ferry"
OTHER = "https://gull.example/crane"


@pytest.mark.parametrize(
    ("parts", "lists"),
    [
        ({"text": f" {PAGE}\n"}, [PAGE]),
        ({"urls": [PAGE]}, [PAGE]),
        ({"urls": [PAGE], "text": PAGE, "titled": f"{PAGE}\nThe Ferry"}, ["# The Ferry", PAGE]),
        ({"html": f'<a href="{PAGE}">The\n Ferry</a>', "text": PAGE, "urls": [PAGE]},
         ["# The Ferry", PAGE]),
        ({"html": f'<meta><a href="{PAGE}">The Ferry</a>', "urls": [PAGE]}, ["# The Ferry", PAGE]),
        ({"html": f'<a href="{PAGE}">The Ferry</a>', "utf8": PAGE}, ["# The Ferry", PAGE]),
        ({"html": f'<a href="{PAGE}">{PAGE}</a>', "text": PAGE, "urls": [PAGE]}, [PAGE]),
        ({"html": f'<a href="{PAGE}"><img src="https://x.example/a.png"></a>', "urls": [PAGE]},
         [PAGE]),
        ({"urls": [PAGE, OTHER], "text": f"{PAGE}\n{OTHER}",
          "html": f'<a href="{PAGE}">One</a> <a href="{OTHER}">Two</a>',
          "titled": f"{PAGE}\nOne\n{OTHER}\nTwo"}, ["# One", PAGE, "# Two", OTHER]),
        ({"urls": [PAGE, f"{PAGE}#comments", "mailto:a@b.example"]}, [PAGE]),
        ({"urls": ["https://münchen.example/"]}, ["https://xn--mnchen-3ya.example/"]),
    ],
)  # fmt: skip
def test_addresses_alone_are_links(parts: dict[str, object], lists: list[str]) -> None:
    found = read_mime(mime(**parts), "pasted text")
    assert found.refused == ""
    lines: list[str] = []
    for item in found.items:
        assert isinstance(item, Source)
        assert item.media_type == "text/uri-list"
        assert item.path == item.data.decode().splitlines()[-1]
        lines += item.data.decode().splitlines()
    assert lines == lists


@pytest.mark.parametrize(
    ("parts", "media_type"),
    [
        ({"html": "<p>The ferry is back</p>", "text": "The ferry is back", "urls": [PAGE]},
         "text/html"),
        ({"html": "<p>The ferry is back</p>", "urls": [PAGE]}, "text/html"),
        ({"html": f'<a href="{PAGE}">The ferry</a> is back', "urls": [PAGE]}, "text/html"),
        ({"html": "<p>The ferry is back</p>", "utf8": "The ferry is back"}, "text/html"),
        ({"text": f"{PAGE} is where it stood."}, "text/plain"),
        ({"text": f"{PAGE}\n{OTHER}\n"}, "text/plain"),
    ],
)  # fmt: skip
def test_words_beside_an_address_are_an_article(parts: dict[str, object], media_type: str) -> None:
    assert only_source(mime(**parts)).media_type == media_type


def test_files_and_links_together(tmp_path: Path) -> None:
    file = QUrl.fromLocalFile(str(tmp_path / "a.txt")).toString()
    first, second = read_mime(mime(urls=[file, PAGE]), "dropped text").items
    assert first == tmp_path / "a.txt"
    assert isinstance(second, Source)
    assert second.name == SHOWN


def test_picture_gets_a_sentence() -> None:
    found = QMimeData()
    picture = QImage(2, 2, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    found.setImageData(picture)
    assert "picture" in read_mime(found, "pasted text").refused
