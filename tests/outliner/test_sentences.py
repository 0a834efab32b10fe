from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.outliner.sentences import sentences_of, split
from converter.stylesheets.languages import load_language
from tests.outliner.making import ENGLISH, article


def pieces(text: str, tag: str = "en") -> list[str]:
    return [text[start:end] for start, end in split(text, tag, ENGLISH if tag == "en" else None)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["It rained.", "Nobody came!", "Why?", "Because."],
        ["Gen. Ward and Prof. Ito met Dr. Lee at 5 p.m. on Monday.", "They left."],
        ["He lives in the U.S.", "The court met."],
        ["The U.S. Senate met."],
        ["She played for the NBA.", "Then she stopped."],
        ["It rose 3.5 percent to 1.2 million."],
        ["(He had left.)", "She stayed."],
        ['"Will you come?" he asked.', '"No!" she said.'],
        ["“We will go. It is late,” she said.", "He stayed."],
        ["Wait … what is that?", "A ship."],
        ["J. R. R. Tolkien wrote it."],
        ["1. The first point stands.", "Another follows."],
        ["See sec. 4 of the act.", "It says so."],
        ["“We go.”", "They left.", "“We may go.”"],
        ["He left (in 1753).", "She stayed."],
        ["She works at Yahoo! in the valley."],
        ["where did you grow up?", "the valley was far."],
        ["The rain fell (and it fell long)."],
        ["1) Wait", "2) Go", "3) Come back"],
        ["The GEN. WARD case."],
        ["They saw “the end of the NBA. Then home” and left the NBA.", "Then they saw “the NBA. Then home”."],
        ["A line that was\nwrapped by hand.", "It goes\non."],
    ],
)
def test_english_sentences_are_found(sentences: list[str]) -> None:
    assert pieces(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("tag", "text", "sentences"),
    [
        (
            "zh",
            "港口开放了。2009年关闭！为什么？不知道",
            ["港口开放了。", "2009年关闭！", "为什么？", "不知道"],
        ),
        ("ja", "港が開いた。「遅い。」と彼は言った。", ["港が開いた。", "「遅い。」と彼は言った。"]),
        ("es", "Jugó en la NBA. Al terminar, volvió.", ["Jugó en la NBA.", "Al terminar, volvió."]),
        ("ru", "Он жил в области. В 2006 году уехал.", ["Он жил в области.", "В 2006 году уехал."]),
        ("de", "Er kam am 3. Oktober an. Sie blieb.", ["Er kam am 3. Oktober an.", "Sie blieb."]),
        ("ru", "Командовал Сергей Буняченко. Выступала.", ["Командовал Сергей Буняченко.", "Выступала."]),
        ("hy", "Գնանք հետ... Գնդեվանք:", ["Գնանք հետ...", "Գնդեվանք:"]),
        ("xx", "One thing. Another thing.", ["One thing.", "Another thing."]),
    ],
)
def test_sentences_of_other_languages_are_found(tag: str, text: str, sentences: list[str]) -> None:
    assert pieces(text, tag) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Hochtief erhielt den Zuschlag für den 1. Bauabschnitt.", "Er kostet viel."],
        ["Im 19. Jh. Hamburgs war der Hafen klein.", "Das 3. Quartal war gut."],
        ["Das war im 19. Jahrhundert so.", "Die II. Kammer tagte."],
        ["Es war im 19.", "Die Stadt wuchs."],
        ["Das Spiel endete 2 zu 3.", "Danach ging er."],
        ["Der Wert stieg auf 12.", "Experten warnen."],
        ["Die Fa. Hochtief und insb. MSC zahlen gem. Abs. 2 mehr.", "Dr. rer. nat. Anna Groß sagt es."],
    ],
)
def test_german_ordinals_and_abbreviations_end_no_sentence(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split(text, "de", load_language("de"))] == sentences


@pytest.mark.parametrize("mark", ['"', "״"])
def test_initials_in_hebrew_quote_nothing(mark: str) -> None:
    sentences = [
        f"מנכ{mark}ל הנמל התפטר ב-2018.",
        "השר אמר שלום.",
        "המחיר עלה.",
        f"יו{mark}ר הוועד נבחר בשנת 2020.",
        f'"לא נחתום", אמר ד{mark}ר לוי.',
    ]
    text = " ".join(sentences)
    assert [text[start:end] for start, end in split(text, "he", load_language("he"))] == sentences


TEXTS = st.text(
    st.one_of(st.sampled_from(" \n.!?…()[]“”\"'«»:;,。！？-1aA"), st.characters(codec="utf-8")), max_size=120
)


@given(TEXTS, st.sampled_from(["en", "zh", "hy", "de", "ar", ""]))
def test_sentences_hold_every_character_but_white_space(text: str, tag: str) -> None:
    spans = split(text, tag, ENGLISH)
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)


def test_sentences_are_numbered_in_their_block() -> None:
    made = article("One. Two.", "# Not this", "- red\n- green. Blue.", "> They said. So.", title="Nor this.")
    found = [(made.slice(s.span), s.block, s.number) for s in sentences_of(made, ENGLISH)]
    assert found == [
        ("One.", 0, 1), ("Two.", 0, 2), ("red", 2, 1), ("green.", 2, 2), ("Blue.", 2, 3),
        ("They said.", 3, 1), ("So.", 3, 2),
    ]  # fmt: skip


def test_a_long_paragraph_has_the_sentences_of_its_parts() -> None:
    part = "The talks went on. “Both sides,” she said, “were pleased.” In the U.S. the press was not! "
    parts = [text for text in part.split() if text]
    many = split(part * 400, "en")
    assert len(many) == 400 * len(split(part, "en"))
    assert sum(len((part * 400)[start:end].split()) for start, end in many) == 400 * len(parts)


def test_a_sentence_longer_than_the_library_sees_stays_one() -> None:
    text = "word " * 9_000 + "end. Another one follows."
    assert [text[start:end][-8:] for start, end in split(text, "en")] == ["ord end.", "follows."]


@pytest.mark.parametrize("piece", ["“a ", "`a ", "Line of it. ", "a", "Yes. “" + "b " * 4_000])
def test_the_library_never_sees_much_at_once(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import sentencex

    seen: list[int] = []
    found = sentencex.get_sentence_boundaries

    def counted(language: str, text: str) -> object:
        seen.append(len(text))
        return found(language, text)

    monkeypatch.setattr(sentencex, "get_sentence_boundaries", counted)
    text = piece * (60_000 // len(piece))
    split(text, "en")
    assert max(seen) <= 10_000
    assert sum(seen) <= 2.5 * len(text)
