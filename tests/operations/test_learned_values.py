"""Rules about credits and fields set them as the person would, and never what the person set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.anatomy.learned import Rulebook, is_possible
from clipreader.model import (
    Article,
    Becomes,
    FieldName,
    Match,
    Metadata,
    Part,
    Role,
    Rule,
    becoming,
)
from clipreader.operations.corrected import with_credit, with_field, with_role
from clipreader.operations.learned import with_rules
from tests import records
from tests.operations.marked import holds_together, span

PAPER = "Puerto Diario"
LINES = (
    (Role.HEADLINE, "The Quay Wakes Up"),
    (Role.CAPTION, "The quay at dawn. Lente: Rosa Lund"),
    (Role.PARAGRAPH, "Lente: Tom Brill/Norte"),
    (Role.PARAGRAPH, "The quay was late. Lente: nobody knew what it was for."),
    (Role.PARAGRAPH, "Al inglés: Ana Reyes y Eva Lund"),
    (Role.PARAGRAPH, "Escribe hoy: Elena Duarte"),
    (Role.PARAGRAPH, "Con datos de Agencia Norte"),
)
LENS = Rule("1", Match.NAMES, "Lente: *", Role.CREDIT, PAPER)
INTO = Rule("2", Match.NAMES, "Al inglés: *", FieldName.TRANSLATORS, PAPER)
WRITES = Rule("3", Match.NAMES, "Escribe hoy: *", FieldName.AUTHORS, PAPER)
SOURCE = Rule("4", Match.NAMES, "Con datos de *", FieldName.AGENCY, PAPER)
TONGUE = Rule("5", Match.ALWAYS, "ca", FieldName.LANGUAGE, PAPER)
NAME = Rule("6", Match.ALWAYS, "Diario del Puerto", FieldName.PUBLISHER, PAPER)
ALL = (LENS, INTO, WRITES, SOURCE, TONGUE, NAME)


def made(**known: object) -> Article:
    told = replace(Metadata(publisher=PAPER, language="es"), **known)  # type: ignore[arg-type]
    plain = records.article(LINES, article_id="a", metadata=told)
    return replace(plain, marks=(Part(Role.CAPTION, plain.blocks[1].span),))


def ruled(article: Article, *rules: Rule) -> Article:
    return with_rules(article, Rulebook(rules))


def test_a_credit_behind_its_caption_and_one_alone() -> None:
    after = ruled(made(), LENS)
    assert [block.role for block in after.blocks[1:4]] == [
        Role.CAPTION,
        Role.CAPTION,
        Role.PARAGRAPH,
    ]
    told = [(after.words_of(one), after.credit_of(one)) for one in after.parts(Role.CAPTION)]
    assert told == [("The quay at dawn.", "Rosa Lund"), (None, "Tom Brill/Norte")]
    assert not any(one.corrected for one in (*after.blocks, *after.marks))
    assert "is of the form “Lente: *”" in after.blocks[1].reasons[0]


def test_names_make_the_line_and_the_field() -> None:
    after = ruled(made(authors=("Old Name",)), INTO, WRITES)
    assert after.metadata.translators == ("Ana Reyes", "Eva Lund")
    assert after.metadata.authors == ("Old Name", "Elena Duarte")
    assert (after.blocks[4].role, after.blocks[5].role) == (Role.TRANSLATOR, Role.BYLINE)
    names = [after.quote(one.span) for one in after.marks if one.role == Role.TRANSLATOR]
    assert names == ["Ana Reyes", "Eva Lund"]
    assert "always" in after.metadata.why(FieldName.TRANSLATORS)


def test_what_is_always_the_same() -> None:
    after = ruled(made(), SOURCE, TONGUE, NAME)
    known = after.metadata
    assert (known.agency, known.language, known.publisher) == (
        *("Agencia Norte", "ca"),
        "Diario del Puerto",
    )
    assert known.why(FieldName.LANGUAGE) == "you said “always” for Puerto Diario"
    assert not known.corrected
    later = ruled(after, replace(LENS, publisher=NAME.words))
    assert later.credit_of(later.blocks[1]) == "Rosa Lund", "the new name has rules as well"


def test_the_newest_wins_and_another_publisher_has_none() -> None:
    newer = replace(TONGUE, id="9", words="gl")
    assert ruled(made(), TONGUE, newer).metadata.language == "gl"
    assert ruled(made(), replace(TONGUE, publisher="The Gull")) == made()
    assert ruled(made(), replace(TONGUE, is_on=False)) == made()


OWN: dict[str, Article] = {
    "credit": with_credit(made(), 1, span(made(), "dawn")),
    "translators": with_field(made(), FieldName.TRANSLATORS, ("Me",)),
    "authors": with_field(made(), FieldName.AUTHORS, ("Me",)),
    "language": with_field(made(), FieldName.LANGUAGE, "eu"),
    "agency": with_field(made(), FieldName.AGENCY, "Mine"),
    "publisher": with_field(made(), FieldName.PUBLISHER, PAPER),
    "block": with_role(made(), 4, Role.QUOTE),
}


@pytest.mark.parametrize("own", OWN)
def test_what_the_person_set_stays(own: str) -> None:
    before = OWN[own]
    after = ruled(before, *ALL)
    for name in before.metadata.corrected:
        assert after.metadata.value(name) == before.metadata.value(name)
    assert after.metadata.corrected == before.metadata.corrected
    assert [one for one in after.marks if one.corrected] == [
        one for one in before.marks if one.corrected
    ]
    assert [one for one in after.blocks if one.corrected] == [
        one for one in before.blocks if one.corrected
    ]
    holds_together(after)


ABOUT = st.sampled_from([(match, each) for match in Match for each in becoming(match)])


@given(
    ABOUT,
    st.sampled_from(["Lente: *", "Al inglés: *", "* reports", "*", "quay *", "es", "a * b *", ""]),
    st.sampled_from([PAPER, None]),
    st.sampled_from(sorted(OWN)),
)
def test_any_rule_keeps_the_article_whole_and_changes_it_once(
    about: tuple[Match, Becomes], words: str, publisher: str | None, own: str
) -> None:
    rule = Rule("x", about[0], words, about[1], publisher)
    before = OWN[own]
    after = ruled(before, rule)
    holds_together(after)
    assert after.text == before.text
    assert ruled(after, rule) == after
    assert is_possible(rule) or after == before
