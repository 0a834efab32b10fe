"""Options, environment and files become one `Settings`."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.configuration import KEYS, Settings, configuration_files, load_settings, project_file, variable
from converter.errors import ConverterError, StyleError, UsageError


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty project that is the current folder, below an empty configuration folder."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def settings(environment: Mapping[str, str] | None = None, /, **options: str | tuple[str, ...]) -> Settings:
    """Load settings in the current folder; `report_lang` is the option `--report-lang`."""
    return load_settings(
        {key.replace("_", "-"): raw for key, raw in options.items()}, environment or {}, Path()
    )


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


# ------------------------------------------------------------------------------------------ precedence


def test_what_a_file_sets_in_a_style_keeps_its_place(project: Path, tmp_path: Path) -> None:
    user = tmp_path / "config" / "briefing" / "briefing.yaml"
    write(user, "set: {page.size: A5, numbering: paragraphs}\n")
    write(project / "briefing.yaml", "length: brief\nset:\n  page.size: Letter\n  separator: /\n")
    found = settings(set=("separator=-",))
    assert found.overrides == {"page.size": "Letter", "numbering": "paragraphs", "separator": "-"}
    assert {key: str(place) for key, place in found.override_places.items()} == {
        "page.size": "briefing.yaml:3:14",
        "numbering": f"{user}:1:33",
    }


def test_a_table_of_toml_stands_at_the_line_of_its_head(project: Path) -> None:
    write(
        project / "pyproject.toml",
        '[tool.briefing]\nlength = "brief"\n[tool.briefing.set]\n"page.size" = "A5"\n',
    )
    assert {key: place.line for key, place in settings().override_places.items()} == {"page.size": 3}


def test_without_anything_the_defaults_hold() -> None:
    assert settings() == Settings()


def test_every_place_outranks_those_further_away(project: Path, tmp_path: Path) -> None:
    write(
        tmp_path / "config" / "briefing" / "briefing.yaml",
        "length: brief\ntitle: user\nauthor: user\nmarking: user\n",
    )
    write(project / "briefing.yaml", "title: project\nauthor: project\nmarking: project\n")
    found = settings({"BRIEFING_AUTHOR": "environment", "BRIEFING_MARKING": "environment"}, marking="option")
    assert (found.length, found.title, found.author, found.marking) == (
        "brief",
        "project",
        "environment",
        "option",
    )


def test_the_nearest_project_alone_counts(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project / "briefing.yaml", "title: outer\nauthor: outer\n")
    write(project / "inner" / "briefing.yaml", "title: inner\n")
    (project / "inner" / "deep").mkdir()
    monkeypatch.chdir(project / "inner" / "deep")
    assert (settings().title, settings().author) == ("inner", "")


def test_pyproject_is_read_where_no_briefing_yaml_is(project: Path) -> None:
    write(
        project / "pyproject.toml",
        '[tool.briefing]\nto = ["md", "html"]\nstrict = true\ndate = 2026-11-23\n'
        '[tool.briefing.field]\ndesk = "East"\n',
    )
    found = settings()
    assert (found.formats, found.strict, found.date) == (("md", "html"), True, "2026-11-23")
    assert found.fields == {"desk": "East"}
    write(project / "briefing.yaml", "to: json\n")
    assert settings().formats == ("json",)


def test_a_pyproject_of_something_else_is_passed_over(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project / "briefing.yaml", "title: outer\n")
    write(project / "inner" / "pyproject.toml", "[tool.other]\nbriefing = 1\n")
    monkeypatch.chdir(project / "inner")
    assert settings().title == "outer"


def test_pairs_add_up_and_the_nearer_value_of_a_key_wins(project: Path) -> None:
    write(project / "briefing.yaml", "set: {a.b: 1pt, c: 2pt}\n")
    assert settings(set=("c=3pt", "d=4=5")).overrides == {"a.b": "1pt", "c": "3pt", "d": "4=5"}


def test_a_file_as_output_outranks_formats_that_were_named_further_away(project: Path) -> None:
    write(project / "briefing.yaml", "to: docx, html\n")
    assert settings(output="report.pdf").formats == ()
    assert settings(output="reports").formats == ("docx", "html")
    assert settings(output="reports.v2/").formats == ("docx", "html")
    assert settings(output="report.pdf", to="pdf").formats == ("pdf",)


def test_paths_in_a_file_start_at_its_folder(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project / "briefing.yaml", "style: looks/house.yaml\noutline: default\noutput: reports\n")
    (project / "inner").mkdir()
    monkeypatch.chdir(project / "inner")
    found = settings()
    assert (found.style, found.outline) == (str(project / "looks" / "house.yaml"), "default")
    assert found.output == str(project / "reports")
    assert settings(output="-").output == "-"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("briefing.yaml", "set:\n  color: {primary: navy}\n  typography:\n    base: {size: 11pt}\n"),
        ("pyproject.toml", '[tool.briefing.set]\ncolor.primary = "navy"\ntypography.base.size = "11pt"\n'),
    ],
)
def test_what_is_set_may_be_nested_as_in_a_style(project: Path, name: str, text: str) -> None:
    write(project / name, text)
    found = settings()
    assert found.overrides == {"color.primary": "navy", "typography.base.size": "11pt"}
    assert found.override_places.keys() == found.overrides.keys()
    assert all(str(place).startswith(f"{name}:") for place in found.override_places.values())


# ------------------------------------------------------------------------------------------ the clock


def test_the_epoch_dates_a_briefing_that_nobody_dated() -> None:
    epoch = {"SOURCE_DATE_EPOCH": "1700000000"}
    assert settings(epoch).date == "2023-11-14"
    assert settings(epoch, date="2026-11-23").date == "2026-11-23"


def test_today_is_the_one_way_to_the_clock() -> None:
    days = {dt.datetime.now().astimezone().date().isoformat()}
    found = settings(date="today").date
    days.add(dt.datetime.now().astimezone().date().isoformat())
    assert found in days
    assert settings().date == ""


# ------------------------------------------------------------------------------------------ faults


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: x\noutlin: x\n", "briefing.yaml:2:1: there is no setting 'outlin'; did you mean outline?"),
        ("length: long\n", "briefing.yaml:1:9: there is no 'long'; choose brief, standard or full"),
        (
            "- a\n",
            "briefing.yaml:1:1: this is not a list of settings; write one to a line, such as 'length: brief'",
        ),
        ("title: [a]\n", "briefing.yaml:1:8: this is not a single value; write one word here"),
        (
            "to: {a: b}\n",
            "briefing.yaml:1:5: this is not a list; write names parted by commas, such as docx, pdf",
        ),
        ("to: [[a]]\n", "briefing.yaml:1:6: this is not a single value; write one word here"),
        ("strict: perhaps\n", "briefing.yaml:1:9: 'perhaps' is neither true nor false; write true or false"),
        ("paper: A3\n", "briefing.yaml:1:8: there is no 'A3'; choose A4 or Letter"),
        ("set: x\n", "briefing.yaml:1:6: 'x' is not a pair; write KEY=VALUE"),
    ],
)
def test_a_faulty_file_is_told_with_its_place(project: Path, text: str, line: str) -> None:
    write(project / "briefing.yaml", text)
    with pytest.raises(StyleError) as caught:
        settings()
    assert str(caught.value) == line


def test_a_faulty_pyproject_is_told_with_its_line(project: Path) -> None:
    write(
        project / "pyproject.toml", '[project]\nlength = 1\n\n[tool.briefing]\ntitle = "x"\nlength = "long"\n'
    )
    with pytest.raises(StyleError, match=r"^pyproject\.toml:6:1: there is no 'long'"):
        settings()


def test_toml_that_is_none_is_told_as_such(project: Path) -> None:
    write(project / "pyproject.toml", "[tool.briefing\n")
    with pytest.raises(StyleError, match=r"^pyproject\.toml: is not TOML"):
        settings()


@pytest.mark.parametrize(
    ("key", "raw"),
    [
        ("date", "2026-13-01"),
        ("lang", "english!"),
        ("report-lang", "1"),
        ("set", ("novalue",)),
        ("field", ("=x",)),
        ("length", "huge"),
        ("cite", "footnotes"),
    ],
)
def test_a_wrong_option_is_a_usage_error_at_that_option(key: str, raw: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_settings({key: raw}, {}, Path())
    assert caught.value.where == f"--{key}"
    assert caught.value.remedy


def test_a_wrong_variable_is_named() -> None:
    with pytest.raises(StyleError, match=r"^BRIEFING_LENGTH: there is no 'long'"):
        settings({"BRIEFING_LENGTH": "long"})
    with pytest.raises(StyleError, match=r"^SOURCE_DATE_EPOCH: 'soon' is not a time"):
        settings({"SOURCE_DATE_EPOCH": "soon"})


# ------------------------------------------------------------------------------------------ values


@pytest.mark.parametrize(
    ("written", "tag"), [("en", "en"), ("EN-gb", "en-GB"), ("zh-hant-tw", "zh-Hant-TW"), ("pt_br", "pt-BR")]
)
def test_a_language_tag_is_written_as_is_customary(written: str, tag: str) -> None:
    assert settings(lang=written).language == tag


def test_formats_are_a_list_without_repetition() -> None:
    assert settings(to=" PDF, docx,pdf,").formats == ("pdf", "docx")


def test_every_field_of_settings_has_a_key_and_every_key_a_variable_or_pairs() -> None:
    # all but the places of overrides, which follow from those of their settings
    assert len(KEYS) == len(Settings.__struct_fields__) - 1
    assert {variable(key) for key in KEYS} >= {"BRIEFING_STYLE", "BRIEFING_REPORT_LANG", "BRIEFING_TO"}


@given(
    options=st.dictionaries(
        st.sampled_from(KEYS), st.one_of(st.text(max_size=20), st.tuples(st.text(max_size=9)))
    ),
    environment=st.dictionaries(
        st.sampled_from([*map(variable, KEYS), "SOURCE_DATE_EPOCH"]), st.text(max_size=20)
    ),
)
def test_any_words_give_settings_or_an_error_that_says_where(
    options: dict[str, str], environment: dict[str, str]
) -> None:
    errors: list[ConverterError] = []
    try:
        load_settings(options, environment, Path("/"))
    except ConverterError as error:
        errors.append(error)
    assert all(error.where and error.remedy for error in errors)


def test_every_file_that_may_hold_settings_is_told(project: Path, tmp_path: Path) -> None:
    files = configuration_files(Path())
    assert files[:3] == (
        tmp_path / "config" / "briefing" / "briefing.yaml",
        Path("briefing.yaml"),
        Path("pyproject.toml"),
    )
    assert project.parent / "briefing.yaml" in files


def test_the_file_of_the_project_is_the_nearest_that_says_anything(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "pyproject.toml").write_text("[tool.briefing]\nlength = 'brief'\n")
    (inner / "pyproject.toml").write_text("[project]\nname = 'briefing'\n")
    assert project_file(inner) == tmp_path / "pyproject.toml"
    (inner / "briefing.yaml").write_text("")
    assert project_file(inner) == inner / "briefing.yaml"
