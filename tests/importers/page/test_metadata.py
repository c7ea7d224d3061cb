from __future__ import annotations

import pytest

from clipreader.importers.page.metadata import candidates_of, titles_of
from clipreader.model import FieldName
from tests.importers.page.pages import tree


def said(head: str, body: str = "<p>x</p>", lang: str = "") -> dict[FieldName, object]:
    root = tree(f"<html{lang}><head>{head}</head><body>{body}</body></html>")
    return {one.field: one.value for one in candidates_of(root, "https://a.example/n/")}


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta property="og:title" content="A &quot;B&quot;">', "headline", 'A "B"'),
        ('<meta name="author" content="A Reyes, C Maddox">', "authors", ("A Reyes", "C Maddox")),
        ('<meta name="author" content="https://social.example/ana">', "authors", None),
        ('<meta property="dc:creator" content="Ana Reyes">', "authors", ("Ana Reyes",)),
        ('<meta property="dcterms:title" content="A crane">', "headline", "A crane"),
        ('<meta name="translator" content="Ana Reyes">', "translators", ("Ana Reyes",)),
        ('<meta property="og:site_name" content="The Saltmarsh">', "publisher", "The Saltmarsh"),
        ('<meta name="pubdate" content="2024-05-30">', "published", "2024-05-30"),
        ('<meta name="date" content="soon">', "published", None),
        ('<meta property="og:locale" content="es_ES">', "language", "es-ES"),
        ('<link rel="canonical" href="crane">', "url", "https://a.example/n/crane"),
        ('<link rel="canonical" href="javascript:x">', "url", None),
        ('<link rel="canonical" href="/2024/05/30/crane">', "published", "2024-05-30"),
        ('<link rel="canonical" href="/news/2024-05-30-crane/">', "published", "2024-05-30"),
        ('<link rel="canonical" href="/news/2024/05/crane/">', "published", None),
        ('<link rel="canonical" href="/news/2024-55-30-crane/">', "published", None),
        ("<meta name='description' content=''>", "deck", None),
        ("<title>A crane on the island | Site</title>", "headline", "A crane on the island"),
    ],
)  # fmt: skip
def test_the_head(head, field, value):
    assert said(head).get(FieldName(field)) == value


@pytest.mark.parametrize(
    ("body", "field", "value"),
    [
        ('<p itemprop="author"><b itemprop="name">Ana Reyes</b></p>', "authors", ("Ana Reyes",)),
        (
            '<p><b itemprop="author">Ana Reyes</b> <b itemprop="author">Corin Maddox</b></p>'
            '<div><ul><li><b itemprop="author">Dan Hart</b></li></ul></div>',
            "authors",
            ("Ana Reyes", "Corin Maddox"),
        ),
        ('<i itemprop="datePublished" content="2024-05-30">May</i>', "published", "2024-05-30"),
        ('<time datetime="2024-05-30">May</time>', "published", "2024-05-30"),
        ('<h1 itemprop="headline">A crane</h1>', "headline", "A crane"),
    ],
)
def test_the_marked_up_text(body, field, value):
    assert said("", body)[FieldName(field)] == value


def test_the_language_of_the_page():
    assert said("", lang=' lang="pt-BR"')[FieldName.LANGUAGE] == "pt-BR"


def test_a_description_that_was_cut_off_is_hardly_trusted():
    root = tree("<meta name='description' content='The ferry left and …'><p>x")
    (deck,) = [one for one in candidates_of(root, "") if one.field == FieldName.DECK]
    assert deck.weight < 0.3


@pytest.mark.parametrize(
    ("title", "titles"),
    [
        ("Night Ferry Returns - Diario", ("Night Ferry Returns - Diario", "Night Ferry Returns")),
        ("Night Ferry Returns", ("Night Ferry Returns",)),
        ("A - B", ("A - B",)),
        ("", ()),
    ],
)  # fmt: skip
def test_titles(title, titles):
    assert titles_of(tree(f"<title>{title}</title><p>x")) == titles
