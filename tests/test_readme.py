"""The README says what the code does: its tables, its commands, its pictures, its promises."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import dev
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests import readme_tables

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", readme_tables.TABLES)
def test_a_table_equals_the_code(name, qapp):
    if name == "shortcuts" and sys.platform != "linux":
        pytest.skip("the standard keys of other systems differ; the table names those of Linux")
    made = readme_tables.TABLES[name](README)
    assert readme_tables.section(README, name) == made, "python -m tests.readme_tables writes it"


def test_every_format_has_a_note():
    for row in readme_tables.section(README, "formats").splitlines()[2:]:
        assert len(row.strip("| ").split(" | ")) == 3, row


def test_every_command_says_what_it_does():
    rows = readme_tables.section(README, "commands").splitlines()[2:]
    assert rows
    assert all(row.strip("| ").split(" | ")[-1].strip("`") for row in rows)


def test_the_two_commands_are_there():
    block = README.partition("```\n")[2].partition("```")[0].splitlines()
    assert block == ["python3 dev.py run", "python3 dev.py test"]


@pytest.mark.parametrize("command", sorted(set(re.findall(r"dev\.py (\w+)", README))))
def test_every_command_of_dev_exists(command):
    assert command in {"run", "check", "build", *dev.WORK}


@pytest.mark.parametrize(
    "way", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README)) - {""}), ids=lambda way: way
)
def test_every_link_leads_somewhere(way):
    assert (ROOT / way).is_file()


def test_dev_knows_which_commands_open_no_window():
    (chosen,) = (a for a in readme_tables.parser()._actions if hasattr(a, "choices") and a.choices)
    assert set(chosen.choices) <= set(dev.NEED_NO_WINDOW)


@pytest.mark.parametrize("promise", ["byte for byte", "can be undone", "Nothing is fetched"])
def test_a_promise_stands(promise):
    """The words are held by tests elsewhere; they are not to be dropped in silence."""
    assert promise in README
