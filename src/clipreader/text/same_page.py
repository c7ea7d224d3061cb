"""Whether two web addresses lead to the same page, as far as the addresses tell.

What a newsletter, a search or a telephone adds to an address does not count: the scheme, "www."
and its like before the host, the names by which visits are counted, a slash or an "index.html" at
the end, and the "amp" of pages for telephones.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from clipreader.text.addresses import web_address

_BEFORE: Final = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_END: Final = re.compile(r"(?:/(?:index|default)\.(?:html?|php|aspx?)|/amp(?:\.html)?|/)+$")
_COUNTING: Final = re.compile(
    r"(?:utm_.*|mc_[ce]id|(?:fb|g|ms|y|dc|tw)cl(?:id|src)|igshid|ref|ref_src|src|source|cmp|cmpid|"
    r"ito|smid|smtyp|share|output|amp|_ga|spm|at_.*|xtor|ns_.*|wt_.*|from)",
    re.IGNORECASE,
)
"""Names in a query that say where a reader came from, and not which page it is."""


def page_of(address: str | None) -> str:
    """Return what the addresses of one page have in common; empty if it is not one article's.

    An address without a path or a query is a front page, whose text is another every day.
    """
    known = web_address(address or "")
    if known is None:
        return ""
    parts = urlsplit(known)
    path = _END.sub("", unquote(parts.path))
    asked = sorted(
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not _COUNTING.fullmatch(pair[0])
    )
    behind = f"#{parts.fragment}" if parts.fragment else ""
    if not (path or asked or behind):
        return ""
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{_BEFORE.sub('', parts.netloc)}{path}{query}{behind}"
