"""``rules``: what the person wants to hold for every article of a publisher."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from clipreader.commands.opening import existing_library, library_to_read, library_to_write
from clipreader.commands.printing import print_columns, print_json, print_words
from clipreader.model import ClipreaderError, Match, NotFound, Rule
from clipreader.operations import Library, learning, rule_files

_NONE: Final = "There are no rules yet: correct a block in the window and choose “Always for …”."
_TAKES: Final = {
    "list": "takes neither a file nor a number",
    **dict.fromkeys(("export", "import"), "takes the name of a file"),
}
_MEETS: Final = {
    Match.WHOLE: "is “{words}”",
    Match.NAMES: "holds it at * in “{words}”",
    Match.BEGINS: "begins with “{words}”",
    Match.ENDS: "ends with “{words}”",
    Match.CONTAINS: "contains “{words}”",
    Match.ALWAYS: "any: “{words}”",
}


def rules(typed: Namespace) -> int:
    """List, give out, take in, switch or apply rules.

    Raises ClipreaderError with one sentence if that cannot be done.
    """
    if (typed.value is None) != (typed.action == "list"):
        typed.refuse(f"{typed.action} {_TAKES.get(typed.action, 'takes the number of a rule')}")
    if typed.action == "list":
        return _list(typed)
    if typed.action in ("export", "import"):
        return _file(typed)
    with existing_library(typed.library) as library:
        rule = _numbered(learning.rules(library), typed.value)
        if typed.action == "apply":
            return _apply(library, rule)
        learning.switch(library, rule.id, typed.action == "on")
    print_words(f"Rule {typed.value} is {typed.action}.")
    return 0


def _list(typed: Namespace) -> int:
    with library_to_read(typed.library) as library:
        found = learning.rules(library) if library else ()
    if typed.json:
        print_json([_object(number, rule) for number, rule in enumerate(found, 1)])
        return 0
    print_columns(_line(number, rule) for number, rule in enumerate(found, 1))
    if not found:
        print_words(_NONE)
    return 0


def _file(typed: Namespace) -> int:
    path = Path(typed.value)
    if typed.action == "export":
        with existing_library(typed.library) as library:
            print_words(f"The rules were written to {rule_files.export_rules_to(library, path)}")
        return 0
    with library_to_write(typed.library) as library:
        added = len(rule_files.import_rules_from(library, path).value)
    print_words("1 rule was added." if added == 1 else f"{added:,} rules were added.")
    return 0


def _apply(library: Library, rule: Rule) -> int:
    if not rule.is_on:
        raise ClipreaderError("This rule is off: switch it on to apply it.")
    changed = learning.apply_to_library(library, (rule,)).value
    print_words("1 article was changed." if changed == 1 else f"{changed:,} articles were changed.")
    return 0


def _numbered(found: Sequence[Rule], number: str) -> Rule:
    if number.isascii() and number.isdigit() and 0 < int(number[:9]) <= len(found):
        return found[int(number[:9]) - 1]
    raise NotFound(f"There is no rule {number}: clipreader rules lists them with their numbers.")


def _line(number: int, rule: Rule) -> tuple[str, ...]:
    named = rule.role.value.replace("_", " ")
    words = _MEETS[rule.match].format(words=rule.words)
    is_on = "on" if rule.is_on else "off"
    return str(number), is_on, rule.publisher or "every publisher", named, words


def _object(number: int, rule: Rule) -> dict[str, object]:
    return {
        "number": number,
        "publisher": rule.publisher,
        "match": rule.match.value,
        "words": rule.words,
        "becomes": rule.role.value,
        "on": rule.is_on,
    }
