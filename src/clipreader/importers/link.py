"""An address alone: a shortcut that a system or a browser made, or a link that was dropped.

Windows keeps a link as ``.url`` (an INI file with ``[InternetShortcut]``), macOS as ``.webloc`` (a
property list), other desktops as ``.desktop`` with ``Type=Link`` (the Desktop Entry Specification);
what is dropped or pasted is a list of one address (RFC 2483), its title in a comment above it. What
becomes of it is a stub: a headline, and the address. Nothing is fetched here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from clipreader.importers.property_list import MARK, list_in, text_of
from clipreader.model import (
    Candidate,
    Draft,
    FieldName,
    Hint,
    Line,
    Part,
    Role,
    Source,
    Span,
    UnreadableSource,
)
from clipreader.text.addresses import LINK, LONGEST_ADDRESS, readable, web_address
from clipreader.text.encodings import decode
from clipreader.text.normal import canonical

MEDIA_TYPE = LINK
"""What every link is kept under, the shortcuts of systems as well."""

ENDINGS = (".url", ".webloc", ".desktop")
"""The endings of shortcuts."""

NOT_FETCHED = "Only the address is kept: the page was not fetched."
"""What is said of a stub."""

_ORIGIN = "the link"
_LONGEST_TITLE = 300
_SAMPLE = 16_384
_SECTION = re.compile(rb"\s*\[[^\]\r\n]{1,80}\]\s*[\r\n]")
_SHORTCUT = re.compile(rb"^\[(?:InternetShortcut|Desktop Entry)\]\s*?$", re.MULTILINE)
_SECTIONS = ("[InternetShortcut]", "[Desktop Entry]")
_ADDRESS_LINE = re.compile(rb"^URL(?:\[\$e\])?[ \t]*=", re.MULTILINE | re.IGNORECASE)
_LIST = re.compile(rb"\s*<(?:\?xml|!DOCTYPE plist|plist)[\s>]")
_LIST_KEYS = re.compile(rb"<key>\s*([^<]*?)\s*</key>")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_KEY = re.compile(r"([A-Za-z0-9-]+)(?:\[[^\]]*\])?[ \t]*=(.*)")
_ESCAPED = re.compile(r"\\([\\snrt])")
_ESCAPES = {"s": " ", "n": " ", "r": " ", "t": " ", "\\": "\\"}
_PROGRAM = "“{name}” starts a program and is no link to a page."
_NO_ADDRESS = "“{name}” holds no address of a web page."


@dataclass(frozen=True, slots=True)
class _Link:
    """What a shortcut says, as it stands there."""

    address: str
    title: str = ""
    encoding: str = "utf-8"
    certainty: float = 1.0


def is_link(ending: str, data: bytes) -> bool:
    """Say whether some bytes are a shortcut; ``ending`` is the name's, in lower case."""
    if data.startswith(MARK):
        return ending == ".webloc"
    start = _start(data)
    if _LIST.match(start):
        return ending == ".webloc" or set(_LIST_KEYS.findall(start)) == {b"URL"}
    if _SECTION.match(start) and _SHORTCUT.search(start) and _ADDRESS_LINE.search(start):
        return True
    return ending in ENDINGS or (not ending and _is_address(data, start))


def read(source: Source) -> Draft:
    """Make a stub of a link. Raises UnreadableSource if there is no address of a page in it."""
    found = _found_in(source)
    address = web_address(found.address)
    if address is None:
        raise UnreadableSource(_NO_ADDRESS.format(name=source.name))
    title = _one_line(found.title) or _title_in(source.name) or readable(address)
    link = Part(Role.LINK, Span(0, len(address)), target=address)
    return Draft(
        (
            Line(title, Hint.TITLE),
            Line(address, Hint.ADDRESS, marks=(link,), blank_before=True),
        ),
        media_type=MEDIA_TYPE,
        encoding=found.encoding,
        encoding_certainty=found.certainty,
        candidates=(Candidate(FieldName.URL, address, _ORIGIN, 0.95),),
        notes=(NOT_FETCHED,),
    )


def _found_in(source: Source) -> _Link:
    """Return what a shortcut says. Raises UnreadableSource."""
    if source.data.startswith(MARK):
        return _Link(text_of(list_in(source, _NO_ADDRESS), "URL"))
    start = _start(source.data)
    if _LIST.match(start):
        return _Link(text_of(list_in(source, _NO_ADDRESS), "URL"))
    decoded = decode(source.data)
    lines = [line.strip() for line in decoded.text.splitlines() if line.strip()]
    if _SECTION.match(start):
        keys = _keys_in(lines)
        if keys.get("type", "Link") != "Link":
            raise UnreadableSource(_PROGRAM.format(name=source.name))
        title = _ESCAPED.sub(lambda found: _ESCAPES[found[1]], keys.get("name", ""))
        return _Link(keys.get("url", ""), title, decoded.encoding, decoded.certainty)
    said = [line.removeprefix("#").strip() for line in lines if line.startswith("#")]
    addresses = [line for line in lines if not line.startswith("#")]
    address = addresses[0] if len(addresses) == 1 else ""
    return _Link(address, "".join(said[:1]), decoded.encoding, decoded.certainty)


def _start(data: bytes) -> bytes:
    """Return how some bytes begin, the same in UTF-8 and UTF-16 where it is ASCII."""
    start = data[:_SAMPLE]
    for mark in _BOMS:
        start = start.removeprefix(mark)
    return start.replace(b"\0", b"")


def _is_address(data: bytes, start: bytes) -> bool:
    """Say whether some bytes are nothing but one address of a page."""
    if len(data) > 2 * LONGEST_ADDRESS or start.lstrip()[:4].lower() != b"http":
        return False
    return web_address(decode(data).text) is not None


def _keys_in(lines: Sequence[str]) -> Mapping[str, str]:
    """Return what the section about the link says in an INI file, by its keys in lower case.

    Of a key in several languages, the first counts, which has no language in it.
    """
    keys: dict[str, str] = {}
    is_inside = False
    for line in lines:
        found = _KEY.fullmatch(line)
        if line.startswith("["):
            is_inside = line in _SECTIONS
        elif is_inside and found:
            keys.setdefault(found[1].lower(), found[2].strip())
    return keys


def _title_in(name: str) -> str:
    """Return what the name of a shortcut's file says; nothing for a link that was dropped."""
    place = PurePath(name.rpartition(" › ")[2])
    return _one_line(place.stem) if place.suffix.lower() in ENDINGS else ""


def _one_line(words: str) -> str:
    return " ".join(canonical(words[:_LONGEST_TITLE]).text.split())
