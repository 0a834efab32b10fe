"""A proxy before a server that speaks HTTP: it counts what is asked, and fails where a test wants it to."""

import http.client
import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from msgspec import Struct, field

from tests.servers.ports import HOST


class Call(Struct, frozen=True):
    """A request.

    Attributes:
        method: such as `GET`.
        path: decoded, with its slash.
        query: as it came.
        headers: by their name in small letters.
    """

    method: str
    path: str
    query: str
    headers: dict[str, str]

    @property
    def kind(self) -> str:
        """The operation of S3, in one word."""
        return "LIST" if self.method == "GET" and "list-type" in self.query else self.method


class Fault(Struct, frozen=True):
    """What is done in place of an answer.

    Attributes:
        status: of an answer as S3 gives it; 0: none.
        code: of that answer.
        message: the same in words.
        act: where `status` is 0: `cut` the connection at once, or after `half` of the answer; `lose` the
            answer to what was done; or `stall` until the test is over.
    """

    status: int = 0
    code: str = ""
    message: str = ""
    act: str = ""


SLOW_DOWN = Fault(503, "SlowDown", "Please reduce your request rate.")
UNAVAILABLE = Fault(503, "ServiceUnavailable", "Service is unable to handle request.")
WRONG_KEY = Fault(
    403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records."
)
EXPIRED = Fault(400, "ExpiredToken", "The provided token has expired.")
DENIED = Fault(403, "AccessDenied", "Access Denied")
CUT, HALF, LOST, STALL = (Fault(act=act) for act in ("cut", "half", "lose", "stall"))

Choice = Callable[[Call], Fault | None]


class Proxy(Struct):
    """A proxy that runs.

    Attributes:
        port: on loopback.
        choose: says of each request what becomes of it; `None`: it is passed on.
        calls: those that came.
        dropped: headers, in small letters, that are not passed on.
    """

    port: int
    choose: Choice = lambda _call: None
    calls: list[Call] = field(default_factory=list)
    dropped: frozenset[str] = frozenset()

    def count(self, *kinds: str) -> int:
        """Return how many requests of these kinds came; of all, where none is named."""
        return sum(not kinds or call.kind in kinds for call in self.calls)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    proxy: Proxy
    server_port: int
    over: Event
    passing: Lock

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""

    def _handle(self) -> None:
        url = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", "0")))
        call = Call(self.command, unquote(url.path), url.query, headers)
        self.proxy.calls.append(call)
        fault = self.proxy.choose(call)
        act = fault.act if fault else ""
        if fault and fault.status:
            self._answer(fault)
        elif act in {"", "half", "lose"}:
            self._pass_on(body, act)
        else:
            if act == "stall":
                self.over.wait()
            self._cut()

    do_GET = do_PUT = do_HEAD = do_POST = do_DELETE = _handle  # noqa: N815 - the library's names

    def _pass_on(self, body: bytes, act: str) -> None:
        # one after the other: moto looks and writes in two steps, where a real store has one
        with self.passing:
            connection = http.client.HTTPConnection(HOST, self.server_port)
            left_out = {"expect", *self.proxy.dropped}
            headers = {name: value for name, value in self.headers.items() if name.lower() not in left_out}
            connection.request(self.command, self.path, body, headers)
            answer = connection.getresponse()
            data = answer.read()
            connection.close()
        if act == "lose":
            self._cut()
            return
        self.send_response_only(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in {"connection", "transfer-encoding", "content-length"}:
                self.send_header(name, value)
        length = answer.getheader("content-length", "0") if self.command == "HEAD" else str(len(data))
        self.send_header("Content-Length", length)
        self.end_headers()
        self.wfile.write(data[: len(data) // 2] if act else data)
        if act:
            self._cut()

    def _answer(self, fault: Fault) -> None:
        data = f"<Error><Code>{fault.code}</Code><Message>{fault.message}</Message></Error>".encode()
        self.send_response_only(fault.status)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _cut(self) -> None:
        """End the connection with a reset."""
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_arguments: Any) -> None:  # noqa: ANN401 - the library's
        """Say nothing: whoever asked may have gone."""


@contextmanager
def proxy(port: int) -> Iterator[Proxy]:
    """Run a proxy before the server at `port` of loopback."""
    over = Event()
    members = {"server_port": port, "over": over, "passing": Lock()}
    handler = type("Handler", (_Handler,), members)
    with _Server((HOST, 0), handler) as server:
        there = Proxy(server.server_address[1])
        handler.proxy = there  # type: ignore[attr-defined]
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield there
        finally:
            over.set()
            server.shutdown()
            thread.join()
