from __future__ import annotations

import pytest

from clipreader.importers.page.markup import read_markup

WINDOWS = """Version:0.9\r\nStartHTML:0000000105\r\nSourceURL:https://a.example/b\r\n<html><body>
<!--StartFragment--><p>é</p><!--EndFragment--></body></html>"""


@pytest.mark.parametrize(
    ("data", "text", "selected", "address"),
    [
        ("<html><p>é".encode(), "<html><p>é", False, None),
        ("\ufeff<p>é".encode(), "<p>é", True, None),
        (WINDOWS.encode(), "<p>é</p>", True, "https://a.example/b"),
        (b"<html><body><!--StartFragment-->x", "x", True, None),
        (
            b"<!DOCTYPE html><!-- saved from url=(0020)https://a.example/ --><p>x",
            "<!DOCTYPE html><!-- saved from url=(0020)https://a.example/ --><p>x",
            False,
            "https://a.example/",
        ),
        (
            b"<html><!--\n Page saved with SingleFile \n url: https://a.example/c \n--><p>x",
            "<html><!--\n Page saved with SingleFile \n url: https://a.example/c \n--><p>x",
            False,
            "https://a.example/c",
        ),
    ],
)
def test_what_is_meant(data, text, selected, address):
    found = read_markup(data)
    assert (found.text, found.selected, found.address) == (text, selected, address)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ('<meta charset="windows-1251"><p>Привет, мир'.encode("cp1251"), "cp1251"),
        (
            "<meta http-equiv=x content='text/html; charset=iso-8859-1'>“é”".encode("cp1252"),
            "cp1252",
        ),
        ("<?xml version='1.0' encoding='euc-jp'?><p>渡し船".encode("euc-jp"), "euc_jp"),
        ('<meta charset="windows-1251"><p>мир'.encode(), "utf-8"),
        ("<p>é".encode("utf-16"), "utf-16-le"),
        ("<html><p>a long enough text é".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_encodings(data, encoding):
    assert read_markup(data).encoding == encoding


def test_cdata_of_xhtml_is_text():
    found = read_markup(b"<?xml version='1.0'?><html><p><![CDATA[1 < 2 & 3]]></p>")
    assert "<p>1 &lt; 2 &amp; 3</p>" in found.text
