"""Limits are the user's to set."""

from pathlib import Path

import pytest

from converter.configuration import load_limits, load_settings, user_file
from converter.errors import ConverterError, StyleError
from converter.limits import LIMITS, Limits, adopt, in_force
from tests.limited import limited


def write(text: str) -> None:
    user_file().parent.mkdir(parents=True, exist_ok=True)
    user_file().write_text(text, "utf-8")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))


def test_the_policy_that_is_in_force_is_read_at_each_look() -> None:
    before = in_force()
    with limited(input_bytes=7):
        assert LIMITS.input_bytes == 7
    assert LIMITS.input_bytes == before.input_bytes
    adopt(before)


def test_where_nothing_is_said_the_defaults_hold() -> None:
    assert load_limits({}) == Limits()


def test_the_users_file_sets_limits_beside_other_settings(tmp_path: Path) -> None:
    write("length: brief\nlimits:\n  seconds: 60\n  memory-bytes: 1.5 GB\n  guard: off\n  zip-entries: 3\n")
    found = load_limits({})
    assert found == Limits(seconds=60.0, memory_bytes=1_500_000_000, guard=False, zip_entries=3)
    assert load_settings({}, {}, tmp_path).length == "brief"


def test_the_variable_outranks_the_file_limit_by_limit() -> None:
    write("limits: {seconds: 60, pdf-pages: 7}")
    found = load_limits({"BRIEFING_LIMITS": "seconds=90, input-bytes=80MB"})
    assert found == Limits(seconds=90.0, pdf_pages=7, input_bytes=80_000_000)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("briefing.yaml", "limits: {seconds: 9}"),
        ("pyproject.toml", "[tool.briefing]\nlimits = {guard = false}"),
    ],
)
def test_a_projects_file_which_may_have_come_with_the_article_sets_none(
    tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(StyleError) as caught:
        load_settings({}, {}, tmp_path)
    assert caught.value.code == "configuration-key"
    assert caught.value.what == "limits are yours to set, and not a project's"
    assert str(user_file()) in caught.value.remedy


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("second=9", "BRIEFING_LIMITS: there is no limit 'second'; did you mean seconds?"),
        ("whole=on", "BRIEFING_LIMITS: there is no limit 'whole'"),
        (
            "seconds=0",
            "BRIEFING_LIMITS: seconds: '0' is no number above 0; write such as 60, or 500 MB for bytes",
        ),
        ("seconds=nan", "BRIEFING_LIMITS: seconds: 'nan' is no number above 0"),
        ("seconds=1e9", "BRIEFING_LIMITS: seconds: '1e9' is no number above 0"),
        (f"seconds={'9' * 400}", "BRIEFING_LIMITS: seconds: "),
        (f"pdf-pages={'9' * 400}", "BRIEFING_LIMITS: pdf-pages: "),
        ("guard=maybe", "BRIEFING_LIMITS: guard: 'maybe' is neither on nor off; write on or off"),
        ("60", "BRIEFING_LIMITS: '60' is not a limit; write such as seconds=60,memory-bytes=1GB"),
    ],
)
def test_what_cannot_be_is_one_line(told: str, line: str) -> None:
    with pytest.raises(ConverterError) as caught:
        load_limits({"BRIEFING_LIMITS": told})
    assert str(caught.value).startswith(line)


def test_what_cannot_be_in_the_file_is_told_with_its_place() -> None:
    write("limits: {secs: 9}")
    with pytest.raises(StyleError, match=r"briefing\.yaml:1:9: there is no limit 'secs'"):
        load_limits({})
    write("limits: fast")
    with pytest.raises(StyleError, match=r"briefing\.yaml:1:9: 'fast' is not a limit; write KEY: VALUE"):
        load_limits({})
