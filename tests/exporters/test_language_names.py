import pytest

from clipreader.exporters.language_names import language_name
from clipreader.text.languages import _SCRIPTS, _WORDS


@pytest.mark.parametrize(
    ("code", "name"),
    [("es", "Spanish"), ("pt-BR", "Portuguese"), ("zh_Hant", "Chinese"), ("DE", "German")],
)
def test_names(code: str, name: str) -> None:
    assert language_name(code) == name


def test_unknown_code_stays() -> None:
    assert language_name("tlh") == "tlh"
    assert language_name("") == ""


def test_every_language_that_is_recognised_has_a_name() -> None:
    for code in (*_WORDS, *(code for code, _ in _SCRIPTS)):
        assert language_name(code) != code
