"""What SMTP and IMAP share: encryption that is checked, and what the network says, in our own words."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from socket import gaierror

from converter.errors import DeliveryError, PostponedError, StyleError
from converter.mailer.headers import one_line
from converter.mailer.servers import Server

TIMEOUT_S = 60.0
"""For each step of a conversation with a server."""

_KB = 1024


def said(text: str | bytes) -> str:
    """Return what a server said: one line of at most 200 characters that can be printed."""
    return one_line(text.decode("utf-8", "replace") if isinstance(text, bytes) else text)


def too_large(size: int, limit: int) -> str:
    """Return why a message of `size` bytes is not taken where there is a `limit`; empty: it is."""
    if not limit or size <= limit:
        return ""
    return f"the message is {-(-size // _KB)} KB, the server takes {limit // _KB} KB"


def tls_context(server: Server) -> ssl.SSLContext:
    """Return how to encrypt: TLS 1.2 or later (RFC 8996), certificate and host name checked (RFC 7817).

    Raises:
        StyleError: `certificates-unreadable`.
    """
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if server.certificates:
        try:
            context.load_verify_locations(server.certificates)
        except OSError:
            raise StyleError(
                "certificates-unreadable",
                "holds no certificates",
                where=server.certificates,
                remedy="save that of the authority as PEM: -----BEGIN CERTIFICATE-----",
            ) from None
    return context


@contextmanager
def reaching(server: Server) -> Iterator[None]:
    """Turn what the network and TLS raise inside into our errors.

    Raises:
        PostponedError: `server-unreachable`.
        DeliveryError: `certificate-invalid` or `server-protocol`.
    """
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise DeliveryError(
            "certificate-invalid",
            f"the server's certificate cannot be trusted: {said(error.verify_message or 'it is not valid')}",
            where=server.address,
            remedy="correct the host, or let certificates: name the file of your house's authority",
        ) from None
    except (ssl.SSLEOFError, ssl.SSLZeroReturnError):
        raise lost(server) from None
    except ssl.SSLError as error:
        reason = (error.reason or "it failed").replace("_", " ").lower()
        raise DeliveryError(
            "server-protocol",
            f"no encrypted connection comes about: {said(reason)}",
            where=server.address,
            remedy="check port and security: starttls with 587 or 143, tls with 465 or 993",
        ) from None
    except TimeoutError:
        raise unreachable(server, "the server does not answer in time") from None
    except gaierror:
        raise unreachable(server, "no server of that name is found") from None
    except OSError as error:
        raise unreachable(server, said((error.strerror or "the connection was lost").lower())) from None


def unreachable(server: Server, what: str) -> PostponedError:
    """Return the error of a server that does not serve now."""
    return PostponedError(
        "server-unreachable",
        what,
        where=server.address,
        remedy="check host, port and security, or try again later",
    )


def lost(server: Server) -> PostponedError:
    """Return the error of a connection that ended in the midst of it."""
    return unreachable(server, "the connection was lost")


def no_encryption(server: Server) -> DeliveryError:
    """Return the error of a server that does not encrypt when asked to."""
    return DeliveryError(
        "starttls-missing",
        "the server does not encrypt, and nothing is sent in the clear instead",
        where=server.address,
        remedy="write security: tls where the server has a port for it, or ask who runs it",
    )


def strange(server: Server, what: str) -> DeliveryError:
    """Return the error of a server with which no conversation comes about."""
    return DeliveryError(
        "server-protocol", what, where=server.address, remedy="check host, port and security"
    )
