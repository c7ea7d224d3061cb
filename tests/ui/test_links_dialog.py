"""One question for all links: every host in full, and "no" is what happens by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableWidget

from clipreader.ui.links_dialog import LinksDialog

FERRY = "https://www.diario.example/2024/07/04/" + "night-ferry-" * 20
MUNICH = "https://xn--mnchen-3ya.example/a"
LONG = "https://" + ".".join(["a-part-of-a-long-name"] * 9) + ".example/a"


@pytest.fixture
def asked(qtbot, theme):
    """Shows the question about some addresses; its answers come in ``told``."""

    def show(*addresses):
        made = LinksDialog(theme, addresses)
        qtbot.addWidget(made)
        made.told = []
        made.answered.connect(lambda *answer: made.told.append(answer))
        made.open()
        qtbot.waitExposed(made)
        return made

    return show


def said(dialog) -> str:
    return "\n".join(one.text().replace("\u200b", "") for one in dialog.findChildren(QLabel))


def test_one_link(asked):
    dialog = asked(FERRY)
    assert "Fetch the page of this link?" in said(dialog)
    assert "www.diario.example" in said(dialog).splitlines()
    assert "Pictures are not fetched." in said(dialog)
    assert dialog.keep.text() == "Keep as link"


@pytest.mark.parametrize("address", [FERRY, LONG, MUNICH])
def test_a_host_is_seen_whole(asked, address):
    dialog = asked(address)
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
        assert label.geometry().right() <= dialog.width()
    assert address.split("/")[2] in said(dialog).splitlines()


def test_several_links_are_counted_by_their_hosts(asked):
    dialog = asked(MUNICH, FERRY, f"{FERRY}2", f"{FERRY}3", "http://127.0.0.1:8000/a")
    assert "Fetch the pages of 5 links?" in said(dialog)
    table = dialog.findChild(QTableWidget)
    cells = [[table.item(row, column).text() for column in (0, 1)] for row in range(3)]
    assert cells == [
        ["www.diario.example", "3"],
        ["xn--mnchen-3ya.example", "1"],
        ["127.0.0.1:8000", "1"],
    ]
    assert table.rowCount() == 3


def test_many_hosts_do_not_make_it_taller_than_a_screen(asked):
    dialog = asked(*(f"https://gull{number}.example/" for number in range(300)))
    assert dialog.height() < 500
    assert dialog.findChild(QTableWidget).rowCount() == 300


@pytest.mark.parametrize("always", [False, True])
def test_return_keeps_the_links(asked, qtbot, always):
    dialog = asked(FERRY)
    dialog.always.setChecked(always)
    assert dialog.keep.isDefault()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.told == [(False, always)]


def test_closing_keeps_the_links(asked, qtbot):
    dialog = asked(FERRY)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.told == [(False, False)]


def test_only_its_button_fetches(asked, qtbot):
    dialog = asked(FERRY, MUNICH)
    qtbot.mouseClick(dialog.always, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.fetch, Qt.MouseButton.LeftButton)
    assert dialog.told == [(True, True)]
