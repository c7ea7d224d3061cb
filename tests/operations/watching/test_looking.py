"""What is seen in a watched folder, and what is passed over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clipreader.operations.page_folder import names_its_folder
from clipreader.operations.watching.folders import WatchedFolder
from clipreader.operations.watching.looking import UNDER_WAY, look


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    return made


def put(folder: Path, name: str, words: str = "Words.") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    return path


def names(folder: Path, *, inside: bool = True) -> list[str]:
    found = look(WatchedFolder(folder, inside), folder / "library")
    return [one.path.relative_to(folder).as_posix() for one in found.seen]


@pytest.mark.parametrize(
    ("name", "is_seen"),
    [
        ("ferry.txt", True),
        ("FERRY.HTML", True),
        ("ferry.docx", True),
        ("book.epub", True),
        ("Fähre ü & <b>.txt", True),
        (".ferry.txt", False),
        ("~$ferry.docx", False),
        (".~lock.ferry.odt#", False),
        ("ferry.jpg", False),
        ("ferry", False),
        *((f"ferry.html{end}", False) for end in UNDER_WAY),
        ("library/original.txt", False),
        (".hidden/ferry.txt", False),
        ("deep/deeper/ferry.txt", True),
    ],
)
def test_what_is_seen(folder, name, is_seen):
    put(folder, name)
    assert names(folder) == ([name] if is_seen else [])


def test_folders_inside_only_if_they_are_watched(folder):
    put(folder, "a.txt")
    put(folder, "deep/b.txt")
    assert names(folder) == ["a.txt", "deep/b.txt"]
    assert names(folder, inside=False) == ["a.txt"]
    assert look(WatchedFolder(folder), folder).folders == (), "the library itself"
    found = look(WatchedFolder(folder), folder / "library")
    assert found.folders == (folder, folder / "deep")


@pytest.mark.parametrize("end", UNDER_WAY)
def test_a_name_that_is_reserved_for_a_download_waits(folder, end):
    put(folder, "ferry.html")
    part = put(folder, f"ferry.html{end}")
    assert names(folder) == []
    part.unlink()
    assert names(folder) == ["ferry.html"]


def test_a_page_and_its_pictures_are_one(folder):
    page = put(folder, "Night Ferry.html")
    alone = look(WatchedFolder(folder), folder / "library").seen[0]
    picture = put(folder, "Night Ferry_files/quay.png", "x" * 100)
    put(folder, "Night Ferry_files/frame.html")
    (both,) = look(WatchedFolder(folder), folder / "library").seen
    assert both.path == page
    assert (alone.has_pictures, both.has_pictures) == (False, True)
    assert both.stamp.size == alone.stamp.size + 100 + len("Words.")
    os.utime(picture, ns=(0, both.stamp.modified + 5))
    (later,) = look(WatchedFolder(folder), folder / "library").seen
    assert later.stamp.modified == both.stamp.modified + 5


def test_a_folder_without_its_page_is_a_folder(folder):
    put(folder, "Night Ferry_files/frame.html")
    assert names(folder) == ["Night Ferry_files/frame.html"]


def test_a_folder_that_is_gone_is_told(tmp_path):
    assert look(WatchedFolder(tmp_path / "gone"), tmp_path / "library").is_there is False
    file = put(tmp_path, "file.txt")
    assert look(WatchedFolder(file), tmp_path / "library").is_there is False


@pytest.mark.skipif(os.name == "nt", reason="making links is not allowed to everyone there")
def test_links_are_not_followed(folder, tmp_path):
    put(tmp_path, "elsewhere/ferry.txt")
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    (folder / "link.txt").symlink_to(tmp_path / "elsewhere" / "ferry.txt")
    (folder / "round").symlink_to(folder)
    assert names(folder) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('<img src="Night Ferry &amp; co_files/quay.png">', True),
        ('<img src="./Night%20Ferry%20&amp;%20co_files/quay.png">', True),
        ('<img src="Night%20Ferry%20%26%20co_files/quay.png">', True),
        ("<img src='Night Ferry & co_files/quay.png'>", True),
        ('<img src="Night Ferry & co.files/quay.png">', True),
        ('<img src="Day Ferry_files/quay.png">', False),
        ("<p>Night Ferry & co_files</p>", False),
        ("", False),
    ],
)
def test_a_page_names_the_folder_of_its_pictures(folder, words, expected):
    page = put(folder, "Night Ferry & co.html", words)
    assert names_its_folder(page) is expected
    page.unlink()
    assert names_its_folder(page) is False
