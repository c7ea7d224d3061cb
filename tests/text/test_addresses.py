"""Which words are the address of a page, and what people are shown of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.text.addresses import host_of, is_local, literal_of, readable, web_address

ONE_FORM = [
    ("https://diario.example/night-ferry", "https://diario.example/night-ferry"),
    (" HTTPS://Diario.Example \n", "https://diario.example/"),
    ("http://diario.example:80/a", "http://diario.example/a"),
    ("https://diario.example:8443/a", "https://diario.example:8443/a"),
    ("https://diario.example./a", "https://diario.example/a"),
    ("https://diario.example/a#comments", "https://diario.example/a"),
    ("https://diario.example/#!/2024/ferry", "https://diario.example/#!/2024/ferry"),
    ("https://diario.example/#/2024/ferry", "https://diario.example/#/2024/ferry"),
    ("https://diario.example/a?", "https://diario.example/a"),
    ("https://diario.example/a?b=c&d=%20", "https://diario.example/a?b=c&d=%20"),
    ("https://diario.example/campana/árbol", "https://diario.example/campana/%C3%A1rbol"),
    ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
    ("https://faß.example/", "https://xn--fa-hia.example/"),
    ("https://www。diario。example/a", "https://www.diario.example/a"),
    ("https://नमस्ते.example/", "https://xn--h2bhs4b8d8a.example/"),
    ("http://127.0.0.1:8000/a", "http://127.0.0.1:8000/a"),
    ("http://[::1]/a", "http://[::1]/a"),
    ("http://[0:0::1]:81/a", "http://[::1]:81/a"),
    ("http://archive/a", "http://archive/a"),
]
NO_PAGE = [
    "",
    "diario.example/night-ferry",
    "ftp://diario.example/a",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,<p>words",
    "mailto:ana@diario.example",
    "https://",
    "https:///a",
    "https:diario.example",
    "https://diario.example@other.example/",
    "https://ana:secret@diario.example/",
    "https://diario.example\\@other.example/",
    "https://diario.example/a b",
    "https://diario.example/a\nhttps://diario.example/b",
    "https://diario.example\0.other.example/",
    "https://diario.example:99999/",
    "https://diario.example:0/",
    "https://diario..example/",
    "https://di*rio.example/",
    "https://a\u202eb.example/",
    "https://[::1/a",
    "http://[fe80::1%25eth0]/",
    "http://127.1/",
    "http://0x7f000001/",
    "http://2130706433/",
    "https://diario.example/\ud800",
    "https://" + "a" * 64 + ".example/",
    "https://diario.example/" + "a" * 8_000,
]


@pytest.mark.parametrize(("words", "form"), ONE_FORM)
def test_an_address_has_one_form(words, form):
    assert web_address(words) == form
    assert web_address(form) == form


@pytest.mark.parametrize("words", NO_PAGE)
def test_what_is_no_address_of_a_page(words):
    assert web_address(words) is None


@given(st.text(max_size=80).map("https://".__add__) | st.from_regex(r"https?://\S{1,60}"))
def test_a_form_is_its_own_form(words):
    form = web_address(words)
    if form is not None:
        assert form.isascii()
        assert web_address(form) == form
        assert host_of(form)
        assert readable(form).isprintable()


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (
            "https://www.diario.example/cultura/night-ferry.html",
            "diario.example/cultura/night-ferry",
        ),
        ("https://diario.example/", "diario.example"),
        ("https://diario.example/?p=1204", "diario.example?p=1204"),
        ("https://diario.example/index.php?id=7", "diario.example/index"),
        ("https://diario.example/a.php?id=7", "diario.example/a?id=7"),
        ("https://diario.example/ferry?utm_source=mail", "diario.example/ferry"),
        ("https://diario.example/campana-%C3%A1rbol/", "diario.example/campana-árbol"),
        ("https://diario.example/%E1rbol", "diario.example/%E1rbol"),
        ("https://diario.example/a%E2%80%AEcod", "diario.example/a%E2%80%AEcod"),
        ("https://xn--mnchen-3ya.example:81/", "xn--mnchen-3ya.example:81"),
    ],
)
def test_people_read_host_and_path(address, shown):
    assert readable(address) == shown


def test_a_long_address_is_cut_where_it_is_shown():
    shown = readable("https://diario.example/" + "ferry-" * 100)
    assert len(shown) == 160
    assert shown.endswith("…")


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("http://127.0.0.1/", True),
        ("http://10.0.0.7/", True),
        ("http://169.254.169.254/", True),
        ("http://100.64.0.1/", True),
        ("http://[::1]/", True),
        ("http://[fe80::1]/", True),
        ("http://[::ffff:10.0.0.7]/", True),
        ("http://localhost:8000/", True),
        ("http://archive/", True),
        ("http://paper.intranet/", True),
        ("http://printer.local/", True),
        ("http://93.184.215.14/", False),
        ("https://diario.example/", False),
        ("https://local.example/", False),
    ],
)
def test_what_is_a_machine_of_the_own_network(address, local):
    assert is_local(address) is local


def test_a_number_and_a_name():
    assert str(literal_of("[::1]")) == "::1"
    assert literal_of("diario.example") is None
