"""Exported Markdown as a parser of CommonMark reads it."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSERS = {
    "commonmark": MarkdownIt("commonmark", {"html": True}),
    "with tables and strikethrough": MarkdownIt("commonmark", {"html": True}).enable(
        ["table", "strikethrough"]
    ),
}
LITERAL = {"text", "text_special"}


def words_of(token: Token) -> str:
    """The characters of a paragraph; what is more than text is named, so that no test misses it."""
    found = (t.content if t.type in LITERAL else f"<{t.type}>" for t in token.children or ())
    return "".join(found)


def paragraphs(markdown: str, parser: str = "commonmark") -> Iterator[str]:
    """All paragraphs in order; any other block is named by its kind."""
    for token in PARSERS[parser].parse(markdown):
        if token.type == "inline":
            yield words_of(token)
        elif token.type in ("fence", "code_block"):
            yield token.content.removesuffix("\n")
        elif not token.type.startswith(("paragraph_", "blockquote_")):
            yield f"<{token.type}>"


def quotes(markdown: str, parser: str = "commonmark") -> list[list[str]]:
    """The paragraphs of each block quote."""
    found: list[list[str]] = []
    depth = 0
    for token in PARSERS[parser].parse(markdown):
        if token.type == "blockquote_open":
            depth += 1
            found.append([])
        elif token.type == "blockquote_close":
            depth -= 1
        elif not depth:
            continue
        elif token.type == "inline":
            found[-1].append(words_of(token))
        elif token.type in ("fence", "code_block"):
            found[-1].append(token.content.removesuffix("\n"))
        elif not token.type.startswith("paragraph_"):
            found[-1].append(f"<{token.type}>")
    return found
