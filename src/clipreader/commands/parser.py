"""What can be typed: the commands, or files for the window."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from clipreader import __version__
from clipreader.commands.values import backup, path_or_address, place_number, words
from clipreader.model import Colour, Role

PROGRAM = "clipreader"

_ABOUT = "Read, mark and quote articles of the press."
_HEAD = """\
clipreader [--library DIR] [FILE ...]
       clipreader COMMAND ...

Without a command the window opens and imports the files. A file that is named like a command is
meant with its folder: ./list"""
_TAIL = """\
IDs may be given by their first characters. A QUERY is what the window's search field takes,
best in quotes: 'ferry "north quay" -crane translator:reyes -tag:money before:2024 is:unread'
One that begins with a minus stands after --
The exit code is 0 if all was done, 1 if something failed, 2 if the command was not understood."""
_TAKE_VALUES = {"--library", "--report"}


class _Parser(argparse.ArgumentParser):
    """A parser that takes options by their whole names only, as later ones may begin alike."""

    def __init__(self, **how: object) -> None:
        super().__init__(
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            **how,  # type: ignore[arg-type]  # handed on as they are, argparse says what fits
        )


class _WindowParser(_Parser):
    """Files for the window; its help is that of the whole program."""

    def format_help(self) -> str:
        """Return the help that names the commands too."""
        return parser().format_help()


@dataclass(frozen=True, slots=True)
class _Command:
    """A command: its name, its line of help, how it is written, and its own arguments."""

    name: str
    told: str
    usage: str
    add: Callable[[argparse.ArgumentParser], None]


def parser() -> argparse.ArgumentParser:
    """Return the parser of the commands; the name of the chosen one becomes ``command``."""
    whole = _Parser(prog=PROGRAM, usage=_HEAD, description=_ABOUT, epilog=_TAIL)
    _add_general(whole)
    chosen = whole.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", required=True, prog=PROGRAM
    )
    for one in _COMMANDS:
        usage = f"{PROGRAM} {one.name} {one.usage} [--library DIR]".replace("  ", " ")
        made = chosen.add_parser(one.name, help=one.told, description=one.told, usage=usage)
        one.add(made)
        made.set_defaults(refuse=made.error)
        _add_library(made, default=argparse.SUPPRESS)
    return whole


def understood(typed: Sequence[str]) -> argparse.Namespace:
    """Return what was typed, with ``command`` empty if it is for the window.

    Raises SystemExit for what makes no sense, and for ``--help`` and ``--version``. The parser
    of the whole would tell of an option too many with the usage of the whole.
    """
    if not is_command(typed):
        return _understood_files(typed)
    found, rest = parser().parse_known_args(typed)
    if found.self_test or found.report:
        rest.append("--self-test and --report belong to no command")
    if rest:
        hint = " (a QUERY with “-” stands in quotes)" if hasattr(found, "query") else ""
        found.refuse(f"not understood: {' '.join(rest)}{hint}")
    return found


def _understood_files(typed: Sequence[str]) -> argparse.Namespace:
    whole = window_parser()
    found = whole.parse_args(typed)
    if found.report and not found.self_test:
        whole.error("--report belongs to --self-test")
    if found.self_test and found.files:
        whole.error("--self-test takes no files")
    return found


def window_parser() -> argparse.ArgumentParser:
    """Return the parser of a command line that names no command."""
    whole = _WindowParser(prog=PROGRAM, usage=_HEAD)
    whole.add_argument("files", nargs="*", type=Path, metavar="FILE")
    whole.set_defaults(command="")
    _add_general(whole)
    return whole


def is_command(typed: Sequence[str]) -> bool:
    """Say whether the first word that is no option names a command."""
    words = iter(typed)
    for word in words:
        if word in _TAKE_VALUES:
            next(words, None)
        elif word == "--":
            return False
        elif word == "-" or not word.startswith("-"):
            return word in command_names()
    return False


def command_names() -> tuple[str, ...]:
    """Return the names of the commands, in the order in which they are told."""
    return tuple(one.name for one in _COMMANDS)


def _add_general(to: argparse.ArgumentParser) -> None:
    _add_library(to, default=None)
    to.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    to.add_argument(
        "--self-test",
        action="store_true",
        help="take a sample article through the five journeys and say whether all is well",
    )
    to.add_argument(
        "--report", type=Path, metavar="FILE", help="write what the self-test found, as JSON"
    )


def _add_library(to: argparse.ArgumentParser, *, default: str | None) -> None:
    told = "the folder of the library (default: your own)"
    to.add_argument("--library", type=Path, metavar="DIR", default=default, help=told)


def _add_json(to: argparse.ArgumentParser) -> None:
    to.add_argument("--json", action="store_true", help="print JSON")


def _add_query(to: argparse.ArgumentParser) -> None:
    to.add_argument("query", nargs="*", type=words, metavar="QUERY", help="what to look for")


def _inspect(to: argparse.ArgumentParser) -> None:
    to.add_argument("file", type=Path, metavar="FILE", help="an article; - reads standard input")


def _import(to: argparse.ArgumentParser) -> None:
    told = "files, folders and web addresses; - reads standard input"
    to.add_argument("paths", nargs="+", type=path_or_address, metavar="PATH", help=told)
    told = "fetch the pages of links from the network; without it only their addresses are kept"
    to.add_argument("--fetch", action="store_true", help=told)
    _add_json(to)


def _list(to: argparse.ArgumentParser) -> None:
    _add_query(to)
    _add_json(to)


def _search(to: argparse.ArgumentParser) -> None:
    to.add_argument("query", nargs="+", type=words, metavar="QUERY", help="what to look for")
    _add_json(to)


def _show(to: argparse.ArgumentParser) -> None:
    to.add_argument("id", type=words, metavar="ID", help="the article, or the start of its id")
    _add_json(to)


def _highlight(to: argparse.ArgumentParser) -> None:
    to.add_argument("id", type=words, metavar="ID", help="the article, or the start of its id")
    to.add_argument(
        "--quote", type=words, required=True, metavar="TEXT", help="the words to highlight"
    )
    to.add_argument(
        "--role",
        choices=[role.value for role in Role],
        metavar="R",
        help="the part they stand in: headline, deck, caption, credit, paragraph …",
    )
    to.add_argument(
        "--occurrence",
        type=place_number,
        metavar="N",
        help="which place, counted from 1, if they stand in several",
    )
    told = "a tag; may be given again; a/b nests b under a"
    to.add_argument("--tag", type=words, action="append", default=[], metavar="T", help=told)
    to.add_argument("--note", type=words, default="", metavar="N", help="your note")
    to.add_argument(
        "--colour",
        choices=[colour.value for colour in Colour],
        default=Colour.YELLOW.value,
        metavar="C",
        help=", ".join(colour.value for colour in Colour) + " (default: yellow)",
    )
    _add_json(to)


def _export(to: argparse.ArgumentParser) -> None:
    _add_query(to)
    told = "the whole library, into a new folder that can be read without ClipReader"
    to.add_argument("--all", action="store_true", help=told)
    to.add_argument(
        "--to",
        required=True,
        metavar="DIR_OR_FILE",
        help="a folder (one file for each article), a file (all in one), or - for standard output",
    )


def _restore(to: argparse.ArgumentParser) -> None:
    told = "a backup to put back, or “newest” for the newest good state of a damaged library"
    to.add_argument("number", nargs="?", type=backup, metavar="NUMBER_OR_newest", help=told)


def _rules(to: argparse.ArgumentParser) -> None:
    does = ("list", "export", "import", "on", "off", "apply")
    told = f"{', '.join(does)} (default: list)"
    to.add_argument("action", nargs="?", choices=does, default="list", metavar="ACTION", help=told)
    told = "a file to write or to read, or the number of a rule as the list has it"
    to.add_argument("value", nargs="?", type=words, metavar="FILE_OR_NUMBER", help=told)
    _add_json(to)


def _nothing(_: argparse.ArgumentParser) -> None:
    """A command without arguments of its own."""


_COMMANDS: tuple[_Command, ...] = (
    _Command(
        "inspect",
        "print what is recognised in a file, as JSON; touches no library",
        "FILE",
        _inspect,
    ),
    _Command(
        "import",
        "import files, folders and links, and tell what became of each",
        "PATH… [--fetch] [--json]",
        _import,
    ),
    _Command("list", "list the articles of the library", "[QUERY…] [--json]", _list),
    _Command("search", "search everything and show the places", "QUERY… [--json]", _search),
    _Command("show", "show an article with its parts and clippings", "ID [--json]", _show),
    _Command(
        "highlight",
        "highlight a quote of an article",
        "ID --quote TEXT [--role R] [--occurrence N] [--tag T]… [--note N] [--colour C] [--json]",
        _highlight,
    ),
    _Command("clippings", "list clippings", "[QUERY…] [--json]", _list),
    _Command(
        "export",
        "write clippings as Markdown files, or the whole library",
        "[QUERY…] [--all] --to DIR_OR_FILE",
        _export,
    ),
    _Command(
        "rules",
        "list, export FILE, import FILE, on NUMBER, off NUMBER, apply NUMBER: what is always so",
        "[ACTION [FILE_OR_NUMBER]] [--json]",
        _rules,
    ),
    _Command("check", "check every word of the library", "", _nothing),
    _Command("backup", "make a backup of the library now", "", _nothing),
    _Command("restore", "list the backups, put one back, or mend", "[NUMBER_OR_newest]", _restore),
)
