"""What kind of input some bytes are: by what they hold first, by the name second."""

from __future__ import annotations

import re
from pathlib import PurePath

from clipreader.importers import link, open_document, pdf, rich_text, word_document
from clipreader.importers.containers import container_type
from clipreader.importers.package import names_in

_BINARY = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"%PDF-", b"PK\x03\x04", b"\x7fELF",
    b"MZ\x90", b"\x1f\x8b", b"Rar!\x1a", b"7z\xbc\xaf", b"OggS", b"ID3\x02", b"ID3\x03",
    b"ID3\x04", b"SQLite format 3\x00", b"\xd0\xcf\x11\xe0", b"BZh91AY", b"\xfd7zXZ",
    b"\x00\x00\x01\x00", b"wOFF\x00\x01", b"wOFFOTTO", b"wOF2\x00\x01", b"wOF2OTTO", b"OTTO\x00",
    b"\xca\xfe\xba\xbe", b"bplist00",
)  # fmt: skip
_ZIP = b"PK\x03\x04"
_OPEN_DOCUMENT = b"mimetype" + open_document.MEDIA_TYPE.encode()
"""How such a package begins: with an uncompressed part that holds its kind."""

_LOST = {".docx": word_document.MEDIA_TYPE, ".odt": open_document.MEDIA_TYPE}
_PDF = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,9}%PDF-\d\.\d")
_RICH_TEXT = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,9}\{\\rtf\d*\s*[\\{]")
_RICH_TEXT_CUT = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,9}\{\\rtf")
"""How rich text begins at the least; a text may begin so as well, and speak of it."""

_PROSE = {"", ".txt", ".text", ".md", ".markdown", ".mdown", ".mkd"}

_RIFF = (b"WEBP", b"WAVE", b"AVI ")
_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_SAMPLE = 8_192
_HTML = re.compile(rb"<!doctype html|<html[\s>]|<body[\s>]|<!--startfragment", re.IGNORECASE)
_TAGS = re.compile(rb"</?(?:p|div|h1|h2|article|figure|span|br|a|ul)\b[^>]*>", re.IGNORECASE)
_HTML_ENDINGS = {".html", ".htm", ".xhtml", ".shtml"}
_MARKDOWN_ENDINGS = {".md", ".markdown", ".mdown", ".mkd"}
_CONTROLS = bytes(range(1, 9)) + bytes(range(14, 27)) + bytes(range(28, 32))


def media_type_of(name: str, data: bytes) -> str | None:
    """Return the media type of an importer, or None for what is no text and no document."""
    sample = data[:_SAMPLE]
    ending = PurePath(name).suffix.lower()
    container = container_type(ending, data)
    if container is not None:
        return container
    document = link.MEDIA_TYPE if link.is_link(ending, data) else _document_type(ending, data)
    if document is not None or is_binary(data):
        return document
    plain = sample.replace(b"\0", b"")
    if ending in _HTML_ENDINGS or _HTML.search(plain[:2_048]):
        return "text/html"
    if ending in _MARKDOWN_ENDINGS:
        return "text/markdown"
    if ending == "" and len(_TAGS.findall(plain)) >= 3 and plain.lstrip().startswith(b"<"):
        return "text/html"
    return "text/plain"


def _document_type(ending: str, data: bytes) -> str | None:
    """Return the media type of a document that is no text, or None.

    A package of which the list of parts is lost is taken for what its name says.
    """
    if data.startswith(_ZIP):
        return _package_type(ending, data)
    if _PDF.match(data):
        return pdf.MEDIA_TYPE
    if (_RICH_TEXT if ending in _PROSE else _RICH_TEXT_CUT).match(data):
        return rich_text.MEDIA_TYPE
    if data.startswith(word_document.OLD_WORD):
        old = any(name in data for name in word_document.OLD_NAMES)
        return word_document.MEDIA_TYPE if old else None
    return None


def _package_type(ending: str, data: bytes) -> str | None:
    names = names_in(data)
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return word_document.MEDIA_TYPE
    if _OPEN_DOCUMENT in data[:_SAMPLE]:
        return open_document.MEDIA_TYPE
    if {"content.xml", "META-INF/manifest.xml"} <= set(names) and ending == ".odt":
        return open_document.MEDIA_TYPE
    return _LOST.get(ending) if not names else None


def is_binary(data: bytes) -> bool:
    """Say whether bytes are no text in any encoding, by the first 8,192 of them."""
    sample = data[:_SAMPLE]
    if sample.startswith(_BOMS):
        return False
    if sample.startswith(_BINARY) or (sample[:4] == b"RIFF" and sample[8:12] in _RIFF):
        return True
    nuls = sample.count(0)
    if nuls > len(sample) * 0.1 and not _looks_wide(sample):
        return True
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > max(8, len(sample) * 0.02) and not nuls > len(sample) * 0.3


def _looks_wide(sample: bytes) -> bool:
    """Say whether the NULs stand as in UTF-16, on every other place."""
    half = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    return abs(even - odd) > 0.35 and min(even, odd) < 0.05
