"""What findings quote."""

from converter.verifier.proof.wording import contrast, quoted, quoted_end


def test_a_quotation_is_one_line_whatever_was_claimed() -> None:
    assert quoted("a\nb\r\nc\x85d\u2028e") == "“a b c d e”"
    assert quoted("\n") == "“”"


def test_a_quotation_is_short() -> None:
    assert quoted("a" * 100) == f"“{'a' * 100}”"
    assert quoted("a" * 98 + " bc") == f"“{'a' * 98}…”"
    assert len(quoted("a" * 101)) == 102


def test_the_end_of_a_text_begins_with_a_whole_word() -> None:
    assert quoted_end("a" * 60) == f"“{'a' * 60}”"
    assert quoted_end("x" * 50 + " " + "word " * 11 + "end.") == "“…word " + "word " * 10 + "end.”"


def test_a_difference_is_shown_with_the_words_before_it() -> None:
    assert contrast("It opened.", "It closed.") == "“It opened.” should read “It closed.”"
    before = "one two three four five six seven eight nine ten "
    assert contrast(f"{before}here", f"{before}there") == (
        "“…six seven eight nine ten here” should read “…six seven eight nine ten there”"
    )
    assert contrast("same", "same and more") == "“same” should read “same and more”"
