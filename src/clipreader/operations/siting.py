"""What to tell a person whose library lies in a place that may harm it."""

from __future__ import annotations

from pathlib import Path

from clipreader.library.whereabouts import Place, place_of


def warning(folder: Path) -> str:
    """Return why the library should lie elsewhere and what to do; empty if it lies well."""
    place, name = place_of(folder)
    if place == Place.LOCAL:
        return ""
    if place == Place.NETWORK:
        why = "The library lies on a network drive, where changes can be lost."
    else:
        by = f"by {name}" if name else "by a cloud service"
        why = f"The library lies in a folder that is synced {by}; that can damage it."
    return (
        f"{why} Close ClipReader, move the folder “{folder.name}” to this machine’s own disk, and "
        "start with “--library” and its new place. Backups and exports may lie here."
    )
