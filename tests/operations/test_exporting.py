from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from clipreader import importers
from clipreader.exporters import file_names
from clipreader.library import Library
from clipreader.model import Clipping, ExportFailed, Metadata, Query, Source
from clipreader.operations import exporting, highlighting
from clipreader.operations.exporting import ExportFile, Layout
from tests import records
from tests.operations.exports import FUEL, IDS, QUAY, article, clippings_of, files, names


@pytest.fixture
def file() -> ExportFile:
    (made,) = files(article(0))
    return made


def test_gathers_what_the_list_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    found = clippings_of(article(0))
    asked: list[object] = []

    def clippings(library: Library, query: Query) -> tuple[Clipping, ...]:
        asked.extend((library, query))
        return found

    monkeypatch.setattr(highlighting, "clippings", clippings)
    library, query = cast("Library", object()), Query(tags=("ferries",))
    assert exporting.gather(library, query) == found
    assert asked == [library, query]


def test_file_per_article() -> None:
    one, two = files(article(0), article(1))
    assert one.name.endswith("-a9b0c1d2.md")
    assert two.name.endswith("-a9b0c1d3.md")
    assert FUEL in one.text and QUAY in one.text
    assert IDS[1] not in one.text


def test_one_file_of_several_articles() -> None:
    both = clippings_of(article(0), article(1))
    (one,) = exporting.files_of(both, Layout.ONE_FILE)
    assert one.name == "clippings.md"
    assert one.text.count(FUEL) == 2


def test_one_file_of_one_article_is_that_articles_file() -> None:
    clippings = clippings_of(article(0))
    one, other = (exporting.files_of(clippings, layout) for layout in Layout)
    assert one == other


@pytest.mark.parametrize("layout", list(Layout))
def test_nothing_makes_no_file(layout: Layout, tmp_path: Path) -> None:
    assert exporting.files_of((), layout) == ()
    assert exporting.write((), tmp_path / "new") == ()
    assert names(tmp_path) == []


def test_names_that_differ_in_case_only_are_made_different() -> None:
    upper, lower = (
        article(0, "NIGHT FERRY É"),
        replace(article(1, "night ferry e\u0301"), id="A9B0C1D2"),
    )
    made = files(upper, lower)
    assert len({file_names.folded(file.name) for file in made}) == 2


def test_to_be_copied_is_without_front_matter() -> None:
    words = exporting.as_markdown(clippings_of(article(0)))
    assert words.startswith("> ")
    assert FUEL in words
    assert "---" not in words


def test_front_matter_is_read_again_as_the_same_fields() -> None:
    known = Metadata(
        headline="-5: totals",
        authors=("Elena Duarte", "yes"),
        translators=("Ana Reyes",),
        publisher="Puerto Diario",
        agency="AFP",
        place="1e3",
        published="2024-07-04T21:20:00+02:00",
        language="en",
        translated_from="es",
        url="https://a.example/b?c=d#e",
        original_url="https://b.example",
    )
    (made,) = files(records.article(article_id=IDS[0], metadata=known))
    draft = importers.read(Source(made.name, made.text.encode(), "text/markdown"))
    read = {found.field.value: found.value for found in draft.candidates}
    assert Metadata(**read) == known  # type: ignore[arg-type]


# -- writing


def test_folder_is_made_and_bytes_are_plain_utf8(tmp_path: Path) -> None:
    made = files(article(0, "Élan «Ferry»"), article(1))
    written = exporting.write(made, tmp_path / "new" / "vault")
    assert [path.read_bytes().decode("utf-8") for path in written] == [f.text for f in made]
    assert [path.name for path in written] == [f.name for f in made]
    data = written[0].read_bytes()
    assert data.startswith(b"---\n")
    assert b"\r" not in data


@pytest.mark.parametrize("name", ["quotes.md", "new/quotes.txt"])
def test_single_file_goes_to_a_path(tmp_path: Path, file: ExportFile, name: str) -> None:
    assert exporting.write((file,), tmp_path / name) == (tmp_path / name,)
    assert (tmp_path / name).read_text(encoding="utf-8") == file.text


def test_single_file_goes_into_a_folder(tmp_path: Path, file: ExportFile) -> None:
    (tmp_path / "dotted.md").mkdir()
    assert exporting.write((file,), tmp_path / "dotted.md") == (tmp_path / "dotted.md" / file.name,)
    assert exporting.write((file,), tmp_path / "new") == (tmp_path / "new" / file.name,)


def test_chosen_file_is_replaced(tmp_path: Path, file: ExportFile) -> None:
    (tmp_path / "mine").write_text("old", encoding="utf-8")
    exporting.write((file,), tmp_path / "mine")
    assert (tmp_path / "mine").read_text(encoding="utf-8") == file.text
    assert names(tmp_path) == ["mine"]


def test_earlier_export_of_the_article_is_replaced(tmp_path: Path, file: ExportFile) -> None:
    exporting.write((file,), tmp_path)
    newer = replace(file, text=file.text + "\nmore\n")
    assert exporting.write((newer,), tmp_path) == (tmp_path / file.name,)
    assert names(tmp_path) == [file.name]
    assert (tmp_path / file.name).read_text(encoding="utf-8") == newer.text


@pytest.mark.parametrize("theirs", ["my own note", "---\nid: other\n---\nwords", "", "\0\xff"])
def test_file_of_others_is_never_overwritten(tmp_path: Path, file: ExportFile, theirs: str) -> None:
    (tmp_path / file.name).write_text(theirs, encoding="latin-1")
    for _ in range(2):
        (written,) = exporting.write((file,), tmp_path)
        assert written.name == file.name.removesuffix(".md") + "-2.md"
    assert (tmp_path / file.name).read_text(encoding="latin-1") == theirs
    assert len(names(tmp_path)) == 2


def test_file_that_cannot_be_read_is_somebody_elses(
    tmp_path: Path, file: ExportFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporting.write((file,), tmp_path)
    real = Path.open

    def refuse(path: Path, mode: str = "r", **more: object) -> object:
        if path.name == file.name:
            raise PermissionError(errno.EACCES, "no")
        return real(path, mode, **more)  # type: ignore[arg-type]

    with monkeypatch.context() as locked:
        locked.setattr(Path, "open", refuse)
        (written,) = exporting.write((replace(file, text=file.text + "new"),), tmp_path)
    assert written.name != file.name
    assert (tmp_path / file.name).read_text(encoding="utf-8") == file.text


def test_clippings_of_several_articles_keep_what_is_there(tmp_path: Path) -> None:
    both = exporting.files_of(clippings_of(article(0), article(1)), Layout.ONE_FILE)
    assert [path.name for path in exporting.write(both, tmp_path)] == ["clippings.md"]
    assert [path.name for path in exporting.write(both, tmp_path)] == ["clippings.md"]
    newer = (replace(both[0], text="# more\n"),)
    assert [path.name for path in exporting.write(newer, tmp_path)] == ["clippings-2.md"]


def test_same_export_again_touches_nothing(tmp_path: Path, file: ExportFile) -> None:
    (path,) = exporting.write((file,), tmp_path)
    os.utime(path, ns=(1_000_000_000, 1_000_000_000))
    exporting.write((file,), tmp_path)
    assert path.stat().st_mtime_ns == 1_000_000_000


@pytest.mark.skipif(os.name == "nt", reason="no such files on Windows")
def test_pipe_is_not_waited_for_and_not_replaced(tmp_path: Path, file: ExportFile) -> None:
    os.mkfifo(tmp_path / file.name)
    (written,) = exporting.write((file,), tmp_path)
    assert written.name != file.name
    with pytest.raises(ExportFailed, match="not an ordinary file"):
        exporting.write((file,), tmp_path / file.name)
    assert (tmp_path / file.name).is_fifo()


def test_half_characters_do_not_stop_an_export(tmp_path: Path) -> None:
    exporting.write((ExportFile("a.md", "half \ud83d"),), tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"half ?"


def test_article_without_anything_known_is_exported(tmp_path: Path) -> None:
    bare = records.article(article_id=IDS[0], metadata=Metadata())
    (written,) = exporting.write(files(bare), tmp_path)
    assert written.name == "untitled-a9b0c1d2.md"
    assert FUEL in written.read_text(encoding="utf-8")
