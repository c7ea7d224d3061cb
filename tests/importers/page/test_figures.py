from __future__ import annotations

import pytest

from clipreader.importers.page.figures import figures_of
from clipreader.importers.page.regions import prose_of, regions_of
from tests.importers.page.pages import WORDS, walked


def figures(markup: str) -> list[tuple[str | None, list[str], list[str]]]:
    walk = walked(f"<body><p>{WORDS}</p>{markup}<p>{WORDS}</p></body>")
    regions = regions_of(walk.blocks, [prose_of(block) for block in walk.blocks])
    return [
        (
            None if one.element is None else one.element.get("src"),
            [walk.blocks[n].text for n in one.captions],
            [walk.blocks[n].text for n in one.credits],
        )
        for one in figures_of(walk, regions)
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><img src=a><figcaption>The quay</figcaption></figure>",
        "<figure><picture><source srcset=b><img src=a></picture><p>The quay</p></figure>",
        "<div class='wp-caption'><img src=a><p class='wp-caption-text'>The quay</p></div>",
        "<div class='foto'><img src=a><p class='pie-de-foto'>The quay</p></div>",
        "<p><img src=a></p><p class='caption'>The quay</p>",
        "<div class='thumbinner'><a><img src=a></a><div class='thumbcaption'>The quay</div></div>",
        "<ul><li class='gallerybox'><div><div class='thumb'><img src=a></div>"
        "<div class='gallerytext'><p>The quay</p></div></div></li></ul>",
        "<div class='image'><img src=a><div><div>The quay</div></div></div>",
        "<div><figure><img src=a></figure><figcaption><span>The quay</span></figcaption></div>",
        "<div class='media'><div><img src=a></div><div class='caption'><p>The quay</p></div></div>",
    ],
)
def test_a_picture_and_its_caption(markup):
    assert figures(markup) == [("a", ["The quay"], [])]


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><img src=a><figcaption>The quay</figcaption><p class='credit'>A. B.</p></figure>",
        "<div class='image'><img src=a><div class='photographer'>A. B.</div>"
        "<div class='caption'>The quay</div></div>",
    ],
)
def test_a_credit_of_its_own(markup):
    assert figures(markup) == [("a", ["The quay"], ["A. B."])]


def test_pictures_of_one_figure_keep_their_own_captions():
    found = figures(
        "<figure><img src=a><p class='caption'>One</p>"
        "<img src=b><p class='caption'>Two</p></figure>"
    )
    assert found == [("a", ["One"], []), ("b", ["Two"], [])]


def test_a_credit_in_pieces_stays_in_one_figure():
    found = figures(
        "<figcaption>The quay <span class=credit>(<div>Photo:</div>A. B.)</span></figcaption>"
    )
    assert found == [(None, ["The quay (", "A. B.)"], ["Photo:"])]


def test_a_caption_whose_picture_is_missing_stays_a_caption():
    assert figures("<figure><figcaption>The quay</figcaption></figure>") == [
        (None, ["The quay"], [])
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<p><img src=a></p><p>Nothing about it</p>",
        "<div class='image'><a href=/x><img src=a><span>Who owns the lighthouse?</span></a></div>",
        f"<div class='photo'><img src=a>{'<p>' + WORDS + '</p>'}<p>{WORDS * 6}</p></div>",
        "<div class='image'><img src=a><p class='author'>Ana Reyes</p></div>",
        "<figure><img src=a></figure><p class='text-caption'>30 May, 14:30</p>",
        "<figure><img src=a><button>Enlarge</button></figure>",
    ],
)
def test_what_is_no_caption(markup):
    assert figures(markup) == [("a", [], [])]


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><figcaption>Audio 03:07 min | 27.04.24 | Rosa Lund</figcaption></figure>",
        "<figure><img src=a.jpg><figcaption>27.04.24 |Rosa Lund</figcaption></figure>",
    ],
)
def test_who_made_a_recording_and_when_is_no_caption(markup):
    assert not any(said or named for _, said, named in figures(markup))


def test_a_credit_before_the_caption_is_told_by_its_words():
    markup = (
        "<figure><img src=a.jpg><span><span>Foto: Rosa Lund, Harbour Press</span></span>"
        "<figcaption><p>The ferry.</p></figcaption></figure>"
    )
    assert figures(markup) == [("a.jpg", ["The ferry."], ["Foto: Rosa Lund, Harbour Press"])]


def test_what_stands_twice_at_a_picture_is_said_once():
    said = "<div>Foto: Rosa Lund</div><div>The quay at dawn</div>"
    markup = f"<figure><img src=a.jpg><div>{said}</div><figcaption>{said}</figcaption></figure>"
    assert figures(markup) == [("a.jpg", ["The quay at dawn"], ["Foto: Rosa Lund"])]


def test_a_label_that_stands_at_every_picture_is_no_caption():
    one = "<div><figure><img src=a.jpg><div>View 3 images</div></figure></div>"
    assert figures(one * 3) == [("a.jpg", [], [])] * 3
    two = one.replace("View 3 images", "The quay") + one
    assert ("a.jpg", ["The quay"], []) in figures(two)


@pytest.mark.parametrize(
    "words",
    [
        "<figcaption><address>By <a rel=author href=/r>Rosa Lund</a></address></figcaption>",
        "<figcaption><time datetime=2024-04-27>27.04.2024, 17:06</time></figcaption>",
        "<div>1 min</div>",
        "<noscript><p>You need a script to see this film.</p></noscript>",
    ],
)
def test_what_is_said_of_article_and_film_is_no_caption(words):
    assert figures(f"<figure><img src=a.jpg>{words}</figure>") == [("a.jpg", [], [])]


def test_an_item_of_a_gallery_is_a_box_of_its_picture():
    item = "<li class='img item'><div><img src={}.jpg></div><span>The {} quay</span></li>"
    markup = "<ul>" + item.format("a", "north") + item.format("b", "south") + "</ul>"
    assert figures(markup) == [
        ("a.jpg", ["The north quay"], []),
        ("b.jpg", ["The south quay"], []),
    ]
    assert figures(markup.replace("img item", "item")) == [("a.jpg", [], []), ("b.jpg", [], [])]


def test_words_beside_a_figcaption_are_a_label_or_the_credit():
    caption = "<figcaption>The ferry at the north quay</figcaption>"
    player = f"<figure><img src=a><div>4:11</div><p>A ferry at night</p>{caption}</figure>"
    assert figures(player) == [("a", ["The ferry at the north quay"], [])]
    footer = f"<figure><img src=a>{caption}<footer>Harbour Press</footer></figure>"
    assert figures(footer) == [("a", ["The ferry at the north quay"], ["Harbour Press"])]
    alone = "<figure><img src=a><p>The quay</p><figcaption>Photo: Rosa Lund</figcaption></figure>"
    assert figures(alone) == [("a", ["The quay"], ["Photo: Rosa Lund"])]


@pytest.mark.parametrize(
    ("box", "found"),
    [
        ("<div><p>Photo: Rosa Lund</p><p class='caption'>The north quay</p></div>", 1),
        ("<div><p>Port Journal</p><p class='caption'>The north quay</p></div>", 0),
        ("<p>Photo: Rosa Lund</p><div><p class='caption'>The north quay</p></div>", 0),
    ],
)
def test_a_credit_in_one_box_with_its_caption(box, found):
    assert figures(box) == [(None, ["The north quay"], ["Photo: Rosa Lund"][:found])]


def test_a_picture_between_its_credit_and_its_caption():
    box = "<div><span>Foto: Rosa Lund</span><img src=a><div>The ferry at the quay</div></div>"
    assert figures(box) == [("a", ["The ferry at the quay"], ["Foto: Rosa Lund"])]
