"""A small SMTP server that counts what it takes, and lets one thing go wrong at a moment that is chosen."""

import socket
import socketserver
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Literal, get_args

Fault = Literal["kill", "gone", "cut-before", "cut-after", "later", "never", "full"]
FAULTS: tuple[Fault, ...] = get_args(Fault)
"""The sender is killed; the server goes away; it cuts the connection before or after it has taken a message;
it says no for now, or for good; the disk with the sender's ledger is full."""

_REFUSALS: dict[Fault, str] = {"later": "451 4.3.0 not now", "never": "550 5.1.1 nobody of that name"}


class _CutError(Exception):
    """The connection ends here."""


class PostOffice:
    """Takes messages for anybody at a port of loopback.

    Attributes:
        taken: address → how many messages were taken for it.
        fault: what goes wrong, once; `None`: nothing.
        countdown: commands (MAIL, RCPT, and the end of a message) until then.
        strike: does what cannot be done here: kills the sender, fills its disk. Called with the fault.
    """

    def __init__(self, fault: Fault | None, countdown: int, strike: Callable[[], object]) -> None:
        """Take what goes wrong, and when; the server does not listen yet."""
        self.taken: Counter[str] = Counter()
        self.fault, self.countdown, self.strike = fault, countdown, strike
        self.port = 0
        self._lock = threading.Lock()
        self._connections: set[socket.socket] = set()
        self._listener: _Listener | None = None

    def open(self) -> None:
        """Listen, at the same port as before."""
        self._listener = _Listener(("127.0.0.1", self.port), _Connection)
        self._listener.office = self
        self.port = self._listener.server_address[1]
        threading.Thread(target=self._listener.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        """Stop listening and end all connections."""
        if self._listener:
            self._listener.shutdown()
            self._listener.server_close()
            self._listener = None
        for connection in list(self._connections):
            _end(connection)

    def enter(self, connection: socket.socket) -> None:
        """Note a connection."""
        self._connections.add(connection)

    def leave(self, connection: socket.socket) -> None:
        """Forget a connection."""
        self._connections.discard(connection)

    def take(self, recipients: list[str]) -> str:
        """Take a whole message and return the reply."""
        with self._lock:
            fault = self._due()
            if fault in _REFUSALS:
                return _REFUSALS[fault]
            if fault == "cut-before":
                raise _CutError
            self.taken.update(recipients)
            return self._struck(fault)

    def meet(self) -> str:
        """Return the reply to a command that asks for little."""
        with self._lock:
            fault = self._due()
            return _REFUSALS[fault] if fault in _REFUSALS else self._struck(fault)

    def _due(self) -> Fault | None:
        self.countdown -= 1
        return self.fault if self.countdown == 0 else None

    def _struck(self, fault: Fault | None) -> str:
        if fault in {"cut-before", "cut-after"}:
            raise _CutError
        if fault == "gone":
            # before this connection ends: who calls again then is refused, not cut off while waiting
            self.close()
            raise _CutError
        if fault:
            self.strike()
        return "250 2.0.0 OK"


class _Listener(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    office: PostOffice

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet about senders that are gone."""


class _Connection(socketserver.StreamRequestHandler):
    server: _Listener

    def handle(self) -> None:
        """Speak SMTP until one of us ends it."""
        self.server.office.enter(self.connection)
        with suppress(_CutError, OSError):
            self._say("220 post office")
            for line in self.rfile:
                if not self._answer(line.decode("ascii", "replace").strip()):
                    break
        _end(self.connection)
        self.server.office.leave(self.connection)

    def _answer(self, line: str) -> bool:
        command = line[:4].upper()
        match command:
            case "EHLO":
                self._say("250-post office\r\n250 SIZE 50000000")
            case "MAIL":
                self._recipients: list[str] = []
                self._say(self.server.office.meet())
            case "RCPT":
                reply = self.server.office.meet()
                if reply.startswith("250"):
                    self._recipients.append(line.partition("<")[2].partition(">")[0])
                self._say(reply)
            case "DATA":
                self._say("354 go on")
                self._say(self._take())
            case "QUIT":
                self._say("221 bye")
            case _:
                self._say("250 2.0.0 OK")
        return command != "QUIT"

    def _take(self) -> str:
        for line in self._lines():
            if line == b".\r\n":
                return self.server.office.take(self._recipients)
        raise _CutError  # the sender has gone in the midst of a message, which is none then

    def _lines(self) -> Iterator[bytes]:
        yield from self.rfile

    def _say(self, reply: str) -> None:
        self.wfile.write(f"{reply}\r\n".encode("ascii"))


def _end(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    with suppress(OSError):
        connection.close()
