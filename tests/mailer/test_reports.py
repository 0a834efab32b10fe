"""Finished reports as messages: bodies of what they claim, and the file as it is."""

from pathlib import Path

import pytest

from converter import Settings, convert, pipeline
from converter.errors import InputError
from converter.mailer.letters import Words, compose_message
from converter.mailer.message import unsent
from converter.mailer.renderings import Renderings
from converter.mailer.reports import carries_claims
from converter.pipeline import _unobserved
from converter.verifier.verifying import verify
from tests.digester.articles import mixed
from tests.mailer.test_letters import ENVELOPE
from tests.pipeline.test_joining import FORMATS, MORNING, digested, drafted
from tests.verifier.alterations.word import WordFile

SETTINGS = Settings()


def mailed(folder: Path, name: str, data: bytes) -> bytes:
    """Return the message that the report in `data`, called `name`, becomes."""
    (folder / name).write_bytes(data)
    rendering = Renderings(_unobserved).rendering(str(folder / name), (), SETTINGS)
    return unsent(compose_message(rendering, Words(), ENVELOPE))


def verdicts(message: bytes, texts: list[str]) -> set[str]:
    return {one.verdict.word for one in verify(message, [text.encode() for text in texts])}


@pytest.mark.parametrize("kind", FORMATS)
def test_a_digest_is_mailed_as_it_is_and_its_bodies_are_proved(tmp_path: Path, kind: str) -> None:
    texts = [*MORNING, *mixed(4)]
    report = next(one for one in digested(texts, notes=("Call Lund.",)).reports if one.format == kind)
    message = mailed(tmp_path, f"digest.{kind}", report.data)
    assert verdicts(message, texts) == {"proved"}
    assert len(verify(message)) == 3


@pytest.mark.parametrize("cite", ["notes", "inline", "none"])
def test_a_report_of_one_article_is_as_well(tmp_path: Path, seed: Path, cite: str) -> None:
    (made,) = convert(seed, Settings(formats=("html",), cite=cite, length="full")).reports  # type: ignore[arg-type]
    assert verdicts(mailed(tmp_path, "seed.html", made.data), [seed.read_text("utf-8")]) == {"proved"}


def test_a_digest_that_is_too_long_for_a_message_says_that_the_rest_is_attached(tmp_path: Path) -> None:
    texts = mixed(40)
    kit, drafts = drafted(texts, Settings(formats=("md",)))
    (made,) = pipeline.render(pipeline.join(drafts, kit), kit).reports
    message = mailed(tmp_path, "digest.md", made.data)
    assert b"The rest is in the attached report" in message
    assert verdicts(message, texts) == {"proved"}


def test_a_handling_mark_leads_the_subject_and_the_file_keeps_its_bytes(tmp_path: Path, seed: Path) -> None:
    (made,) = convert(seed, Settings(formats=("pdf",), marking="TLP:RED")).reports
    (tmp_path / "Hafen ö.pdf").write_bytes(made.data)
    rendering = Renderings(_unobserved).rendering(str(tmp_path / "Hafen ö.pdf"), (), SETTINGS)
    message = compose_message(rendering, Words(), ENVELOPE)
    assert message.subject.startswith("[TLP:RED] ")
    assert [(one.name, one.data) for one in message.attachments] == [("hafen-o.pdf", made.data)]


def test_a_report_that_was_altered_is_refused(tmp_path: Path) -> None:
    page = digested(MORNING).reports[3].data
    altered = page.replace(b"The old timber hall", b"The new timber hall", 1)
    assert altered != page
    with pytest.raises(InputError) as raised:
        mailed(tmp_path, "digest.md", altered)
    assert raised.value.code == "report-altered"
    assert "convert" not in raised.value.remedy


def test_a_report_that_was_edited_in_word_is_referred_to_convert(tmp_path: Path, seed: Path) -> None:
    (made,) = convert(seed, Settings(formats=("docx",))).reports
    word = WordFile(made.data)
    word.reword(0, word.texts_of(0)[0].text or "", "Other words.")
    with pytest.raises(InputError) as raised:
        mailed(tmp_path, "edited.docx", word.saved())
    assert raised.value.code == "report-altered"
    assert "briefing convert" in raised.value.remedy


def test_articles_are_no_reports(seed: Path) -> None:
    assert not carries_claims(seed.read_bytes())
    assert not carries_claims(b'{"provenance": 1}')
    assert not carries_claims(b"%PDF-1.7 urn:briefing:provenance")
    (bare,) = convert(seed, Settings(formats=("md",), embed="none")).reports
    assert not carries_claims(bare.data)
