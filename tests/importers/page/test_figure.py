from __future__ import annotations

from clipreader.importers.page.figure import Figure, sort_out
from tests.importers.page.pages import walked


def sorted_out(*lines: str) -> tuple[list[str], list[str], list[str]]:
    walk = walked("<figure>" + "".join(f"<p>{line}</p>" for line in lines) + "</figure>")
    figure = Figure(None, 0, walk.blocks[0].element, captions=list(range(len(lines))))
    sort_out(figure, walk.blocks, {})
    found = (figure.captions, figure.credits, figure.repeats)
    captions, credited, repeats = ([walk.blocks[n].text for n in numbers] for numbers in found)
    return captions, credited, repeats


def test_every_line_goes_to_one_place():
    lines = ("The quay", "Photo: Rosa Lund", "The quay", "Seen from the sea")
    captions, credited, repeats = sorted_out(*lines)
    assert captions == ["The quay", "Seen from the sea"]
    assert (credited, repeats) == (["Photo: Rosa Lund"], ["The quay"])


def test_two_lines_without_a_cue_are_left_as_they_are():
    assert sorted_out("The quay at dawn", "Harbour Town")[1] == []


def test_a_line_that_ends_with_another_says_it_as_well():
    whole = "The quay at dawn - Copyright Rosa Lund/HP"
    assert sorted_out(whole, "Copyright  Rosa Lund / HP") == (
        [whole],
        [],
        ["Copyright Rosa Lund / HP"],
    )
    assert sorted_out("The north quay", "quay") == (["The north quay", "quay"], [], [])
