"""How far the lines of a page stand from each other."""

import pytest

from clipreader.model import Role
from clipreader.ui.reader_spacing import spacing_of, tab_stops
from clipreader.ui.reader_styles import Typesetter, Typography
from clipreader.ui.theme import LIGHT
from tests.ui import hands

R = Role


@pytest.fixture
def setter(qapp_fonts):
    return Typesetter(LIGHT, Typography())


def test_what_follows_a_list_stands_apart_from_it(setter):
    article = hands.blocks(
        (R.LIST_ITEM, "first"), (R.LIST_ITEM, "second"), (R.QUOTE, "Said"), (R.LIST_ITEM, "last")
    )
    gaps = [spacing_of(article, n, setter, above=0, last=True).bottomMargin() for n in range(4)]
    assert gaps == [8, 17, 17, 17]


@pytest.mark.parametrize("role", [R.TABLE, R.CODE])
def test_the_lines_of_a_block_stand_close_and_the_last_apart(setter, role):
    article = hands.blocks((role, "a\tb\tc\nd"), (R.PARAGRAPH, "After"))
    inner = spacing_of(article, 0, setter, above=4, last=False)
    outer = spacing_of(article, 0, setter, above=0, last=True)
    assert (inner.topMargin(), inner.bottomMargin(), outer.bottomMargin()) == (4, 0, 17)


def test_the_tab_stops_of_a_table_share_the_measure(qapp_fonts):
    article = hands.blocks((R.TABLE, "a\tb\tc\td\n1\t2"), (R.PARAGRAPH, "After"))
    tabs = tab_stops(article, article.blocks[0], 560)
    assert [tab.position for tab in tabs] == [140, 280, 420]
