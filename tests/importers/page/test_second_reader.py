from __future__ import annotations

import time

import pytest

from clipreader.importers.page.second_reader import read_again


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        ("<p>One <b>bold</b> word</p><p>Two", ("One bold word", "Two")),
        ("a<br>b<div>c</div>d", ("ab", "c", "d")),
        ("&lt;p&gt; &amp; &eacute;&nbsp;", ("<p> & é\u00a0".strip(" "),)),
        ("<script>if (a < b) x()</script>seen", ("seen",)),
        ("<SCRIPT>x</script >seen", ("seen",)),
        ("<title>t</title><style>s</style><template><p>x</p></template>seen", ("seen",)),
        ("<template><template>x</template>y</template>seen", ("seen",)),
        ("<!-- hidden > -->seen<!DOCTYPE x><?xml y?>", ("seen",)),
        ("1 < 2 and <3 </> so", ("1 < 2 and <3 so",)),
        ("<p title='a > b' data-x=\"<i>\">seen", ("seen",)),
        ("<!-- never closed", ("never closed",)),
        ("", ()),
    ],
)
def test_visible_words(markup, paragraphs):
    found = tuple(words.strip() for words in read_again(markup).paragraphs)
    if "never closed" in markup:
        assert "never closed" in " ".join(found)
    else:
        assert found == tuple(words.strip() for words in paragraphs)


@pytest.mark.parametrize(
    ("markup", "depth"),
    [("<div>" * 300, 300), ("<p>x" * 300, 0), ("<div></div>" * 300, 1), ("<br><img/>" * 9, 0)],
)
def test_depth(markup, depth):
    assert read_again(markup).depth == depth


def test_pictures_are_counted():
    assert read_again("<img src=a><p><IMG src=b/></p>").pictures == 2


def test_attributes_are_counted_outside_their_values():
    many = "<p " + " ".join(f'a{n}="x y"' for n in range(3_000)) + ">x"
    assert read_again(many).attributes == 3_000
    assert read_again("<p data-x='" + "word " * 3_000 + "'>x").attributes < 3


@pytest.mark.parametrize(
    "markup",
    [
        "<a " * 300_000,
        "<a href='" * 300_000,
        "<!--" * 300_000,
        "<" * 300_000,
        "<script>" * 100_000,
        "</scrip" * 300_000,
    ],
    ids=["tags", "quotes", "comments", "signs", "scripts", "ends"],
)
def test_is_linear(markup):
    start = time.process_time()
    read_again(markup)
    assert time.process_time() - start < 5
