"""Templates and renderings become messages; what is wrong with a template is known before any is sent."""

from dataclasses import replace
from pathlib import Path

import pytest

from converter.configuration import Settings
from converter.errors import InputError, UsageError
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
    return Renderings(_unobserved).rendering(str(article), (), replace(Settings(), **settings))  # type: ignore[arg-type]


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
    with pytest.raises(UsageError, match=r"--subject: there is no field {nmae}; did you mean name\?"):
        compose_message(rendering, Words(Template("{nmae}", "--subject")), ENVELOPE)


def test_a_field_that_nothing_fills_is_told(rendering: Rendering) -> None:
    envelope = replace(ENVELOPE, to=(Mailbox("ben@example.org"),))
    with pytest.raises(UsageError, match=r"there is nothing to fill {name} with for ben@example\.org"):
        compose_message(rendering, Words(introduction=Template("Dear {name}", "body.txt")), envelope)


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
    with pytest.raises(InputError, match="cannot be read: is a directory"):
        read_attachment(tmp_path)


def test_a_template_is_a_text_in_utf_8(tmp_path: Path) -> None:
    (tmp_path / "body.txt").write_bytes("\ufeffDear {name},\r\n\r\nhere it is.\r\n".encode())
    assert read_template(tmp_path / "body.txt").text == "Dear {name},\n\nhere it is."
    (tmp_path / "latin.txt").write_bytes("Zoë".encode("latin-1"))
    with pytest.raises(InputError, match="is not UTF-8; save it as UTF-8"):
        read_template(tmp_path / "latin.txt")
