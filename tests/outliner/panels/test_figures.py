"""Amounts are figures; dates, ages, places and names of things are none."""

import pytest

from converter.outliner.panels.figures import figures_in
from converter.outliner.panels.times import times_in
from converter.stylesheets.languages import load_language


def figures(text: str, tag: str = "en") -> list[str]:
    language = load_language(tag)
    return [text[start:end] for start, end in figures_in(text, language, times_in(text, language))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It cost €40 million and 12 lives.", ["€40 million", "12"]),
        ("Prices rose 3.5%, or 3.5 per cent.", ["3.5%", "3.5 per cent"]),
        ("It paid $5bn for 1,250 flats.", ["$5bn", "1,250"]),
        ("Three people died and two million fled.", ["Three", "two million"]),
        ("One in five households and seven out of ten wells.", ["One in five", "seven out of ten"]),
        ("The floods killed three in two months.", ["two"]),
        ("A dollar bought 112 dinars.", ["112 dinars"]),
    ],
)
def test_amounts_are_found_with_sign_scale_and_currency(text: str, found: list[str]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It opened on 3 March 2011 at 6.30 a.m.",
        "In 2019 people left.",
        "Article 5 and Chapter 12 of it say so.",
        "The train to Platform 9 and Route 66 was late.",
        "The H5N1 virus and COVID-19 are none, nor is the A380.",
        "They won 3-1 against the under-21 team.",
        "Ring 01632 960 441 for more.",
        "One of the two sides said so.",
        "She is 45, and he is aged 24.",
        "She was 67 when it began and is 74 now.",
        "He is 81 years old.",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        (
            "de",
            "Rund 1.800 Menschen flohen, und 1,2 Milliarden Euro fehlen.",
            ["1.800", "1,2 Milliarden Euro"],
        ),
        ("de", "Nach Artikel 7 endet der Vertrag am 22. Juni.", []),
        ("fr", "Il manque 12 millions d’euros et 3 400 hectares.", ["12 millions d’euros", "3 400"]),
        ("es", "Afecta a 2,3 millones de personas, un 12 % más.", ["2,3 millones", "12 %"]),
        ("de", "Kinder unter 6 Jahren und ein Rüde mit elf Jahren.", []),
        ("fr", "La chercheuse, 39 ans, suit des élèves de 12 et 13 ans.", []),
        ("es", "El menor tenía 9 años; van personas de 4 a 60 años.", []),
        ("it", "La sindaca, 44 anni, ha chiuso tre scuole.", ["tre"]),
        ("ru", "Ремонт обойдётся в 320 млн рублей.", ["320 млн рублей"]),
        ("hy", "Այն արժեցել է 1,2 միլիարդ դրամ։", ["1,2 միլիարդ դրամ"]),
        ("tr", "Fiyatlar yüzde 35 arttı.", ["yüzde 35"]),
        ("zh", "地震造成34人死亡，损失12亿元。", ["34", "12亿元"]),
        ("ja", "地震で34人が死亡し、2020年以来だ。", ["34"]),
    ],
)
def test_each_language_has_its_own_words(tag: str, text: str, found: list[str]) -> None:
    assert figures(text, tag) == found
