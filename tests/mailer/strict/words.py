"""Words and people in headers (RFC 5322 3.2 to 3.4, RFC 2047)."""

import binascii
import re
from collections.abc import Iterator

from tests.mailer.strict.fields import of_base64, require, utf8
from tests.mailer.structure import Person

ATEXT = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]"
DOT_ATOM = rf"{ATEXT}+(?:\.{ATEXT}+)*"
QUOTED = r'"(?:[ \t!#-\[\]-~]|\\[ \t!-~])*"'
_ENCODED = re.compile(r"=\?([A-Za-z0-9-]+)\?([QqBb])\?([!->@-~]+)\?=")
_WORD = re.compile(rf"{QUOTED}|{ATEXT}+")
_ADDRESS = re.compile(rf"{DOT_ATOM}@{DOT_ATOM}")
_UNSEEN = "undisclosed-recipients:;"


def unstructured(value: str) -> str:
    """Return a text in which words may be encoded (RFC 2047 5 (1))."""
    return _joined(value.split(" "), quotes=False)


def people_in(value: str) -> tuple[Person, ...]:
    """Return the mailboxes of an address list (RFC 5322 3.4)."""
    if value == _UNSEEN:
        return ()
    return tuple(_mailbox(one.strip(" \t")) for one in _listed(value))


def _listed(value: str) -> Iterator[str]:
    """Yield what stands between the commas that are outside of quoted strings."""
    found = re.findall(rf'((?:{QUOTED}|[^,"])+)(,|$)', value)
    require("".join(map("".join, found)) == value, f"RFC 5322 3.4: {value[:80]!r}")
    require(not value.endswith(","), "RFC 5322 3.4: a list does not end in a comma")
    return (one for one, _ in found)


def _mailbox(text: str) -> Person:
    found = re.fullmatch(r"(.*?)[ \t]*<([^<>]*)>", text)
    name, address = (found[1], found[2]) if found else ("", text)
    require(_ADDRESS.fullmatch(address), f"RFC 5322 3.4.1: {address!r}")
    require(len(address) <= 254 and len(address.partition("@")[0]) <= 64, "RFC 5321 4.5.3.1")
    if not name:
        return "", address
    words = re.findall(rf"{QUOTED}|[^ \t]+", name)
    require(re.sub(r"\s", "", name) == re.sub(r"\s", "", "".join(words)), "RFC 5322 3.2.5")
    return _joined(words, quotes=True), address


def _joined(words: list[str], *, quotes: bool) -> str:
    """Return words as a text: between encoded words, there is nothing (RFC 2047 6.2)."""
    text, was_encoded = "", False
    for index, word in enumerate(words):
        encoded = _ENCODED.fullmatch(word)
        shown = _decoded(encoded, in_phrase=quotes) if encoded else _verbatim(word, quotes=quotes)
        text += shown if index == 0 or (encoded and was_encoded) else f" {shown}"
        was_encoded = bool(encoded)
    require(not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029]", text), f"control characters in {text!r}")
    require("=?" not in text, f"a word that a second reading would decode: {text!r}")
    return text


def _verbatim(word: str, *, quotes: bool) -> str:
    require(not re.search(r"=\?[^?]*\?[^?]*\?.*\?=", word), f"RFC 2047 5: encoded within {word!r}")
    if not quotes:
        return word
    require(_WORD.fullmatch(word), f"RFC 5322 3.2.5: {word!r} is no word of a phrase")
    return re.sub(r"\\(.)", r"\1", word[1:-1]) if word.startswith('"') else word


def _decoded(word: re.Match[str], *, in_phrase: bool) -> str:
    charset, encoding, text = word.groups()
    require(len(word[0]) <= 75, "RFC 2047 2: 75 characters")
    require(charset.lower() == "utf-8", "UTF-8")
    require(not in_phrase or re.fullmatch(r"[A-Za-z0-9!*+/=_-]+", text), "RFC 2047 5 (3)")
    if encoding in "Bb":
        data = of_base64(text)
    else:
        require(not re.search(r"=(?![0-9A-F]{2})", text), "RFC 2047 4.2")
        data = binascii.unhexlify(
            "".join(one[1:] if len(one) > 1 else f"{ord(one.replace('_', ' ')):02x}" for one in _octets(text))
        )
    return utf8(data, "RFC 2047 5: whole characters in each word")


def _octets(text: str) -> list[str]:
    return re.findall(r"=[0-9A-F]{2}|[^=]", text)
