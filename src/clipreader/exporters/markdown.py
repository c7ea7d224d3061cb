"""Clippings as Markdown: a block quote each, with its citation, note, tags and id.

CommonMark that Obsidian reads as well: front matter, ``#tags``, and ``^c-<id>`` on a line of its
own, by which a clipping is linked to and found again. The quote stands alone in its paragraphs,
so that a parser gives back its exact characters; the citation is the last paragraph of the
block quote and begins with a dash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from clipreader.exporters import citation, escaping, front_matter
from clipreader.exporters.tags import hashed
from clipreader.model import Certainty, Citation, Clipping, Role

_ADDRESS = re.compile(r"https?://[^\s<>`\\\x00-\x20\x7f]+", re.IGNORECASE)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NO_HEADLINE = "Untitled"
_REMARKS = {
    Certainty.DOUBTFUL: "Doubtful: the place of these words in the article is not sure.",
    Certainty.LOST: "Lost: the words, as they were marked, were not found in the article again.",
}


def write(clippings: Sequence[Clipping]) -> str:
    """Return one document; it ends with a line feed, or is empty if there are no clippings.

    Clippings of one article have its front matter and headline above them; those of several
    have each article's headline above its own.
    """
    if not clippings:
        return ""
    articles = articles_of(clippings)
    pieces: list[str] = []
    if len(articles) == 1:
        cited = clippings[0].citation
        tags = [tag for clipping in clippings for tag in clipping.highlight.tags]
        values = front_matter.fields(cited.article_id, cited.metadata, tags)
        pieces.append(front_matter.write(values).rstrip("\n"))
    for article in articles:
        title = _title(article[0].citation, among_others=len(articles) > 1)
        if title:
            pieces.append(escaping.heading(title, 1))
        pieces.extend(map(_clipping, article))
    return _whole("\n\n".join(pieces) + "\n")


def write_bare(clippings: Sequence[Clipping]) -> str:
    """Return the clippings alone, without front matter and headlines, to be put into a text."""
    return _whole("\n\n".join(map(_clipping, clippings)) + "\n") if clippings else ""


def articles_of(clippings: Sequence[Clipping]) -> tuple[tuple[Clipping, ...], ...]:
    """Return the clippings by article, articles in the order of their first clippings."""
    order = {c.citation.article_id: n for n, c in reversed(tuple(enumerate(clippings)))}

    def place(clipping: Clipping) -> int:
        return order[clipping.citation.article_id]

    return tuple(tuple(group) for _, group in groupby(sorted(clippings, key=place), place))


def _title(cited: Citation, *, among_others: bool) -> str:
    """Return the headline; among other articles one without is named by what is known of it."""
    headline = (cited.metadata.headline or "").strip()
    if headline or not among_others:
        return headline
    return citation.written(cited) or _NO_HEADLINE


def _clipping(clipping: Clipping) -> str:
    return "\n\n".join(_pieces(clipping))


def _pieces(clipping: Clipping) -> Iterator[str]:
    highlight = clipping.highlight
    yield "\n".join(_block_quote(clipping))
    yield f"^c-{highlight.id}"
    remark = _REMARKS.get(highlight.anchor.certainty)
    if remark:
        why = highlight.anchor.why.strip()
        yield escaping.words(f"{remark} {why}".strip())
    if highlight.note.strip():
        yield from escaping.paragraphs(highlight.note)
    marks = (hashed(highlight.tags), f"Colour: {highlight.colour}")
    yield " · ".join(filter(None, marks))


def _block_quote(clipping: Clipping) -> Iterator[str]:
    if clipping.role == Role.CODE:
        paragraphs: tuple[str, ...] = (escaping.fenced(clipping.quote),)
    else:
        paragraphs = escaping.paragraphs(clipping.quote)
    if len(clipping.leads) == len(paragraphs):
        paragraphs = tuple(_items(paragraphs, clipping.leads))
    cited = _cited(clipping)
    for number, paragraph in enumerate((*paragraphs, f"— {cited}") if cited else paragraphs):
        if number:
            yield ">"
        for line in paragraph.split("\n"):
            yield f"> {line}"


def _items(paragraphs: Iterable[str], leads: Iterable[str]) -> Iterator[str]:
    """Set the marks of a list before its items.

    A parser counts on from a list's first number. Another sign behind a number begins another
    list, so that a number which does not follow stays as it is.
    """
    before, sign = None, "."
    for paragraph, lead in zip(paragraphs, leads, strict=True):
        number = int(lead[:-1]) if lead[:-1].isdecimal() else None
        if number is not None:
            if before is not None and number != before + 1:
                sign = ")" if sign == "." else "."
            yield f"{number}{sign} {paragraph}"
        else:
            yield f"- {paragraph}" if lead else paragraph
        before = number


def _cited(clipping: Clipping) -> str:
    """Return the citation line: the photo's credit, the article, its address.

    An address of the web is a link; any other is words, escaped with those before it.
    """
    lead = citation.lead_in(clipping)
    named = citation.named(clipping.citation, paragraph=clipping.paragraph)
    told = ", in ".join(filter(None, (lead, named)))
    address = citation.address(clipping.citation)
    if not _ADDRESS.fullmatch(address):
        return escaping.words(", ".join(filter(None, (told, address))))
    return ", ".join(filter(None, (escaping.words(told), f"<{address}>")))


def _whole(text: str) -> str:
    """Replace halves of broken characters, which no file can hold."""
    return _SURROGATE.sub("\ufffd", text)
