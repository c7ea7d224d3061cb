"""Rules go out as a file and come in from one, whole or not at all, without doubles."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from clipreader.library import Library
from clipreader.model import ClipreaderError, FieldName, Match, Role, Rule
from clipreader.operations import history, learning, rule_files

CUE = Rule("1", Match.BEGINS, "FOTO:", Role.CAPTION, "Puerto Diario")
APPEAL = Rule("2", Match.WHOLE, "¡Apóyanos!", Role.BOILERPLATE, is_on=False)
ITEM = {"publisher": None, "match": "whole", "words": "Ad here", "becomes": "boilerplate"}


def bare(rules: tuple[Rule, ...]) -> set[Rule]:
    return {replace(rule, id="", made=None) for rule in rules}


def file(*items: object, version: object = 1) -> str:
    return json.dumps({"clipreader_rules": version, "rules": items})


@pytest.fixture
def filled(library: Library) -> Library:
    for rule in (CUE, APPEAL):
        learning.add_rule(library, rule)
    return library


def test_what_goes_out_comes_in_again(filled: Library, tmp_path: Path) -> None:
    path = rule_files.export_rules_to(filled, tmp_path / "rules.json")
    before = learning.rules(filled)
    learning.remove_rules(filled, [rule.id for rule in before])
    outcome = rule_files.import_rules_from(filled, path)
    assert outcome.label == "import rules"
    assert bare(learning.rules(filled)) == bare(before) == bare(outcome.value)
    assert rule_files.export_rules(filled) == path.read_text(encoding="utf-8")
    history.undo(filled)
    assert learning.rules(filled) == ()


def test_no_rule_comes_twice_and_yours_stay(filled: Library) -> None:
    other = {"publisher": "PUERTO DIARIO", "match": "begins", "words": "foto:", "becomes": "deck"}
    before = learning.rules(filled)
    outcome = rule_files.import_rules(filled, file(other, ITEM, ITEM))
    assert [rule.words for rule in outcome.value] == ["Ad here"]
    assert set(before) < set(learning.rules(filled))
    assert rule_files.import_rules(filled, file(other, ITEM)).label == ""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "holds no rules"),
        ("[" * 100_000, "holds no rules"),
        ("[1, 2]", "holds no rules"),
        ('{"rules": []}', "holds no rules"),
        (json.dumps({"clipreader_rules": 1, "rules": {}}), "holds no rules"),
        (file(ITEM, version="1"), "holds no rules"),
        (file(ITEM, version=3), "newer ClipReader"),
        (file(ITEM, "x"), "Rule 2 of this file cannot be read"),
        (file({**ITEM, "words": 3}), "Rule 1 of this file cannot be read"),
        (file({**ITEM, "match": "like"}), "Rule 1 of this file cannot be read"),
        (file({**ITEM, "becomes": []}), "Rule 1 of this file cannot be read"),
        (file({**ITEM, "publisher": 1}), "Rule 1 of this file cannot be read"),
        (file({**ITEM, "on": "yes"}), "Rule 1 of this file cannot be read"),
        (file(ITEM, {**ITEM, "words": "a"}), "Rule 2 of this file cannot be kept"),
        (file({**ITEM, "becomes": "link"}), "Rule 1 of this file cannot be kept"),
        (file(*[ITEM] * 10_001), "more than 10,000 rules"),
    ],
    ids=lambda value: value[:24],
)
def test_a_bad_file_is_refused_whole_in_one_sentence(
    filled: Library, text: str, sentence: str
) -> None:
    before = learning.rules(filled)
    with pytest.raises(ClipreaderError, match=sentence):
        rule_files.import_rules(filled, text)
    assert learning.rules(filled) == before


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"\x00"])
def test_a_file_that_cannot_be_read_is_told(
    filled: Library, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "rules.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ClipreaderError, match="holds no rules"):
        rule_files.import_rules_from(filled, path)


def test_rules_about_fields_are_of_the_second_form(filled: Library) -> None:
    assert json.loads(rule_files.export_rules(filled))["clipreader_rules"] == 1
    star = Rule("3", Match.NAMES, "Traducción: *", FieldName.TRANSLATORS, "Puerto Diario")
    tongue = Rule("4", Match.ALWAYS, "es", FieldName.LANGUAGE, "Puerto Diario")
    for rule in (star, tongue):
        learning.add_rule(filled, rule)
    text = rule_files.export_rules(filled)
    assert json.loads(text)["clipreader_rules"] == 2
    learning.remove_rules(filled, [star.id, tongue.id])
    back = rule_files.import_rules(filled, text).value
    assert {(one.match, one.words, one.role) for one in back} == {
        (one.match, one.words, one.role) for one in (star, tongue)
    }
    assert all(isinstance(one.role, FieldName) for one in back)
