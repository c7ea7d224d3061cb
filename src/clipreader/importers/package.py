"""A document that is a zip of parts, opened so that no part can cost more than it may.

Word's and OpenDocument's files are such packages (ECMA-376 part 2; OpenDocument 1.3 part 2). What a
zip says of its sizes is never trusted: bytes are counted while they are unpacked. XML is read
without entities, without the network and within libxml2's own limits of depth and length.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import stat
import struct
import zipfile
import zlib
from typing import TypeAlias, cast

from lxml import etree

from clipreader.model import Source, UnreadableSource

Element: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage]  # lxml has no public name
"""One element of a part's tree."""

LARGEST_PART = 40_000_000
"""Bytes that one part may have when it is unpacked."""

LARGEST_PICTURE = 20_000_000
"""Bytes that a picture may have when it is unpacked."""

_LARGEST_TOGETHER = 160_000_000
_LARGEST_LIST = 1_000_000
"""Bytes of the list of parts, some 10,000 of them."""

_MOST_SIGNS = 4_000_000
"""Tags and attributes of one part: each costs the tree some hundred bytes."""

_BEHIND_LIST = 66_000
_ENCRYPTED = 0x1
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, struct.error),
    *(NotImplementedError, RuntimeError, ValueError, KeyError, OverflowError),
)
"""What the standard library raises on damaged zips, beside its own error."""


def names_in(data: bytes) -> tuple[str, ...]:
    """Return the names in a zip; none if it is damaged or its list is too long. Never raises."""
    if not 0 <= _list_size(data) <= _LARGEST_LIST:
        return ()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            return tuple(opened.namelist())
    except _BROKEN:
        return ()


def _list_size(data: bytes) -> int:
    """Return how many bytes the list of a zip's names has, as the zip says; -1 if it has none."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - _BEHIND_LIST))
    if end < 0 or end + 22 > len(data):
        return -1
    if b"PK\x06\x07" in data[max(0, end - 20) : end]:
        return _LARGEST_LIST + 1  # the larger form, which none but a huge one needs
    (size,) = struct.unpack_from("<I", data, end + 12)
    return int(size)


def local_name(element: Element) -> str:
    """Return an element's name without its namespace: Word's has two, for two forms of one file."""
    name = cast("object", element.tag)  # an entity's is a function
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """Return the value of an attribute by its name without the namespace, or None."""
    plain = element.get(name)
    if plain is not None:
        return plain
    ending = f"}}{name}"
    return next((str(value) for key, value in element.items() if str(key).endswith(ending)), None)


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of a name without its namespace, or None."""
    if element is None:
        return None
    return next((one for one in element if local_name(one) == name), None)


class Package:
    """The parts of one document, whose file has a ``name``. Its methods raise UnreadableSource."""

    def __init__(self, source: Source) -> None:
        self.name = source.name
        self.names = frozenset(names_in(source.data))
        if not self.names:
            if _list_size(source.data) > _LARGEST_LIST:
                raise UnreadableSource(f"“{self.name}” holds too many files to be read at once.")
            raise self.damaged("its list of parts cannot be read")
        self._zip = zipfile.ZipFile(io.BytesIO(source.data))
        self._unpacked = 0

    @property
    def links(self) -> frozenset[str]:
        """Return the names that lead to other places of a disk and hold no words of their own."""
        infos = self._zip.infolist()
        return frozenset(one.filename for one in infos if stat.S_ISLNK(one.external_attr >> 16))

    def part(self, name: str, most: int = LARGEST_PART) -> bytes | None:
        """Return the bytes of a part, or None if there is none of this name."""
        if name not in self.names:
            return None
        info = self._zip.getinfo(name)
        if info.flag_bits & _ENCRYPTED:
            raise self.locked()
        most = min(most, _LARGEST_TOGETHER - self._unpacked)
        try:
            with self._zip.open(info) as opened:
                data = opened.read(most + 1)
        except _BROKEN as error:
            raise self.damaged(f"{name}: {error!r}") from error
        self._unpacked += len(data)
        if len(data) > most:
            raise self.too_large(f"{name} has more than {most:,} bytes")
        return data

    def begin_anew(self) -> None:
        """Let the bytes that were unpacked so far no longer count: another article begins."""
        self._unpacked = 0

    def picture(self, name: str) -> bytes | None:
        """Return a picture, or None if it is missing, damaged or larger than a picture may be."""
        try:
            return self.part(name, LARGEST_PICTURE)
        except UnreadableSource:
            return None

    def tree(self, name: str) -> Element | None:
        """Return the tree of a part, or None if there is none of this name."""
        data = self.part(name)
        if data is None:
            return None
        if data.count(b"<") + data.count(b"=") > _MOST_SIGNS:
            raise self.too_large(f"{name} has too many elements")
        parser = etree.XMLParser(
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            remove_comments=True,
            remove_pis=True,
            collect_ids=False,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.damaged(f"{name}: {error}") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.damaged(f"{name} has a document type, where entities could be declared")
        return root

    def side_tree(self, name: str) -> Element | None:
        """Return the tree of a part that can be done without, or None if it cannot be read."""
        try:
            return self.tree(name)
        except UnreadableSource:
            return None

    def damaged(self, details: str) -> UnreadableSource:
        """Return what to raise where the package is broken."""
        return UnreadableSource(f"“{self.name}” is damaged and cannot be read.", details)

    def locked(self) -> UnreadableSource:
        """Return what to raise where the package is encrypted."""
        words = "is protected by a password: save it without one, and import it again."
        return UnreadableSource(f"“{self.name}” {words}", "encrypted")

    def too_large(self, details: str) -> UnreadableSource:
        """Return what to raise where the package holds more than a document may."""
        return UnreadableSource(f"“{self.name}” is too large once it is unpacked.", details)


def relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Return what a part of an Office package refers to (ECMA-376 part 2, clause 6.5).

    By id, the kind and the name of a part, or an address; none if that cannot be read.
    """
    folder, _, name = part.rpartition("/")
    root = package.side_tree(posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, tuple[str, str]] = {}
    for one in () if root is None else root:
        target = one.get("Target") or ""
        if one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[one.get("Id") or ""] = (one.get("Type") or "", target)
    return found
