"""``rules``: listed, switched, applied, given out and taken in."""

from __future__ import annotations

import json

import pytest

from clipreader.model import FieldName, Match, Role, Rule
from clipreader.operations import learning, open_library

RULES = (
    Rule("1", Match.BEGINS, "The line was closed", Role.EDITORS_NOTE, None),
    Rule("2", Match.ALWAYS, "ca", FieldName.LANGUAGE, "Puerto Diario"),
)


@pytest.fixture
def ruled(ids, folder):
    with open_library(folder) as library:
        for rule in RULES:
            learning.add_rule(library, rule)
    return folder


def test_rules_are_listed(ask, ruled):
    told = ask("rules").out.splitlines()
    assert [line.split("  ")[0] for line in told] == ["1", "2"]
    assert "every publisher" in told[0]
    assert told[0].endswith("editors note  begins with “The line was closed”")
    assert told[1].endswith("language      any: “ca”")
    assert [(one["number"], one["match"], one["becomes"], one["on"]) for one in
            ask("rules", "list", "--json").json] == [
        (1, "begins", "editors_note", True), (2, "always", "language", True)]  # fmt: skip


def test_a_rule_is_switched_and_applied(ask, ruled, ids):
    assert ask("rules", "off", "2").out == "Rule 2 is off.\n"
    told = ask("rules", "apply", "2")
    assert (told.code, told.err) == (1, "This rule is off: switch it on to apply it.\n")
    assert ask("rules", "on", "2").code == 0
    assert ask("rules", "apply", "2").out == "1 article was changed.\n"
    assert ask("show", ids[0], "--json").json["language"] == "ca"
    assert ask("rules", "apply", "2").out == "0 articles were changed.\n"


def test_rules_go_out_and_come_in(ask, ruled, tmp_path):
    file = tmp_path / "mine.json"
    assert ask("rules", "export", file).code == 0
    assert len(json.loads(file.read_text(encoding="utf-8"))["rules"]) == 2
    assert ask("rules", "import", file).out == "0 rules were added.\n"
    with open_library(ruled) as library:
        learning.remove_rules(library, [rule.id for rule in RULES])
    assert ask("rules", "import", file).out == "2 rules were added.\n"
    assert len(ask("rules", "--json").json) == 2


@pytest.mark.parametrize(
    ("typed", "code", "sentence"),
    [
        (("on", "9"), 1, "There is no rule 9"),
        (("apply", "x"), 1, "There is no rule x"),
        (("import", "nothing.json"), 1, "holds no rules"),
        (("on",), 2, "on takes the number of a rule"),
        (("export",), 2, "export takes the name of a file"),
        (("list", "1"), 2, "list takes neither"),
        (("sing",), 2, "invalid choice"),
    ],
)
def test_what_cannot_be_done_is_told(ask, ruled, capsys, typed, code, sentence):
    try:
        told = ask("rules", *typed)
    except SystemExit as end:
        assert end.code == code == 2
        assert sentence in capsys.readouterr().err
    else:
        assert told.code == code
        assert sentence in told.err


def test_where_there_is_no_library_there_are_no_rules(ask, folder):
    assert "There are no rules yet" in ask("rules").out
    assert ask("rules", "on", "1").code == 1
    assert not folder.exists()
