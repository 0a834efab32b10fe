"""Header lines, bylines and datelines."""

import pytest

from converter.readers.facts import Facts, dateline_date, read_byline, read_header
from converter.readers.lines import Line, clean_lines


def test_header_lines_are_taken_and_what_is_not_known_stays() -> None:
    text = (
        "Title: A tale\nAuthor: Jane Doe\nSource: The Paper\nDate: March 3, 2024\nLang: fr\n\nText: begins."
    )
    facts, rest = read_header(clean_lines(text).lines)
    assert facts == Facts("A tale", "Jane Doe", "2024-03-03", "fr")
    assert [line.text for line in rest if line.text] == ["Source: The Paper", "Text: begins."]
    assert rest[-1] == Line(7, "Text: begins.")


@pytest.mark.parametrize(
    "text",
    [
        "A tale\nTitle: no",
        "Date: tomorrow\n\nText",
        "Note: this is\nTitle: no",
        "Title:\nText",
        "Titled: x",
        "",
    ],
)
def test_a_text_that_begins_otherwise_has_no_header(text: str) -> None:
    lines = clean_lines(text).lines
    assert read_header(lines) == (Facts(), lines)


def test_other_headers_may_come_first_in_a_message() -> None:
    text = "\nMessage-ID: 1\nFrom: Jane Doe\nSubject: A tale\nDate: Mon, 30 Nov 1992 12:34:49 GMT\n\nText"
    facts, rest = read_header(clean_lines(text).lines)
    assert facts == Facts("A tale", "Jane Doe", "1992-11-30")
    assert [line.text for line in rest if line.text] == ["Message-ID: 1", "Text"]


def test_a_second_title_is_text() -> None:
    facts, rest = read_header(clean_lines("Title: a\nTitle: b\nText").lines)
    assert facts.title == "a"
    assert [line.text for line in rest] == ["Title: b", "Text"]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("By Jane Doe", Facts(byline="Jane Doe")),
        ("BY JANE DOE AND JOHN SMITH", Facts(byline="JANE DOE AND JOHN SMITH")),
        ("Written by: Jane Doe", Facts(byline="Jane Doe")),
        ("Von Anna Müller und Otto von Bismarck", Facts(byline="Anna Müller und Otto von Bismarck")),
        ("Par Jean de La Fontaine", Facts(byline="Jean de La Fontaine")),
        (
            "By Jane Doe, Senior Correspondent in Yerevan",
            Facts(byline="Jane Doe, Senior Correspondent in Yerevan"),
        ),
        ("March 3, 2024", Facts(date="2024-03-03")),
        ("Published: Sunday, 3 March 2024, 10:30 am GMT", Facts(date="2024-03-03")),
        ("Mon, 04 Mar 2024 10:01:50 GMT", Facts(date="2024-03-04")),
        ("Last updated on 2024-03-03", Facts(date="2024-03-03")),
        ("By Jane Doe | March 3, 2024", Facts(byline="Jane Doe", date="2024-03-03")),
        ("March 3, 2024 — By Jane Doe", Facts(byline="Jane Doe", date="2024-03-03")),
        ("By Jane Doe, 3 March 2024 at 5 pm", Facts(byline="Jane Doe", date="2024-03-03")),
    ],
)
def test_a_byline_is_understood(text: str, facts: Facts) -> None:
    assert read_byline(text) == facts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Door Jan de Vries", "Jan de Vries"),
        ("Di Mario Rossi", "Mario Rossi"),
        ("Por María López", "María López"),
        ("Autor: Jan Kowalski", "Jan Kowalski"),
        ("Przez Jan Kowalski", "Jan Kowalski"),
        ("Автор: Іван Франко", "Іван Франко"),
        ("Текст: Иван Петров", "Иван Петров"),
        ("Հեղինակ՝ Արամ Պետրոսյան", "Արամ Պետրոսյան"),
        ("Yazan: Ahmet Yılmaz", "Ahmet Yılmaz"),
        ("بقلم: أحمد علي", "أحمد علي"),
        ("بقلم أحمد علي", "أحمد علي"),
        ("מאת דוד כהן", "דוד כהן"),
        ("作者：王小明", "王小明"),
        ("文／王小明", "王小明"),
        ("記者 王小明", "王小明"),
        ("取材・文＝山田太郎", "山田太郎"),
    ],
)
def test_a_byline_is_understood_in_each_language(text: str, name: str) -> None:
    assert read_byline(text) == Facts(byline=name)


@pytest.mark.parametrize(
    "text",
    [
        "Veröffentlicht am Sonntag, 3. März 2024, 10:30 Uhr",
        "Publicado el 3 de marzo de 2024",
        "Publicado em domingo, 3 de março de 2024",
        "Pubblicato il 3 marzo 2024",
        "Gepubliceerd op zondag 3 maart 2024",
        "Opublikowano: 3 marca 2024 r.",
        "Yayınlanma: 3 Mart 2024 Pazar",
        "Опубликовано 3 марта 2024 года, 10:30",
        "Опубліковано: неділя, 3 березня 2024 року",
        "Հրապարակվել է 3 մարտի 2024 թ.",
        "نشر في 3 مارس 2024",
        "פורסם בתאריך 3 במרץ 2024",
        "发布时间：2024年3月3日 10:30",
        "公開日：2024年3月3日（日）",
    ],
)
def test_a_date_line_is_understood_in_each_language(text: str) -> None:
    assert read_byline(text) == Facts(date="2024-03-03")


@pytest.mark.parametrize("name", ["Miguel", "Simon", "Łukasz"])
def test_a_name_keeps_its_end_before_a_date(name: str) -> None:
    assert read_byline(f"By {name} 3 March 2024") == Facts(byline=name, date="2024-03-03")


def test_header_lines_are_taken_with_a_wide_colon() -> None:
    facts, rest = read_header(clean_lines("标题：新闻\n作者：王小明\n日期：2024年3月3日\n\n正文").lines)
    assert facts == Facts("新闻", "王小明", "2024-03-03")
    assert [line.text for line in rest if line.text] == ["正文"]


@pytest.mark.parametrize(
    "text",
    [
        "作者认为这是一个很好的决定",
        "文化",
        "作者：这是一个很长的句子，它说的不是一个人的名字，而是别的什么东西，而且还没有说完",
        "Автор книги говорит о войне",
        "Autor des Jahres",
        "By Monday, prices had risen",
        "By all means necessary",
        "By",
        "Jane Doe",
        "The talks began on March 3, 2024",
        "By Jane Doe, who was there.",
        "Published March 3, 2024. Updated March 5, 2024",
        "YEREVAN, March 3, 2024",
        "Por qué votar",
        "By " + "Jane " * 17,
        "By " + "J" * 200,
        "",
    ],
)
def test_what_says_something_else_too_is_no_byline(text: str) -> None:
    assert read_byline(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("YEREVAN, March 3, 2024 (Reuters) — The talks began.", "2024-03-03"),
        ("PARIS, 3 mars 2024 -- Les pourparlers", "2024-03-03"),
        ("Berlin - Am 3. März 2024 begann es", ""),
        ("The talks of March 3, 2024 were brief.", ""),
        ("", ""),
    ],
)
def test_a_dateline_may_hold_a_date(text: str, date: str) -> None:
    assert dateline_date(text) == date


def test_facts_fill_one_another_up() -> None:
    assert Facts("a", date="2024-01-01") | Facts("b", "c", "2025-01-01") == Facts("a", "c", "2024-01-01")
