import pytest
from PySide6.QtGui import QFontDatabase

from clipreader.ui.missing_letters import missing_from, writings

TEXTS = [
    ("Japanese", "港町のフェリーが十一年ぶりに戻る"),
    ("Chinese", "夜渡轮十一年后回到港口城市"),
    ("Korean", "밤 여객선이 항구로 돌아왔다"),
    ("Arabic", "عادت العبارة الليلية إلى الميناء"),
    ("Hebrew", "מעבורת הלילה חזרה לנמל"),
    ("Hindi", "रात की नौका बंदरगाह लौटी"),
    ("Thai", "เรือข้ามฟากกลับท่าเรือ"),
]


@pytest.fixture
def no_fonts(monkeypatch):
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])


@pytest.mark.parametrize(("name", "text"), TEXTS)
def test_the_writing_that_no_font_has_is_named(qapp, no_fonts, name, text):
    found = missing_from("Night ferry " * 20 + text)
    assert found is not None
    assert found.name == name


def test_every_writing_names_a_font_that_has_it(qapp):
    assert all(writing.font.startswith("Noto ") for writing in writings())


@pytest.mark.parametrize("text", ["Night ferry", "Ночной паром", "Bücher, año", "the sign 渡 once"])
def test_what_every_font_has_or_what_stands_in_passing_is_not_told(qapp, no_fonts, text):
    assert missing_from(text) is None


def test_what_a_font_has_is_not_missing(qapp, monkeypatch):
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: ["Some Face"])
    assert [missing_from(text) for _, text in TEXTS] == [None] * len(TEXTS)


def test_a_long_text_is_looked_at_from_its_beginning_only(qapp, no_fonts):
    assert missing_from("é" * 5_000 + TEXTS[1][1]) is None
