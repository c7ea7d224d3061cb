"""Damaged and mixed-up documents of every kind give a draft or one sentence, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader.importers import media_type_of, read
from clipreader.model import Source, UnreadableSource
from tests.importers.documents import docx, odt, printing, rtf
from tests.importers.documents.manuscript import FERRY

WHOLE = {
    "docx": docx.written(FERRY),
    "odt": odt.written(FERRY),
    "rtf": rtf.written(FERRY),
    "pdf": printing.pdf([printing.column([piece.text for piece in FERRY])]),
}

PIECES: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "docx": (
        docx.paragraph(docx.run("a", "<w:b/>") + docx.drawing("rId1"), "Descripcin")
        + "<w:tbl><w:tr><w:tc><w:hyperlink><w:fldSimple><w:ins><w:del><w:sdt><w:sdtContent>",
        docx.docx,
    ),
    "odt": (
        odt.paragraph('<text:span text:style-name="B">a</text:span>' + odt.picture("x"), "Title")
        + "<text:list><text:list-item><table:table><table:table-row><table:table-cell><draw:frame>"
        "<draw:text-box><text:note><text:note-body><text:a><text:h><draw:g><text:section>",
        odt.odt,
    ),
}
"""Mark-up to be cut and mixed, and what makes a whole file of it."""


def drafted(data: bytes, ending: str) -> None:
    kind = media_type_of(f"a.{ending}", data)
    try:
        draft = read(Source(f"a.{ending}", data, kind or "none"))
    except UnreadableSource as error:
        assert str(error).startswith("“")
        assert str(error).endswith(".")
    else:
        assert draft.lines
        assert all(line.text.strip() for line in draft.lines)


@pytest.mark.parametrize("ending", WHOLE)
@settings(max_examples=120, deadline=None)
@given(
    changes=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=12),
    kept=st.floats(0.5, 1),
)
def test_a_damaged_file(ending, changes, kept):
    data = WHOLE[ending]
    changed = bytearray(data[: round(len(data) * kept)] if kept < 0.9 else data)
    for place, value in changes:
        changed[min(int(place * len(changed)), len(changed) - 1)] = value
    drafted(bytes(changed), ending)


@pytest.mark.parametrize("ending", PIECES)
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_mixed_up_mark_up(ending, data):
    mark_up, made = PIECES[ending]
    pieces = [one for one in mark_up.replace("<", "\0<").split("\0") if one]
    closed = [f"</{one[1:].split()[0].rstrip('>/')}>" for one in pieces if one[1:2] != "/"]
    order = data.draw(st.lists(st.sampled_from(pieces + closed), max_size=30))
    drafted(made("".join(order)), ending)


@pytest.mark.parametrize("ending", PIECES)
def test_deep_nesting(ending):
    mark_up, made = PIECES[ending]
    for one in {piece.split(">")[0] for piece in mark_up.split("<") if piece}:
        name = one.split()[0].strip("/")
        drafted(made(f"<{name}>" * 600 + "x" + f"</{name}>" * 600), ending)
        drafted(made(f"<{name}>" * 230 + "x" + f"</{name}>" * 230), ending)
