from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clipreader.model import ArticleRow, Colour, Snippet, SortOrder, Span
from clipreader.ui.article_list import ArticleList
from clipreader.ui.article_list_model import PAGE
from clipreader.ui.theme import Theme


def rows(count: int, start: int = 0) -> Sequence[ArticleRow]:
    return [
        ArticleRow(
            f"id{number}",
            f"Headline number {number} <b>as typed</b> & more",
            "Puerto Diario",
            published="2024-07-04",
            translators=("Ana Reyes",),
            unread=number % 2 == 0,
            colours=(Colour.GREEN,),
        )
        for number in range(start, start + count)
    ]


@pytest.fixture
def articles(qtbot: QtBot, theme: Theme) -> ArticleList:
    made = ArticleList(theme)
    qtbot.addWidget(made)
    made.resize(328, 700)
    made.show_rows(rows(20), 20)
    made.show()
    qtbot.waitExposed(made)
    return made


def key(articles: ArticleList, code: Qt.Key, *, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(articles.rows, code, modifier)


def test_one_selected_article_is_chosen_when_the_keys_rest(
    qtbot: QtBot, articles: ArticleList
) -> None:
    chosen: list[str] = []
    articles.article_chosen.connect(chosen.append)
    articles.select("id0")
    for _ in range(4):
        key(articles, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(chosen))
    qtbot.wait(60)
    assert chosen == ["id4"]


def test_choosing_and_stepping_select_one_article_whatever_key_is_held(
    articles: ArticleList,
) -> None:
    articles.select("id0")
    QTest.keyPress(articles, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    articles.select("id3")
    assert articles.selected_ids == ("id3",)
    articles.step(1)
    assert articles.selected_ids == ("id4",)
    QTest.keyRelease(articles, Qt.Key.Key_Control)


@pytest.mark.parametrize(
    ("going", "then"),
    [
        (["id4"], "id5"),
        (["id2", "id4"], "id5"),
        (["id19"], "id18"),
        (["id3", "id19"], "id18"),
        (["id18", "id19", "id0"], "id17"),
    ],
)
def test_stepping_off_goes_to_what_stays_beside(
    articles: ArticleList, going: list[str], then: str
) -> None:
    articles.select(going[0])
    assert articles.step_off(going)
    assert articles.selected_ids == (then,)


@pytest.mark.parametrize("going", [[f"id{n}" for n in range(20)], ["stranger"], []])
def test_stepping_off_stays_where_there_is_nowhere_to_go(
    articles: ArticleList, going: list[str]
) -> None:
    articles.select("id3")
    assert not articles.step_off(going)
    assert articles.selected_ids == ("id3",)


def test_a_selected_article_that_is_another_now_is_told(
    qtbot: QtBot, articles: ArticleList
) -> None:
    articles.select("id1")
    with qtbot.waitSignal(articles.selection_changed, timeout=500):
        articles.show_rows([replace(row, trashed=True) for row in rows(20)], 20)
    assert [row.trashed for row in articles.selected_rows] == [True]


def test_several_selected_articles_open_nothing(qtbot: QtBot, articles: ArticleList) -> None:
    articles.select("id0")
    qtbot.wait(60)
    chosen: list[str] = []
    articles.article_chosen.connect(chosen.append)
    key(articles, Qt.Key.Key_Down, shift=True)
    qtbot.wait(60)
    assert articles.selected_ids == ("id0", "id1")
    assert chosen == []


def test_return_goes_to_the_reader(qtbot: QtBot, articles: ArticleList) -> None:
    with qtbot.waitSignal(articles.reader_asked, timeout=500):
        key(articles, Qt.Key.Key_Return)


def test_selection_and_scroll_survive_new_rows(qtbot: QtBot, articles: ArticleList) -> None:
    articles.select("id12")
    place = articles.rows.verticalScrollBar().value()
    articles.show_rows([*rows(1, 90), *rows(20)], 21)
    assert articles.selected_ids == ("id12",)
    assert articles.rows.verticalScrollBar().value() == place


def test_same_articles_are_updated_without_a_reset(qtbot: QtBot, articles: ArticleList) -> None:
    resets: list[bool] = []
    articles.model.modelReset.connect(lambda: resets.append(True))
    starred = [ArticleRow(row.id, row.headline, starred=True) for row in rows(20)]
    articles.show_rows(starred, 20)
    assert not resets
    assert articles.model.rows[3].starred


def test_more_rows_are_asked_for_once(qtbot: QtBot, articles: ArticleList) -> None:
    asked: list[int] = []
    articles.more_asked.connect(asked.append)
    articles.show_rows(rows(PAGE), 10_000)
    articles.rows.scrollToBottom()
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [PAGE]
    articles.model.append(PAGE, rows(PAGE, PAGE))
    assert articles.model.rowCount() == 2 * PAGE
    articles.model.append(PAGE, rows(1))
    assert articles.model.rowCount() == 2 * PAGE


def test_row_says_everything(articles: ArticleList) -> None:
    said = articles.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for words in ("Headline number 0", "Puerto Diario", "4 July 2024", "tr. Ana Reyes", "unread"):
        assert words in said
    assert "unread" not in articles.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)


def height(articles: ArticleList, row: ArticleRow) -> int:
    articles.show_rows([row], 1)
    return articles.rows.sizeHintForRow(0)


def test_rows_grow_with_their_words_up_to_three_lines(articles: ArticleList) -> None:
    one = height(articles, ArticleRow("a", "Short"))
    two = height(articles, ArticleRow("b", "A headline that is rather long for one line of it"))
    most = height(articles, ArticleRow("c", "Words " * 200))
    endless = height(articles, ArticleRow("d", "W" * 100_000))
    assert one < two < most == endless


def test_snippet_and_translator_take_room(articles: ArticleList) -> None:
    row = ArticleRow("a", "Short", "Puerto Diario", unread=False)
    bare = height(articles, row)
    foot = height(articles, replace(row, translators=("Ana",)))
    snippet = Snippet("… the ferry 🚢 company …", (Span(6, 11),))
    hit = height(articles, replace(row, snippet=snippet))
    assert bare < foot
    assert bare < hit
    articles.grab()


def test_sort_menu_tells_the_order(qtbot: QtBot, articles: ArticleList) -> None:
    told: list[SortOrder] = []
    articles.sort_chosen.connect(told.append)
    menu = articles.findChildren(type(articles._sort))[0].menu()
    assert menu is not None
    menu.actions()[3].trigger()
    assert told == [SortOrder.HEADLINE]


def test_steps_stop_at_the_ends(articles: ArticleList) -> None:
    articles.select("id0")
    articles.step(-1)
    assert articles.selected_ids == ("id0",)
    articles.step(100)
    assert articles.selected_ids == ("id19",)
