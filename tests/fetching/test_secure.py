"""A site has to prove by its certificate that it is the one that was asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clipreader.fetching import fetch, page
from clipreader.model import NotFetched
from tests.fetching.site import Site, answer, open_site

CERTIFICATE = str(Path(__file__).with_name("localhost.pem"))
PAGE = b"<h1>The Night Ferry</h1>"


@pytest.fixture
def secure() -> Iterator[Site]:
    with open_site(CERTIFICATE) as opened:
        opened.pages["/"] = answer(PAGE)
        yield opened


def fetched(site: Site, host: str = "localhost", scheme: str = "https") -> bytes:
    return fetch(f"{scheme}://{host}:{site.port}/", ("text/html",), 1_000).data


def refused(site: Site, host: str = "localhost", scheme: str = "https") -> str:
    with pytest.raises(NotFetched) as why:
        fetched(site, host, scheme)
    return str(why.value)


def test_a_site_that_is_trusted(secure: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", CERTIFICATE)
    assert fetched(secure) == PAGE


def test_a_site_that_nobody_vouches_for(secure: Site) -> None:
    assert "could not prove that it is the site it claims to be" in refused(secure)
    assert secure.asked == []


def test_a_site_under_another_name(secure: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", CERTIFICATE)
    assert "could not prove" in refused(secure, "127.0.0.1")


def test_a_site_without_a_secure_door(site: Site, secure: Site) -> None:
    assert "No secure connection" in refused(site)
    assert "broke off" in refused(secure, scheme="http")


def test_who_is_trusted_is_found_where_other_systems_keep_it(
    secure: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A program that was built elsewhere looks for them where that system keeps them."""
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.setenv(name, str(tmp_path / "nothing"))
    assert "could not prove" in refused(secure)
    monkeypatch.setattr(page, "_TRUSTED", (str(tmp_path / "nothing"), CERTIFICATE))
    assert fetched(secure) == PAGE
