"""Books of the tests' own, as publishing programs write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from tests.importers.containers import JPEG, PNG, WORDS

SHIPYARDS = "Both yards pay for the one crane, and each of them says that the other broke it."

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""

PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Tides</dc:title></metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav scripted"/>
<item id="cover" href="Text/cover.xhtml" media-type="application/xhtml+xml"/>
<item id="blank" href="Text/blank.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="Text/one%20ferry.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="Text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="rights" href="Text/rights.xhtml" media-type="application/xhtml+xml"/>
<item id="aside" href="Text/aside.xhtml" media-type="application/xhtml+xml"/>
<item id="lost" href="Text/lost.xhtml" media-type="application/xhtml+xml"/>
<item id="ferry" href="Images/ferry.png" media-type="image/png"/>
</manifest>
<spine><itemref idref="cover"/><itemref idref="nav"/><itemref idref="blank"/>
<itemref idref="two"/><itemref idref="one"/><itemref idref="two"/><itemref idref="rights"/>
<itemref idref="aside" linear="no"/><itemref idref="lost"/><itemref idref="ferry"/></spine>
<guide><reference type="cover" title="Cover" href="Text/cover.xhtml#top"/></guide>
</package>"""


def page(title: str, words: str, more: str = "") -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
xml:lang="en"><head><title>Tides</title></head><body{more}><h1>{title}</h1>
{words}</body></html>"""


FILES = {
    "META-INF/container.xml": CONTAINER,
    "OEBPS/package.opf": PACKAGE,
    "OEBPS/nav.xhtml": page("Contents", "<nav><a href='Text/two.xhtml'>Two</a></nav>"),
    "OEBPS/Text/cover.xhtml": page("Tides", "<p>A book of the harbour</p>"),
    "OEBPS/Text/blank.xhtml": "<html><head><title>Tides</title></head><body></body></html>",
    "OEBPS/Text/one ferry.xhtml": page(
        "Night Ferry Returns",
        f"""<p>{WORDS}</p><figure><img src="../Images/ferry.png" alt="A ferry"/>
<figcaption>The ferry leaves</figcaption></figure><p>{WORDS}</p>""",
    ),
    "OEBPS/Text/two.xhtml": page("Two Shipyards", f"<p>{SHIPYARDS}</p>"),
    "OEBPS/Text/rights.xhtml": page("Rights", "<p>© Tides</p>", " epub:type='copyright-page'"),
    "OEBPS/Text/aside.xhtml": page("Aside", "<p>A note beside the text.</p>"),
    "OEBPS/Images/ferry.png": PNG,
    "OEBPS/Images/other.jpg": JPEG,
}
"""The files of a book with two chapters, one with a picture."""

CHAPTERS = ("OEBPS/Text/two.xhtml", "OEBPS/Text/one ferry.xhtml")


def epub(changed: Mapping[str, str | bytes | None] | None = None) -> bytes:
    """The book; ``changed`` files are other ones, or missing if None."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in {**FILES, **(changed or {})}.items():
            if content is not None:
                book.writestr(name, content)
    return made.getvalue()
