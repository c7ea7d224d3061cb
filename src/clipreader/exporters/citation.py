"""How an article is cited: who wrote and translated it, where it appeared, when.

After the notes of The Chicago Manual of Style for articles of the press, with the translator
and the language named. What is not known is left out; nothing is put in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clipreader.exporters.language_names import language_name
from clipreader.model import Citation, Clipping, Metadata, Role
from clipreader.text.normal import fold_name

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:[T ].*)?", re.DOTALL)
_LINE_ENDS = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


def written(citation: Citation) -> str:
    """Return the citation as one line of plain text, "" if nothing is known.

    “Author (trans. from Spanish by Name), “Headline,” Publisher, Place, 4 July 2024, address”.
    """
    return ", ".join(filter(None, (named(citation), address(citation))))


def named(citation: Citation, *, paragraph: int | None = None) -> str:
    """Return the citation without its address; ``paragraph`` counts the body's from 1."""
    known = citation.metadata
    who, translation, headline = _who(known), _translation(known), _line(known.headline)
    rest = list(_where(known))
    if paragraph is not None:
        rest.append(f"para. {paragraph}")
    if who and translation:
        who = f"{who} ({translation})"
    elif translation:
        rest.insert(0, translation if headline else translation[:1].upper() + translation[1:])
    if headline:
        follows = "," if rest and not headline.endswith(",") else ""
        rest[:1] = [" ".join([f"“{headline}{follows}”", *rest[:1]])]
    return ", ".join(filter(None, [who, *rest]))


def address(citation: Citation) -> str:
    """Return where the article can be read, "" if that is not known."""
    return _line(citation.metadata.url)


def lead_in(clipping: Clipping) -> str:
    """Return what a caption's citation begins with: its photo's credit. "" for other parts."""
    if clipping.role not in (Role.CAPTION, Role.CREDIT):
        return ""
    credit = _line(clipping.credit)
    return f"Photo: {credit}" if credit else "Caption"


def day(published: str | None) -> str:
    """Return an ISO 8601 date as "4 July 2024"; what is none comes back as it was."""
    line = _line(published)
    found = _DATE.fullmatch(line)
    if not found:
        return line
    month, date = int(found["month"] or 0), int(found["day"] or 0)
    if month > len(_MONTHS) or (found["month"] and not month):
        return line
    name = _MONTHS[month - 1] if month else ""
    return " ".join(filter(None, (str(date) if date else "", name, found["year"])))


def names(people: Sequence[str]) -> str:
    """Return names as a list in words: "A", "A and B", "A, B and C"."""
    lines = [line for line in map(_line, people) if line]
    return " and ".join(filter(None, (", ".join(lines[:-1]), *lines[-1:])))


def _who(known: Metadata) -> str:
    """Return the authors and the agency that put it out, where that is not the publisher."""
    written_by = names(known.authors)
    agency = _line(known.agency)
    if agency and fold_name(agency) not in map(fold_name, (known.publisher or "", *known.authors)):
        written_by = ", ".join(filter(None, (written_by, agency)))
    return written_by


def _translation(known: Metadata) -> str:
    translators = names(known.translators)
    language = language_name(_line(known.translated_from))
    if not translators and not language:
        return ""
    if not language:
        return f"trans. {translators}"
    by = f" by {translators}" if translators else ""
    return f"trans. from {language}{by}"


def _where(known: Metadata) -> Iterator[str]:
    for value in (_line(known.publisher), _line(known.place), day(known.published)):
        if value:
            yield value


def _line(value: str | None) -> str:
    return _LINE_ENDS.sub(" ", value or "").strip()
