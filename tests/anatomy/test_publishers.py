"""Which medium a text names as its own, and which names it does not."""

from __future__ import annotations

from tests.anatomy.drafts import FIRST, HEADLINE, SECOND, THIRD, read


def test_a_word_that_opens_the_sites_sentence_is_no_publisher() -> None:
    site = "Please keep comments civil, and become a member of the site today."
    other = f"Please come, the director said. {THIRD}"
    assert read(HEADLINE, FIRST, SECOND, other, "Comments", site).metadata.publisher is None


def test_a_persons_name_in_the_sites_words_is_no_publisher() -> None:
    site = "Elena Duarte is a reporter in Harbour Town, and you can support our work today."
    article = read(HEADLINE, "By Elena Duarte", FIRST, SECOND, "About the author", site)
    assert article.metadata.publisher is None


def test_another_articles_headline_is_no_publisher() -> None:
    link = "Harbour Council keeps its lease after a night of counting votes"
    text = f"The Harbour Council met on the quay. {THIRD}"
    assert read(HEADLINE, FIRST, SECOND, text, "Related", link).metadata.publisher is None
