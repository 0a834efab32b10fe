"""Logging in by SASL (RFC 4422), the same for SMTP (RFC 4954) and IMAP (RFC 3501 6.2.2)."""

from base64 import b64encode
from collections.abc import Collection, Sequence
from typing import Any

from msgspec import Struct

from converter.errors import DeliveryError, PostponedError
from converter.mailer.accounts import Account
from converter.mailer.connection import said
from converter.mailer.servers import Server, is_loopback

_OF_PASSWORDS = ("PLAIN", "LOGIN")
_OF_TOKENS = ("XOAUTH2",)

_TELLING = 6
"""Characters of a secret in base64 that are too many to be shown."""


class Login(Struct, frozen=True):
    """How to log in.

    Attributes:
        mechanism: its name, as servers list it.
        secret: password or token.
        answers: what the client sends, in order, before it is encoded in base64.
    """

    mechanism: str
    secret: str
    answers: tuple[bytes, ...] = ()

    def __repr__(self) -> str:
        """Say nothing of the secret, which the answers hold as well."""
        return f"Login(mechanism={self.mechanism!r})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        """Say no more where rich prints it, as in a traceback with local variables."""
        return [("mechanism", self.mechanism)]

    @property
    def encoded(self) -> tuple[str, ...]:
        """The answers in base64."""
        return tuple(b64encode(answer).decode("ascii") for answer in self.answers)

    def without(self, reply: str | bytes) -> str:
        """Return what a server said, as `said` does, without the secret, should the server repeat it."""
        text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
        sent = " ".join(self.encoded)
        words = text.replace(self.secret, "…").split()
        return said(" ".join("…" if len(word) > _TELLING and word in sent else word for word in words))


def choose_login(account: Account, server: Server, offered: Collection[str]) -> Login:
    """Return how to log in where the server offers the mechanisms of `offered`; the secret is had now.

    Raises:
        DeliveryError: `login-unsupported`: none of them will do; or what `Secret.reveal` raises.
    """
    secret = account.secret
    if secret is None:
        raise AssertionError
    known = _OF_TOKENS if secret.is_token else _OF_PASSWORDS
    names = {name.upper() for name in offered}
    mechanism = next((name for name in known if name in names), None)
    if mechanism is None:
        raise unsupported(server, known, sorted(names))
    revealed = secret.reveal()
    return Login(mechanism, revealed, _answers(mechanism, account.user, revealed))


def unsupported(server: Server, known: Sequence[str], offered: Sequence[str]) -> DeliveryError:
    """Return the error of a server that offers no login of the kinds `known`."""
    there = f"takes {said(', '.join(offered))} only" if offered else "takes no login"
    remedy = "check port and security"
    if "XOAUTH2" in offered:
        remedy = "write token-command in place of the password"
    elif offered:
        remedy = "ask who runs it for another port or login"
    what = f"the server {there}, not {' or '.join(known)}"
    return DeliveryError("login-unsupported", what, where=server.address, remedy=remedy)


def require_encryption(server: Server, peer: str, *, encrypted: bool) -> None:
    """Let a login go on if it is encrypted, or `peer`, an IP address, is this machine.

    Raises:
        DeliveryError: `login-unsupported`.
    """
    if not encrypted and not is_loopback(peer):
        raise DeliveryError(
            "login-unsupported",
            "a password is not sent in the clear",
            where=server.address,
            remedy="write security: starttls or tls",
        )


def refused(account: Account, server: Server, reply: str, *, for_now: bool) -> DeliveryError:
    """Return the error of a server that does not let the user in; `reply` has no secret in it."""
    what = f"the server does not let {said(account.user)} in: {reply}"
    if for_now:
        return PostponedError(
            "login-refused", what, where=server.address, remedy="try again in a few minutes"
        )
    return DeliveryError(
        "login-refused",
        what,
        where=server.address,
        remedy=f"check user and {account.secret.kind if account.secret else 'password'}"
        f" of the account {account.name}",
    )


def _answers(mechanism: str, user: str, secret: str) -> tuple[bytes, ...]:
    match mechanism:
        case "PLAIN":  # RFC 4616
            return (f"\0{user}\0{secret}".encode(),)
        case "LOGIN":
            return (user.encode(), secret.encode())
        case _:
            # XOAUTH2; the empty answer is to the server's explanation of a refusal
            return (f"user={user}\x01auth=Bearer {secret}\x01\x01".encode(), b"")
