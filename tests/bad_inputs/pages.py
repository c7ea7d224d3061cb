"""Pages: inputs 93 to 124."""

from __future__ import annotations

import base64
import struct
import zlib
from functools import partial

from tests.bad_inputs.record import BadInput, C, Expected, K, N
from tests.bad_inputs.story import written
from tests.bad_inputs.words import FIRST, SECOND, page, story_page

DEEP = "The bell lay at the very bottom of it."
USES = "".join(f'<g id="g{n}">{f"<use href=#g{n - 1} />" * 10}</g>' for n in range(1, 12))
SVG_BOMB = f'<svg xmlns="http://www.w3.org/2000/svg"><g id="g0"><rect/></g>{USES}</svg>'
NO_STRUCTURE = "without its structure"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _huge_picture() -> bytes:
    """A PNG whose head says 60,000 by 60,000 points."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    body = zlib.compress(bytes(240_001))
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")
    )


def _data(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


_page = partial(written, "html")


def _nested(number: int, depth: int, expected: Expected, says: str = "") -> BadInput:
    def make() -> str:
        return page(
            f"<p>{FIRST}</p>{'<div>' * depth}<p>{DEEP}</p>{'</div>' * depth}<p>{SECOND}</p>"
        )

    return _page(number, f"nested_{depth}", make, expected, (FIRST, DEEP, SECOND), says=says)


def _with(number: int, name: str, extra: str, *never: str, head: str = "") -> BadInput:
    """Return the article with mark-up in it of which nothing may be left."""
    told = head or "<title>The Night Bell</title>"
    return _page(number, name, lambda: story_page(extra, told), never=never)


REMOTE = "".join(
    f"<{one}>"
    for one in (
        'img src="https://evil.example/p.png" srcset="https://evil.example/q.png 2x"',
        'link rel="stylesheet" href="https://evil.example/a.css"',
        'iframe src="https://evil.example/"></iframe',
        'object data="https://evil.example/o"></object',
        'video src="https://evil.example/v.mp4" poster="https://evil.example/v.png"></video',
    )
)
SCRIPTS = (
    "<script>document.write('evil words')</script>"
    '<p onclick="evil()" onload="evil()">The clerk wrote it down.</p>'
    '<a href="javascript:evil()">the ledger</a>'
)
HIDDEN = (
    '<p style="display:none">Hidden words of the page.</p>'
    '<p style="color:#fff;background:#fff">White words on white.</p>'
)
ENTITIES = "zero &#0; half &#xD800; beyond &#x110000; and last"

INPUTS = (
    _nested(93, 253, K),
    _nested(94, 254, K),
    _nested(95, 2_046, C, NO_STRUCTURE),
    _nested(96, 100_000, C, NO_STRUCTURE),
    _page(
        97,
        "text_of_10mb",
        lambda: page(f"<p>{FIRST}</p><p>{'word ' * 1_950_000}</p><p>{SECOND}</p>"),
    ),
    _page(
        98,
        "attributes_100k",
        lambda: story_page(f"<div {' '.join(f'a{n}=1' for n in range(100_000))}>{DEEP}</div>"),
        C,
        (FIRST, DEEP, SECOND),
        says=NO_STRUCTURE,
    ),
    _page(99, "unclosed_links_300k", lambda: story_page() + "<a " * 300_000, C, says=""),
    _page(100, "comments_300k", lambda: story_page() + "<!--" * 300_000, K),
    _page(
        101,
        "nested_links_50k",
        lambda: page(f"<p>{FIRST}</p>{'<a href=x>' * 50_000}<p>{DEEP}</p></a><p>{SECOND}</p>"),
        K,
        (FIRST, DEEP, SECOND),
    ),
    _page(
        102,
        "table_of_200k_rows",
        lambda: story_page(f"<table>{'<tr><td>1<td>2' * 200_000}</table>"),
        C,
        says="too many lines",
    ),
    _page(
        103,
        "tables_in_tables_2k",
        lambda: story_page(f"{'<table><tr><td>' * 2_000}{DEEP}{'</td></tr></table>' * 2_000}"),
        C,
        (FIRST, DEEP, SECOND),
        says=NO_STRUCTURE,
    ),
    _page(104, "plaintext", lambda: story_page("<plaintext>"), K),
    _page(105, "textarea_unclosed", lambda: story_page("<textarea>"), K),
    _page(106, "declarations_in_pieces", lambda: story_page("<![<!DOCTYPE <![CDATA[<!><?"), K),
    _with(107, "scripts", SCRIPTS, "evil"),
    _with(
        108,
        "base_address",
        '<a href="/a">the ledger</a>',
        "evil",
        head='<base href="https://evil.example/"><title>The Night Bell</title>',
    ),
    _with(
        109,
        "refresh",
        "",
        "evil",
        head='<meta http-equiv="refresh" content="0;url=https://evil.example/"><title>B</title>',
    ),
    _with(110, "remote_things", REMOTE, "evil"),
    _with(111, "picture_of_a_file", '<img src="file:///etc/passwd" alt="">', "root:", "passwd"),
    _with(
        112,
        "picture_on_a_share",
        r'<img src="\\evil\share\x.png"><img src="//evil.example/x.png">',
        "evil",
    ),
    _page(
        113,
        "picture_svg_bomb",
        lambda: story_page(f'<img src="{_data("image/svg+xml", SVG_BOMB.encode())}">'),
        K,
    ),
    _page(
        114,
        "picture_60000_wide",
        lambda: story_page(f'<img src="{_data("image/png", _huge_picture())}">'),
        K,
    ),
    _with(115, "picture_of_great_width", '<img width="100000" height="100000" src="x.png">'),
    _with(
        116,
        "style_addresses",
        "",
        "evil",
        head="<title>The Night Bell</title><style>@import url("
        "https://evil.example/a.css);p{background:url(https://evil.example/b.png)}</style>",
    ),
    _page(117, "hidden_words", lambda: story_page(HIDDEN)),
    _page(
        118,
        "impossible_entities",
        lambda: story_page(f"<p>{ENTITIES}</p>"),
        K,
        (FIRST, SECOND, "and last"),
    ),
    _page(
        119,
        "entities_200k",
        lambda: story_page(f"<p>{'&amp;' * 200_000}</p>"),
        K,
        (FIRST, SECOND, "&" * 1_000),
    ),
    _page(
        120,
        "ids_twice",
        lambda: story_page(f'<p id="a">{DEEP}</p><p id="a">Once more.</p>'),
        K,
        (FIRST, SECOND, DEEP, "Once more."),
    ),
    BadInput(
        121,
        "xhtml_with_cdata",
        "xhtml_with_cdata.xhtml",
        (
            '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>B</title>'
            f"</head><body><p>{FIRST}</p><p><![CDATA[Words <in> a box.]]></p><p>{SECOND}</p>"
            "</body></html>"
        ).encode,
        K,
        (FIRST, SECOND),
    ),
    _page(
        122,
        "noscript_article",
        lambda: page(
            f"<div id=app></div><noscript><h1>Bell</h1><p>{FIRST}</p><p>{SECOND}</p></noscript>"
        ),
    ),
    _page(
        123,
        "only_in_json_ld",
        lambda: page(
            "<div id=app></div>",
            '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
            f'"headline":"The Night Bell","articleBody":"{FIRST} {SECOND}'
            f'\\n\\n{FIRST} {SECOND} {FIRST}"}}</script>',
        ),
        N,
        says="by a script only",
    ),
    BadInput(
        124,
        "page_with_nuls",
        "page_with_nuls.html",
        lambda: story_page().replace("silent", "si\0lent").encode(),
        N,
        (FIRST, SECOND),
        says="1 NUL character was removed",
    ),
)
"""In the order of their numbers."""
