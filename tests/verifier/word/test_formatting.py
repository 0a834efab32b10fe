import pytest

from converter.verifier.word.formatting import Levels, conditions
from converter.verifier.word.story import cells_of
from tests.ooxml.making import p, r, row, table
from tests.verifier.word.making import STYLES, opened, style, word

BOLD = "<w:rPr><w:b/></w:rPr>"


def levels(paragraph: str, styles: str = STYLES) -> Levels:
    """Return what is told of the first run behind the heading."""
    document = opened(word(paragraph, styles=styles))
    found = document.body.paragraphs[1]
    return document.formatting.levels(next(found.runs()), found)


def in_styles(*, paragraph: bool, character: bool, direct: str = "") -> bool:
    styles = (
        STYLES
        + style("P", "P", BOLD if paragraph else "", base="Normal")
        + style("C", "C", BOLD if character else "", kind="character")
    )
    run = r("Words.", f'<w:rStyle w:val="C"/>{direct}')
    return levels(p(style="P", runs=run), styles).is_on("b")


@pytest.mark.parametrize("paragraph", [True, False])
@pytest.mark.parametrize("character", [True, False])
def test_toggles_of_two_levels_of_styles_cancel_out(*, paragraph: bool, character: bool) -> None:
    assert in_styles(paragraph=paragraph, character=character) == (paragraph != character)


def test_a_toggle_that_is_told_directly_counts_as_it_is() -> None:
    assert in_styles(paragraph=True, character=False, direct="<w:b/>")
    assert not in_styles(paragraph=True, character=False, direct='<w:b w:val="false"/>')


def test_a_toggle_of_the_defaults_is_on_unless_it_is_taken_back() -> None:
    styles = STYLES.replace("<w:rPr><w:lang", "<w:rPr><w:b/><w:lang")
    assert levels(p("Words."), styles).is_on("b")
    assert not levels(p(runs=r("Words.", '<w:b w:val="0"/>')), styles).is_on("b")


def places(look: str, rows: int = 4, columns: int = 3) -> list[list[str]]:
    """Return what the style calls each cell of the first column, then those of the first row."""
    body = table(*[row(*["x"] * columns)] * rows, properties=look) + p("Words.")
    cells = list(cells_of(opened(word(body)).body.tables[0]))
    return [conditions(cell) for cell in cells]


def test_places_are_called_as_the_table_shows_them() -> None:
    found = places('<w:tblLook w:val="04A0"/>')
    assert found[0] == ["nwCell", "firstRow", "firstCol", "wholeTable"]
    assert found[1] == ["firstRow", "wholeTable"]
    assert found[3] == ["firstCol", "band1Horz", "wholeTable"]
    assert found[7] == ["band2Horz", "wholeTable"]
    assert found[10] == ["band1Horz", "wholeTable"]


def test_attributes_say_what_bits_say() -> None:
    names = ("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand")
    told = dict(zip(names, "010011", strict=True))
    look = "".join(f' w:{name}="{value}"' for name, value in told.items())
    found = places(f"<w:tblLook{look}/>")
    assert found[0] == ["wholeTable"]
    assert found[-1] == ["lastRow", "wholeTable"]


def test_without_a_look_only_bands_are_shown() -> None:
    assert places("")[0] == ["band1Horz", "band1Vert", "wholeTable"]


def test_the_last_cell_is_that_of_its_row() -> None:
    assert places('<w:tblLook w:val="0700"/>')[2] == ["lastCol", "wholeTable"]
