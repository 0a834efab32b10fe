"""The title block, and what the files say of themselves."""

from msgspec.structs import replace

from converter.model.briefing import Details, Edited, Note
from converter.model.document import Document, TitleBlock
from tests.composer.maker import PLAIN, Maker, composed, river, section
from tests.document_text import inline_text


def title_block(document: Document) -> TitleBlock:
    first = document.blocks[0]
    assert isinstance(first, TitleBlock)
    return first


def facts(document: Document) -> dict[str, str]:
    return {fact.kind: fact.text for fact in title_block(document).facts}


def test_only_facts_that_are_known_are_shown() -> None:
    maker = river()
    assert facts(composed(maker, section("summary", []))) == {"source": "river.txt"}


def test_an_address_is_known_by_its_host() -> None:
    maker = replace(river(), name="https://www.example.org/ports/2026.html?id=1")
    assert facts(composed(maker, section("summary", []))) == {"source": "example.org"}


def test_all_facts_stand_in_one_order() -> None:
    maker = river()
    document = composed(
        maker,
        section("summary", maker.verbatim(0)),
        details=Details(date="2026-11-23", marking="TLP:AMBER"),
        byline="Ada Example",
        date="2026-11-03",
    )
    assert list(facts(document).items()) == [
        ("source", "river.txt"),
        ("author", "Ada Example"),
        ("date", "3\u00a0November\u00a02026"),
        ("briefing-date", "Briefing of 23\u00a0November\u00a02026"),
        ("reading-time", "1\u00a0min read"),
        ("marking", "TLP:AMBER"),
    ]


def test_reading_time_counts_what_is_shown_and_rounds_up() -> None:
    maker = river()
    sentence = maker.sentences[0]
    for words, minutes in ((230, 1), (231, 2), (1000, 5)):
        line = Edited((sentence.span,), sentence, "word " * words)
        assert (
            facts(composed(maker, section("summary", [line])))["reading-time"] == f"{minutes}\u00a0min read"
        )


def test_scripts_without_spaces_are_read_two_characters_to_the_word() -> None:
    maker = Maker().paragraph("港" * 462)
    assert facts(composed(maker, section("summary", maker.verbatim(0))))["reading-time"].startswith("2")


def test_a_person_knows_title_and_author_better() -> None:
    maker = river()
    details = Details(title="The\x00 quay ", author="Bo\nExample", cite="none")
    document = composed(maker, section("summary", []), details=details, byline="Ada Example")
    assert inline_text(title_block(document).title) == "The quay"
    assert facts(document)["author"] == "Bo Example"
    assert (document.properties.title, document.properties.author) == ("The quay", "Bo Example")


def test_an_untitled_article_is_called_by_its_source() -> None:
    for name, title in (
        ("river.notes.txt", "river.notes"),
        ("stdin", "stdin"),
        (".txt", ".txt"),
        ("https://example.org/a.html", "https://example.org/a.html"),
        ("", "Briefing"),
    ):
        document = composed(Maker("", name).paragraph("It opened."), section("summary", []))
        assert inline_text(title_block(document).title) == title == document.properties.title


def test_the_titles_own_emphasis_stays() -> None:
    maker = river()
    maker.mark("River", "emphasis")
    document = composed(maker, section("summary", []))
    assert [(r.text, sorted(r.emphasis)) for r in title_block(document).title] == [  # type: ignore[union-attr]
        ("River", ["emphasis"]),
        (" and Port", []),
    ]


def test_several_articles_share_a_title_block() -> None:
    makers = [Maker(name=f"{index}.txt", index=index).paragraph("One.") for index in range(2)]
    document = composed(makers, section("summary", []), byline="Ada", date="2026-11-03")
    assert inline_text(title_block(document).title) == "Briefing"
    assert facts(document) == {"source": "0.txt, 1.txt", "author": "Ada", "date": "3\u00a0November\u00a02026"}


def test_many_sources_are_named_in_the_method_only() -> None:
    makers = [Maker(name=f"{index}.txt", index=index).paragraph("One.") for index in range(4)]
    assert "source" not in facts(composed(makers, section("summary", [])))


def test_the_files_are_dated_by_the_briefing_the_article_or_the_year_2000() -> None:
    maker = river()
    for given, article, created in (
        ("2026-11-23", "2026-11-03", "2026-11-23"),
        ("", "2026-11-03", "2026-11-03"),
        ("", "", "2000-01-01"),
    ):
        document = composed(maker, section("summary", []), details=Details(date=given), date=article)
        assert document.properties.created == f"{created}T00:00:00Z"


def test_the_subject_lists_the_sections_that_are_shown() -> None:
    maker = river()
    sections = (
        section("summary", [Note("Hm.")]),
        section("background", []),
        section("implications", maker.verbatim(4)),
    )
    assert composed(maker, *sections).properties.subject == "Summary, Implications"


def test_a_style_may_write_dates_its_own_way() -> None:
    document = composed(
        river(), section("summary", []), style=replace(PLAIN, date_format="{year}"), date="2026-11-03"
    )
    assert facts(document)["date"] == "2026"
