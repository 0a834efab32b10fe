"""Reading addresses, from a real server on loopback."""

import gzip
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from converter.errors import InputError
from converter.limits import Limits
from converter.readers import original, read, web
from converter.readers.web import download
from tests.web_server import content, raw, redirect, web_server

TEXT = "Harbour of Åland reopens\n\nThe harbour reopened on Monday after ten years of work.\n"
ANSWERS = {
    "/a.txt": content(TEXT.encode()),
    "/latin.txt": content(TEXT.encode("latin-1"), "text/plain; charset=ISO-8859-1"),
    "/a.md?v=1.0": content(b"# Harbour\n\nIt *reopened* on Monday.\n", "text/plain"),
    "/post": content(b"Harbour\n=======\n\nIt reopened on Monday.\n", "text/markdown"),
    "/nameless": content(TEXT.encode(), ""),
    "/odd-type": content(TEXT.encode(), "text; charset"),
    "/zipped": content(gzip.compress(TEXT.encode()), headers={"Content-Encoding": "gzip"}),
    "/bomb": content(gzip.compress(bytes(3_000_000)), headers={"Content-Encoding": "gzip"}),
    "/not-zipped": content(TEXT.encode(), headers={"Content-Encoding": "gzip"}),
    "/one": redirect("/two#part"),
    "/two": redirect("a.txt", 308),
    "/loop": redirect("/loop"),
    "/to-file": redirect("file:///etc/passwd"),
    "/to-ftp": redirect("ftp://example.org/a.txt"),
    "/empty": content(b""),
    "/cut": content(TEXT.encode(), headers={"Content-Length": "1000"}),
    "/silent": raw(b"", hold=True),
    "/no-http": raw(b"hello\r\n"),
    "/slow-header": raw(b"HTTP/1.1 200 OK\r\nX-A: b\r\nX-C: ", hold=True),
    "/slow-body": raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nThe harb", hold=True),
    **{f"/{status}": content(b"no", status=status) for status in (401, 403, 404, 410, 418, 429, 500, 503)},
}


@pytest.fixture(scope="module", name="site")
def _site() -> Iterator[str]:
    with web_server(ANSWERS) as address:
        yield address


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


def _limit(monkeypatch: pytest.MonkeyPatch, limits: Limits) -> None:
    for module in (web, original):
        monkeypatch.setattr(module, "LIMITS", limits)


def _refusal(address: str) -> InputError:
    with pytest.raises(InputError) as caught:
        download(address)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    return caught.value


def test_an_address_comes_with_what_the_server_says_of_it(site: str) -> None:
    found = download(f"{site}/latin.txt")
    assert found.data == TEXT.encode("latin-1")
    assert (found.name, found.address, found.folder) == (f"{site}/latin.txt", f"{site}/latin.txt", None)
    assert (found.media_type, found.charset, found.suffix) == ("text/plain", "iso-8859-1", "txt")


def test_redirects_are_followed_and_the_last_address_is_the_source(site: str) -> None:
    assert download(f"{site}/one#top").name == f"{site}/a.txt"


def test_an_answer_may_be_compressed(site: str) -> None:
    assert download(f"{site}/zipped").data.decode() == TEXT


@pytest.mark.parametrize("path", ["/nameless", "/odd-type"])
def test_a_server_need_not_say_what_it_sends(site: str, path: str) -> None:
    found = download(site + path)
    assert (found.media_type, found.charset) == ("", "")


@pytest.mark.parametrize(
    ("path", "title", "media_type"),
    [
        ("/a.txt", "Harbour of Åland reopens", "text/plain"),
        ("/latin.txt", "Harbour of Åland reopens", "text/plain"),
        ("/a.md?v=1.0", "Harbour", "text/markdown"),
        ("/post", "Harbour", "text/markdown"),
        ("/nameless", "Harbour of Åland reopens", "text/plain"),
    ],
)
def test_an_article_is_read_from_its_address(site: str, path: str, title: str, media_type: str) -> None:
    article = read(site + path)
    assert article.title
    assert article.slice(article.title) == title
    assert (article.source.name, article.source.media_type) == (site + path, media_type)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/404", "address-refused"),
        ("/503", "address-refused"),
        ("/empty", "input-empty"),
        ("/cut", "address-broken"),
        ("/no-http", "address-unreachable"),
        ("/not-zipped", "address-broken"),
        ("/loop", "address-redirects"),
        ("/to-file", "input-address"),
        ("/to-ftp", "input-address"),
    ],
)
def test_a_bad_answer_is_one_line(site: str, path: str, code: str) -> None:
    error = _refusal(site + path)
    assert (error.code, error.where) == (code, site + path)


@pytest.mark.parametrize(
    ("status", "remedy"),
    [
        (401, "open it in a browser"),
        (403, "open it in a browser"),
        (404, "check the address"),
        (410, "check the address"),
        (418, "open it in a browser"),
        (429, "try again later"),
        (500, "try again later"),
    ],
)
def test_what_to_do_depends_on_the_status(site: str, status: int, remedy: str) -> None:
    error = _refusal(f"{site}/{status}")
    assert f"the server answers {status} " in error.what
    assert error.remedy.startswith(remedy)


def test_size_is_counted_as_the_answer_unfolds(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _limit(monkeypatch, Limits(input_bytes=1_000_000))
    assert _refusal(f"{site}/bomb").code == "input-too-large"


@pytest.mark.parametrize("path", ["/silent", "/slow-header", "/slow-body"])
def test_a_server_has_only_so_long(site: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _limit(monkeypatch, Limits(download_s=0.2))
    assert _refusal(site + path).code == "address-timeout"


def test_a_server_that_falls_silent_is_given_up(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "_SILENCE_S", 0.2)
    assert _refusal(f"{site}/silent").code == "address-timeout"


def test_nobody_listening_cannot_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert _refusal(f"http://127.0.0.1:{port}/").code == "address-unreachable"


@pytest.mark.parametrize(
    "address",
    ["http://", "https:///a", "http://[::1", "http://exa mple.org/", "ftp://example.org/a"],
)
def test_what_is_no_address_of_the_web_is_told_so(address: str) -> None:
    assert _refusal(address).code == "input-address"


def test_a_password_in_an_address_is_refused_and_not_repeated(site: str) -> None:
    error = _refusal(site.replace("//", "//jane:secret@"))
    assert error.code == "input-address"
    assert "secret" not in str(error)


def test_certificates_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority = trustme.CA()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(tls)
    with web_server({"/a.txt": content(TEXT.encode())}, tls) as site:
        assert _refusal(f"{site}/a.txt").code == "address-untrusted"
        authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "ca.pem"))
        assert download(f"{site}/a.txt").data.decode() == TEXT


def test_a_fault_of_ours_is_not_blamed_on_the_server(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(web, "_check_status", fail)
    with pytest.raises(ZeroDivisionError):
        download(f"{site}/a.txt")
