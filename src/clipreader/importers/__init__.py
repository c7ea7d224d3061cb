"""One module per kind of input, one function each: ``read(source) -> Draft``.

What, why: an importer says what a file's own mark-up says and nothing more; which line is a
caption or a deck is the anatomy's decision, so that the same article comes out the same from
every format. May import ``model`` and ``text`` and the parsers (lxml, markdown-it, the standard
library's html.parser); no importer knows another. Adding a format adds a module and a line to
``IMPORTERS``.
"""

from clipreader.importers.media_types import media_type_of
from clipreader.importers.registry import IMPORTERS, Importer, of_no_kind, read

__all__ = ["IMPORTERS", "Importer", "media_type_of", "of_no_kind", "read"]
