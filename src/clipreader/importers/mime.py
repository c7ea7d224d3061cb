"""Takes apart what mail programs and browsers join in MIME (RFC 2045 to 2047, RFC 2557).

The parts are found by their borders in the bytes as they are, so that a file costs what its length
says, however its parts are nested. What else was tried: the standard library's own reader of
whole messages looks at each line once for every part around it, and goes one call deeper for
each, so that a small file can keep it busy for minutes, and some headers make it raise what it
does not promise; here it decodes the words of headers only.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.header import decode_header

from clipreader.importers.page.pictures import is_picture
from clipreader.importers.page.saved import key_of
from clipreader.model import UnreadableSource
from clipreader.text.encodings import decode

DEEPEST = 20
"""Parts in parts in parts that are looked into."""

MOST_PARTS = 5_000
"""Parts that one file may have; a large saved page has some hundreds."""

LONGEST_HEADERS = 256_000
"""Bytes of headers that are read of a part; what more of them there are is passed over."""

_HEADER = re.compile(r"^([!-9;-~]{1,80}):(.*(?:\n[ \t].*)*)", re.MULTILINE)
_KIND = re.compile(r"\s*([\w.+-]+/[\w.+-]+)\s*(?:;|\Z)")
_PARAMETER = r""";\s*{name}\s*=\s*(?:"([^"]*)"|([^\s;"]+))"""
_LONGEST_KIND = 2_000
_MORE_HEADERS = re.compile(rb"(?:[!-9;-~]{1,80}:[^\n]*\n|[ \t]+[^\s][^\n]*\n)*\r?\n?")
_BLANK = re.compile(rb"\n\r?\n")
_LINE_END = re.compile(rb"[ \t]*(?:\r?\n|\Z)")
_NOT_CODED = re.compile(rb"[^A-Za-z0-9+/]")


@dataclass(frozen=True, slots=True)
class Entity:
    """A message or a part of one: what its headers say, and its bytes or its parts.

    ``headers`` are by their names in lower case, each as it was first written; ``kind`` is its
    media type in lower case, ``content`` its bytes as they were before they were coded for the
    mail; empty where there are ``parts``.
    """

    headers: Mapping[str, str]
    kind: str
    content: bytes = b""
    parts: tuple[Entity, ...] = field(default=())

    @property
    def encoding(self) -> str | None:
        """Return what the part calls the encoding of its text, or None."""
        return self.parameter("charset") or None

    @property
    def is_attached(self) -> bool:
        """Say whether the part is a file beside the message and no part of what is read."""
        told = self.headers.get("content-disposition", "")
        return told.strip().lower().startswith("attachment")

    def parameter(self, name: str) -> str:
        """Return what the kind's header says of itself by a name; empty if it does not."""
        kind = self.headers.get("content-type", "")[:_LONGEST_KIND]
        found = re.search(_PARAMETER.format(name=name), kind, re.IGNORECASE)
        return (found[1] or found[2] or "").strip() if found else ""

    def address(self, name: str) -> str:
        """Return the address that a header names, its line breaks mended; empty if none."""
        return "".join(self.words(name).split()).strip("<>")

    def words(self, name: str) -> str:
        """Return the words of a header, decoded; empty if it is not there."""
        return words_in(self.headers.get(name, ""))

    def leaves(self) -> Iterator[Entity]:
        """Yield the parts that have no parts, in order; of one without parts itself."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


def read_message(data: bytes, name: str) -> Entity:
    """Take a message apart. Raises UnreadableSource if there are too many parts or too deep."""
    return _Taken(data, name).entity(0, len(data), 0)


@dataclass(slots=True)
class _Taken:
    """The bytes that are taken apart, and how many parts there were."""

    data: bytes
    name: str
    count: int = 0

    def entity(self, start: int, end: int, depth: int) -> Entity:
        """Return what stands between two places."""
        self.count += 1
        if depth > DEEPEST:
            raise UnreadableSource(f"“{self.name}” is nested too deep to be read.")
        if self.count > MOST_PARTS:
            raise UnreadableSource(f"“{self.name}” has too many parts to be one article.")
        headers, start = self._headers(start, end)
        found = _KIND.match(headers.get("content-type", "")[:_LONGEST_KIND])
        kind = found[1].lower() if found else "text/plain"
        if kind == "message/rfc822":
            return Entity(headers, kind, parts=(self.entity(start, end, depth + 1),))
        boundary = Entity(headers, kind).parameter("boundary")
        if boundary and kind.startswith("multipart/"):
            border = b"--" + boundary.encode("utf-8", "replace")
            inside = self._between(border, start, end)
            parts = tuple(self.entity(*place, depth + 1) for place in inside)
            if parts:
                return Entity(headers, kind, parts=parts)
            kind = "text/plain"  # cut or edited: its words are there without any border
        coded = headers.get("content-transfer-encoding", "").strip().lower()
        return Entity(headers, kind, decoded(self.data[start:end], coded))

    def _headers(self, start: int, end: int) -> tuple[dict[str, str], int]:
        """Return the headers of a part and where what they speak of begins."""
        head = self.data[start : min(end, start + LONGEST_HEADERS)]
        if head.startswith((b"\n", b"\r\n")):
            return {}, start + head.index(b"\n") + 1
        blank = _BLANK.search(head)
        if blank is None and start + len(head) < end:
            head = head[: head.rfind(b"\n") + 1]
            more = _MORE_HEADERS.match(self.data, start + len(head), end)
            return headers_of(head), more.end() if more else start + len(head)
        end = start + (blank.end() if blank else len(head))
        return headers_of(head[: blank.start() if blank else len(head)]), end

    def _between(self, border: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where the parts between the borders begin and end; a cut file's last one, too."""
        begin: int | None = None
        place = start
        while (found := self.data.find(border, place, end)) >= 0:
            place = after = found + len(border)
            closes = self.data[after : after + 2] == b"--"
            line = _LINE_END.match(self.data, after + 2 * closes, end)
            if line is None or (found > start and self.data[found - 1] != 10):
                continue
            if begin is not None:
                yield begin, max(begin, found - 1 - (self.data[found - 2 : found - 1] == b"\r"))
            begin, place = line.end(), line.end()
            if closes:
                return
        if begin is not None:
            yield begin, end


def headers_of(data: bytes) -> dict[str, str]:
    """Return the headers that some bytes hold, each as it first stands there. Never raises."""
    try:
        told = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        told = data.decode("cp1252", "replace")
    headers: dict[str, str] = {}
    for name, value in _HEADER.findall(told.replace("\r\n", "\n")):
        headers.setdefault(name.lower(), value)
    return headers


def pictures_of(parts: Iterable[Entity], page: str = "") -> dict[str, bytes]:
    """Return the pictures among some parts by the addresses that a page calls them by.

    ``page`` is the page's own address: a picture below it may be called by the rest of its way.
    """
    folder = key_of(page).rpartition("/")[0] + "/"
    found: dict[str, bytes] = {}
    for part in parts:
        if not is_picture(part.content):
            continue
        if location := part.address("content-location"):
            whole = key_of(location, page)
            for key in (whole, key_of(location), whole.removeprefix(folder)):
                found.setdefault(key, part.content)
        if name := part.address("content-id"):
            found.setdefault(key_of(f"cid:{name}"), part.content)
    return found


def words_in(value: str) -> str:
    """Return the words of a header's value, decoded (RFC 2047). Never raises."""
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):
        pieces = [(value, None)]
    return " ".join("".join(_piece(one, name) for one, name in pieces).split())


def _piece(words: str | bytes, encoding: str | None) -> str:
    if isinstance(words, str):
        return words
    if encoding is None:  # what stands between coded words
        return words.decode("raw-unicode-escape", "replace")
    return decode(words, encoding).text


def decoded(data: bytes, coded: str) -> bytes:
    """Return bytes as they were before they were coded for the mail. Never raises.

    ``coded`` is the Content-Transfer-Encoding, in lower case; what is none stays as it is.
    """
    if coded == "quoted-printable":
        return quopri.decodestring(data)
    if coded != "base64":
        return data
    try:
        return base64.b64decode(data)
    except (binascii.Error, ValueError):
        whole = _NOT_CODED.sub(b"", data.partition(b"=")[0])
        return base64.b64decode(whole[: len(whole) // 4 * 4])
