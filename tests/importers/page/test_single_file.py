"""Pictures that a page shows several times and holds once."""

from __future__ import annotations

import base64
import time

import pytest

from clipreader.importers import web_page
from clipreader.importers.page.single_file import grouped_pictures
from clipreader.model import Source

PNG = b"\x89PNG\r\n\x1a\n" + bytes(300)
ADDRESS = "data:image/png;base64," + base64.b64encode(PNG).decode()
BLANK = "data:image/svg+xml,<svg xmlns=&quot;http://www.w3.org/2000/svg&quot;></svg>"
SHOWN = f"""<img src="{BLANK}" alt="A ferry" style="background-color:rgba(0,0,0,0)!important;\
background-image:var(--sf-img-2)!important;background-size:contain!important">"""
SAID = "The ferry left at twenty past nine, and nobody on the quay said a word about the piano."


@pytest.mark.parametrize(
    ("style", "found"),
    [
        (f'--sf-img-2: url("{ADDRESS}");--sf-img-3:url("{ADDRESS}")', {"--sf-img-2", "--sf-img-3"}),
        (f"--sf-img-2:url({ADDRESS})", {"--sf-img-2"}),
        (f"--sf-img-2: url('{ADDRESS}')", {"--sf-img-2"}),
        ('--sf-img-2: url("data:image/svg+xml;base64,PHN2Zy8+")', set()),
        ("--sf-img-2: url(https://a.example/a.png)", set()),
        (f"--other: url({ADDRESS})", set()),
        ("", set()),
    ],
)
def test_variables(style, found):
    assert grouped_pictures(f"<style>:root{{{style}}}</style>") == dict.fromkeys(found, PNG)


def test_a_picture_that_is_shown_twice_is_there_once_with_both_captions():
    page = f"""<html><head><style>:root{{--sf-img-2:url("{ADDRESS}")}}</style></head><body>
    <h1>Night Ferry</h1><figure>{SHOWN}<figcaption>The ferry leaves</figcaption></figure>
    <p>{SAID} {SAID}</p><figure>{SHOWN}<figcaption>The ferry again</figcaption></figure>
    <p>{SAID} {SAID}</p></body></html>"""
    draft = web_page.read(Source("a.html", page.encode(), "text/html"))
    (image,) = draft.images
    assert (image.data, image.alt) == (PNG, "A ferry")
    captions = {line.text: line.image for line in draft.lines if line.image}
    assert captions == {"The ferry leaves": image.key, "The ferry again": image.key}


def test_many_variables_are_found_in_time():
    began = time.process_time()
    for text in (
        "--sf-img-" * 300_000,
        "--sf-img-1: " * 200_000,
        "--sf-img-1:url(data:image/" * 99_999,
    ):
        assert grouped_pictures(text) == {}
    assert time.process_time() - began < 2
