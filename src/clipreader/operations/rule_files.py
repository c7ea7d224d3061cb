"""Rules as a file that can be given to someone else: one JSON object, with the form's number.

    {"clipreader_rules": 1, "rules": [{"publisher": "Puerto Diario", "match": "begins",
     "words": "FOTO:", "becomes": "caption", "on": true}]}

``publisher`` is null for every publisher. A file is taken whole or not at all, and what the person
has already stays as it is: a rule for the same words and publisher is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, cast

from clipreader.library import Library
from clipreader.library import rules as kept_rules
from clipreader.model import (
    BLOCK_ROLES,
    Changes,
    ClipreaderError,
    Match,
    Outcome,
    Rule,
    becomes,
    new_id,
)
from clipreader.operations.exporting import ExportFile, write
from clipreader.operations.learning import checked, meaning, rules
from clipreader.operations.parsing import shown

VERSION: Final = 2
"""The highest number of the form that is read; a higher one is refused.

Rules about blocks alone are written as number 1, which every ClipReader reads; 2 has those about
credits and fields as well.
"""

FILE_NAME: Final = "clipreader-rules.json"
"""What a file of rules is called if the person names no other."""

_KEY: Final = "clipreader_rules"
_MOST: Final = 10_000
_LARGEST: Final = 20_000_000
_NONE: Final = "This file holds no rules of ClipReader."


def export_rules(library: Library) -> str:
    """Return all rules as the text of a file; the same rules make the same text."""
    return _written(rules(library))


def export_rules_to(library: Library, path: Path) -> Path:
    """Write all rules into a file, whole or not at all. Raises ExportFailed."""
    return write([ExportFile(FILE_NAME, export_rules(library))], path)[0]


def import_rules(library: Library, text: str) -> Outcome[tuple[Rule, ...]]:
    """Add the rules of a file's text that are not there; the value are those that were added.

    Raises ClipreaderError with one sentence if the text is no such file or one of its rules cannot
    be kept; none is added then.
    """
    found = _read(text)
    added: list[Rule] = []
    with library.writing(label := "import rules") as work:
        there = {meaning(rule) for rule in kept_rules.every(work.connection)}
        for rule in found:
            if meaning(rule) not in there:
                there.add(meaning(rule))
                added.append(kept_rules.add(work, rule))
    if not added:
        return Outcome(())
    return Outcome(tuple(added), Changes(rules=True), label)


def import_rules_from(library: Library, path: Path) -> Outcome[tuple[Rule, ...]]:
    """Add the rules of a file. Raises ClipreaderError as ``import_rules`` does."""
    name = shown(path.name)
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            raise ClipreaderError(_NONE)
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ClipreaderError(_NONE, repr(error)) from error
    except (OSError, ValueError) as error:
        raise ClipreaderError(f"“{name}” cannot be read.", repr(error)) from error
    return import_rules(library, text)


def _written(found: Sequence[Rule]) -> str:
    version = 1 if all(rule.role in BLOCK_ROLES for rule in found) else VERSION
    made = [
        {
            "publisher": rule.publisher,
            "match": rule.match.value,
            "words": rule.words,
            "becomes": rule.role.value,
            "on": rule.is_on,
        }
        for rule in found
    ]
    return json.dumps({_KEY: version, "rules": made}, ensure_ascii=False, indent=2) + "\n"


def _read(text: str) -> tuple[Rule, ...]:
    try:
        whole: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ClipreaderError(_NONE, repr(error)) from error
    held = cast("dict[str, Any]", whole) if isinstance(whole, dict) else {}
    version: Any = held.get(_KEY)
    if not isinstance(version, int):
        raise ClipreaderError(_NONE)
    if version > VERSION:
        raise ClipreaderError("These rules were written by a newer ClipReader.")
    items: Any = held.get("rules")
    if not isinstance(items, list):
        raise ClipreaderError(_NONE)
    listed = cast("list[Any]", items)
    if len(listed) > _MOST:
        raise ClipreaderError(f"This file holds more than {_MOST:,} rules.")
    return tuple(_rule(number, item) for number, item in enumerate(listed, start=1))


def _rule(number: int, item: Any) -> Rule:  # noqa: ANN401 - what JSON holds
    """Return one rule of a file. Raises ClipreaderError with its number and what is wrong."""
    try:
        publisher, words, is_on = item.get("publisher"), item["words"], item.get("on", True)
        if not isinstance(words, str) or not isinstance(is_on, bool):
            raise TypeError("words or on")
        if publisher is not None and not isinstance(publisher, str):
            raise TypeError("publisher")
        made = Rule(
            new_id(),
            Match(item["match"]),
            words,
            becomes(item["becomes"]),
            publisher,
            datetime.now(UTC),
            is_on,
        )
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        words = f"Rule {number} of this file cannot be read, and no rule was added."
        raise ClipreaderError(words, repr(error)) from error
    try:
        return checked(made)
    except ClipreaderError as error:
        raise ClipreaderError(f"Rule {number} of this file cannot be kept: {error}") from error
