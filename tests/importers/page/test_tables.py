from __future__ import annotations

import pytest

from clipreader.importers.page.tables import table_text
from tests.importers.page.pages import WORDS, first


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ("<tr><th>a<th>b<tr><td>c<td>d", "a\tb\nc\td"),
        ("<thead><tr><th>a<th>b<tbody><tr><td> c\n<b>d</b><td>e<br>f", "a\tb\nc d\te f"),
        ("<tr><td>a<td><tr><td>b<td>c", "a\t\nb\tc"),
        ("<tr><td>a<td>b", None),
        ("<tr><td>a<tr><td>b<tr><td>c", None),
        ("<tr><td>a<td><img src=x><tr><td>c<td>d", None),
        ("<tr><td>a<td><table><tr><td>x</table><tr><td>c<td>d", None),
        (f"<tr><td>a<td>{WORDS * 4}<tr><td>c<td>d", None),
        ("<tr><td>a<td>b<script>x</script><tr><td>c<td>d", "a\tb\nc\td"),
        ("", None),
    ],
)
def test_only_data_becomes_a_text(rows, text):
    assert table_text(first(f"<table>{rows}</table>", "table")) == text
