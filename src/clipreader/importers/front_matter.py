"""The YAML between two lines of three hyphens at the head of a Markdown file.

The YAML is composed, never constructed: only texts and lists of texts are taken from it, so that
its tags make no objects and its aliases grow into nothing (https://yaml.org/spec/1.2.2/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from clipreader.model import LIST_FIELDS, Candidate, FieldName

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)

_LONGEST = 64_000
"""Code points beyond which what stands between the hyphens is no front matter."""

_NOTHING = "tag:yaml.org,2002:null"
_MOST_NAMES = 50

_KEYS: dict[str, FieldName] = {
    "title": FieldName.HEADLINE,
    "headline": FieldName.HEADLINE,
    "subtitle": FieldName.DECK,
    "deck": FieldName.DECK,
    "description": FieldName.DECK,
    "kicker": FieldName.KICKER,
    "author": FieldName.AUTHORS,
    "authors": FieldName.AUTHORS,
    "translator": FieldName.TRANSLATORS,
    "translators": FieldName.TRANSLATORS,
    "publisher": FieldName.PUBLISHER,
    "publication": FieldName.PUBLISHER,
    "site": FieldName.PUBLISHER,
    "agency": FieldName.AGENCY,
    "place": FieldName.PLACE,
    "published": FieldName.PUBLISHED,
    "date": FieldName.PUBLISHED,
    "language": FieldName.LANGUAGE,
    "lang": FieldName.LANGUAGE,
    "translated_from": FieldName.TRANSLATED_FROM,
    "url": FieldName.URL,
    "link": FieldName.URL,
    "source": FieldName.URL,
    "original_url": FieldName.ORIGINAL_URL,
}


def split(text: str) -> tuple[str, tuple[Candidate, ...]]:
    """Return the text below the front matter and what the front matter says.

    Front matter that is broken, too long or no mapping stays in the text. Never raises.
    """
    found = _FRONT_MATTER.match(text[: _LONGEST + 10])
    if not found:
        return text, ()
    try:
        node = _composed(found[1])
    except (YAMLError, ValueError, RecursionError):
        return text, ()
    if not isinstance(node, MappingNode):
        return text, ()
    return text[found.end() :], tuple(_candidates(node))


def _composed(text: str) -> object:
    yaml = YAML(typ="safe", pure=True)
    node: object = yaml.compose(text)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]  # ruamel.yaml's node types load as unknown
    return node


def _candidates(mapping: MappingNode) -> Iterator[Candidate]:
    for key_node, value in cast("list[tuple[Node, Node]]", _value(mapping)):
        key = _text(key_node)
        name = _KEYS.get(key.lower().replace("-", "_").replace(" ", "_"))
        texts = tuple(dict.fromkeys(_texts(value)))
        if name is None or not texts:
            continue
        if name == FieldName.URL and not texts[0].startswith(("http://", "https://")):
            name = FieldName.PUBLISHER
        origin = f"“{key}” in the file’s front matter"
        if name in LIST_FIELDS:
            yield Candidate(name, texts, origin, 0.95)
        elif isinstance(value, ScalarNode):
            yield Candidate(name, texts[0], origin, 0.95)


def _texts(node: Node) -> Iterator[str]:
    """Yield a text, or the texts of a list, without the brackets of a wiki's links."""
    items = cast("list[Node]", _value(node)) if isinstance(node, SequenceNode) else [node]
    for item in items[:_MOST_NAMES]:
        text = _text(item).removeprefix("[[").removesuffix("]]").strip()
        if text:
            yield text


def _text(node: Node) -> str:
    if not isinstance(node, ScalarNode):
        return ""
    tag = cast("object", node.ctag)  # pyright: ignore[reportUnknownMemberType]  # untyped in ruamel.yaml
    if str(tag) == _NOTHING:
        return ""
    return " ".join(str(_value(node)).split())


def _value(node: Node) -> object:
    return cast("object", node.value)  # pyright: ignore[reportUnknownMemberType]  # untyped in ruamel.yaml
