"""Folders are walked in order, never in circles, and nothing meant is skipped in silence."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from clipreader.model import Fate, Source
from clipreader.operations import walking
from clipreader.operations.walking import Refused, walked

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has other links and permissions")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "press").mkdir()
    return tmp_path / "press"


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def found(folder: Path, *more: Path | Source) -> list[str]:
    """The names of what is to be read, and the sentences."""
    items = walked([folder, *more], except_folder=folder.parent / "library")
    return [
        item.reason
        if isinstance(item, Refused)
        else item.relative_to(folder).as_posix()
        if isinstance(item, Path)
        else item.name
        for item in items
    ]


CASES: Sequence[tuple[str, Sequence[str], Sequence[str]]] = [
    ("by name", ["b.txt", "a.md", "c/d.html", "C.TXT"], ["C.TXT", "a.md", "b.txt", "c/d.html"]),
    ("folders in folders", ["a/b/c/d.txt", "a/z.txt"], ["a/b/c/d.txt", "a/z.txt"]),
    ("pictures beside", ["a.txt", "1.jpg", "p/2.PNG", "x/s.css"], ["a.txt"]),
    ("hidden ones", [".a.txt", ".git/b.txt", ".DS_Store", "c.txt"], ["c.txt"]),
    (
        "a saved page",
        ["Story.html", "Story_files/frame.html", "Story_files/ad.php", "Other_files/a.html"],
        ["Other_files/a.html", "Story.html"],
    ),
    (
        "strangers",
        ["a.txt", "b.psd", "c/d.xlsx"],
        [
            "a.txt",
            "ClipReader does not read files that end in “.psd”.",
            "ClipReader does not read files that end in “.xlsx”.",
        ],
    ),
    (
        "a stranger without an ending",
        ["LIESMICH"],
        ["ClipReader does not read files whose names have no ending."],
    ),
    ("nothing", ["a/1.jpg"], ["There is nothing in “press” that ClipReader reads."]),
]


@pytest.mark.parametrize(("names", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_folder(folder: Path, names: Sequence[str], expected: Sequence[str]) -> None:
    make(folder, *names)
    assert found(folder) == list(expected)


def test_a_file_that_is_not_read_is_told_under_its_own_name(folder: Path) -> None:
    make(folder, "a.txt", "b/c.psd")
    (_, told) = walked([folder], except_folder=folder.parent / "library")
    assert isinstance(told, Refused)
    assert (Path(told.path), told.fate) == (folder / "b" / "c.psd", Fate.UNREAD)


def test_not_all_that_are_not_read_have_a_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walking, "MOST_UNREAD", 2)
    make(folder, *(f"{n}.psd" for n in range(5)))
    items = [item for item in walked([folder], except_folder=folder) if isinstance(item, Refused)]
    assert [Path(item.path).name for item in items] == ["0.psd", "1.psd", "press"]
    assert items[-1].reason.startswith("3 more files in it")
    assert {item.fate for item in items} == {Fate.UNREAD}


def test_files_and_sources_stay_where_they_stood(folder: Path) -> None:
    make(folder, "a.txt", "x.bin")
    source = Source("pasted text", b"words", "text/plain")
    beside = folder / "x.bin"
    assert found(folder, source, beside)[-2:] == ["pasted text", "x.bin"]


@posix_only
def test_links_are_not_followed_inside_a_folder(folder: Path) -> None:
    outside = folder.parent / "outside"
    make(outside, "secret.txt")
    make(folder, "a/b.txt")
    (folder / "a" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "out").symlink_to(outside, target_is_directory=True)
    assert found(folder)[0] == "a/b.txt"
    assert "secret" not in " ".join(found(folder))


@posix_only
def test_a_chosen_link_to_a_folder_is_followed(folder: Path) -> None:
    make(folder, "a.txt")
    link = folder.parent / "link"
    link.symlink_to(folder, target_is_directory=True)
    (item,) = walked([link], except_folder=folder.parent / "library")
    assert item == link / "a.txt"


def test_the_library_itself_is_never_taken_in(folder: Path) -> None:
    make(folder, "a.txt", "library/note.txt")
    items = walked([folder], except_folder=folder / "library")
    assert list(items) == [folder / "a.txt"]


@posix_only
def test_a_folder_that_is_closed_is_told(folder: Path) -> None:
    make(folder, "a.txt", "closed/b.txt")
    (folder / "closed").chmod(0)
    try:
        if os.access(folder / "closed", os.R_OK):
            pytest.skip("permissions do not bind this person")
        assert found(folder) == [
            "a.txt",
            "“closed” cannot be opened, because access to it is not allowed.",
        ]
    finally:
        (folder / "closed").chmod(0o700)


@pytest.mark.parametrize(
    ("limit", "most", "taken"),
    [("MOST_ENTRIES", 3, 3), ("DEEPEST", 1, 1)],
)
def test_an_endless_folder_ends(
    folder: Path, monkeypatch: pytest.MonkeyPatch, limit: str, most: int, taken: int
) -> None:
    make(folder, *(f"{n}.txt" for n in range(1 if limit == "DEEPEST" else 9)), "a/b/c/d.txt")
    monkeypatch.setattr(walking, limit, most)
    items = found(folder)
    assert items[-1] == "“press” is too large or too deep; not all of it was looked at."
    assert len(items) - 1 <= taken
