"""Words that do not go into a header as they are, and how a reader is to see them."""

from msgspec import Struct

_MOST_BYTES = 240


class Awkward(Struct, frozen=True):
    """What is awkward about a message.

    Attributes:
        what: what it is, in a word.
        given: the words: title, subject, display name, name of a file.
        shown: how a reader sees them in a header; empty: as they are given.
    """

    what: str
    given: str
    shown: str = ""

    @property
    def in_header(self) -> str:
        """How a reader is to see the words."""
        return self.shown or self.given

    @property
    def as_file(self) -> str:
        """The stem of a file's name: no slash, and no more bytes than a file system takes."""
        return self.given.replace("/", "-").encode()[:_MOST_BYTES].decode(errors="ignore")


AWKWARD = (
    Awkward("Armenian", "Հայաստանի և Եվրամիության երկխոսությունը"),
    Awkward(
        "Armenian and long",
        "Ռազմավարական համագործակցություն " * 5,
        ("Ռազմավարական համագործակցություն " * 5).strip(),
    ),
    Awkward("Arabic", "الحوار الاستراتيجي بين الشركاء"),
    Awkward("Hebrew and Latin", "דו״ח Report דו״ח 2026"),
    Awkward("Chinese", "战略对话开启区域合作新篇章"),
    Awkward("emoji", "🚢⚓ Harbour 👩‍🚀 reopens 🇦🇲"),
    Awkward(
        "combining marks", "Zu\u0308rich, cafe\u0301 und A\u030angstro\u0308m", "Zürich, café und Ångström"
    ),
    Awkward("quotation marks", 'The "new" quay, so-called "Kaj 1"'),
    Awkward("one quotation mark", 'Five 5" pipes'),
    Awkward("backslashes", "C:\\reports\\new \\ end\\"),
    Awkward("commas and colons", "Lund, Malmö; Kiel: ports, old, new,"),
    Awkward("brackets", "Quay (old) [draft] <new> {field}"),
    Awkward("an address", "Ada <eve@example.net>, ben@example.net"),
    Awkward("an at sign", "ada@example.net"),
    Awkward("300 letters", "x" * 300, "x" * 199 + "…"),
    Awkward("300 words", "ab " * 300, ("ab " * 66).strip() + "…"),
    Awkward("line breaks", "First\r\nBcc: eve@example.net\r\n\r\nbody", "First Bcc: eve@example.net body"),
    Awkward(
        "encoded in Q",
        "=?utf-8?q?hi=0D=0ABcc:_eve@example.net?=",
        "= ?utf-8?q?hi=0D=0ABcc:_eve@example.net?=",
    ),
    Awkward(
        "encoded in B",
        "=?utf-8?b?aGkNCkJjYzogZXZlQGV4YW1wbGUubmV0?= =?utf-8?q?=0A?=",
        "= ?utf-8?b?aGkNCkJjYzogZXZlQGV4YW1wbGUubmV0?= = ?utf-8?q?=0A?=",
    ),
    Awkward("dots and dashes", ".. -- =3D percent%20 'single' `tick` $HOME"),
)
"""Twenty of them."""
