"""Every verb is one action: menus, toolbar and shortcuts show the same objects.

What else was tried: a table of data built in a loop. It is shorter, but the words of a table are
not found by the tool that collects strings for translation.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from clipreader.model import Colour
from clipreader.ui.icons import icon
from clipreader.ui.theme import Theme

Keys = QKeySequence.StandardKey | str


class Actions(QObject):
    """The app's verbs by name: ``actions["export"].triggered.connect(…)``."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._icons: dict[str, str] = {}
        self._words: dict[str, str] = {}
        self.themes = QActionGroup(self)
        self._add_file()
        self._add_edit()
        self._add_view()
        self._add_article()
        self._add_highlight()
        self._add_help()
        theme.changed.connect(self._tint)
        self._tint()

    def __getitem__(self, name: str) -> QAction:
        """Return an action by its name."""
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        """Walk the names in the order of the menus."""
        return iter(self._actions)

    def words(self, name: str) -> str:
        """Return what an action is called when nothing is added: "Undo", not "Undo import"."""
        return self._words[name]

    def enable(self, on: bool, *names: str) -> None:
        """Switch actions on or off together."""
        for name in names:
            self._actions[name].setEnabled(on)

    def _add(  # an action has this many properties, all named where they are set
        self,
        name: str,
        words: str,
        keys: Keys | tuple[Keys, ...] = (),
        *,
        picture: str = "",
        tip: str = "",
        checkable: bool = False,
        within: QWidget | None = None,
    ) -> QAction:
        action = QAction(words, self)
        action.setObjectName(name)
        action.setCheckable(checkable)
        wanted = [QKeySequence(one) for one in (keys if isinstance(keys, tuple) else (keys,))]
        shortcuts: list[QKeySequence] = []
        for one in wanted:  # the same twice is ambiguous, and Qt then does nothing
            if not one.isEmpty() and one not in shortcuts:
                shortcuts.append(one)
        action.setShortcuts(shortcuts)
        plain = tip or words.rstrip("…").replace("&", "")
        keyed = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{plain} ({keyed})" if keyed else plain)
        action.setStatusTip("")
        if within is None:
            self._window.addAction(action)
        self._actions[name] = action
        self._icons[name] = picture
        self._words[name] = words.rstrip("…").replace("&&", "&")
        return action

    def _add_file(self) -> None:
        keys = QKeySequence.StandardKey
        self._add(
            "import_files",
            self.tr("Import files…"),
            keys.Open,
            picture="plus",
            tip=self.tr("Import articles"),
        )
        self._add("import_folder", self.tr("Import folder…"), "Ctrl+Shift+O", picture="folder")
        self._add("samples", self.tr("Open a sample library"), picture="book-open")
        self._add("import_report", self.tr("Last import report…"))
        self._add(
            "watched_folders",
            self.tr("Watched folders…"),
            tip=self.tr("Folders from which articles come in by themselves"),
        )
        self._add("export", self.tr("Export…"), "Ctrl+E", picture="share")
        self._add(
            "export_library",
            self.tr("Export whole library…"),
            tip=self.tr("Everything, in a folder that can be read without ClipReader"),
        )
        self._add("backups", self.tr("Backups…"))
        self._add("check", self.tr("Check library"), tip=self.tr("Check every word of the library"))
        self._add("quit", self.tr("Quit"), (keys.Quit, "Ctrl+Q"))

    def _add_edit(self) -> None:
        keys = QKeySequence.StandardKey
        self._add("undo", self.tr("Undo"), keys.Undo, picture="undo-2")
        self._add("redo", self.tr("Redo"), (keys.Redo, "Ctrl+Shift+Z", "Ctrl+Y"), picture="redo-2")
        self._add("copy", self.tr("Copy"), keys.Copy, picture="copy")
        self._add(
            "paste",
            self.tr("Paste"),
            keys.Paste,
            picture="clipboard-paste",
            tip=self.tr("Import the text, page or files on the clipboard"),
        )
        self._add("select_all", self.tr("Select all"), keys.SelectAll)
        self._add("search", self.tr("Search the library"), "Ctrl+K", picture="search")
        self._add("find", self.tr("Find in this article…"), keys.Find)
        self._add("find_next", self.tr("Next hit"), ("F3", "Ctrl+G"))
        self._add("find_previous", self.tr("Previous hit"), ("Shift+F3", "Ctrl+Shift+G"))
        self._add("rules", self.tr("Rules…"), tip=self.tr("What you said is always so"))
        self._add("settings", self.tr("Settings…"), "Ctrl+,", picture="settings")

    def _add_view(self) -> None:
        self._add(
            "sidebar",
            self.tr("Sidebar"),
            "F9",
            picture="panel-left",
            tip=self.tr("Show or fold the sidebar"),
            checkable=True,
        )
        self._add("show_all", self.tr("All articles"), "Ctrl+Shift+A", picture="library")
        self._add("show_unread", self.tr("Unread"), "Ctrl+Shift+U")
        self._add("show_starred", self.tr("Starred"), "Ctrl+Shift+S")
        self._add("show_clippings", self.tr("Clippings"), "Ctrl+Shift+C")
        self._add("show_waiting", self.tr("New versions"))
        self._add("show_trash", self.tr("Trash"), "Ctrl+Shift+Backspace")
        self._add("typography", self.tr("Text size and line width"), picture="a-large-small")
        self._add("larger", self.tr("Larger text"), ("Ctrl++", "Ctrl+="))
        self._add("smaller", self.tr("Smaller text"), "Ctrl+-")
        self._add("normal_size", self.tr("Normal text size"), "Ctrl+0")
        self._add(
            "toggle_theme",
            self.tr("Switch between light and dark"),
            "Ctrl+Shift+D",
            picture="sun",
        )
        for choice, words in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            action = self._add(f"theme_{choice}", words, checkable=True)
            action.setData(choice)
            self.themes.addAction(action)
        self._add("full_screen", self.tr("Full screen"), "F11", checkable=True)

    def _add_article(self) -> None:
        self._add("previous", self.tr("Previous article"), "Alt+Up", picture="chevron-up")
        self._add("next", self.tr("Next article"), "Alt+Down", picture="chevron-down")
        self._add(
            "open", self.tr("Read"), picture="book-open", tip=self.tr("Go to the article’s text")
        )
        self._add("star", self.tr("Star"), "Ctrl+D", picture="star", checkable=True)
        self._add("unread", self.tr("Mark as unread"), "Ctrl+U", picture="circle-dot")
        self._add("fields", self.tr("Edit fields…"), "Ctrl+I", picture="pencil")
        self._add("original", self.tr("Show original"), "Ctrl+Shift+V", picture="file-text")
        self._add(
            "versions",
            self.tr("Versions…"),
            picture="list",
            tip=self.tr("Show every text of this article that came in"),
        )
        self._add(
            "read_again",
            self.tr("Read the original again"),
            picture="rotate-ccw",
            tip=self.tr("Recognise the parts anew; your corrections and highlights stay"),
        )
        self._add("trash", self.tr("Move to trash"), "Ctrl+Backspace", picture="trash-2")
        self._add("restore", self.tr("Restore from trash"), picture="undo-2")
        self._add("empty_trash", self.tr("Empty trash…"))

    def _add_highlight(self) -> None:
        names = (
            self.tr("Yellow"),
            self.tr("Green"),
            self.tr("Blue"),
            self.tr("Pink"),
            self.tr("Violet"),
        )
        for number, (colour, words) in enumerate(zip(Colour, names, strict=True), start=1):
            self._in_reader(colour.value, words, str(number))
        self._in_reader("tag", self.tr("Tag…"), "T", picture="tag")
        self._in_reader("note", self.tr("Note…"), "N", picture="message-square")
        self._in_reader("delete", self.tr("Remove highlight"), "Delete", picture="x")
        self._add(
            "clippings",
            self.tr("Clippings of this article"),
            "Ctrl+J",
            picture="highlighter",
            checkable=True,
        )

    def _in_reader(self, name: str, words: str, keys: str, *, picture: str = "") -> None:
        """Add a verb whose single key counts only while the reader has the keyboard."""
        action = self._add(name, words, keys, picture=picture, within=self._window)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _add_help(self) -> None:
        self._add("shortcuts", self.tr("Keyboard shortcuts"), "F1", picture="keyboard")
        self._add("log", self.tr("Show the log folder"))
        self._add("about", self.tr("About ClipReader"), picture="info")

    def _tint(self) -> None:
        look = self._theme.palette
        self._icons["toggle_theme"] = "moon" if look.is_dark else "sun"
        for name, picture in self._icons.items():
            if picture:
                self._actions[name].setIcon(icon(picture, look.dim, 17))
