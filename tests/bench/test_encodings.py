"""The measurement of encodings."""

from pathlib import Path

import pytest

from bench.reading.encodings import Reading, encoded, main, pairs, read, shares

FRENCH = "Le gouvernement a présenté hier son budget, et l'opposition s'est déclarée très inquiète."


def test_a_text_is_read_rightly_or_not() -> None:
    assert read(FRENCH.encode("cp1252"), FRENCH) == Reading("cp1252", right=True, told=("encoding-guessed",))
    assert read(FRENCH.encode(), "\ufeff" + FRENCH) == Reading("utf-8", right=True, told=())
    assert read(FRENCH.encode(), "other") == Reading("utf-8", right=False, told=())
    assert read(bytes(range(256)), "") == Reading("", right=False, told=("input-binary",))


def test_beginnings_are_encoded_where_they_can_be() -> None:
    found = list(encoded(FRENCH, [5, 30]))
    assert (30, "cp1252", FRENCH[:30].encode("cp1252"), FRENCH[:30]) in found
    assert {length for length, *_ in found} == {30}
    assert "gb18030" not in {encoding for _, encoding, *_ in found}


def test_shares_have_a_row_for_each_name() -> None:
    assert shares([("a", 60, True), ("a", 60, False), ("a", 400, True), ("b", 120, False)]) == [
        ("a", "1 of 2", "", "", "1 of 1"),
        ("b", "", "0 of 1", "", ""),
    ]


def test_pairs_are_a_text_and_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "a.cp1252.txt").write_bytes(b"\xe9")
    (tmp_path / "a.cp1252.utf8").write_text("é", encoding="utf-8")
    (tmp_path / "alone.txt").write_bytes(b"x")
    assert pairs(tmp_path) == {"a.cp1252": (b"\xe9", "é")}


def test_a_folder_without_pairs_is_refused(tmp_path: Path) -> None:
    for arguments in ([], [str(tmp_path)]):
        with pytest.raises(SystemExit, match="usage"):
            main(arguments)


def test_the_table_tells_each_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fr.txt").write_bytes(FRENCH.encode("cp1252"))
    (tmp_path / "fr.utf8").write_text(FRENCH, encoding="utf-8")
    main([str(tmp_path)])
    shown = capsys.readouterr().out
    assert "Encodings: 1 of 1 right" in shown
    assert "fr     cp1252    yes  encoding-guessed" in shown
