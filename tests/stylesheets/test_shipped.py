"""What ships is complete, reads well and can be read."""

import re
from pathlib import Path

import pytest
import yaml
from PIL import ImageFont

from converter.model.style import Color, Style, TextRole
from converter.stylesheets.language_file import CUES, LABELS
from converter.stylesheets.languages import load_language
from converter.stylesheets.listing import available
from converter.stylesheets.outlines import load_outline
from converter.stylesheets.style_file import ROLES, StyleFile
from converter.stylesheets.styles import load_style

STYLES = [style.name for style in available("style")]
LANGUAGES = [language.name for language in available("language")]
OUTLINES = [outline.name for outline in available("outline")]


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, "contrast ratio")."""

    def luminance(color: Color) -> float:
        channels = (channel / 255 for channel in (color.red, color.green, color.blue))
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def grounds(style: Style, role: TextRole) -> list[Color]:
    """Return the colours that text of `role` may stand on."""
    if style.cover.kind != "none" and role in {"label", "title", "subtitle", "facts"}:
        return [style.cover.fill]
    fill = style.box.fill if style.box else None
    return [Color(255, 255, 255), *([fill] if fill else [])]


def test_the_contrast_is_measured_as_the_standard_measures_it() -> None:
    assert round(contrast(Color(0, 0, 0), Color(255, 255, 255)), 2) == 21
    assert round(contrast(Color(0x77, 0x77, 0x77), Color(255, 255, 255)), 2) == 4.48


class TestStyles:
    def test_six_ship(self) -> None:
        assert STYLES == ["default", "field-report", "government", "large-print", "memo", "think-tank"]

    @pytest.mark.parametrize("name", STYLES)
    def test_text_has_the_contrast_of_wcag_aa(self, name: str) -> None:
        style = load_style(name)
        for role in ROLES:
            for ground in grounds(style, role):
                assert contrast(style.text[role].color, ground) >= 4.5, role

    @pytest.mark.parametrize("name", STYLES)
    def test_lines_have_sixty_to_seventy_six_letters(self, name: str, seed: Path) -> None:
        style = load_style(name)
        body = style.text["body"]
        faces = next(family.faces for family in style.fonts if family.name == body.family)
        (face,) = [face.path for face in faces if face.weight == body.weight and not face.italic]
        prose = " ".join(seed.read_text("utf-8").split())
        letter = ImageFont.truetype(face, 100).getlength(prose) / len(prose) * body.size / 100
        assert 60 <= (style.page.text_width - body.indent) / letter <= 76

    @pytest.mark.parametrize("name", STYLES)
    def test_spaces_are_multiples_of_half_a_third_of_the_leading(self, name: str) -> None:
        style = load_style(name)
        step = style.text["body"].leading / 6
        for role in ROLES:
            for space in (style.text[role].space_before, style.text[role].space_after):
                assert (space / step) % 1 == pytest.approx(0, abs=0.001), role

    @pytest.mark.parametrize("name", STYLES)
    def test_headings_keep_with_what_follows_and_titles_are_not_broken(self, name: str) -> None:
        text = load_style(name).text
        roles: tuple[TextRole, ...] = ("title", "heading1", "heading2", "heading3")
        assert all(text[role].keep_with_next and not text[role].hyphenate for role in roles)

    @pytest.mark.parametrize("name", STYLES)
    def test_no_family_speaks_that_does_not_ship(self, name: str) -> None:
        style = load_style(name)
        ours = {"Source Serif Pro", "Source Sans Pro"}
        spoken = {text.family for text in style.text.values()}
        assert spoken <= ours
        assert {family.name for family in style.fonts[: len(spoken)]} == spoken

    def test_the_memo_has_one_family_but_for_code(self) -> None:
        text = load_style("memo").text
        assert {text[role].family for role in ROLES if role != "code"} == {"Source Serif Pro"}

    def test_large_print_is_clear_print(self) -> None:
        style = load_style("large-print")
        white = Color(255, 255, 255)
        assert style.emphasis == "bold"
        assert (style.box, style.cover.kind) == (None, "none")
        assert min(style.text[role].size for role in ("body", "lead", "bullet", "quote", "empty")) >= 18
        for role in ROLES:
            text = style.text[role]
            assert text.size >= 14, role
            assert text.leading >= 1.2 * text.size, role
            assert contrast(text.color, white) >= 7, role
            assert (text.align, text.capitals, text.tracking) == ("start", "none", 0), role
            assert (text.italic, text.hyphenate) == (False, False), role

    @pytest.mark.parametrize("name", STYLES)
    def test_a_mark_finds_its_place_on_every_page(self, name: str) -> None:
        style = load_style(name)
        pages = [
            (style.header, style.footer),
            (style.first_header or style.header, style.first_footer or style.footer),
        ]
        for lines in pages:
            assert any("{marking}" in (line.left, line.center, line.right) for line in lines)

    def test_the_default_says_everything_that_can_be_said_without_files(self, root: Path) -> None:
        content = yaml.safe_load((root / "styles" / "default.yaml").read_text("utf-8"))
        elsewhere = {"extends", "labels", "date-format", "logo", "word", "pdf"}
        assert set(content) == set(StyleFile.keys) - elsewhere
        assert list(content["styles"]) == [role for role in ROLES if role not in {"header", "footer"}]


class TestOutlines:
    @pytest.mark.parametrize("name", OUTLINES)
    def test_every_section_has_a_title_in_every_language(self, name: str) -> None:
        for rule in load_outline(name).sections:
            titles = {*rule.titles, *load_language("en").labels}
            assert all(rule.key in titles or tag.partition("-")[0] in titles for tag in LANGUAGES)


class TestLanguages:
    def test_sixteen_ship_and_a_variant(self) -> None:
        expected = [
            *("ar", "de", "en", "en-US", "es", "fr", "he", "hy", "it"),
            *("ja", "nl", "pl", "pt", "ru", "tr", "uk", "zh"),
        ]
        assert expected == LANGUAGES

    @pytest.mark.parametrize("tag", LANGUAGES)
    def test_every_label_is_there(self, tag: str) -> None:
        labels = load_language(tag).labels
        assert set(labels) == set(LABELS)
        assert all(labels.values())

    @pytest.mark.parametrize("tag", LANGUAGES)
    def test_headings_announce_the_three_sections_or_an_aside_and_no_word_two(self, tag: str) -> None:
        headings = load_language(tag).headings
        assert set(headings) == {"summary", "background", "implications", "aside"}
        words = [word for section in headings.values() for word in section]
        assert len(words) == len(set(words))
        assert min(map(len, headings.values())) >= 8

    @pytest.mark.parametrize("tag", LANGUAGES)
    def test_function_words_are_single_and_frequent(self, tag: str) -> None:
        words = load_language(tag).function_words
        assert len(words) == len(set(words))
        assert 15 <= len(words) <= 40
        assert not [word for word in words if " " in word]

    @pytest.mark.parametrize("tag", LANGUAGES)
    def test_a_label_ends_without_a_full_stop_unless_it_is_a_sentence(self, tag: str) -> None:
        labels = load_language(tag).labels
        sentences = {"kept", "kept-and-changed", "kept-of-several", "empty", "rest-attached"}
        for key, text in labels.items():
            assert text.endswith((".", "。", "։")) == (key in sentences), key

    @pytest.mark.parametrize("tag", LANGUAGES)
    def test_quotations_in_labels_use_the_languages_marks(self, tag: str) -> None:
        language = load_language(tag)
        opening, closing = language.quotes
        assert f"{opening}{{heading}}{closing}" in language.labels["under"]

    @pytest.mark.parametrize("tag", LANGUAGES)
    def test_texts_are_written_in_the_languages_own_script(self, tag: str) -> None:
        scripts = {
            "ar": "\u0600-\u06ff",
            "he": "\u0590-\u05ff",
            "hy": "\u0530-\u058f",
            "ja": "\u3040-\u30ff\u4e00-\u9fff",
            "ru": "\u0400-\u04ff",
            "uk": "\u0400-\u04ff",
            "zh": "\u4e00-\u9fff",
        }
        script = scripts.get(tag, "A-Za-z\u00c0-\u024f")
        language = load_language(tag)
        texts = [re.sub(r"\{\w+\}|SHA-256", "", text) for text in language.labels.values()]
        for text in (*texts, *language.function_words, *language.months):
            letters = [character for character in text if character.isalpha()]
            assert all(re.match(f"[{script}]", letter) for letter in letters), text

    @pytest.mark.parametrize("tag", LANGUAGES)
    def test_prose_is_read_at_a_human_pace(self, tag: str) -> None:
        assert 120 <= load_language(tag).words_per_minute <= 240

    @pytest.mark.parametrize("tag", ["ar", "he"])
    def test_scripts_from_right_to_left_say_so(self, tag: str) -> None:
        assert load_language(tag).direction == "rtl"
        assert [t for t in LANGUAGES if load_language(t).direction == "rtl"] == ["ar", "he"]

    def test_english_has_every_class_of_cues(self) -> None:
        assert set(load_language("en").cues) == set(CUES)

    @pytest.mark.parametrize("tag", LANGUAGES)
    def test_every_language_has_the_classes_that_the_model_weighs(self, tag: str) -> None:
        cues = load_language(tag).cues
        assert set(cues) >= set(CUES) - {"back-reference", "denial", "pronoun"}
        assert all(len(words) == len(set(words)) for words in cues.values())
        assert all(
            len(cues[cue]) >= 4
            for cue in set(CUES) - {"back-reference", "denial", "ongoing", "pronoun", "relative"}
        )

    def test_dates_differ_where_customs_do(self) -> None:
        formats = {tag: load_language(tag).date_format for tag in ("en", "en-US", "de", "zh")}
        assert formats == {
            "en": "{day} {month} {year}",
            "en-US": "{month} {day}, {year}",
            "de": "{day}. {month} {year}",
            "zh": "{year}年{month_number}月{day}日",
        }

    @pytest.mark.parametrize("tag", ["en", "de", "fr", "es"])
    def test_abbreviations_are_written_without_their_last_full_stop(self, tag: str) -> None:
        abbreviations = load_language(tag).abbreviations
        assert len(abbreviations) >= 40
        assert not [word for word in abbreviations if word.endswith(".")]
