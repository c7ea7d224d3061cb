"""The rule that is offered for a credit or a field finds it again, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clipreader.anatomy.learned import Rulebook
from clipreader.model import Article, FieldName, Match, Metadata, Role
from clipreader.operations.corrected import with_credit, with_field, with_role
from clipreader.operations.learned import with_rules
from clipreader.operations.value_cues import is_own, suggested_for_block, suggested_for_fields
from tests import records
from tests.operations.marked import span

PAPER = "Puerto Diario"


def article(*lines: str, role: Role = Role.CAPTION, publisher: str | None = PAPER) -> Article:
    known = Metadata(publisher=publisher, language="es")
    blocks = [(Role.HEADLINE, "The Quay Wakes Up"), *((role, line) for line in lines)]
    return records.article(blocks, metadata=known)


@pytest.mark.parametrize(
    ("line", "credit", "words"),
    [
        ("The quay at dawn. Lente: Rosa Lund", "Rosa Lund", "Lente: *"),
        ("The quay at dawn (Lente de Rosa Lund)", "Rosa Lund", "Lente de *"),
        ("Lente: Rosa Lund/Norte", "Rosa Lund/Norte", "Lente: *"),
        ("El muelle – Imágenes de mano: Rosa", "Rosa", "Imágenes de mano: *"),
    ],
)
def test_a_credit_with_its_cue(line: str, credit: str, words: str) -> None:
    plain = article(line)
    own = with_credit(plain, 1, span(plain, credit))
    rule = suggested_for_block(own, 1)
    assert (rule.match, rule.words, rule.role) == (Match.NAMES, words, Role.CREDIT)
    assert rule.publisher == PAPER
    learned = with_rules(plain, Rulebook([rule]))
    assert learned.credit_of(learned.blocks[1]) == credit


def test_a_credit_without_a_cue_is_known_by_its_words() -> None:
    plain = article("The quay at dawn / Agencia Norte")
    rule = suggested_for_block(with_credit(plain, 1, span(plain, "Agencia Norte")), 1)
    assert (rule.match, rule.role) == (Match.ENDS, Role.CAPTION)


def test_a_kind_that_was_said_is_about_the_block() -> None:
    named = with_role(article("Lente: Rosa Lund", role=Role.PARAGRAPH), 1, Role.CAPTION)
    assert suggested_for_block(named, 1).role == Role.CAPTION
    assert is_own(named, named.blocks[1])
    assert not is_own(named, named.blocks[0])


def changed(before: Article, **values: object) -> Article:
    after = before
    for name, value in values.items():
        after = with_field(after, FieldName(name), value)  # type: ignore[arg-type]
    return after


def test_fields_that_are_the_same_in_every_article() -> None:
    before = article("The quay at dawn")
    after = changed(before, publisher="Diario del Puerto", language="ca", headline="Other words")
    rules = suggested_for_fields(before, after)
    assert [(one.match, one.role, one.words) for one in rules] == [
        (Match.ALWAYS, FieldName.PUBLISHER, "Diario del Puerto"),
        (Match.ALWAYS, FieldName.LANGUAGE, "ca"),
    ]
    assert {one.publisher for one in rules} == {PAPER}, "it is said of those with the old name"


@pytest.mark.parametrize(
    ("line", "names", "words"),
    [
        ("Al inglés: Ana Reyes", ("Ana Reyes",), "Al inglés: *"),
        ("Al inglés: Ana Reyes y Eva Lund", ("Ana Reyes", "Eva Lund"), "Al inglés: *"),
        ("Ana Reyes", ("Ana Reyes",), None),
        ("Al inglés lo llevó con mucho cuidado Ana Reyes, que vive en el muelle.", ("Ana Reyes",),
         None),
        ("Al inglés: otra persona", ("Ana Reyes",), None),
    ],
)  # fmt: skip
def test_names_with_their_cue(line: str, names: tuple[str, ...], words: str | None) -> None:
    before = article(line, role=Role.PARAGRAPH)
    after = changed(before, translators=names)
    rules = suggested_for_fields(before, after)
    assert [one.words for one in rules] == ([words] if words else [])
    if rules:
        assert with_rules(before, Rulebook(rules)).metadata.translators == names


def test_nothing_is_offered_without_a_publisher_or_a_change() -> None:
    before = article("Al inglés: Ana Reyes", publisher=None)
    assert suggested_for_fields(before, changed(before, language="ca")) == ()
    same = article("Al inglés: Ana Reyes")
    assert suggested_for_fields(same, replace(same)) == ()
