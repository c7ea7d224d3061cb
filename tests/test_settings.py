"""Settings are read whatever the file holds, and written whole."""

from __future__ import annotations

import pytest

from clipreader.settings import ASIDE, Settings, load, save


def test_what_is_saved_is_loaded(tmp_path):
    chosen = Settings(theme="dark", font_size=21.5, measure=640, article="a", links="never")
    save(chosen, tmp_path / "deep" / "settings.json")
    assert load(tmp_path / "deep" / "settings.json") == chosen


@pytest.mark.parametrize(
    "written",
    [
        "",
        "no JSON",
        "[1, 2]",
        "[" * 100_000,
        '{"measure": Infinity, "font_size": NaN, "line_height": -1e999}',
        '{"theme": "plaid", "links": "sometimes", "measure": true, "sort": 4, "window": null}',
    ],
    ids=["empty", "words", "list", "deep", "endless", "kinds"],
)
def test_damaged_file_gives_defaults(tmp_path, written):
    path = tmp_path / "settings.json"
    path.write_text(written, encoding="utf-8")
    assert load(path) == Settings()


@pytest.mark.parametrize("written", ["", "{", "[1]"])
def test_a_damaged_file_is_put_aside_and_can_be_written_again(tmp_path, written):
    path = tmp_path / "settings.json"
    path.write_text(written, encoding="utf-8")
    load(path)
    save(Settings(theme="dark"), path)
    assert load(path).theme == "dark"
    assert path.with_name(path.name + ASIDE).read_text(encoding="utf-8") == written


def test_half_valid_file_keeps_its_half(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"font_size": 4000, "measure": NaN, "theme": "dark"}', encoding="utf-8")
    assert load(path) == Settings(font_size=40.0, theme="dark")
