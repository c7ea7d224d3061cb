"""What comes with the app is found, and only what was meant."""

from __future__ import annotations

import pytest

from clipreader import paths


def test_resources_are_found_by_their_names():
    assert paths.resource("fonts", "OFL.txt").is_file()
    assert paths.resource("icons").is_dir()


def test_what_is_not_there_is_said():
    with pytest.raises(FileNotFoundError, match=r"icons/none\.svg"):
        paths.resource("icons", "none.svg")


def test_samples_are_the_articles_and_nothing_that_lies_beside_them():
    names = [file.name for file in paths.samples()]
    assert len(names) >= 16
    assert "night-ferry.txt" in names
    assert not {"README.md", ".gitattributes"} & set(names)
    assert names == sorted(names)


@pytest.mark.parametrize(
    "place",
    [paths.default_library, paths.settings_file, paths.log_folder],
    ids=lambda one: one.__name__,
)
def test_places_of_the_person_are_whole_paths(place):
    assert place().is_absolute()
