"""Addresses of one page are one, and those of two pages are not."""

from __future__ import annotations

import pytest

from clipreader.text.same_page import page_of

PAGE = "https://diario.example/2024/ferry?id=7"


@pytest.mark.parametrize(
    "address",
    [
        "http://www.diario.example/2024/ferry/?id=7",
        "https://m.diario.example/2024/ferry/index.html?utm_source=letter&id=7",
        "https://DIARIO.example:443/2024/ferry?id=7&fbclid=abc#comments",
        "https://amp.diario.example/2024/ferry/amp/?id=7",
    ],
)
def test_what_a_newsletter_adds_does_not_count(address: str) -> None:
    assert page_of(address) == page_of(PAGE) != ""


@pytest.mark.parametrize(
    "address",
    [
        "https://diario.example/2024/ferry?id=8",
        "https://diario.example/2024/ferry-2?id=7",
        "https://other.example/2024/ferry?id=7",
        "https://diario.example/2024/ferry?id=7#!/page/2",
    ],
)
def test_another_page_is_another(address: str) -> None:
    assert page_of(address) not in ("", page_of(PAGE))


@pytest.mark.parametrize(
    "address",
    [
        *(None, "", "https://diario.example/", "https://diario.example/index.html?utm_medium=x"),
        *(
            "mailto:a@b.example",
            "ferry.txt",
            "file:///a.html",
            "https://[",
            "https://a:b@c.example/x",
        ),
    ],
)
def test_a_front_page_and_what_is_no_address_are_no_article(address: str | None) -> None:
    assert page_of(address) == ""
