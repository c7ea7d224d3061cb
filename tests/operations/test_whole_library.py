"""What goes out as a folder comes back as the same library."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from clipreader.exporters import open_folder
from clipreader.library import Library, checking, packets
from clipreader.model import Colour, ExportFailed, Progress, Span, UnreadableSource
from clipreader.operations import (
    highlighting,
    history,
    open_library,
    whole_library,
)
from tests.operations.worked_in import dump, filled


def sound(library: Library) -> list[str]:
    with library.reading() as connection:
        return list(checking.problems(connection, library.originals))


@pytest.fixture
def library(tmp_path: Path):
    with filled(tmp_path / "library", 1) as one:
        yield one


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_way_back_gives_the_same_library(tmp_path: Path, seed: int) -> None:
    with filled(tmp_path / "library", seed) as one:
        before = dump(one)
        assert whole_library.write(one, tmp_path / "out") == 4
        assert dump(one) == before, "to write it out changes nothing"
    with open_library(tmp_path / "other") as other:
        made = whole_library.take_in(other, tmp_path / "out").value
        assert (made.added, made.there, made.refused) == (4, (), ())
        assert dump(other) == before
        assert sound(other) == []


def test_a_folder_can_be_read_without_the_program(library: Library, tmp_path: Path) -> None:
    whole_library.write(library, tmp_path / "out")
    out = tmp_path / "out"
    sums = open_folder.checksums_read((out / open_folder.CHECKSUMS).read_bytes())
    files = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    assert files == {*sums, open_folder.CHECKSUMS}
    assert all(open_folder.digest_of((out / p).read_bytes()) == d for p, d in sums.items())
    with library.reading() as connection:
        for kept in packets.several(connection, packets.numbers(connection)):
            (folder,) = [
                p.parent
                for p in out.rglob("article.json")
                if kept.article.id in p.read_text("utf-8")
            ]
            written = (folder / "article.md").read_text("utf-8")
            assert kept.article.metadata.headline
            assert f"# {kept.article.metadata.headline}" in written
            assert all(f"^c-{one.id}" in written for one in kept.highlights)
            named = json.loads((folder / "article.json").read_text("utf-8"))["files"]
            for digest in packets.digests(kept.packet):
                assert (folder / named[digest]).read_bytes() == library.originals.fetch(digest)
    assert list(out.rglob("*.part")) == []


def test_what_is_there_is_left_as_it_is(library: Library, tmp_path: Path) -> None:
    whole_library.write(library, tmp_path / "out")
    with library.reading() as connection:
        (first, *_) = packets.several(connection, packets.numbers(connection))
    highlighting.add(library, first.article.id, Span(0, 9), Colour.PINK)
    before = dump(library)
    made = whole_library.take_in(library, tmp_path / "out").value
    assert (made.added, len(made.there), made.rules) == (0, 4, 0)
    assert dump(library) == before


def test_undo_takes_what_came_in_to_the_trash(library: Library, tmp_path: Path) -> None:
    whole_library.write(library, tmp_path / "out")
    with open_library(tmp_path / "other") as other:
        whole_library.take_in(other, tmp_path / "out")
        after = dump(other)
        assert history.state(other).undo_label == "import library"
        history.undo(other)
        with other.reading() as connection:
            assert all(
                k.packet["shelf"][0]["trashed"]
                for k in packets.several(connection, packets.numbers(connection))
            )
        history.redo(other)
        assert dump(other) == after


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def newer(out: Path) -> None:
    resealed(out, open_folder.MANIFEST, lambda said: said | {"version": open_folder.VERSION + 1})


def resealed(out: Path, name: str, change: Callable[[dict], dict]) -> None:
    """Change a file and the checksums with it, as someone might who means harm."""
    path = out / name
    path.write_text(json.dumps(change(json.loads(path.read_text("utf-8")))), "utf-8")
    sums = open_folder.checksums_read((out / open_folder.CHECKSUMS).read_bytes())
    sums[name] = open_folder.digest_of(path.read_bytes())
    (out / open_folder.CHECKSUMS).write_bytes(open_folder.checksums(sums))


def outside(out: Path) -> None:
    sums = (out / open_folder.CHECKSUMS).read_bytes()
    (out / open_folder.CHECKSUMS).write_bytes(sums.replace(b"  README", b"  ../README"))


DAMAGE: dict[str, Callable[[Path], object]] = {
    "no checksums": lambda out: (out / open_folder.CHECKSUMS).unlink(),
    "checksums cut off": lambda out: cut(out / open_folder.CHECKSUMS),
    "an article cut off": lambda out: cut(next(out.rglob("article.json"))),
    "an original gone": lambda out: next(out.rglob("ferry*.txt")).unlink(),
    "an original changed": lambda out: next(out.rglob("ferry*.txt")).write_text("x"),
    "newer": newer,
    "a path that leads out": outside,
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_folder_changes_nothing(library: Library, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    whole_library.write(library, out)
    DAMAGE[name](out)
    with open_library(tmp_path / "other") as other:
        with pytest.raises(UnreadableSource, match=r"“out” .*\.$"):
            whole_library.take_in(other, out)
        assert dump(other) == [[]]


HARM: dict[str, Callable[[dict], object]] = {
    "no rows": lambda said: said.pop("rows"),
    "no table": lambda said: said["rows"].pop("texts"),
    "a column too many": lambda said: said["rows"]["texts"][0].update({"x": 1}),
    "a list for a text": lambda said: said["rows"]["texts"][0].update({"text": ["x"]}),
    "two articles": lambda said: said["rows"]["articles"].append(said["rows"]["articles"][0]),
    "parts that are none": lambda said: said["rows"]["recognitions"][0].update({"blocks": "[1]"}),
    "parts beside the text": lambda said: said["rows"]["recognitions"][0].update({"blocks": "[]"}),
    "a text of another": lambda said: said["rows"]["recognitions"][0].update({"text": 99}),
}


@pytest.mark.parametrize("name", HARM)
def test_an_article_that_fits_nothing_is_refused(
    library: Library, tmp_path: Path, name: str
) -> None:
    out = tmp_path / "out"
    whole_library.write(library, out)
    path = sorted(out.rglob("article.json"))[0].relative_to(out).as_posix()

    def change(said: dict) -> dict:
        HARM[name](said)
        return said

    resealed(out, path, change)
    with open_library(tmp_path / "other") as other:
        try:
            made = whole_library.take_in(other, out).value
        except UnreadableSource as error:
            assert str(error).endswith(".")
            assert dump(other) == [[]]
        else:
            assert (made.added, len(made.refused)) == (3, 1)
        assert sound(other) == []


def test_what_something_else_has_changed_stays_noticed(library: Library, tmp_path: Path) -> None:
    whole_library.write(library, tmp_path / "out")
    out = tmp_path / "out"
    path = sorted(out.rglob("article.json"))[0].relative_to(out).as_posix()

    def change(said: dict) -> dict:
        said["rows"]["articles"][0]["deck"] = "Not what it was"
        return said

    resealed(out, path, change)
    with open_library(tmp_path / "other") as other:
        whole_library.take_in(other, out)
        (told,) = sound(other)
        assert "is not what it was" in told


def test_a_folder_with_something_in_it_is_not_written_to(library: Library, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ExportFailed, match="is not empty"):
        whole_library.write(library, tmp_path)
    assert (tmp_path / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("after", [0, 2])
def test_an_export_that_fails_leaves_nothing_behind(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    replaced, calls = os.replace, []

    def failing(*paths: object) -> None:
        calls.append(paths)
        if len(calls) > after:
            raise OSError(28, "no space left")
        replaced(*paths)  # type: ignore[arg-type]

    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(ExportFailed, match="disk is full"):
        whole_library.write(library, tmp_path / "out")
    assert sorted(tmp_path.iterdir()) == before


def test_a_cancelled_export_leaves_nothing_behind(library: Library, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ExportFailed, match="cancelled"):
        whole_library.write(library, tmp_path / "out", lambda at: at.done < 2)
    assert sorted(tmp_path.iterdir()) == before


def test_a_cancelled_way_back_goes_on(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_library, "_AT_ONCE", 2)
    whole_library.write(library, tmp_path / "out")
    seen: list[Progress] = []
    with open_library(tmp_path / "other") as other:
        made = whole_library.take_in(
            other, tmp_path / "out", lambda at: seen.append(at) or False
        ).value
        assert (made.added, made.cancelled) == (2, True)
        assert [replace(one, name="") for one in seen] == [Progress(2, 4)]
        made = whole_library.take_in(other, tmp_path / "out").value
        assert (made.added, len(made.there)) == (2, 2)
        assert dump(other) == dump(library)


def test_only_such_a_folder_is_one(library: Library, tmp_path: Path) -> None:
    whole_library.write(library, tmp_path / "out")
    assert whole_library.is_whole_library(tmp_path / "out")
    assert not whole_library.is_whole_library(tmp_path)
    (tmp_path / open_folder.MANIFEST).write_text("{}")
    assert not whole_library.is_whole_library(tmp_path)
