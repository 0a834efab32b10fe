"""How well a text reads in a language."""

from converter.readers.fitness import fitness

FRENCH = "Les élèves étaient très fatigués après la journée à l’école."


def test_a_text_in_the_wrong_encoding_reads_worse() -> None:
    assert fitness(FRENCH, ["fr"]) > fitness(FRENCH.encode("cp1252").decode("cp1250"), ["fr"])


def test_a_text_reads_as_well_as_in_the_language_that_fits_it_best() -> None:
    assert fitness(FRENCH, ["de", "fr", "pl"]) == fitness(FRENCH, ["fr"]) > fitness(FRENCH, ["pl"])


def test_a_single_letter_beyond_ascii_says_nothing() -> None:
    assert fitness("à é", ["fr"]) == 0
