"""A web server on loopback that answers as a test tells it, and as badly."""

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

Answer = Callable[[BaseHTTPRequestHandler, Event], None]
"""Writes a whole answer, or a part of one; the event is set when the test is over."""


def content(
    data: bytes,
    media_type: str = "text/plain; charset=utf-8",
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Return an answer with `data` for its body; `headers` go before those it makes itself."""

    def answer(handler: BaseHTTPRequestHandler, _over: Event) -> None:
        handler.send_response(status)
        for name, value in {
            "Content-Type": media_type,
            "Content-Length": str(len(data)),
            **(headers or {}),
        }.items():
            if value:
                handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def redirect(location: str, status: int = 302) -> Answer:
    """Return an answer that leads to `location`."""
    return content(b"", "", status=status, headers={"Location": location})


def raw(data: bytes, *, hold: bool = False) -> Answer:
    """Return an answer of just these bytes; with `hold` the connection then stays open."""

    def answer(handler: BaseHTTPRequestHandler, over: Event) -> None:
        handler.wfile.write(data)
        handler.wfile.flush()
        if hold:
            over.wait(30)

    return answer


@contextmanager
def web_server(answers: Mapping[str, Answer], tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """Serve `answers` by path on a free port of loopback; yield the address without a slash at its end."""
    over = Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answers[self.path](self, over)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
        finally:
            over.set()
            server.shutdown()
