"""Each form of a credit with the line it was made for."""

from __future__ import annotations

import pytest

from clipreader.anatomy.credit import find_credit
from clipreader.anatomy.phrases import folded, phrases_for

FORMS = [
    # the line, its words, its credit, the rule
    (
        "The ferry leaves the quay / Harbour Authority",
        "The ferry leaves the quay",
        "Harbour Authority",
        "credit-after-bar",
    ),
    (
        "The ferry at the quay, file photo / EFE/Marta Vane",
        "The ferry at the quay, file photo",
        "EFE/Marta Vane",
        "credit-after-bar",
    ),
    (
        "The crane seen from the boat / Noor Vane / The Gull",
        "The crane seen from the boat",
        "Noor Vane / The Gull",
        "credit-after-bar",
    ),
    (
        "The ferry at low tide | Photo archive of The Gull",
        "The ferry at low tide",
        "Photo archive of The Gull",
        "credit-after-bar",
    ),
    (
        "Students on the quay. Carla Hart | Archive | Gull.",
        "Students on the quay.",
        "Carla Hart | Archive | Gull",
        "credit-after-bar",
    ),
    (
        "La porte neuve attend contre le murOctave Brun / La Gazette",
        "La porte neuve attend contre le mur",
        "Octave Brun / La Gazette",
        "credit-glued",
    ),
    (
        "The old quay in May (Photo: Rosa Lund/AFP)",
        "The old quay in May",
        "Rosa Lund/AFP",
        "credit-in-brackets",
    ),
    (
        "The old quay in May (Picture by Rosa Lund).",
        "The old quay in May",
        "Rosa Lund",
        "credit-in-brackets",
    ),
    ("The old quay in May [File: Reuters]", "The old quay in May", "Reuters", "credit-in-brackets"),
    (
        "The old quay in May. (Rosa Lund/Agencia Norte)",
        "The old quay in May.",
        "Rosa Lund/Agencia Norte",
        "credit-in-brackets",
    ),
    ("The old quay in May (Rosa Lund)", "The old quay in May", "Rosa Lund", "credit-in-brackets"),
    (
        "The old quay in May. Photograph: Eva Lund/Reuters",
        "The old quay in May.",
        "Eva Lund/Reuters",
        "credit-after-cue",
    ),
    (
        "The old quay in May. Photograph courtesy of Harbour Museum",
        "The old quay in May.",
        "Harbour Museum",
        "credit-after-cue",
    ),
    (
        "The old quay in May. — Picture by Yara Lund",
        "The old quay in May.",
        "Yara Lund",
        "credit-after-cue",
    ),
    (
        "The old quay in May. Photo by Valentin Lund",
        "The old quay in May.",
        "Valentin Lund",
        "credit-after-cue",
    ),
    (
        "The old quay, Saturday © Basil Lund / The Gull",
        "The old quay, Saturday",
        "Basil Lund / The Gull",
        "credit-after-sign",
    ),
    (
        "The old quay, Saturday | © Kaspar Lund",
        "The old quay, Saturday",
        "Kaspar Lund",
        "credit-after-sign",
    ),
    (
        "Lady Lund steps off a ferry at Cape Selby Stefan Hart/via Reuters",
        "Lady Lund steps off a ferry at Cape Selby",
        "Stefan Hart/via Reuters",
        "credit-with-agency",
    ),
    (
        "The quay’s current state. Eman Lund for The Gull",
        "The quay’s current state.",
        "Eman Lund for The Gull",
        "credit-after-stop",
    ),
    (
        "[1/5]A reporter at the quay, May 2023. REUTERS/Issa Lund "
        "Purchase Licensing Rights, opens new tab",
        "A reporter at the quay, May 2023.",
        "REUTERS/Issa Lund",
        "credit-with-agency",
    ),
    ("Photo: AFP", None, "AFP", "credit-alone"),
    ("Photo : Yonhap News", None, "Yonhap News", "credit-alone"),
    ("Credits: Supplied Image;", None, "Supplied Image", "credit-alone"),
    ("IMAGE COURTESY OF MONOTYPE", None, "MONOTYPE", "credit-alone"),
    ("© Amaro Lund / La Vereda", None, "Amaro Lund / La Vereda", "credit-after-sign"),
    ("(The Independent)", None, "The Independent", "credit-in-brackets"),
]


@pytest.mark.parametrize(("text", "words", "credit", "rule"), FORMS, ids=[f[0][:40] for f in FORMS])
def test_form(text: str, words: str | None, credit: str, rule: str) -> None:
    found = find_credit(text, folded(text), phrases_for("en"))
    assert found is not None
    assert (found.words and text[found.words.start : found.words.end]) == words
    assert text[found.credit.start : found.credit.end] == credit
    assert found.rule == rule
    assert found.why


OTHERS = [
    (
        "de",
        "Die Bank bei Ebbe, zwei Kilometer vor dem Deich. Foto: Tamme Ritz/npa",
        "Tamme Ritz/npa",
    ),
    ("es", "Remedios rastrilla la balsa en agosto. Foto: Celso Barrón", "Celso Barrón"),
    (
        "fr",
        "À la station, l’horloge et le tableau d’accord (Photo\u00a0: Odile Fresnay/AFP)",
        "Odile Fresnay/AFP",
    ),
    (
        "it",
        "Le divise asciugate sul molo (Foto: Dario Quercioli / Il Molo)",
        "Dario Quercioli / Il Molo",
    ),
    (
        "pt",
        "O novo leito do rio (Foto: Nair Poti/Agência Ribeirinha)",
        "Nair Poti/Agência Ribeirinha",
    ),
    ("pl", "Wiec w PorcieŹródło: East News", "East News"),
    (
        "es",
        "La calle en 2024.Alma Vane (dpa/picture alliance via Getty)",
        "Alma Vane (dpa/picture alliance via Getty)",
    ),
    ("es", "Una protesta en la plaza (14norte)", "14norte"),
    ("de", "Der Hafen im Mai. Foto: dpa", "dpa"),
    ("de", "Foto: picture alliance/dpa | Rosa Lund", "picture alliance/dpa | Rosa Lund"),
    ("ru", "Переговорщики молчали. Фото: Иван Седов, Вестник", "Иван Седов, Вестник"),
]


@pytest.mark.parametrize(("language", "text", "credit"), OTHERS, ids=[o[0] for o in OTHERS])
def test_language(language: str, text: str, credit: str) -> None:
    found = find_credit(text, folded(text), phrases_for(language))
    assert found is not None
    assert text[found.credit.start : found.credit.end] == credit


NONE = [
    "The council published the lease on Tuesday, and said that it had never existed.",
    "© 2024 Agencia Norte. All rights reserved.",
    "Stance on Revising Japan-U.S. Pact",
    "The meeting will be held in May (see page 4)",
    "Altes Video: Minister äußerte sich nicht zum Hafen",
    "Source: News agencies",
    "He put it like this: nobody knows / nobody cares",
    "In 2019 the tin arrived after five (2022)",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_is_no_credit(text: str) -> None:
    assert find_credit(text, folded(text), phrases_for("en")) is None
