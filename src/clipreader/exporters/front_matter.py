"""What is known about an article, as the YAML block at the top of a Markdown file.

Every value is a double-quoted string on one line, because a headline may be "yes", "1e3",
"-5: totals" or hold a line of three hyphens, and YAML reads such words as something else when
they stand bare. Keys are bare, as other programs write them. YAML 1.2 (https://yaml.org/spec/).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from clipreader.exporters.tags import safe_names
from clipreader.model import FieldName, Metadata

_FIELDS: tuple[tuple[str, FieldName], ...] = (
    ("title", FieldName.HEADLINE),
    ("authors", FieldName.AUTHORS),
    ("translators", FieldName.TRANSLATORS),
    ("translated_from", FieldName.TRANSLATED_FROM),
    ("publisher", FieldName.PUBLISHER),
    ("agency", FieldName.AGENCY),
    ("place", FieldName.PLACE),
    ("published", FieldName.PUBLISHED),
    ("language", FieldName.LANGUAGE),
    ("url", FieldName.URL),
    ("original_url", FieldName.ORIGINAL_URL),
)
"""Keys in the order in which a file names them; importers read the same words."""

LONGEST = 65_536
"""No front matter is looked for beyond this many characters."""

_RULE = "---"
_ENDLESS = 2**31 - 1
_ID = re.compile(r"""^id:[ \t]*(["']?)(?P<id>[\w-]+)\1[ \t]*$""", re.MULTILINE)


def fields(article_id: str, metadata: Metadata, tags: Iterable[str]) -> dict[str, str | list[str]]:
    """Return the keys and values of an article, without those that are not known.

    ``tags`` are in the form of ``#tags``; where that changed a name, ``tag_names`` has the
    names as the person wrote them.
    """
    known: dict[str, str | list[str]] = {}
    for key, name in _FIELDS:
        value = metadata.value(name)
        if value:
            known[key] = value if isinstance(value, str) else list(value)
    names = list(dict.fromkeys(tags))
    safe = list(safe_names(names))
    if safe:
        known["tags"] = safe
    if safe != names:
        known["tag_names"] = names
    known["id"] = article_id
    return known


def write(values: dict[str, str | list[str]]) -> str:
    """Return the block with its rules and a line feed at the end."""
    quoted = {key: _quoted(value) for key, value in values.items()}
    yaml = YAML()
    yaml.width = _ENDLESS  # a wrapped value is hard to compare and to edit
    yaml.allow_unicode = True
    written = StringIO()
    yaml.dump(quoted, written)  # pyright: ignore[reportUnknownMemberType]  # ruamel.yaml leaves it untyped
    return f"{_RULE}\n{written.getvalue()}{_RULE}\n"


def article_id_in(text: str) -> str | None:
    """Return the id that a file's front matter names, or None. Never raises.

    Looks for the line instead of parsing, because the file may be anybody's.
    """
    block = _block(text[:LONGEST].splitlines())
    found = _ID.search("\n".join(block))
    return found["id"] if found else None


def _block(lines: Sequence[str]) -> Iterator[str]:
    if not lines or lines[0].removeprefix("\ufeff").rstrip() != _RULE:
        return
    for line in lines[1:]:
        if line.rstrip() == _RULE:
            return
        yield line


def _quoted(value: str | list[str]) -> DoubleQuotedScalarString | CommentedSeq:
    if isinstance(value, str):
        return DoubleQuotedScalarString(value)
    items = CommentedSeq(map(DoubleQuotedScalarString, value))
    # a list on one line, like every other value; ruamel.yaml leaves its styles untyped
    items.fa.set_flow_style()  # pyright: ignore[reportUnknownMemberType]
    return items
