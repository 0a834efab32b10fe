from converter.writers.pdf.phrases import has_thai, phrases

THAI = "ท่าเรือลุนด์เปิดอีกครั้งในวันจันทร์"


def test_thai_is_parted_between_phrases() -> None:
    found = phrases(f"({THAI})")
    assert "".join(found) == f"({THAI})"
    assert 2 < len(found) < len(THAI)


def test_other_scripts_are_left_alone() -> None:
    assert not has_thai("harbour 港 נמל")
    assert phrases("harbour") == ["harbour"]
