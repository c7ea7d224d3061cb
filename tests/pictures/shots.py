"""Pictures of every window with a sample library: light and dark, at once and twice the size.

``python -m tests.pictures.shots FOLDER`` starts itself once for each look, because the scale of
Qt is fixed when it starts. The pictures are for people: a README, a review beside the design.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from clipreader import paths, settings
from clipreader.app import App
from clipreader.model import Article, Colour, Match, Query, Role, Rule, Source, Unfinished
from clipreader.operations import (
    Library,
    highlighting,
    importing,
    learning,
    open_library,
    reading,
)
from clipreader.ui.main_window import SIZE, Place
from clipreader.ui.theme import load_fonts
from clipreader.ui.unfinished_desk import interrupted

THEMES = ("light", "dark")
SCALES = ("1", "2")
ARTICLE = "Night Ferry"
"""How the headline of the article in the pictures begins."""

DIALOGS = (
    *("fields", "settings", "shortcuts", "about", "export", "original", "typography"),
    *("rules", "backups", "import_report", "watched_folders"),
)
"""The verbs that open what floats over the window."""

NARROWER = (1040, 700)
"""Widths, in pixels, at which the notes have folded into marks, and the sidebar away."""

HOSTS = ("diario.example", "gull.example", "xn--mnchen-3ya.example", "diario.example")
"""The sites of the links that come in."""

MARKED = (
    ("a passenger ferry left Harbour Town in the dark", Colour.YELLOW, ("ferry",), ""),
    ("a passenger ferry left Harbour Town", Colour.BLUE, (), ""),
    ("which have not changed in price", Colour.GREEN, ("money/fares",), "Check against 2013."),
    ("The piano for the chapel at Cape Selby", Colour.PINK, ("culture",), "For the Sunday page."),
    ("Nobody can say that we scratched anything", Colour.VIOLET, (), "The quote to open with"),
)


def make_library(folder: Path) -> str:
    """Fill a library with the samples, mark one article, and return its id."""
    with open_library(folder) as library:
        importing.import_sources(library, paths.samples())
        rows = reading.list_articles(library, Query())
        reading.set_unread(library, [row.id for row in rows[1::2]], unread=False)
        article_id = next(row.id for row in rows if row.headline.startswith(ARTICLE))
        for quote, colour, tags, note in MARKED:
            mark(library, article_id, quote, colour, tags, note)
        appeal = Rule("r", Match.BEGINS, "Support our work", Role.BOILERPLATE, "Puerto Diario")
        learning.add_rule(library, appeal)
        return article_id


def make_downloads(folder: Path) -> Path:
    """Make a folder to be watched, with some samples and a file that nobody can read."""
    folder.mkdir()
    for sample in paths.samples()[:6]:
        shutil.copy(sample, folder)
    (folder / "interrupted.html").write_text("<html></html>", encoding="utf-8")
    return folder


def mark(
    library: Library, article_id: str, quote: str, colour: Colour, tags: tuple[str, ...], note: str
) -> None:
    """Highlight the first place of a quote, which may have twins."""
    highlighting.add_quote(
        library, article_id, quote, colour=colour, tags=tags, note=note, occurrence=1
    )


def wait_until(look: Callable[[], object], what: str, limit: float = 20.0) -> None:
    """Let the window live until ``look`` is true. Raises TimeoutError."""
    end = time.monotonic() + limit
    while not look():
        QApplication.processEvents()
        time.sleep(0.005)
        if time.monotonic() > end:
            raise TimeoutError(what)
    for _ in range(40):
        QApplication.processEvents()
        time.sleep(0.005)


def picture(window: QWidget) -> QPixmap:
    """Return the window with all that floats over it."""
    whole = window.grab()
    painter = QPainter(whole)
    for floating in QApplication.topLevelWidgets():
        if floating is not window and floating.isVisible():
            place = floating.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())
            painter.drawPixmap(place, floating.grab())
    painter.end()
    return whole


def close_floating(window: QWidget) -> None:
    """Close dialogs and menus."""
    for floating in QApplication.topLevelWidgets():
        if floating is not window and floating.isVisible():
            floating.close()
    QApplication.processEvents()


def views(app: App, article_id: str) -> Iterator[str]:
    """Bring the window into one state after another and name it."""
    window, desks = app.window, app.desks
    assert desks is not None
    yield "reading"
    verbs = window.verbs
    window.reader.open_menu(3, window.reader.mapToGlobal(QPoint(300, 320)))
    yield "correcting-a-block"
    close_floating(window)
    verbs["show_clippings"].trigger()
    wait_until(lambda: window.place == Place.CLIPPINGS, "the clippings")
    yield "clippings"
    verbs["show_all"].trigger()
    window.toolbar.search.setText("harbour")
    wait_until(lambda: window.place == Place.READING, "the articles")
    yield "searching"
    window.toolbar.search.clear()
    window.unfinished_strip.tell(interrupted(Unfinished("", "Night ferries", 0, 612, 1000)))
    yield "interrupted"
    window.unfinished_strip.tell("")
    desks.watching.add(make_downloads(app.preferences.folder / "Downloads"))
    wait_until(lambda: desks.watching.notes.logbook.lines, "what lies in a watched folder")
    desks.backups.look()
    desks.importing.take(paths.samples()[:4])
    wait_until(verbs["import_report"].isEnabled, "a report")
    window.notices.hide()
    for name in DIALOGS:
        verbs[name].trigger()
        wait_until(lambda: True, name)
        yield name
        close_floating(window)
    verbs["trash"].trigger()
    wait_until(lambda: desks.reading.article_id != article_id, "the article beside it")
    desks.reading.open(article_id)
    wait_until(lambda: window.trash_strip.words, "the article in the trash")
    window.notices.hide()
    yield "in-the-trash"
    verbs["undo"].trigger()
    wait_until(lambda: not window.trash_strip.words, "the article out of it")
    verbs["find"].trigger()
    wait_until(lambda: True, "find")
    yield "finding"
    verbs["find"].trigger()
    window.find_bar.hide()
    yield from versions(app)
    for width in NARROWER:
        window.resize(width, SIZE[1])
        wait_until(lambda: True, "a narrow window")
        yield f"reading-{width}"
    window.resize(*SIZE)
    yield from links(app)


def links(app: App) -> Iterator[str]:
    """Bring links in, and show the questions and what stands above one that is open."""
    desks = app.desks
    assert desks is not None
    several = [f"https://{host}/{number}" for number, host in enumerate(HOSTS)]
    for name, addresses in (("links", several), ("a-link", ["https://diario.example/night-ferry"])):
        sources = [Source(one, one.encode(), "text/uri-list", path=one) for one in addresses]
        desks.importing.take(sources)
        wait_until(lambda: desks.links.dialog is not None, "the question")
        app.window.notices.hide()
        yield name
        close_floating(app.window)


def versions(app: App) -> Iterator[str]:
    """Let another text of the article come in, and look at what differs."""
    window, desks = app.window, app.desks
    assert desks is not None
    assert desks.reading.opened is not None
    desks.importing.take([another_text(desks.reading.opened.article)])
    wait_until(lambda: window.version_strip.words, "a version that waits")
    window.notices.hide()
    yield "version-waits"
    window.version_strip.compare_asked.emit()
    wait_until(lambda: desks.versions.comparison, "what differs")
    yield "versions-compared"
    close_floating(window)
    window.version_strip.use_asked.emit()
    wait_until(lambda: not window.version_strip.words, "the other text")
    window.notices.hide()
    window.verbs["versions"].trigger()
    wait_until(lambda: desks.versions.dialog, "the versions")
    yield "versions"
    close_floating(window)
    window.verbs["undo"].trigger()
    wait_until(lambda: window.version_strip.words, "the text before")
    window.version_strip.later_asked.emit()
    wait_until(lambda: not window.version_strip.words, "no strip")
    window.notices.hide()


def another_text(article: Article) -> Source:
    """The article as it was printed later: a sentence is new, one other, one gone."""
    text = "\n\n".join(article.quote(block.span) for block in article.blocks)
    for old, new in (
        ("which have not changed in price", "which went up in the autumn"),
        ("in the dark", "in the dark, and with a band on the upper deck"),
        ("Nobody can say that we scratched anything", ""),
    ):
        text = text.replace(old, new)
    return Source("night-ferry.txt", text.encode(), "text/plain")


def take(folder: Path, theme: str, scale: str) -> None:
    """Take all pictures of one look."""
    application = QApplication(sys.argv[:1])
    load_fonts()
    name = f"{theme}-{scale}x"
    with tempfile.TemporaryDirectory(prefix="clipreader-shots-") as place:
        library, kept = Path(place, "library"), Path(place, "settings.json")
        settings.save(settings.Settings(theme=theme), kept)
        app = opened(application, Path(place, "empty"), kept)
        wait_until(lambda: app.window.place == Place.EMPTY, "the empty window")
        picture(app.window).save(str(folder / f"empty-{name}.png"))
        closed(application, app)
        article_id = make_library(library)
        settings.save(settings.Settings(theme=theme, article=article_id), kept)
        app = opened(application, library, kept)
        wait_until(lambda: app.desks and app.desks.reading.article_id == article_id, "the article")
        for view in views(app, article_id):
            picture(app.window).save(str(folder / f"{view}-{name}.png"))
        closed(application, app)


def opened(application: QApplication, library: Path, kept: Path) -> App:
    """Open a window and wait for its library."""
    app = App(application, library, kept)
    app.window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
    app.window.resize(*SIZE)
    app.start()
    wait_until(lambda: app.desks is not None and app.desks.is_open, "the library")
    return app


def closed(application: QApplication, app: App) -> None:
    """Close a window and let its worker end."""
    app.window.close()
    application.clipboard().clear()
    wait_until(lambda: True, "the end")


def main(arguments: list[str]) -> int:
    """Take the pictures; a look of its own if one is named, else all."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    if len(arguments) == 3:
        take(folder, *arguments[1:])
        return 0
    for theme, scale in itertools.product(THEMES, SCALES):
        environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "tests.pictures.shots", str(folder), theme, scale]
        code = subprocess.call(command, env=environment)
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
