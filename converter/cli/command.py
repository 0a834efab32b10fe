"""Commands and options of our kind: examples first, options in groups, near names for mistyped ones."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from converter.suggestions import suggest

COMPLETE = "_BRIEFING_COMPLETE"
"""The variable by which a shell's completion script asks for completions."""

GENERAL = "The run"
"""Heading of the options that say nothing about themselves, such as `--help`."""


class Choice(click.Choice[str]):
    """One of a few words; a mistyped one is told the nearest."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ANN401, ARG002 - click's
        """Return what is wrong, and what to write."""
        return f"there is no {value!r}; {suggest(str(value), self.choices)}"


class Option(click.Option):
    """An option that stands under a heading in the help."""

    def __init__(self, *args: Any, group: str = GENERAL, **attributes: Any) -> None:  # noqa: ANN401 - click's
        """Keep the heading; everything else is click's."""
        super().__init__(*args, **attributes)
        self.group = group


class Command(click.Command):
    """A command with examples before its options, and its options in groups.

    Args:
        examples: pairs of a command line (without `briefing`) and what it does.
    """

    def __init__(self, *args: Any, examples: Sequence[tuple[str, str]] = (), **attributes: Any) -> None:  # noqa: ANN401
        """Keep the examples; everything else is click's."""
        super().__init__(*args, **attributes)
        self.examples = tuple(examples)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the description and the examples."""
        super().format_help_text(ctx, formatter)
        write_examples(self.examples, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, a definition list for each group, in the order in which groups first appear."""
        for group, records in self.option_groups(ctx).items():
            with formatter.section(group):
                formatter.write_dl(records)

    def option_groups(self, ctx: click.Context) -> Mapping[str, list[tuple[str, str]]]:
        """Return the heading of each group and its pairs of option and explanation."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if isinstance(parameter, click.Option) and record:
                group = parameter.group if isinstance(parameter, Option) else GENERAL
                groups.setdefault(group, []).append(record)
        return groups


class Group(click.Group):
    """A command of commands, with examples before them."""

    def __init__(self, *args: Any, examples: Sequence[tuple[str, str]] = (), **attributes: Any) -> None:  # noqa: ANN401
        """Keep the examples; everything else is click's."""
        super().__init__(*args, **attributes)
        self.examples = tuple(examples)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the description and the examples."""
        super().format_help_text(ctx, formatter)
        write_examples(self.examples, formatter)


def write_examples(examples: Sequence[tuple[str, str]], formatter: click.HelpFormatter) -> None:
    """Write each of `examples`: the command line, and below it what it does."""
    if examples:
        with formatter.section("Examples"):
            for line, effect in examples:
                margin = " " * formatter.current_indent
                formatter.write(f"{margin}briefing {line}\n{margin}    {effect}\n")
