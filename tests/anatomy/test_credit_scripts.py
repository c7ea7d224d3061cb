"""Credits in scripts without capitals, and cues that end the line or need no colon."""

from __future__ import annotations

import pytest

from clipreader.anatomy.credit import find_credit
from clipreader.anatomy.phrases import folded, phrases_for

FORMS = [
    # language, the line, its credit, the rule
    ("ar", "العبارة تغادر الرصيف (تصوير: عمر داوود)", "عمر داوود", "credit-in-brackets"),
    ("ar", "العبارة تغادر الرصيف (أ ف ب)", "أ ف ب", "credit-in-brackets"),
    ("ar", "العبارة تغادر الرصيف | رويترز", "رويترز", "credit-after-bar"),
    ("ar", "تصوير: ليلى منصور", "ليلى منصور", "credit-alone"),
    ("zh", "渡轮驶离北码头。海湾日报记者 李明 摄", "海湾日报记者 李明", "credit-before-cue"),
    ("ja", "北埠頭を離れるフェリー（高田健撮影）", "高田健", "credit-before-cue"),
    ("pl", "Prom odbija od nabrzeża (fot. Jan Żuraw)", "Jan Żuraw", "credit-in-brackets"),
    ("pl", "Fot. Zarząd Portu", "Zarząd Portu", "credit-alone"),
    ("tr", "Vapur rıhtımdan ayrılıyor. Fotoğraf: Ece Yalın", "Ece Yalın", "credit-after-cue"),
    ("uk", "Пором відходить. Світлина: Тарас Гай", "Тарас Гай", "credit-after-cue"),
]


@pytest.mark.parametrize(
    ("language", "text", "credit", "rule"), FORMS, ids=[form[1][:30] for form in FORMS]
)
def test_credit(language: str, text: str, credit: str, rule: str) -> None:
    found = find_credit(text, folded(text), phrases_for(language))
    assert found is not None
    assert text[found.credit.start : found.credit.end] == credit
    assert found.rule == rule


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "غادرت العبارة الرصيف الشمالي مساء الأربعاء (وهي الأولى منذ أعوام)"),
        ("ar", "غادرت العبارة الرصيف الشمالي. وعادت في الصباح"),
        ("ar", "العبارة الليلية | عودة إلى الميناء"),
        ("ja", "夜のフェリーについて、いまわかっていること | 2022年7月"),
        ("zh", "记者拍摄的渡轮照片（三）"),
    ],
)
def test_without_capitals_shape_tells_nothing(language: str, text: str) -> None:
    assert find_credit(text, folded(text), phrases_for(language)) is None
