"""Writes an article into every format that ClipReader reads, as the programs of each write it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

from clipreader.model import Source
from clipreader.operations.parsing import source_from_path
from clipreader.operations.unpacking import Unpacking, articles_in
from tests.formats.manuscripts import Manuscript
from tests.formats.printed import printed
from tests.importers import containers, epub
from tests.importers.documents import docx, odt, page, rtf
from tests.importers.documents.manuscript import Piece, Run, zipped

PICTURES = "article_files"
ADDRESS = "https://tides.example/articles/one"


def plain_text(article: Manuscript) -> str:
    """An article as people paste it: an empty line between blocks, lists with their marks."""
    blocks: list[str] = []
    for before, one, words in zip(
        ("", *_kinds(article)), article.pieces, article.words, strict=False
    ):
        is_next = before == one.kind and one.kind in ("item", "number")
        blocks.append(("\n" if is_next else "\n\n") + words)
    return "".join(blocks).strip() + "\n"


def markdown(article: Manuscript) -> str:
    """An article as notes keep it."""
    return "\n\n".join(_noted(one) for one in article.pieces) + "\n"


def _kinds(article: Manuscript) -> tuple[str, ...]:
    return tuple(one.kind for one in article.pieces)


def _noted(one: Piece) -> str:
    words = "".join(_noted_run(run) for run in one.runs)
    if one.kind == "table":
        rows = ["|" + "|".join(row) + "|" for row in one.rows]
        return "\n".join([rows[0], "|-" * len(one.rows[0]) + "|", *rows[1:]])
    if one.picture:
        return f"![]({_data(one)})\n\n{words}"
    lead = {"title": "# ", "heading": "## ", "quote": "> ", "item": "- "}
    return (f"{one.level}. " if one.kind == "number" else lead.get(one.kind, "")) + words


def _noted_run(run: Run) -> str:
    words = f"[{run.text}]({run.link})" if run.link else run.text
    return f"**{words}**" if run.strong else f"*{words}*" if run.emphasis else words


def _data(one: Piece) -> str:
    return containers.data_address(one.picture or b"", "image/png")


def page_of(article: Manuscript) -> str:
    return page.written(article.pieces).decode()


def _beside(article: Manuscript) -> tuple[str, dict[str, bytes]]:
    """A page that names its pictures in a folder, and these pictures."""
    markup, pictures = page_of(article), {}
    for number, one in enumerate(one for one in article.pieces if one.picture):
        way = f"{PICTURES}/{number}.png"
        markup = markup.replace(_data(one), way)
        pictures[way] = one.picture or b""
    return markup, pictures


def _one_file(ending: str, made: Callable[[Manuscript], bytes | str]):
    def write(article: Manuscript, folder: Path) -> Source:
        data = made(article)
        path = folder / f"article.{ending}"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return source_from_path(path)

    return write


def _complete(article: Manuscript, folder: Path) -> Source:
    markup, pictures = _beside(article)
    (folder / PICTURES).mkdir()
    for way, data in pictures.items():
        (folder / way).write_bytes(data)
    (folder / "article.html").write_text(markup, encoding="utf-8")
    return source_from_path(folder / "article.html")


def _unpacked(folder: Path, name: str, data: bytes) -> Source:
    """The one article of a file that holds several."""
    (folder / name).write_bytes(data)
    (inside,), _ = articles_in(folder / name)
    return Unpacking().source_of(inside)


def _book(article: Manuscript, folder: Path) -> Source:
    markup, pictures = _beside(article)
    body = markup.partition("<body>")[2].replace(f'src="{PICTURES}', f'src="../{PICTURES}')
    chapter = epub.page("", body).replace("<h1></h1>", "").replace('.png">', '.png"/>')
    files = dict.fromkeys(epub.FILES)
    shelf = {"META-INF/container.xml": epub.CONTAINER, "OEBPS/package.opf": epub.PACKAGE}
    inside = {f"OEBPS/{way}": data for way, data in pictures.items()}
    return _unpacked(
        folder,
        "book.epub",
        epub.epub({**files, **shelf, "OEBPS/Text/two.xhtml": chapter, **inside}),
    )


def _zip(article: Manuscript, folder: Path) -> Source:
    markup, pictures = _beside(article)
    return _unpacked(folder, "article.zip", zipped({"article.html": markup, **pictures}))


def _clipboard(article: Manuscript, folder: Path) -> Source:
    """What a browser puts on the clipboard: the fragment that was selected."""
    inner = page_of(article).partition("<article>")[2].partition("</article>")[0]
    whole = f"<html><body><!--StartFragment-->{inner}<!--EndFragment--></body></html>"
    return Source("pasted text", whole.encode(), "text/html", link=ADDRESS)


def _single_file(article: Manuscript) -> str:
    told = f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: x\n-->"
    return page_of(article).replace("<!DOCTYPE html>", f"<!DOCTYPE html><html>{told}<head>")


def _webarchive(article: Manuscript) -> bytes:
    return containers.webarchive(markup=page_of(article))


def _text_mail(article: Manuscript) -> bytes:
    return containers.text_mail(plain_text(article), subject="Fwd: " + article.pieces[0].text)


def _page_mail(article: Manuscript) -> bytes:
    return containers.mail(page_of(article), escape(plain_text(article)))


FORMATS: dict[str, Callable[[Manuscript, Path], Source]] = {
    "text": _one_file("txt", plain_text),
    "markdown": _one_file("md", markdown),
    "page": _one_file("html", page_of),
    "page and folder": _complete,
    "MHTML": _one_file("mhtml", lambda one: containers.mhtml(page_of(one))),
    "web archive": _one_file("webarchive", _webarchive),
    "SingleFile": _one_file("single.html", _single_file),
    "DOCX": _one_file("docx", lambda one: docx.written(one.pieces)),
    "ODT": _one_file("odt", lambda one: odt.written(one.pieces)),
    "RTF": _one_file("rtf", lambda one: rtf.written(one.pieces)),
    "EPUB": _book,
    "mail": _one_file("eml", _page_mail),
    "text mail": _one_file("text.eml", _text_mail),
    "PDF": _one_file("pdf", printed),
    "zip": _zip,
    "clipboard": _clipboard,
}
"""By their names, what writes an article into a format and hands on what is to be read."""

PARTS_OF = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "page": "text/html",
    "MHTML": "multipart/related",
    "web archive": "application/x-webarchive",
    "mail": "message/rfc822",
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ODT": "application/vnd.oasis.opendocument.text",
    "RTF": "application/rtf",
    "PDF": "application/pdf",
    "EPUB": ".epub",
    "zip": ".zip",
}
"""Which of them stands for which importer, or for which file that holds several articles."""
