"""``highlight``, ``clippings`` and ``export``: mark it, find it, take it away."""

from __future__ import annotations

from pathlib import Path

import pytest

from clipreader.commands.clippings import layout_for
from clipreader.operations import open_library, trash
from clipreader.operations.exporting import Layout

FUEL = "the province pays two thirds of the fuel"
TWICE = "The piano for the chapel at Cape Selby travelled under two mattresses"


@pytest.fixture
def clipped(ask, ids):
    """The ids of the articles, each with one highlight."""
    ask("highlight", ids[0], "--quote", FUEL, "--tag", "public money", "--tag", "a/b")
    ask("highlight", ids[1], "--quote", "names no rent", "--colour", "blue", "--note", "Why?")
    return ids


def test_highlight_is_a_clipping(ask, ids):
    told = ask("highlight", ids[0][:24], "--quote", FUEL, "--tag", "x", "--note", "N", "--json")
    assert told.code == 0
    made = told.json
    assert (made["quote"], made["article_id"], made["role"]) == (FUEL, ids[0], "paragraph")
    assert (made["tags"], made["note"], made["colour"]) == (["x"], "N", "yellow")
    assert made["state"] == "placed"
    assert ask("clippings", "--json").json == [made]
    assert ask("list", "--json").json[0]["highlights"] == 1


def test_credit_of_a_caption_comes_along(ask, ids):
    made = ask("highlight", ids[0], "--quote", "leaves the north quay", "--json").json
    assert (made["role"], made["credit"]) == ("caption", "Harbour Authority")


def test_quote_in_several_places_is_refused_with_the_places(ask, ids):
    told = ask("highlight", ids[0], "--quote", TWICE)
    assert (told.code, told.out) == (1, "")
    lines = told.err.splitlines()
    assert [line.split()[:2] for line in lines[1:3]] == [["1", "caption"], ["2", "paragraph"]]
    assert "--occurrence" in lines[-1]
    assert ask("clippings", "--json").json == []


@pytest.mark.parametrize(
    ("which", "role"),
    [
        (["--role", "caption"], "caption"),
        (["--role", "paragraph"], "paragraph"),
        (["--occurrence", "1"], "caption"),
        (["--occurrence", "2"], "paragraph"),
    ],
    ids=lambda each: str(sorted(each) if isinstance(each, set) else each),
)
def test_place_can_be_said(ask, ids, which, role):
    made = ask("highlight", ids[0], "--quote", TWICE, *which, "--json").json
    assert (made["role"], made["quote"]) == (role, TWICE)


@pytest.mark.parametrize(
    "typed",
    [
        ["{id}", "--quote", "words that are not there"],
        ["{id}", "--quote", " "],
        ["{id}", "--quote", TWICE, "--occurrence", "3"],
        ["zzzz", "--quote", FUEL],
    ],
    ids=lambda each: str(sorted(each) if isinstance(each, set) else each),
)
def test_what_cannot_be_highlighted_is_one_sentence(ask, ids, typed):
    told = ask("highlight", *(word.format(id=ids[0]) for word in typed))
    assert (told.code, told.out) == (1, "")
    assert told.err.strip().endswith((".", "”"))
    assert told.err.count("\n") == 1


@pytest.mark.parametrize(
    ("query", "quotes"),
    [
        ([], {FUEL, "names no rent"}),
        (["tag:a"], {FUEL}),
        (['tag:"public money"'], {FUEL}),
        (["colour:blue"], {"names no rent"}),
        (["has:note"], {"names no rent"}),
        (["tag:zebra"], set()),
    ],
    ids=lambda each: str(sorted(each) if isinstance(each, set) else each),
)
def test_clippings_are_narrowed(ask, clipped, query, quotes):
    found = ask("clippings", *query, "--json").json
    assert {one["quote"] for one in found} == quotes


def test_clippings_for_people(ask, clipped):
    out = ask("clippings").out
    assert f"“{FUEL}”" in out
    assert "public money" in out
    assert "note: Why?" in out


def test_export_to_a_file_holds_all(ask, clipped, tmp_path):
    to = tmp_path / "all.md"
    told = ask("export", "--to", to)
    assert (told.code, told.out) == (0, f"{to}\n")
    words = to.read_text(encoding="utf-8")
    assert FUEL in words
    assert "names no rent" in words


def test_export_to_a_folder_makes_a_file_for_each_article(ask, clipped, tmp_path):
    to = tmp_path / "vault"
    to.mkdir()
    told = ask("export", "--to", to)
    assert sorted(told.out.splitlines()) == sorted(map(str, to.glob("*.md")))
    assert len(told.out.splitlines()) == 2


def test_export_to_standard_output(ask, clipped):
    told = ask("export", "tag:a", "--to", "-")
    assert told.code == 0
    assert FUEL in told.out
    assert "names no rent" not in told.out


def test_nothing_to_export_writes_nothing(ask, clipped, tmp_path):
    to = tmp_path / "none.md"
    told = ask("export", "tag:zebra", "--to", to)
    assert (told.code, told.out) == (1, "")
    assert not to.exists()


@pytest.mark.parametrize(
    ("to", "layout"),
    [
        ("all.md", Layout.ONE_FILE),
        ("vault", Layout.FILE_PER_ARTICLE),
        ("vault.md/", Layout.FILE_PER_ARTICLE),
        (".", Layout.FILE_PER_ARTICLE),
        (str(Path(__file__)), Layout.ONE_FILE),
    ],
)
def test_target_says_the_layout(to, layout):
    assert layout_for(to) == layout


def test_article_in_the_trash_is_highlighted_too(ask, ids, folder):
    with open_library(folder) as library:
        trash.move_to_trash(library, [ids[0]])
    told = ask("highlight", ids[0], "--quote", FUEL, "--json")
    assert (told.code, told.json["quote"]) == (0, FUEL)
