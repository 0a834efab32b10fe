from converter.stylesheets.faults import MOST, Faults, StyleFaultsError
from converter.yaml_source import Place


def faults_of(*lines: int) -> StyleFaultsError:
    faults = Faults()
    for line in lines:
        faults.add(Place("house.yaml", line, 3), "page.size", "is wrong", "write A4")
    try:
        faults.raise_any()
    except StyleFaultsError as error:
        return error
    raise AssertionError


def test_each_fault_is_a_line_in_order_of_place() -> None:
    error = faults_of(9, 2)
    assert str(error) == (
        "house.yaml:2:3: page.size: is wrong; write A4\nhouse.yaml:9:3: page.size: is wrong; write A4"
    )
    assert [str(fault) for fault in error.faults] == str(error).splitlines()


def test_the_first_fault_stands_for_all_where_there_is_room_for_one() -> None:
    error = faults_of(9, 2)
    assert (error.code, error.exit_code) == ("style-invalid", 4)
    assert (error.where, error.what, error.remedy) == ("house.yaml:2:3", "page.size: is wrong", "write A4")


def test_a_fault_that_an_alias_repeats_is_told_once() -> None:
    assert len(faults_of(2, 2).faults) == 1


def test_a_file_of_faults_is_cut_short() -> None:
    assert len(faults_of(*range(1, 2 * MOST)).faults) == MOST


def test_no_fault_is_no_error() -> None:
    Faults().raise_any()
