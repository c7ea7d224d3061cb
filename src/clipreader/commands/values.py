"""The values that can be typed, each with its one form."""

from __future__ import annotations

import argparse
from pathlib import Path

from clipreader.text.addresses import web_address

NEWEST = "newest"
"""What stands in place of a backup's number: the newest good state."""


def words(typed: str) -> str:
    """Return words that can be kept as text. Raises ArgumentTypeError for bytes that are none."""
    try:
        typed.encode()
    except UnicodeEncodeError as error:
        raise argparse.ArgumentTypeError("holds bytes that are no text") from error
    return typed


def path_or_address(typed: str) -> Path | str:
    """Return the one form of a web address, or the path that was typed."""
    return web_address(typed) or Path(typed)


def backup(typed: str) -> int | str:
    """Return the number of a backup, or the word for the newest good state."""
    return typed if typed == NEWEST else place_number(typed)


def place_number(typed: str) -> int:
    """Return a number from 1 on. Raises ArgumentTypeError."""
    if not typed.isascii() or not typed.isdigit() or not int(typed[:9]):
        raise argparse.ArgumentTypeError("has to be 1, 2, 3 …")
    return int(typed[:9])
