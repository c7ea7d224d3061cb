"""The menu bar, and the menus that open over a row."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from clipreader.model import Colour
from clipreader.ui.actions import Actions
from clipreader.ui.wording import tr

FILE = (
    *("import_files", "import_folder", "watched_folders", "samples", "import_report", ""),
    *("export", "export_library", "", "backups", "check", "", "quit"),
)
EDIT = (
    *("undo", "redo", "", "copy", "paste", "select_all", ""),
    *("search", "find", "find_next", "find_previous", "", "rules", "settings"),
)
VIEW = (
    *("sidebar", "full_screen", ""),
    *("show_all", "show_unread", "show_starred", "show_clippings", "show_waiting", "show_trash"),
    "",
    *("typography", "larger", "smaller", "normal_size", ""),
    *("theme_system", "theme_light", "theme_dark", "toggle_theme"),
)
ARTICLE = (
    *("previous", "next", "open", "", "star", "unread", ""),
    *("fields", "original", "versions", "read_again", "", "trash", "restore", "empty_trash"),
)
HIGHLIGHT = (*(colour.value for colour in Colour), "", "tag", "note", "delete", "", "clippings")
HELP = ("shortcuts", "log", "about")

IN_LIST = (
    *("open", "star", "unread", "", "fields", "original", "versions", "read_again", ""),
    *("export", "", "trash", "restore"),
)
"""The verbs of the menu over an article's row."""


def build_menus(bar: QMenuBar, actions: Actions) -> None:
    """Fill the menu bar."""
    for title, names in (
        (tr("&File"), FILE),
        (tr("&Edit"), EDIT),
        (tr("&View"), VIEW),
        (tr("&Article"), ARTICLE),
        (tr("Hi&ghlight"), HIGHLIGHT),
        (tr("&Help"), HELP),
    ):
        fill(bar.addMenu(title), names, actions)


def list_menu(actions: Actions, parent: QWidget) -> QMenu:
    """Return the menu over an article's row."""
    menu = QMenu(parent)
    fill(menu, IN_LIST, actions)
    return menu


def fill(menu: QMenu, names: tuple[str, ...], actions: Actions) -> None:
    """Add actions by name; an empty name draws a line."""
    for name in names:
        if name:
            menu.addAction(actions[name])
        else:
            menu.addSeparator()
