"""Templates and renderings become messages; what is wrong with a template is known before any is sent."""

from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.configuration import Settings
from converter.errors import InputError, UsageError
from converter.limits import Limits
from converter.mailer import letters
from converter.mailer.letters import (
    Envelope,
    Template,
    Words,
    compose_message,
    read_attachment,
    read_template,
)
from converter.mailer.mailboxes import Mailbox
from converter.mailer.message import Attachment
from converter.mailer.rendering import Rendering
from converter.mailer.renderings import Renderings
from converter.pipeline import _unobserved

ADA = Mailbox("ada@example.org", "Ada")
ENVELOPE = Envelope(Mailbox("press@example.org"), None, (ADA,))


def rendering_of(folder: Path, **settings: object) -> Rendering:
    article = folder / "harbour.txt"
    article.write_text("Hafen öffnet\n\nThe harbour of Lund reopened on Monday after ten years.\n", "utf-8")
    return Renderings(_unobserved).rendering(str(article), (), replace(Settings(), **settings))


@pytest.fixture(scope="module")
def rendering(tmp_path_factory: pytest.TempPathFactory) -> Rendering:
    return rendering_of(tmp_path_factory.mktemp("article"), marking="TLP:AMBER", fields={"desk": "Four"})


def test_reports_are_attached_under_names_in_ascii(rendering: Rendering) -> None:
    message = compose_message(rendering, Words(), ENVELOPE)
    assert [
        (one.name, one.media_type.rpartition("/")[2][:5], one.data[:2]) for one in message.attachments
    ] == [
        ("hafen-offnet.docx", "vnd.o", b"PK"),
        ("hafen-offnet.pdf", "pdf", b"%P"),
    ]


def test_a_message_goes_to_those_on_its_envelope_in_the_language_of_the_report(rendering: Rendering) -> None:
    sender, reply, ben, eve = (Mailbox(f"{name}@example.org") for name in ("press", "desk", "ben", "eve"))
    envelope = Envelope(sender, reply, (ADA,), (ben,), (eve,))
    message = compose_message(rendering, Words(), envelope)
    assert (message.sender, message.reply_to) == (sender, reply)
    assert (message.to, message.cc, message.bcc) == ((ADA,), (ben,), (eve,))
    assert message.language == rendering.document.language != ""


def test_a_handling_mark_leads_the_subject(rendering: Rendering) -> None:
    assert compose_message(rendering, Words(), ENVELOPE).subject == "[TLP:AMBER] Hafen öffnet"


def test_a_template_may_place_the_handling_mark_itself(rendering: Rendering) -> None:
    words = Words(Template("{title} ({marking})", "--subject"))
    assert compose_message(rendering, words, ENVELOPE).subject == "Hafen öffnet (TLP:AMBER)"


def test_fields_are_those_of_the_briefing_of_the_call_and_of_the_recipient(rendering: Rendering) -> None:
    words = Words(Template("{source} {desk} {unit}", "--subject"), Template("Dear {name},", "--body"))
    message = compose_message(rendering, words, replace(ENVELOPE, fields={"unit": "Sea"}))
    assert message.subject == "[TLP:AMBER] harbour.txt Four Sea"
    assert "Dear Ada," in message.text
    assert "Dear Ada," in message.html


def test_a_field_that_does_not_exist_is_told(rendering: Rendering) -> None:
    # the first is right, and does not keep the second from being looked at
    for text in ("{nmae}", "{title} {nmae}"):
        with pytest.raises(UsageError) as caught:
            compose_message(rendering, Words(Template(text, "--subject")), ENVELOPE)
        assert caught.value.code == "email-field"
        assert str(caught.value) == "--subject: there is no field {nmae}; did you mean name?"


def test_a_person_is_known_by_name_and_address(rendering: Rendering) -> None:
    words = Words(Template("{name} at {address}", "--subject"))
    assert compose_message(rendering, words, ENVELOPE).subject == "[TLP:AMBER] Ada at ada@example.org"


def test_a_marking_that_is_none_is_no_fault(tmp_path: Path) -> None:
    words = Words(Template("{title}{marking}", "--subject"))
    assert compose_message(rendering_of(tmp_path), words, ENVELOPE).subject == "Hafen öffnet"


def test_a_field_that_nothing_fills_is_told(rendering: Rendering) -> None:
    envelope = replace(ENVELOPE, to=(Mailbox("ben@example.org"),))
    with pytest.raises(UsageError) as caught:
        compose_message(rendering, Words(introduction=Template("Dear {name}", "body.txt")), envelope)
    told = "there is nothing to fill {name} with for ben@example.org; give it a value, or take the field out"
    assert str(caught.value) == f"body.txt: {told}"
    envelope = replace(ENVELOPE, to=(), fields={"unit": ""})
    with pytest.raises(
        UsageError, match=r"^--subject: there is nothing to fill {unit} with for this message;"
    ):
        compose_message(rendering, Words(Template("{unit}", "--subject")), envelope)


def test_a_message_to_several_people_is_about_none_of_them(rendering: Rendering) -> None:
    for to in ((), (ADA, Mailbox("ben@example.org", "Ben"))):
        with pytest.raises(UsageError, match=r"no one person whose {name} this could be; name one alone"):
            compose_message(rendering, Words(Template("{name}", "--subject")), replace(ENVELOPE, to=to))


def test_attachments_of_one_name_are_kept_apart(rendering: Rendering) -> None:
    further = Attachment("hafen-offnet.pdf", "application/pdf", b"%PDF-other")
    message = compose_message(rendering, Words(attachments=(further, further)), ENVELOPE)
    assert [one.name for one in message.attachments] == [
        *("hafen-offnet.docx", "hafen-offnet.pdf", "hafen-offnet-2.pdf", "hafen-offnet-3.pdf"),
    ]


def test_a_file_is_attached_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "Übersicht (neu).XLSX").write_bytes(b"x")
    one = read_attachment(tmp_path / "Übersicht (neu).XLSX")
    assert (one.name, one.media_type.rpartition(".")[2], one.data) == ("ubersicht-neu.xlsx", "sheet", b"x")
    (tmp_path / "ԲԱՐԵՒ").write_bytes(b"y")
    other = read_attachment(tmp_path / "ԲԱՐԵՒ")
    assert other.name.isascii()
    assert other.media_type == "application/octet-stream"


def test_a_file_that_cannot_be_attached_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: no such file or directory; check its path"):
        read_attachment(tmp_path / "none.pdf")
    with pytest.raises(InputError) as caught:
        read_attachment(tmp_path)
    assert caught.value.code == "file-unreadable"
    assert str(caught.value) == f"{tmp_path}: cannot be read: is a directory; check its path"
    with pytest.raises(InputError, match="cannot be read: embedded null byte"):
        read_attachment(tmp_path / "a\0b")


def test_a_template_is_a_text_in_utf_8(tmp_path: Path) -> None:
    (tmp_path / "body.txt").write_bytes("\ufeffDear {name},\r\n\r\nhere it is.\r\n".encode())
    assert read_template(tmp_path / "body.txt").text == "Dear {name},\n\nhere it is."
    (tmp_path / "latin.txt").write_bytes("Zoë".encode("latin-1"))
    with pytest.raises(InputError) as caught:
        read_template(tmp_path / "latin.txt")
    assert caught.value.code == "file-unreadable"
    assert str(caught.value) == f"{tmp_path}/latin.txt: is not UTF-8; save it as UTF-8"


def test_a_template_knows_its_file_and_loses_empty_lines_around_it(tmp_path: Path) -> None:
    path = tmp_path / "body.txt"
    path.write_text("\n\nXenia writes\n\n  indented X\n\n", "utf-8")
    assert read_template(path) == Template("Xenia writes\n\n  indented X", str(path))


def test_a_file_without_letters_in_its_name_is_named_by_what_is_in_it(tmp_path: Path) -> None:
    for name in ("***.pdf", "!!!.pdf"):
        (tmp_path / name).write_bytes(b"%PDF")
    named = [read_attachment(tmp_path / name).name for name in ("***.pdf", "!!!.pdf")]
    assert named == [f"article-{sha256(b'%PDF').hexdigest()[:8]}.pdf"] * 2
    (tmp_path / "notes").write_bytes(b"x")
    assert read_attachment(tmp_path / "notes").name == "notes"


def test_a_file_that_is_too_large_is_told_without_being_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "LIMITS", Limits(input_bytes=2 << 20))
    path = tmp_path / "a.pdf"
    path.write_bytes(bytes(2 << 20))
    assert len(read_attachment(path).data) == 2 << 20
    path.write_bytes(bytes((2 << 20) + 1))
    with pytest.raises(InputError) as caught:
        read_attachment(path)
    assert str(caught.value) == f"{path}: is larger than 2 MB; send a link to it"
    with path.open("r+b") as file:
        # far more than memory holds, and nearly nothing on the disk
        file.truncate(1 << 40)
    with pytest.raises(InputError, match="is larger than 2 MB"):
        read_attachment(path)
