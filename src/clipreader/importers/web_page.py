"""A saved web page, or a piece of one from the clipboard or a drop.

Every visible word becomes a line: the article's with what the mark-up says of them, everything
else as furniture, classed and kept. Where the parser loses words, the page is read again without
it, as plain text. Nothing is fetched, nothing is run.
"""

from __future__ import annotations

from dataclasses import replace

from clipreader.importers.page import metadata, schema_org, scripted
from clipreader.importers.page.assembly import Assembled, assembled
from clipreader.importers.page.extent import Extent, extent_of, extent_seen
from clipreader.importers.page.markup import Markup, read_markup
from clipreader.importers.page.saved import SavedPage
from clipreader.importers.page.second_reader import Seen, read_again
from clipreader.importers.page.single_file import grouped_pictures
from clipreader.importers.page.tree import Element, base_of, parse
from clipreader.importers.page.walk import Walk
from clipreader.model import Candidate, Draft, FieldName, Hint, Line, Source
from clipreader.text.normal import canonical

MOST_LOST = 0.005
"""Share of a page's visible characters that the parser may lose without a word about it."""

_FAR_TOO_MUCH = 0.05
"""Share from which on the page is taken as plain text instead."""

_MOST_ATTRIBUTES = 2_000
"""Attributes of one tag beyond which libxml2 takes seconds."""

_MOST_STEPS = 4_000_000
"""Paragraphs and pictures times depth beyond which a page is read without its structure."""

_MOST_PARAGRAPHS = 60_000
"""Paragraphs beyond which a page is no article."""

_BROKEN = "The page’s mark-up is broken: all of its text was taken, without its structure."
_SCRIPTED = "The page shows its text by a script only: it was taken out of the script, as data."
_LONG = "The page is too long for an article: all of its text was taken, without its structure."


def read(source: Source) -> Draft:
    """Make a draft of a page or fragment. Never raises; a page without words gives no lines."""
    return read_page(SavedPage(source.data), source.link)


def read_page(page: SavedPage, link: str | None = None) -> Draft:
    """Make a draft of a page out of its container. Never raises.

    ``link`` is the address that came with the bytes, if any.
    """
    markup = read_markup(page.data, page.encoding)
    address = page.address or markup.address
    return _read(page, markup, _whence(link, address), link or address)


def _read(
    page: SavedPage,
    markup: Markup,
    whence: tuple[Candidate, ...],
    address: str | None,
) -> Draft:
    """Make a draft of a page whose bytes are decoded; ``whence`` is where it is from."""
    seen: Seen | None = None
    extent = extent_of(markup.text)
    if extent is None or _too_much(extent):
        seen = read_again(markup.text)
        extent = extent_seen(seen)
    refusal = _too_much(extent)
    root = None if refusal else parse(markup.text)
    if root is None:
        return _draft(markup, _plain(markup, seen), (refusal,) if refusal else (), whence)
    walk = Walk(base_of(root, address))
    walk.through(root)
    told = None if markup.scripted or markup.selected else _told_by_scripts(markup, root, walk)
    if told is not None:
        return _read(page, told, whence, address)
    lost = _lost(walk, extent)
    candidates = _candidates(root, walk.base)
    if lost > _FAR_TOO_MUCH:
        return _draft(markup, _plain(markup, seen), (_BROKEN,), (*whence, *candidates))
    notes = (*walk.notes(), *((_SCRIPTED,) if markup.scripted else ()))
    if lost > MOST_LOST:
        notes += (f"About one in {round(1 / lost):,} characters of the page could not be read.",)
    beside = {**grouped_pictures(markup.text), **page.pictures}
    made = assembled(walk, root, candidates, markup.selected, beside)
    return _draft(markup, made, notes, (*whence, *candidates, *made.candidates))


def _told_by_scripts(markup: Markup, root: Element, walk: Walk) -> Markup | None:
    """Return the page with the article that its scripts hold, if it shows hardly a word itself."""
    if not scripted.shows_hardly_any(walk.blocks):
        return None
    text = scripted.with_article(markup.text, root, schema_org.article_node(root))
    return None if text is None else replace(markup, text=canonical(text).text, scripted=True)


def _candidates(root: Element, base: str) -> tuple[Candidate, ...]:
    node = schema_org.article_node(root)
    return (*schema_org.candidates_of(node), *metadata.candidates_of(root, base))


def _too_much(extent: Extent) -> str:
    """Return a sentence where a page is too much for the parser or for us, else nothing."""
    steps = min(extent.depth, 2_046) * (extent.paragraphs + extent.pictures)
    if extent.attributes > _MOST_ATTRIBUTES or steps > _MOST_STEPS:
        return _BROKEN
    return _LONG if extent.paragraphs > _MOST_PARAGRAPHS else ""


def _lost(walk: Walk, extent: Extent) -> float:
    """Return the share of the visible characters that the tree does not hold."""
    expected = extent.characters
    found = sum(len("".join(block.text.split())) for block in walk.blocks)
    missing = expected - found
    if not expected:
        return 0.0
    return missing / expected if missing > 20 or not found else 0.0


def _plain(markup: Markup, seen: Seen | None) -> Assembled:
    lines = [
        Line(text, Hint.NONE, blank_before=True)
        for words in (seen or read_again(markup.text)).paragraphs
        for text in canonical(words).text.split("\n")
        if text.strip()
    ]
    return Assembled(tuple(lines), ())


def _whence(link: str | None, address: str | None) -> tuple[Candidate, ...]:
    """Return where the page says and is said to be from."""
    whence = (
        (link, "the address that came with it", 0.95),
        (address, "the address it was saved from", 0.85),
    )
    return tuple(
        Candidate(FieldName.URL, told, origin, weight) for told, origin, weight in whence if told
    )


def _draft(
    markup: Markup, made: Assembled, notes: tuple[str, ...], candidates: tuple[Candidate, ...]
) -> Draft:
    return Draft(
        made.lines,
        media_type="text/html",
        encoding=markup.encoding,
        encoding_certainty=markup.certainty,
        images=made.images,
        candidates=candidates,
        notes=(*markup.notes, *notes),
    )
