"""A file is read once, if it is one; everything else gets one sentence."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader.model import Source, UnreadableSource
from clipreader.operations import parsing, whole_file
from clipreader.operations.parsing import read_article, source_from_path
from clipreader.operations.whole_file import LARGEST_FILE
from tests.operations.conftest import FERRY, PAGE

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def fifo(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def loop(path: Path) -> None:
    path.symlink_to(path)


def forbidden(path: Path) -> None:
    path.write_text(FERRY)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("permissions do not bind this person")


def written(data: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(data) and None


REFUSED = [
    ("empty", written(b""), "is empty"),
    ("a folder", Path.mkdir, "is a folder"),
    ("nothing", lambda _: None, "does not exist"),
    ("a picture", written(b"\x89PNG\r\n\x1a\n" + bytes(99)), "like a text and holds none"),
    ("noise", written(bytes(range(256)) * 40), "like a text and holds none"),
    pytest.param("a pipe", fifo, "not a file that can be read", marks=posix_only),
    pytest.param("a device", device, "not a file that can be read", marks=posix_only),
    pytest.param("a loop", loop, "leads in a circle", marks=posix_only),
    pytest.param("a secret", forbidden, "is not allowed", marks=posix_only),
]


@pytest.mark.parametrize(("name", "make", "told"), REFUSED)
def test_what_is_no_file_of_text_is_refused(
    tmp_path: Path, name: str, make: Callable[[Path], None], told: str
) -> None:
    path = tmp_path / f"{name}.txt"
    make(path)
    began = time.monotonic()
    with pytest.raises(UnreadableSource, match=told) as refused:
        source_from_path(path)
    assert time.monotonic() - began < 1
    assert str(refused.value).startswith(f"“{name}.txt” ")
    assert str(refused.value).endswith(".")


def test_a_name_that_no_file_can_have_is_refused() -> None:
    for path in (Path("a\0b.txt"), Path("x" * 5000 + ".txt")):
        with pytest.raises(UnreadableSource):
            source_from_path(path)


def test_too_large_a_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(UnreadableSource, match="64 megabytes"):
        source_from_path(path)


def test_a_file_that_grows_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.txt"
    path.write_text(FERRY)
    read = os.read

    def growing(handle: int, size: int) -> bytes:
        with path.open("a") as file:
            file.write("more\n")
        return read(handle, 40)

    monkeypatch.setattr(whole_file, "LARGEST_FILE", 10_000)
    monkeypatch.setattr(os, "read", growing)
    with pytest.raises(UnreadableSource):
        source_from_path(path)


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.txt", FERRY.encode(), "text/plain"),
        ("a.html", PAGE.encode(), "text/html"),
        ("a.md", b"# Headline\n\nWords.", "text/markdown"),
        ("no ending", FERRY.encode("utf-16"), "text/plain"),
    ],
)
def test_the_bytes_are_those_of_the_file(
    tmp_path: Path, name: str, data: bytes, media_type: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    source = source_from_path(path)
    assert (source.name, source.data, source.media_type) == (name, data, media_type)
    assert source.path == str(path)
    assert source.received is not None
    assert source.received.utcoffset() is not None


@posix_only
def test_a_name_that_is_no_text_is_shown_with_marks(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\nname.txt"))
    path.write_text(FERRY)
    source = source_from_path(path)
    assert source.name == "\ufffd name.txt"
    assert source.path
    assert source.path.encode()


def test_an_article_remembers_its_bytes() -> None:
    source = Source("pasted text", FERRY.encode(), "text/plain")
    reading = read_article(source)
    assert reading.article.source_hash == source.sha256
    assert "ramp came up" in reading.article.text
    assert reading.draft.lines[0].text == reading.article.quote(reading.article.blocks[0].span)
    assert reading.seconds > 0
    assert read_article(source).article.id != reading.article.id


@pytest.mark.parametrize("error", [RecursionError("too deep"), MemoryError()])
def test_a_parser_at_its_limits_refuses_the_file(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def limited(_: Source) -> None:
        raise error

    monkeypatch.setattr(parsing.importers, "read", limited)
    with pytest.raises(UnreadableSource, match=r"a\.txt") as refused:
        read_article(Source("a.txt", b"words", "text/plain"))
    assert refused.value.__cause__ is error


@pytest.mark.parametrize("words", ["", " \n\t\n", "\ufeff"])
def test_what_holds_no_words_is_refused(words: str) -> None:
    with pytest.raises(UnreadableSource):
        read_article(Source("a.txt", words.encode(), "text/plain"))


def test_too_long_a_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "LONGEST_TEXT", 100)
    with pytest.raises(UnreadableSource, match="too long"):
        read_article(Source("a.txt", FERRY.encode(), "text/plain"))
    monkeypatch.setattr(parsing, "LARGEST_FILE", 100)
    with pytest.raises(UnreadableSource, match="too large"):
        read_article(Source("a.txt", FERRY.encode(), "text/plain"))


@given(st.binary(max_size=400), st.sampled_from(["text/plain", "text/html", "text/markdown"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_an_article_or_a_sentence(data: bytes, media_type: str) -> None:
    try:
        article = read_article(Source("any", data, media_type)).article
    except UnreadableSource as refused:
        assert str(refused).endswith(".")
    else:
        assert article.blocks[0].span.start == 0
        assert article.blocks[-1].span.end == len(article.text)
        article.text.encode()


@pytest.mark.parametrize(
    ("data", "media_type", "is_text", "kind"),
    [
        (b"The night ferry", "text/plain", True, "Plain text"),
        (b"<p>The night ferry", "text/html", True, "Web page"),
        (b"%PDF-1.4", "application/pdf", False, "PDF"),
        (b"PK\x03\x04", "application/x-unheard-of", False, ""),
        (b"bplist00", "application/x-webarchive", False, "Safari web archive"),
    ],
)
def test_what_an_original_is_called(data: bytes, media_type: str, is_text: bool, kind: str) -> None:
    source = Source("a", data, media_type)
    assert (parsing.is_text(source), parsing.kind_of(source)) == (is_text, kind)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"a line\n" * 250_000, "text/plain"),
        (b"a\n" * 20_000_000, "text/plain"),
        (b"- a\n" * 10_000_000, "text/markdown"),
        (b"<p>a" * 10_000_000, "text/html"),
    ],
)
def test_what_has_too_many_lines_is_refused_soon(data: bytes, media_type: str) -> None:
    began = time.process_time()
    with pytest.raises(UnreadableSource, match="“long” is too long to be one article"):
        read_article(Source("long", data, media_type))
    assert time.process_time() - began < 3
