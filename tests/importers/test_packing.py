"""A page and its pictures become one file, and come out of it again."""

from __future__ import annotations

import pytest

from clipreader.importers import packed
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
