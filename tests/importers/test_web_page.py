"""A page as a person saves or copies it, from its bytes to the lines of a draft."""

from __future__ import annotations

import base64
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.importers import web_page
from clipreader.model import Draft, FieldName, Hint, Role, Source

PNG = b"\x89PNG\r\n\x1a\n" + bytes(400)
DATA = "data:image/png;base64," + base64.b64encode(PNG).decode()
SAID = "The ferry left at twenty past nine, and nobody on the quay said a word about the piano."
WORDS = f"{SAID} {SAID} {SAID}"

PAGE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Night Ferry Returns | The Saltmarsh</title>
<meta property="og:title" content="Night Ferry Returns">
<meta property="og:site_name" content="The Saltmarsh">
<base href="https://saltmarsh.example/news/">
<link rel="canonical" href="night-ferry">
<script>var hidden = "never shown";</script><style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav>
<article><p class="kicker">Coasts</p><h1>Night Ferry Returns</h1>
<p class="standfirst">Forty-one passengers and a piano</p>
<div class="byline">By <a href="/ana">Ana Reyes</a></div>
<figure><img src="{DATA}" alt="A ferry"><figcaption>The ferry leaves
<span class="credit">Noor Castellan</span></figcaption></figure>
<div class="article-body">
<p>{WORDS} <a href="more">More</a> and <a href="javascript:x()">less</a>.</p>
<h2>On the quay</h2>
<p><em>{SAID}</em> {SAID}</p>
<blockquote><p>We shall see who still wants to travel, said the director of the
port.</p></blockquote>
<ul><li>one ferry that was painted</li><li>two pianos<ul><li>one out of tune</li></ul></li></ul>
<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2013</td><td>4</td></tr></table>
<pre>port = quay
  berth</pre>
<div class="newsletter"><p>Sign up for our letter, it comes every morning before the ferry
does.</p></div>
<div class="foto"><img src="/b.jpg" alt=""><p class="pie-de-foto">The quay (Foto: Teo
Barral)</p></div>
<p>{WORDS}</p></div></article>
<aside class="related"><h3>Related</h3><p><a href="/x">Who Owns the Lighthouse?</a></p></aside>
<footer>© The Saltmarsh</footer></body></html>"""


def read(markup: str | bytes, link: str | None = None) -> Draft:
    data = markup if isinstance(markup, bytes) else markup.encode("utf-8", "surrogatepass")
    return web_page.read(Source("page.html", data, "text/html", link=link))


def texts(draft: Draft, hint: Hint) -> list[str]:
    return [line.text for line in draft.lines if line.hint == hint]


@pytest.mark.parametrize(
    ("hint", "expected"),
    [
        (Hint.KICKER, ["Coasts"]),
        (Hint.TITLE, ["Night Ferry Returns"]),
        (Hint.DECK, ["Forty-one passengers and a piano"]),
        (Hint.BYLINE, ["By Ana Reyes"]),
        (Hint.CAPTION, ["The ferry leaves Noor Castellan", "The quay (Foto: Teo Barral)"]),
        (Hint.PARAGRAPH, [f"{WORDS} More and less.", f"{SAID} {SAID}", WORDS]),
        (Hint.HEADING, ["On the quay"]),
        (Hint.QUOTE, ["We shall see who still wants to travel, said the director of the port."]),
        (Hint.LIST_ITEM, ["one ferry that was painted", "two pianos", "one out of tune"]),
        (Hint.TABLE, ["Year\tBoats\n2013\t4"]),
        (Hint.CODE, ["port = quay\n  berth"]),
        (
            Hint.FURNITURE,
            [
                "Sign up for our letter, it comes every morning before the ferry does.",
                "Related",
                "Who Owns the Lighthouse?",
                "© The Saltmarsh",
                "Home",
            ],
        ),
    ],
)
def test_each_part_of_a_page(hint, expected):
    assert texts(read(PAGE), hint) == expected


def test_levels():
    levels = [(line.hint, line.level) for line in read(PAGE).lines if line.level is not None]
    assert levels == [
        (Hint.HEADING, 2),
        (Hint.LIST_ITEM, 1),
        (Hint.LIST_ITEM, 1),
        (Hint.LIST_ITEM, 2),
    ]


def test_pictures_stand_at_their_captions():
    draft = read(PAGE)
    captions = [line for line in draft.lines if line.hint == Hint.CAPTION]
    assert [line.image for line in captions] == ["picture-1", "picture-2"]
    assert len({line.group for line in captions}) == 2
    first, second = draft.images
    assert (first.media_type, first.data, first.alt) == ("image/png", PNG, "A ferry")
    assert (second.data, second.address) == (None, "https://saltmarsh.example/b.jpg")


def test_credit_is_marked():
    caption = next(line for line in read(PAGE).lines if line.hint == Hint.CAPTION)
    (credit,) = [mark for mark in caption.marks if mark.role == Role.CREDIT]
    assert caption.text[credit.span.start : credit.span.end] == "Noor Castellan"


def test_links_are_whole_or_none():
    marks = [mark for line in read(PAGE).lines for mark in line.marks if mark.role == Role.LINK]
    targets = [mark.target for mark in marks]
    assert "https://saltmarsh.example/news/more" in targets
    assert all(target.startswith("https://") for target in targets)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (FieldName.HEADLINE, "Night Ferry Returns"),
        (FieldName.PUBLISHER, "The Saltmarsh"),
        (FieldName.LANGUAGE, "en-GB"),
        (FieldName.URL, "https://saltmarsh.example/news/night-ferry"),
    ],
)
def test_candidates(field, value):
    found = [candidate for candidate in read(PAGE).candidates if candidate.field == field]
    assert value in [candidate.value for candidate in found]
    assert all(candidate.origin and 0 < candidate.weight <= 1 for candidate in found)


def test_addresses_from_outside_come_first():
    page = "<!-- saved from url=(0022)https://saved.example/ -->" + PAGE
    found = [
        c.value for c in read(page, "https://dropped.example/a").candidates if c.field == "url"
    ]
    assert found[:2] == ["https://dropped.example/a", "https://saved.example/"]


def test_a_selection_is_meant_as_a_whole():
    draft = read(
        "\ufeff<html><body><!--StartFragment--><h3>Half a crane</h3><p>One.</p><p>Two, too short."
        "</p><!--EndFragment--></body></html>"
    )
    assert [(line.hint, line.text) for line in draft.lines] == [
        (Hint.HEADING, "Half a crane"),
        (Hint.PARAGRAPH, "One."),
        (Hint.PARAGRAPH, "Two, too short."),
    ]


def test_scripts_and_hidden_code_are_no_text():
    draft = read(
        f"<p>{SAID}</p><template>t</template><svg><title>s</title></svg><noscript>n</noscript>"
    )
    assert [line.text for line in draft.lines] == [SAID, "n"]


# Pages that nobody meant to be read


HOSTILE = {
    "nested 253": "<div>" * 253 + f"<p>{WORDS}",
    "nested 254": "<div>" * 254 + f"<p>{WORDS}",
    "nested 2046": "<div>" * 2_046 + f"<p>{WORDS}",
    "nested 100,000": "<div>" * 100_000 + f"<p>{WORDS}",
    "unclosed tags": f"<p>{WORDS}</p>" + "<a " * 300_000,
    "unclosed quotes": f"<p>{WORDS}</p>" + '<a href="' * 100_000,
    "unclosed comments": f"<p>{WORDS}</p>" + "<!--" * 300_000,
    "attributes": "<p " + " ".join(f'a{n}="x"' for n in range(100_000)) + f">{WORDS}",
    "tables in tables": "<table><tr><td>" * 2_000 + f"<p>{WORDS}",
    "long table": f"<p>{WORDS}</p><table>" + "<tr><td>a<td>b" * 100_000,
    "line breaks": f"<p>{WORDS}</p><p>" + "x<br>" * 100_000,
    "marks": f"<p>{WORDS}</p><p>" + "<em>x</em><br>" * 50_000,
    "figures": f"<p>{WORDS}</p>"
    + "<figure><img src=x><figcaption>c</figcaption></figure>" * 10_000,
    "marked items": f"<p>{WORDS}</p>" + "<i itemprop=author>" * 6_000,
    "deep pictures": f"<p>{WORDS}</p>" + "<img src=x><article>" * 6_000,
    "links in links": "<a href='/x'>x" * 30_000 + f"<p>{WORDS}",
    "long word": f"<p>{WORDS}</p><p>" + "w" * 11_000_000,
    "lists": "<ul><li>" * 1_000 + f"x<p>{WORDS}",
    "plaintext": f"<plaintext>{WORDS}",
    "textarea": f"<textarea>{WORDS}",
    "noscript": f"<noscript><p>{WORDS}</p></noscript>",
    "deep data": "<script type='application/ld+json'>" + "[" * 100_000 + f"</script><p>{WORDS}",
    "nuls": f"<p>{WORDS}</p>".replace(" ", " \0"),
    "cdata": f"<?xml version='1.0' encoding='utf-8'?><html><body><p><![CDATA[{WORDS}]]></p></body>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_keep_their_words_and_end_in_time(name):
    start = time.process_time()
    draft = read(HOSTILE[name])
    assert time.process_time() - start < 10
    assert WORDS in " ".join(line.text for line in draft.lines)
    broken = any("without its structure" in note for note in draft.notes)
    assert broken == any(line.hint == Hint.NONE for line in draft.lines)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a&#0;b", ("a�b", "ab")),
        ("a&#xD800;b", ("a�b",)),
        ("a&#x110000;b", ("a�b",)),
        ("a\ud800b", ("a�b",)),
        ("soft&shy;hyphen", ("softhyphen",)),
        ("e&#x301;", ("é",)),
        ("a&nbsp;b", ("a\u00a0b",)),
    ],
)
def test_characters_are_canonical(words, expected):
    (line,) = read(f"<p>{words}</p>").lines
    assert line.text in expected


def test_what_entities_brought_in_and_was_taken_away_is_told():
    assert read("<p>soft&shy;hy&shy;phen</p>").notes == ("2 soft hyphens were removed.",)


def test_dangerous_pictures_are_not_taken():
    draft = read(
        f"<p>{WORDS}</p><img src='file:///etc/passwd' alt=''><img src='data:image/svg+xml,<svg/>'>"
        "<img src='\\\\host\\share\\a.png'>"
    )
    assert draft.images == ()


@pytest.mark.parametrize("markup", ["", " \n", "<!-- x -->", "<p></p>", "<frameset><frame src=x>"])
def test_a_page_without_words_gives_no_lines(markup):
    assert read(markup).lines == ()


PIECES = (
    "<p> </p> <div> </div> <em> </em> <br> <li> <ul> </ul> <td> <table> </table> <figure> <h1> "
    "</h1> <img src=x> <figcaption> <a href=/> </a> <pre> word <span class=credit> </span> <hr>"
)


@given(st.lists(st.sampled_from(re.findall(r"<[^>]*>|\S+", PIECES)), max_size=40))
def test_no_word_is_lost_in_silence(pieces):
    markup = " ".join(pieces)
    draft = read(markup)
    assert "".join(line.text for line in draft.lines).count("word") == markup.count("word")
    for line in draft.lines:
        starts = [mark.span.start for mark in line.marks]
        assert starts == sorted(starts)
        assert all(0 <= m.span.start < m.span.end <= len(line.text) for m in line.marks)


@given(st.binary(max_size=300))
def test_never_raises(data):
    for line in read(data).lines:
        assert line.text.strip()
