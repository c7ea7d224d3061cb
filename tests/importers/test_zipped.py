"""Which files of a zip are articles, and what comes out of it with them."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader import importers
from clipreader.importers.zipped import Zip
from clipreader.model import Source, UnreadableSource
from tests.importers import containers
from tests.importers.containers import JPEG, PNG
from tests.importers.mutation import mutated

TEXT = b"Two Shipyards Share One Crane\n\nThe second yard keeps the key."
PAGE = containers.page("./Night Ferry_files/ferry.png", "Night%20Ferry_files/quay.jpg").encode()
FILES = {
    "press/": b"",
    "press/b.txt": TEXT,
    "press/Night Ferry.html": PAGE,
    "press/Night Ferry_files/ferry.png": PNG,
    "press/Night Ferry_files/quay.jpg": JPEG,
    "press/Night Ferry_files/other.png": PNG,
    "press/Night Ferry_files/frame.html": b"<html><p>An advertisement",
    "press/Night Ferry_files/deep/frame.html": b"<html><p>An advertisement",
    "press/a.MHTML": containers.mhtml(),
    "press/noise.txt": bytes(range(256)) * 40,
    "press/nothing.md": b"",
    "press/film.mp4": b"film",
    ".hidden/a.txt": TEXT,
    "__MACOSX/press/._b.txt": b"\0\5",
    "other_files/c.txt": TEXT,
}


def zipped(files: Mapping[str, bytes]) -> Source:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files.items():
            opened.writestr(name, data)
    return Source("press.zip", made.getvalue(), "application/zip")


WHOLE = zipped(FILES)


def test_a_link_is_no_article():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        opened.writestr(link, "/etc/hosts")
        opened.writestr("b.txt", TEXT)
    found = Zip(Source("press.zip", made.getvalue(), "application/zip"))
    assert (found.places(), found.strangers()) == (("b.txt",), ("link.txt",))


def test_what_would_be_read_in_a_folder_is_read():
    assert Zip(WHOLE).places() == (
        *("other_files/c.txt", "press/Night Ferry.html", "press/a.MHTML"),
        *("press/b.txt", "press/noise.txt", "press/nothing.md"),
    )
    assert Zip(WHOLE).strangers() == ("film.mp4",)


def test_a_page_comes_with_the_pictures_of_its_folder():
    media_type, data = Zip(WHOLE).take_out("press/Night Ferry.html")
    draft = importers.read(Source("a", data, media_type))
    assert [image.data for image in draft.images] == [PNG, JPEG]
    assert PAGE in data


@pytest.mark.parametrize(
    ("place", "media_type"),
    [("press/b.txt", "text/plain"), ("press/a.MHTML", "multipart/related")],
)
def test_anything_else_comes_as_it_is(place, media_type):
    assert Zip(WHOLE).take_out(place) == (media_type, FILES[place])


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("press/noise.txt", "“noise.txt” is named like a text"),
        ("press/nothing.md", "“nothing.md” is empty"),
        ("../b.txt", "“press.zip” holds no “../b.txt”"),
    ],
)
def test_what_cannot_be_taken_out_is_told(place, told):
    with pytest.raises(UnreadableSource, match=told):
        Zip(WHOLE).take_out(place)


def test_a_bomb_is_told_and_harms_no_other():
    source = zipped({"a.txt": bytes(50_000_000), "b.txt": TEXT, "c.txt": b"word " * 7_000_000})
    opened = Zip(source)
    with pytest.raises(UnreadableSource, match="too large"):
        opened.take_out("a.txt")
    for _ in range(6):
        assert len(opened.take_out("c.txt")[1]) == 35_000_000
    assert opened.take_out("b.txt") == ("text/plain", TEXT)


def test_a_zip_of_nothing_to_read():
    with pytest.raises(UnreadableSource, match=r"There is nothing in “press\.zip”"):
        Zip(zipped({"film.mp4": b"film"})).places()


def test_many_files_take_as_long_as_they_are_many():
    files = {f"{n}.html": b"<html><p>words" for n in range(4_000)}
    files |= {f"{n}_files/{n}.png": PNG for n in range(4_000)}
    began = time.process_time()
    opened = Zip(zipped(files))
    for place in opened.places():
        opened.take_out(place)
    assert time.process_time() - began < 5


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1 << 32), st.integers(1, 40))
def test_any_mutated_zip_gives_its_files_or_a_sentence(seed, changes):
    source = Source("press.zip", mutated(WHOLE.data, seed, changes), "application/zip")
    try:
        opened = Zip(source)
        places = opened.places()
    except UnreadableSource as error:
        assert "press.zip" in str(error)
        return
    for place in places:
        try:
            assert opened.take_out(place)[1]
        except UnreadableSource as error:
            assert str(error)
