from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.text.encodings import decode

SPANISH = (
    "La señora Núñez llegó a la estación con su niña, una maleta y tres años de cartas. "
    "“¿Mañana?”, preguntó el revisor. Nadie contestó – era ya muy tarde para el último tren."
)
PLAIN_SPANISH = SPANISH.replace("“", '"').replace("”", '"').replace("–", "-")
CZECH = "Příliš žluťoučký kůň pěl ďábelské ódy, ale na náměstí ho nikdo neslyšel, protože pršelo."
RUSSIAN = (
    "Паром вышел из гавани в половине десятого вечера, и впервые за одиннадцать лет "
    "на борту были пассажиры, пианино и велосипед мэра."
)
JAPANESE = (
    "港町に夜のフェリーが十一年ぶりに戻り、乗客は四十一人とピアノ一台だった。"
    "市長の自転車も一緒だった。"
)
CHINESE = "夜间渡轮时隔十一年重返港口小镇，首航载有四十一名乘客、一架钢琴和市长的自行车。"
GREEK = "Το νυχτερινό φέρι επέστρεψε στο λιμάνι μετά από έντεκα χρόνια με σαράντα έναν επιβάτες."

WRITTEN: list[tuple[str, str]] = [
    (SPANISH, "utf-8"),
    (SPANISH, "utf-8-sig"),
    (SPANISH, "utf-16"),
    (SPANISH, "utf-16-le"),
    (SPANISH, "utf-16-be"),
    (SPANISH, "utf-32"),
    (SPANISH, "cp1252"),
    (PLAIN_SPANISH, "iso-8859-1"),
    (PLAIN_SPANISH, "iso-8859-15"),
    (CZECH, "iso-8859-2"),
    (CZECH, "cp1250"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "cp1251"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc-jp"),
    (CHINESE, "gb18030"),
    (CHINESE, "gbk"),
    (GREEK, "iso-8859-7"),
]


@pytest.mark.parametrize(("text", "encoding"), WRITTEN, ids=[f"{e}-{t[:8]}" for t, e in WRITTEN])
def test_a_text_is_read_in_the_encoding_it_was_written_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_a_mark_is_certain_and_no_part_of_the_text() -> None:
    found = decode(codecs.BOM_UTF16_LE + "señor".encode("utf-16-le"))
    assert (found.text, found.encoding, found.certainty) == ("señor", "utf-16-le", 1.0)


def test_what_the_file_declares_goes_before_a_guess() -> None:
    assert decode(CZECH.encode("iso-8859-2"), "ISO-8859-2").encoding == "iso8859-2"


@pytest.mark.parametrize("declared", ["no-such-encoding", "", "hex", "utf-8"])
def test_a_wrong_declaration_does_no_harm(declared: str) -> None:
    assert decode(SPANISH.encode("cp1252"), declared).text == SPANISH


def test_a_guess_is_less_certain_than_a_fact() -> None:
    assert decode(SPANISH.encode("cp1252")).certainty < decode(SPANISH.encode()).certainty


def test_escapes_of_seven_bits_are_no_ascii() -> None:
    assert decode(JAPANESE.encode("iso2022_jp")).text == JAPANESE
    assert decode(b"\x1b$5 for a key") == decode(b"\x1b$5 for a key")


def test_two_halves_of_a_character_are_one() -> None:
    assert decode(b"a \xed\xa0\xbd\xed\xb8\x80 b").text == "a 😀 b"
    assert decode(b"a \xed\xa0\xbd b").text == "a \ud83d b"


@pytest.mark.parametrize(
    ("data", "notes"),
    [
        (SPANISH.encode() + b"\xc3", ("1 broken character was replaced by a mark.",)),
        (SPANISH.encode() + b"\xc0\xaf", ("2 broken characters were replaced by marks.",)),
        (f"{SPANISH} \ufffd".encode(), ()),
        (SPANISH.encode("cp1252"), ()),
    ],
)
def test_what_could_not_be_read_is_told(data: bytes, notes: tuple[str, ...]) -> None:
    assert decode(data).notes == notes


def test_a_few_broken_places_do_not_turn_utf_8_into_something_else() -> None:
    data = SPANISH.encode() + b"\xc3"
    assert decode(data).text == SPANISH + "\ufffd"


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "cp1252", "shift_jis", "rot13"]))
def test_no_bytes_are_refused(data: bytes, declared: str | None) -> None:
    found = decode(data, declared)
    assert 0 <= found.certainty <= 1


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\0"), max_size=200)
)
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()).text == text
