"""The rule that is offered names what comes again, and nothing that a sentence begins with."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.anatomy.learned import Rulebook, is_enough
from clipreader.model import (
    BLOCK_ROLES,
    LONGEST_RULE,
    Article,
    ClipreaderError,
    Match,
    Metadata,
    Role,
)
from clipreader.operations.cues import suggested_rule
from tests import records


def article(line: str, language: str = "en", publisher: str | None = "Puerto Diario") -> Article:
    known = Metadata(publisher=publisher, language=language)
    return records.article([(Role.PARAGRAPH, line)], metadata=known)


@pytest.mark.parametrize(
    ("line", "language", "role", "match", "words"),
    [
        ("Follow us on the quay", "en", Role.BOILERPLATE, Match.WHOLE, "Follow us on the quay"),
        ("FOTO: Rosa Lund", "es", Role.CAPTION, Match.BEGINS, "FOTO:"),
        ("Foto: El muelle. Rosa Lund", "es", Role.CAPTION, Match.BEGINS, "Foto:"),
        ("写真：港湾局", "ja", Role.CAPTION, Match.BEGINS, "写真："),
        ("» Lea también: La grúa", "es", Role.BOILERPLATE, Match.BEGINS, "» Lea también:"),
        ("The quay at dawn / Agencia Norte", "en", Role.CAPTION, Match.ENDS, "/ Agencia Norte"),
        ("The quay at dawn.", "en", Role.CAPTION, Match.WHOLE, "The quay at dawn."),
        ("Translated by Ana Reyes", "en", Role.TRANSLATOR, Match.BEGINS, "Translated by"),
        ("By Elena Duarte", "en", Role.BYLINE, Match.WHOLE, "By Elena Duarte"),
        ("Duarte: I saw it", "en", Role.PARAGRAPH, Match.WHOLE, "Duarte: I saw it"),
        ("OPINION", "en", Role.KICKER, Match.WHOLE, "OPINION"),
        ("Opinion: Who pays?", "en", Role.HEADLINE, Match.WHOLE, "Opinion: Who pays?"),
        ("* * *", "en", Role.BOILERPLATE, Match.WHOLE, "* * *"),
        ("A: b c", "en", Role.CAPTION, Match.WHOLE, "A: b c"),
    ],
)
def test_what_comes_again_is_found(
    line: str, language: str, role: Role, match: Match, words: str
) -> None:
    made = suggested_rule(article(line, language), 0, role)
    assert (made.match, made.words, made.role) == (match, words, role)
    assert (made.publisher, made.is_on) == ("Puerto Diario", True)
    assert made.made is not None


@pytest.mark.parametrize(
    ("line", "publisher", "sentence"),
    [
        ("Follow us", None, "names no publisher"),
        ("Follow us", "  ", "names no publisher"),
        ("—", "Puerto Diario", "too few words"),
        ("7", "Puerto Diario", "too few words"),
        ("ferry " * LONGEST_RULE, "Puerto Diario", "too long"),
    ],
)
def test_where_there_is_nothing_it_says_so(line: str, publisher: str | None, sentence: str) -> None:
    with pytest.raises(ClipreaderError, match=sentence):
        suggested_rule(article(line, publisher=publisher), 0, Role.BOILERPLATE)


words = st.text("aáB :/—.1写\u00a0|“", min_size=1, max_size=40)


@given(words, st.sampled_from(BLOCK_ROLES), st.sampled_from(["en", "es", "ja", "ar"]))
def test_an_offered_rule_names_the_block_it_was_made_for(
    line: str, role: Role, language: str
) -> None:
    of = article(line, language)
    try:
        made = suggested_rule(of, 0, role)
    except ClipreaderError:
        return
    assert is_enough(made)
    assert Rulebook([made]).names(of) == {0: made}
    assert Rulebook([replace(made, publisher="Another")]).names(of) == {}
