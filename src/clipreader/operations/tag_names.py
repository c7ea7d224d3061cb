"""How a tag is written: trimmed, nested by "/", and as it was written before."""

from __future__ import annotations

from collections.abc import Iterable

from clipreader.library import highlights
from clipreader.library.folding import folded_name
from clipreader.library.journal import Work
from clipreader.text.normal import canonical


def plain_tag(name: str) -> str:
    """Return a tag without needless spaces and empty levels; empty if nothing is left."""
    levels = (" ".join(level.split()) for level in canonical(name).text.split("/"))
    return "/".join(level for level in levels if level)


def known_tags(work: Work, names: Iterable[str]) -> tuple[str, ...]:
    """Return tags as they are written already, in order, each once; empty ones are left out."""
    found: dict[str, str] = {}
    for name in names:
        spelled = _known(work, plain_tag(name))
        if spelled:
            found.setdefault(folded_name(spelled), spelled)
    return tuple(found.values())


def is_at_or_below(name: str, above: str) -> bool:
    """Say whether a tag is ``above`` or nests below it; case and accents do not count."""
    folded, top = folded_name(name), folded_name(above)
    return folded == top or folded.startswith(f"{top}/")


def renamed(name: str, old: str, new: str) -> str:
    """Return a tag at or below ``old`` with ``new`` in its place."""
    levels = name.split("/")[len(old.split("/")) :]
    return "/".join([new, *levels])


def _known(work: Work, name: str) -> str:
    spelled = highlights.spelling(work.connection, name) if name else ""
    above, _, last = name.rpartition("/")
    return f"{_known(work, above)}/{last}" if above and spelled == name else spelled
