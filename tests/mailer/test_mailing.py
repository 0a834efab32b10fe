"""A mailing makes one rendering for each choice, and no file tells anybody about the others."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from msgspec.structs import replace

from converter import pipeline
from converter.configuration import Settings
from converter.errors import InputError, StyleError, UsageError
from converter.mailer.letters import Template, Words
from converter.mailer.mailboxes import Mailbox
from converter.mailer.mailing import Addressees, Letter, Mailing
from converter.mailer.message import unsent
from converter.mailer.recipients import read_recipients
from converter.mailer.renderings import Renderings
from converter.pipeline import _unobserved
from tests import unpacked

LIST = """\
address,name,style,sections,handling,embed,codeword
ada@example.org,Ada Lovelace,memo,summary,TLP:AMBER,,Zephyr
ben@example.net,Ben Nevis,,"background,implications",TLP:GREEN,none,Quagga
cyd@example.com,Cyd Charisse,,,TLP:CLEAR,source,Xylem
dan@example.org,Dan Dare,memo,summary,TLP:AMBER,,Wombat
"""


class Counting(Renderings):
    """Counts how often an article is rendered."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(_unobserved)
        self.count = 0

    def _rendered(self, location, kit):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        self.count += 1
        return super()._rendered(location, kit)


def mailing_of(folder: Path, seed: Path, **changed: object) -> Mailing:
    (folder / "list.csv").write_text(LIST, "utf-8")
    made = Mailing(
        locations=[str(seed)],
        settings=Settings(),
        words=Words(introduction=Template("Dear {name}: {codeword}", "--body")),
        sender=Mailbox("press@example.org"),
        reply_to=None,
        whom=read_recipients(folder / "list.csv", Settings()),
        renderings=Counting(),
    )
    return replace(made, **changed)


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory, seed: Path) -> dict[str, Letter]:
    mailing = mailing_of(tmp_path_factory.mktemp("list"), seed)
    return {one.message.to[0].address.partition("@")[0]: one for one in mailing}


def test_an_article_is_rendered_once_for_each_choice(tmp_path: Path, seed: Path) -> None:
    mailing = mailing_of(tmp_path, seed)
    for _ in range(2):
        assert len(list(mailing)) == 4
    assert isinstance(mailing.renderings, Counting)
    assert mailing.renderings.count == 3


def test_everybody_gets_what_was_chosen_for_them(letters: dict[str, Letter]) -> None:
    shown = {
        name: {record.section for record in letter.rendering.document.records}
        for name, letter in letters.items()
    }
    assert shown == {
        "ada": {"summary"},
        "ben": {"background", "implications"},
        "cyd": {"summary", "background", "implications"},
        "dan": {"summary"},
    }
    assert letters["ada"].message.attachments == letters["dan"].message.attachments
    assert "[TLP:GREEN]" in letters["ben"].message.subject


def test_no_file_tells_what_others_got_or_what_was_left_out(letters: dict[str, Letter], seed: Path) -> None:
    whole = pipeline.convert(str(seed), Settings(formats=("json",), length="full")).document.records
    people = [word for line in LIST.splitlines()[1:] for word in (*line.split(",")[:2], line.rsplit(",")[-1])]
    for name, letter in letters.items():
        mine = {record.text for record in letter.rendering.document.records}
        others = [record.text for record in whole if not any(record.text in one for one in mine)]
        secrets = [*people, *("list.csv", str(seed.parent))]
        if name != "cyd":  # who was given the article itself
            assert others
            secrets += others
        for attachment in letter.message.attachments:
            inside = unpacked.letters(attachment.data)
            assert [secret for secret in secrets if "".join(secret.split()) in inside] == []


def test_no_body_tells_what_was_left_out(letters: dict[str, Letter], seed: Path) -> None:
    whole = pipeline.convert(str(seed), Settings(formats=("json",))).document.records
    left_out = 0
    for letter in letters.values():
        mine = {record.text for record in letter.rendering.document.records}
        message = letter.message
        bodies = [
            "".join(text.split()) for text in (message.text, "".join(_without_tags(unescape(message.html))))
        ]
        for record in whole:
            words = "".join(record.text.split())
            is_mine = any(record.text in one for one in mine)
            left_out += not is_mine
            assert [words in body for body in bodies] == [is_mine, is_mine], record.text
    assert left_out


def test_the_article_is_found_where_it_was_sent_along(letters: dict[str, Letter], seed: Path) -> None:
    # so the search of the test above finds what is there to be found
    (pdf,) = (one for one in letters["cyd"].message.attachments if one.name.endswith(".pdf"))
    assert any(seed.read_text("utf-8")[100:200] in text for text in unpacked.texts(pdf.data))


def test_a_message_says_nothing_of_the_other_messages(letters: dict[str, Letter]) -> None:
    for name, letter in letters.items():
        inside = unpacked.letters(unsent(letter.message))
        others = [
            word
            for line in LIST.splitlines()[1:]
            if not line.startswith(name)
            for word in line.split(",")[:2]
        ]
        assert [other for other in others if "".join(other.split()) in inside] == []


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("style", "memmo", "list.csv:3:1: no style is called memmo"),
        ("outline", "sbarr", "list.csv:3:1: no outline is called sbarr"),
        ("marking", "TLP:PURPLE", "list.csv:3:1: TLP:PURPLE is no mark"),
        ("sections", "sumary", "list.csv:3:1: the outline 'default' has no section 'sumary'"),
    ],
)
def test_what_a_row_chooses_wrongly_is_told_of_this_row(
    tmp_path: Path, seed: Path, column: str, value: str, expected: str
) -> None:
    (tmp_path / "list.csv").write_text(f"address,{column}\na@x.org,\nb@x.org,{value}\n", "utf-8")
    whom = read_recipients(tmp_path / "list.csv", Settings())
    with pytest.raises((StyleError, UsageError)) as caught:
        list(mailing_of(tmp_path, seed, whom=whom, words=Words()))
    assert str(caught.value).removeprefix(f"{tmp_path}/").startswith(expected)


def test_what_is_wrong_with_call_or_article_is_not_told_of_a_row(tmp_path: Path, seed: Path) -> None:
    settings = Settings(style="memmo")
    (tmp_path / "one.csv").write_text("address,length\na@x.org,brief\n", "utf-8")
    whom = read_recipients(tmp_path / "one.csv", settings)
    with pytest.raises(StyleError, match=r"^no style is called memmo"):
        list(mailing_of(tmp_path, seed, whom=whom, settings=settings, words=Words()))
    with pytest.raises(InputError, match=r"^missing\.txt: there is no such file"):
        list(mailing_of(tmp_path, Path("missing.txt"), words=Words()))


def test_one_message_goes_to_all_who_are_named(tmp_path: Path, seed: Path) -> None:
    to, cc, bcc = (Mailbox("a@x.org"),), (Mailbox("b@x.org"),), (Mailbox("c@x.org"),)
    mailing = mailing_of(tmp_path, seed, whom=Addressees(to, cc, bcc), words=Words())
    (letter,) = mailing
    assert letter.message.recipients == mailing.addresses == ("a@x.org", "b@x.org", "c@x.org")


def _without_tags(html: str) -> Iterator[str]:
    inside = False
    for character in html:
        if character in "<>":
            inside = character == "<"
        elif not inside:
            yield character
