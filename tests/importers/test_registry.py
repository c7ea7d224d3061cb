from __future__ import annotations

import pytest

from clipreader.importers import (
    IMPORTERS,
    link,
    mail,
    media_type_of,
    mhtml,
    of_no_kind,
    open_document,
    pdf,
    read,
    rich_text,
    webarchive,
    word_document,
)
from clipreader.model import Source, UnreadableSource
from tests.importers import containers
from tests.importers.documents import docx, odt, printing, rtf

WORDS = "Some words of an article."
ADDRESS = "https://diario.example/night-ferry"


def desktop_link(words: str) -> bytes:
    """A link with these words for its title; to nowhere if there are none."""
    address = ADDRESS if words.strip() else ""
    return f"[Desktop Entry]\nType=Link\nName={words}\nURL={address}\n".encode()


SAMPLES = {
    mhtml.MEDIA_TYPE: lambda words: containers.mhtml(f"<p>{words}</p>"),
    webarchive.MEDIA_TYPE: lambda words: containers.webarchive(markup=f"<p>{words}</p>"),
    mail.MEDIA_TYPE: containers.text_mail,
    word_document.MEDIA_TYPE: lambda words: docx.docx(docx.paragraph(docx.run(words))),
    open_document.MEDIA_TYPE: lambda words: odt.odt(odt.paragraph(words)),
    rich_text.MEDIA_TYPE: lambda words: rtf.rtf(rtf.paragraph(words)),
    pdf.MEDIA_TYPE: lambda words: printing.pdf([[printing.Set(words, 60, 700)]]),
    link.MEDIA_TYPE: desktop_link,
}
"""How words become a file of a kind that is more than its words."""

BELOW = {link.MEDIA_TYPE: [ADDRESS]}
"""What stands below the words, where a file cannot be without it."""

NOTHING = {link.MEDIA_TYPE: "address of a web page"}
"""What a file without words is said not to hold, where that is not text."""

every_importer = pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.name)


def written(words: str, media_type: str) -> bytes:
    return SAMPLES[media_type](words) if media_type in SAMPLES else words.encode()


@every_importer
def test_each_importer_reads_its_kind(importer):
    data = written(WORDS, importer.media_type)
    draft = read(Source("a", data, importer.media_type))
    assert draft.media_type == importer.media_type
    assert [line.text for line in draft.lines] == [WORDS, *BELOW.get(importer.media_type, [])]


@every_importer
def test_each_kind_is_known_by_its_bytes_and_name(importer):
    data = written(WORDS, importer.media_type)
    for ending in importer.endings:
        assert media_type_of(f"a{ending}", data) == importer.media_type
    if importer.media_type in SAMPLES:
        assert media_type_of("a.txt", data) == importer.media_type


@every_importer
def test_what_holds_no_text_is_refused_by_name(importer):
    told = NOTHING.get(importer.media_type, "text")
    with pytest.raises(UnreadableSource, match=rf"“empty\.x” holds no {told}"):
        read(Source("empty.x", written(" \n", importer.media_type), importer.media_type))


def test_an_unknown_kind_is_refused():
    with pytest.raises(UnreadableSource, match="is not a kind of file that ClipReader reads"):
        read(Source("a.psd", b"8BPS", "image/x-photoshop"))


def test_endings_and_kinds_are_told_once():
    endings = [ending for importer in IMPORTERS for ending in importer.endings]
    assert len(endings) == len(set(endings))
    assert len({importer.media_type for importer in IMPORTERS}) == len(IMPORTERS)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("film.mp4", "is not a kind of file that ClipReader reads."),
        ("noise.TXT", "is named like a text and holds none."),
        ("book.epub", "holds several articles: import it to have them."),
    ],
)
def test_what_cannot_be_read_is_told_by_its_name(name, told):
    assert str(of_no_kind(name)) == f"“{name}” {told}"
