from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.text.languages import guess

SENTENCES = [
    ("en", "The service will run five nights a week until October, said the director of the port."),
    (
        "es",
        "El servicio funcionará cinco noches por semana hasta octubre, dijo la directora.",
    ),
    (
        "fr",
        "La ligne était fermée depuis onze ans, et personne ne pensait que le ferry reviendrait.",
    ),
    ("de", "Die Linie war seit elf Jahren geschlossen, und niemand hatte mit der Fähre gerechnet."),
    ("pt", "A linha estava fechada há onze anos e ninguém pensava que a barca voltaria ao porto."),
    (
        "it",
        "La linea era chiusa da undici anni e nessuno pensava che il traghetto sarebbe tornato.",
    ),
    (
        "nl",
        "De lijn was al elf jaar gesloten en niemand had gedacht dat het schip terug zou komen.",
    ),
    ("pl", "Linia była zamknięta od jedenastu lat i nikt nie myślał, że prom wróci do portu."),
    ("ru", "Линия была закрыта одиннадцать лет, и никто не думал, что паром вернется в порт."),
    ("ja", "夜のフェリーが十一年ぶりに港町に戻った。"),
    ("zh", "夜间渡轮时隔十一年重返港口小镇。"),
    ("tr", "Gece vapuru on bir yıl sonra limana döndü ve kimse onun çalışacağını düşünmüyordu."),
    ("uk", "Нічний пором повернувся до порту, і ніхто не думав, що він знову ходитиме."),
    ("fa", "کشتی شبانه پس از یازده سال به بندر بازگشت و هیچ کس فکر نمی‌کرد."),
    ("ur", "رات کی کشتی گیارہ سال بعد بندرگاہ پر واپس آ گئی ہے۔"),
    ("ar", "عادت العبارة الليلية إلى البلدة بعد أحد عشر عاما."),
]


@pytest.mark.parametrize(("code", "text"), SENTENCES, ids=[code for code, _ in SENTENCES])
def test_a_sentence_tells_its_language(code: str, text: str) -> None:
    assert guess(text)[0] == code


@pytest.mark.parametrize("text", ["", "12345", "Zzyzx", "Santa Marta"])
def test_what_cannot_be_told_is_not_guessed(text: str) -> None:
    assert guess(text)[0] is None


@given(st.text(max_size=200))
def test_sureness_is_a_share(text: str) -> None:
    code, sure = guess(text)
    assert 0 <= sure <= 1
    assert (code is None) == (sure == 0)
