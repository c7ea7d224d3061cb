"""Which importer reads which kind of input."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from clipreader.importers import (
    link,
    mail,
    markdown,
    mhtml,
    open_document,
    pdf,
    plain_text,
    rich_text,
    web_page,
    webarchive,
    word_document,
)
from clipreader.model import Draft, Source, UnreadableSource


@dataclass(frozen=True, slots=True)
class Importer:
    """A kind of input: its name for people, its media type, its file endings, its reader.

    ``read`` raises UnreadableSource with a sentence for the person.
    """

    name: str
    media_type: str
    endings: tuple[str, ...]
    read: Callable[[Source], Draft]


IMPORTERS: tuple[Importer, ...] = (
    Importer("Plain text", "text/plain", (".txt", ".text"), plain_text.read),
    Importer("Web page", "text/html", (".html", ".htm", ".xhtml"), web_page.read),
    Importer("MHTML", mhtml.MEDIA_TYPE, (".mhtml", ".mht"), mhtml.read),
    Importer("Safari web archive", webarchive.MEDIA_TYPE, (".webarchive",), webarchive.read),
    Importer("Mail", mail.MEDIA_TYPE, (".eml",), mail.read),
    Importer("Markdown", "text/markdown", (".md", ".markdown"), markdown.read),
    Importer("Word document", word_document.MEDIA_TYPE, (".docx",), word_document.read),
    Importer("OpenDocument text", open_document.MEDIA_TYPE, (".odt",), open_document.read),
    Importer("Rich text", rich_text.MEDIA_TYPE, (".rtf",), rich_text.read),
    Importer("PDF", pdf.MEDIA_TYPE, (".pdf",), pdf.read),
    Importer("Link", link.MEDIA_TYPE, link.ENDINGS, link.read),
)
"""Every format that can be read, in the order in which people are told."""


def read(source: Source) -> Draft:
    """Make a draft of a source. Raises UnreadableSource with a sentence for the person."""
    for importer in IMPORTERS:
        if importer.media_type == source.media_type:
            draft = importer.read(source)
            if not any(line.text for line in draft.lines):
                raise UnreadableSource(f"“{source.name}” holds no text.")
            return draft
    raise of_no_kind(source.name)


def of_no_kind(name: str) -> UnreadableSource:
    """Return what to raise for a file of a kind that no importer reads."""
    if name.lower().endswith((".epub", ".zip")):
        return UnreadableSource(f"“{name}” holds several articles: import it to have them.")
    if name.lower().endswith(IMPORTERS[0].endings):
        return UnreadableSource(f"“{name}” is named like a text and holds none.")
    return UnreadableSource(f"“{name}” is not a kind of file that ClipReader reads.")
