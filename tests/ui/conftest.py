"""What every test of a window needs: no screen, the shipped fonts, an empty clipboard."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clipreader.model import Article, Highlight
from clipreader.ui.reader import Reader
from clipreader.ui.theme import Theme, load_fonts


@pytest.fixture(scope="session")
def qapp_fonts(qapp: QApplication) -> QApplication:
    """The application with the reading face loaded, once."""
    load_fonts()
    return qapp


@pytest.fixture(autouse=True)
def clear_clipboard(qapp_fonts: QApplication) -> Iterator[None]:
    """Leave nothing on the clipboard: offscreen, Qt crashes at exit if something lies there."""
    yield
    qapp_fonts.clipboard().clear()


@pytest.fixture
def theme() -> Theme:
    """The light theme, so that pictures and colours do not hang on the machine."""
    return Theme("light")


@dataclass(frozen=True)
class Opened:
    """What the reader needs of an opened article."""

    article: Article
    highlights: tuple[Highlight, ...] = ()
    position: int = 0


@pytest.fixture
def opened() -> type[Opened]:
    """The record with which a test opens an article."""
    return Opened


@pytest.fixture
def reader(qtbot: QtBot, theme: Theme) -> Reader:
    """A reading pane that is wide enough for notes in the margin, with nothing open."""
    made = Reader(theme)
    qtbot.addWidget(made)
    made.resize(900, 800)
    made.show()
    qtbot.waitExposed(made)
    return made
