from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from clipreader.model import Article, FieldName
from clipreader.ui.fields_editor import FieldsEditor, Value
from clipreader.ui.theme import Theme
from tests import records


@pytest.fixture
def article() -> Article:
    made = records.article()
    evidence = ((FieldName.PLACE, "the dateline"),)
    known = replace(made.metadata, evidence=evidence, corrected=frozenset({FieldName.PUBLISHER}))
    return replace(made, metadata=known)


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme, article: Article) -> FieldsEditor:
    made = FieldsEditor(theme, article)
    qtbot.addWidget(made)
    return made


def test_untouched_fields_are_no_changes(editor: FieldsEditor) -> None:
    assert editor.changes == ()


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        (FieldName.TRANSLATORS, "Ana Reyes;  M. Okafor ;", ("Ana Reyes", "M. Okafor")),
        (FieldName.TRANSLATORS, "", ()),
        (FieldName.HEADLINE, "  A <b>new</b> one ", "A <b>new</b> one"),
        (FieldName.PLACE, "", None),
    ],
)
def test_typed_words_become_values(
    editor: FieldsEditor, name: FieldName, typed: str, value: Value
) -> None:
    editor.line(name).setText(typed)
    assert editor.changes == ((name, value),)


def test_each_field_says_where_it_comes_from(editor: FieldsEditor) -> None:
    assert editor.line(FieldName.PLACE).accessibleDescription() == "the dateline"
    assert editor.line(FieldName.PUBLISHER).accessibleDescription() == "Set by you"
