"""The README's tables as the code has them: ``python -m tests.readme_tables`` writes them anew.

Each table stands under its mark, ``<!-- name -->``. The notes in the table of formats are
written by hand and kept.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from clipreader.commands import parser
from clipreader.importers import IMPORTERS
from clipreader.ui.actions import Actions
from clipreader.ui.theme import Theme

README = Path(__file__).parents[1] / "README.md"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Lay out a table of Markdown."""
    cells = [list(head), *(list(row) for row in rows)]
    lines = ["| " + " | ".join(row) + " |" for row in cells]
    lines.insert(1, "| " + " | ".join("---" for _ in cells[0]) + " |")
    return "\n".join(lines)


def section(readme: str, name: str) -> str:
    """Return the table under a mark; empty if there is none yet."""
    found = re.search(rf"<!-- {name} -->\n\n((?:\|.*\n)*)", readme)
    return found.group(1).rstrip("\n") if found else ""


def formats(readme: str) -> str:
    """The table of what can be read, from the importers' registry."""
    rows = [line.strip("| ").split(" | ") for line in section(readme, "formats").splitlines()[2:]]
    notes = {row[0]: row[2] for row in rows}
    return table(
        ("format", "files", "notes"),
        (
            (one.name, ", ".join(f"`{end}`" for end in one.endings), notes.get(one.name, ""))
            for one in IMPORTERS
        ),
    )


def shortcuts(_: str) -> str:
    """The table of keys, from the actions; Portable means Ctrl is written on every system."""
    window = QWidget()
    actions = Actions(Theme(), window)
    form = QKeySequence.SequenceFormat.PortableText
    rows = []
    for name in actions:
        keys = dict.fromkeys(one.toString(form) for one in actions[name].shortcuts())
        if keys:
            verb = actions[name].text().rstrip("…").replace("&", "")
            rows.append((verb, ", ".join(f"`{key}`" for key in keys)))
    return table(("to", "press"), rows)


def usage_of(command: argparse.ArgumentParser) -> str:
    """Return how a command is written, without the options that all of them take."""
    words = " ".join(command.format_usage().split()).removeprefix("usage: ")
    for shared in ("[-h] ", "[--library DIR] "):
        words = words.replace(shared, "")
    return words.removesuffix(" [--library DIR]")


def commands(_: str) -> str:
    """The table of commands, from the parser of the command line."""
    (chosen,) = (a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    told = {choice.dest: choice.help or "" for choice in chosen._choices_actions}
    return table(
        ("command", "what it does"),
        ((f"`{usage_of(one)}`", told[name]) for name, one in chosen.choices.items()),
    )


TABLES: dict[str, Callable[[str], str]] = {
    "formats": formats,
    "shortcuts": shortcuts,
    "commands": commands,
}


def main() -> int:
    """Write all tables into the README."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    readme = README.read_text(encoding="utf-8")
    for name, make in TABLES.items():
        mark = f"<!-- {name} -->\n\n"
        old = section(readme, name)
        new = make(readme)
        readme = readme.replace(mark + old, mark + new + ("" if old else "\n\n"), 1)
    README.write_text(re.sub(r"\n{3,}", "\n\n", readme), encoding="utf-8", newline="\n")
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
