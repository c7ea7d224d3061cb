"""Whatever a person does in whatever order, the page stays whole and notes stay where they belong.

A slot that raises fails the test by itself: pytest-qt looks at what Qt's event loop swallowed.
"""

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clipreader.model import Colour, Role, Span
from clipreader.ui import edge_handles
from clipreader.ui.note_editor import NoteEditor
from tests import records
from tests.ui import hands

R = Role
STEPS = 250
MANY = hands.blocks(
    (R.BOILERPLATE, "Menu & <b>x</b>"),
    (R.HEADLINE, "שלום עולם headline"),
    (R.PARAGRAPH, "漢字😀e\u0301 " * 40),
    (R.BOILERPLATE, "Share"),
    (R.PARAGRAPH, ""),
    (R.CODE, "a\n\n\tb"),
    (R.TABLE, "שלום\t漢字😀\n\te\u0301 words " + "words " * 30 + "\n12\t"),
    (R.TABLE, "\n".join("\t".join(["responsibility"] * 12) for _ in range(3))),
    (R.PARAGRAPH, "words " * 300),
    (R.CAPTION, "Only / credit"),
    (R.BOILERPLATE, "End"),
)
ARTICLES = (records.article(), MANY, replace(hands.blocks((R.PARAGRAPH, "")), id="empty"))
WISHES = (
    *("yellow", "green", "tag", "note", "copy", "markdown", "delete", "leave", "next", "previous"),
    *("start-back", "start-on", "end-back", "end-on", "open"),
)
KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_F2, Qt.Key.Key_Down, Qt.Key.Key_T)


def sign(id_):
    """What is written into the note of a highlight, and nowhere else."""
    return id_[-5:]


class Person:
    """Does things at random, and keeps highlights as the window would."""

    def __init__(self, reader, opened, seed):
        self.reader, self.opened, self.chance = reader, opened, random.Random(seed)
        self.article, self.kept, self.made, self.written = None, {}, 0, 0
        reader.highlight_asked.connect(self.add)
        reader.note_asked.connect(lambda span: reader.edit_note(self.add(span)))
        reader.tags_asked.connect(lambda span: reader.edit_tags(self.add(span)))
        reader.note_changed.connect(self.noted)
        reader.tags_changed.connect(lambda id_, tags: self.change(id_, tags=tags))
        reader.edges_moved.connect(self.moved)
        reader.removal_asked.connect(lambda ids: [self.kept.pop(id_, None) for id_ in ids])

    def here(self):
        return tuple(h for h in self.kept.values() if h.article_id == self.article.id)

    def check(self, span):
        assert self.article is not None
        assert 0 <= span.start < span.end <= len(self.article.text)

    def add(self, span, colour=Colour.PINK):
        self.check(span)
        made = hands.mark(self.article, span, colour=colour)
        self.kept[made.id] = made
        self.made += 1
        self.reader.set_highlights(self.here())
        self.reader.marking.choose(made.id)
        return made.id

    def change(self, id_, **changes):
        if id_ in self.kept:
            self.kept[id_] = replace(self.kept[id_], **changes)

    def noted(self, id_, note):
        assert set(note.split()) <= {sign(id_)}, "what was written for another highlight"
        self.change(id_, note=note)
        self.written += 1

    def moved(self, id_, span):
        self.check(span)
        self.change(id_, anchor=replace(self.kept[id_].anchor, span=span))

    # -- what may be done

    def point(self):
        return QPointF(self.chance.randrange(-5, 650), self.chance.randrange(-5, 820))

    def open(self):
        self.article = self.chance.choice((*ARTICLES, *ARTICLES, None))
        place = self.chance.randrange(60)
        self.reader.show_article(
            self.opened(self.article, self.here(), place) if self.article else None
        )

    def select(self):
        if self.article and self.article.text:
            start = self.chance.randrange(len(self.article.text))
            end = min(len(self.article.text), start + self.chance.randrange(1, 120))
            place = self.reader.view.content.map.range(Span(start, end))
            if place:
                self.reader.view.select(*place)

    def mark(self):
        self.select()
        self.reader.act(self.chance.choice(("yellow", "green", "tag", "note")))

    def begin_a_note(self):
        self.mark()
        self.reader.act("note")
        self.write()

    def wish(self):
        self.reader.act(self.chance.choice(WISHES))

    def click(self):
        hands.click(self.reader, self.point())

    def drag(self):
        hands.drag(self.reader, self.point(), self.point())

    def drag_an_edge(self):
        for top, bottom in edge_handles.ends(self.reader.view)[:1]:
            hands.drag(self.reader, (top + bottom) / 2, self.point(), self.point())

    def write(self):
        for id_, card in list(self.reader.notes.cards.items()):
            if card.is_edited():
                card.editor.moveCursor(QTextCursor.MoveOperation.End)
                QTest.keyClicks(card.editor, f" {sign(id_)} ")

    def write_another(self):
        if self.reader.notes.cards:
            self.chance.choice(list(self.reader.notes.cards.values())).edit()

    def key(self):
        target, key = QApplication.focusWidget(), self.chance.choice(KEYS)
        writes = isinstance(target, NoteEditor) and key == Qt.Key.Key_T
        if target is not None and not writes:
            QTest.keyClick(target, key)

    def look(self):
        hands.hover(self.reader, self.point())
        self.reader.grab()

    def change_the_look(self):
        self.reader.resize(self.chance.choice((300, 480, 900)), self.chance.choice((200, 800)))
        self.reader.set_typography(self.chance.choice((11, 17.5, 40)), 560, 1.62)
        self.reader._theme.set_choice(self.chance.choice(("light", "dark")))

    def refresh(self):
        if self.article:
            self.reader.set_highlights(self.here())

    def fold(self):
        if self.article is MANY:
            self.reader.toggle_fold(self.chance.choice((0, 3, 10)))

    def leave_popups(self):
        QApplication.processEvents()
        while popup := QApplication.activePopupWidget():
            popup.close()

    def step(self):
        does = (
            *(
                self.mark,
                self.begin_a_note,
                self.wish,
                self.wish,
                self.click,
                self.drag,
                self.write,
            ),
            *(self.select, self.begin_a_note),
            *(self.drag_an_edge, self.write_another, self.key, self.look, self.refresh, self.fold),
            *(self.change_the_look, self.leave_popups, self.open, self.reader.keep),
        )
        self.chance.choice(does)()


@pytest.mark.parametrize("seed", range(6))
def test_nothing_breaks_and_no_note_goes_astray(reader, opened, seed):
    person = Person(reader, opened, seed)
    reader.activateWindow()
    person.open()
    for _ in range(STEPS):
        person.step()
    person.leave_popups()
    reader.show_article(None)
    assert not reader.notes.cards
    assert person.made > 5, "the test has to do something"
    assert person.written > 2
