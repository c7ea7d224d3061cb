from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from clipreader.exporters import front_matter
from clipreader.model import FieldName, Metadata
from tests import records
from tests.exporters.any_text import any_text, unhurried

HOSTILE = (
    *("a\n---\nb: injected", "yes", "no", "null", "~", "1e3", "0x1F", "012", "-5: totals", "2024"),
    *("2024-07-04", "12:30:45", "- item", "? key", "key: value", "# comment", "a #b", "*alias"),
    *("&anchor", "!tag", "!!python/object:os.system", "%YAML 9", "@at", "`tick", "{a: b}", "[a"),
    *("'single'", '"double"', "a \"b' c", "back\\slash\\n", "", " blank ends ", "\ttab", "a\tb"),
    *(
        "---",
        "...",
        "\u2028line\u2029ends\u0085",
        "\ufeffmark",
        "a\u00a0b",
        "😀",
        "<<",
        "=",
        "|",
        ">",
    ),
    *("x" * 500, "long words " * 60, "é\u0301", "ترجمة", "译者"),
)


def parsed(block: str) -> object:
    lines = block.splitlines()
    assert lines[0] == lines[-1] == "---"
    assert "---" not in lines[1:-1]
    return YAML(typ="safe", pure=True).load("\n".join(lines[1:-1]))


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_values_come_back(title: str) -> None:
    values: dict[str, str | list[str]] = {"title": title, "authors": [title, "b"], "id": "1"}
    assert parsed(front_matter.write(values)) == values


@unhurried
@given(st.fixed_dictionaries({"title": any_text, "tags": st.lists(any_text), "id": any_text}))
def test_any_values_come_back(values: dict[str, str | list[str]]) -> None:
    assert parsed(front_matter.write(values)) == values


def test_values_are_quoted_unicode_on_one_line_each() -> None:
    block = front_matter.write({"title": "Élan " * 100, "tags": ["yes", "no"], "id": "a1"})
    assert block.splitlines()[1] == f'title: "{"Élan " * 100}"'
    assert block.splitlines()[2:] == ['tags: ["yes", "no"]', 'id: "a1"', "---"]


def test_fields_name_what_is_known() -> None:
    of = records.article(article_id="a1")
    assert front_matter.fields(of.id, of.metadata, ["ferries"]) == {
        "title": records.HEADLINE,
        "authors": ["Elena Duarte"],
        "translators": ["Ana Reyes"],
        "translated_from": "es",
        "publisher": "Puerto Diario",
        "agency": "Puerto Diario",
        "place": "Harbour Town",
        "published": "2024-07-04",
        "language": "en",
        "tags": ["ferries"],
        "id": "a1",
    }


def test_fields_leave_out_what_is_not_known() -> None:
    assert front_matter.fields("a1", Metadata(), ()) == {"id": "a1"}


def test_every_field_that_importers_read_has_its_key() -> None:
    everything = {name.value: "x" for name in FieldName}
    everything |= {"authors": ("x",), "translators": ("x",)}
    written = front_matter.fields("a1", Metadata(**everything), ())
    missing = {name.value for name in FieldName} - written.keys()
    assert missing == {"headline", "deck", "kicker"}


def test_changed_tag_names_are_kept_beside() -> None:
    found = front_matter.fields("a1", Metadata(), ("public money", "ferries", "public money"))
    assert found["tags"] == ["public-money", "ferries"]
    assert found["tag_names"] == ["public money", "ferries"]


@pytest.mark.parametrize(
    ("text", "article_id"),
    [
        ('---\ntitle: "x"\nid: "01abc"\n---\n', "01abc"),
        ("---\r\nid: 01abc\r\n---\r\n", "01abc"),
        ("\ufeff---\nid: '01abc'\n---\n", "01abc"),
        ("---\ntitle: x\n---\nid: 01abc\n", None),
        ("---\nnested:\n  id: 01abc\n---\n", None),
        ('---\ntitle: "a\\n---\\nid: 9"\nid: "1"\n---\n', "1"),
        ("id: 01abc\n", None),
        ("", None),
        ("---", None),
    ],
)
def test_id_is_found_in_front_matter_only(text: str, article_id: str | None) -> None:
    assert front_matter.article_id_in(text) == article_id


@unhurried
@given(any_text)
def test_own_id_is_found_under_any_title(title: str) -> None:
    block = front_matter.write({"title": title, "id": "01abc"})
    assert front_matter.article_id_in(block + "\nwords\n") == "01abc"
