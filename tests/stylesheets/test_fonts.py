from pathlib import Path

import pytest

from converter.stylesheets import fonts
from converter.stylesheets.fonts import family_of_files, find_family, lenders

from .typefaces import SANS, Font, collection


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder of the system's fonts, empty."""
    monkeypatch.setattr(fonts, "_system_folders", lambda: (tmp_path,))
    return tmp_path


def test_the_families_of_the_shipped_styles_come_as_packages() -> None:
    serif, sans = find_family("Source Serif Pro"), find_family("Source Sans Pro")
    assert serif is not None
    assert sans is not None
    assert (serif.generic, sans.generic) == ("serif", "sans-serif")
    weights = [(face.weight, face.italic) for face in serif.faces]
    assert weights == [(w, i) for w in (200, 300, 400, 600, 700, 900) for i in (False, True)]
    assert {Path(face.path).name for face in serif.faces if face.weight == 600} == {
        "SourceSerifPro-Semibold.ttf",
        "SourceSerifPro-SemiboldIt.ttf",
    }


def test_the_systems_folders_are_searched_last(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> tuple[Path, ...]:
        raise AssertionError

    monkeypatch.setattr(fonts, "_system_folders", refuse)
    assert find_family("Source Serif Pro") is not None


def test_a_family_of_the_system_is_found_by_what_its_files_say(system: Path) -> None:
    (system / "corp").mkdir()
    (system / "corp" / "CorpText-Bold.ttf").write_bytes(Font("Corp Text", weight=700, serifs=SANS).data())
    (system / "corp" / "CorpText.ttf").write_bytes(Font("Corp Text", serifs=SANS).data())
    (system / "corp" / "CorpTextile.ttf").write_bytes(Font("Corp Textile").data())
    family = find_family("corp text")
    assert family is not None
    assert (family.name, family.generic) == ("corp text", "sans-serif")
    assert [(Path(face.path).name, face.weight) for face in family.faces] == [
        ("CorpText.ttf", 400),
        ("CorpText-Bold.ttf", 700),
    ]


def test_a_family_whose_files_are_named_otherwise_is_found_too(system: Path) -> None:
    (system / "a1.ttc").write_bytes(collection("Other", "Corp Text"))
    family = find_family("Corp Text")
    assert family is not None
    assert [face.index for face in family.faces] == [1]


def test_truetype_outlines_come_before_postscript_ones(system: Path) -> None:
    (system / "Corp.otf").write_bytes(Font("Corp", outlines=b"CFF ").data())
    (system / "Corp.ttf").write_bytes(Font("Corp").data())
    family = find_family("Corp")
    assert family is not None
    assert [Path(face.path).name for face in family.faces] == ["Corp.ttf"]


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize("name", ["Corp", "", ".", "..", "os", "a.b", "Corp/Text", "Äöü"])
def test_a_family_that_is_not_there_is_none(name: str) -> None:
    assert find_family(name) is None


def test_a_styles_own_files_say_their_weight_themselves(tmp_path: Path) -> None:
    (tmp_path / "one.ttf").write_bytes(Font("Whatever", weight=600, italic=True).data())
    (tmp_path / "two.ttf").write_bytes(b"no font")
    family = family_of_files("Corp", [tmp_path / "one.ttf"], "serif")
    assert family is not None
    assert (family.name, family.generic) == ("Corp", "serif")
    assert [(face.weight, face.italic) for face in family.faces] == [(600, True)]
    assert family_of_files("Corp", [tmp_path / "one.ttf", tmp_path / "two.ttf"]) is None


def test_families_lend_characters_where_they_are_installed(system: Path) -> None:
    assert lenders() == ()
    folder = system / "truetype" / "dejavu"
    folder.mkdir(parents=True)
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSerif.ttf"):
        (folder / name).touch()
    (system / "opentype" / "noto").mkdir(parents=True)
    (system / "opentype" / "noto" / "NotoSansCJK-Regular.ttc").touch()
    serif, sans, *han = lenders()
    assert [(family.name, family.faces[0].index) for family in han] == [
        ("Noto Sans CJK JP", 0),
        ("Noto Sans CJK KR", 1),
        ("Noto Sans CJK SC", 2),
        ("Noto Sans CJK TC", 3),
    ]
    assert (serif.name, serif.generic, len(serif.faces)) == ("DejaVu Serif", "serif", 1)
    assert (sans.name, [face.weight for face in sans.faces]) == ("DejaVu Sans", [400, 700])


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_every_system_has_its_folders(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", platform)
    folders = fonts._system_folders()
    assert folders
    assert all("onts" in folder.name for folder in folders)
