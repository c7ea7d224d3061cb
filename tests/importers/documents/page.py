"""Writes an article as a page, to compare the other formats with."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape

from tests.importers.documents.manuscript import Piece, Run


def written(pieces: Sequence[Piece]) -> bytes:
    """An article as a page of HTML."""
    body = "".join(_piece(one) for one in pieces)
    page = f"<!DOCTYPE html><meta charset=utf-8><title>{escape(pieces[0].text)}</title>"
    return f"{page}<body><article>{body}</article>".encode()


def _piece(one: Piece) -> str:
    inner = "".join(_run(each) for each in one.runs)
    if one.kind == "caption":
        source = base64.b64encode(one.picture or b"").decode()
        picture = f'<img src="data:image/png;base64,{source}">' if one.picture else ""
        return f"<figure>{picture}<figcaption>{inner}</figcaption></figure>"
    if one.kind == "table":
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
            for row in one.rows
        )
        return f"<table>{rows}</table>"
    if one.kind in ("deck", "byline"):
        return f'<p class="{one.kind}">{inner}</p>'
    if one.kind == "number":
        return f'<ol start="{one.level}"><li>{inner}</li></ol>'
    open_, close = {
        "title": ("<h1>", "</h1>"),
        "heading": ("<h2>", "</h2>"),
        "quote": ("<blockquote><p>", "</p></blockquote>"),
        "item": ("<ul><li>", "</li></ul>"),
    }.get(one.kind, ("<p>", "</p>"))
    return f"{open_}{inner}{close}"


def _run(one: Run) -> str:
    words = escape(one.text)
    if one.link:
        words = f'<a href="{escape(one.link)}">{words}</a>'
    if one.strong:
        words = f"<b>{words}</b>"
    return f"<i>{words}</i>" if one.emphasis else words
