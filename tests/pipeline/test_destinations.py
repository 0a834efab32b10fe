"""Which formats are written, and where to."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.configuration import Settings
from converter.errors import OutputError, UsageError
from converter.files import slug
from converter.pipeline.destinations import DEFAULT_FORMATS, Destination, Outputs, destination


@pytest.mark.parametrize(
    ("output", "formats", "kind", "written"),
    [
        ("output", (), "folder", DEFAULT_FORMATS),
        ("reports/2026.11/", (), "folder", DEFAULT_FORMATS),
        ("report.pdf", (), "file", ("pdf",)),
        ("report.PDF", (), "file", ("pdf",)),
        ("report.txt", ("md",), "file", ("md",)),
        ("reports", ("html", "json"), "folder", ("html", "json")),
        ("-", ("md",), "stdout", ("md",)),
    ],
)
def test_the_output_and_the_formats_decide_together(
    output: str, formats: tuple[str, ...], kind: str, written: tuple[str, ...]
) -> None:
    found = destination(Settings(output=output, formats=formats))
    assert (found.kind, found.formats) == (kind, written)


def test_an_existing_folder_is_a_folder_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "old.pdf").mkdir()
    assert destination(Settings(output=str(tmp_path / "old.pdf"))).kind == "folder"


@pytest.mark.parametrize(
    ("output", "formats", "code"),
    [
        ("-", (), "output-formats"),
        ("report.pdf", ("docx",), "output-formats"),
        ("report.pdf", ("docx", "pdf"), "output-formats"),
        ("report.xyz", (), "format-unknown"),
        ("output", ("xyz",), "format-unknown"),
    ],
)
def test_what_does_not_fit_is_a_usage_error(output: str, formats: tuple[str, ...], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        destination(Settings(output=output, formats=formats))
    assert caught.value.code == code
    assert caught.value.remedy


@given(title=st.text(), formats=st.sets(st.sampled_from(["docx", "pdf", "html", "md", "json"]), min_size=1))
def test_no_title_leads_out_of_the_folder(title: str, formats: set[str]) -> None:
    folder = Path("/reports").resolve()
    for path in Destination("folder", folder, tuple(sorted(formats))).paths(slug(title)):
        assert path.resolve().parent == folder
        assert len(path.name.encode()) < 256


@given(st.lists(st.sets(st.sampled_from("abcABC"), max_size=3), max_size=4))
def test_two_inputs_clash_exactly_when_they_share_a_name_in_either_case(names: list[set[str]]) -> None:
    paths = [(f"input {index}", [Path(name) for name in sorted(some)]) for index, some in enumerate(names)]
    lower = [{name.lower() for name in some} for some in names]
    shared = any(one & other for index, one in enumerate(lower) for other in lower[:index])
    outputs = Outputs()
    with pytest.raises(OutputError, match="would both be written there") if shared else nullcontext():
        for location, wanted in paths:
            outputs.claim(location, wanted)
