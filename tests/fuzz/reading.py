"""Bytes become texts, texts and pages become articles, and nothing is lost on the way."""

from __future__ import annotations

import codecs
import re
import time
from html import escape, unescape

from hypothesis import strategies as st

from clipreader.importers import media_type_of
from clipreader.model import Article, Role, Source, UnreadableSource
from clipreader.operations.parsing import read_article
from clipreader.text.encodings import decode
from clipreader.text.normal import Canonical, canonical
from tests.anatomy.test_recognise import TEXTS
from tests.exporters.any_text import any_text
from tests.formats.damage import ENDINGS, damaged
from tests.fuzz.target import Target
from tests.importers.mutation import mutated

SECONDS = 5.0
"""No input of these sizes may take longer, in seconds of processor time."""

ENCODINGS = (
    *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp1251"),
    *("gb18030", "shift_jis", "euc-kr", "big5", "iso-8859-2", "cp1254", "mac-roman", "utf-7"),
)
PUBLISHED = (
    "cp1252",
    "utf-8",
    "no-such-encoding",
    "rot13",
    "hex",
    "",
    "utf-16",
    "idna",
    "punycode",
)

encoded = st.builds(
    lambda text, encoding: text.encode(encoding, "replace"), any_text, st.sampled_from(ENCODINGS)
)
damaged_bytes = st.builds(mutated, encoded, st.integers(0, 1 << 30), st.integers(0, 6))
any_bytes = st.binary(max_size=300) | encoded | damaged_bytes


def decodes(made: tuple[bytes, str | None]) -> None:
    """Any bytes become a text, of which the stored form is one that stays as it is."""
    data, declared = made
    found = decode(data, declared)
    assert 0 <= found.certainty <= 1
    codecs.lookup(found.encoding)
    stored = canonical(found.text).text
    assert canonical(stored) == Canonical(stored)
    stored.encode("utf-8")
    if is_utf8(data) and not found.encoding.startswith(("utf-16", "utf-32")):
        assert found.text == data.decode("utf-8-sig")


def is_utf8(data: bytes) -> bool:
    """Say whether bytes are UTF-8 that no other reading is likelier for: without NUL."""
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


def tiles(article: Article) -> None:
    """The blocks cover the text, and the marks lie sorted inside blocks."""
    begin = 0
    for block in article.blocks:
        assert block.span.start == begin
        assert len(block.span) > 0
        assert 0 <= block.confidence <= 1
        assert block.reasons
        if block.role not in (Role.TABLE, Role.CODE):
            assert "\n" not in article.quote(block.span)
        begin = block.span.end + 1
    assert begin == (len(article.text) + 1 if article.blocks else 0)
    assert [m.span.start for m in article.marks] == sorted(m.span.start for m in article.marks)
    for mark in article.marks:
        assert len(mark.span) > 0
        assert any(block.span.contains(mark.span) for block in article.blocks)
    article.text.encode("utf-8")


def letters(text: str) -> str:
    """What is left of a text without its blanks."""
    return "".join(text.split())


def read(name: str, data: bytes) -> Article | None:
    """Read a file in time; None where it is refused with one sentence."""
    began = time.process_time()
    try:
        article = read_article(
            Source(name, data, media_type_of(name, data) or "text/plain")
        ).article
    except UnreadableSource as refused:
        assert str(refused).endswith(".")
        assert "\n" not in str(refused)
        return None
    finally:
        assert time.process_time() - began < SECONDS
    tiles(article)
    return article


def text_is_an_article(lines: list[str]) -> None:
    """Every letter of a text is in the article, in order; to read it again changes nothing."""
    text = "\n\n".join(lines)
    article = read("a.txt", text.encode("utf-8", "replace"))
    stored = letters(canonical(text.encode("utf-8", "replace").decode()).text)
    assert letters(article.text if article else "") == stored
    if article is None:
        return
    for name in (*article.metadata.translators, *article.metadata.authors):
        assert name in article.text
    again = read("a.txt", article.text.encode())
    assert again is not None
    assert letters(again.text) == letters(article.text)


TAGS = (
    *("p", "div", "article", "section", "h1", "h2", "figure", "figcaption", "blockquote", "ul"),
    *("ol", "li", "table", "tr", "td", "span", "b", "em", "a", "pre", "code", "main", "header"),
    *("dl", "dt", "dd", "center", "font", "time", "address", "details", "summary", "sup", "q"),
)
words = st.sampled_from(
    [
        *("The night ferry came back after eleven years, and nobody knew why.", "Rosa Lund"),
        *("By Elena Duarte", "Photo: Rosa Lund/AFP", "4 July 2024", "Read more", "Ropes & tar"),
        *("«Está ahí»", "1 < 2", "&amp;", "夜のフェリー", "the rope’s end", "Harbour Town —", "x"),
    ]
)
nodes = st.recursive(
    words.map(escape),
    lambda inner: st.builds(
        lambda tag, children, closed: f"<{tag}>{''.join(children)}" + f"</{tag}>" * closed,
        st.sampled_from(TAGS),
        st.lists(inner, max_size=4),
        st.booleans(),
    ),
    max_leaves=25,
)
pages = st.lists(nodes, max_size=8).map("".join)


def page_is_an_article(markup: str) -> None:
    """Each kind of words that a page shows is in its article."""
    article = read("a.html", f"<!doctype html><title>Ferry</title><body>{markup}".encode())
    held = letters(article.text) if article else ""
    shown = set(filter(None, (letters(one) for one in _shown(markup))))
    missing = {one for one in shown if one not in held}
    assert not missing or (article is None and len("".join(shown)) < 200), missing


def _shown(markup: str) -> list[str]:
    """The words of our own pages between their tags, as written by the strategy above."""
    return [unescape(piece) for piece in re.split(r"</?[a-z0-9]+>", markup)]


def damage_is_told(made: tuple[str, int]) -> None:
    """A damaged file of any format is an article or one sentence."""
    form, number = made
    one = damaged(form, number)
    read(one.name, one.data)


SAFE_FORMS = sorted(set(ENDINGS) - {"PDF", "zip", "page and folder"})
"""What is read in this process; a damaged PDF may end it, the other two hold several files."""

marked_file = st.builds(
    lambda head, body: f"---\n{head}\n---\n{body}",
    st.lists(st.tuples(any_text, any_text).map(": ".join), max_size=4).map("\n".join),
    any_text,
)


def markdown_is_an_article(text: str) -> None:
    """Any Markdown with any front matter is an article or one sentence."""
    read("a.md", text.encode("utf-8", "replace"))


TARGETS = (
    Target(
        "decoder",
        st.tuples(any_bytes, st.none() | st.sampled_from(PUBLISHED) | st.text(max_size=8)),
        decodes,
        300,
    ),
    Target("text", st.lists(TEXTS | any_text, max_size=20), text_is_an_article),
    Target("page", pages, page_is_an_article),
    Target(
        "files",
        st.tuples(st.sampled_from(SAFE_FORMS), st.integers(0, 1 << 40)),
        damage_is_told,
        60,
    ),
    Target("markdown", marked_file | any_text, markdown_is_an_article),
)
