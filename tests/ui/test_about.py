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
