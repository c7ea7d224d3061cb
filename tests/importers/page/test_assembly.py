from __future__ import annotations

from base64 import b64encode

from clipreader.importers.page.assembly import assembled
from clipreader.model import Candidate, FieldName, Hint, Line, Role
from tests.importers.page.pages import SAID, WORDS, tree, walked
from tests.importers.page.test_pictures import PNG


def lines(markup: str, *candidates: Candidate, selected: bool = False) -> tuple[Line, ...]:
    walk = walked(markup)
    root = walk.blocks[0].element.getroottree().getroot()
    return assembled(walk, root, candidates, selected).lines


PAGE = f"""<body><div class="top"><p>Menu here</p></div>
<div class="story"><p class="overline">Coasts</p>
<h1>Night Ferry</h1><p>{SAID}</p><p class="autor">Ana Reyes</p><p>3 min read</p>
<div class="text"><p>{WORDS}</p><p>{WORDS}</p><p>{WORDS}</p></div></div>
<p>Imprint and so on</p></body>"""


def test_every_block_becomes_a_line_in_order_and_the_site_speaks_last():
    found = lines(PAGE)
    menu, *rest = [block.text for block in walked(PAGE).blocks]
    assert [line.text for line in found] == [*rest, menu]


def test_the_head_is_told_apart_from_site_and_body():
    found = lines(PAGE, Candidate(FieldName.DECK, SAID, "the page"))
    assert [line.hint for line in found] == [
        Hint.KICKER,
        Hint.TITLE,
        Hint.DECK,
        Hint.BYLINE,
        Hint.FURNITURE,
        *[Hint.PARAGRAPH] * 3,
        Hint.FURNITURE,
        Hint.FURNITURE,
    ]


def test_a_selection_keeps_what_a_page_would_lose():
    found = lines("<p>Short.</p><div><p>One more</p></div>", selected=True)
    assert [line.hint for line in found] == [Hint.PARAGRAPH, Hint.PARAGRAPH]


def test_caption_and_credit_become_one_line():
    (caption, *_rest) = [
        line
        for line in lines(
            f"<p>{WORDS}</p><figure><img src='https://a.example/b.png'><p class='credit'>A. B.</p>"
            f"<figcaption>The <em>quay</em></figcaption></figure><p>{WORDS}</p>"
        )
        if line.hint == Hint.CAPTION
    ]
    assert (caption.text, caption.image) == ("The quay A. B.", "picture-1")
    marked = [(m.role, caption.text[m.span.start : m.span.end]) for m in caption.marks]
    assert marked == [(Role.EMPHASIS, "quay"), (Role.CREDIT, "A. B.")]


def test_a_credit_between_words_of_a_caption_keeps_its_place():
    found = lines(
        f"<p>{WORDS}</p><figcaption>The quay <span class=credit>(<div>Photo:</div>A. B.)</span>"
        f"</figcaption><p>{WORDS}</p>"
    )
    assert [line.text for line in found if line.hint == Hint.CAPTION] == [
        "The quay ( Photo: A. B.)"
    ]


def test_short_lines_beside_the_body_are_not_lost():
    (_, *found) = lines(
        f"<div><h1>Two Meals</h1><h2>Before</h2><p>Eat early</p><p>{WORDS}</p><p>{WORDS}</p></div>"
    )
    assert [line.hint for line in found][1:] == [Hint.PARAGRAPH] * 3


def test_a_page_without_words_has_no_lines():
    walk = walked("<p></p>")
    made = assembled(walk, tree("<p></p>"), (), False)
    assert (made.lines, made.images) == ((), ())


def test_a_date_and_a_name_below_the_headline_are_its_byline():
    page = "<article><h1>Night Ferry</h1>{}<p>{}</p><p>{}</p></article>"
    for box in ("<p>{}</p>", "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>"):
        found = lines(page.format(box.format("27.04.24 | Rosa Lund"), WORDS, WORDS))
        assert [line.hint for line in found][:2] == [Hint.TITLE, Hint.BYLINE]


def test_a_date_below_the_last_paragraph_is_no_paragraph():
    foot = "<p class='last-update'>4 July 2024 (changed on 6 July 2024)</p><p>So it ends.</p>"
    found = lines(f"<article><h1>Ferry</h1><p>{WORDS}</p><p>{WORDS}</p>{foot}</article>")
    told = {line.text[:6]: line.hint for line in found}
    assert told["4 July"] == Hint.TIME
    assert told["So it "] == Hint.PARAGRAPH


PIXELS = f"data:image/png;base64,{b64encode(PNG).decode()}"


def test_a_picture_without_words_belongs_to_the_block_below_it():
    page = f"""<body><article><h1>Night Ferry</h1><p>{WORDS}</p>
    <div><img src="{PIXELS}"></div><p>{SAID} {WORDS}</p>
    <img src="https://norte.example/ferry.jpg"><p>{WORDS}</p></article></body>"""
    found = [(line.text[:5], line.image) for line in lines(page)]
    assert found == [
        ("Night", None),
        (WORDS[:5], None),
        (SAID[:5], "picture-1"),
        (WORDS[:5], None),
    ]


def test_a_list_above_the_first_paragraph_is_the_articles():
    markup = f"<h1>Night Ferry</h1><div><ul><li>One boat</li><li>Two</li></ul>{'<p>' + WORDS}</div>"
    found = [line.hint for line in lines(f"<body>{markup}</body>")]
    assert found == [Hint.TITLE, Hint.LIST_ITEM, Hint.LIST_ITEM, Hint.PARAGRAPH]


def test_readers_comments_longer_than_the_article_are_not_the_article():
    own, others = f"<p>{WORDS}</p>" * 2, f"<p>{WORDS} So I say.</p>" * 9
    markup = f"<h1>Night Ferry</h1><div>{own}</div><ol id='comments'><li>{others}</li></ol>"
    found = [line for line in lines(f"<body>{markup}</body>") if line.hint != Hint.FURNITURE]
    assert [line.text for line in found] == ["Night Ferry", WORDS, WORDS]


def test_the_names_in_a_menu_above_the_headline_are_no_authors():
    linked = '<a href="/writer/{}">{}</a>'
    menu = f"<nav><ul><li>The old bridge {linked.format('tom-hale', 'Tom Hale')}</li></ul></nav>"
    by = f"<p>{linked.format('ana-reyes', 'Ana Reyes')}</p>"
    walk = walked(f"<body>{menu}<h1>Night Ferry</h1>{by}<div>{f'<p>{WORDS}</p>' * 3}</div></body>")
    root = walk.blocks[0].element.getroottree().getroot()
    found = assembled(walk, root, (), False).candidates
    assert [one.value for one in found] == [("Ana Reyes",)]
