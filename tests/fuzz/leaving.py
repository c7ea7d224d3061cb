"""What leaves as Markdown comes back as it was, under a name that every system takes."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from hypothesis import strategies as st
from ruamel.yaml import YAML

from clipreader.exporters import front_matter, markdown
from clipreader.exporters.file_names import LONGEST_BYTES, LONGEST_UNITS, file_name
from clipreader.model import Metadata, Role
from clipreader.text.offsets import utf16_length
from tests import records
from tests.exporters.any_text import any_text
from tests.exporters.parsed import PARSERS, quotes
from tests.exporters.test_file_names import is_legal
from tests.fuzz.target import Target

ROLES = (Role.PARAGRAPH, Role.CAPTION, Role.HEADLINE, Role.QUOTE, Role.BOILERPLATE)


def comes_back(made: tuple[str, str, str, Role, str]) -> None:
    """The quote of a clipping is the same for a parser, whatever stands around it."""
    words, headline, note, role, parser = made
    of = records.article(metadata=Metadata(headline=headline, authors=(headline,)))
    clipping = replace(records.clipping(of, records.HEADLINE), quote=words, role=role)
    clipping = replace(clipping, highlight=replace(clipping.highlight, note=note))
    written = markdown.write((clipping, clipping))
    written.encode("utf-8")
    bodies = quotes(written.partition("\n---\n")[2], parser)
    assert ["\n".join(block[:-1]) for block in bodies] == [words, words]


def fields_come_back(made: tuple[str, str, tuple[str, ...]]) -> None:
    """A parser of YAML finds the fields of an article as they are known."""
    headline, publisher, authors = made
    known = Metadata(headline=headline, publisher=publisher, authors=authors)
    fields = front_matter.fields("a1", known, authors)
    written = front_matter.write(fields)
    assert front_matter.article_id_in(written) == "a1"
    found = YAML(typ="safe").load(written.removeprefix("---\n").removesuffix("---\n"))
    assert found == fields


def is_a_name(made: tuple[str, str]) -> None:
    """A headline becomes a name that Explorer, Finder and ext4 take."""
    name = file_name(*made)
    assert is_legal(name)
    assert unicodedata.is_normalized("NFC", name)
    assert utf16_length(name) <= LONGEST_UNITS
    assert len(name.encode()) <= LONGEST_BYTES


TARGETS = (
    Target(
        "clipping",
        st.tuples(
            any_text, any_text, any_text, st.sampled_from(ROLES), st.sampled_from(sorted(PARSERS))
        ),
        comes_back,
    ),
    Target(
        "front matter",
        st.tuples(any_text, any_text, st.lists(any_text, max_size=3).map(tuple)),
        fields_come_back,
    ),
    Target("file name", st.tuples(st.text() | any_text, st.text()), is_a_name, 300),
)
