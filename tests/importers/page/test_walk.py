from __future__ import annotations

import pytest

from clipreader.model import Hint, Role
from tests.importers.page.pages import SAID, blocks, walked

SIGN = "<svg class=icon><title>opens</title><g><use href='#out'></use><path d='M0'/></g></svg>"
FORMULA = (
    "<math><semantics><mrow><msup><mi>a</mi><mn>2</mn></msup></mrow>"
    "<annotation>a^2</annotation></semantics></math>"
)


MATRIX = (
    "<math><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr>"
    "<mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable></math>"
)
DRAWN = (
    "<mjx-container><mjx-math></mjx-math><mjx-assistive-mml>@</mjx-assistive-mml></mjx-container>"
)


def seen(markup: str):
    return [(block.hint, block.text, block.level) for block in blocks(markup)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("a<p>b</p>c", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
        ("<p>a<br>b<br><br>c</p>", [("paragraph", "a b"), ("paragraph", "c")]),
        (f"{SAID}<br>b<br>c", [("paragraph", SAID), ("paragraph", "b c")]),
        ("<p><b>Head</b><br>b</p>", [("paragraph", "Head"), ("paragraph", "b")]),
        ("<p>a<span class='x br'></span>b</p>", [("paragraph", "a b")]),
        ("<h1><span>T</span></h1><h3>H</h3>", [("title", "T"), ("heading", "H")]),
        ("<blockquote>q<footer>w</footer></blockquote>", [("quote", "q"), ("quote", "w")]),
        ("<ul><li>a<p>b</p></li></ul>", [("list_item", "a"), ("list_item", "b")]),
        ("<dl><dt>a</dt><dd>b</dd></dl>", [("paragraph", "a"), ("paragraph", "b")]),
        ("<pre>a\n  b</pre>", [("code", "a\n  b")]),
        ("<pre><p>prose</p></pre>", [("paragraph", "prose")]),
        ("<p>a<script>x</script>b</p>", [("paragraph", "ab")]),
        ("<a href=/x><h2>t</h2><p>p</p></a>", [("heading", "t"), ("paragraph", "p")]),
        ("<my-teaser>a</my-teaser><p>b</p>", [("paragraph", "a"), ("paragraph", "b")]),
        (f"<p>a <a href=/x>b{SIGN}</a> c</p>", [("paragraph", "a b c")]),
        (f"<p>a{SIGN}</p>{SIGN}b", [("paragraph", "a"), ("paragraph", "b")]),
        (f"<p>a <svg>{SIGN}<text>b</text></svg> c</p>", [("paragraph", w) for w in "abc"]),
        (f"<p>so {FORMULA} is.</p>", [("paragraph", "so a2 is.")]),
        (f"<p>so {MATRIX} is.</p>", [("paragraph", "so 1 0 0 1 is.")]),
        (f"<p>so {DRAWN.replace('@', FORMULA)} is.</p>", [("paragraph", "so a2 is.")]),
        ("<p>a <link href=x><meta itemprop=y>b</p>", [("paragraph", "a b")]),
    ],
)
def test_blocks(markup, expected):
    assert [(hint.value, text) for hint, text, _ in seen(markup)] == expected


def test_levels_of_headings_and_lists():
    found = seen("<h4>h</h4><ol><li>a<ul><li>b</li></ul>c</li></ol>")
    assert [(text, level) for _, text, level in found] == [("h", 4), ("a", 1), ("b", 2), ("c", 1)]


def test_marks_go_on_in_the_next_block():
    one, two = blocks("<p><em>One<br><br>two</em></p>")
    assert [mark.role for mark in (*one.marks, *two.marks)] == [Role.EMPHASIS, Role.EMPHASIS]
    assert (two.text, two.marks[0].span.start, two.marks[0].span.end) == ("two", 0, 3)


def test_credits_are_marked_by_class():
    (block,) = blocks("<figcaption>The quay <span class='credit'>A. B.</span></figcaption>")
    (mark,) = block.marks
    assert (mark.role, block.text[mark.span.start : mark.span.end]) == (Role.CREDIT, "A. B.")


def test_linked_words_are_counted_but_not_those_of_a_mere_anchor():
    (block,) = blocks("<p>one <a href='/x'>two</a> <a name='x'>three</a></p>")
    assert block.linked == 3
    assert block.marks == ()


def test_pictures_know_what_follows_them():
    walk = walked("<p>a</p><img src=x><p>b<img src=y></p>")
    assert [shown.before for shown in walk.pictures] == [1, 1]


def test_a_table_of_data_is_one_block():
    (title, table) = blocks("<table><caption>T</caption><tr><td>a<td>b<tr><td>c<td>d</table>")
    assert (title.text, table.hint, table.text) == ("T", Hint.TABLE, "a\tb\nc\td")


def test_removed_characters_are_told():
    assert walked("<p>a&shy;b</p><pre>c&shy;d</pre>").notes() == ("2 soft hyphens were removed.",)


@pytest.mark.parametrize(
    ("row", "head"),
    [
        ("<tr><th>Quay</th><th>Ｄepth</th></tr>", "Quay\tＤepth"),
        ("<thead><tr><th></th></tr><tr><th>Quay</th><th>Depth</th></tr></thead>", "Quay\tDepth"),
        ("<tr><td>Quay</td><td>Depth</td></tr>", None),
        ("<tr><th>Quay</th><td>Depth</td></tr>", None),
    ],
)
def test_the_head_of_a_table_stands_out(row, head):
    (block,) = walked(
        f"<body><table>{row}<tr><td>North</td><td>9 m</td></tr></table></body>"
    ).blocks
    marked = [(mark.role, block.text[mark.span.start : mark.span.end]) for mark in block.marks]
    assert marked == ([] if head is None else [(Role.STRONG, head)])
