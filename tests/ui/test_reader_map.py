"""Every span of an article goes into the document and comes back as it was."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clipreader.model import Article, Part, Role, Span
from clipreader.ui.reader_document import ReaderDocument
from clipreader.ui.reader_map import Piece, ReaderMap
from clipreader.ui.reader_styles import Typesetter, Typography
from clipreader.ui.theme import LIGHT

LETTERS = st.sampled_from(
    [
        *"abc  ",
        *("é", "e\u0301", "\u00a0", "\U0001f600", "\U0001f469\u200d\U0001f467"),
        *("ש", "ب", "漢", "\u2028", "\u200f"),
    ]
)
WORDS = st.lists(LETTERS, min_size=1, max_size=30).map("".join)
ROLES = st.sampled_from(
    [Role.PARAGRAPH, Role.CAPTION, Role.HEADLINE, Role.DECK, Role.TABLE, Role.CODE, Role.QUOTE]
)
UNTOUCHED = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@st.composite
def articles(draw, roles=ROLES, leftovers=True):
    blocks, marks, text = [], [], ""
    for number in range(draw(st.integers(1, 6))):
        role = draw(roles)
        words = draw(WORDS)
        if role in (Role.TABLE, Role.CODE):
            words += "\n" + draw(WORDS)
        start = len(text) + (1 if number else 0)
        text += ("\n" if number else "") + words
        blocks.append(Part(role, Span(start, len(text))))
        if leftovers and role == Role.PARAGRAPH and draw(st.booleans()):
            end = draw(st.integers(start + 1, len(text)))
            marks.append(Part(Role.LEFTOVER, Span(start, end)))
    return Article("a", text, tuple(blocks), tuple(marks))


def written(article, **more):
    return ReaderDocument(article, Typesetter(LIGHT, Typography()), **more)


def shown(document, begin, stop):
    raw = document.document.toRawText()
    units = raw.encode("utf-16-le", "surrogatepass")
    found = units[2 * begin : 2 * stop].decode("utf-16-le", "surrogatepass")
    return found.replace("\u2029", "\n")


def trimmed(article, span):
    """A span without the line feeds between blocks at its edges: they are words of no block."""
    points = range(span.start, span.end) if span else ()
    inside = [p for p in points if any(b.span.start <= p < b.span.end for b in article.blocks)]
    return (inside[0], inside[-1] + 1) if inside else None


@UNTOUCHED
@given(articles(leftovers=False), st.data())
def test_a_span_goes_into_the_document_and_back(qapp, article, data):
    start = data.draw(st.integers(0, len(article.text) - 1))
    end = data.draw(st.integers(start + 1, len(article.text)))
    document = written(article)
    place = document.map.range(Span(start, end))
    back = document.map.span(*place) if place else None
    assert trimmed(article, back) == trimmed(article, Span(start, end))


@UNTOUCHED
@given(articles(), st.data())
def test_the_document_shows_the_very_words_of_the_text(qapp, article, data):
    document = written(article)
    for piece in document.map.pieces:
        place = document.map.range(Span(piece.start, piece.end))
        words = article.text[piece.start : piece.end]
        assert (shown(document, *place) if place else "") == words


@UNTOUCHED
@given(articles(), st.data())
def test_what_is_left_over_is_stored_and_not_shown(qapp, article, data):
    document = written(article)
    for mark in article.marks:
        assert not any(document.map.is_shown(p) for p in range(mark.span.start, mark.span.end))
        assert document.map.range(mark.span) is None


@UNTOUCHED
@given(articles(), st.data())
def test_any_selection_gives_a_span_of_the_text_or_nothing(qapp, article, data):
    document = written(article)
    last = document.document.characterCount() - 1
    begin = data.draw(st.integers(0, last))
    stop = data.draw(st.integers(begin, last))
    span = document.map.span(begin, stop)
    if span is not None:
        assert 0 <= span.start < span.end <= len(article.text)
        place = document.map.range(span)
        assert place is None or document.map.span(*place) == span


def test_a_map_of_nothing_is_harmless():
    nothing = ReaderMap("", ())
    assert nothing.range(Span(0, 0)) is None
    assert nothing.span(0, 5) is None
    assert nothing.position(3) == 0
    assert nothing.point(3) == 0


def test_a_generated_row_between_two_pieces_has_no_words():
    kept = ReaderMap("ab\ncd", (Piece(0, 2, 10), Piece(3, 5, 40)))
    assert kept.span(15, 38) is None
    assert kept.span(11, 41) == Span(1, 4)
    assert kept.point(20) == 3
