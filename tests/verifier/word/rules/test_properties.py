import pytest

from tests.ooxml.making import p, r
from tests.verifier.word.making import ENGLISH, STYLES, rules, style, word

ARABIC, HEBREW, THAI, CHINESE, RUSSIAN = "ميناء", "נמל", "ท่าเรือ", "港口", "Порт"


def lang(attributes: str) -> str:
    return f"<w:lang {attributes}/>"


@pytest.mark.parametrize("title", [None, "", "  "])
def test_a_title_is_wanted(title: str | None) -> None:
    assert rules(word(title=title)) == ["title-missing"]


def test_a_title_in_the_properties_will_do() -> None:
    assert rules(word(title="Ports")) == []


def test_a_language_is_wanted() -> None:
    assert rules(word(styles=STYLES.replace(ENGLISH, ""))) == ["language-missing"]


def test_without_any_language_only_that_is_told() -> None:
    assert rules(word(p(ARABIC + CHINESE), styles=STYLES.replace(ENGLISH, ""))) == ["language-missing"]


def test_the_default_style_may_name_the_language() -> None:
    styles = STYLES.replace(ENGLISH, "").replace(
        style("Normal", "Normal"), style("Normal", "Normal", f"<w:rPr>{ENGLISH}</w:rPr>")
    )
    assert rules(word(styles=styles)) == []


def test_the_settings_may_name_the_language() -> None:
    settings = '<w:themeFontLang w:val="en-GB"/>'
    assert rules(word(styles=STYLES.replace(ENGLISH, ""), settings=settings)) == []


@pytest.mark.parametrize(
    ("text", "slot"),
    [(ARABIC, "bidi"), (HEBREW, "bidi"), (THAI, "bidi"), (CHINESE, "eastAsia")],
)
def test_a_script_with_a_slot_of_its_own_wants_a_language_there(text: str, slot: str) -> None:
    assert rules(word(p(f"About {text}"))) == ["language-slot"]
    marked = r(text, lang(f'w:{slot}="x"'))
    assert rules(word(p("About ", runs=marked))) == []
    everywhere = STYLES.replace(ENGLISH, lang(f'w:val="en-GB" w:{slot}="x"'))
    assert rules(word(p(f"About {text}"), styles=everywhere)) == []


def test_cyrillic_stands_in_the_common_slot() -> None:
    assert rules(word(p(RUSSIAN))) == []
    chinese = STYLES.replace(ENGLISH, lang('w:eastAsia="zh-CN"'))
    assert rules(word(p(RUSSIAN), styles=chinese)) == ["language-slot"]


def test_latin_words_in_an_arabic_report_are_no_finding() -> None:
    arabic = STYLES.replace(ENGLISH, lang('w:bidi="ar-SA"'))
    assert rules(word(p(f"{ARABIC} MS Lund “2026”"), styles=arabic)) == []


def test_the_place_is_told_once_for_each_part() -> None:
    data = word(p(ARABIC) + p(ARABIC), running={"header/default": p(ARABIC)})
    assert rules(data) == ["language-slot", "language-slot"]
