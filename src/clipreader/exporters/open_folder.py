"""The whole library as a folder that can be read without this program.

``README.txt`` says what is what to whoever finds the folder; ``library.json`` is the manifest;
each article has a folder with its original bytes, its pictures, ``article.md`` for people and
``article.json`` with every row the library has of it. ``checksums.sha256`` is written last, in the
form of ``sha256sum``: a folder without it is none.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from clipreader.exporters import escaping, file_names, front_matter, markdown
from clipreader.model import Article, Clipping, Part, Role

VERSION: Final = 1
"""The number of this format; a folder with a higher one is not read."""

KIND: Final = "ClipReader library"
"""What the manifest says it is."""

MANIFEST: Final = "library.json"
CHECKSUMS: Final = "checksums.sha256"
README: Final = "README.txt"
ARTICLE: Final = "article.json"
READABLE: Final = "article.md"
ARTICLES: Final = "articles"

EXPLAINED: Final = """\
This folder is a whole ClipReader library, written so that it can be read without ClipReader.

articles/            one folder for each article, named after its headline
  article.md         the article and what was marked in it, to be read as it is (Markdown, UTF-8)
  article.json       everything the library knows of it (JSON, UTF-8), see below
  other files        the bytes as they were received, and the pictures that came with them
library.json         what this folder is, the articles in the order in which they came in, and
                     the rules for later ones
checksums.sha256     the SHA-256 of every other file; check with: sha256sum -c checksums.sha256

In article.json, "files" names the file of each SHA-256. "rows" has the rows of the library:
  articles           the fields (headline, authors, ...), where it came from, when it was added
  texts              the texts; a later version of the article has a text of its own
  recognitions       which text is shown, and its parts: lists of role, start, end, ... ("blocks"
                     are whole lines, "marks" lie inside them); places count Unicode code points
                     of the text, from 0; "evidence" says where fields come from
  highlights         the words marked ("exact", with what stands around them), the place where
                     they were found, colour, note and tags
  corrections        what the person said that a part or field is
  shelf              unread, starred, in the trash since, read up to where
  versions           other texts of the same article
  images             the pictures of a text; "hash" names the file
  seals              a SHA-256 over fields and parts
"number", "article" and "text" tie rows together and mean nothing else. Times are UTC.

To bring all of it into a library: clipreader import FOLDER
What is in that library already is left as it is. The steps for Undo are not part of this folder.
"""
"""What README.txt says."""

Files = Mapping[str, bytes]
"""Contents by path in the folder; paths have slashes."""

_LONGEST_ENDING: Final = 10
_LEVELS: Final = {Role.HEADLINE: 1, Role.CROSSHEAD: 2}
_PICTURES: Final = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
}


def folder_name(article: Article, taken: set[str]) -> str:
    """Return the name of an article's folder, which no other has, and remember it in ``taken``."""
    name = file_names.file_name(article.metadata.headline, article.id)
    name = file_names.unique(name, taken)
    taken.add(file_names.folded(name))
    return name.removesuffix(file_names.ENDING)


def contents_named(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, str]:
    """Return file names for an article's original, versions and pictures, by their SHA-256."""
    taken = {file_names.folded(name) for name in (ARTICLE, READABLE)}
    named: dict[str, str] = {}

    def name(digest: str, wanted: str) -> None:
        if digest not in named:
            named[digest] = file_names.unique(wanted, taken)
            taken.add(file_names.folded(named[digest]))

    for row in (*rows["articles"], *rows["versions"]):
        name(row["source_hash"], _file_name(row["source_name"]))
    for row in rows["images"]:
        if row["hash"]:
            name(row["hash"], f"picture.{_PICTURES.get(row['media_type'], 'bin')}")
    return named


def article_json(rows: object, files: Mapping[str, str]) -> bytes:
    """Return ``article.json``."""
    return _json({"files": dict(files), "rows": rows})


def manifest(schema: int, made: str, articles: Sequence[str], rules: object) -> bytes:
    """Return ``library.json``; ``made`` is UTC in ISO 8601, ``articles`` are folders in order."""
    said = {"kind": KIND, "version": VERSION, "schema": schema, "made": made}
    return _json({**said, "articles": list(articles), "rules": rules})


def readable(article: Article, clippings: Sequence[Clipping]) -> bytes:
    """Return an article and its clippings as Markdown."""
    known = front_matter.write(front_matter.fields(article.id, article.metadata, ()))
    pieces = [piece for block in article.blocks for piece in _block(article, block)]
    if clippings:
        pieces += [escaping.heading("Clippings", 1), markdown.write_bare(clippings).rstrip("\n")]
    return "\n".join((known, "\n\n".join(pieces), "")).encode("utf-8", "replace")


def checksums(digests: Mapping[str, str]) -> bytes:
    """Return ``checksums.sha256``: a line for each path with its SHA-256."""
    lines = (f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
    return "".join(lines).encode()


def checksums_read(data: bytes) -> dict[str, str]:
    """Return the SHA-256 of each path. Raises ValueError for what is no such file, or leads out."""
    found: dict[str, str] = {}
    for line in data.decode("utf-8").splitlines():
        digest, _, path = line.partition("  ")
        parts = PurePosixPath(path).parts
        leads_out = ".." in parts or path.startswith("/") or "\\" in path or ":" in path
        if len(digest) != len(digest_of(b"")) or not parts or leads_out:
            raise ValueError(line)
        found[path] = digest
    return found


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _file_name(name: str) -> str:
    """Return a legal name that keeps the ending; ways in without one ("pasted text") get .txt."""
    beginning, dot, ending = name.rpartition(".")
    if not dot or not ending.isascii() or not ending.isalnum() or len(ending) > _LONGEST_ENDING:
        beginning, ending = name, "txt"
    return f"{file_names.stem(beginning, len(ending) + 1)}.{ending}"


def _block(article: Article, block: Part) -> Iterator[str]:
    text = article.quote(block.span)
    if block.role in _LEVELS:
        yield escaping.heading(text, block.level or _LEVELS[block.role])
    elif block.role in (Role.TABLE, Role.CODE):
        yield escaping.fenced(text)
    elif block.role == Role.QUOTE:
        yield from _led("> ", escaping.paragraphs(text))
    elif block.role == Role.LIST_ITEM:
        lead = article.lead_of(block).replace("•", "-") or "-"
        yield from _led(f"{lead} ", escaping.paragraphs(text))
    else:
        yield from escaping.paragraphs(text)


def _led(lead: str, paragraphs: Iterable[str]) -> Iterator[str]:
    return (lead + words for words in paragraphs)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")
