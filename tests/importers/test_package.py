from __future__ import annotations

import io
import struct
import time
import zipfile

import pytest

from clipreader.importers.package import LARGEST_PART, LARGEST_PICTURE, Package, names_in, relations
from clipreader.model import Source, UnreadableSource
from tests.importers.documents.manuscript import zipped

BOMB = (
    '<!DOCTYPE a [<!ENTITY b0 "ha">'
    + "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 12))
    + "]><a>&b11;</a>"
)


def package(parts) -> Package:
    data = parts if isinstance(parts, bytes) else zipped(parts)
    return Package(Source("a.docx", data, "x"))


def test_parts_and_trees():
    opened = package({"a.xml": "<a><b/></a>", "c": b"\x00"})
    assert opened.names == {"a.xml", "c"}
    assert opened.part("c") == b"\x00"
    assert opened.part("missing") is None
    assert opened.tree("missing") is None
    root = opened.tree("a.xml")
    assert root is not None
    assert root.tag == "a"


@pytest.mark.parametrize(
    ("name", "parts", "sentence"),
    [
        ("a", {"a": "<a"}, "is damaged"),
        ("a", {"a": ""}, "is damaged"),
        ("a", {"a": BOMB}, "is damaged"),
        ("a", {"a": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'}, "is damaged"),
        ("a", {"a": "<a>" * 300 + "</a>" * 300}, "is damaged"),
        ("a", {"a": "<a>" + "<b/>" * 4_000_001 + "</a>"}, "is too large"),
        ("a", {"a": bytes(LARGEST_PART + 1)}, "is too large"),
    ],
    ids=["cut", "empty", "entities", "outside", "deep", "many", "long"],
)
def test_a_hostile_part_is_refused_soon(name, parts, sentence):
    opened = package(parts)
    began = time.process_time()
    with pytest.raises(UnreadableSource, match=sentence):
        opened.tree(name)
    assert time.process_time() - began < 2
    assert opened.side_tree(name) is None


def test_nothing_outside_is_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    root = f'<!DOCTYPE a [<!ENTITY s SYSTEM "{secret.as_uri()}">]><a>&s;</a>'
    with pytest.raises(UnreadableSource):
        package({"a": root}).tree("a")


def test_all_parts_together_have_a_limit():
    opened = package({f"{n}": bytes(LARGEST_PICTURE) for n in range(9)})
    pictures = [opened.picture(f"{n}") for n in range(9)]
    assert pictures[0] is not None
    assert pictures[8] is None


def test_a_size_that_lies_is_not_believed():
    data = bytearray(zipped({"a": bytes(1_000_000)}))
    end = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, end + 24, 10)
    with pytest.raises(UnreadableSource):
        package(bytes(data)).tree("a")


def test_an_encrypted_part_asks_for_a_copy_without_password():
    data = bytearray(zipped({"a": "<a/>"}))
    for head, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(head) + at] |= 1
    with pytest.raises(UnreadableSource, match="is protected by a password"):
        package(bytes(data)).tree("a")


def test_a_list_without_end_is_not_read(monkeypatch):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as many:
        for number in range(20_000):
            many.writestr(f"{number:06}", b"")
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_: pytest.fail("the list was read"))
    assert names_in(written.getvalue()) == ()
    with pytest.raises(UnreadableSource, match="holds too many files to be read at once"):
        Package(Source("many.zip", written.getvalue(), ""))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"x" * 99])
def test_what_is_no_zip_has_no_parts(data):
    assert names_in(data) == ()
    with pytest.raises(UnreadableSource, match="is damaged"):
        package(data)


def test_relations_name_parts_from_the_root():
    root = (
        '<R><R Id="a" Type="t" Target="media/x.png"/><R Id="b" Type="t" Target="../y"/>'
        '<R Id="c" Type="t" Target="/z"/><R Id="d" Type="t" Target="../../../w"/>'
        '<R Id="e" Type="t" Target="https://e.example" TargetMode="External"/></R>'
    )
    opened = package({"word/_rels/document.xml.rels": root})
    found = {key: name for key, (_, name) in relations(opened, "word/document.xml").items()}
    assert found == {
        "a": "word/media/x.png",
        "b": "y",
        "c": "z",
        "d": "w",
        "e": "https://e.example",
    }
