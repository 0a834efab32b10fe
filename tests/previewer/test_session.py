"""A session follows what is saved."""

from pathlib import Path

import pytest

from converter.configuration import load_settings
from converter.errors import StyleError
from converter.previewer import session as session_module
from converter.previewer.session import Session, WordView
from converter.stylesheets.fonts import find_family
from tests.sample import png

from .conftest import until


def test_the_first_state_has_all_pages_and_the_report(session: Session) -> None:
    state = until(session, lambda _state: True)
    assert state.look is not None
    assert state.look.made.style.description == "Ours"
    assert state.look.pages.sizes[0] == pytest.approx((595.28, 841.89), abs=0.1)
    assert b"Harbour of Lund" in state.look.made.files["html"]
    assert (state.faults, state.word) == ((), WordView("absent"))


def test_a_saved_style_shows_and_so_does_what_it_comes_to_extend(session: Session, project: Path) -> None:
    until(session, lambda state: state.look)
    (project / "base.yaml").write_text("meta: {name: Base}\npage: {size: A5}\n", "utf-8")
    (project / "house.yaml").write_text("extends: base.yaml\n", "utf-8")
    state = until(session, lambda state: state.look.pages.sizes[0][0] < 500)
    (project / "base.yaml").write_text("page: {size: A3}\n", "utf-8")
    assert until(session, lambda state: state.look.pages.sizes[0][0] > 800).number > state.number


def test_what_the_style_names_and_the_article_are_followed(session: Session, project: Path) -> None:
    (project / "logo.png").write_bytes(png(4, 2))
    (project / "house.yaml").write_text("logo: {path: logo.png, alt: House}\n", "utf-8")
    first = until(session, lambda state: state.look.made.style.logo)
    (project / "logo.png").write_bytes(png(40, 20))
    until(session, lambda state: state.look.made.style.logo.data == png(40, 20))
    (project / "harbour.txt").write_text("Ferry leaves\n\nThe ferry left at noon.\n", "utf-8")
    state = until(session, lambda state: state.look.made.title == "Ferry leaves")
    assert first.look is not None
    assert state.look is not None
    assert state.look.number > first.look.number


def test_faults_leave_the_last_good_pages_and_go_when_they_are_mended(
    session: Session, project: Path, told: list[Exception]
) -> None:
    good = until(session, lambda state: state.look)
    (project / "house.yaml").write_text("colour: red\npage: {size: A9}\n", "utf-8")
    faulty = until(session, lambda state: state.faults)
    assert [fault.line for fault in faulty.faults] == [1, 2]
    assert faulty.faults[0].excerpt[0] == (1, "colour: red")
    assert faulty.look == good.look
    assert [getattr(error, "code", "") for error in told] == ["style-invalid"]
    (project / "house.yaml").write_text("meta: {description: Mended}\n", "utf-8")
    mended = until(session, lambda state: not state.faults and state.number > faulty.number)
    assert mended.look is not None
    assert mended.look.made.style.description == "Mended"


@pytest.mark.parametrize("name", ["house.yaml", "harbour.txt"])
def test_a_file_may_go_and_come_back(session: Session, project: Path, name: str) -> None:
    until(session, lambda state: state.look)
    (project / name).rename(project / "elsewhere")
    faulty = until(session, lambda state: state.faults)
    assert name in f"{faulty.faults[0].where} {faulty.faults[0].text}"
    (project / "elsewhere").rename(project / name)
    until(session, lambda state: state.number > faulty.number and not state.faults)


def test_a_session_may_begin_with_faults(project: Path, without_word: None) -> None:
    del without_word
    (project / "house.yaml").write_text("color: {", "utf-8")
    told: list[Exception] = []
    session = Session("harbour.txt", lambda: load_settings({"style": "house.yaml"}, {}, Path()), told.append)
    session.start()
    try:
        faulty = until(session, lambda state: state.faults)
        assert faulty.look is None
        (project / "house.yaml").write_text("color: {}", "utf-8")
        assert until(session, lambda state: not state.faults).look
    finally:
        session.close()
    assert [error.code for error in told if isinstance(error, StyleError)] == ["yaml-syntax"]


def test_the_project_s_settings_are_followed(session: Session, project: Path) -> None:
    until(session, lambda state: state.look)
    (project / "briefing.yaml").write_text("titel: Other\n", "utf-8")
    assert until(session, lambda state: state.faults).faults[0].where == "briefing.yaml"
    (project / "briefing.yaml").write_text("title: Other\n", "utf-8")
    until(session, lambda state: state.look.made.title == "Other")


def test_whatever_goes_wrong_is_a_line_and_the_session_goes_on(
    session: Session, project: Path, told: list[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    until(session, lambda state: state.look)
    with monkeypatch.context() as patch:
        patch.setattr(session_module, "rendering", _fail)
        (project / "house.yaml").write_text("bullets: [–]\n", "utf-8")
        assert "KeyError" in until(session, lambda state: state.faults).faults[0].text
    assert [type(error) for error in told] == [KeyError]
    (project / "house.yaml").write_text("bullets: [·]\n", "utf-8")
    until(session, lambda state: not state.faults and state.look.number > 1)


def _fail(*_arguments: object) -> None:
    raise KeyError


def test_the_last_looks_are_kept_by_their_numbers(session: Session, project: Path) -> None:
    for number in (1, 2, 3):
        (project / "house.yaml").write_text(f"meta: {{description: '{number}'}}\n", "utf-8")
        until(session, lambda state: state.look and state.look.number >= number)  # noqa: B023 - called at once
    assert [session.look(number) is not None for number in (0, 1, 2, 3, 4)] == [
        False,
        False,
        True,
        True,
        False,
    ]


def test_who_waits_is_let_go_when_the_session_ends(session: Session) -> None:
    newest = until(session, lambda state: state.look)
    session.close()
    assert session.wait(newest.number, 30) is None


def test_a_font_that_is_replaced_under_its_name_shows(session: Session, project: Path) -> None:
    family = find_family("Source Sans Pro")
    assert family is not None
    regular, bold = (
        next(Path(face.path) for face in family.faces if face.weight == weight and not face.italic)
        for weight in (400, 700)
    )
    (project / "own.ttf").write_bytes(regular.read_bytes())
    text = "typography: {base: Source Sans Pro, fonts: [{family: Source Sans Pro, files: [own.ttf]}]}\n"
    (project / "house.yaml").write_text(text, "utf-8")
    state = until(session, lambda state: state.look.made.style.text["body"].family == "Source Sans Pro")
    (project / "own.ttf").write_bytes(bold.read_bytes())
    later = until(session, lambda newer: newer.number > state.number and not newer.faults)
    assert len(later.look.pages.pdf) != len(state.look.pages.pdf)
