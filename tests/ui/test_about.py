from PySide6.QtWidgets import QLabel

from clipreader import __version__
from clipreader.ui.about import About
from clipreader.ui.plain import PlainLabel


def test_it_says_version_licences_and_folders(qtbot, theme):
    folder = "/home/ana/{library} <b>R&D</b>"
    made = About(theme, folder)
    qtbot.addWidget(made)
    said = "\n".join(label.text() for label in made.findChildren(PlainLabel))
    for words in (__version__, folder, "Literata", "Open Font License", "Lucide", "LGPL"):
        assert words in said


def test_its_words_stand_together(qtbot, theme):
    made = About(theme, "/home/ana/library")
    qtbot.addWidget(made)
    made.resize(made.width(), made.sizeHint().height() + 200)
    made.show()
    labels = sorted(made.findChildren(QLabel), key=lambda label: label.y())
    assert len(labels) == 4
    for label in labels:
        needed = label.heightForWidth(label.width())
        assert label.height() == (needed if needed > 0 else label.sizeHint().height())
