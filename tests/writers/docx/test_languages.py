import pytest

from converter.writers.docx.languages import language_attributes, word_language


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("en", ' w:val="en-US"'),
        ("en-GB", ' w:val="en-GB"'),
        ("ru", ' w:val="ru-RU"'),
        ("ja", ' w:eastAsia="ja-JP"'),
        ("zh-TW", ' w:eastAsia="zh-TW"'),
        ("zh-Hant", ' w:eastAsia="zh-TW"'),
        ("bn", ' w:bidi="bn"'),
        ("ar", ' w:bidi="ar-SA"'),
        ("he-IL", ' w:bidi="he-IL"'),
    ],
)
def test_each_script_has_its_slot(tag: str, attributes: str) -> None:
    assert language_attributes(tag) == attributes


def test_of_languages_that_need_one_slot_the_first_counts() -> None:
    assert language_attributes("en-GB", "fr", "th", "he", "ko") == (
        ' w:val="en-GB" w:bidi="th-TH" w:eastAsia="ko-KR"'
    )


def test_a_language_that_word_has_no_dictionary_for_stays_as_it_is() -> None:
    assert word_language("tlh") == "tlh"
