"""``list``, ``search`` and ``show`` answer like the window."""

from __future__ import annotations

import pytest

from clipreader.operations import open_library, trash
from tests.commands.conftest import FERRY


@pytest.mark.parametrize("command", [["list"], ["search", "ferry"], ["clippings"]])
def test_library_that_is_not_there_is_empty(ask, folder, command):
    told = ask(*command, "--json")
    assert (told.code, told.json) == (0, [])
    assert "There is no library" in told.err
    assert not folder.exists()


def test_list_for_scripts(ask, ids):
    rows = {row["id"]: row for row in ask("list", "--json").json}
    assert set(rows) == set(ids)
    ferry = rows[ids[0]]
    assert ferry["headline"] == "Night Ferry Returns to Harbour Town After Eleven Years"
    assert (ferry["translators"], ferry["published"]) == (["Ana Reyes"], "2024-07-04")
    assert (ferry["unread"], ferry["starred"], ferry["highlights"]) == (True, False, 0)


@pytest.mark.parametrize(
    ("query", "found"),
    [(["ferry"], [0]), (["translator:okafor"], [1]), (["two", "thirds"], [0]), (["zebra"], [])],
    ids=str,
)
def test_list_is_narrowed(ask, ids, query, found):
    rows = ask("list", *query, "--json").json
    assert [row["id"] for row in rows] == [ids[number] for number in found]


@pytest.mark.parametrize("command", ["list", "search"])
def test_what_may_have_been_meant_otherwise_is_told_beside_an_empty_answer(ask, ids, command):
    assert "“before:” is followed by a year" in ask(command, "before:banana").err
    told = ask(command, "ferry", "OR", "zebra", "--json")
    assert (told.code, told.json) == (0, [])
    assert "“OR” was looked for as a word" in told.err
    assert ask(command, "zebra").err == ""


def test_a_field_with_a_minus_leaves_out(ask, ids):
    rows = ask("list", "harbour -translator:okafor", "--json").json
    assert [row["id"] for row in rows] == [ids[0]]


def test_list_for_people(ask, ids):
    lines = ask("list").out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(ids[0])
    assert lines[0].endswith("Night Ferry Returns to Harbour Town After Eleven Years")


def test_search_shows_the_places(ask, ids):
    (hit,) = ask("search", "subsidy", "--json").json
    assert hit["article_id"] == ids[0]
    snippet = hit["snippets"][0]
    assert [snippet["text"][start:end].lower() for start, end in snippet["spans"]] == ["subsidy"]
    assert "subsidy" in ask("search", "subsidy").out


def test_show_by_the_start_of_an_id(ask, ids):
    told = ask("show", ids[1], "--json").json
    assert told["id"] == ids[1]
    assert told["blocks"][0]["text"] == "Two Shipyards Share One Crane and Blame the Wind"
    page = ask("show", ids[1][:25])
    assert page.code == 0
    assert "The lease runs for ninety years" in page.out
    assert ids[1] in page.out


def test_show_leaves_the_article_unread(ask, ids):
    ask("show", ids[0])
    assert all(row["unread"] for row in ask("list", "--json").json)


@pytest.mark.parametrize("typed", ["zzzz", "0"], ids=["unknown", "of several"])
def test_id_that_means_no_one_article_is_refused(ask, ids, typed):
    told = ask("show", typed)
    assert (told.code, told.out) == (1, "")
    assert told.err.count("\n") == 1


def test_headline_does_nothing_to_the_terminal(ask, tmp_path):
    file = tmp_path / "odd.txt"
    plain = FERRY.splitlines()[0]
    headline = plain.replace("Returns", "\u202eReturns\u202c")
    file.write_text(FERRY.replace(plain, headline), encoding="utf-8")
    ask("import", file)
    assert ask("list").out.rstrip().endswith(plain)
    assert ask("list", "--json").json[0]["headline"] == headline


def test_article_in_the_trash_can_be_shown(ask, ids, folder):
    with open_library(folder) as library:
        trash.move_to_trash(library, ids[:1])
    assert [row["id"] for row in ask("list", "--json").json] == ids[1:]
    told = ask("show", ids[0], "--json")
    assert (told.code, told.json["trashed"]) == (0, True)
