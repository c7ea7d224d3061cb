"""Names in the head of a page that lead to their authors' pages, or stand in their own elements."""

from __future__ import annotations

import pytest

from clipreader.importers.page.author_links import authors_of
from clipreader.model import FieldName, Hint
from tests.importers.page.pages import blocks

PAGE = "https://gull.example"
BOTH = ("Ana Reyes", "Corin Maddox")


def told(markup: str, hint: Hint = Hint.FURNITURE) -> tuple[str, ...]:
    found = list(authors_of((block, hint) for block in blocks(markup)))
    assert all(one.field == FieldName.AUTHORS for one in found)
    return tuple(name for one in found for name in one.value)


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        (f"<p>By <a href='{PAGE}/author/ana-reyes/'>Ana Reyes</a></p>", BOTH[:1]),
        ("<p><a href='/autoren/areyes'>Ana Reyes</a></p>", BOTH[:1]),
        ("<p><a href='/meet-the-team/ana-reyes-p4z'>Ana Reyes</a></p>", BOTH[:1]),
        ("<a href='/av/ana-reyes'><div><p>Ana Reyes</p></div></a>", BOTH[:1]),
        ("<h3><a href='/author/ana-reyes'>Ana Reyes</a></h3>", BOTH[:1]),
        ("<p><a rel='author' href='mailto:a@gull.example'>Ana Reyes</a></p>", BOTH[:1]),
        ("<p><a href='/by/jose-lund'>José Lund</a></p>", ("José Lund",)),
        ("<p><a href='/by/reyes'>Ana Reyes <i>Ana Reyes</i></a></p>", BOTH[:1]),
        (
            "<p><a href='/autor/ana-reyes-1'>Ana Reyes</a><a href='/autor/corin-maddox-2'>"
            "Corin Maddox</a></p>",
            BOTH,
        ),
        ("<p><a href='/topics/ana-reyes'>Ana Reyes</a></p>", ()),
        ("<p><a href='/author/ana-reyes'>Follow</a></p>", ()),
        ("<p><a href='/author/ana-reyes'>ana@gull.example</a></p>", ()),
        ("<p><a href='/author/'>Ana Reyes</a></p>", ()),
        ("<p>Ana Reyes</p>", ()),
    ],
)
def test_links(markup: str, names: tuple[str, ...]) -> None:
    assert told(markup) == names


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("<div><span>Ana Reyes</span> <span>Corin Maddox</span></div>", BOTH),
        ("<div>By <span>Ana Reyes</span> <span>Corin Maddox</span></div>", ()),
        ("<div><span>Ana Reyes</span> <span>Port Editor of The Gull</span></div>", ()),
        ("<div><span>Ana Reyes</span></div>", ()),
    ],
)
def test_elements_of_a_byline(markup: str, names: tuple[str, ...]) -> None:
    assert told(markup, Hint.BYLINE) == names
    assert told(markup) == ()
