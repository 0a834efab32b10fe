"""A server of an account: where it listens, and how the connection is kept secret."""

from ipaddress import ip_address
from typing import Literal

from msgspec import Struct

Security = Literal["starttls", "tls", "none"]
"""`starttls`: in the clear at first (RFC 3207, RFC 3501 6.2.1); `tls`: from the first byte (RFC 8314 3)."""


class Server(Struct, frozen=True):
    """A server.

    Attributes:
        host: name or IP address.
        port: 1 to 65535.
        security: of the connection.
        certificates: file of further authorities to trust (PEM); empty: the system's alone.
    """

    host: str
    port: int
    security: Security
    certificates: str = ""

    @property
    def address(self) -> str:
        """Host and port, as errors name it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def is_on_this_machine(self) -> bool:
        """Whether the host is loopback by its name, so that nobody listens on the way."""
        return self.host == "localhost" or is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether `host` is a loopback address (RFC 1122 3.2.1.3, RFC 4291 2.5.3)."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
