"""Full sentences below the article are told from its last paragraph, and never the other way."""

from __future__ import annotations

import pytest

from clipreader.anatomy import recognise
from clipreader.model import Article, Candidate, Draft, FieldName, Hint, Line, Role
from tests.anatomy.drafts import FIRST, HEADLINE, PARAGRAPHS, SECOND, THIRD, read, texts

ABOUT = "Rosa Lund is a reporter on the coast. Her book about ferries comes out in the autumn."
TOLD = {
    "en": PARAGRAPHS,
    "de": (
        "Um zwanzig nach neun legte die Fähre ab, und auf dem Kai sagte niemand ein Wort über das "
        "Klavier. Der Hafenmeister hatte es seit dem Morgen bewacht.",
        "Die Linie war eingestellt worden, als der Zuschuss auslief. Nun zahlt die Provinz zwei "
        "Drittel des Treibstoffs, und die Reederei behält die Fahrpreise.",
        "Im Herbst sollen die Frachtschiffe in das südliche Becken umziehen, das seit elf Jahren "
        "leer steht und erst noch ausgebaggert werden muss.",
    ),
    "es": (
        "A las nueve y veinte zarpó el transbordador, y en el muelle nadie dijo una palabra sobre "
        "el piano. El capitán del puerto lo había vigilado desde la mañana.",
        "La línea se cerró cuando se acabó la subvención. Ahora la provincia paga dos tercios del "
        "combustible y la empresa se queda con los billetes, que cuestan lo mismo.",
        "En otoño los barcos de carga se mudarán a la dársena del sur, que está vacía desde hace "
        "once años y que todavía hay que dragar.",
    ),
    "ja": (
        "九時二十分にフェリーは岸を離れたが、岸壁の誰もピアノのことを口にしなかった。"
        "港の係員は朝からそれを見張っていた。",
        "補助金が切れたとき、この航路は休止された。"
        "いまは県が燃料の三分の二を払い、会社は運賃をそのまま受け取る。",
        "秋には貨物船が南の船だまりに移る予定だが、十一年も空いたままで、"
        "まず底をさらわなければならない。",
    ),
}
BY = Candidate(FieldName.AUTHORS, ("Rosa Lund",), "the page")


def page(*last: str, language: str = "en") -> Article:
    """Recognise a page that marks its paragraphs, with some lines below the last one."""
    lines = [Line(HEADLINE, Hint.TITLE)]
    lines += [Line(text, Hint.PARAGRAPH) for text in (*TOLD[language], *last)]
    return recognise(Draft(tuple(lines), candidates=(BY,)), article_id="a")


CLOSING = [
    ("en", "—Gull News writer Ana Reyes in Cape Selby contributed to this report."),
    ("en", "With reporting by Gull News writer Ana Reyes"),
    ("en", "– additional reporting by Ana Reyes"),
    ("en", "Watch the piano come aboard:"),
    ("en", "Cape Selby, from the harbour office, quay@gull.example"),
    ("en", "Do you know more about the piano? Write to quay@gull.example"),
    ("en", ABOUT),
    ("en", "The marine biologist Rosa Lund lives on the coast and teaches in Cape Selby."),
    ("de", "Mit Agenturmaterial."),
    ("de", "NPA (Rosa Lund, Ana Reyes)"),
    ("es", "La corresponsal Ana Reyes contribuyó a este informe."),
]


@pytest.mark.parametrize(("language", "text"), CLOSING)
def test_lines_that_close_an_article(language: str, text: str) -> None:
    assert texts(page(text, language=language), Role.BOILERPLATE) == [text]


def test_several_of_them() -> None:
    below = (ABOUT, "Ana Reyes contributed to this report.")
    assert texts(page(*below), Role.BOILERPLATE) == list(below)


def test_the_authors_name_alone_is_a_byline() -> None:
    assert texts(page("Rosa Lund"), Role.BYLINE) == ["Rosa Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Lund: And who paid for the piano in the end?",
        "“Rosa Lund knows it,” the mayor said, and nobody on the quay asked him what he meant.",
        "Nobody on the quay knew whose piano it was, and the harbour office never told Rosa Lund.",
        "Ana Reyes, who owns the quay, did not answer the harbour office, or anybody that day.",
        "They contributed to this report on the ferry, and they want to have their piano back.",
    ],
)
def test_last_paragraphs_stay(text: str) -> None:
    article = page(text)
    assert text in texts(article, Role.PARAGRAPH)


def test_a_colon_above_a_list_stays() -> None:
    lines = [Line(text, Hint.PARAGRAPH) for text in (*PARAGRAPHS, "It carried two things:")]
    lines += [Line("a piano", Hint.LIST_ITEM), Line("the mayor’s bicycle", Hint.LIST_ITEM)]
    article = recognise(Draft(tuple(lines)), article_id="a")
    assert "It carried two things:" in texts(article, Role.PARAGRAPH)


def test_nothing_closes_an_article_of_which_little_would_be_left() -> None:
    article = read(HEADLINE, FIRST, SECOND, ABOUT, candidates=(BY,))
    assert ABOUT in texts(article, Role.PARAGRAPH)


def test_only_the_end_is_looked_at() -> None:
    article = read(HEADLINE, FIRST, ABOUT, SECOND, THIRD, FIRST, candidates=(BY,))
    assert ABOUT in texts(article, Role.PARAGRAPH)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ich bin damit einverstanden, dass mir Inhalte von Gullnet angezeigt werden."),
        ("en", "This slideshow requires JavaScript."),
        ("ja", "この記事は会員限定です。"),
    ],
)
def test_what_stands_in_the_place_of_a_film_is_the_sites(language: str, text: str) -> None:
    first, *rest = TOLD[language]
    lines = [Line(words, Hint.PARAGRAPH) for words in (first, text, *rest)]
    article = recognise(Draft(tuple(lines)), article_id="a")
    assert texts(article, Role.BOILERPLATE) == [text]
