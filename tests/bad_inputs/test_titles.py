"""Hostile headlines through the export: names, front matter and Markdown, read back."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from clipreader.exporters.file_names import LONGEST_BYTES, LONGEST_UNITS, folded
from clipreader.model import Query
from clipreader.operations import exporting, highlighting, importing, open_library
from clipreader.operations.exporting import Layout
from clipreader.text.offsets import utf16_length
from tests.bad_inputs.titles import TITLES, pages_of
from tests.bad_inputs.trial import lasting
from tests.bad_inputs.words import SECOND
from tests.exporters.parsed import PARSERS, paragraphs, quotes, words_of
from tests.exporters.test_file_names import is_legal


def flat(title: str) -> str:
    return " ".join(unicodedata.normalize("NFC", title).split())


def parted(text: str) -> tuple[object, str]:
    """The front matter as YAML has it, and the Markdown below it."""
    _, block, body = text.split("---\n", 2)
    return YAML(typ="safe", pure=True).load(block), body


def headlines(markdown: str) -> list[str]:
    tokens = PARSERS["commonmark"].parse(markdown)
    return [words_of(inside) for token, inside in pairwise(tokens) if token.type == "heading_open"]


@pytest.fixture
def exported(request, tmp_path, worker):
    """The articles of one number, and the files that their clippings were written to."""
    titles: tuple[str, ...] = request.param
    deep = "a folder with a long name" * 4
    to = tmp_path / deep / deep / deep
    for name, data in pages_of(titles).items():
        (tmp_path / name).write_bytes(data)
    with lasting(worker), open_library(tmp_path / "library") as library:
        found = importing.import_sources(library, sorted(tmp_path.glob("title-*.html"))).value
        ids = list(dict.fromkeys(line.article_id for line in found.items if line.article_id))
        for one, title in zip(ids, titles, strict=False):
            highlighting.add_quote(library, one, SECOND, note=title, tags=[title])
        files = exporting.files_of(exporting.gather(library, Query()), Layout.FILE_PER_ARTICLE)
        written = exporting.write(files, to)
    return titles, files, written


NUMBERED = pytest.mark.parametrize(
    "exported", [one[2] for one in TITLES], ids=[f"{one[0]}_{one[1]}" for one in TITLES],
    indirect=True,
)  # fmt: skip


@NUMBERED
def test_headlines_are_read_back_from_the_files(exported):
    titles, files, written = exported
    assert len(files) == len(written) == len(titles)
    told = [parted(path.read_text(encoding="utf-8")) for path in written]
    assert {values["title"] for values, _ in told} == {flat(one) for one in titles}
    for values, body in told:
        assert headlines(body) == [values["title"]]
        (quote,) = quotes(body)
        assert quote[0] == SECOND
        assert not [one for one in paragraphs(body) if "<html" in one or "<link" in one]


@NUMBERED
def test_names_are_legal_on_every_system(exported):
    _, files, written = exported
    for path in map(Path, written):
        assert is_legal(path.name)
        assert utf16_length(path.name) <= LONGEST_UNITS
        assert len(path.name.encode()) <= LONGEST_BYTES
        assert path.is_file()
    assert len({folded(one.name) for one in files}) == len(files)
