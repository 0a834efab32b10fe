"""Titles, authors, names and file names that try to become a header or a recipient; none may.

Each attack goes from the command line to a server on loopback. What the server got is parsed again by three
parsers, none of which is the mailer's: our strict one, and both of Python's. Python up to 3.12.4 decodes
encoded words while it writes a message (CVE-2024-6923), so what it writes anew is looked at too; where it
folds everything anew, it loses the quotation marks of names, and only the headers are.

    python -m tests.mailer.attacks --count 10000
"""

import argparse
import csv
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.headerregistry import AddressHeader
from email.message import Message
from email.utils import getaddresses
from pathlib import Path
from unittest.mock import patch

from msgspec import Struct

from converter.cli.failures import INTERRUPTED, TERMINATED
from converter.errors import UsageError
from tests.mailer import strict
from tests.mailer.desk import USER, Desk, Ran, quoted
from tests.mailer.structure import PEOPLE
from tests.servers.sink import Sink, sink

EVE = "eve@example.net"
"""Who is never meant."""

_HEADERS = ("auto-submitted", "date", "message-id", "mime-version", "content-type")

_PIECES = (
    *(f"Bcc: {EVE}", f"\r\nBcc: {EVE}", f"\nTo: {EVE}\n\nbody", f"\r Cc: {EVE}", f"\r\n\tX-Own: {EVE}"),
    *(f"\x0bBcc: {EVE}", f"\x0cBcc: {EVE}", f"\x85Bcc: {EVE}", f"\u2028Bcc: {EVE}", f"\u2029Bcc: {EVE}"),
    *(
        f"=?utf-8?q?hi=0D=0ABcc:_{EVE}?=",
        f"=?utf-8?q?=0ABcc:_{EVE}=0A=0Abody?=",
        "=?utf-8?b?DQpCY2M6IGV2ZQ==?=",
    ),
    *(f"=?utf-8?q?,_{EVE}?=", f"=?UTF-8?Q?=3C{EVE}=3E=2C_x?=", f"=?us-ascii*en?q?=0D=0ABcc:{EVE}?="),
    *("=?utf-16?b?AA0ACgBCAGMAYw==?=", "=?utf-7?q?+AA0ACg-Bcc:?=", "=?iso-2022-jp?b?GyRCJCIbKEINCg==?="),
    *(
        "=?",
        "?=",
        "=?utf-8?",
        "=?utf-8?b?",
        "=?unknown-8bit?q?=0A?=",
        "= ?utf-8?q?=0A?=",
        "=\u200b?utf-8?q?=0A?=",
    ),
    *(
        "=3D=3Futf-8=3Fq=3F=0A=3F=3D",
        "=\x00?utf-8?q?=0ABcc:x?=",
        "=\u00ad?utf-8?q?=0A?=",
        "＝？utf-8？q？=0A？＝",
    ),
    *(
        f'" <{EVE}>, "',
        f'\\" <{EVE}>, "',
        f"<{EVE}>",
        f"{EVE}, ",
        f"; {EVE}",
        f"x:{EVE};",
        f"({EVE})",
        "(",
        ")",
    ),
    *(
        '"',
        "\\",
        "\\\\",
        '\\"',
        '""',
        "'",
        ",",
        ";",
        ":",
        "@",
        "<",
        ">",
        "[",
        "]",
        "<>",
        "＜eve＠example.net＞",
    ),
    *("\u202e", "\u2066", "\ufeff", "\x00", "\x1b[2J", "\x7f", "\t", " ", "  ", "\u00a0", "\u3000"),
    *(
        "Ա",
        "ж",
        "ب",
        "港",
        "🙂",
        "é",
        "e\u0301",
        "A" * 80,
        "ab " * 30,
        "Հայաստան ",
        "%0D%0A",
        "{{",
        "}}",
        "=20",
    ),
    *('"; filename="x.exe', "../../etc/passwd", "a.pdf\r\nContent-Type: text/html", "--=_mixed_", "--", "."),
)


class Attack(Struct, frozen=True):
    """One message.

    Attributes:
        title: of the article.
        author: of the article.
        sender: display name of who writes.
        names: display names of three who get it.
        file: stem of the article's name, and of that of a file that is attached.
        subject: template.
        is_listed: whether the first of the three stands on a list, and the others get nothing.
    """

    title: str
    author: str
    sender: str
    names: tuple[str, str, str]
    file: str
    subject: str
    is_listed: bool


def attack(seed: int) -> Attack:
    """Return the attack of a number."""
    chance = random.Random(seed)  # noqa: S311 - it chooses, and protects nothing

    def words() -> str:
        pieces = [
            chance.choice(_PIECES) if chance.random() < 0.9 else chr(chance.choice(_CHARACTERS))
            for _ in range(chance.randrange(1, 7))
        ]
        return chance.choice(("", " ")).join(pieces)

    def braced() -> str:
        return words().replace("{", "").replace("}", "")

    return Attack(
        f"Harbour {words()}",
        f"Ada {words()}",
        # what configuration may not hold is refused there
        "".join(filter(str.isprintable, words())).strip(),
        (words(), words(), words()),
        words().replace("/", "-").replace("\x00", "")[:60],
        chance.choice(("{title}", "{title} {author}", f"{braced()} {{title}}", braced() + "x")),
        chance.random() < 1 / 3,
    )


_CHARACTERS = [code for code in range(1, 0x2FFF) if not 0xD800 <= code < 0xE000]


def send(one: Attack, number: int, server: Sink, folder: Path) -> Ran:
    """Send the message of an attack, to people of its number."""
    desk = Desk(folder)
    security = {"host": "127.0.0.1", "port": server.port, "security": "none"}
    desk.account(sender=quoted(one.sender, USER), smtp=security, password=None)
    further = folder / f"further {one.file}.txt"
    further.write_bytes(b"The minutes.\n")
    article = desk.article(one.title, one.author, f"article {one.file}")
    words: list[str | Path] = [article, "--formats", "md", "--attach", further, "--subject", one.subject]
    to, cc, bcc = addresses(number)
    if one.is_listed:
        with (folder / "list.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["address", "name"], [to, one.names[0].replace("\x00", "")]])
        words += ["--recipients", folder / "list.csv"]
    else:
        for option, name, address in zip(("to", "cc", "bcc"), one.names, (to, cc, bcc), strict=True):
            words += [f"--{option}", quoted(name, address)]
    ran = desk.email(*words, "--send", "--yes", "--quiet")
    if ran.code == UsageError.exit_code and "{author}" in ran.err:
        # nothing of the author's name was one
        words[words.index(one.subject)] = "{title}"
        ran = desk.email(*words, "--send", "--yes", "--quiet")
    return ran


def addresses(number: int) -> tuple[str, str, str]:
    """Return the addresses of those who are meant."""
    return f"to-{number}@example.org", f"cc-{number}@example.org", f"bcc-{number}@example.org"


def wrong(one: Attack, number: int, ran: Ran, mails: list[tuple[list[str], bytes]]) -> Iterator[str]:
    """Yield what is wrong with what the server got."""
    if ran.code or len(mails) != 1:
        yield f"exit code {ran.code}, {len(mails)} messages: {ran.err.strip()}"
        return
    [(recipients, data)] = mails
    to, cc, bcc = addresses(number)
    if recipients != ([to] if one.is_listed else [to, cc, bcc]):
        yield f"the envelope: {recipients}"
    meant = {"from": [USER], "to": [to]} | ({} if one.is_listed else {"cc": [cc]})
    headers = (*meant, "subject", "content-language", *_HEADERS)
    try:
        seen = strict.read(data)
    except strict.StrictError as error:
        yield f"strictly: {error}"
        return
    if sorted(seen.headers) != sorted(headers):
        yield f"headers: {seen.headers}"
    if {name: [address for _, address in people] for name, people in seen.people.items()} != meant:
        yield f"people: {seen.people}"
    if [one.media_type for one in seen.parts] != ["text/plain", "text/html", "text/markdown", "text/plain"]:
        yield f"parts: {seen.parts}"
    for what, parsed in _parsed(data):
        if sorted(map(str.lower, parsed.keys())) != sorted(headers):
            yield f"headers, {what}: {parsed.keys()}"
        if what != "folded anew" and (found := _people(parsed)) != meant:
            yield f"people, {what}: {found}"


def _parsed(data: bytes) -> Iterator[tuple[str, Message]]:
    """Yield a message as both parsers of Python have it, and as they have what they wrote of it."""
    for name, one in (("older", policy.compat32), ("newer", policy.default)):
        parsed = message_from_bytes(data, policy=one)
        yield f"by the {name} parser", parsed
        yield f"written anew by the {name}", message_from_bytes(parsed.as_bytes(), policy=policy.compat32)
    folded = parsed.as_bytes(policy=policy.SMTP.clone(refold_source="all"))
    yield "folded anew", message_from_bytes(folded, policy=policy.compat32)


def _people(parsed: Message) -> dict[str, list[str]]:
    found = {}
    for name in PEOPLE:
        values = parsed.get_all(name, [])
        headers = [value for value in values if isinstance(value, AddressHeader)]
        newer = [one.addr_spec for value in headers for one in value.addresses]
        older = getaddresses([str(value).replace("\r\n", "").replace("\n", "") for value in values])
        if values:
            found[name] = newer or [address for _, address in older]
    return found


def run(numbers: range, folder: Path) -> tuple[Counter[str], list[str]]:
    """Send the attacks of `numbers`; return how many were what, and what is wrong."""
    count: Counter[str] = Counter()
    found: list[str] = []
    with sink() as server:
        for number in numbers:
            one = attack(number)
            with tempfile.TemporaryDirectory(dir=folder) as own:
                ran = send(one, number, server, Path(own))
            if ran.code in {INTERRUPTED, TERMINATED}:
                sys.exit(ran.code)
            count["listed" if one.is_listed else "named"] += 1
            count["recipients"] += sum(len(recipients) for recipients, _ in server.mails)
            found += [f"{number}: {line}" for line in wrong(one, number, ran, server.mails)]
            server.mails.clear()
    return count, found


def main() -> int:
    """Send the attacks, print what came of them, and return 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0, help="the first number")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        patch.dict(os.environ, {"XDG_CACHE_HOME": f"{folder}/cache"}),
    ):
        count, found = run(range(options.first, options.first + options.count), Path(folder))
    lines = [*found, f"{options.count} messages: {dict(count)}", f"{len(found)} things are wrong"]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
