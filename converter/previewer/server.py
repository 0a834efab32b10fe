"""The page on loopback: what is in memory, and the few files of `page/`; no path leads to any other file.

The address holds a token that nobody can guess, so that other programs and other users of the machine see
nothing; a request whose `Host` is not ours comes from a page that has tricked the browser (DNS rebinding) and
is refused as well.
"""

import json
import re
import secrets
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from typing import Any, NamedTuple

from converter.previewer.drawing import page_png
from converter.previewer.session import Pages, Session
from converter.previewer.views import state_data
from converter.rasters import RasterError

LOOPBACK = "127.0.0.1"

PULSE_S = 10.0
"""How often a browser is sent a sign of life, by which we notice that it has gone."""

_PATIENCE_S = 60.0
_PAGE = Path(__file__).with_name("page")

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
    " require-trusted-types-for 'script'"
)
_REPORT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'self'; sandbox allow-same-origin"
)
"""The report runs no script. The page may see into it, which keeps the reader's place when it changes."""

_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Answer(NamedTuple):
    """A whole answer."""

    data: bytes
    media_type: str
    policy: str = _POLICY


class PreviewServer(ThreadingHTTPServer):
    """Serves one session to those who know its address."""

    daemon_threads = True
    # another preview on the same port is a mistake to be told, not a share of its requests
    allow_reuse_port = False

    def __init__(self, session: Session, port: int = 0) -> None:
        """Take a port of loopback; 0: any that is free.

        Raises:
            OSError: the port is taken, or may not be had.
        """
        super().__init__((LOOPBACK, port), _Handler)
        self.session = session
        self.token = secrets.token_urlsafe(24)
        self.hosts = {f"{name}:{self.server_port}" for name in (LOOPBACK, "localhost")}
        self.files = {
            "": Answer((_PAGE / "index.html").read_bytes(), "text/html; charset=utf-8"),
            "page.css": Answer((_PAGE / "page.css").read_bytes(), "text/css; charset=utf-8"),
            "page.js": Answer((_PAGE / "page.js").read_bytes(), "text/javascript; charset=utf-8"),
            "icon.svg": Answer((_PAGE / "icon.svg").read_bytes(), "image/svg+xml"),
        }

    def server_bind(self) -> None:
        """Bind without asking for the name of this machine, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK, self.socket.getsockname()[1]

    @property
    def address(self) -> str:
        """Of the page."""
        return f"http://{LOOPBACK}:{self.server_port}/{self.token}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that goes away in the midst of an answer is the usual reason."""

    def answer(self, path: str) -> Answer | None:
        """Return what is at `path`, which stands behind the token; `None` where there is nothing."""
        if path in self.files:
            return self.files[path]
        for pattern, find in _ROUTES.items():
            if found := re.fullmatch(pattern, path):
                return find(self.session, *map(int, found.groups()))
        return None


def _report(session: Session, number: int) -> Answer | None:
    look = session.look(number)
    return Answer(look.made.files["html"], "text/html; charset=utf-8", _REPORT_POLICY) if look else None


def _pdf_page(session: Session, number: int, index: int) -> Answer | None:
    look = session.look(number)
    return _drawn(look.pages, index) if look else None


def _word_page(session: Session, number: int, index: int) -> Answer | None:
    pages = session.word_pages(number)
    return _drawn(pages, index) if pages else None


def _drawn(pages: Pages, index: int) -> Answer | None:
    if index >= len(pages.sizes):
        return None
    return Answer(page_png(pages.pdf, index), "image/png")


_NUMBER = "(0|[1-9][0-9]{0,8})"
_ROUTES: Mapping[str, Callable[..., Answer | None]] = {
    f"html/{_NUMBER}": _report,
    rf"pdf/{_NUMBER}/{_NUMBER}\.png": _pdf_page,
    rf"word/{_NUMBER}/{_NUMBER}\.png": _word_page,
}


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    timeout = _PATIENCE_S

    def do_GET(self) -> None:
        if self.headers.get("Host", "") not in self.server.hosts:
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        token, slash, path = self.path.removeprefix("/").partition("/")
        # compared in full, however it differs: the time it takes tells nothing
        if not (secrets.compare_digest(token.encode(), self.server.token.encode()) and slash):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        if path == "events":
            self._send_events()
            return
        try:
            answer = self.server.answer(path)
        except RasterError:
            answer = None
        if answer is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._send(HTTPStatus.OK, answer)

    def _send_events(self) -> None:
        """Send each state as it comes, as server-sent events (WHATWG HTML, 9.2)."""
        self._begin(HTTPStatus.OK, "text/event-stream", _POLICY)
        self.wfile.write(b"retry: 1000\n\n")
        seen = 0
        while not self.server.session.is_over:
            state = self.server.session.wait(seen, PULSE_S)
            if state is None:
                self.wfile.write(b":\n\n")
                continue
            seen = state.number
            self.wfile.write(f"data: {json.dumps(state_data(state))}\n\n".encode())

    def _send(self, status: HTTPStatus, answer: Answer) -> None:
        self._begin(status, answer.media_type, answer.policy, len(answer.data))
        self.wfile.write(answer.data)

    def _begin(self, status: HTTPStatus, media_type: str, policy: str, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        if length is not None:
            self.send_header("Content-Length", str(length))
        for name, value in {**_HEADERS, "Content-Security-Policy": policy}.items():
            self.send_header(name, value)
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer in plain words, with the headers of every answer."""
        del message, explain
        status = HTTPStatus(code)
        self._send(status, Answer(f"{status.phrase}\n".encode(), "text/plain; charset=utf-8"))

    def version_string(self) -> str:
        """Return who answers; which version is nobody's business."""
        return "briefing"

    def log_message(self, *_arguments: Any) -> None:  # noqa: ANN401 - the base class's
        """Say nothing: standard error is for faults."""
