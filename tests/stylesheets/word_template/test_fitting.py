import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from converter.stylesheets.styles import load_style
from converter.stylesheets.word_template import load_template_style, style_text
from converter.stylesheets.word_template.fitting import fitting, shortened
from tests.sample import png
from tests.stylesheets.word_template.templates import (
    Template,
    field_of,
    paragraph,
    picture,
    style,
    theme,
    words,
)

if TYPE_CHECKING:
    from converter.stylesheets.word_template.tree import Tree


def test_what_no_style_file_may_say_is_left_out() -> None:
    tree: Tree = {
        "typography": {"base": {"size": "2pt", "weight": "bold"}},
        "styles": {"title": {"space-before": "900pt", "size": "20pt"}, "quote": {"tracking": "90pt"}},
    }
    assert fitting(tree, "corp.dotx") == {
        "typography": {"base": {"weight": "bold"}},
        "styles": {"title": {"size": "20pt"}},
    }


def test_where_text_has_no_room_indents_go_before_margins() -> None:
    margins: Tree = {"left": "90mm", "right": "90mm"}
    roomy: Tree = {"page": {"indent": "0"}, "styles": {"body": {"indent": "300pt", "size": "9pt"}}}
    assert fitting({**roomy, "styles": {"body": {"indent": "290pt", "size": "9pt"}}}, "x")["page"] == {
        "indent": "0"
    }
    narrow: Tree = {"page": {"margins": margins, "indent": "0"}, "styles": roomy["styles"]}
    assert fitting(narrow, "x") == {"page": {"indent": "0"}, "styles": {"body": {"size": "9pt"}}}


def test_what_the_style_that_ships_says_already_is_not_said_again() -> None:
    tree: Tree = {
        "typography": {
            "base": {"family": "Source Serif Pro", "size": "10.5pt"},
            "headings": {"weight": "bold"},
        },
        "page": {"size": "A4", "header": "9mm"},
        "styles": {"title": {"weight": "bold", "size": "26pt", "align": "start"}},
    }
    assert shortened(tree, "x") == {
        "typography": {"base": {"family": "Source Serif Pro"}, "headings": {"weight": "bold"}},
        "page": {"header": "9mm"},
        "styles": {"title": {"size": "26pt"}},
    }


ODD_WORDS = [
    "Corp: #1 {x}",
    "- a",
    "null",
    "'\"\\",
    "{{title}}",
    "ü·🙂\u2028\u200b",
    "a\tb\tc",
    "}{",
    "%@`",
    "x" * 300,
]
NAMES = [
    *("Normal", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "toc 1", "Quote", "caption"),
    *("List Paragraph", "List Bullet", "Body Text", "endnote text", "header", "footer"),
]


def any_template(seed: int) -> Template:
    """Return a template whose measures and words are anything."""
    chosen = random.Random(seed)  # noqa: S311 - the same each time

    def number() -> int:
        return chosen.choice([0, 1, 20, 240, chosen.randint(-800, 800), chosen.randint(-40_000, 40_000)])

    def one(text: str) -> str:
        return text if chosen.random() < 0.6 else ""

    def some_style(name: str) -> str:
        rule = chosen.choice(["auto", "exact", "atLeast", "odd"])
        color = chosen.choice(["auto", "FFFFFF", "zz", f"{chosen.randrange(1 << 24):06X}"])
        family = chosen.choice(["Georgia", "null", "Corp: #1", "", "123", "O'Neill"])
        tint = (
            f'w:themeColor="{chosen.choice(["accent1", "odd"])}" w:themeTint="{chosen.choice(["A5", "g"])}"'
        )
        lines = f'w:line="{number()}" w:lineRule="{rule}"'
        properties = [
            f'<w:spacing w:before="{number()}" w:after="{number()}" {lines}/>',
            f'<w:ind w:left="{number()}" w:firstLine="{number()}"/>',
            f'<w:jc w:val="{chosen.choice(["both", "center", "odd", "end"])}"/>',
            "<w:bidi/>",
            '<w:shd w:fill="102030"/>',
        ]
        run = [
            f'<w:rFonts w:ascii="{family}" w:cs="{family}"/>',
            f'<w:sz w:val="{number()}"/>',
            f'<w:color w:val="{color}" {tint}/>',
            f'<w:spacing w:val="{number()}"/>',
            "<w:caps/>",
        ]
        parent = chosen.choice(["", "Normal", "Title"])
        return style(name, "".join(map(one, properties)), "".join(map(one, run)), based_on=parent)

    lines = {
        f"{page} {kind}": paragraph(
            one(picture(words="&quot;a&quot;", height_pt=abs(number()) / 20))
            + words(chosen.choice(ODD_WORDS))
            + one(field_of(chosen.choice([" PAGE ", "", ' DOCPROPERTY "x"'])))
        )
        for page in ("default", "first")
        for kind in ("header", "footer")
    }
    margins = " ".join(
        f'w:{side}="{number()}"' for side in ("top", "bottom", "left", "right", "header", "footer")
    )
    size = f'<w:pgSz w:w="{number()}" w:h="{number()}"/>'
    return Template(
        styles="".join(some_style(name) for name in NAMES if chosen.random() < 0.7),
        section=one(size) + one(f"<w:pgMar {margins}/>") + one("<w:titlePg/>"),
        running={key: content for key, content in lines.items() if chosen.random() < 0.7},
        theme=one(theme(chosen.choice(["Georgia", ""]), "Corp", accent1=f"{chosen.randrange(1 << 24):06X}")),
        pictures={"a.png": png(4, 2)},
        properties=(chosen.choice(["", "null", "a: b #c"]), ""),
    )


@pytest.mark.parametrize("start", range(0, 24, 12))
def test_every_template_makes_a_style_file_without_faults_and_of_the_same_look(
    start: int, tmp_path: Path
) -> None:
    for seed in range(start, start + 12):
        path, file = any_template(seed).saved(tmp_path, f"{seed}.dotx"), tmp_path / f"{seed}.yaml"
        written = style_text(path, file)
        file.write_text(written.text, "utf-8")
        for beside, data in written.files.items():
            beside.write_bytes(data)
        read, (in_memory, notices) = load_style(str(file)), load_template_style(path)
        assert (read.text, read.page, read.accent, read.muted) == (
            in_memory.text,
            in_memory.page,
            in_memory.accent,
            in_memory.muted,
        )
        assert (read.header, read.footer, read.first_header, read.first_footer) == (
            in_memory.header,
            in_memory.footer,
            in_memory.first_header,
            in_memory.first_footer,
        )
        assert (read.logo and (read.logo.data, read.logo.alternative, read.logo.height)) == (
            in_memory.logo and (in_memory.logo.data, in_memory.logo.alternative, in_memory.logo.height)
        )
        assert notices == written.notices
