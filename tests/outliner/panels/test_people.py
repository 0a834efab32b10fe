"""Who says what, and who is who: where the sentence itself leaves no doubt."""

import pytest

from converter.outliner.panels.actors import actors_in
from converter.outliner.panels.speakers import speakers_in
from converter.stylesheets.languages import load_language


def speakers(text: str, tag: str = "en") -> list[str]:
    return [text[start:end] for start, end in speakers_in(text, load_language(tag))]


def actors(text: str, tag: str = "en") -> list[tuple[str, str]]:
    return [(text[slice(*one.whole)], text[slice(*one.name)]) for one in actors_in(text, load_language(tag))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We will not go back,” said Ana Ruiz, the mayor.", ["Ana Ruiz"]),
        ("“We will not go back,” Foreign Minister Ana Ruiz told reporters.", ["Ana Ruiz"]),
        ("“We will not go back,” Ana Ruiz, the mayor, said.", ["Ana Ruiz"]),
        ("Ana Ruiz said: “We will not go back.”", ["Ana Ruiz"]),
        ("According to the ministry, “nobody will go back”.", ["the ministry"]),
        ("“We will not go back,” said its president, Mark Oduya.", ["Mark Oduya"]),
        ("“We will not go back,” a police spokesman said.", ["a police spokesman"]),
        ("“We will not go back,” said Ana Ruiz of Pell Bank.", ["Ana Ruiz"]),
        ("“We will not go back,” Pell Bank of Norland said.", ["Pell Bank of Norland"]),
        ("“We will not go back,” council leader Ana Ruiz told them.", ["Ana Ruiz"]),
        ("“We will not go back,” says Dr. Ana Ruiz.", ["Ana Ruiz"]),
        ("‘The builders’ yard is shut,’ the ministry said.", ["the ministry"]),
    ],
)
def test_a_quotation_has_its_speaker(text: str, found: list[str]) -> None:
    assert speakers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "“We will not go back,” she said.",
        "“We will not go back.”",
        "Ana Ruiz called it “a mess”.",
        "Ana Ruiz read “We will not go back” on the wall.",
        "“We will not go back,” said Monday’s paper.",
        "A professor at a school in London said: “We will not go back.”",
    ],
)
def test_who_is_not_named_beside_it_is_left_out(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("de", "„Wir gehen nicht zurück“, sagte Petra Lenz.", "Petra Lenz"),
        ("de", "„Wir gehen nicht zurück“, sagt die Biologin Petra Lenz.", "Petra Lenz"),
        ("de", "„Wir gehen nicht zurück“, sagte Finanzvorstand Uwe Kranz.", "Uwe Kranz"),
        ("de", "„Wir gehen nicht zurück“, sagte der Minister Journalisten.", "der Minister"),
        ("fr", "« Nous ne partirons pas », a déclaré Claire Dumont.", "Claire Dumont"),
        ("es", "«No vamos a volver», dijo Lucía Ferrer.", "Lucía Ferrer"),
        ("it", "«Non torneremo più», ha detto Anna Neri.", "Anna Neri"),
        ("pt", "«Não vamos voltar», disse Rita Melo.", "Rita Melo"),
        ("nl", "“Wij gaan niet terug”, zei Anna Visser.", "Anna Visser"),
        ("pl", "„Nie wrócimy do domu” – powiedziała Anna Nowak.", "Anna Nowak"),
        ("ru", "«Мы не вернёмся домой», — сказала Анна Титова.", "Анна Титова"),
        ("uk", "«Ми не повернемося додому», — сказала Анна Коваль.", "Анна Коваль"),
        ("hy", "«Մենք հետ չենք գնա», - ասաց Աննա Պետրոսյանը։", "Աննա Պետրոսյանը"),
    ],
)
def test_each_language_has_its_own_verbs(tag: str, text: str, found: str) -> None:
    assert speakers(text, tag) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Ruiz, the mayor of Lowmere, spoke.", [("Ana Ruiz, the mayor of Lowmere", "Ana Ruiz")]),
        ("Ana Ruiz, a lawyer who knows them, spoke.", [("Ana Ruiz, a lawyer", "Ana Ruiz")]),
        ("Foreign Minister Ana Ruiz’s aide left.", [("Foreign Minister Ana Ruiz", "Ana Ruiz")]),
        ("Its president, Mark Oduya, left.", [("Its president, Mark Oduya", "Mark Oduya")]),
        ("It hit the driver, Mark Oduya.", [("the driver, Mark Oduya", "Mark Oduya")]),
        ("Pell Bank trader Ana Ruiz left.", [("Pell Bank trader Ana Ruiz", "Ana Ruiz")]),
    ],
)
def test_an_apposition_stands_beside_its_name(text: str, found: list[tuple[str, str]]) -> None:
    assert actors(text) == found


def test_an_office_that_is_no_longer_held_is_left_out_behind_an_elided_article() -> None:
    assert actors("L’ex assessore Mario Galli è indagato.", "it") == []


@pytest.mark.parametrize(
    "text",
    [
        "In Lowmere, the mayor spoke.",
        "The former chairman Ana Ruiz left.",
        "France, the Netherlands and Spain agreed.",
        "The committee, Senator Ana Ruiz and others met.",
        "General Electric Co is a firm.",
        "Ana Ruiz, who is the mayor, spoke.",
        "Ana Ruiz, the mayor said, is ill.",
    ],
)
def test_what_is_in_doubt_is_left_out(text: str) -> None:
    assert [whole for whole, _ in actors(text) if not whole.startswith("Senator")] == []
