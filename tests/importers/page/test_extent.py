from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.importers.page.extent import Extent, extent_of, extent_seen
from clipreader.importers.page.second_reader import read_again

SOUND = [
    "<p>One <b>bold</b> word</p><p>Two",
    "a<br>b<div>c</div>d &lt;p&gt; &eacute;&nbsp;x",
    "<script>if (a < b) x('</p>')</script >seen",
    "<SCRIPT>x</Script >seen<IMG src=a><img src=b/>",
    "<title>t</title><style>s</style><template><p>x</p></template>seen",
    "<template><template>x</template>y</template>seen</template>too",
    "<video/>seen<video>x</video>",
    "<!-- hidden > -->seen<!DOCTYPE x><?xml y?><!-->too<!--->",
    "1 < 2 and <3 </> so",
    "<p title='a > b' data-x=\"<i>\">seen<textarea> </textarea>",
    "<p " + " ".join(f'a{n}="x y"' for n in range(900)) + ">x",
    "<div><ul><li>a<li>b</ul></div>" * 9,
    "<script>" + "<" * 19_999 + "</script>seen",
    "half &am<b>p;</b> and&lt<p>;</p> &nbsp<i>x</i> <b>R&D</b>",
    "no tag at all",
    "",
]
"""Mark-up of which every tag, comment and script has its end."""

UNSOUND = [
    "seen <a href='never closed",
    "<!-- never closed",
    "<script>never closed",
    "seen <!",
    "<textarea>written</textarea>",
    "<script>" + "<" * 20_002 + "</script>seen",
]


@pytest.mark.parametrize("markup", SOUND)
def test_counts_what_the_second_reader_sees(markup):
    assert_agrees(extent_of(markup), extent_seen(read_again(markup)))


@pytest.mark.parametrize("markup", UNSOUND)
def test_leaves_what_is_not_sound(markup):
    assert extent_of(markup) is None


@given(st.lists(st.sampled_from([*SOUND[:10], *UNSOUND, "<p>", "</p>", "<", ">", '="', "x "])))
def test_never_tells_another_number(pieces):
    markup = "".join(pieces)
    found = extent_of(markup)
    if found is not None:
        assert_agrees(found, extent_seen(read_again(markup)))


def assert_agrees(found: Extent | None, exact: Extent) -> None:
    assert found is not None
    assert (found.characters, found.attributes, found.pictures) == (
        exact.characters,
        exact.attributes,
        exact.pictures,
    )
    assert found.paragraphs >= exact.paragraphs
    assert found.depth >= exact.depth


@pytest.mark.parametrize(
    "piece",
    ["<a ", "<a href='", "</a ='", "<!--", "<", "<script>", "<textarea>", "&amp", "<template>"],
)
def test_is_linear(piece):
    start = time.process_time()
    extent_of(piece * 200_000)
    assert time.process_time() - start < 5
