"""ClipReader's one command for those who try it and those who change it.

    python3 dev.py run [FILE...]     open ClipReader; also any of its commands, such as --help
    python3 dev.py test [...]        all tests; what follows is handed to pytest
    python3 dev.py check             format, lint, types, contracts, tests and their coverage
    python3 dev.py bench [...]       measure the speed against raw floors
    python3 dev.py faults [...]      break things on purpose and count what is lost
    python3 dev.py shots [FOLDER]    pictures of every window, light and dark (default: shots)
    python3 dev.py build             a bundle that needs no Python, in dist/clipreader
    python3 dev.py lock              choose the newest packages and write requirements.txt

Each does all its own set-up first: a private environment in .venv with the packages that
requirements.txt names by their hashes, and, on Debian and Ubuntu as root, the system libraries
that are missing. It is written in the Python of 3.7, so that an old one gets a sentence.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.txt"
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.txt"
LOG = ROOT / ".venv.log"
MINOR = sys.version_info[1]
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
SECTIONS = ("run", "test", "dev")  # of requirements.txt; each stands on those before it
WORK = {  # commands that only call Python -> the section they need, the call
    "test": ("test", ("-m", "pytest", "-n", "2")),
    "bench": ("test", ("-m", "benchmarks")),
    "faults": ("test", ("-m", "faults")),
    "shots": ("test", ("-m", "tests.pictures.shots")),
    "lock": ("dev", ("packaging/lock.py",)),
}
COVERAGE_FLOOR = 85
NEED_NO_WINDOW = {
    *("inspect", "import", "list", "search", "show", "highlight", "clippings", "export", "check"),
    *("backup", "restore", "rules", "-h", "--help", "--version", "--self-test"),
}
"""First words after ``run`` that open no window; a test holds them to the command line."""

DRAWING = {  # what Qt draws with -> the package of Debian and Ubuntu that brings it
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOWING = {  # what its windows on a screen need besides: without one of these Qt aborts
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


class Trouble(Exception):
    """What stands in the way, as a sentence for the person."""


def missing_libraries(wanted: dict[str, str]) -> dict[str, str]:
    """Return those that the system's loader cannot load; asking it is right on every Linux."""
    missing = {}
    for library, package in wanted.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing[library] = package
    return missing


def prepare_system(wanted: dict[str, str]) -> None:
    """See to it that the system brings what Qt and Python need from it. Raises Trouble."""
    if sys.platform != "linux":
        return
    missing = missing_libraries(wanted)
    fonts = (Path(folder).expanduser().rglob("*.[ot]t[fc]") for folder in FONT_FOLDERS)
    if not any(map(any, fonts)):  # without one each letter is a box
        missing["a font"] = "fonts-noto-core"
    if not importlib.util.find_spec("ensurepip"):  # Debian keeps it in a package of its own
        own = base_python().startswith("/usr/bin/")
        missing["Python's venv module"] = f"python3.{MINOR}-venv" if own else "python3-venv"
    if missing:
        install_packages([*missing.values()], "ClipReader needs " + ", ".join(missing))


def install_packages(packages: list[str], why: str) -> None:
    """Install packages of Debian or Ubuntu; who is not root is told the command. Raises Trouble."""
    if not shutil.which("apt-get"):
        raise Trouble(f"{why}: please install it with your system's package manager.")
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        raise Trouble(f"{why}. This command installs it:\n\n    sudo {' '.join(command)}\n")
    say(f"{why}; installing {', '.join(packages)} ...")
    failure = "The system's packages could not be installed"
    logged(["apt-get", "update"], failure)
    logged(command, failure, DEBIAN_FRONTEND="noninteractive")


def stamp(section: str) -> str:
    """Return what the environment says of itself when it holds the sections up to this one."""
    return f"{section}\n{python_name()}\n{LOCK.read_text(encoding='utf-8')}"


def python_name() -> str:
    """Name the Python an environment is made of; with another one it has to be made anew."""
    return f"Python 3.{MINOR} at {base_python()}"


def base_python() -> str:
    """Return the Python that environments are made of, also if this one is in an environment."""
    return getattr(sys, "_base_executable", sys.executable) or sys.executable


def found_stamp() -> str:
    """Return the environment's stamp; empty if it was never finished, or its Python is gone."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return STAMP.read_text(encoding="utf-8") if PYTHON.exists() else ""
    return ""


def prepare_environment(section: str) -> None:
    """Make .venv hold what the section needs; repairs what was interrupted. Raises Trouble."""
    enough = SECTIONS[SECTIONS.index(section) :]
    complete = [stamp(name) for name in enough]
    if found_stamp() in complete:
        return
    with one_at_a_time():
        before = found_stamp()
        if before in complete:
            return  # another dev.py did it while this one waited
        had, _, python_and_lock = before.partition("\n")
        section = had if had in enough else section  # what was installed stays, brought up to date
        if python_and_lock.partition("\n")[0] != python_name():
            say("Setting up ClipReader in .venv; this is done once and takes a minute or less ...")
            shutil.rmtree(VENV, ignore_errors=True)
            logged([base_python(), "-m", "venv", str(VENV)], "No environment could be made")
        STAMP.unlink(missing_ok=True)
        fill_environment(SECTIONS[: SECTIONS.index(section) + 1])
        STAMP.write_text(stamp(section), encoding="utf-8")  # half of it counts as none
    say("Ready.")


def fill_environment(sections: tuple[str, ...]) -> None:
    """Install what the sections name, pip itself first. Raises Trouble."""
    parts = LOCK.read_text(encoding="utf-8").split("# == ")[1:]
    wanted = "".join("# == " + part for part in parts if part.startswith(sections))
    newer_pip = wanted.partition("\n# pip ends\n")[0] + "\n"  # Debian's own is too old
    for name, requirements in (("pip", newer_pip), ("ClipReader's packages", wanted)):
        say(f"  fetching {name} ...")
        chosen = VENV / "wanted.txt"
        chosen.write_text(requirements, encoding="utf-8")
        pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--require-hashes"]
        failure = "The packages could not be fetched (is there a network?)"
        logged([*pip, "--only-binary", ":all:", "-r", str(chosen)], failure, PIP_USER="0")
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))
    source = os.path.relpath(ROOT / "src", packages)  # relative: ASCII, and the folder may move
    (packages / "clipreader.pth").write_text(source, encoding="ascii")


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let one dev.py set up while others wait; Windows has no such lock on a file in use."""
    with LOCK.open("rb") as held:
        if not WINDOWS:
            import fcntl  # noqa: PLC0415  not on Windows

            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def logged(command: list[str], failure: str, **more: str) -> None:
    """Run a command with its words in a log; the last of them explain a failure. Raises Trouble."""
    with LOG.open("w+", encoding="utf-8", errors="replace") as log:
        code = subprocess.call(command, stdout=log, stderr=log, env={**os.environ, **more})
        log.seek(0)
        lines = log.read().splitlines()
    errors = [line for line in lines if line.startswith(("E:", "ERROR:"))] or lines
    last = "\n".join("    " + line[:300] for line in errors[-6:])
    if code:
        raise Trouble(f"{failure}. The last words were:\n{last}\n  All of them are in {LOG.name}.")
    LOG.unlink()


def python(*arguments: str, **environment: str) -> int:
    """Run the environment's Python, with no screen for Qt, and return its exit code."""
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    return subprocess.call([str(PYTHON), *arguments], cwd=ROOT, env=quiet)


def run(arguments: list[str]) -> int:
    """Start ClipReader in the folder of the caller, as the installed program would."""
    first = "".join(arguments[:1])
    skipped = 2 if first == "--library" else int(first.startswith("--library="))
    quiet = bool(NEED_NO_WINDOW & set(arguments[skipped : skipped + 1]))
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not quiet and not any(map(os.environ.get, screens)):
        words = "There is no display to open a window on; clipreader --help names the commands that"
        raise Trouble(f"{words} need none (python3 dev.py run --help).")
    prepare_system(DRAWING if quiet else {**DRAWING, **WINDOWING})
    prepare_environment("run")
    command = [str(PYTHON), "-m", "clipreader", *arguments]
    if not WINDOWS:
        os.execv(PYTHON, command)  # does not return: signals and exit code are the app's own
    return subprocess.call(command)


def check(arguments: list[str]) -> int:
    """Do every check and say how each went; ``--after-test`` trusts the tests that just ran."""
    prepare_system(DRAWING)
    prepare_environment("dev")
    contracts = "import sys, importlinter.cli as cli; sys.exit(cli.lint_imports(no_logo=True))"
    steps = {
        "format": ("-m", "ruff", "format", "--check", "--quiet", "."),
        "lint": ("-m", "ruff", "check", "--quiet", "."),
        "types": ("-m", "pyright", "--pythonpath", str(PYTHON)),
        "contracts": ("-c", contracts),
        "tests": ("-m", "pytest", "-n", "2", "--cov", "--cov-report="),
        "coverage": ("-m", "coverage", "report", f"--fail-under={COVERAGE_FLOOR}"),
    }
    if "--after-test" in arguments:
        del steps["tests"]
    went = {}
    for name, command in steps.items():
        say(f"--- {name}")
        began = time.monotonic()
        failed = python(*command)
        went[name] = f"{name:10} {'FAILED' if failed else 'ok':6} {time.monotonic() - began:6.1f} s"
    say("\n" + "\n".join(went.values()))
    return int(any("FAILED" in line for line in went.values()))


def build(arguments: list[str]) -> int:
    """Make the bundle; the same sources make the same bytes."""
    own_python = {f"libpython3.{MINOR}.so.1.0": f"libpython3.{MINOR}"}
    prepare_system({**DRAWING, **WINDOWING, **own_python})
    prepare_environment("dev")
    spec = ("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "packaging/clipreader.spec")
    return python(*spec, *arguments, SOURCE_DATE_EPOCH="1700000000", PYTHONHASHSEED="0")


def work(name: str, arguments: list[str]) -> int:
    """Do one of the commands that are no more than a call of Python."""
    prepare_system(DRAWING)
    prepare_environment(WORK[name][0])
    return python(*WORK[name][1], *arguments)


def say(words: str) -> None:
    """Print at once, also into a pipe."""
    print(words, flush=True)


def main(arguments: list[str]) -> int:
    """Do one command and return its exit code; what goes wrong is a sentence."""
    commands = {"run": run, "check": check, "build": build}
    name = "".join(arguments[:1])
    if name not in commands and name not in WORK:
        asked = name in ("-h", "--help", "help")
        print(__doc__, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    if sys.version_info < (3, 11):  # noqa: UP036  whoever has an older one gets a sentence
        version = "{}.{}".format(*sys.version_info)
        print(f"ClipReader needs Python 3.11 or newer, and this is {version}.", file=sys.stderr)
        return 1
    try:
        command = commands.get(name) or functools.partial(work, name)
        return command(arguments[1:])
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
    except OSError as error:
        print(f"dev.py had to stop: {error}.", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
