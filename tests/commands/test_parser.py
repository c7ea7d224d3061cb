"""What can be typed, and what is refused."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from clipreader.commands.parser import command_names, is_command, parser, understood, window_parser


def subparsers() -> dict[str, argparse.ArgumentParser]:
    (chosen,) = (a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(chosen.choices)


@pytest.mark.parametrize("name", command_names())
def test_usage_names_every_argument(name):
    """The usage is written by hand, so that it reads the same on every Python."""
    one = subparsers()[name]
    usage = one.format_usage()
    for action in one._actions:
        if "-h" not in action.option_strings:
            words = action.option_strings or [action.metavar]
            assert words[-1] in usage, action
            if action.nargs != 0:
                assert action.metavar in usage, action


@pytest.mark.parametrize("name", command_names())
def test_every_argument_is_explained(name):
    assert all(action.help for action in subparsers()[name]._actions)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ([], False),
        (["list"], True),
        (["--library", "list", "night.txt"], False),
        (["--library", "here", "list"], True),
        (["--library=here", "list"], True),
        (["./list"], False),
        (["--", "list"], False),
        (["-"], False),
        (["night.txt", "list"], False),
        (["--self-test", "--report", "list"], False),
        (["--library"], False),
    ],
)
def test_command_is_told_from_file(typed, expected):
    assert is_command(typed) is expected


@pytest.mark.parametrize(
    "typed",
    [["--library", "here", "list"], ["list", "--library", "here"], ["list", "--library=here"]],
)
def test_library_may_stand_before_or_behind_the_command(typed):
    assert parser().parse_args(typed).library == Path("here")


def test_library_behind_the_command_wins():
    assert parser().parse_args(["--library", "a", "list", "--library", "b"]).library == Path("b")


def test_files_are_for_the_window():
    typed = understood(["--library", "here", "a.txt", "b c.md"])
    assert (typed.command, typed.files) == ("", [Path("a.txt"), Path("b c.md")])


def test_tags_keep_their_order():
    typed = parser().parse_args(["highlight", "x", "--quote", "q", "--tag", "b", "--tag", "a/c"])
    assert typed.tag == ["b", "a/c"]
    assert (typed.note, typed.colour, typed.role, typed.occurrence) == ("", "yellow", None, None)


@pytest.mark.parametrize(
    "typed",
    [
        ["inspect"],
        ["import"],
        ["search"],
        ["show"],
        ["export"],
        ["list", "--jso"],
        ["highlight", "x"],
        ["highlight", "x", "--quote", "q", "--colour", "red"],
        ["highlight", "x", "--quote", "q", "--role", "lead"],
        ["highlight", "x", "--quote", "q", "--occurrence", "0"],
        ["highlight", "x", "--quote", "q", "--occurrence", "²"],
        ["highlight", "x", "--quote", "q", "--note", "not text: \udcff"],
        ["check", "more"],
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_refused(typed, capsys):
    with pytest.raises(SystemExit) as stop:
        understood(typed)
    assert stop.value.code == 2
    assert f"usage: clipreader {typed[0]} " in capsys.readouterr().err


@pytest.mark.parametrize(
    "typed",
    [
        ["--frobnicate"],
        ["--report", "r.json"],
        ["--self-test", "a.txt"],
        ["--self-test", "list"],
        ["--report", "r.json", "list"],
        ["--lib", "here"],
    ],
    ids=" ".join,
)
def test_options_of_the_whole_that_make_no_sense_are_refused(typed, capsys):
    with pytest.raises(SystemExit) as stop:
        understood(typed)
    assert stop.value.code == 2
    assert "usage: clipreader" in capsys.readouterr().err


def test_help_of_the_window_names_the_commands():
    told = window_parser().format_help()
    assert all(f"    {name} " in told for name in command_names())


def test_excluded_word_without_quotes_is_explained(capsys):
    with pytest.raises(SystemExit):
        understood(["search", "harbour", "-crane"])
    assert "not understood: -crane (a QUERY with “-” stands in quotes)" in capsys.readouterr().err


def test_excluded_word_in_quotes_is_understood():
    assert understood(["search", "-crane harbour"]).query == ["-crane harbour"]
