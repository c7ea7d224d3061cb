"""A page and its pictures become one file, and come out of it again."""

from __future__ import annotations

import pytest

from clipreader.importers import named_in, packed, packing
from clipreader.importers.mime import read_message
from tests.importers.containers import JPEG, PNG


@pytest.mark.parametrize(
    "data",
    [
        b"<html><p>words\r\n",
        "<html><p>w\u00f6rds".encode("utf-16"),
        b"<html><p>words\n--=_\n--b\n\r\n--",
        bytes(range(256)),
    ],
)
def test_what_is_packed_is_unpacked(data):
    media_type, whole = packed(data, {"a_files/b c.png": PNG, "a_files/ä.jpg": JPEG})
    assert media_type == "multipart/related"
    first, second, third = read_message(whole, "a").leaves()
    assert (first.kind, first.content) == ("text/html", data)
    assert (second.kind, second.content) == ("image/png", PNG)
    assert (third.kind, third.content) == ("image/jpeg", JPEG)
    assert third.address("content-location") == "thismessage:/a_files/%C3%A4.jpg"


def test_the_same_files_give_the_same_bytes_in_any_order():
    one, other = {"a/1": PNG, "a/2": JPEG}, {"a/2": JPEG, "a/1": PNG}
    assert packed(b"page", one) == packed(b"page", other)
    assert packed(b"page", one) != packed(b"page", {"a/1": JPEG, "a/2": PNG})


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('<img src="./a_files/quay.jpg">', "quay.jpg"),
        ("<img src='a_files/quay.jpg' alt='x.y'>", "quay.jpg"),
        ("<img src=a_files/quay.jpg>", "quay.jpg"),
        ("<img src=quay.jpg>", "quay.jpg"),
        ('<img src="a_files/the%20quay(1).jpg">', "the quay(1).jpg"),
        ("<img alt=x src='a_files/quay(1).jpg' width=3>", "quay(1).jpg"),
        ("<img src='a_files/the quay.jpg'>", "the quay.jpg"),
        ('<img src="a_files/l\'été &amp; moi.jpg">', "l'été & moi.jpg"),
        ('<img srcset="a_files/s.jpg 1x, a_files/l.jpg 2x">', "l.jpg"),
        ('<img srcset="s.jpg 1x,l.jpg 2x" src="a_files\\k=v.png">', "k=v.png"),
        ("<p style='background: url(a_files/quay.jpg)'>", "quay.jpg"),
        ('<img src="a_files/50%.jpg">', "50%.jpg"),
    ],
)
def test_names_in_a_page(written, name):
    others = {"other.jpg", "quay", "jpg"}
    assert named_in(written.encode(), {name, *others}) == {name}


def test_names_are_looked_for_in_the_beginning_only(monkeypatch):
    monkeypatch.setattr(packing, "_LOOKED_AT", 10_000)
    names = {"quay.jpg"}
    for piece in (b"a.b ", b"%41.", b"&a.;", b"<a "):
        assert named_in(piece * 2_000 + b'<img src="quay.jpg">', names) == names
        assert named_in(piece * 4_000 + b'<img src="quay.jpg">', names) == frozenset()
    assert named_in(b"", {"a.b"}) == named_in(b"a.b", set()) == frozenset()
