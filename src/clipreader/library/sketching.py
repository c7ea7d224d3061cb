"""The numbers by which a text is found again, made from its words and addresses alone.

Apart from the tables that keep them, so that a process without a database can make them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import Final

from clipreader.model import BODY_ROLES, Article
from clipreader.text.same_page import page_of
from clipreader.text.shingles import sample

OF_PAGES: Final = 1 << 62
"""From here on a value is that of an address, below it that of a shingle."""

NOTHING: Final = -1
"""The value of a text that nothing can be found by."""

_SHORTEST: Final = 200
"""A body of fewer code points says too little; then all but the site's own text is taken."""


def compared(article: Article) -> str:
    """Return the words by which an article is told from others: its body's."""
    body = _joined(article, BODY_ROLES)
    if len(body) >= _SHORTEST:
        return body
    kept = [block for block in article.blocks if block.role.value != "boilerplate"]
    return "\n".join(article.quote(block.span) for block in kept)


def pages(article: Article, link: str | None) -> frozenset[str]:
    """Return the pages that an article may have come from, as ``page_of`` writes them."""
    return frozenset(filter(None, (page_of(link), page_of(article.metadata.url))))


def values(article: Article, link: str | None) -> frozenset[int]:
    """Return the numbers by which a text is found again; one at least."""
    found = {*sample(compared(article)), *map(_of_page, pages(article, link))}
    return frozenset(found or {NOTHING})


def _joined(article: Article, roles: Collection[object]) -> str:
    text = article.text
    kept = (block.span for block in article.blocks if block.role in roles)
    return "\n".join(text[span.start : span.end] for span in kept)


def _of_page(page: str) -> int:
    """Return an address as a number beyond those of shingles, below 2**63."""
    digest = hashlib.sha256(page.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big") >> 1 | OF_PAGES
