"""``inspect`` tells what is recognised and leaves no trace."""

from __future__ import annotations

import io
import sys

from clipreader.operations import parsing
from tests.commands.conftest import CRANE, FERRY
from tests.importers.documents.printing import column, pdf
from tests.operations import misbehaving


def test_file_is_told_as_json(ask, files, folder):
    told = ask("inspect", files[0])
    assert told.code == 0
    found = told.json
    assert (found["file"], found["media_type"]) == ("ferry.txt", "text/plain")
    assert (found["published"], found["place"]) == ("2024-07-04", "Harbour Town")
    assert (found["translators"], found["translated_from"]) == (["Ana Reyes"], "es")
    captions = [block for block in found["blocks"] if block["role"] == "caption"]
    assert [one["credit"] for one in captions] == ["Harbour Authority", "L. Moreau"]
    assert all(0 <= block["confidence"] <= 1 and block["why"] for block in found["blocks"])
    assert not folder.exists()


def test_the_day_that_is_meant_is_a_hint(ask, tmp_path):
    path = tmp_path / "ferry.txt"
    text = "Harbour Town, 4 July 2024 (Reuters) — The ferry sails this Friday, said the port. " * 2
    path.write_text(f"Night Ferry Returns to the Harbour Town\n\n{text}", encoding="utf-8")
    told = ask("inspect", path).json
    assert told["published"] == "2024-07-04"
    assert told["probable_days"][0] == {
        "text": "this Friday",
        "day": "2024-07-05",
        "counted_from": "2024-07-04",
    }


def test_every_character_is_in_a_block(ask, files):
    found = ask("inspect", files[1]).json
    words = "".join(block["text"] + (block.get("credit") or "") for block in found["blocks"])
    assert sorted(words.replace(" ", "")) == sorted("".join(CRANE.split()))


def test_standard_input_is_read(ask, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FERRY.encode())))
    found = ask("inspect", "-").json
    assert found["file"] == "standard input"
    assert found["headline"].startswith("Night Ferry")


def test_what_cannot_be_read_is_one_sentence(ask, tmp_path):
    told = ask("inspect", tmp_path / "nothing.txt")
    assert (told.code, told.out) == (1, "")
    assert told.err == "“nothing.txt” does not exist.\n"


def test_a_pdf_is_read(ask, tmp_path):
    path = tmp_path / "ferry.pdf"
    path.write_bytes(pdf([column(["The night ferry keeps its lamp lit, and nobody knows why."])]))
    assert ask("inspect", path).json["blocks"][0]["text"].startswith("The night ferry")


def test_a_file_that_crashes_its_reader_is_one_sentence(ask, monkeypatch, tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text("crash")
    monkeypatch.setattr(parsing, "may_crash", lambda source: True)
    monkeypatch.setattr(parsing, "read_article", misbehaving.read)
    told = ask("inspect", path)
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith("“ferry.txt” could not be read")
    assert told.err.count("\n") == 1
