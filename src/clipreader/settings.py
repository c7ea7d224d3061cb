"""The person's preferences as one typed, frozen record."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import math
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

THEMES = ("system", "light", "dark")
"""The choices of ``Settings.theme``."""

LINKS = ("ask", "always", "never")
"""The choices of ``Settings.links``: whether the pages of links that come in are fetched."""

ASIDE = ".damaged"
"""What a damaged file's name ends with once it is put aside; the next one takes its place."""

_CHOICES = {"theme": THEMES, "links": LINKS}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person chose. Sizes are pixels, ``line_height`` is a factor of the font size.

    ``window`` is an opaque string of the window's own (size, place, panels); ``article`` is the
    id of the article that was open; ``sort`` is a ``SortOrder`` value. ``folded`` names the
    sections of the sidebar that are folded, a blank between them.
    """

    theme: str = "system"
    font_size: float = 17.5
    measure: int = 560
    line_height: float = 1.62
    colour: str = "yellow"
    sort: str = "newest"
    window: str = ""
    article: str = ""
    shelf: str = "all"
    folded: str = ""
    links: str = "ask"
    export_folder: str = ""
    import_folder: str = ""

    def with_changes(self, **changes: str | float | int) -> Settings:
        """Return the settings with some values changed, kept within what can be read."""
        known = {field.name for field in dataclasses.fields(self)}
        values = {**dataclasses.asdict(self), **{k: v for k, v in changes.items() if k in known}}
        return _valid(values)


def load(path: Path) -> Settings:
    """Read the settings; a missing, damaged or half-valid file gives defaults, never an error.

    A damaged file is put aside, so that the next save does not write over what it may still tell.
    """
    try:
        found: object = json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        return Settings()
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, dict):
        return _valid(cast("dict[str, Any]", found))
    with contextlib.suppress(OSError):
        path.replace(path.with_name(path.name + ASIDE))
    return Settings()


def save(settings: Settings, path: Path) -> None:
    """Write the settings whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        part.write_text(json.dumps(dataclasses.asdict(settings), indent=1), encoding="utf-8")
        part.replace(path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _valid(values: Mapping[str, Any]) -> Settings:
    kept: dict[str, Any] = {}
    for field in dataclasses.fields(Settings):
        value, default = values.get(field.name), field.default
        if isinstance(value, bool) or value is None or _is_endless(value):
            continue
        if isinstance(default, float) and isinstance(value, (int, float)):
            kept[field.name] = float(value)
        elif isinstance(default, int) and isinstance(value, (int, float)):
            kept[field.name] = int(value)
        elif isinstance(default, str) and isinstance(value, str):
            kept[field.name] = value
    for name in [name for name, choices in _CHOICES.items() if kept.get(name) not in choices]:
        kept.pop(name, None)
    for name, low, high in (("font_size", 11.0, 40.0), ("measure", 320, 1100)):
        if name in kept:
            kept[name] = type(low)(min(max(kept[name], low), high))
    if "line_height" in kept:
        kept["line_height"] = min(max(kept["line_height"], 1.1), 2.4)
    return Settings(**kept)


def _is_endless(value: object) -> bool:
    """Say whether a value is no number that can be counted with; JSON lets NaN and 1e999 in."""
    return isinstance(value, (int, float)) and not math.isfinite(value)
