"""Pages and articles in containers: inputs 125 to 140."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable, Mapping

from tests.bad_inputs.encodings import GUESSED
from tests.bad_inputs.record import BadInput, C, Expected, K, N, R
from tests.bad_inputs.words import ENGLISH, FIRST, SECOND, SPANISH, story_page
from tests.importers import containers, epub

HEAD = "From: Ana <ana@saltmarsh.example>\nTo: b@example.org\nSubject: The Night Bell\n\
MIME-Version: 1.0\n"
TIME = (2024, 5, 17, 9, 30, 0)
MIXED = 'Content-Type: multipart/mixed; boundary="b"\n\n'


def _mail(
    number: int,
    name: str,
    make: Callable[[], str],
    expected: Expected = K,
    keeps: tuple[str, ...] = (FIRST,),
    says: str = "",
    never: tuple[str, ...] = (),
) -> BadInput:
    return BadInput(
        number, name, f"{name}.eml", lambda: make().encode(), expected, keeps, never, says
    )


def _nested() -> str:
    heads = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(1_000)
    )
    return f"{HEAD}{heads}Content-Type: text/plain\n\n{ENGLISH}"


def _zip(
    parts: Mapping[str, bytes], change: Callable[[zipfile.ZipInfo], None] | None = None
) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            info = zipfile.ZipInfo("x", TIME)
            info.filename = name  # its maker would make the name harmless
            info.compress_type = zipfile.ZIP_DEFLATED
            if change:
                change(info)
            package.writestr(info, data)
    return made.getvalue()


def _bomb() -> bytes:
    """A book one chapter of which unfolds to 512 MB."""
    parts = {
        name: data.encode() if isinstance(data, str) else data for name, data in epub.FILES.items()
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, TIME), data)
        info = zipfile.ZipInfo("OEBPS/Text/lost.xhtml", TIME)
        info.compress_type = zipfile.ZIP_DEFLATED
        with package.open(info, "w", force_zip64=True) as part:
            for _ in range(512):
                part.write(b" " * (1 << 20))
    return made.getvalue()


def _wandering() -> bytes:
    names = ("../up.txt", "/absolute.txt", "C:\\drive.txt", "back\\slash.txt", "fine.txt")
    return _zip({name: f"{name}\n\n{SPANISH if n % 2 else ENGLISH}\n{name * n}".encode()
                 for n, name in enumerate(names)})  # fmt: skip


def _link(info: zipfile.ZipInfo) -> None:
    info.create_system = 3
    info.external_attr = 0o120777 << 16


def _encrypted() -> bytes:
    """A zip whose parts say that they are locked."""
    made = bytearray(_zip({"locked.txt": ENGLISH.encode()}))
    made[6] |= 1
    made[made.index(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


def _overlapping() -> bytes:
    """A zip in which 2,000 names all mean the same bytes."""
    one = _zip({"00000.txt": ENGLISH.encode() * 400})
    start = one.index(b"PK\x01\x02")
    entry = one[start : one.index(b"PK\x05\x06")]
    many = 2_000
    listed = b"".join(entry.replace(b"00000.txt", f"{n:05}.txt".encode()) for n in range(many))
    end = bytearray(one[one.index(b"PK\x05\x06") :])
    end[8:10] = end[10:12] = many.to_bytes(2, "little")
    end[12:16] = len(listed).to_bytes(4, "little")
    return one[:start] + listed + bytes(end)


def _twice() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(zipfile.ZipInfo("bell.txt", TIME), ENGLISH)
        with warnings.catch_warnings(action="ignore"):  # that the name is there twice
            package.writestr(zipfile.ZipInfo("bell.txt", TIME), SPANISH)
    return made.getvalue()


INPUTS = (
    BadInput(
        125,
        "mhtml_of_chrome",
        "mhtml_of_chrome.mhtml",
        lambda: containers.mhtml(story_page()),
        K,
        (FIRST, SECOND),
    ),
    BadInput(
        126,
        "mhtml_without_end",
        "mhtml_without_end.mhtml",
        lambda: containers.mhtml(story_page()).replace(b"----MultipartBoundary--x------", b""),
        K,
        (FIRST, SECOND),
    ),
    _mail(127, "multipart_1000_deep", _nested, R, (), "nested too deep"),
    _mail(128, "headers_200k", lambda: HEAD + "X-A: b\n" * 200_000 + f"\n{ENGLISH}", K),
    _mail(
        129,
        "header_injection",
        lambda: (
            HEAD.replace("The Night Bell", "=?utf-8?q?The_Night_Bell=0D=0ABcc:_evil@evil.example?=")
            + f"\n{ENGLISH}"
        ),
        K,
    ),
    BadInput(
        130,
        "location_goes_up",
        "location_goes_up.mhtml",
        lambda: containers.mhtml(story_page('<img src="../../../../etc/passwd">')).replace(
            containers.FERRY.encode(), b"../../../../etc/passwd"
        ),
        K,
        (FIRST, SECOND),
    ),
    _mail(
        131,
        "quoted_printable_broken",
        lambda: (
            f"{HEAD}Content-Transfer-Encoding: quoted-printable\n\n"
            f"{ENGLISH}\nA sign =E9 =4 =\nbroken =ZZ off ="
        ),
        N,
        (FIRST, "broken"),
        GUESSED,
    ),
    _mail(
        132,
        "base64_garbage",
        lambda: (
            f"{HEAD}{MIXED}--b\nContent-Type: text/plain\n\n{ENGLISH}\n"
            "--b\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!???\n--b--\n"
        ),
        K,
    ),
    BadInput(
        133,
        "part_id_twice",
        "part_id_twice.mhtml",
        lambda: containers.mhtml(story_page()).replace(
            b"cid:css-1@mhtml.blink", containers.FERRY.encode()
        ),
        K,
        (FIRST, SECOND),
    ),
    BadInput(
        134,
        "zip_bomb",
        "zip_bomb.epub",
        _bomb,
        C,
        says="too large once it is unpacked",
        is_long=True,
    ),
    BadInput(135, "zip_of_wandering_names", "zip_of_wandering_names.zip", _wandering, K),
    BadInput(
        136,
        "zip_with_a_link",
        "zip_with_a_link.zip",
        lambda: _zip({"link.txt": b"/etc/passwd"}, _link),
        R,
        says="nothing in",
        never=("root:",),
    ),
    BadInput(137, "zip_of_names_twice", "zip_of_names_twice.zip", _twice, K),
    BadInput(138, "zip_encrypted", "zip_encrypted.zip", _encrypted, R, says="password"),
    BadInput(139, "zip_overlapping", "zip_overlapping.zip", _overlapping, C),
    BadInput(
        140,
        "plist_1m_deep",
        "plist_1m_deep.webarchive",
        lambda: b'<?xml version="1.0"?><plist>' + b"<array>" * 1_000_000,
        R,
    ),
)
"""In the order of their numbers."""
