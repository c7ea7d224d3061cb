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
        ({"text": f" {PAGE}\n"}, "never fetches"),
        ({"urls": [PAGE]}, "never fetches"),
        ({"html": f'<a href="{PAGE}">A headline</a>', "text": PAGE, "urls": [PAGE]}, "never fetch"),
        ({"html": '<img src="https://x.example/a.png" alt="">', "urls": [PAGE]}, "never fetch"),
        ({"html": '<img src="data:image/png;base64,AAAA">'}, "no words"),
        ({"html": "<style>p { color: red }</style><script>var a = 1</script>"}, "no words"),
        ({"text": " \n "}, "nothing here"),
        ({}, "nothing here"),
    ],
)
def test_what_is_no_article_gets_a_sentence(parts: dict[str, object], says: str) -> None:
    found = read_mime(mime(**parts), "pasted text")
    assert not found.items
    assert says in found.refused


def test_picture_gets_a_sentence() -> None:
    found = QMimeData()
    picture = QImage(2, 2, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    found.setImageData(picture)
    assert "picture" in read_mime(found, "pasted text").refused
