"""From a location to an article."""

from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.errors import InputError, UsageError
from converter.model.article import Article, Heading, Paragraph
from converter.readers import FORMATS, READERS, read
from converter.readers.original import Original
from converter.readers.text import read_text
from tests.limited import limited
from tests.readers.reading import codes, title

PROSE = "The talks went on until the evening, and both sides said that they were pleased with the result.\n"


def _write(folder: Path, name: str, text: str | bytes) -> str:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


def test_the_seed_has_its_title_three_leads_and_two_headings(seed: Path) -> None:
    article = read(str(seed))
    assert title(article) == "Strategic Dialogues Mark New Chapter in Regional Cooperation"
    kinds = [type(block) for block in article.blocks]
    assert kinds == [Paragraph] * 3 + [Heading] + [Paragraph] * 3 + [Heading] + [Paragraph] * 4
    headings = [article.slice(block.span) for block in article.blocks if isinstance(block, Heading)]
    assert headings == [
        "Background and Strategic Foundations",
        "Implications and Forward-Looking Perspectives",
    ]
    assert article.slice(article.blocks[-1].span).endswith(".")
    assert (article.language, article.notices) == ("en", ())


def test_standard_input_is_read_by_its_content() -> None:
    assert read("-", stdin=BytesIO(PROSE.encode())).source.media_type == "text/plain"
    article = read("-", stdin=BytesIO(f"# Title\n\n{PROSE}".encode()))
    assert (article.source.media_type, article.source.name) == ("text/markdown", "stdin")
    assert article.notices == ()


@pytest.mark.parametrize(
    ("name", "text", "media_type", "notices"),
    [
        ("a.txt", f"Title\n\n{PROSE}", "text/plain", []),
        ("a.TEXT", f"Title\n\n{PROSE}", "text/plain", []),
        ("a.md", f"Title\n\n{PROSE}", "text/markdown", []),
        ("a.markdown", f"Title\n\n{PROSE}", "text/markdown", []),
        ("a", f"Title\n\n{PROSE}", "text/plain", []),
        ("a.xyz", f"# Title\n\n{PROSE}", "text/markdown", []),
        ("a.txt", f"# Title\n\n{PROSE}", "text/markdown", ["read-as-markdown"]),
    ],
)
def test_content_goes_before_the_name(
    tmp_path: Path, name: str, text: str, media_type: str, notices: list[str]
) -> None:
    article = read(_write(tmp_path, name, text))
    assert (article.source.media_type, codes(article)) == (media_type, notices)


@pytest.mark.parametrize("name", ["txt", "text", "TXT", ".txt"])
def test_the_user_decides_by_the_formats_name_or_a_suffix(tmp_path: Path, name: str) -> None:
    article = read(_write(tmp_path, "a.md", f"# Title\n\n{PROSE}"), format=name)
    assert title(article) == "# Title"
    assert article.notices == ()


def test_a_format_that_nobody_knows_is_told_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean md") as caught:
        read("-", format="mdx", stdin=BytesIO(b"x"))
    assert caught.value.code == "format-unknown"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"{\\rtf1"),
        ("a.md", b"{\\rtf1"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ],
)
def test_a_known_format_that_is_not_read_gets_a_way_out(tmp_path: Path, name: str, data: bytes) -> None:
    location = _write(tmp_path, name, data)
    with pytest.raises(InputError) as caught:
        read(location)
    assert (caught.value.code, caught.value.where) == ("input-unsupported", location)
    assert caught.value.remedy


@pytest.mark.parametrize("text", [" \n\t\n", "* * *\n", "\ufeff", "\u200b\u00ad"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_an_article_without_words_is_empty(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(InputError, match="no words") as caught:
        read(_write(tmp_path, name, text))
    assert caught.value.code == "input-empty"


def test_encoding_and_language_are_as_the_user_says(tmp_path: Path) -> None:
    location = _write(tmp_path, "a.txt", f"Title\n\n{PROSE} caf\xe9".encode("cp1250", "replace"))
    article = read(location, encoding="cp1250", language="de_at")
    assert (article.source.encoding, article.language, article.notices) == ("cp1250", "de-AT", ())


def test_the_encoding_of_a_signature_is_no_obstacle(tmp_path: Path) -> None:
    assert title(read(_write(tmp_path, "a.txt", f"Title\n\n{PROSE}".encode("utf-16")))) == "Title"


def test_every_format_has_a_reader_and_suffixes_of_its_own() -> None:
    suffixes = [suffix for known in FORMATS for suffix in known.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(callable(READERS.load(known.name)) for known in FORMATS)
    assert all(known.name == known.suffixes[0] for known in FORMATS)


class _Point:
    """An entry point of an installed package, as `importlib.metadata` has it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.dist = None
        self.value = "sample:read"

    def load(self) -> object:
        def reader(original: Original, encoding: str) -> Article:
            article = read_text(original, encoding)
            return replace(article, source=replace(article.source, media_type=f"text/{self.name}"))

        return reader


def test_an_installed_package_reads_its_format_by_suffix_content_or_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "importlib.metadata.entry_points", lambda group: [_Point("org"), _Point("rtf")] if group else []
    )
    # a child of an earlier test would not know of them
    with limited(guard=False):
        by_suffix = read(_write(tmp_path, "a.org", f"Title\n\n{PROSE}"))
        by_content = read(_write(tmp_path, "a.txt", f"{{\\rtf1 Title\n\n{PROSE}"))
        by_name = read(_write(tmp_path, "b.txt", f"Title\n\n{PROSE}"), format="org")
    types = [article.source.media_type for article in (by_suffix, by_content, by_name)]
    assert types == ["text/org", "text/rtf", "text/org"]


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.pdf", b"%PDF-1.7\nbroken"), ("a.docx", b"PK\x03\x04broken"), ("a.txt", b"caf\xe9 \x00\x01")],
)
def test_a_file_that_cannot_be_read_is_told_with_its_folder(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as raised:
        read(str(tmp_path / name))
    assert raised.value.where.startswith(str(tmp_path / name))
