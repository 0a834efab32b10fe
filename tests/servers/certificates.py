"""A certificate for this machine, and the authority behind it, which nobody knows."""

import ssl
from pathlib import Path

import trustme
from msgspec import Struct


class Certificates(Struct, frozen=True):
    """Files in PEM.

    Attributes:
        authority: of the certificate.
        certificate: for `localhost` and `127.0.0.1`.
        key: of the certificate.
    """

    authority: Path
    certificate: Path
    key: Path

    def context(self) -> ssl.SSLContext:
        """Return how a server uses them."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.key)
        return context


def make_certificates(folder: Path, *names: str) -> Certificates:
    """Make an authority and a certificate for `names` (default: this machine) in `folder`."""
    authority = trustme.CA()
    certificate = authority.issue_cert(*(names or ("localhost", "127.0.0.1")))
    found = Certificates(folder / "authority.pem", folder / "certificate.pem", folder / "key.pem")
    authority.cert_pem.write_to_path(str(found.authority))
    certificate.private_key_pem.write_to_path(str(found.key))
    for number, part in enumerate(certificate.cert_chain_pems):
        part.write_to_path(str(found.certificate), append=number > 0)
    return found
