from __future__ import annotations

import pytest

from clipreader.importers import IMPORTERS, read
from clipreader.model import Source, UnreadableSource


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.name)
def test_each_importer_reads_its_kind(importer):
    draft = read(Source("a", b"Some words of an article.", importer.media_type))
    assert draft.media_type == importer.media_type
    assert [line.text for line in draft.lines] == ["Some words of an article."]


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.name)
def test_what_holds_no_text_is_refused_by_name(importer):
    with pytest.raises(UnreadableSource, match=r"“empty\.x” holds no text"):
        read(Source("empty.x", b" \n", importer.media_type))


def test_an_unknown_kind_is_refused():
    with pytest.raises(UnreadableSource, match="is not a kind of file that ClipReader reads"):
        read(Source("a.psd", b"8BPS", "image/x-photoshop"))


def test_endings_and_kinds_are_told_once():
    endings = [ending for importer in IMPORTERS for ending in importer.endings]
    assert len(endings) == len(set(endings))
    assert len({importer.media_type for importer in IMPORTERS}) == len(IMPORTERS)
