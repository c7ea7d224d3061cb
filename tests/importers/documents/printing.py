"""Writes PDF files set in Courier, every letter of which is six tenths of its size wide.

Lines with letters that Courier lacks are set in a font whose letters are all as wide as high. It is
not in the file, which only says which letters of Unicode its numbers mean.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
WIDE = 0.6


@dataclass(frozen=True)
class Set:
    """One line where it stands on its page: left edge and base line in points."""

    text: str
    x: float
    y: float
    size: float = 10
    bold: bool = False
    turned: bool = False


@dataclass(frozen=True)
class Placed:
    """A JPEG where it stands on its page: its lower left corner and its sides in points."""

    data: bytes
    x: float
    y: float
    width: float
    height: float


def wrapped(text: str, room: float, size: float, indent: int = 0, hyphens: bool = False):
    """Break a text into lines that fit, at hyphens inside long words if wanted."""
    most = int(room / (size * WIDE))
    lines: list[str] = []
    line = " " * indent
    for word in text.split(" "):
        free = most - len(line) - (1 if line.strip() else 0)
        if line.strip() and len(word) > free:
            if hyphens and len(word) > 7 and free >= 5:
                cut = min(free - 1, len(word) - 3)
                lines.append(f"{line} {word[:cut]}-")
                line = word[cut:]
                continue
            lines.append(line)
            line = word
        else:
            line += (" " if line.strip() else "") + word
    return [*lines, line]


def column(
    paragraphs: Sequence[str],
    *,
    x: float = 60,
    top: float = 700,
    room: float = 480,
    size: float = 10,
    gap: float = 6,
    indent: int = 0,
    hyphens: bool = False,
) -> list[Set]:
    """Paragraphs set one below the other, ``gap`` points apart or the first line indented."""
    made: list[Set] = []
    y = top
    for text in paragraphs:
        for line in wrapped(text, room, size, indent, hyphens):
            blanks = len(line) - len(line.lstrip())
            made.append(Set(line.strip(), x + blanks * size * WIDE, y, size))
            y -= size * 1.2
        y -= gap
    return made


def jpeg(shade: int = 9) -> bytes:
    """Bytes that begin as a JPEG does; PDFium does not look at more."""
    return b"\xff\xd8\xff\xe0" + bytes([shade]) * 200 + b"\xff\xd9"


def pdf(
    pages: Sequence[Sequence[Set]],
    *,
    info: str = "",
    image: bool = False,
    pictures: Sequence[Placed] = (),
) -> bytes:
    """A file of these pages, the first of which has the pictures."""
    objects: list[bytes] = []

    def add(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    add(b"<</Type/Catalog/Pages 2 0 R>>")
    add(b"")
    for name in ("Courier", "Courier-Bold"):
        add(f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode())
    signs = {sign for page in pages for one in page if _is_wide(one.text) for sign in one.text}
    wide = _wide_font(signs, add) if signs else 3
    picture = add(
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
        b"/BitsPerComponent 8/Length 1>>stream\n\x80\nendstream"
    )
    names = [f"/P{number} {add(_jpeg_object(one))} 0 R" for number, one in enumerate(pictures)]
    known = " ".join(names)
    kids: list[int] = []
    for page in pages:
        drawn = b"q 400 0 0 400 60 200 cm /I Do Q\n" if image else b""
        for number, one in enumerate(() if kids else pictures):
            where = f"{one.width} 0 0 {one.height} {one.x} {one.y}"
            drawn += f"q {where} cm /P{number} Do Q\n".encode()
        data = zlib.compress(drawn + b"".join(_drawn(one) for one in page))
        stream = b"<</Length %d/Filter/FlateDecode>>stream\n" % len(data)
        content = add(stream + data + b"\nendstream")
        shown = f"/XObject<</I {picture} 0 R{known}>>"
        kids.append(
            add(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {content} 0 R"
                f"/Resources<</Font<</F0 3 0 R/F1 4 0 R/F2 {wide} 0 R>>{shown}>>>>".encode()
            )
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{listed}]>>".encode()
    about = add(f"<<{info}>>".encode("latin-1"))
    return _file(objects, f"/Root 1 0 R/Info {about} 0 R")


def _jpeg_object(one: Placed) -> bytes:
    return (
        (
            b"<</Type/XObject/Subtype/Image/Width 40/Height 40/ColorSpace/DeviceGray"
            b"/BitsPerComponent 8/Filter/DCTDecode/Length %d>>stream\n" % len(one.data)
        )
        + one.data
        + b"\nendstream"
    )


def _is_wide(text: str) -> bool:
    return any(sign.encode("cp1252", "ignore") == b"" for sign in text)


def _wide_font(signs: Iterable[str], add: Callable[[bytes], int]) -> int:
    """Add a font without shapes and return its number; a letter's number is that of Unicode."""
    pairs = "".join(f"<{ord(sign):04x}> <{ord(sign):04x}>\n" for sign in sorted(signs))
    told = (
        "/CIDInit /ProcSet findresource begin begincmap /CMapName /W def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(set(signs))} beginbfchar\n"
        f"{pairs}endbfchar endcmap end"
    ).encode()
    means = add(b"<</Length %d>>stream\n%s\nendstream" % (len(told), told))
    about = "/FontDescriptor<</Type/FontDescriptor/FontName/Wide/Flags 4/FontBBox[0 0 1000 1000]"
    about += "/ItalicAngle 0/Ascent 900/Descent -100/CapHeight 900/StemV 80>>"
    system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    below = f"<</Type/Font/Subtype/CIDFontType2/BaseFont/Wide{system}/DW 1000{about}>>"
    font = f"<</Type/Font/Subtype/Type0/BaseFont/Wide/Encoding/Identity-H/ToUnicode {means} 0 R"
    return add(f"{font}/DescendantFonts[{add(below.encode())} 0 R]>>".encode())


def _drawn(one: Set) -> bytes:
    way = "0 1 -1 0" if one.turned else "1 0 0 1"
    place = f"{way} {one.x:.2f} {one.y:.2f} Tm"
    if _is_wide(one.text):
        return (
            f"BT /F2 {one.size} Tf {place} <{one.text.encode('utf-16-be').hex()}> Tj ET\n".encode()
        )
    words = one.text.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        words = words.replace(sign, b"\\" + sign)
    face = f"BT /F{int(one.bold)} {one.size} Tf {place} (".encode()
    return face + words + b") Tj ET\n"


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    data = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        data += b"%010d 00000 n \n" % place
    size = len(objects) + 1
    data += f"trailer<</Size {size}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)
