"""A desktop of its own: X server, session bus, window manager, mouse, keyboard, clipboard.

Everything is started here, known by its process, and ended again in the order of the stack.
Nothing waits for a fixed time: every wait polls for what it is for, with a limit.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.e2e.waiting import PATIENCE, Listener, wait_until

PROGRAMS = ("Xvfb", "openbox", "xdotool", "xclip", "dbus-daemon")
SOURCE = Path(__file__).with_name("drag_source.py")


@cache
def gtk_interpreter() -> str | None:
    """Return a Python that has GTK 3, or None. The program's own need not have it."""
    probe = "import gi; gi.require_version('Gtk', '3.0'); from gi.repository import Gtk"
    for python in ("/usr/bin/python3", shutil.which("python3"), sys.executable):
        if python and Path(python).exists():
            answer = subprocess.run([python, "-c", probe], capture_output=True, check=False)
            if answer.returncode == 0:
                return python
    return None


def missing() -> str:
    """Return what is not there for a desktop, in words; empty if all is there."""
    gone = [name for name in PROGRAMS if shutil.which(name) is None]
    if gtk_interpreter() is None:
        gone.append("python3-gi with GTK 3")
    return ", ".join(gone)


@dataclass(frozen=True)
class Place:
    """Where a window stands on the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    def at(self, across: float, down: float) -> tuple[int, int]:
        """Return a point of the window by its shares of width and height."""
        return self.x + int(self.width * across), self.y + int(self.height * down)


class Desktop:
    """A private X display with a window manager. Use as a context manager."""

    def __init__(self, folder: Path, size: tuple[int, int] = (1700, 1000)) -> None:
        self.folder = folder
        self.size = size
        self.env: dict[str, str] = {}
        self._stack = contextlib.ExitStack()
        self._clipboard: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Desktop:
        with contextlib.ExitStack() as stack:
            self._stack = stack
            self._start()
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _start(self) -> None:
        home, run = self.folder / "home", self.folder / "run"
        home.mkdir(parents=True)
        run.mkdir(mode=0o700)
        private = ("QT_", "XDG_", "WAYLAND", "DBUS", "CLIPREADER", "DISPLAY", "XAUTHORITY")
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(private)}
        self.env |= {
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(run),
            "XDG_SESSION_TYPE": "x11",
            "GDK_BACKEND": "x11",
            "QT_QPA_PLATFORM": "xcb",
            "NO_AT_BRIDGE": "1",
            "LANG": "C.UTF-8",
        }
        self.env["DISPLAY"] = self._x_server()
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._session_bus()
        self.start(["openbox", "--sm-disable"])
        wait_until(self._has_window_manager, "the window manager")

    def _x_server(self) -> str:
        reading, writing = os.pipe()
        width, height = self.size
        # Without -noreset the server begins anew when its last client leaves, and takes one
        # that comes at that moment down with it.
        screen = ["-screen", "0", f"{width}x{height}x24", "-dpi", "96", "-nolisten", "tcp"]
        screen.append("-noreset")
        self.start(["Xvfb", "-displayfd", str(writing), *screen], pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as answer:
            return f":{answer.readline().strip()}"

    def _session_bus(self) -> str:
        command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        bus = self.start(command, stdout=subprocess.PIPE)
        assert bus.stdout is not None
        self._stack.callback(bus.stdout.close)
        return bus.stdout.readline().decode().strip()

    def _has_window_manager(self) -> bool:
        return self._ask("xdotool", "get_num_desktops").returncode == 0

    def start(
        self,
        command: list[str],
        *,
        stdout: int = subprocess.DEVNULL,
        log: Path | None = None,
        pass_fds: tuple[int, ...] = (),
    ) -> subprocess.Popen[bytes]:
        """Start a program on this desktop; it is ended with the desktop at the latest."""
        errors = self._stack.enter_context(log.open("ab")) if log else subprocess.DEVNULL
        process = subprocess.Popen(
            command, env=self.env, stdout=stdout, stderr=errors, pass_fds=pass_fds
        )
        self._stack.callback(stop, process)
        return process

    def _ask(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, env=self.env, capture_output=True, text=True, timeout=PATIENCE, check=False
        )

    def xdotool(self, *words: object) -> str:
        """Run xdotool and return what it prints. Raises AssertionError if it fails."""
        answer = self._ask("xdotool", *(str(word) for word in words))
        assert answer.returncode == 0, (words, answer.stderr)
        return answer.stdout.strip()

    def window_of(self, process: subprocess.Popen[bytes], name: str = ".") -> str:
        """Wait for the visible window of a process whose title holds ``name``; return its id."""

        def look() -> str | None:
            assert process.poll() is None, f"the program ended with {process.returncode}"
            command = ("xdotool", "search", "--all", "--onlyvisible")
            answer = self._ask(*command, "--pid", str(process.pid), "--name", name)
            windows = answer.stdout.split()
            return max(windows, key=lambda each: self.place(each).width) if windows else None

        return wait_until(look, f"a window named {name}", limit=3 * PATIENCE)

    def place(self, window: str) -> Place:
        """Return where a window is."""
        lines = self.xdotool("getwindowgeometry", "--shell", window).splitlines()
        values = dict(line.split("=") for line in lines)
        return Place(*(int(values[key]) for key in ("X", "Y", "WIDTH", "HEIGHT")))

    def move(self, window: str, x: int, y: int, width: int = 0, height: int = 0) -> None:
        """Put a window at a place, with a size if one is given."""
        if width:
            self.xdotool("windowsize", window, width, height)
        self.xdotool("windowmove", window, x, y)
        wait_until(lambda: abs(self.place(window).x - x) < 60, "the window to move")

    def focus(self, window: str) -> None:
        """Give a window the keyboard."""
        self.xdotool("windowactivate", "--sync", window)

    def click(self, at: tuple[int, int], button: int = 1, repeat: int = 1) -> None:
        """Click at a point of the screen."""
        self.xdotool("mousemove", *at, "click", "--repeat", repeat, "--delay", 60, button)

    def key(self, *keys: str) -> None:
        """Press keys one after the other, as ``ctrl+z`` or ``2``, in the focused window."""
        self.xdotool("key", "--clearmodifiers", "--delay", 40, *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.xdotool("type", "--delay", 15, text)

    def sweep(self, start: tuple[int, int], end: tuple[int, int], steps: int = 12) -> None:
        """Press at one point, travel to another and let go, as a hand selects text."""
        self.xdotool("mousemove", *start, "mousedown", 1)
        self._travel(start, end, steps)
        self.xdotool("mouseup", 1)

    def _travel(self, start: tuple[int, int], end: tuple[int, int], steps: int) -> None:
        for x, y in _points(start, end, steps):
            self.xdotool("mousemove", x, y)

    def drop(self, kind: str, content: list[str], window: str) -> None:
        """Drag ``content`` ("files" or "text") from a foreign window onto another one."""
        python = gtk_interpreter()
        assert python is not None
        process = self.start([python, str(SOURCE), kind, *content], stdout=subprocess.PIPE)
        told = Listener(process)
        told.wait_for("ready")
        source = self.window_of(process, "drag source")
        self.move(source, 10, 10)
        start, end = self.place(source).at(0.5, 0.5), self.place(window).at(0.6, 0.5)
        self.xdotool("mousemove", *start, "mousedown", 1)
        try:
            near = (start[0] + 40, start[1] + 20)
            self._travel(start, near, 10)
            told.wait_for("begun")
            self._travel(near, end, 16)
            told.wait_for("accepted", nudge=lambda: self._nudge(end))
        finally:
            self.xdotool("mouseup", 1)
        told.wait_for("ended")
        stop(process)

    def _nudge(self, at: tuple[int, int]) -> None:
        """Stir the pointer, since a target answers only to movement."""
        self.xdotool("mousemove", at[0] + 2, at[1], "mousemove", *at)

    def copy(self, data: bytes, media_type: str) -> None:
        """Put data on the clipboard in one form, as another program would."""
        if self._clipboard is not None:
            stop(self._clipboard)
        file = self.folder / "clipboard"
        file.write_bytes(data)
        command = ["xclip", "-quiet", "-selection", "clipboard", "-t", media_type, "-i"]
        self._clipboard = self.start([*command, str(file)])
        listing = ("xclip", "-selection", "clipboard", "-o", "-t", "TARGETS")
        wait_until(lambda: media_type in self._ask(*listing).stdout, "the clipboard")

    def pasted(self) -> str:
        """Return the text that lies on the clipboard."""
        return self._ask("xclip", "-selection", "clipboard", "-o").stdout

    def picture(self, to: Path) -> None:
        """Save a picture of the screen as PNG, if the program for it is there."""
        if shutil.which("import"):
            to.parent.mkdir(parents=True, exist_ok=True)
            self._ask("import", "-window", "root", str(to))


def _points(start: tuple[int, int], end: tuple[int, int], steps: int) -> Iterator[tuple[int, int]]:
    for step in range(1, steps + 1):
        share = step / steps
        yield (
            round(start[0] + (end[0] - start[0]) * share),
            round(start[1] + (end[1] - start[1]) * share),
        )


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process that was started here; harder if it does not listen."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(5)
