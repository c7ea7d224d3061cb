"""Where the library, the resources and the logs lie on each system, frozen or not."""

from __future__ import annotations

import sys
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("ClipReader", appauthor=False, roaming=False)


def default_library() -> Path:
    """Return the folder of the person's own library; it may not exist yet."""
    return Path(_DIRS.user_data_dir)


def settings_file() -> Path:
    """Return the file of the person's preferences; it may not exist yet."""
    return Path(_DIRS.user_config_dir) / "settings.json"


def log_folder() -> Path:
    """Return the folder of the app's own log files; it may not exist yet."""
    return Path(_DIRS.user_log_dir)


def resource(*names: str) -> Path:
    """Return a file or folder of the resources that come with the app.

    Raises FileNotFoundError if it is not there: a build without it is broken, and the self-test
    has to say so.
    """
    return _shipped("resources", *names)


def seeds() -> Path:
    """Return the folder of the sample articles. Raises FileNotFoundError."""
    return _shipped("seeds")


def samples() -> tuple[Path, ...]:
    """Return the sample articles themselves, in order. Raises FileNotFoundError, OSError."""
    found = (file for file in seeds().iterdir() if file.suffix in {".txt", ".html", ".md"})
    return tuple(sorted(file for file in found if file.name != "README.md"))


def _shipped(*names: str) -> Path:
    """Find what lies in the wheel or bundle, or, from a checkout, beside ``src``."""
    inside = Path(__file__).parent
    if getattr(sys, "frozen", False):
        inside = Path(getattr(sys, "_MEIPASS", inside)) / "clipreader"
    for root in (inside, Path(__file__).parents[2]):
        found = root.joinpath(*names)
        if found.exists():
            return found
    raise FileNotFoundError("/".join(names))
