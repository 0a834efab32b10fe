"""The man page, made from the commands themselves (man(7) macros)."""

import re
from collections.abc import Iterator, Sequence

import click

import converter
from converter.cli.command import Command, WithExamples
from converter.cli.failures import INTERRUPTED, TERMINATED
from converter.cli.group import program
from converter.configuration import KEYS, PAIRS, variable
from converter.errors import ConverterError

_STATUS = {
    0: "Done.",
    1: "Some of several articles could not be converted.",
    INTERRUPTED: "Interrupted from the keyboard.",
    TERMINATED: "Terminated by SIGTERM.",
}

_FILES = (
    ("briefing.yaml", "Settings of a project, found in the current folder or the nearest above it."),
    ("pyproject.toml", "The same under [tool.briefing], where there is no briefing.yaml."),
    (
        "~/.config/briefing/briefing.yaml",
        "The user's own settings (on Windows and macOS in their usual places).",
    ),
    ("~/.config/briefing/styles/", "The user's own styles, outlines and languages."),
    ("output/", "Where reports go by default."),
)


def manual() -> str:
    """Return `briefing.1`; its date is left out, so that it changes only with the program."""
    lines = [
        '.\\" Made by docs/manual.py; change the commands, not this file.',
        f'.TH BRIEFING 1 "" "briefing {converter.__version__}" "User Commands"',
        # ragged right and whole words: commands are to be copied
        ".ad l",
        ".nh",
        ".SH NAME",
        "briefing \\- turn articles into styled briefings",
        ".SH SYNOPSIS",
        *_synopsis(),
        ".SH DESCRIPTION",
        _text(program.help or ""),
        *_commands(),
        ".SH ENVIRONMENT",
        *_environment(),
        ".SH FILES",
        *_definitions(_FILES),
        ".SH EXIT STATUS",
        *_definitions((str(status), text) for status, text in sorted(_statuses().items())),
        ".SH EXAMPLES",
        *_examples(program),
    ]
    return "\n".join(lines) + "\n"


def contexts(*, terminal_width: int | None = None) -> Iterator[click.Context]:
    """Yield the context of every command, groups before what stands in them."""
    top = click.Context(
        program, info_name="briefing", terminal_width=terminal_width, help_option_names=["-h", "--help"]
    )
    yield from _from_here(top)


def _from_here(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            if command := context.command.get_command(context, name):
                width = context.terminal_width
                yield from _from_here(click.Context(command, context, info_name=name, terminal_width=width))


def _leaves() -> Iterator[tuple[click.Context, Command]]:
    """Yield what can be called, groups left out."""
    for context in contexts():
        if isinstance(context.command, Command):
            yield context, context.command


def _synopsis() -> Iterator[str]:
    for context, command in _leaves():
        pieces = (context.command_path, *command.collect_usage_pieces(context))
        name, _, rest = " ".join(pieces).partition(" ")
        yield from (f".B {name}", _text(rest), ".br")


def _commands() -> Iterator[str]:
    for context, command in _leaves():
        yield f".SH {context.command_path.removeprefix('briefing ').upper()}"
        yield _text(command.help or "")
        for group, records in command.option_groups(context).items():
            yield f".SS {_text(group)}"
            yield from _definitions(records)
        yield ".SS Examples"
        yield from _examples(command)


def _environment() -> Iterator[str]:
    yield "Every setting that is a word can be given by a variable; options go before it."
    yield from _definitions((variable(key), f"As --{key}.") for key in KEYS if key not in PAIRS)
    yield from _definitions(
        (
            ("SOURCE_DATE_EPOCH", "Date of the briefing, in seconds since 1970, where --date is not given."),
            ("NO_COLOR", "When set, nothing is set off by bold or dim letters."),
        )
    )


def _statuses() -> dict[int, str]:
    classes: Sequence[type[ConverterError]] = (ConverterError, *ConverterError.__subclasses__())
    return _STATUS | {one.exit_code: (one.__doc__ or "").partition("\n")[0] for one in classes}


def _examples(command: WithExamples) -> Iterator[str]:
    for line, effect in command.examples:
        yield from (".TP", f".B {_text(f'briefing {line}')}", _text(effect[:1].upper() + effect[1:] + "."))


def _definitions(pairs: "Iterator[tuple[str, str]] | Sequence[tuple[str, str]]") -> Iterator[str]:
    for term, definition in pairs:
        yield from (".TP", f".B {_text(term)}", _text(definition))


def _text(words: str) -> str:
    """Return `words` as roff takes them for text: no escapes, no requests, hyphens as typed."""
    text = re.sub(r"\s+", " ", words).replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text.startswith((".", "'")) else text
