"""Where a library lies, and whether that place may harm it: a network drive, a synced folder.

What, why: SQLite needs locks and flushes that a network drive may only pretend to have, and shares
memory between programs, which machines cannot (https://sqlite.org/useovernet.html). A program that
syncs a folder copies the file and its journal one after the other, and puts an older one back.
Places are told by the kind of file system, and by the names and marks that such programs leave.
"""

from __future__ import annotations

import enum
import os
import re
import sys
from pathlib import Path, PurePath, PureWindowsPath
from typing import Final

_NETWORK: Final = (
    r"nfs4?|cifs|smb[23]?|smbfs|afpfs|webdav|ncpfs|afs|9p|ceph|glusterfs|davfs2?|sshfs|"
    r"fuse\.(?:sshfs|rclone|davfs2?|ceph|glusterfs)"
)
"""Kinds of file systems that lie on another machine."""

_SYNCED: Final = re.compile(
    r"(?P<dropbox>Dropbox(?: \(.+\))?)|(?P<onedrive>OneDrive(?: ?- .+)?)|"
    r"(?P<google>Google ?Drive(?:-.+)?|My Drive)|(?P<icloud>iCloud ?Drive|Mobile Documents)|"
    r"(?P<nextcloud>Nextcloud)|(?P<owncloud>ownCloud)|"
    r"(?P<other>CloudStorage|pCloud ?Drive|Seafile)",
    re.IGNORECASE,
)
_NAMES: Final = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google": "Google Drive",
    "icloud": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
}
_MARKS: Final = {
    ".dropbox": "dropbox",
    ".dropbox.cache": "dropbox",
    ".stfolder": "syncthing",
    ".owncloudsync.log": "owncloud",
    ".nextcloudsync.log": "nextcloud",
}
"""What such programs leave in the folders that they sync."""

_MOUNTS: Final = Path("/proc/self/mounts")
_REMOTE: Final = 4
"""What Windows calls the drive of another machine (``GetDriveTypeW``)."""


class Place(enum.Enum):
    """What kind of place a folder is."""

    LOCAL = "local"
    NETWORK = "network"
    SYNCED = "synced"


def place_of(folder: Path) -> tuple[Place, str]:
    """Return what kind of place a folder is, and the name of what syncs it, if known.

    Never raises; what cannot be known is taken for a place of this machine.
    """
    whole = Path(os.path.realpath(folder.expanduser()))
    if is_on_network(whole):
        return Place.NETWORK, ""
    for each in (whole, *whole.parents):
        kind = _synced_by(each)
        if kind:
            return Place.SYNCED, _NAMES.get(kind, "")
    return Place.LOCAL, ""


def is_on_network(folder: Path) -> bool:
    """Say whether a folder lies on another machine. Never raises."""
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    return re.fullmatch(_NETWORK, _kind_of(folder, _mounts())) is not None


def _synced_by(folder: PurePath) -> str:
    found = _SYNCED.fullmatch(folder.name)
    if found is not None:
        return found.lastgroup or ""
    try:
        return next((by for mark, by in _MARKS.items() if Path(folder, mark).exists()), "")
    except OSError:
        return ""


def _kind_of(folder: Path, mounts: str) -> str:
    """Return the kind of the file system a folder lies on, from a table as the kernel writes it."""
    best, kind = "", ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) > 2:
            place = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), parts[1])
            if len(place) >= len(best) and folder.is_relative_to(place):
                best, kind = place, parts[2]
    return kind


def _mounts() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _is_remote_drive(folder: Path) -> bool:
    drive = PureWindowsPath(folder).drive
    if drive.startswith("\\\\"):
        return True
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415 - for Windows alone

    return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE)
