"""One module per kind of input, one function each: ``read(source) -> Draft``.

What, why: an importer says what a file's own mark-up says and nothing more; which line is a
caption or a deck is the anatomy's decision, so that the same article comes out the same from
every format. May import ``model`` and ``text`` and the parsers (lxml, markdown-it, PDFium, the
standard library's zipfile, plistlib and email); no importer knows another, but what is a page or
a text in a container is handed on to ``web_page`` or ``plain_text``. Adding a format adds a module
and a line to ``IMPORTERS``; a file that holds several articles has a line in ``COLLECTIONS``.
"""

from clipreader.importers.collection import COLLECTIONS, Collection
from clipreader.importers.link import MEDIA_TYPE as LINK
from clipreader.importers.media_types import is_binary, media_type_of
from clipreader.importers.packing import PAGE_FOLDERS, named_in, packed
from clipreader.importers.page.pictures import is_picture
from clipreader.importers.registry import IMPORTERS, Importer, of_no_kind, read

__all__ = [
    "COLLECTIONS",
    "IMPORTERS",
    "LINK",
    "PAGE_FOLDERS",
    "Collection",
    "Importer",
    "is_binary",
    "is_picture",
    "media_type_of",
    "named_in",
    "of_no_kind",
    "packed",
    "read",
]
