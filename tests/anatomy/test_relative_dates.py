"""Days without a date are counted from the dateline, and left alone where they may be another."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.anatomy import phrases
from clipreader.anatomy.relative_dates import day_hints, known_codes
from clipreader.model import Article, FieldName, Metadata, Role
from clipreader.operations.corrected import with_field
from clipreader.paths import resource
from tests import records

THURSDAY = "2024-07-04"


def article(text: str, language: str = "en", published: str | None = THURSDAY, **more) -> Article:
    known = Metadata(language=language, published=published, **more)
    return records.article([(Role.PARAGRAPH, text)], metadata=known)


def found(text: str, language: str = "en", published: str | None = THURSDAY, **more):
    made = article(text, language, published, **more)
    return [(made.quote(one.span), one.iso) for one in day_hints(made)]


CASES = [
    ("en", "The ferry sails this Wednesday.", "this Wednesday", "2024-07-03"),
    ("en", "It sails this Friday.", "this Friday", "2024-07-05"),
    ("en", "The company confirmed it yesterday.", "yesterday", "2024-07-03"),
    ("en", "It stopped the day before yesterday.", "the day before yesterday", "2024-07-02"),
    ("en", "A fare will do, he said on Thursday.", "said on Thursday", "2024-07-04"),
    ("en", "It met on Friday of last week.", "Friday of last week", "2024-06-28"),
    ("en", "The hall was closed on May 3.", "on May 3", "2024-05-03"),
    ("en", "It will close on 29 July.", "on 29 July", "2024-07-29"),
    ("es", "El miércoles pasado se rompió la grúa.", "El miércoles pasado", "2024-07-03"),
    ("es", "El jueves pasado se rompió la grúa.", "El jueves pasado", "2024-06-27"),
    ("es", "Reabrirá, dijo el martes la directora.", "dijo el martes", "2024-07-02"),
    ("es", "Cerró anteayer.", "anteayer", "2024-07-02"),
    ("fr", "La salle a fermé le 3 mai.", "le 3 mai", "2024-05-03"),
    ("fr", "Mercredi dernier, la grue s’est arrêtée.", "Mercredi dernier", "2024-07-03"),
    ("fr", "Avant-hier, elle tournait.", "Avant-hier", "2024-07-02"),
    ("de", "Das sagte die Direktorin am Mittwoch.", "sagte die Direktorin am Mittwoch",
     "2024-07-03"),
    ("de", "Letzten Mittwoch brach der Kran.", "Letzten Mittwoch", "2024-07-03"),
    ("de", "Der Saal schloss am 3. Mai.", "am 3. Mai", "2024-05-03"),
    ("pt", "O barco parte nesta quarta-feira.", "nesta quarta-feira", "2024-07-03"),
    ("it", "Ieri la gru si è fermata.", "Ieri", "2024-07-03"),
    ("it", "Lo ha detto mercoledì la direttrice.", "ha detto mercoledì", "2024-07-03"),
    ("nl", "Afgelopen woensdag brak de kraan.", "Afgelopen woensdag", "2024-07-03"),
    ("pl", "Linia wróci, powiedziała w środę dyrektorka.", "powiedziała w środę", "2024-07-03"),
    ("pl", "Salę zamknięto 3 maja.", "3 maja", "2024-05-03"),
    ("ru", "Линия откроется, сообщила в среду директор.", "сообщила в среду", "2024-07-03"),
    ("uk", "У минулу середу кран зупинився.", "У минулу середу", "2024-07-03"),
    ("tr", "Geçtiğimiz Çarşamba vinç durdu.", "Geçtiğimiz Çarşamba", "2024-07-03"),
    ("tr", "Salon 3 Mayıs'ta kapandı.", "3 Mayıs", "2024-05-03"),
    ("ar", "توقفت الرافعة يوم الأربعاء الماضي.", "الأربعاء الماضي", "2024-07-03"),
    ("ar", "أكدت الشركة ذلك أمس.", "أمس", "2024-07-03"),
    ("zh", "渡轮本周三启航。", "本周三", "2024-07-03"),
    ("zh", "吊车上周三停了。", "上周三", "2024-06-26"),
    ("zh", "大厅于5月3日关闭。", "5月3日", "2024-05-03"),
    ("ja", "先週の水曜日に止まった。", "先週の水曜", "2024-06-26"),
    ("ja", "会社は昨日、これを認めた。", "昨日", "2024-07-03"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "day"), CASES, ids=[c[1] for c in CASES])
def test_a_day_is_counted(language: str, text: str, words: str, day: str) -> None:
    assert found(text, language) == [(words, day)]


@pytest.mark.parametrize(
    ("text", "language", "published"),
    [
        ("“We sailed yesterday,” she said.", "en", THURSDAY),
        ("«Ocurrió ayer», dijo.", "es", THURSDAY),
        ("It sails on Wednesday.", "en", THURSDAY),
        ("It sails next Wednesday.", "en", THURSDAY),
        ("It broke last Wednesday.", "en", THURSDAY),
        ("The port is open today.", "en", THURSDAY),
        ("It sails this Monday.", "en", "2024-07-06"),
        ("In 1943 it was bombed on 3 May.", "en", THURSDAY),
        ("It was closed on 3 January.", "en", THURSDAY),
        ("It will close on 9 August.", "en", THURSDAY),
        ("La sala cerró el 3 de mayo de ese año.", "es", THURSDAY),
        ("It was closed on 3 May of that year.", "en", THURSDAY),
        ("It was closed on 31 June.", "en", THURSDAY),
        ("It closed yesterday.", "en", None),
        ("It closed yesterday.", "en", "in July"),
        ("It closed yesterday.", "sv", THURSDAY),
        ("It closed yesterday.", "en", "0001-01-01"),
        ("It closes tomorrow, on 3 January.", "en", "9999-12-31"),
        ("It closed yesterday.", "de", THURSDAY),
        ("The yesterdays of the port.", "en", THURSDAY),
    ],
)
def test_what_may_be_another_day_is_left_alone(
    text: str, language: str, published: str | None
) -> None:
    assert found(text, language, published) == []


def test_a_translations_day_may_not_be_the_originals() -> None:
    text = "It closed yesterday."
    assert found(text, translated_from="es") == []
    assert found(text, translators=("Ana Reyes",)) == []


def dated(*lines: str) -> Article:
    blocks = [(Role.DATELINE, line) for line in lines]
    known = Metadata(language="en", published="2024-07-09", translated_from="es")
    return records.article([*blocks, (Role.PARAGRAPH, "It closed yesterday.")], metadata=known)


def test_the_dateline_comes_first() -> None:
    (hint,) = day_hints(dated("Harbour Town, 4 July 2024"))
    assert (hint.iso, hint.counted_from, hint.is_dateline) == ("2024-07-03", "2024-07-04", True)
    assert day_hints(dated("4 July 2024", "Updated 5 July 2024")) == ()


def test_what_the_person_said_is_the_day_counts() -> None:
    own = with_field(replace_language(dated("Harbour Town, 4 July 2024")), FieldName.PUBLISHED,
                     "2024-07-20")  # fmt: skip
    (hint,) = day_hints(own)
    assert (hint.iso, hint.is_dateline) == ("2024-07-19", False)


def replace_language(made: Article) -> Article:
    return replace(made, metadata=replace(made.metadata, translated_from=None))


def test_every_language_of_the_phrases_has_its_days() -> None:
    assert set(known_codes()) == set(phrases.known_codes())


@pytest.mark.parametrize("code", known_codes())
def test_every_word_has_its_printed_form_above_it(code: str) -> None:
    text = resource("dates", f"{code}.toml").read_text(encoding="utf-8")
    book = tomllib.loads(text)
    assert book["code"] == code
    assert len(set(book["weekdays"])) == 7
    for part in re.split(r"^\[\w+\]\n", text, flags=re.MULTILINE)[1:]:
        assert part.startswith(("#", "latest = []")), part


@given(st.text(max_size=80), st.sampled_from(known_codes()), st.dates(date(1900, 1, 1)))
def test_any_text_is_read(text: str, code: str, day: date) -> None:
    made = article(" ".join(text.split()) or "x", code, day.isoformat())
    for hint in day_hints(made):
        assert made.blocks[0].span.contains(hint.span)
        assert abs(date.fromisoformat(hint.iso) - day) <= timedelta(days=150)
