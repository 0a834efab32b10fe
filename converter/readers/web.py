"""An address of the web → the bytes behind it, within limits of size and time; they are saved nowhere."""

from contextlib import suppress
from email.message import EmailMessage
from http import HTTPStatus
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from urllib.parse import urlsplit, urlunsplit

import requests
from requests import exceptions
from urllib3.exceptions import HTTPError

from converter import __version__
from converter.errors import InputError
from converter.limits import LIMITS
from converter.readers.original import Original, check_size

_HEADERS = {
    # Some servers refuse programs that do not begin so.
    "User-Agent": f"Mozilla/5.0 (compatible; briefing/{__version__})",
    "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain, application/pdf;q=0.9, */*;q=0.8",
}
_SILENCE_S = 15.0
_CHUNK_BYTES = 64 * 1024

_SAVE_PAGE = "open it in a browser, save the page and give that file"


def download(address: str) -> Original:
    """Return what lies at `address`, an http or https one, behind all redirects.

    Certificates are checked. Proxies, certificate bundles and passwords (`.netrc`) are those that the
    environment names, as with other programs. What the server says of its bytes (RFC 9110 8.3) is handed on,
    not believed.

    Raises:
        InputError: `input-address`, `address-refused`, `address-unreachable`, `address-untrusted`,
            `address-redirects`, `address-timeout`, `address-broken`, `input-too-large`, `input-empty`.
    """
    if "@" in address.partition("://")[2].partition("/")[0]:
        raise InputError(
            "input-address",
            "holds a password, which others would see",
            where=_without_credentials(address),
            remedy="put it into ~/.netrc and give the address without it",
        )
    outcome: SimpleQueue[Original | Exception] = SimpleQueue()
    # A server that sends a byte now and then is never late for the library; only another thread can give up.
    Thread(target=_attempt, args=(address, outcome), daemon=True).start()
    try:
        found = outcome.get(timeout=LIMITS.download_s)
    except Empty:
        raise _late(address) from None
    if isinstance(found, Exception):
        raise found
    return found


def _without_credentials(address: str) -> str:
    """Return `address` as it may be shown: without user, password and fragment."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment=""))


def _attempt(address: str, outcome: SimpleQueue[Original | Exception]) -> None:
    try:
        outcome.put(_get(address, monotonic() + LIMITS.download_s))
    except (requests.RequestException, HTTPError, OSError, UnicodeError) as error:
        outcome.put(_explained(error, address))
    except Exception as error:  # noqa: BLE001 - raised again in the thread that waits
        outcome.put(error)


def _get(address: str, deadline: float) -> Original:
    with requests.Session() as session:
        session.headers.update(_HEADERS)
        session.max_redirects = LIMITS.redirects
        with session.get(address, stream=True, timeout=_SILENCE_S) as response:
            _check_status(response, address)
            data = _body(response, address, deadline)
            check_size(len(data), address)
            media_type, charset = _content_type(response.headers.get("Content-Type", ""))
            final = _without_credentials(response.url)
            return Original(data, final, address=final, media_type=media_type, charset=charset)


def _check_status(response: requests.Response, address: str) -> None:
    status = response.status_code
    if status < HTTPStatus.BAD_REQUEST:
        return
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
        remedy = "check the address"
    elif status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        remedy = "try again later"
    else:
        remedy = _SAVE_PAGE
    what = f"the server answers {status} {response.reason or ''}".rstrip()
    raise InputError("address-refused", what, where=address, remedy=remedy)


def _body(response: requests.Response, address: str, deadline: float) -> bytes:
    """Return the body, decompressed; up to just above the largest size, for its headers may lie."""
    body = bytearray()
    # read1 gives what has come so far, so that the deadline is seen to
    while chunk := response.raw.read1(_CHUNK_BYTES, decode_content=True):
        body += chunk
        if len(body) > LIMITS.input_bytes:
            break
        if monotonic() > deadline:
            raise _late(address)
    return bytes(body)


def _content_type(value: str) -> tuple[str, str]:
    """Return media type and charset of a `Content-Type` field, each empty where it has none."""
    header = EmailMessage()
    # what is no media type at all is refused by some versions of Python
    with suppress(ValueError, IndexError):
        header["Content-Type"] = value
        return header.get_content_type() if "/" in value else "", header.get_content_charset("") or ""
    return "", ""


def _explained(error: Exception, address: str) -> InputError:
    match error:
        case exceptions.TooManyRedirects():
            what = f"leads on to another address more than {LIMITS.redirects} times"
            return InputError("address-redirects", what, where=address, remedy=_SAVE_PAGE)
        case exceptions.SSLError():
            remedy = "check the address and this machine's clock"
            what = "its certificate cannot be trusted"
            return InputError("address-untrusted", what, where=address, remedy=remedy)
        case exceptions.Timeout():
            return InputError("address-timeout", "does not answer", where=address, remedy="try again later")
        case exceptions.ConnectionError():
            remedy = "check it and the connection"
            return InputError("address-unreachable", "cannot be reached", where=address, remedy=remedy)
        case exceptions.InvalidURL() | exceptions.InvalidSchema() | UnicodeError():
            what, remedy = "is no address that can be read", "give one as in https://example.org/article"
            return InputError("input-address", what, where=address, remedy=remedy)
    what = "the server broke off in the midst of its answer"
    return InputError("address-broken", what, where=address, remedy="try again")


def _late(address: str) -> InputError:
    what = f"has not answered in full within {LIMITS.download_s:.0f} seconds"
    return InputError("address-timeout", what, where=address, remedy="try again later")
