from __future__ import annotations

import pytest

from clipreader.importers.page.comments import without_comments
from clipreader.importers.page.regions import prose_of
from tests.importers.page.pages import SAID, WORDS, walked

P = f"<p>{WORDS}</p>"
OWN = 2 * len(WORDS)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f"{P}{P}<div id='comments'>{P * 9}</div>", OWN),
        (f"{P}{P}<ol class='nice comment-list'><li>{P * 9}</li></ol>", OWN),
        (f"{P}{P}<section><div class='kommentare'>{P}</div></section>", OWN),
        (f"<div class='has-comments'>{P}{P}</div>", OWN),
        (f"<div class='comments'><h1>Night Ferry</h1>{P}{P}</div>", OWN),
        (f"<div class='comments'>{P}{P}</div>", OWN),
        (f"<div><p>{SAID}</p></div><div class='comments'>{P}{P}</div>", OWN + len(SAID)),
    ],
)
def test_only_the_articles_prose_counts(markup, expected):
    blocks = walked(f"<body>{markup}</body>").blocks
    assert sum(without_comments(blocks, [prose_of(block) for block in blocks])) == expected
