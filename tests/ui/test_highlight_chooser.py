from PySide6.QtWidgets import QWidget

from clipreader.model import Colour, Role
from clipreader.ui.highlight_chooser import chooser
from tests import records
from tests.ui import hands


def test_each_is_named_by_its_words_as_they_were_typed(qtbot, theme):
    article = hands.blocks((Role.PARAGRAPH, "R&D of <b>ships</b> and " + "long words " * 20))
    made = [
        records.highlight(article, "R&D of <b>ships</b>"),
        records.highlight(article, article.text, colour=Colour.GREEN),
    ]
    parent, chosen = QWidget(), []
    qtbot.addWidget(parent)
    menu = chooser(theme, made, chosen.append, parent)
    names = [action.text() for action in menu.actions()]
    assert names[0] == "R&&D of <b>ships</b>", "Qt draws && as one &"
    assert names[1].endswith("…")
    assert len(names[1]) < 60
    assert all(not action.icon().isNull() for action in menu.actions())
    menu.actions()[1].trigger()
    assert chosen == [made[1].id]
