"""The person's rules: what a line is in every article of a publisher, from now on and before.

Making a rule changes no article. It names blocks in what is read from then on, whether it comes
new or is read again; ``apply_to_library`` does the same to what is there. A rule that is removed or
switched off takes nothing back: what it named stays until the original is read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from clipreader.anatomy.learned import Rulebook, is_enough, is_possible
from clipreader.library import Library, articles
from clipreader.library import rules as kept_rules
from clipreader.library.journal import Work
from clipreader.model import (
    LONGEST_RULE,
    STAR,
    Article,
    Changes,
    ClipreaderError,
    FieldName,
    Match,
    NotFound,
    Outcome,
    Progress,
    Rule,
    becoming,
    new_id,
)
from clipreader.operations.learned import with_rules
from clipreader.operations.placing import follow_roles
from clipreader.text.alike import alike
from clipreader.text.normal import canonical

Tell = Callable[[Progress], bool]
"""Hears how far it is, and says whether to go on."""

_AT_ONCE = 100
"""Articles that are changed in one transaction; a window can be answered between two."""

Found = tuple[int, Article]
"""An article with its row number."""

_RULES = Changes(rules=True)
_GONE = "This rule is not there any more."
_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_OF_BLOCKS = "A rule names whole blocks, and this is no kind of block."
_NOT_THAT = {
    **dict.fromkeys(Match, _OF_BLOCKS),
    Match.NAMES: "At a star stands a credit, an author, a translator or an agency.",
    Match.ALWAYS: "Always the same can be the publisher, the agency or the language.",
}


def rules(library: Library) -> tuple[Rule, ...]:
    """Return all rules, by publisher, then as they were made; those for all come first."""
    with library.reading() as connection:
        found = kept_rules.every(connection)
    return tuple(sorted(found, key=lambda rule: alike(rule.publisher or "")))


def add_rule(library: Library, rule: Rule) -> Outcome[Rule]:
    """Make a rule. The same words for the same publisher are one rule, which is changed then.

    Raises ClipreaderError if the words are too few or too many.
    """
    rule = checked(rule)
    with library.writing(label := "make a rule") as work:
        there = next(
            (each for each in kept_rules.every(work.connection) if meaning(each) == meaning(rule)),
            None,
        )
        if there is None:
            return Outcome(kept_rules.add(work, rule), _RULES, label)
        after = replace(there, role=rule.role, is_on=rule.is_on)
        kept_rules.change(work, after)
    if after == there:
        return Outcome(there)
    return Outcome(after, _RULES, label)


def change_rule(library: Library, rule: Rule) -> Outcome[Rule]:
    """Keep a rule as it is now. Raises NotFound, and ClipreaderError as ``add_rule`` does."""
    return _change(library, checked(rule), "change a rule")


def switch(library: Library, rule_id: str, is_on: bool) -> Outcome[Rule]:
    """Switch a rule on or off. Raises NotFound."""
    found = next((each for each in rules(library) if each.id == rule_id), None)
    if found is None:
        raise NotFound(_GONE)
    label = "switch a rule on" if is_on else "switch a rule off"
    return _change(library, replace(found, is_on=is_on), label)


def remove_rules(library: Library, rule_ids: Sequence[str]) -> Outcome[int]:
    """Remove rules; the value is how many there were. What they named stays."""
    label = "remove a rule" if len(rule_ids) == 1 else "remove rules"
    with library.writing(label) as work:
        removed = kept_rules.remove(work, rule_ids)
    return Outcome(removed, _RULES, label) if removed else Outcome(0)


def count_matches(library: Library, chosen: Sequence[Rule]) -> int:
    """Return how many articles ``apply_to_library`` would change."""
    with library.reading() as connection:
        plan = _Plan(chosen, kept_rules.every(connection))
        found = kept_rules.concerned(connection, plan.publishers)
        return sum(1 for _ in plan.changed(found))


def apply_to_library(
    library: Library, chosen: Sequence[Rule], *, progress: Tell | None = None
) -> Outcome[int]:
    """Let rules name blocks in the articles that are there; the value is how many changed.

    Some articles at a time are written, and all together are one step for Undo. If ``progress``
    says no, what was changed so far stays. What the person set stays as it is, and highlights
    keep their places. The trash is left alone, and a rule that is off names nothing.
    """
    tell = progress or _goes_on
    label = "apply a rule" if len(chosen) == 1 else "apply rules"
    group = new_id()
    with library.reading() as connection:
        plan = _Plan(chosen, kept_rules.every(connection))
        numbers = kept_rules.concerned_numbers(connection, plan.publishers)
    changes = Changes()
    for at in range(0, len(numbers), _AT_ONCE):
        if not tell(Progress(at, len(numbers), is_rule=True)):
            break
        with library.writing(label, group=group) as work:
            changes |= _applied(work, plan, numbers[at : at + _AT_ONCE])
    return Outcome(len(changes.articles), changes, label if changes else "")


def _applied(work: Work, plan: _Plan, numbers: Sequence[int]) -> Changes:
    """Change what is to be changed of some articles."""
    changed: set[str] = set()
    moved: set[str] = set()
    for number, before, after in plan.changed(
        articles.fetch_many(work.connection, numbers).items()
    ):
        articles.replace(work, number, after)
        moved.update(follow_named(work, number, before, after))
        changed.add(before.id)
    return Changes(frozenset(changed), frozenset(moved))


def follow_named(work: Work, number: int, before: Article, after: Article) -> set[str]:
    """Bring highlights up to date after blocks got other roles; return the ids of those changed."""
    moved: set[str] = set()
    for old, new in zip(before.blocks, after.blocks, strict=True):
        if old.role != new.role or before.marks_in(old) != after.marks_in(new):
            moved.update(follow_roles(work, number, after, new))
    return moved


def checked(rule: Rule) -> Rule:
    """Return a rule as it is kept. Raises ClipreaderError if it cannot be one."""
    publisher = _one_line(rule.publisher or "") or None
    rule = replace(rule, words=_one_line(rule.words), publisher=publisher)
    if len(rule.words) > LONGEST_RULE or len(publisher or "") > LONGEST_RULE:
        raise ClipreaderError("The words of a rule are too long: a line of an article is shorter.")
    if rule.role not in becoming(rule.match):
        raise ClipreaderError(_NOT_THAT[rule.match])
    if rule.match == Match.NAMES and rule.words.count(STAR) != 1:
        raise ClipreaderError("These words need one * where the names stand: “Fotos: *”.")
    if not is_enough(rule):
        raise ClipreaderError("The words of a rule are too few: two letters at least are needed.")
    if not is_possible(rule):
        raise ClipreaderError("What is always the same is so for one publisher: name it.")
    if rule.role == FieldName.LANGUAGE and not _CODE.fullmatch(rule.words):
        raise ClipreaderError(f"“{rule.words}” is no code of a language, such as “es” or “pt-BR”.")
    return rule


def meaning(rule: Rule) -> tuple[str, str, str]:
    """Return what makes two rules the same rule: publisher, match and words, as compared."""
    return alike(rule.publisher or ""), rule.match.value, alike(rule.words)


def _change(library: Library, rule: Rule, label: str) -> Outcome[Rule]:
    with library.writing(label) as work:
        others = [each for each in kept_rules.every(work.connection) if each.id != rule.id]
        if any(meaning(each) == meaning(rule) for each in others):
            raise ClipreaderError("There is a rule for the same words and publisher already.")
        if not kept_rules.change(work, rule):
            raise NotFound(_GONE)
        label = label if work.touched else ""
    return Outcome(rule, _RULES if label else Changes(), label)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which rules are to name blocks in what is there; the others only say who is stronger."""

    chosen: Sequence[Rule]
    others: Sequence[Rule]

    @property
    def publishers(self) -> tuple[str, ...] | None:
        """Return whose articles are concerned; None for all."""
        names = [rule.publisher for rule in self.chosen if rule.is_on]
        return None if None in names else tuple(name for name in names if name)

    def changed(self, found: Iterable[Found]) -> Iterator[tuple[int, Article, Article]]:
        """Yield what would change: row number, the article as it is, and as it would be."""
        ids = frozenset(rule.id for rule in self.chosen)
        book = Rulebook((*self.chosen, *(rule for rule in self.others if rule.id not in ids)))
        for number, before in found:
            after = with_rules(before, book, ids)
            if after != before:
                yield number, before, after


def _goes_on(_: Progress) -> bool:
    return True


def _one_line(words: str) -> str:
    return " ".join(canonical(words).text.split())
