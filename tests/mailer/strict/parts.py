"""Parts of a message (RFC 2045, RFC 2046, RFC 2183)."""

import binascii
import re
from collections.abc import Iterator

from tests.mailer.strict.fields import StrictError, entity, of_base64, require, unfolded, utf8
from tests.mailer.strict.words import QUOTED
from tests.mailer.structure import Part, part

_ATOM_OF_MIME = r"[!#$%&'*+.0-9A-Z^_`a-z{|}~-]+"
_CONTENT = re.compile(
    rf"({_ATOM_OF_MIME}(?:/{_ATOM_OF_MIME})?)((?:;[ \t]*{_ATOM_OF_MIME}=(?:{_ATOM_OF_MIME}|{QUOTED}))*)"
)
_PARAMETER = re.compile(rf";[ \t]*({_ATOM_OF_MIME})=({_ATOM_OF_MIME}|{QUOTED})")
_BOUNDARY = re.compile(r"[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,250}")
_QP_LINE = re.compile(rb"(?:[!-<>-~ \t]|=[0-9A-F]{2})*(?:=|[!-<>-~]|=[0-9A-F]{2})|")


def parts_in(values: dict[str, str], body: bytes) -> Iterator[Part]:
    """Yield what a message holds: text and page as alternatives, and files beside them."""
    media_type, parameters = _content(values["content-type"])
    alternative = (values, body)
    files: list[tuple[dict[str, str], bytes]] = []
    if media_type == "multipart/mixed":
        alternative, *files = _entities(parameters, body)
        require(files, "RFC 2046 5.1.3: a part alone is no mixture")
        media_type, parameters = _content(alternative[0].get("content-type", ""))
    require(media_type == "multipart/alternative", "RFC 2046 5.1.4: text and page are alternatives")
    require("content-disposition" not in alternative[0], "the alternatives are no file")
    bodies = _entities(parameters, alternative[1])
    kinds = [_body(*one) for one in bodies]
    require([one.media_type for one in kinds] == ["text/plain", "text/html"], "the plainest comes first")
    yield from kinds
    yield from (_file(*one) for one in files)


def _entities(parameters: dict[str, str], body: bytes) -> list[tuple[dict[str, str], bytes]]:
    """Return the parts of a multipart (RFC 2046 5.1.1): headers in small letters → values, and bodies."""
    boundary = parameters.get("boundary", "")
    require(_BOUNDARY.fullmatch(boundary), f"RFC 2046 5.1.1: {boundary!r}")
    line = f"--{boundary}".encode()
    parted = re.split(rb"(?:\A|\r\n)" + re.escape(line) + rb"(--)?[ \t]*\r\n", body)
    closings = parted[1::2]
    require(closings and closings[-1] == b"--" and not any(closings[:-1]), "RFC 2046 5.1.1: one close")
    require(parted[0] == parted[-1] == b"", "RFC 2046 5.1.1: nothing before or behind the parts")
    found = []
    for one in parted[2:-1:2]:
        # a delimiter begins with the line end before it
        require(not re.search(rb"(?:\A|\r\n)" + re.escape(line), one), "RFC 2046 5.1.1: a boundary within")
        fields, inner = entity(one)
        names = [name.lower() for name, _ in fields]
        known = {"content-type", "content-transfer-encoding", "content-disposition"}
        require(set(names) <= known and len(set(names)) == len(names), f"headers of a part: {names}")
        found.append(({name.lower(): unfolded(value) for name, value in fields}, inner))
    return found


def _body(headers: dict[str, str], body: bytes) -> Part:
    media_type, parameters = _content(headers.get("content-type", ""))
    require(parameters == {"charset": "utf-8"}, "a body is in UTF-8")
    require("content-disposition" not in headers, "a body is no file")
    data = _plain(headers, body)
    utf8(data, "a body is in UTF-8")
    return part(media_type, "", data)


def _file(headers: dict[str, str], body: bytes) -> Part:
    media_type, parameters = _content(headers.get("content-type", ""))
    disposition, about = _content(headers.get("content-disposition", ""))
    require(disposition == "attachment" and set(about) == {"filename"}, "RFC 2183 2")
    require(set(parameters) <= {"name", "charset"}, "RFC 2045 5.1")
    name = about["filename"]
    require(parameters.get("name") == name and _FILE_NAME.fullmatch(name), f"a plain name, twice: {name!r}")
    return part(media_type, name, _plain(headers, body))


def _content(value: str) -> tuple[str, dict[str, str]]:
    """Return a value and its parameters (RFC 2045 5.1)."""
    found = _CONTENT.fullmatch(value)
    require(found, f"RFC 2045 5.1: {value!r}")
    if not found:
        raise AssertionError
    pairs = [(one[1].lower(), one[2]) for one in _PARAMETER.finditer(found[2])]
    parameters = {key: re.sub(r"\\(.)", r"\1", text[1:-1]) if text[0] == '"' else text for key, text in pairs}
    require(len(parameters) == len(pairs), "RFC 2045 5.1: each parameter once")
    return found[1].lower(), parameters


def _plain(headers: dict[str, str], body: bytes) -> bytes:
    """Return what a part holds, decoded (RFC 2045 6)."""
    lines = body.split(b"\r\n")
    require(all(len(line) <= 76 for line in lines), "RFC 2045 6.7 (5), 6.8: 76 characters")
    match headers.get("content-transfer-encoding"):
        case "base64":
            full = lines[:-2] if lines[-1] == b"" else lines[:-1]
            require(all(len(line) == 76 for line in full), "RFC 2045 6.8: full lines")
            return of_base64(b"".join(lines).decode("ascii"))
        case "quoted-printable":
            require(all(_QP_LINE.fullmatch(line) for line in lines), "RFC 2045 6.7")
            joined = re.sub(rb"=\r\n", b"", body)
            return re.sub(rb"=([0-9A-F]{2})", lambda found: binascii.unhexlify(found[1]), joined)
        case other:
            raise StrictError(f"RFC 2045 6: {other}")
