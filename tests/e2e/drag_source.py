"""A small foreign window whose content can be dragged: GTK, run by an interpreter that has it.

    drag_source.py files PATH...
    drag_source.py text FILE
    drag_source.py html FILE
    drag_source.py link FILE

The latter three offer what stands in the file: as text, as mark-up, or as a link the way a browser
does, the address in the first line and its title in the second.

It reports on standard output, one word a line, what the other side does: ``ready`` (with the
window shown), ``begun``, ``accepted`` (the target under the pointer would take it), ``asked`` and
the wanted form, ``ended`` and the action. A test waits for these instead of for a time.
"""

from __future__ import annotations

import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402  (the versions must be set first)

FORMS = {
    "files": ("text/uri-list",),
    "text": ("text/plain;charset=utf-8", "UTF8_STRING", "text/plain"),
    "html": ("text/html", "text/plain;charset=utf-8", "UTF8_STRING"),
    "link": ("text/x-moz-url", "text/uri-list", "text/html", "text/plain;charset=utf-8"),
}
POLL = 30  # milliseconds between two looks at what the target answers


def say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


class DragWindow(Gtk.Window):
    """A window of one label that carries what it was given."""

    def __init__(self, kind: str, content: list[str]) -> None:
        super().__init__(title="drag source")
        self.kind, self.content, self.context = kind, content, None
        self.words = "" if kind == "files" else Path(content[0]).read_text(encoding="utf-8")
        handle = Gtk.EventBox()
        handle.add(Gtk.Label(label=f"{kind}: {Path(content[0]).name[:24]}"))
        entries = [Gtk.TargetEntry.new(form, 0, at) for at, form in enumerate(FORMS[kind])]
        handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, entries, Gdk.DragAction.COPY)
        handle.connect("drag-begin", self.begin)
        handle.connect("drag-data-get", self.give)
        handle.connect("drag-end", self.end)
        self.add(handle)
        self.set_default_size(160, 90)
        self.connect("destroy", Gtk.main_quit)
        self.connect("map-event", lambda *_: say("ready"))

    def begin(self, _widget: Gtk.Widget, context: Gdk.DragContext) -> None:
        self.context = context
        say("begun")
        GLib.timeout_add(POLL, self.look)

    def look(self) -> bool:
        if self.context is not None and self.context.get_selected_action():
            say("accepted")
            return False
        return self.context is not None

    def give(self, _widget, _context, data, _info, _time) -> None:
        say("asked", data.get_target().name())
        if self.kind == "link":
            self.give_link(data)
        elif self.kind == "files":
            data.set_uris([Path(path).absolute().as_uri() for path in self.content])
        elif data.get_target().name() == "text/html":
            data.set(data.get_target(), 8, self.words.encode())
        else:
            data.set_text(self.words, -1)

    def give_link(self, data) -> None:
        address, title = self.words.splitlines()
        form = data.get_target().name()
        if form == "text/x-moz-url":
            data.set(data.get_target(), 8, f"{address}\n{title}".encode("utf-16-le"))
        elif form == "text/uri-list":
            data.set_uris([address])
        elif form == "text/html":
            data.set(data.get_target(), 8, f'<a href="{address}">{title}</a>'.encode())
        else:
            data.set_text(address, -1)

    def end(self, _widget: Gtk.Widget, context: Gdk.DragContext) -> None:
        self.context = None
        say("ended", str(int(context.get_selected_action())))


if __name__ == "__main__":
    DragWindow(sys.argv[1], sys.argv[2:]).show_all()
    Gtk.main()
