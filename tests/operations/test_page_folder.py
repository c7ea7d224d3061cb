"""A page saved with a folder of its pictures is read and kept with them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clipreader.model import Fate
from clipreader.operations import Library, importing, page_folder, reading
from clipreader.operations.page_folder import pages_of, pictures_beside
from clipreader.operations.parsing import read_article, source_from_path
from tests.importers.containers import JPEG, PNG, page

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
FOLDER = "Night Ferry_files"


def saved(folder: Path, markup: str | None = None, beside: str = FOLDER, **files: bytes) -> Path:
    """A page and its folder, as a browser saves them."""
    written = page(f"./{FOLDER}/ferry.png", f"{FOLDER}/quay%26port.jpg")
    path = folder / "Night Ferry.html"
    path.write_bytes((written if markup is None else markup).encode())
    (folder / beside).mkdir()
    for name, data in (files or {"ferry.png": PNG, "quay&port.jpg": JPEG}).items():
        (folder / beside / name).write_bytes(data)
    return path


def test_the_pictures_of_the_folder_arrive(tmp_path: Path) -> None:
    source = source_from_path(saved(tmp_path))
    assert (source.name, source.media_type) == ("Night Ferry.html", "multipart/related")
    article = read_article(source).article
    assert [image.data for image in article.images] == [PNG, JPEG]
    assert article.metadata.headline == "Night Ferry Returns to the Harbour"


def test_the_page_is_kept_byte_for_byte_and_the_same_each_time(tmp_path: Path) -> None:
    path = saved(tmp_path)
    first, second = source_from_path(path), source_from_path(path)
    assert first.sha256 == second.sha256
    assert path.read_bytes() in first.data
    (tmp_path / FOLDER / "ferry.png").write_bytes(PNG + b"x")
    assert source_from_path(path).sha256 != first.sha256


def test_a_page_without_pictures_stays_what_it_is(tmp_path: Path) -> None:
    path = saved(tmp_path, **{"style.css": b"p { color: red }", "ad.png": b"<svg/>", "x.js": PNG})
    source = source_from_path(path)
    assert (source.data, source.media_type) == (path.read_bytes(), "text/html")


def test_what_is_kept_is_enough_to_read_it_again(library: Library, tmp_path: Path) -> None:
    path = saved(tmp_path)
    (item,) = importing.import_sources(library, [path]).value.items
    assert (item.fate, item.path) == (Fate.ADDED, str(path))
    assert item.article_id
    for one in (tmp_path / FOLDER).iterdir():
        one.unlink()
    path.unlink()
    original = reading.original(library, item.article_id)
    images = read_article(original).article.images
    assert images == reading.open_article(library, item.article_id).article.images
    assert [image.data for image in images] == [PNG, JPEG]


def test_the_same_page_without_its_folder_is_no_second_article(
    library: Library, tmp_path: Path
) -> None:
    path = saved(tmp_path)
    importing.import_sources(library, [path])
    (again,) = importing.import_sources(library, [path]).value.items
    assert again.fate == Fate.DUPLICATE
    for one in (tmp_path / FOLDER).iterdir():
        one.unlink()
    (again,) = importing.import_sources(library, [path]).value.items
    assert again.fate == Fate.DUPLICATE


@pytest.mark.parametrize("end", ["_files", ".files", "-Dateien", "_fichiers"])
def test_the_folders_of_every_browser(tmp_path: Path, end: str) -> None:
    path = saved(tmp_path, "<img src=ferry.png>", f"Night Ferry{end}", **{"ferry.png": PNG})
    assert pictures_beside(path, path.read_bytes()) == {f"Night Ferry{end}/ferry.png": PNG}
    assert pages_of(f"Night Ferry{end}") == ("Night Ferry",)


@pytest.mark.parametrize(
    ("name", "written", "is_taken"),
    [
        ("a.png", "a.png", True),
        ("a b.png", "a%20b.png", True),
        ("a b.png", "a b.png", True),
        ("a&b.png", "a&amp;b.png", True),
        ("fährt.png", "something", True),
        ("b.png", "a.png", False),
        ("a.png\udcff", "a.png", False),
    ],
)
@posix_only
def test_only_what_the_page_names_is_taken(
    tmp_path: Path, name: str, written: str, is_taken: bool
) -> None:
    path = saved(tmp_path, f"<img src='{written}'>", **{name: PNG})
    assert bool(pictures_beside(path, path.read_bytes())) == is_taken


@posix_only
def test_no_link_is_followed_and_nothing_strange_is_opened(tmp_path: Path) -> None:
    path = saved(tmp_path, **{"ferry.png": PNG})
    secret = tmp_path / "secret.png"
    secret.write_bytes(JPEG)
    (tmp_path / FOLDER / "quay&port.jpg").symlink_to(secret)
    os.mkfifo(tmp_path / FOLDER / "Night")
    (tmp_path / FOLDER / "html").mkdir()
    assert list(pictures_beside(path, path.read_bytes()).values()) == [PNG]


@posix_only
def test_a_folder_that_is_a_link_is_not_the_pages(tmp_path: Path) -> None:
    path = saved(tmp_path)
    (tmp_path / FOLDER).rename(tmp_path / "elsewhere")
    (tmp_path / FOLDER).symlink_to(tmp_path / "elsewhere")
    assert pictures_beside(path, path.read_bytes()) == {}


def test_pictures_that_are_too_much_together_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path)
    data = path.read_bytes()
    monkeypatch.setattr(page_folder, "_MOST_BYTES", len(data) + len(PNG))
    assert list(pictures_beside(path, data).values()) == [PNG]
    monkeypatch.setattr(page_folder, "_MOST_BYTES", 10)
    assert pictures_beside(path, data) == {}


def test_a_name_that_is_none_is_no_folder() -> None:
    assert pictures_beside(Path("a\0b.html"), b"") == {}


def test_a_folder_that_comes_along_with_its_page_is_part_of_it(
    library: Library, tmp_path: Path
) -> None:
    path = saved(tmp_path)
    (tmp_path / FOLDER / "frame.html").write_text("<html><p>An advertisement in a frame.</p>")
    for items in ([path, tmp_path / FOLDER], [tmp_path]):
        report = importing.import_sources(library, items).value
        assert [item.path for item in report.items] == [str(path)]
    report = importing.import_sources(library, [tmp_path / FOLDER]).value
    assert [item.fate for item in report.items] == [Fate.ADDED], "alone it is what was meant"
