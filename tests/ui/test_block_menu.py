"""The menu says why a block was read so and changes its kind in one click."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu, QWidgetAction

from clipreader.model import BLOCK_ROLES, Role
from clipreader.ui.block_menu import USUAL, BlockMenu
from clipreader.ui.plain import PlainLabel
from clipreader.ui.wording import role_label
from tests import records
from tests.ui import hands

R = Role
ARTICLE = records.article()
CAPTION = 2


@pytest.fixture
def menu(qtbot, theme):
    def made(article=ARTICLE, index=CAPTION, selection=None):
        found = BlockMenu(theme, article, index, selection)
        qtbot.addWidget(found)
        return found

    return made


def read_as(role, **more):
    article = hands.blocks((role, "Words of a block"))
    return replace(article, blocks=(replace(article.blocks[0], **more),))


def kinds(menu):
    """The actions of the menu and of the menus below it, by the role that they stand for."""
    below = [action for sub in menu.findChildren(QMenu) for action in sub.actions()]
    found = [(a.data(), a) for a in (*menu.actions(), *below) if a.data() is not None]
    assert len(found) == len(dict(found)), "no kind stands there twice"
    return dict(found)


def named(menu, words):
    return [action for action in menu.actions() if words in action.text()]


@pytest.mark.parametrize(
    ("role", "more", "said"),
    [
        (R.PARAGRAPH, {}, "This block is read as a paragraph."),
        (
            R.CAPTION,
            {"reasons": ("it is short.",)},
            "This block is read as a caption: it is short.",
        ),
        (
            R.DECK,
            {"reasons": ("it follows the headline", "it is one sentence", " ", "it is set apart")},
            "This block is read as a deck: it follows the headline, it is one sentence and it is "
            "set apart.",
        ),
        (R.EDITORS_NOTE, {}, "This block is read as an editor’s note."),
        (R.CODE, {}, "This block is read as code."),
        (R.BOILERPLATE, {}, "This block is read as site text (folded away)."),
        (R.DECK, {"corrected": True, "reasons": ("x",)}, "This block is a deck: you said so."),
    ],
)
def test_it_says_why(menu, role, more, said):
    made = menu(read_as(role, **more), 0)
    assert made.why() == said
    head = made.actions()[0]
    assert isinstance(head, QWidgetAction)
    assert isinstance(head.defaultWidget(), PlainLabel)
    assert head.defaultWidget().text() == said
    assert head.text() == said, "for screen readers"


def test_reasons_are_shown_as_they_are(menu):
    made = menu(read_as(R.DECK, reasons=("it begins with <b>R&D</b>",)), 0)
    assert "<b>R&D</b>" in made.actions()[0].defaultWidget().text()


def test_all_kinds_are_offered_and_the_present_one_is_checked(menu):
    found = kinds(menu())
    assert set(found) == set(BLOCK_ROLES)
    checked = [role for role, action in found.items() if not action.icon().isNull()]
    assert checked == [R.CAPTION]


@pytest.mark.parametrize("role", [role for role in BLOCK_ROLES if role != R.CAPTION])
def test_a_kind_is_one_click_away(qtbot, menu, role):
    made = menu()
    with qtbot.waitSignal(made.role_chosen) as told:
        kinds(made)[role].trigger()
    level = {R.CROSSHEAD: 2, R.LIST_ITEM: 1}.get(role)
    assert told.args == [CAPTION, role, level]


def test_the_present_kind_changes_nothing(menu):
    made, told = menu(), []
    made.role_chosen.connect(lambda *of: told.append(of))
    kinds(made)[R.CAPTION].trigger()
    assert told == []


def test_the_usual_kinds_and_the_present_one_stand_in_the_menu_itself(menu):
    made = menu(read_as(R.TABLE), 0)
    direct = [action.data() for action in made.actions() if action.data() is not None]
    assert direct == [*USUAL, R.TABLE]


@pytest.mark.parametrize(
    ("confidence", "corrected", "offered"),
    [(0.6, False, True), (0.95, False, False), (0.6, True, False)],
)
def test_what_is_not_sure_can_be_accepted(qtbot, menu, confidence, corrected, offered):
    made = menu(read_as(R.DECK, confidence=confidence, corrected=corrected), 0)
    found = named(made, "Accept")
    assert bool(found) == offered
    if offered:
        assert found[0].text() == "Accept: it is a deck"
        with qtbot.waitSignal(made.accept_asked) as told:
            found[0].trigger()
        assert told.args == [0]


def test_selected_words_of_a_caption_become_its_credit(qtbot, menu):
    span = hands.span_of(ARTICLE, records.CREDIT)
    made = menu(selection=span)
    with qtbot.waitSignal(made.credit_chosen) as told:
        named(made, "Selected words are the credit")[0].trigger()
    assert told.args == [CAPTION, span]


@pytest.mark.parametrize(
    "words", ["the north quay on Wednesday evening / Harbour Authority\nAt", "At twenty"]
)
def test_words_beyond_the_caption_cannot(menu, words):
    assert not named(menu(selection=hands.span_of(ARTICLE, words)), "Selected words")


def test_a_credit_can_be_taken_away(qtbot, menu):
    made = menu()
    assert kinds(made)[R.CAPTION].text() == "Caption with credit"
    with qtbot.waitSignal(made.credit_chosen) as told:
        named(made, "No credit")[0].trigger()
    assert told.args == [CAPTION, None]


def test_a_paragraph_has_no_credit(menu):
    span = hands.span_of(ARTICLE, "At twenty")
    assert not named(menu(index=3, selection=span), "credit")


def test_fields_are_asked_for(qtbot, menu):
    made = menu()
    with qtbot.waitSignal(made.fields_asked):
        named(made, "Edit article fields")[0].trigger()


def test_the_menu_and_the_lists_call_a_part_alike(menu):
    for role, action in kinds(menu(index=0)).items():
        assert action.text().removesuffix(" (folded away)") == role_label(Role(role))


@pytest.mark.parametrize("corrected", [True, False])
def test_what_the_person_said_is_offered_for_always(qtbot, menu, corrected):
    blocks = tuple(replace(block, corrected=corrected) for block in ARTICLE.blocks)
    known = replace(ARTICLE.metadata, publisher="R&D Diario")
    made = menu(replace(ARTICLE, blocks=blocks, metadata=known))
    found = named(made, "Always")
    assert [action.text() for action in found] == ["Always for R&&D Diario"] * corrected
    if corrected:
        with qtbot.waitSignal(made.always_asked) as told:
            found[0].trigger()
        assert told.args == [CAPTION]


def test_without_a_publisher_nothing_is_for_always(menu):
    blocks = tuple(replace(block, corrected=True) for block in ARTICLE.blocks)
    known = replace(ARTICLE.metadata, publisher=None, agency=None)
    assert not named(menu(replace(ARTICLE, blocks=blocks, metadata=known)), "Always")
