"""Tags as other programs read them in a text.

A ``#tag`` of Obsidian (https://help.obsidian.md/tags) holds no blanks and little punctuation,
and not figures alone; "/" nests. Most other programs read the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_UNFIT = re.compile(r"""[\s\u2000-\u206f\u2e00-\u2e7f'!"#$%&()*+,.:;<=>?@^`{|}~\[\]\\]+""")


def safe_name(tag: str) -> str:
    """Return a tag's name with hyphens for what a ``#tag`` cannot hold, "" if nothing is left.

    Figures alone get a low line in front.
    """
    levels = (_UNFIT.sub("-", level).strip("-") for level in tag.split("/"))
    name = unicodedata.normalize("NFC", "/".join(level for level in levels if level))
    return f"_{name}" if name and all(c.isdecimal() or c == "/" for c in name) else name


def safe_names(tags: Iterable[str]) -> tuple[str, ...]:
    """Return what ``safe_name`` makes of tags, each once, in their order."""
    return tuple(dict.fromkeys(name for tag in tags if (name := safe_name(tag))))


def hashed(tags: Iterable[str]) -> str:
    """Return tags as one line of ``#tags``, each once, in their order."""
    return " ".join(f"#{name}" for name in safe_names(tags))
