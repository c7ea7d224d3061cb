from __future__ import annotations

import pytest

from clipreader.importers.page.pull_quotes import drop_pull_quotes
from clipreader.importers.page.regions import prose_of
from tests.importers.page.pages import walked

TOLD = (
    "Nobody on the quay said a word about the piano, Rosa Lund says, “we have carried worse than "
    "that over the bar in weather you would not believe”, and went back to her ropes."
)
ALIKE = "“We have carried worse than that over the bar.”"
SMOOTHED = "We have carried worse, in weather you would never believe"
OWN = "“The bar takes what it wants and gives nothing back to us.”"


def left(quote: str) -> list[str]:
    blocks = walked(f"<div><p>{TOLD}</p>{quote}</div>").blocks
    kept = [True] * len(blocks)
    drop_pull_quotes(blocks, kept, [prose_of(block) for block in blocks])
    return [block.text for block, keep in zip(blocks, kept, strict=True) if keep][1:]


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (f"<blockquote>{ALIKE}</blockquote>", []),
        (f"<blockquote><p>{ALIKE}</p><footer>Rosa Lund</footer></blockquote>", []),
        (f"<blockquote><p>{ALIKE}</p></blockquote><p>Rosa Lund</p>", ["Rosa Lund"]),
        (f"<blockquote>{OWN}</blockquote>", [OWN]),
        (f"<blockquote>{SMOOTHED}</blockquote>", [SMOOTHED]),
        (f"<blockquote class='Pullquote'>{SMOOTHED}</blockquote>", []),
        (f"<div class='pull-quote'><div>{SMOOTHED}</div></div>", []),
        (f"<figure><blockquote>{SMOOTHED}</blockquote></figure>", []),
        (f"<figure><blockquote>{OWN}</blockquote></figure>", [OWN]),
        ("<blockquote>We have carried worse</blockquote>", ["We have carried worse"]),
        (f"<blockquote><p>{ALIKE}</p><a href='/1'>9 May</a></blockquote>", [ALIKE, "9 May"]),
        (f"<p>{ALIKE}</p>", [ALIKE]),
    ],
)
def test_only_what_the_text_says_as_well_is_dropped(quote, expected):
    assert left(quote) == expected
