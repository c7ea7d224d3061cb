"""Tables of data become one text; tables that only lay a page out are walked like any element."""

from __future__ import annotations

from collections.abc import Iterator

from clipreader.importers.page.tree import Element, name_of, words_in

_NO_DATA = frozenset({"table", "figure", "img", "h1", "h2", "h3", "article", "form", "iframe"})
_LONGEST_CELL = 400


def table_text(table: Element) -> str | None:
    """Return a table's rows by line feed and its cells by tab; None if it holds no data.

    Data is what has at least two rows and two columns of short cells and no picture, heading or
    further table inside.
    """
    if any(part is not table and name_of(part) in _NO_DATA for part in table.iter()):
        return None
    rows = [[_cell_text(cell) for cell in _cells(row)] for row in _rows(table)]
    rows = [row for row in rows if any(row)]
    wide = sum(len(row) > 1 for row in rows)
    if len(rows) < 2 or wide * 2 < len(rows):
        return None
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return None
    within = {"caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr"}
    if any(name_of(child) not in within for child in table):
        return None
    return "\n".join("\t".join(row) for row in rows)


def has_head(table: Element) -> bool:
    """Say whether all cells of the first row that says something are called headings."""
    for row in _rows(table):
        cells = list(_cells(row))
        if any(_cell_text(cell) for cell in cells):
            return all(name_of(cell) == "th" for cell in cells)
    return False


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if name_of(child) == "tr":
            yield child
        elif name_of(child) in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if name_of(row) == "tr")


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in row if name_of(cell) in ("td", "th"))


def _cell_text(cell: Element) -> str:
    words = "".join(words_in(cell)) if len(cell) else cell.text or ""
    return " ".join(words.split())
