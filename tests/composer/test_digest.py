"""A digest on the page: contents, joint lines with their sources, then each article below its title."""

import pytest
from msgspec.structs import replace

from converter.composer import compose
from converter.model.briefing import Briefing, Details, Likewise, Omission, Section, Shared, Verbatim
from converter.model.document import (
    BoxBlock,
    ContentsBlock,
    Document,
    HeadingBlock,
    Inline,
    ListBlock,
    MethodBlock,
    Reference,
    Text,
    TitleBlock,
)
from converter.model.outline import SectionRule
from tests.composer.maker import BOXED, ENGLISH, PLAIN, Maker, briefing_of

LABELS = {
    "digest": "Digest",
    "article-count": "Articles: {count}",
    "kept-of-several": "{kept} of {total} sentences kept.",
    "same-wording": "same wording in {sources}",
    "similar-wording": "nearly the same wording in {sources}",
    "other-wording": "differs in {sources}",
    "not-read": "Not read: {name}",
    "same-text": "{name}: same text as {other}",
}
REPORT = replace(ENGLISH, labels={**ENGLISH.labels, **LABELS})


def makers() -> list[Maker]:
    names = ("post.txt", "courier.txt", "times.txt")
    return [
        Maker(f"Title {index}", name, index)
        .paragraph(f"Only {index + 10} ships came.", "The quay is new.")
        .heading("A slow century")
        .paragraph("It was old.")
        for index, name in enumerate(names)
    ]


def digest() -> Briefing:
    """Return a digest of three articles: one line differs, one stands in all of them."""
    found = makers()
    lines = [[Verbatim((one.span,), one) for one in maker.sentences] for maker in found]
    figures = [maker.span(str(index + 10)) for index, maker in enumerate(found)]
    joint = (
        Shared(lines[0][0], (), (Shared(lines[1][0], differing=(figures[1],)),), (figures[0],)),
        Shared(
            lines[2][1], (Likewise(lines[0][1].sentence, "same"), Likewise(lines[1][1].sentence, "similar"))
        ),
    )
    rule = SectionRule("summary", (), "bullets")
    own = [
        section
        for index, maker in enumerate(found)
        for section in (
            Section(rule, (lines[index][0],), article=index),
            Section(SectionRule("background", ()), (lines[index][2],), article=index),
        )
    ]
    briefing = briefing_of(found, Section(rule, joint), *own)
    return replace(briefing, omissions=(Omission("again.txt", 1, "0" * 64), Omission("broken.pdf")))


def composed(**details: str) -> Document:
    return compose(digest(), PLAIN, REPORT, Details(**details))  # type: ignore[arg-type]


def words(content: tuple[Inline, ...]) -> str:
    parts = (
        f"[{one.number}]" if isinstance(one, Reference) else one.text
        for one in content
        if not hasattr(one, "kind")
    )
    return "".join(parts)


def joint_items(document: Document) -> list[tuple[str, int]]:
    block = next(block for block in document.blocks if isinstance(block, ListBlock))
    return [(words(item.content), item.depth) for item in block.items]


def test_behind_each_joint_line_stands_whose_it_is() -> None:
    assert joint_items(composed()) == [
        ("Only 10 ships came.[1] (post; differs in courier)", 0),
        ("Only 11 ships came.[2] (courier)", 1),
        ("The quay is new.[3] (times; same wording in post; nearly the same wording in courier)", 0),
    ]


@pytest.mark.parametrize(
    ("cite", "first"),
    [
        ("none", "Only 10 ships came. (post; differs in courier)"),
        ("inline", "Only 10 ships came.\u00a0[post, ¶\u00a01] (differs in courier)"),
    ],
)
def test_however_lines_are_cited(cite: str, first: str) -> None:
    assert joint_items(composed(cite=cite))[0] == (first, 0)


def test_what_differs_is_set_off_and_the_source_leads_to_its_article() -> None:
    block = next(block for block in composed().blocks if isinstance(block, ListBlock))
    texts = [one for one in block.items[0].content if isinstance(one, Text)]
    assert [one.text for one in texts if "strong" in one.emphasis] == ["10"]
    titles = [one for one in composed().blocks if isinstance(one, TitleBlock)]
    assert [one.link for one in texts if one.link] == [f"#{titles[1].anchor}"]


def test_each_article_has_a_title_and_its_sections_below_it() -> None:
    document = composed()
    shown = [
        (one.level, words(one.title if isinstance(one, TitleBlock) else one.content))
        for one in document.blocks
        if isinstance(one, TitleBlock | HeadingBlock)
    ]
    article = [(2, "Summary"), (2, "Background"), (3, "A slow century")]
    assert shown == [
        (0, "Digest"),
        (1, "Summary"),
        *((1, "Title 0"), *article),
        *((1, "Title 1"), *article),
        *((1, "Title 2"), *article),
    ]
    titles = [one for one in document.blocks if isinstance(one, TitleBlock)]
    assert [(one.label, one.source) for one in titles[1:]] == [("post", 0), ("courier", 1), ("times", 2)]
    anchors = [one.anchor for one in document.blocks if isinstance(one, TitleBlock | HeadingBlock)]
    assert len(set(anchors)) == len(anchors)


def test_the_contents_name_articles_and_who_has_them() -> None:
    (contents,) = [one for one in composed().blocks if isinstance(one, ContentsBlock)]
    assert [words(one.content) for one in contents.entries] == [
        "Summary",
        *("Title 0 (post)", "Title 1 (courier)", "Title 2 (times)"),
    ]
    never = compose(digest(), replace(PLAIN, contents="never"), REPORT, Details())
    assert not [one for one in never.blocks if isinstance(one, ContentsBlock)]


def test_only_the_joint_summary_is_set_apart() -> None:
    boxed = compose(digest(), BOXED, REPORT, Details())
    assert sum(isinstance(one, BoxBlock) for one in boxed.blocks) == 1


def test_the_method_names_every_source_and_what_is_missing() -> None:
    (method,) = [one for one in composed().blocks if isinstance(one, MethodBlock)]
    said = [words(one.content) for one in method.paragraphs]
    assert said[0] == "7\u00a0of 9\u00a0sentences kept."
    assert [one.partition(",")[0] for one in said[1:4]] == ["post.txt", "courier.txt", "times.txt"]
    assert said[4:6] == ["again.txt: same text as courier.txt", "Not read: broken.pdf"]


def test_a_record_says_where_else_its_wording_stands() -> None:
    twins = [
        [(twin.source, twin.paragraph, twin.sentence, twin.likeness) for twin in one.twins]
        for one in composed().records
    ]
    assert twins[2] == [(0, 1, 2, "same"), (1, 1, 2, "similar")]
    assert not any(twins[:2])


def test_a_persons_title_and_author_stand_for_the_digest() -> None:
    title = composed(title="Ports", author="Ada").blocks[0]
    assert isinstance(title, TitleBlock)
    assert words(title.title) == "Ports"
    assert [fact.text for fact in title.facts if fact.kind in {"articles", "author"}] == [
        "Articles:\u00a03",
        "Ada",
    ]
