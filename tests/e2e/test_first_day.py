"""A first day with the program, from the empty window to the exported clippings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop
from tests.e2e.program import Program
from tests.e2e.waiting import wait_until
from tests.fetching.site import answer, open_site

pytestmark = pytest.mark.e2e

SEEDS = Path(__file__).parents[2] / "seeds"
FERRY = SEEDS / "night-ferry.txt"
CRANE = SEEDS / "two-shipyards-one-crane.html"
CHOIR = SEEDS / "choir-crosses-strait.txt"

LINE = (640, 560), (980, 620)
"""From where to where the mouse selects, from the window's corner: across two lines of body."""


def open_first(program: Program) -> None:
    """Choose the first article of the list and hand the keyboard to the page."""
    program.desktop.click(program.point(330, 130))
    program.desktop.key("Return")


def body_of(program: Program, article_id: str) -> str:
    shown = program.ask("show", article_id)[0]
    return "\n".join(block["text"] or "" for block in shown["blocks"])


def select_with_mouse(program: Program) -> None:
    start, end = (program.point(*point) for point in LINE)
    program.desktop.sweep(start, end)


def select_with_keyboard(program: Program, words: int) -> None:
    """Go to the top of the page, down to the body, and take some words."""
    program.desktop.key("Escape", "ctrl+Home", *["Down"] * 8)
    program.desktop.key(*["ctrl+shift+Right"] * words)


def test_drop_read_mark_tag_note_undo_export(
    desktop: Desktop, program: Program, tmp_path: Path
) -> None:
    """The main job, whole: one file dropped, read, marked and taken away as Markdown."""
    program.shot("empty-window")
    desktop.drop("files", [str(FERRY)], program.window)
    article = program.articles(1)[0]
    assert article["headline"] == "Night Ferry Returns to Harbour Town After Eleven Years"
    assert article["translators"] == ["Ana Reyes"]
    desktop.focus(program.window)
    open_first(program)
    program.shot("dropped-and-opened")

    select_with_mouse(program)
    program.shot("selected-with-the-mouse")
    desktop.key("2")
    green = program.clipping(colour="green")
    assert len(green["quote"]) > 10
    assert green["quote"] in body_of(program, article["id"])
    assert green["state"] == "placed"
    program.shot("green-with-the-mouse")

    select_with_keyboard(program, 4)
    desktop.key("1")
    yellow = program.clipping(colour="yellow")
    assert len(yellow["quote"].split()) >= 3
    assert yellow["quote"] in body_of(program, article["id"])
    program.shot("yellow-with-the-keyboard")

    desktop.key("t")
    desktop.type("ferries/timetables")
    desktop.key("Return")
    tagged = program.clipping(colour="yellow", tags=["ferries/timetables"])
    program.shot("tagged")

    desktop.key("n")
    desktop.type("Ask for the autumn timetable.")
    desktop.key("ctrl+Return")
    program.clipping(id=tagged["id"], note="Ask for the autumn timetable.")
    program.shot("noted")

    desktop.key("ctrl+z")
    program.clipping(id=tagged["id"], note="", tags=["ferries/timetables"])
    program.shot("note-undone")
    desktop.key("ctrl+shift+z")
    program.clipping(id=tagged["id"], note="Ask for the autumn timetable.")

    desktop.key("ctrl+shift+c")
    program.shot("clippings")
    target = tmp_path / "taken away"
    target.mkdir()
    export_to(program, target)
    file = wait_until(lambda: next(target.glob("*.md"), None), "the exported file")
    exported = file.read_text(encoding="utf-8")
    program.shot("exported")
    assert "Ask for the autumn timetable." in exported
    for clipping in program.clippings(2):
        assert clipping["quote"].split("\n")[0][:30] in exported.replace("\n> ", " ")


def export_to(program: Program, folder: Path) -> None:
    """Export the clippings that are shown, by keyboard, through the dialog for folders."""
    program.desktop.key("ctrl+e")
    dialog = program.desktop.window_of(program.process, "Export to a folder")
    program.desktop.focus(dialog)
    program.desktop.key("ctrl+a")
    program.desktop.type(str(folder))
    program.shot("choosing-a-folder")
    program.desktop.key("Return")


def test_delete_and_undo_bring_a_highlight_back(desktop: Desktop, program: Program) -> None:
    """A highlight removed with the keyboard comes back whole with Ctrl+Z."""
    desktop.drop("files", [str(CHOIR)], program.window)
    program.articles(1)
    desktop.focus(program.window)
    open_first(program)
    select_with_keyboard(program, 5)
    desktop.key("3")
    blue = program.clipping(colour="blue")
    desktop.key("Delete")
    program.clippings(0)
    desktop.key("ctrl+z")
    assert program.clippings(1)[0] == blue


def test_paste_a_page(desktop: Desktop, program: Program) -> None:
    """Mark-up on the clipboard becomes an article by Ctrl+V; the same again is a duplicate."""
    desktop.copy(CRANE.read_bytes(), "text/html")
    desktop.focus(program.window)
    desktop.key("ctrl+v")
    article = program.articles(1)[0]
    assert article["headline"] == "Two Shipyards, One Crane"
    assert article["translators"] == ["Ana Reyes"]
    program.shot("pasted-page")
    desktop.key("ctrl+v")
    desktop.drop("files", [str(FERRY)], program.window)
    assert {found["headline"] for found in program.articles(2)} > {"Two Shipyards, One Crane"}


@pytest.mark.parametrize("kind", ["text", "html"])
def test_drop_of_a_selection(desktop: Desktop, program: Program, kind: str) -> None:
    """What a browser or an editor lets one drag is read as well as a file."""
    file = FERRY if kind == "text" else CRANE
    desktop.drop(kind, [str(file)], program.window)
    headline = program.articles(1)[0]["headline"]
    assert headline.startswith("Night Ferry" if kind == "text" else "Two Shipyards")


def test_drop_of_a_link(desktop: Desktop, program: Program, tmp_path: Path) -> None:
    """A link from a browser is kept with its title; its page comes when the person says so."""
    page = f"<h1>The Bell Is Back</h1><p>{'Nobody on the quay had asked for it. ' * 6}</p>"
    with open_site() as site:
        site.pages["/bell"] = answer(f"<html><body><article>{page}</article></body></html>")
        link = tmp_path / "link"
        link.write_text(f"{site.at('/bell')}\nThe Old Bell", encoding="utf-8")
        desktop.drop("link", [str(link)], program.window)
        assert program.articles(1)[0]["headline"] == "The Old Bell"
        question = desktop.window_of(program.process, "Fetch pages")
        desktop.focus(question)
        program.shot("the-question")
        assert site.asked == []
        desktop.key("shift+Tab", "space")
        wait_until(
            lambda: program.articles(1)[0]["headline"] == "The Bell Is Back", "the page itself"
        )
        program.shot("a-fetched-page")


def test_close_and_open_again(desktop: Desktop, program: Program) -> None:
    """What was marked is there after the program was closed, and the library is sound."""
    desktop.drop("files", [str(FERRY), str(CHOIR)], program.window)
    program.articles(2)
    desktop.focus(program.window)
    open_first(program)
    select_with_keyboard(program, 3)
    desktop.key("4")
    pink = program.clipping(colour="pink")
    assert program.close() == 0
    program.open()
    program.shot("opened-again")
    assert program.clippings(1) == [pink]
    wait_until(lambda: program.run("check"), "a sound library")
