"""Whatever a text says, its reports say the same, letter by letter, after the declared cleaning."""

from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter import Settings, convert
from converter.pipeline import Conversion
from converter.readers.original import Original
from converter.text import plain
from tests.hostile.wording import MARKUP
from tests.writers.reading import READ

KINDS = {
    "words that mean nothing to programs": "undefined null None NIL (null) true False NaN Infinity -0 1e309 0x7F",
    "numbers of all sorts": "1,000.00 1'000,5 ½ 1/0 --1 +1 1_000 ٠١٢ ①② 1E+02 $1.00 08 007 9999999999999999999999",
    "signs": "!@#$%^&*()_+-={}[]|\\:\";'<>?,/`~ §¶•ªº–≠ ¡™£¢∞ «» „“ ‚‘",
    "quotation marks that do not match": "' \" '' \"\" '\"' \"''''\"'\" ` ´ ‘ ’ “ ” «a‹b",
    "two-byte letters": "田中さんにあげて下さい 和製漢語 部落格 사회과학원 어학연구소",
    "letters whose capital is longer": "Ⱥ ß ŉ ﬀ ǰ ΐ İ ı ſ ẞ",
    "letters that look like others": "раураl gооgle Ηello ᎪᏴᏟ 𝐛𝐨𝐥𝐝 ｆｕｌｌ",
    "signs put together": "é vs é, Å vs Å, ñ vs ñ",
    "accents in heaps": "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
    "emoji": "😍 👩‍💻 🇩🇪 👍🏽 ❤️ 1️⃣ ✋🏿",
    "emoticons": "(╯°□°）╯︵ ┻━┻ ¯\\_(ツ)_/¯ ( ͡° ͜ʖ ͡°)",
    "right to left": "הָיְתָה test الصفحات التّحول (1) [2]",
    "joiners": "می‌خواهم क्‍ष",
    "words that look like addresses": "https://x.org/?a=b&c=%20#d www.x.org a@x.org file:///etc/passwd \\\\x\\y",
    "names of devices and paths": "CON PRN AUX LPT1 ../../etc/passwd ~/.ssh C:\\NUL /dev/null;",
    "words that filters dislike": "Scunthorpe Penistone Lightwater assassin Cockburn",
    "spaces of all sorts": "a b c d e　f g",
    "what nobody sees": "a\u200bb\u00adc\ufeffd\u2060e\u180ef\U000e0041g",
    "controls": "a\x01b\x08c\x1bd\x7fe\x80f\x9bg\ufdd0h\ufffei\u202ej\u2066k",
    "code that is upside down": "˙ɐnbᴉlɐ ɐuƃɐɯ ǝɹolop ʇǝ ǝɹoqɐl",
    "strokes and superscripts": "⁰⁴⁵ ₀₁₂ ᵃᵇ H₂O x²",
    **{f"code: {name}": " ".join(text.split()) for name, text in MARKUP.items() if name != "direction"},
}
_LATIN = set(map(chr, [*range(0x20, 0x7F), *range(0xA1, 0x100)])) - {"\xad"} | set("–—‘’“”„…€™•")
FORMATS = tuple(READ)


def squashed(text: str) -> str:
    return "".join(text.split())


def converted(said: list[str], **given: Any) -> Conversion:  # noqa: ANN401 - settings
    """Return the reports of a text that says each of `said` in a paragraph of its own."""
    text = "".join(f"Number {number} says {each} and no more\n\n" for number, each in enumerate(said))
    data = f"The quay\n\n{text}".encode("utf-8", "surrogatepass")
    shown = Settings(
        formats=FORMATS, input_format="txt", encoding="utf-8", length="full", trim=False, **given
    )
    return convert(Original(data, "a.txt"), shown)


def told(made: Conversion, kind: str) -> str:
    """Return what readers of that format get, without white space."""
    (data,) = (report.data for report in made.reports if report.format == kind)
    return squashed("".join(READ[kind](data)))


@pytest.fixture(scope="module")
def of_kinds() -> Conversion:
    return converted(list(KINDS.values()), language="en")


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "pdf"])
def test_every_kind_of_string_comes_out_as_it_went_in(kind: str, of_kinds: Conversion) -> None:
    said = told(of_kinds, kind)
    wanted = {name: squashed(plain(f"says {text} and no more")) for name, text in KINDS.items()}
    assert [name for name, text in wanted.items() if text not in said] == []


def test_what_was_cleaned_is_counted(of_kinds: Conversion) -> None:
    (notice,) = (one for one in of_kinds.notices if one.code == "characters-removed")
    for part in ("bidi controls", "control characters", "invisible characters", "non-characters"):
        assert part in notice.text


def test_two_readers_of_a_pdf_get_every_kind_for_which_it_has_letters() -> None:
    kinds = {name: text for name, text in KINDS.items() if set(plain(text)) <= _LATIN}
    assert len(kinds) > 20
    made = converted(list(kinds.values()), language="en")
    (data,) = (report.data for report in made.reports if report.format == "pdf")
    with pypdfium2.PdfDocument(data) as opened:
        drawn = squashed("".join(page.get_textpage().get_text_bounded() for page in opened))
    tagged = told(made, "pdf")
    wanted = {name: squashed(plain(f"says {text} and no more")) for name, text in kinds.items()}
    assert [name for name, text in wanted.items() if text not in tagged] == []
    # lines end anywhere, and headers and footers stand between pages: a string may be parted there once
    assert sum(text in drawn for text in wanted.values()) >= len(wanted) - 3


@settings(max_examples=25)
@given(st.text(st.characters(codec=None, exclude_categories=()), min_size=1, max_size=120))
def test_any_title_and_author_come_out_as_they_went_in(text: str) -> None:
    made = converted(["it"], title=f"The {text} of it", author=f"A {text} B", language="en")
    for kind in ("docx", "html", "json"):
        said = told(made, kind)
        assert squashed(plain(f"The {text} of it")) in said
        assert squashed(plain(f"A {text} B")) in said


@settings(max_examples=25)
@given(st.lists(st.text(st.sampled_from(sorted(_LATIN)), min_size=1, max_size=120), min_size=1, max_size=4))
def test_any_latin_text_comes_out_of_word_file_and_pdf(said: list[str]) -> None:
    made = converted(["it"], title=" ".join(["The", *said, "of it"]), language="en")
    wanted = squashed(plain(" ".join(["The", *said, "of it"])))
    for kind in ("docx", "pdf"):
        assert wanted in told(made, kind)
