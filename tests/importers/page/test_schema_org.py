from __future__ import annotations

import json
from typing import Any

import pytest

from clipreader.importers.page.schema_org import article_node, candidates_of
from clipreader.model import FieldName
from tests.importers.page.pages import tree

ARTICLE: dict[str, Any] = {
    "@type": "NewsArticle",
    "headline": "Two Shipyards &amp; One Crane",
    "author": [{"@type": "Person", "name": "Corin Maddox"}],
    "translator": {"name": "Ana Reyes"},
    "publisher": {"@id": "#org"},
    "datePublished": "2024-05-30T06:30:00+02:00",
    "inLanguage": "en",
    "translationOfWork": {"inLanguage": "es", "url": "https://a.example/grua"},
    "mainEntityOfPage": {"@id": "https://b.example/crane"},
}
ORGANISATION = {"@type": "Organization", "@id": "#org", "name": "The Saltmarsh"}


def said(*scripts: object) -> dict[FieldName, object]:
    texts = [one if isinstance(one, str) else json.dumps(one) for one in scripts]
    page = "".join(f"<script type='application/ld+json'>{text}</script>" for text in texts)
    found: dict[FieldName, object] = {}
    for candidate in candidates_of(article_node(tree(f"<p>x</p>{page}"))):
        found.setdefault(candidate.field, candidate.value)
    return found


FOUND = {
    FieldName.HEADLINE: "Two Shipyards & One Crane",
    FieldName.AUTHORS: ("Corin Maddox",),
    FieldName.TRANSLATORS: ("Ana Reyes",),
    FieldName.PUBLISHER: "The Saltmarsh",
    FieldName.PUBLISHED: "2024-05-30T06:30:00+02:00",
    FieldName.LANGUAGE: "en",
    FieldName.TRANSLATED_FROM: "es",
    FieldName.ORIGINAL_URL: "https://a.example/grua",
    FieldName.URL: "https://b.example/crane",
}


@pytest.mark.parametrize(
    "scripts",
    [
        ({"@graph": [ORGANISATION, ARTICLE]},),
        ([ARTICLE, ORGANISATION],),
        (ORGANISATION, ARTICLE),
        ("{ broken", ORGANISATION, ARTICLE),
        (ORGANISATION, {**ARTICLE, "@type": ["Thing", "http://schema.org/NewsArticle"]}),
        ({"@type": "WebPage", "mainEntity": ARTICLE}, ORGANISATION),
        (f"<![CDATA[\n{json.dumps(ARTICLE)}\n]]>", ORGANISATION),
        (f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>", ORGANISATION),
        (f"/*<![CDATA[*/{json.dumps(ARTICLE)}/*]]>*/", ORGANISATION),
        (f"<!--\n{json.dumps(ARTICLE)};\n-->", ORGANISATION),
        ({"@type": "Article", "headline": "Less is known of this one"}, ARTICLE, ORGANISATION),
    ],
)
def test_the_fullest_article_speaks(scripts):
    assert said(*scripts) == FOUND


@pytest.mark.parametrize(
    "script",
    [
        "",
        "null",
        "7",
        "[" * 50_000,
        '{"@type": "Organization", "name": "x"}',
        '{"@type": "NewsArticle"}',
    ],
)
def test_what_says_nothing(script):
    assert said(script) == {}


def test_line_feeds_in_texts_are_let_pass():
    assert said('{"@type": "Article", "headline": "Two\nlines"}') == {
        FieldName.HEADLINE: "Two lines"
    }
