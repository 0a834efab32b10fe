"""Messages hold what was meant, whatever the words are, and are the same for the same input."""

import re
from datetime import UTC, datetime
from email import policy
from email.parser import BytesParser
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.mailer.checking import check_message
from converter.mailer.headers import one_line
from converter.mailer.mailboxes import Mailbox
from converter.mailer.message import Attachment, Message, draft, stamped, unsent

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

ATTACKS = (
    "=?utf-8?q?hi=0D=0ABcc:_v@example.org?=",
    "=?utf-8?b?aGkNCkJjYzogdkBleGFtcGxlLm9yZw==?= =?utf-8?q?=0A?=",
    "a\r\nBcc: v@example.org",
    "a\n\nbody",
    "=?utf-8?q?v=40example=2Eorg=3E=2C_x?=",
    'x" <v@example.org>, "y',
    "a\u2028Bcc: v@example.org",
    "Rapport \u202egro.elpmaxe@v",
)

awkward = st.one_of(
    st.text(max_size=300),
    st.lists(
        st.sampled_from([*ATTACKS, "ж", "=?", "?=", " ", "\t", "\x00", "Ա", "🙂", '"', "\\", "(", ")"])
    ).map("".join),
)


def message(**changed: object) -> Message:
    """Return a message with everything in it, `changed`."""
    given = {
        "sender": Mailbox("press@example.org", "Press, Office"),
        "to": (Mailbox("ada@example.org", "Ada"), Mailbox("b@example.org")),
        "cc": (Mailbox("c@example.org"),),
        "bcc": (Mailbox("d@example.org", "Unseen"),),
        "subject": "[TLP:AMBER] Strategic dialogues",
        "text": "Summary\n\nThe rôle of\n.\nFrom here\n",
        "html": "<p>Summary</p>\n",
        "language": "en",
        "attachments": (
            Attachment("a.pdf", "application/pdf", b"%PDF\r\n\n\x00\xff" * 90),
            Attachment("a.md", "text/markdown; charset=utf-8", "# Rôle\n".encode()),
        ),
    }
    return Message(**{**given, **changed})  # type: ignore[arg-type]


def head(made: bytes) -> str:
    return made.decode("ascii").partition("\r\n\r\n")[0]


def test_a_message_is_written_as_the_standards_have_it() -> None:
    made = message(reply_to=Mailbox("desk@example.org"), attachments=message().attachments[1:])
    seed = sha256(made.identity.encode()).hexdigest()[:32]
    written = unsent(made).decode("ascii").replace(seed, "SEED").replace(made.identity[:32], "ID")
    assert written.split("\r\n") == [
        'From: "Press, Office" <press@example.org>',
        "Reply-To: desk@example.org",
        "To: Ada <ada@example.org>, b@example.org",
        "Cc: c@example.org",
        "Subject: [TLP:AMBER] Strategic dialogues",
        "Content-Language: en",
        "Auto-Submitted: auto-generated",
        "Bcc: Unseen <d@example.org>",
        "X-Unsent: 1",
        "Message-ID: <ID@example.org>",
        "MIME-Version: 1.0",
        "Content-Type: multipart/mixed;",
        ' boundary="=_mixed_SEED"',
        "",
        "--=_mixed_SEED",
        "Content-Type: multipart/alternative;",
        ' boundary="=_alternative_SEED"',
        "",
        "--=_alternative_SEED",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "Summary",
        "",
        "The r=C3=B4le of",
        ".",
        "From here",
        "",
        "--=_alternative_SEED",
        "Content-Type: text/html; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "<p>Summary</p>",
        "",
        "--=_alternative_SEED--",
        "",
        "--=_mixed_SEED",
        "Content-Type: text/markdown; charset=utf-8;",
        ' name="a.md"',
        "Content-Disposition: attachment;",
        ' filename="a.md"',
        "Content-Transfer-Encoding: base64",
        "",
        "IyBSw7RsZQo=",
        "",
        "--=_mixed_SEED--",
        "",
    ]


def test_a_message_without_files_is_its_bodies_alone() -> None:
    made = message(attachments=(), bcc=(), language="x")
    assert "Content-Type: multipart/alternative;" in head(unsent(made))
    assert "Bcc" not in head(unsent(made))
    assert "Content-Language: x\r\n" in head(unsent(made))
    assert "Content-Language" not in head(unsent(message(language="")))


def test_only_unseen_recipients_are_a_group_without_members() -> None:
    nobody = "To: undisclosed-recipients:;"
    assert nobody in head(stamped(message(to=(), cc=()), NOON))
    for seen in ({"to": ()}, {"cc": ()}, {"to": (), "cc": (), "bcc": ()}):
        assert nobody not in head(stamped(message(**seen), NOON))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("aaaaaaaa\u00e9", "quoted-printable"),
        ("aaaaaaa\u00e9", "base64"),
        ("", "quoted-printable"),
        ("\u0416", "base64"),
    ],
)
def test_what_is_mostly_ascii_can_be_read_in_the_raw_message(text: str, encoding: str) -> None:
    raw = unsent(message(text=text, attachments=())).decode("ascii")
    assert raw.partition("text/plain")[2].split("\r\n")[1] == f"Content-Transfer-Encoding: {encoding}"


def test_lines_of_a_body_are_no_longer_than_a_mail_program_takes() -> None:
    raw = unsent(message(text="word " * 500, attachments=())).decode("ascii")
    assert max(map(len, raw.split("\r\n"))) == 76


def test_a_long_subject_is_folded_behind_the_name_of_its_header() -> None:
    lines = head(unsent(message(subject="abcde " * 30))).split("\r\n")
    first = next(number for number, line in enumerate(lines) if line.startswith("Subject: "))
    assert lines[first] == "Subject:" + " abcde" * 11
    assert lines[first + 1] == " abcde" * 12


def test_a_list_that_is_long_is_folded_between_people() -> None:
    people = tuple(Mailbox(f"{number:02}@example.org") for number in range(8))
    lines = head(unsent(message(to=people))).split("\r\n")
    first = next(number for number, line in enumerate(lines) if line.startswith("To: "))
    assert lines[first : first + 2] == [
        "To: 00@example.org, 01@example.org, 02@example.org, 03@example.org,",
        " 04@example.org, 05@example.org, 06@example.org, 07@example.org",
    ]


@given(awkward, awkward, awkward, awkward)
def test_any_words_are_said_and_nothing_else(subject: str, name: str, text: str, html: str) -> None:
    made = message(
        subject=subject,
        sender=Mailbox("press@example.org", one_line(name)),
        text=clean(text),
        html=clean(html),
    )
    for data in (unsent(made), draft(made, NOON), stamped(made, NOON)):
        check_message(data, made)


def clean(text: str) -> str:
    """Return `text` with the line ends of a body, as those who render bodies give them."""
    return re.sub("\r\n?", "\n", text.encode("utf-8", "replace").decode())


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_what_looks_like_a_header_stays_in_its_own(attack: str) -> None:
    made = message(subject=attack, sender=Mailbox("press@example.org", one_line(attack)), bcc=())
    names = [name.lower() for name in BytesParser(policy=policy.compat32).parsebytes(stamped(made, NOON))]
    assert names == [
        *("from", "to", "cc", "subject", "content-language", "auto-submitted"),
        *("date", "message-id", "mime-version", "content-type"),
    ]


def test_a_line_with_an_encoded_word_has_76_characters() -> None:
    words = "Հայաստան " * 20
    mailbox = Mailbox("press@example.org", one_line(words))
    made = message(subject=words, sender=mailbox, reply_to=mailbox, to=(mailbox,), cc=(mailbox,), bcc=())
    head = stamped(made, NOON).partition(b"\r\n\r\n")[0]
    encoded = [line for line in head.split(b"\r\n") if b"=?" in line]
    assert len(encoded) > 5 * 2
    assert max(map(len, encoded)) <= 76  # RFC 2047 2


@pytest.mark.parametrize("name", ["=?utf-8?q?x=0D=0ABcc:_v@example.org?=", "x" * 100, '"' * 50])
def test_a_name_that_cannot_stand_as_it_is_is_encoded(name: str) -> None:
    made = message(sender=Mailbox("press@example.org", name), bcc=())
    (line,) = re.findall(rb"^From: ((?:.|\r\n )*)", stamped(made, NOON), re.MULTILINE)
    assert all(word.startswith(b"=?utf-8?b?") for word in line.split()[:-1])
    check_message(stamped(made, NOON), made)


def test_a_language_that_is_longer_than_any_is_left_out() -> None:
    longest = "en-x-" + "abcdefgh-" * 3 + "abc"
    for language, told in ((longest, True), (f"{longest}d", False), ("en" + "-abcd" * 300, False)):
        made = message(language=language)
        data = stamped(made, NOON)
        check_message(data, made)
        assert (f"\r\nContent-Language: {language}\r\n".encode() in data) is told


def test_the_date_is_no_part_of_what_a_message_is() -> None:
    assert message().message_id == message().message_id
    early, late = (stamped(message(), NOON.replace(hour=hour)) for hour in (1, 2))
    assert early != late
    assert early.replace(b"01:00:00", b"02:00:00") == late


@pytest.mark.parametrize(
    "changed",
    [
        {"subject": "x"},
        {"text": "x"},
        {"html": "x"},
        {"to": (Mailbox("x@example.org"),)},
        {"bcc": (Mailbox("x@example.org"),)},
        {"attachments": ()},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_whatever_is_different_makes_another_message(changed: dict[str, object]) -> None:
    assert message(**changed).message_id != message().message_id


def test_a_file_can_be_sent_from_a_mail_program() -> None:
    data = unsent(message())
    assert data == unsent(message())
    assert b"\r\nX-Unsent: 1\r\n" in data
    assert b"\r\nBcc: Unseen <d@example.org>\r\n" in data
    assert b"\r\nDate:" not in data


def test_who_gets_an_unseen_copy_is_in_the_envelope_alone() -> None:
    assert message().recipients[-1] == "d@example.org"
    assert b"d@example.org" not in stamped(message(), NOON)


def test_a_message_to_unseen_recipients_alone_says_so() -> None:
    made = message(to=(), cc=())
    assert b"\r\nTo: undisclosed-recipients:;\r\n" in stamped(made, NOON)
    check_message(stamped(made, NOON), made)


def test_the_same_words_are_known_whoever_gets_them() -> None:
    others = message(to=(Mailbox("x@example.org"),), cc=(), bcc=())
    assert others.content == message().content
    assert others.message_id != message().message_id
    assert message(subject="x").content != message().content


def test_a_file_may_leave_sender_and_recipients_to_the_mail_program() -> None:
    made = message(sender=None, to=(), cc=(), bcc=())
    data = unsent(made)
    check_message(data, made)
    names = [name.lower() for name in BytesParser(policy=policy.compat32).parsebytes(data)]
    assert not {"from", "to"} & set(names)


def test_a_draft_names_unseen_recipients_and_its_day() -> None:
    data = draft(message(), NOON)
    assert b"\r\nBcc: Unseen <d@example.org>\r\n" in data
    assert b"\r\nDate: Mon, 23 Nov 2026 12:00:00 +0000\r\n" in data
    assert b"X-Unsent" not in data
