"""The public interface: all of it is there, and every example of its page does what the page says."""

import doctest
import re
from pathlib import Path

import pytest

import converter
from converter import InputError, Original, Settings

PAGE = Path(__file__).resolve().parents[1] / "docs" / "api.md"
BLOCKS = re.compile(r"^```(?P<info>[^\n]+)\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)
ARTICLE = "The port of Lund reopened on Monday.\n\nIt had been closed for ten years, officials said.\n"


def test_every_example_does_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = PAGE.read_text("utf-8")
    examples = ""
    for block in BLOCKS.finditer(text):
        name = block["info"].partition("file=")[2]
        if name:
            Path(name).write_text(block["body"], "utf-8")
        elif block["info"] == "pycon":
            # the lines of the page stay as they are counted
            examples += "\n" * (text.count("\n", 0, block.start()) + 1 - examples.count("\n")) + block["body"]
    told: list[str] = []
    test = doctest.DocTestParser().get_doctest(examples, {}, PAGE.name, str(PAGE), 0)
    outcome = doctest.DocTestRunner().run(test, out=told.append)
    assert outcome.attempted > 20
    assert not outcome.failed, "".join(told)


def test_every_public_name_is_there_and_says_what_it_is() -> None:
    for name in converter.__all__:
        assert name == "__version__" or getattr(converter, name).__doc__, name
    assert set(converter.__all__) <= set(dir(converter))


def test_every_public_name_is_on_the_page() -> None:
    text = PAGE.read_text("utf-8")
    assert [name for name in converter.__all__ if f"`{name}`" not in text and name != "__version__"] == []


def test_an_unknown_name_is_none_of_ours() -> None:
    with pytest.raises(AttributeError, match="no attribute 'conver'"):
        converter.conver  # noqa: B018 - the access is the test


def test_bytes_with_a_name_are_converted_as_the_file_is(tmp_path: Path) -> None:
    file = tmp_path / "port.txt"
    file.write_text(ARTICLE, "utf-8")
    settings = Settings(formats=("docx", "pdf", "md"))
    of_file, of_path, of_bytes = (
        [report.sha256 for report in converter.convert(given, settings).reports]
        for given in (str(file), file, Original(ARTICLE.encode(), "port.txt"))
    )
    assert of_file == of_path == of_bytes


def test_bytes_are_read_as_the_file_is(tmp_path: Path) -> None:
    file = tmp_path / "port.txt"
    file.write_text(ARTICLE, "utf-8")
    assert converter.read(file) == converter.read(Original(ARTICLE.encode(), "port.txt"))


def test_nothing_in_the_bytes_is_told_by_their_name() -> None:
    with pytest.raises(InputError, match=r"wire\.txt: there is nothing in it"):
        converter.convert(Original(b"", "wire.txt"))


def test_a_report_and_its_article_may_be_bytes_or_files(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    data = (
        converter.convert(Original(ARTICLE.encode(), "port.txt"), Settings(formats=("html",))).reports[0].data
    )
    file.write_bytes(data)
    for report in (data, file, str(file), Original(data, "report.html")):
        (found,) = converter.verify(report, [ARTICLE.encode()])
        assert found.verdict.word == "proved"
    (alone,) = converter.verify(data)
    assert (alone.name, alone.verdict.word) == ("report", "consistent")
