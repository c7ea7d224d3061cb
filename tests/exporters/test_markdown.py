from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.exporters import citation, markdown
from clipreader.model import (
    Anchor,
    Article,
    Certainty,
    Clipping,
    Colour,
    Metadata,
    Role,
)
from tests import records
from tests.exporters.any_text import any_text, unhurried
from tests.exporters.parsed import PARSERS, paragraphs, quotes, words_of

FUEL = "the province pays two thirds of the fuel"
CITED = (
    "— Elena Duarte (trans. from Spanish by Ana Reyes), “Night Ferry Returns to Harbour Town After "
    "Eleven Years,” Puerto Diario, Harbour Town, 4 July 2024, para. 1"
)


@pytest.fixture
def of() -> Article:
    return records.article(article_id="01j2n8k3v4w5x6y7z8a9b0c1d2")


def quoted(of: Article, words: str, role: Role = Role.PARAGRAPH) -> Clipping:
    return replace(records.clipping(of, FUEL), quote=words, role=role)


def test_one_article_as_the_preview_shows_it(of: Article) -> None:
    clipping = records.clipping(
        of, FUEL, note="Compare with 2013.\nHalf?", tags=("public money", "to quote")
    )
    after = markdown.write((clipping,)).partition("\n---\n\n")[2]
    assert after == (
        "# Night Ferry Returns to Harbour Town After Eleven Years\n\n"
        f"> {FUEL}\n>\n> {CITED}\n\n"
        f"^c-{clipping.highlight.id}\n\n"
        "Compare with 2013.\n\nHalf?\n\n"
        "#public-money #to-quote · Colour: yellow\n"
    )


def test_caption_names_photographer_translator_and_colour(of: Article) -> None:
    text = markdown.write((records.clipping(of, "the north quay", colour=Colour.GREEN),))
    assert "> — Photo: Harbour Authority, in Elena Duarte (trans. from Spanish by Ana Rey" in text
    assert text.endswith("\n\nColour: green\n")


def test_web_address_is_a_link_and_any_other_is_words() -> None:
    for address, shown in (
        ("https://a.b/_c_?d=1&e;", "<https://a.b/_c_?d=1&e;>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://a.b/<script>", r"https://a.b/\<script>"),
        ("https://a.b/ c", "https://a.b/ c"),
    ):
        of = records.article(metadata=Metadata(url=address))
        (paragraph,) = [p for p in markdown.write_bare((quoted(of, "q"),)).split("\n") if "—" in p]
        assert paragraph == f"> — para. 1, {shown}"


@pytest.mark.parametrize(
    ("certainty", "words"),
    [(Certainty.DOUBTFUL, "Doubtful: "), (Certainty.LOST, "Lost: ")],
)
def test_doubtful_and_lost_say_so(of: Article, certainty: Certainty, words: str) -> None:
    clipping = quoted(of, FUEL)
    anchor = Anchor(None, certainty, "The words stand *twice*.")
    clipping = replace(clipping, highlight=replace(clipping.highlight, anchor=anchor))
    (remark,) = [line for line in paragraphs(markdown.write_bare((clipping,))) if words in line]
    assert remark.endswith("The words stand *twice*.")
    assert words not in markdown.write((quoted(of, FUEL),))


def test_several_articles_have_their_headlines_and_no_front_matter(of: Article) -> None:
    other = records.article(metadata=Metadata(publisher="The Saltmarsh"))
    nameless = records.article(metadata=Metadata())
    text = markdown.write(
        (quoted(of, "a"), quoted(other, "b"), quoted(nameless, "c"), quoted(of, "d"))
    )
    lines = [line for line in text.splitlines() if line.startswith(("#", "> ")) and "—" not in line]
    assert lines == [
        "# Night Ferry Returns to Harbour Town After Eleven Years",
        *("> a", "> d", "# The Saltmarsh", "> b", "# Untitled", "> c"),
    ]
    assert not text.startswith("---")


def test_nothing_is_nothing() -> None:
    assert markdown.write(()) == ""
    assert markdown.write_bare(()) == ""


def test_to_be_pasted_has_no_front_matter_and_no_headline(of: Article) -> None:
    assert markdown.write_bare((quoted(of, FUEL),)).startswith(f"> {FUEL}\n>\n> — ")


def test_unknown_article_has_no_citation_line() -> None:
    of = records.article(metadata=Metadata())
    clipping = replace(quoted(of, "alone"), paragraph=None)
    assert quotes(markdown.write((clipping,)).partition("\n---\n")[2]) == [["alone"]]


@unhurried
@given(any_text, st.sampled_from(sorted(PARSERS)), st.sampled_from([Role.PARAGRAPH, Role.CAPTION]))
def test_quote_comes_back_with_its_characters(words: str, parser: str, role: Role) -> None:
    of = records.article()
    (block,) = quotes(markdown.write_bare((quoted(of, words, role),)), parser)
    *quote, cited = block
    assert "\n".join(quote) == words
    assert cited.endswith(CITED[2:])


@unhurried
@given(st.lists(any_text, min_size=2, max_size=4))
def test_no_clipping_changes_another(quoted_words: list[str]) -> None:
    of = records.article()
    text = markdown.write([quoted(of, words) for words in quoted_words])
    body = text.partition("\n---\n")[2]
    assert ["\n".join(block[:-1]) for block in quotes(body)] == quoted_words


@unhurried
@given(any_text)
def test_code_comes_back_with_its_characters(words: str) -> None:
    (block,) = quotes(markdown.write_bare((quoted(records.article(), words, Role.CODE),)))
    assert block[0] == words


addresses = any_text | any_text.map("https://a.b/".__add__)


@unhurried
@given(any_text, any_text, any_text, addresses)
def test_nothing_of_an_article_becomes_markup(
    headline: str, note: str, credit: str, url: str
) -> None:
    known = Metadata(headline=headline, authors=(headline,), url=url, translated_from=note)
    clipping = quoted(records.article(metadata=known), "a", Role.CAPTION)
    highlight = replace(clipping.highlight, note=note, anchor=Anchor(None, Certainty.LOST, note))
    clipping = replace(clipping, credit=credit, highlight=highlight)
    _, cited, _, remark, *notes, _ = paragraphs(markdown.write_bare((clipping,)))
    told = f"{citation.lead_in(clipping)}, in {citation.named(clipping.citation, paragraph=1)}"
    told = ", ".join(filter(None, (told, citation.address(clipping.citation))))
    assert cited.replace("<link_open>", "").replace("<link_close>", "") == f"— {told}"
    assert remark.startswith("Lost: ")
    assert "\n".join(notes) == (note if note.strip() else "")


def test_half_characters_do_not_break_a_file(of: Article) -> None:
    clipping = quoted(of, "half \ud83d of it")
    text = markdown.write((clipping,))
    assert "half \ufffd of it" in text
    assert text.encode("utf-8")


def numbered(markdown_text: str) -> Iterator[tuple[str, str]]:
    """The list items of a text with the marks that a reader of the rendered page sees."""
    number = 0
    mark = ""
    for token in PARSERS["commonmark"].parse(markdown_text):
        if token.type == "ordered_list_open":
            start = token.attrGet("start")
            number = 0 if start is None else int(start) - 1
        elif token.type == "list_item_open":
            number += 1
            mark = f"{number}." if token.info else "•"
        elif token.type == "list_item_close":
            mark = ""
        elif token.type == "inline" and mark:
            yield mark, words_of(token)


LISTS = [
    ("1.", "2.", "3."),
    ("4.", "5."),
    ("•", "•"),
    ("1.", "1.", "2.", "2."),
    ("1.", "3.", "4.", "6.", "7."),
    ("1.", "•", "2.", "•"),
    ("0.", "1."),
]


@pytest.mark.parametrize("leads", LISTS)
@pytest.mark.parametrize("words", ["Knead it", "# no head", "1. own", "- own", "  wide ", "*"])
def test_a_list_comes_back_with_its_numbers_and_words(
    of: Article, leads: tuple[str, ...], words: str
) -> None:
    quote = "\n".join([words] * len(leads))
    text = markdown.write_bare((replace(quoted(of, quote, Role.LIST_ITEM), leads=leads),))
    assert list(numbered(text)) == [(lead, words) for lead in leads]
    assert f">\n> {CITED}" in text


def test_an_item_that_the_quote_begins_in_has_no_number(of: Article) -> None:
    clipping = quoted(of, "the dough.\nWait.\nTill it rises.\nBake it.", Role.LIST_ITEM)
    text = markdown.write_bare((replace(clipping, leads=("", "2.", "", "3.")),))
    assert text.startswith("> the dough.\n>\n> 2. Wait.\n>\n> Till it rises.\n>\n> 3. Bake it.\n")


def test_marks_that_do_not_fit_the_lines_are_left_out(of: Article) -> None:
    clipping = quoted(of, "One line", Role.LIST_ITEM)
    assert markdown.write_bare((replace(clipping, leads=("1.", "2.")),)).startswith("> One line\n")
