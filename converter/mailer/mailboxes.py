"""Addresses of people, read strictly: what is not plainly one mailbox is refused (RFC 5322 3.4)."""

import re
from collections.abc import Iterable

from msgspec import Struct

from converter.errors import UsageError
from converter.mailer.headers import one_line, phrase

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)")
_NAMED = re.compile(r"\s*(?P<name>.*?)\s*<(?P<address>[^<>]*)>\s*", re.DOTALL)

_MOST_LOCAL, _MOST_ADDRESS = 64, 254
"""Characters (RFC 5321 4.5.3.1)."""

_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"', re.DOTALL)
_SEVERAL = re.compile(r"@.*[,;\s].*@", re.DOTALL)
_OTHERS = re.compile(r"[<>]|@.*[,;]", re.DOTALL)
"""What in a name without quotation marks is another person's address: `Ada <a@x.org>, Ben <b@x.org>`."""

_AS_ONE = "write name@example.org, or Name <name@example.org>"
_ONE_EACH = "one address goes here; give each other one an option or a row of its own"


class Mailbox(Struct, frozen=True):
    """A person's address.

    Attributes:
        address: such as `ada@example.org`; ASCII, its domain in small letters, that of another script as
            `xn--…` (RFC 5891).
        name: as shown; empty: none.
    """

    address: str
    name: str = ""

    @property
    def domain(self) -> str:
        """What stands behind the @."""
        return self.address.rpartition("@")[2]

    @property
    def shown(self) -> str:
        """As a person reads it."""
        return f"{self.name} <{self.address}>" if self.name else self.address

    @property
    def written(self) -> str:
        """As it stands in a header, in ASCII."""
        return f"{phrase(self.name)} <{self.address}>" if self.name else self.address


def folded(address: str) -> str:
    """Return what is the same of all addresses of one mailbox.

    Capitals before the @ could make a difference (RFC 5321 2.4), and do at no server that is known; a list
    that has somebody in both spellings must not reach them twice.
    """
    return address.lower()


def each_once(mailboxes: Iterable[Mailbox]) -> tuple[str, ...]:
    """Return the addresses of `mailboxes`, in order, each once, as it is written first."""
    found: dict[str, str] = {}
    for one in mailboxes:
        found.setdefault(folded(one.address), one.address)
    return tuple(found.values())


def parse_mailbox(text: str, where: str) -> Mailbox:
    """Return the mailbox that `text` names: `ada@example.org`, or `Ada Lovelace <ada@example.org>`.

    Args:
        text: as a person wrote it.
        where: the option or line it comes from, for the error.

    Raises:
        UsageError: `address-invalid`.
    """
    named = _NAMED.fullmatch(text)
    name, address = (named["name"], named["address"]) if named else ("", text.strip())
    unquoted = _unquoted(name)
    if unquoted == name and _OTHERS.search(name):
        raise _invalid(text, where)
    return Mailbox(_address(address, text, where), one_line(unquoted))


def _address(address: str, text: str, where: str) -> str:
    local, at, domain = address.rpartition("@")
    ascii_domain = _ascii(domain)
    labels = ascii_domain.split(".")
    sound = (
        at
        and len(local) <= _MOST_LOCAL
        and len(local) + 1 + len(ascii_domain) <= _MOST_ADDRESS
        and _LOCAL.fullmatch(local)
        and all(_LABEL.fullmatch(label) for label in labels)
    )
    if not sound:
        raise _invalid(text, where)
    return f"{local}@{ascii_domain}"


def _invalid(text: str, where: str) -> UsageError:
    return UsageError(
        "address-invalid",
        f"{(one_line(text, 60) or 'an empty text')!r} is not the address of a mailbox",
        where=where,
        remedy=_ONE_EACH if _SEVERAL.search(text) else _AS_ONE,
    )


def _ascii(domain: str) -> str:
    """Return `domain` in ASCII; the empty text where it cannot be."""
    try:
        return domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""


def _unquoted(name: str) -> str:
    """Return what a quoted string says (RFC 5322 3.2.4); any other name as it is."""
    if _QUOTED.fullmatch(name):
        return re.sub(r"\\(.)", r"\1", name[1:-1])
    return name
