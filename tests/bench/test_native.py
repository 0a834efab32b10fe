"""Reading pandoc's native format."""

from bench.reading.native import headings, words

NATIVE = r"""
[Header 1 ("a-(b",["x"],[("k","[")]) [Str "A",Space,Emph [Str "te\"st"],SoftBreak,Str "\228\&b"]
,Para [Str "Header",Space,Str "2"]
,Header 2 ("",[],[]) [Link ("",[],[]) [Str "[in]"] ("https://example.org","")]]
"""


def test_headings_are_found_with_level_and_words() -> None:
    assert headings(NATIVE) == [(1, 'A te"st äb'), (2, "[in]")]


def test_words_are_those_of_strings_and_code() -> None:
    assert words('[Para [Str "a",Space,Code ("",["b"],[]) "c d"]]') == "a c d"
