"""A link comes in as a stub, once for each address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from clipreader.exporters import citation
from clipreader.model import Citation, Fate, Imported, Query, Source, Term
from clipreader.operations import Library, checking, history, importing, reading, trash

Write = Callable[[str, str | bytes], Path]

ADDRESS = "https://diario.example/night-ferry"
PAGE = f"""<!doctype html><html><head><link rel="canonical" href="{ADDRESS}"></head><body><article>
<h1>Night Ferry Returns</h1><p>The ferry left at twenty past nine, and nobody on the quay said a
word about the piano that stood there.</p></article></body></html>"""


def shortcut(address: str = ADDRESS) -> str:
    return f"[InternetShortcut]\r\nURL={address}\r\n"


def link(address: str = ADDRESS, title: str = "") -> Source:
    head = f"# {title}\r\n" if title else ""
    return Source("dropped link", f"{head}{address}\r\n".encode(), "text/uri-list")


def brought(library: Library, *incoming: Path | Source) -> tuple[Imported, ...]:
    return importing.import_sources(library, incoming).value.items


def test_a_shortcut_is_kept_as_an_article_that_can_be_found_and_cited(
    library: Library, write: Write
) -> None:
    (item,) = brought(library, write("The Night Ferry.url", shortcut()))
    assert (item.fate, item.link) == (Fate.ADDED, ADDRESS)
    assert item.notes == ("Only the address is kept: the page was not fetched.",)
    assert item.article_id
    article = reading.open_article(library, item.article_id).article
    assert article.text == f"The Night Ferry\n{ADDRESS}"
    (row,) = reading.list_articles(library, Query(terms=(Term("ferry"),)))
    assert (row.id, row.headline) == (article.id, "The Night Ferry")
    told = citation.written(Citation(article.id, article.metadata))
    assert told == f"“The Night Ferry”, {ADDRESS}"
    assert checking.check(library).problems == ()


def test_the_same_address_is_the_same_article(library: Library, write: Write) -> None:
    (first,) = brought(library, link())
    again = brought(
        library,
        write("Other Title.url", shortcut()),
        link(title="A third title"),
        link(f"{ADDRESS}#comments"),
        link("https://DIARIO.example:443/night-ferry"),
    )
    assert {item.fate for item in again} == {Fate.DUPLICATE}
    assert {item.article_id for item in again} == {first.article_id}
    assert {item.link for item in again} == {ADDRESS}


def test_the_same_address_twice_in_one_import_is_one_article(
    library: Library, write: Write
) -> None:
    items = brought(library, write("a.url", shortcut()), write("b.url", shortcut()))
    assert [item.fate for item in items] == [Fate.ADDED, Fate.DUPLICATE]


def test_one_title_at_two_addresses_is_two_articles(library: Library) -> None:
    items = brought(library, link(title="Home"), link("https://gull.example/", title="Home"))
    assert [item.fate for item in items] == [Fate.ADDED, Fate.ADDED]


def test_a_link_to_an_article_that_is_there_is_known(library: Library, write: Write) -> None:
    (page,) = brought(library, write("page.html", PAGE))
    (again,) = brought(library, link())
    assert (again.fate, again.article_id) == (Fate.DUPLICATE, page.article_id)
    assert (page.link, again.link) == ("", ADDRESS)


def test_a_link_in_the_trash_comes_back_and_undo_puts_it_there_again(library: Library) -> None:
    (first,) = brought(library, link())
    assert first.article_id
    trash.move_to_trash(library, [first.article_id])
    (again,) = brought(library, link(title="With a title"))
    assert (again.fate, again.came_back) == (Fate.DUPLICATE, True)
    assert not reading.open_article(library, first.article_id).trashed
    history.undo(library)
    assert reading.open_article(library, first.article_id).trashed


def test_links_among_other_files_of_a_folder(library: Library, write: Write) -> None:
    folder = write("inbox/a.url", shortcut()).parent
    write("inbox/b.desktop", "[Desktop Entry]\nType=Application\nName=Editor\nExec=x\n")
    write("inbox/page.html", PAGE.replace(ADDRESS, "https://gull.example/other"))
    items = brought(library, folder)
    assert [item.fate for item in items] == [Fate.ADDED, Fate.FAILED, Fate.ADDED]
    assert items[1].reason == "“b.desktop” starts a program and is no link to a page."


def test_many_links_are_known_again(library: Library) -> None:
    addresses = [f"https://diario.example/{number}" for number in range(450)]
    first = brought(library, *map(link, addresses))
    again = brought(library, *(link(one, title="Another title") for one in addresses))
    assert {item.fate for item in first} == {Fate.ADDED}
    assert {item.fate for item in again} == {Fate.DUPLICATE}
    assert [item.article_id for item in again] == [item.article_id for item in first]
