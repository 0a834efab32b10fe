"""aiosmtpd: an SMTP server that takes everything, or fails at the step where a test wants it to."""

import ssl
from base64 import b64decode
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, AnyStr
from warnings import catch_warnings, simplefilter

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from msgspec import Struct, field

from tests.servers.ports import HOST, free_ports

CUT = "cut"
"""In place of a reply: the connection is cut."""


class Sink(Struct):
    """A server that runs.

    Attributes:
        port: on loopback.
        replies: step → reply in place of the usual one, or `CUT`. A step is `GREETING`, a command (`MAIL`, or
            `RCPT TO:<b@example.org>` for one of them), `BODY` (behind 354) or `END` (behind the full stop).
        steps: those that were taken, over all connections.
        mails: what was taken: recipients and the message.
        logins: mechanisms that were used.
    """

    port: int
    replies: dict[str, str] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)
    mails: list[tuple[list[str], bytes]] = field(default_factory=list)
    logins: list[str] = field(default_factory=list)

    def accept(self, mechanism: str, credentials: object) -> AuthResult:
        """Let in whose password is `secret`, or `пароль` for LOGIN and PLAIN alike."""
        self.logins.append(mechanism)
        password = credentials.password if isinstance(credentials, LoginPassword) else b""
        return AuthResult(success=password in {b"secret", "пароль".encode()}, handled=False)

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name for it
        self, server: "_Server", _session: Session, envelope: Envelope
    ) -> str:
        """Keep the message."""
        if await server.fails("END"):
            return ""
        self.mails.append((list(envelope.rcpt_tos), envelope.original_content or b""))
        return "250 2.0.0 taken"

    async def auth_XOAUTH2(  # noqa: N802 - the same
        self, server: "_Server", arguments: list[str]
    ) -> AuthResult:
        """Let in whose token is `token`; explain to others what is wrong, as Google and Microsoft do."""
        self.logins.append("XOAUTH2")
        if b64decode(arguments[1]) == b"user=press@example.org\x01auth=Bearer token\x01\x01":
            return AuthResult(success=True)
        answer = await server.challenge_auth(b'{"status":"400"}')
        return AuthResult(success=False, handled=False, message=None if answer == b"" else "no")


class _Server(SMTP):
    def __init__(self, sink: Sink, options: Mapping[str, Any]) -> None:
        self._sink = sink
        self._greeted = False
        super().__init__(sink, **options)

    async def fails(self, *names: str) -> bool:
        """Note a step by the first of its names, and fail as the test wants; return whether it did."""
        self._sink.steps.append(names[0])
        reply = next((self._sink.replies[name] for name in names if name in self._sink.replies), None)
        if reply == CUT:
            self._writer.transport.abort()
        elif reply:
            await self._say(reply)
        return reply is not None

    async def begins_body(self) -> bool:
        """Let the message come, and fail before it is there, if the test wants that."""
        if "BODY" not in self._sink.replies:
            return False
        await self._say("354 go on")
        return await self.fails("BODY")

    async def push(self, status: AnyStr) -> None:
        if not self._greeted:
            self._greeted = True
            if await self.fails("GREETING"):
                return
        if status:
            await super().push(status)

    async def _say(self, reply: str) -> None:
        self._writer.write(reply.encode() + b"\r\n")
        await self._writer.drain()
        if reply.startswith("421"):
            self._writer.close()


def _failing(command: str) -> Callable[[_Server, str], Awaitable[None]]:
    usual = getattr(SMTP, f"smtp_{command}")

    async def respond(server: _Server, argument: str) -> None:
        failed = await server.fails(command, f"{command} {argument}")
        if not failed and not (command == "DATA" and await server.begins_body()):
            await usual(server, argument)

    return respond


for _command in ("EHLO", "HELO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "RSET", "QUIT"):
    setattr(_Server, f"smtp_{_command}", _failing(_command))


class _Controller(Controller):
    def factory(self) -> _Server:
        with catch_warnings():
            # that a login without STARTTLS is dangerous; none of these leaves the machine
            simplefilter("ignore", UserWarning)
            return _Server(self.handler, self.SMTP_kwargs)


@contextmanager
def sink(
    replies: Mapping[str, str] | None = None,
    *,
    starttls: ssl.SSLContext | None = None,
    tls: ssl.SSLContext | None = None,
    logins: Sequence[str] = (),
    size: int = 0,
) -> Iterator[Sink]:
    """Run a server that fails as `replies` say.

    Args:
        replies: as `Sink.replies`.
        starttls: with which it encrypts when asked to.
        tls: with which it encrypts from the first byte.
        logins: mechanisms of which it wants one; none: it wants no login.
        size: bytes of the largest message; 0: it does not say.
    """
    (port,) = free_ports(1)
    there = Sink(port, dict(replies or {}))
    options: dict[str, Any] = {
        "data_size_limit": size or None,
        "auth_exclude_mechanism": {"PLAIN", "LOGIN", "XOAUTH2"} - set(logins),
    }
    if starttls:
        options |= {"tls_context": starttls, "require_starttls": True}
    if logins:
        options |= {
            "authenticator": lambda *arguments: there.accept(*arguments[3:]),
            "auth_required": True,
            "auth_require_tls": bool(starttls),
        }
    controller = _Controller(there, HOST, port, ssl_context=tls, **options)
    # The controller's own look at whether it listens would be the first connection.
    held, there.replies = there.replies, {}
    controller.start()
    there.replies = held
    there.steps.clear()
    try:
        yield there
    finally:
        controller.stop()
