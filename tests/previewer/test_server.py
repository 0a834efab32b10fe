"""The page is served on loopback, to those who know its address, and nothing but the page."""

import json
import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import pytest

from converter.errors import UsageError
from converter.previewer.server import LOOPBACK, PreviewServer
from converter.previewer.serving import serving
from converter.previewer.session import Session

from .conftest import Serve, until


@pytest.fixture
def server(serve: Serve, without_word: None) -> Iterator[PreviewServer]:
    """Return a server that has something to show."""
    del without_word
    with serve() as running:
        until(running.session, lambda state: state.look)
        yield running


def ask(server: PreviewServer, path: str, *, method: str = "GET", host: str = "") -> HTTPResponse:
    """Return the answer to a request for `path`, which is taken as it is."""
    connection = HTTPConnection(LOOPBACK, server.server_port, timeout=30)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"{LOOPBACK}:{server.server_port}")
    connection.endheaders()
    return connection.getresponse()


def status_of(server: PreviewServer, path: str) -> int:
    """Return the status of the answer to a request whose path no client has tidied."""
    with socket.create_connection((LOOPBACK, server.server_port), timeout=30) as connection:
        connection.sendall(f"GET {path} HTTP/1.0\r\nHost: {LOOPBACK}:{server.server_port}\r\n\r\n".encode())
        return int(connection.makefile("rb").readline().split()[1])


def states(answer: HTTPResponse) -> Iterator[Any]:
    """Yield the states that a stream of events tells."""
    while line := answer.readline():
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))


def test_the_page_and_its_parts_are_served_with_a_strict_policy(server: PreviewServer) -> None:
    for name, media_type in {
        "": "text/html; charset=utf-8",
        "page.css": "text/css; charset=utf-8",
        "page.js": "text/javascript; charset=utf-8",
        "icon.svg": "image/svg+xml",
        "pdf/1/0.png": "image/png",
    }.items():
        answer = ask(server, f"/{server.token}/{name}")
        assert (answer.status, answer.headers["Content-Type"]) == (200, media_type)
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_the_report_may_run_nothing(server: PreviewServer) -> None:
    answer = ask(server, f"/{server.token}/html/1")
    assert b"Harbour of Lund" in answer.read()
    policy = answer.headers["Content-Security-Policy"]
    assert policy.endswith("sandbox allow-same-origin")
    assert "script-src" not in policy


def test_only_loopback_is_listened_to(server: PreviewServer) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.server_port}/{server.token}/"


@pytest.mark.parametrize(
    "path",
    ["/", "/page.css", "/{other}/", "/{token}", "/{token}x/", "/x/{token}/", "*", "/é/", "/{start}/"],
)
def test_without_the_token_there_is_nothing(server: PreviewServer, path: str) -> None:
    parts = {"token": server.token, "other": "x" * len(server.token), "start": server.token[:-1]}
    assert status_of(server, path.format(**parts)) == 404


def test_tokens_are_long_and_no_two_are_alike(serve: Serve, without_word: None) -> None:
    del without_word
    with serve() as one, serve() as other:
        assert one.token != other.token
        assert min(len(one.token), len(other.token)) >= 32


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}"]
)
def test_a_host_that_is_not_ours_is_refused(server: PreviewServer, host: str) -> None:
    answer = ask(server, f"/{server.token}/", host=host.format(port=server.server_port))
    assert answer.status == 403
    assert answer.read() == b"Forbidden\n"


def test_a_request_without_a_host_is_refused(server: PreviewServer) -> None:
    with socket.create_connection((LOOPBACK, server.server_port), timeout=30) as connection:
        connection.sendall(f"GET /{server.token}/ HTTP/1.0\r\n\r\n".encode())
        assert b" 403 " in connection.makefile("rb").readline()


@pytest.mark.parametrize(
    "path",
    [
        "../../../../etc/passwd",
        "../page/page.css",
        "%2e%2e/%2e%2e/etc/passwd",
        "..%2fserver.py",
        "house.yaml",
        "/etc/passwd",
        "./page.css",
        "page.css/",
        "page.css?x",
        "html/0",
        "html/2",
        "html/01",
        "html/-1",
        "html/١",
        "html/99999999999",
        "pdf/1/99.png",
        "pdf/1/../0.png",
        "word/1/0.png",
    ],
)
def test_no_path_leads_anywhere_else(server: PreviewServer, path: str) -> None:
    assert status_of(server, f"/{server.token}/{path}") == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "<b>"])
def test_nothing_but_get_is_answered(server: PreviewServer, method: str) -> None:
    answer = ask(server, f"/{server.token}/", method=method)
    assert answer.status == 501
    assert b"<b>" not in answer.read()
    assert answer.headers["Content-Security-Policy"]


def test_events_tell_of_a_change_and_of_faults(server: PreviewServer, project: Path) -> None:
    answer = ask(server, f"/{server.token}/events")
    assert answer.headers["Content-Type"] == "text/event-stream"
    told = states(answer)
    first = next(told)
    assert (first["look"]["style"], first["look"]["description"]) == ("house", "Ours")
    assert first["faults"] == []
    (project / "house.yaml").write_text("colour: red\n", "utf-8")
    faulty = next(told)
    assert (faulty["faults"][0]["where"], faulty["faults"][0]["line"]) == ("house.yaml", 1)
    assert faulty["look"] == first["look"]
    (project / "house.yaml").write_text("meta: {description: Mended}\n", "utf-8")
    mended = next(told)
    assert (mended["look"]["description"], mended["faults"]) == ("Mended", [])
    for address in (mended["look"]["html"], *(page["address"] for page in mended["look"]["pages"])):
        assert ask(server, f"/{server.token}/{address}").status == 200


def test_events_end_with_the_session(server: PreviewServer) -> None:
    told = states(ask(server, f"/{server.token}/events"))
    next(told)
    server.session.close()
    assert list(told) == []


def test_a_browser_that_goes_away_does_not_end_the_server(
    server: PreviewServer, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = ask(server, f"/{server.token}/events")
    next(states(answer))
    answer.close()
    (project / "house.yaml").write_text("meta: {description: Later}\n", "utf-8")
    until(server.session, lambda state: state.look.made.style.description == "Later")
    assert ask(server, f"/{server.token}/").status == 200
    assert capfd.readouterr() == ("", "")


def test_a_port_that_is_taken_is_told(server: PreviewServer) -> None:
    with (
        pytest.raises(UsageError, match=rf"^--port: port {server.server_port} cannot be had: "),
        serving("harbour.txt", dict, print, server.server_port),  # type: ignore[arg-type]
    ):
        pass


def test_a_session_that_was_never_started_can_be_closed(without_word: None) -> None:
    del without_word
    Session("harbour.txt", dict, print).close()  # type: ignore[arg-type]
