"""Pictures that the extension SingleFile wrote once for all places where a page shows them.

It puts them into variables of the style sheet, ``--sf-img-25: url("data:image/png;base64,…")``, and
leaves a blank with ``style="background-image: var(--sf-img-25)"`` where the picture stood.
"""

from __future__ import annotations

import re

from clipreader.importers.page.pictures import picture_data

_MARK = "--sf-img-"
_VARIABLE = re.compile(r"""(--sf-img-[\w-]{1,20})\s{0,9}:\s{0,9}url\(["']?(data:image/[^"')\s]+)""")


def grouped_pictures(markup: str) -> dict[str, bytes]:
    """Return the pictures in a page's variables by their names."""
    if _MARK not in markup:
        return {}
    found = {name: picture_data(address) for name, address in _VARIABLE.findall(markup)}
    return {name: data for name, data in found.items() if data}
