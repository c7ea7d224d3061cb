"""Which folders are watched: kept whole, read in spite of damage, refused for a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clipreader.operations.watching import folders
from clipreader.operations.watching.folders import WatchedFolder


@pytest.fixture
def library(tmp_path: Path) -> Path:
    made = tmp_path / "home" / "library"
    (made / "originals").mkdir(parents=True)
    return made


def test_what_is_watched_is_there_after_a_restart(tmp_path):
    watched = (
        WatchedFolder(tmp_path / "a"),
        WatchedFolder(tmp_path / "b <i>", inside=False, on=False),
    )
    folders.save(watched, tmp_path / "notes")
    assert folders.load(tmp_path / "notes") == watched
    assert [one.name for one in (tmp_path / "notes").iterdir()] == ["folders.json"]


@pytest.mark.parametrize(
    "words",
    [
        *("", "nonsense", "null", "{}", "[7, null, []]", "[" * 9999, '[{"path": "relative"}]'),
        *('[{"path": 7}]', '[{"path": "/a\\u0000b"}]'),
    ],
)
def test_what_is_damaged_is_passed_over(tmp_path, words):
    (tmp_path / "folders.json").write_text(words, encoding="utf-8")
    assert folders.load(tmp_path) == ()


def test_a_damaged_part_harms_no_other(tmp_path):
    folders.save([WatchedFolder(tmp_path)], tmp_path)
    file = tmp_path / "folders.json"
    listed = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps([None, *listed, {"path": 3}]), encoding="utf-8")
    assert folders.load(tmp_path) == (WatchedFolder(tmp_path),)


def test_without_a_place_there_is_nothing(tmp_path):
    assert folders.load(tmp_path / "nothing") == ()


@pytest.mark.parametrize(
    ("path", "why"),
    [
        (".", "the library’s own folder"),
        ("originals", "in the library’s own folder"),
        ("..", "the library lies in it"),
        ("../..", "the library lies in it"),
        ("../nothing", "not a folder"),
        ("../file.txt", "not a folder"),
        ("../watched", "watched already"),
        ("../free", ""),
        ("../library-2", ""),
    ],
)
def test_why_a_folder_is_refused(library, path, why):
    for name in ("watched", "free", "library-2"):
        (library.parent / name).mkdir()
    (library.parent / "file.txt").write_text("Words.")
    watched = [WatchedFolder(library.parent / "watched")]
    refused = folders.refusal(library / path, library, watched)
    assert (why in refused) if why else refused == ""


def test_a_link_to_the_library_is_the_library(library):
    link = library.parent / "link"
    link.symlink_to(library, target_is_directory=True)
    assert "own folder" in folders.refusal(link, library, ())


def test_each_library_has_its_own(tmp_path, library):
    one = folders.notes_for(library, tmp_path)
    assert one != folders.notes_for(library.parent / "other", tmp_path)
    assert one == folders.notes_for(library.parent / "x" / ".." / "library", tmp_path)
