"""Bytes of a page to one clean string of mark-up.

A saved page names its encoding in its first lines and where it came from in a comment; what a
browser puts on the clipboard or into a drop is a fragment between two comments, on Windows below a
header of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from clipreader.text.encodings import decode
from clipreader.text.normal import canonical

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.I
)
_HEADER = re.compile(r"\A\s*Version:\d[^<]{0,2000}(?=<)")
_HEADER_ADDRESS = re.compile(r"^SourceURL:(https?://\S+)", re.MULTILINE)
_SAVED = re.compile(r"<!-- saved from url=\(\d{4}\)(https?://[^\s<>]{1,2000}?)\s*-->")
_SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(https?://[^\s<>]{1,2000})")
_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_WHOLE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_HEAD = 20_000


@dataclass(frozen=True, slots=True)
class Markup:
    """A page as one string in canonical form.

    ``selected`` says that a person cut it out of a page, so that all of it is meant. ``address``
    is where the page says that it was saved from, ``scripted`` says that the article at its end
    stood in a script.
    """

    text: str
    encoding: str
    certainty: float
    notes: tuple[str, ...]
    selected: bool
    address: str | None
    scripted: bool = False


def read_markup(data: bytes, encoding: str | None = None) -> Markup:
    """Return the mark-up of a page or a fragment. Never raises.

    ``encoding`` is what came with the bytes says that it is, which goes before their own word.
    """
    declared = _CHARSET.search(data[:_HEAD].replace(b"\0", b""))
    named = encoding or (declared[1].decode("ascii") if declared else None)
    decoded = decode(data, named)
    form = canonical(decoded.text)
    text, address, cut = _unwrapped(form.text)
    selected = cut or not _WHOLE.search(text[:_HEAD])
    notes = (*decoded.notes, *form.notes)
    return Markup(text, decoded.encoding, decoded.certainty, notes, selected, address)


def _unwrapped(text: str) -> tuple[str, str | None, bool]:
    """Return what was meant of the text, where it came from, and whether it was cut out."""
    address: str | None = None
    head = text[:_HEAD]
    header = _HEADER.match(head)
    if header:
        found = _HEADER_ADDRESS.search(header[0])
        address = found[1] if found else None
        text = text[header.end() :]
    elif saved := _SAVED.search(head) or _SINGLE_FILE.search(head):
        address = saved[1]
    start, end = text.find(_START), text.rfind(_END)
    cut = start >= 0
    if cut:
        text = text[start + len(_START) : end if end > start else len(text)]
    if head.lstrip().startswith("<?xml"):
        text = _CDATA.sub(lambda found: _escaped(found[1]), text)
    return text, address, cut or header is not None


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")
