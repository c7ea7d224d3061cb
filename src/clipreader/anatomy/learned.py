"""Which lines of an article a person's rules name.

A rule is not part of the recogniser: it is asked after it, so that whatever the rules of the house
become, "always for this publisher" goes on saying the same. What a person set in the article itself
is stronger than any rule and is passed over here.

What else was tried: rules as one more sign among those of the recogniser. A line then changed its
neighbours' parts as well, and "apply to the articles there" did more than it said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from clipreader.anatomy.named_values import value_in
from clipreader.model import (
    LONGEST_RULE,
    STAR,
    Article,
    FieldName,
    Match,
    Part,
    Role,
    Rule,
    becoming,
    house_of,
)
from clipreader.text.alike import alike, parts_words

_LEAST: Final = 2
_WIDTH: Final = {match: width for width, match in enumerate(Match)}
_LONGER: Final = 4
"""How much longer a line may be than the form it is compared in: spaces and long numbers."""


def is_possible(rule: Rule) -> bool:
    """Say whether a rule can name anything, and is about something that its match allows.

    What stands at a star has one star; what is always the same is so for one publisher.
    """
    if rule.role not in becoming(rule.match) or not is_enough(rule):
        return False
    if rule.match == Match.NAMES:
        return rule.words.count(STAR) == 1
    return rule.match != Match.ALWAYS or rule.publisher is not None


def is_enough(rule: Rule) -> bool:
    """Say whether a rule has words enough: one letter would name half the article.

    A whole line may be a row of stars; what only stands somewhere in it has two letters or more.
    """
    if len(rule.words) > LONGEST_RULE:
        return False
    form = alike(rule.words)
    if rule.match in (Match.WHOLE, Match.ALWAYS):
        return len(form.replace(" ", "")) >= _LEAST
    return sum(letter.isalpha() for letter in form) >= _LEAST


class Rulebook:
    """Rules made ready for many articles. Falsy if none of them can name anything.

    Rules that are off are left out.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._fixed: list[Rule] = []
        self._all: list[_Form] = []
        self._of: dict[str, list[_Form]] = {}
        for rule in rules:
            if not rule.is_on or not is_possible(rule):
                continue
            if rule.match == Match.ALWAYS:
                self._fixed.append(rule)
                continue
            form = _Form(rule, alike(rule.words))
            if rule.publisher is None:
                self._all.append(form)
            else:
                self._of.setdefault(alike(rule.publisher), []).append(form)

    def __bool__(self) -> bool:
        return bool(self._all or self._of or self._fixed)

    def fixed(self, article: Article, *houses: str | None) -> dict[FieldName, Rule]:
        """Return the fields that are always the same for an article's publisher; the newest wins.

        ``houses`` are what its publisher was called before a rule gave it another name.
        """
        known = {alike(house) for house in (house_of(article.metadata), *houses) if house}
        found: dict[FieldName, Rule] = {}
        for rule in sorted(self._fixed, key=_age):
            if isinstance(rule.role, FieldName) and alike(rule.publisher or "") in known:
                found[rule.role] = rule
        return found

    def names(self, article: Article, *houses: str | None) -> dict[int, Rule]:
        """Return the index of each block that a rule names, and the rule.

        ``houses`` are what its publisher was called before a rule gave it another name. No rule
        names what the person set. Where several match, one for the publisher comes before
        one for all, then the narrower match, the longer words, and the newer.
        """
        called = (house_of(article.metadata), *houses) if self._of else ()
        known = dict.fromkeys(alike(house) for house in called if house)
        own = [form for house in known for form in self._of.get(house, [])]
        forms = sorted((*own, *self._all), key=_strength)
        found: dict[int, Rule] = {}
        for index, block in enumerate(article.blocks if forms else ()):
            first = _first(forms, article.quote(block.span), block)
            if first is not None and not _is_set(article, block):
                found[index] = first
        return found


@dataclass(frozen=True, slots=True)
class _Form:
    """A rule with its words as they are compared."""

    rule: Rule
    words: str

    def holds(self, text: str, block: Part) -> bool:
        """Say whether a line holds a value at the star; a credit may stand behind its caption."""
        is_behind = self.rule.role == Role.CREDIT and block.role == Role.CAPTION
        return value_in(self.rule.words, text, anywhere=is_behind) is not None

    def fits(self, line: str) -> bool:
        """Say whether the words meet the form of a line."""
        match, size = self.rule.match, len(self.words)
        if match == Match.WHOLE:
            return line == self.words
        if match == Match.NAMES:  # the words around the star are there; ``holds`` looks where
            return all(part.strip() in line for part in self.words.split(STAR))
        if match == Match.BEGINS:
            return line.startswith(self.words) and parts_words(line, size)
        if match == Match.ENDS:
            return line.endswith(self.words) and parts_words(line, len(line) - size)
        at = line.find(self.words)
        while at >= 0:
            if parts_words(line, at) and parts_words(line, at + size):
                return True
            at = line.find(self.words, at + 1)
        return False


def _strength(form: _Form) -> tuple[bool, int, int, float, str]:
    rule = form.rule
    made, key = _age(rule)
    return rule.publisher is None, _WIDTH[rule.match], -len(form.words), -made, key


def _age(rule: Rule) -> tuple[float, str]:
    return rule.made.timestamp() if rule.made else 0.0, rule.id


def _first(forms: Sequence[_Form], text: str, block: Part) -> Rule | None:
    """Return the first rule that fits a line. Long paragraphs are compared only if need be."""
    line: str | None = None
    for form in forms:
        if form.rule.match == Match.WHOLE and len(text) > _LONGER * len(form.words) + LONGEST_RULE:
            continue
        line = alike(text) if line is None else line
        if form.fits(line) and (form.rule.match != Match.NAMES or form.holds(text, block)):
            return form.rule
    return None


def _is_set(article: Article, block: Part) -> bool:
    """Say whether the person said what the block is, or what something in it is."""
    return block.corrected or any(mark.corrected for mark in article.marks_in(block))
