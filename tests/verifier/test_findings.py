"""Findings follow each other as what they name does."""

from converter.verifier.findings import Finding, in_order


def test_findings_are_in_the_order_of_their_places() -> None:
    places = ["2:1", "properties", "1:14", "", "1:9"]
    found = in_order(Finding("altered", "It sank.", where) for where in places)
    assert [finding.where for finding in found] == ["1:9", "1:14", "2:1", "properties", ""]
