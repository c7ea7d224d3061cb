"""What a document's own properties offer, trusted little.

The title is often that of the template or of an older article, and the author whoever typed the
text or first installed the program. So a title counts only where the text shows no headline, and
an author only if the text names the same person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clipreader.model import Candidate, FieldName, Line
from clipreader.text.normal import canonical, fold_name

_WEIGHT = 0.3
_ORIGIN = "the document’s properties"
_LONGEST = 300
_NO_TITLE = re.compile(
    r"(?:untitled|document|dokument|documento|documento sin título|unbenannt|sans titre|"
    r"bez tytułu|title|titel)?\s*\d*|.*\.(?:docx?|odt|rtf|pdf|txt|html?|indd|qxd)|"
    r"microsoft word .*|powerpoint .*",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def candidates_of(
    lines: Sequence[Line], *, title: str | None, author: str | None, language: str | None
) -> tuple[Candidate, ...]:
    """Return what the properties offer for the fields of an article with these lines."""
    found: list[Candidate] = []
    headline = _squeezed(title)
    if headline and not _NO_TITLE.fullmatch(headline):
        found.append(Candidate(FieldName.HEADLINE, headline, _ORIGIN, _WEIGHT))
    name = _squeezed(author)
    if name and " " in name and _is_named(name, lines):
        found.append(Candidate(FieldName.AUTHORS, (name,), _ORIGIN, _WEIGHT))
    tongue = _squeezed(language)
    if _LANGUAGE.fullmatch(tongue):
        found.append(Candidate(FieldName.LANGUAGE, tongue, _ORIGIN, _WEIGHT))
    return tuple(found)


def _squeezed(value: str | None) -> str:
    return " ".join(canonical((value or "")[:_LONGEST]).text.split())


def _is_named(name: str, lines: Sequence[Line]) -> bool:
    wanted = fold_name(name)
    return any(wanted in fold_name(line.text[:_LONGEST]) for line in (*lines[:8], *lines[-3:]))
