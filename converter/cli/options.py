"""Options that several commands share, and how they become settings.

A setting has the name of its long option, and `converter.configuration` reads its value: an option, a
variable and a line of a configuration file are understood alike.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from converter.cli.command import GENERAL, TRUST, Choice, Option

if TYPE_CHECKING:
    from converter.configuration import Settings
    from converter.stylesheets.folders import Kind

F = TypeVar("F", bound=Callable[..., Any])

KINDS: tuple["Kind", ...] = ("style", "outline", "language", "scheme")
"""Those of `converter.stylesheets`, which the help is shown without."""

ARTICLE = "The article"
CONTENT = "What stands in the briefing"
LOOK = "How it looks"
OUTPUT = "Where it goes"
RUN = GENERAL


def option(*names: str, group: str, **attributes: Any) -> Callable[[F], F]:  # noqa: ANN401 - click's
    """Declare an option that stands under the heading `group` in the help."""
    return click.option(*names, cls=Option, group=group, **attributes)


def all_of(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    """Join decorators into one; the help keeps their order."""

    def decorate(function: F) -> F:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


def reading_options(function: F) -> F:
    """Add how the article is read."""
    return all_of(
        option(
            "-f",
            "--from",
            metavar="FORMAT",
            group=ARTICLE,
            help="Format of the article: txt, md, html, docx or pdf; default: detected.",
        ),
        option(
            "--encoding",
            metavar="NAME",
            group=ARTICLE,
            help="Encoding of the article, such as cp1252; default: detected.",
        ),
        option(
            "--lang",
            metavar="TAG",
            group=ARTICLE,
            help="Language of the article, such as en-GB; default: detected.",
        ),
    )(function)


source_option = option(
    "--source",
    metavar="ARTICLE",
    multiple=True,
    group=ARTICLE,
    help="The article that an edited report was made from, where it is neither inside nor beside it; may be"
    " repeated.",
)


def _trust(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    context.meta[TRUST] = value


trust_option = option(
    "--trust",
    is_flag=True,
    expose_value=False,
    callback=_trust,
    group=ARTICLE,
    help="Read it whatever time and memory that takes, and in this process; for files of your own.",
)


def choosing_options(function: F) -> F:
    """Add what is chosen from the article."""
    return all_of(
        option(
            "--outline",
            metavar="NAME|FILE",
            group=CONTENT,
            help="Which sections, and what feeds them; default: default.",
            shell_complete=complete_names("outline"),
        ),
        option(
            "--length",
            type=Choice(("brief", "standard", "full")),
            group=CONTENT,
            help="About half a page, about a page (notes apart), or the whole article; default: standard.",
        ),
        option(
            "--panel",
            metavar="KIND,...",
            group=CONTENT,
            help="Panels behind the sections: key-figures, timeline, who-says-what, actors, or all;"
            " default: those of the outline.",
        ),
        option(
            "--trim/--no-trim",
            default=None,
            group=CONTENT,
            help="Whether a line may leave out words where space is short, the gap shown; default: it may.",
        ),
    )(function)


def running_options(function: F) -> F:
    """Add what is said, and how strictly notices are taken."""
    return all_of(
        option(
            "--strict",
            is_flag=True,
            default=None,
            group=RUN,
            help="Take a notice for an error: write nothing, exit with 6.",
        ),
        option("-q", "--quiet", is_flag=True, group=RUN, help="Show no notices."),
        option(
            "-v", "--verbose", is_flag=True, group=RUN, help="Say what was done and how long each step took."
        ),
    )(function)


def kind_option(*, group: str, help: str) -> Callable[[F], F]:  # noqa: A002 - click's word
    """Declare `--kind`: what a file is."""
    return option("--kind", type=Choice(KINDS), group=group, help=help)


def complete_names(
    *kinds: "Kind",
) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem[str]]]:
    """Return a completion for the names of files of these kinds; the shell completes paths."""

    def complete(
        _context: click.Context, _parameter: click.Parameter, begun: str
    ) -> list[CompletionItem[str]]:
        from converter.stylesheets.listing import available

        names = [
            CompletionItem(one.name, help=one.description)
            for kind in kinds
            for one in available(kind)
            if one.name.startswith(begun)
        ]
        return names or [CompletionItem(begun, type="file")]

    return complete


# Settings that several commands take, each declared once.
title_option = option("--title", metavar="TEXT", group=CONTENT, help="Title, instead of the article's.")
marking_option = option("--marking", metavar="TEXT", group=CONTENT, help="Handling mark, such as TLP:AMBER.")
field_option = option(
    "--field",
    metavar="NAME=VALUE",
    multiple=True,
    group=CONTENT,
    help="Fill a field of the style's header or footer; may be repeated.",
)
report_lang_option = option(
    "--report-lang",
    metavar="TAG",
    group=CONTENT,
    help="Language of headings, labels and dates; default: the article's.",
)
set_option = option(
    "--set",
    metavar="KEY=VALUE",
    multiple=True,
    group=LOOK,
    help="Change a value of the style, such as typography.base.size=11pt; may be repeated.",
)
paper_option = option(
    "--paper",
    metavar="[A4|Letter]",
    type=Choice(("A4", "Letter"), case_sensitive=False),
    group=LOOK,
    help="Size of the paper; default: Letter for en-US, en-CA and es-MX, otherwise A4.",
)
force_option = option(
    "--force", is_flag=True, default=None, group=OUTPUT, help="Replace a different file of the same name."
)


def output_options(function: F) -> F:
    """Add where reports go, and in which formats."""
    return all_of(
        option(
            "-t",
            "--to",
            metavar="FORMAT,...",
            group=OUTPUT,
            help="Formats: docx, pdf, html, md, json; default: the output's suffix, else docx and pdf.",
        ),
        option(
            "-o",
            "--output",
            metavar="FILE|FOLDER",
            group=OUTPUT,
            help="A file, a folder, or - for standard output; default: output.",
        ),
        force_option,
    )(function)


def content_options(function: F) -> F:
    """Add what stands in a briefing beside what is chosen from the article."""
    return all_of(
        option(
            "--sections",
            metavar="KEY,...",
            group=CONTENT,
            help="Show these sections alone, such as summary,implications; default: all of the outline.",
        ),
        title_option,
        option("--author", metavar="TEXT", group=CONTENT, help="Author, instead of the article's."),
        option(
            "--date",
            metavar="DATE",
            group=CONTENT,
            help="Date of the briefing, such as 2026-11-23, or today.",
        ),
        marking_option,
        field_option,
        option(
            "--cite",
            type=Choice(("notes", "inline", "none")),
            group=CONTENT,
            help="How readers see where a line comes from; default: notes.",
        ),
        option(
            "--embed",
            type=Choice(("used", "source", "none")),
            group=CONTENT,
            help="What travels inside: lines' places, the article too (PDF, Word), nothing; default: used.",
        ),
        report_lang_option,
    )(function)


def note_options(function: F) -> F:
    """Add a person's own words."""
    return all_of(
        option(
            "--note",
            metavar="TEXT",
            multiple=True,
            group=CONTENT,
            help="A comment of your own, shown as such; may be repeated. It may begin with its section, as in"
            " 'Implications: TEXT', in a digest also with an article, as in '2/Implications: TEXT'.",
        ),
        option(
            "--section",
            metavar="NAME",
            group=CONTENT,
            help="Where comments without a section stand; default: in the last one.",
        ),
        option("--by", metavar="NAME", group=CONTENT, help="Who wrote the comments; default: --author."),
    )(function)


order_option = option(
    "--order",
    type=Choice(("given", "date")),
    default="given",
    group=CONTENT,
    help="Articles of a digest as they are named, or the newest first and those without a date last; default:"
    " given.",
)


def look_options(function: F) -> F:
    """Add how reports look."""
    return all_of(
        option(
            "-s",
            "--style",
            metavar="NAME|FILE",
            group=LOOK,
            help="One of 'briefing styles list', or a file; default: the look of --template, else default.",
            shell_complete=complete_names("style"),
        ),
        option(
            "--template",
            metavar="FILE",
            type=click.Path(readable=False),
            group=LOOK,
            help="Word template (.docx, .dotx) that the Word report is poured into; without --style it gives"
            " the look of the PDF too.",
        ),
        set_option,
        paper_option,
    )(function)


def load_settings(options: Mapping[str, Any]) -> "Settings":
    """Return the settings of this call: click's `options`, the environment and the files around this folder.

    Raises:
        UsageError, StyleError: as `converter.configuration.load_settings`.
    """
    from converter import configuration
    from converter.errors import UsageError

    if options.get("section") and not options.get("note"):
        what = "says where a comment stands, and there is no --note"
        remedy = "add one; which sections are shown is --sections"
        raise UsageError("section-alone", what, where="--section", remedy=remedy)
    given = {name.replace("_", "-"): value for name, value in options.items() if value not in (None, ())}
    switches = {key: str(value).lower() for key, value in given.items() if isinstance(value, bool)}
    return configuration.load_settings(given | switches, os.environ, Path())
