"""Commands and options of our kind: examples first, options in groups, near names for mistyped ones."""

import os
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

import click

from converter.errors import StyleError
from converter.suggestions import suggest

if TYPE_CHECKING:
    from converter.limits import Limits

LimitsNeed = Literal["needed", "wanted", "ignored"]

COMPLETE = "_BRIEFING_COMPLETE"
"""The variable by which a shell's completion script asks for completions."""

TRUST = "briefing.trust"
"""Key of what a click context keeps: whether the files of this call are trusted."""

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


class WithExamples(click.Command):
    """What our commands and groups share.

    Args:
        examples: pairs of a command line (without `briefing`) and what it does.
    """

    def __init__(self, *args: Any, examples: Sequence[tuple[str, str]] = (), **attributes: Any) -> None:  # noqa: ANN401
        """Keep the examples; everything else is click's."""
        super().__init__(*args, **attributes)
        self.examples = tuple(examples)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line; click's errors are given the context that some of them lack."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the description and the examples."""
        super().format_help_text(ctx, formatter)
        if self.examples:
            with formatter.section("Examples"):
                margin = " " * formatter.current_indent
                for line, effect in self.examples:
                    formatter.write(f"{margin}briefing {line}\n{margin}    {effect}\n")


class Command(WithExamples):
    """A command with its options in groups.

    Args:
        limits: whether the limits that its caller has set are "needed", so that it cannot go on where they
            are wrong; "wanted"; or "ignored", since it reads nothing.
    """

    def __init__(self, *args: Any, limits: LimitsNeed = "needed", **attributes: Any) -> None:  # noqa: ANN401
        """Keep what it has limits for; everything else is that of any command."""
        super().__init__(*args, **attributes)
        self._need = limits

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's
        """Run the command, within the limits of the person who calls.

        Raises:
            StyleError: what is wrong with the limits; also what the command raises.
        """
        if self._need == "ignored":
            return super().invoke(ctx)
        # 5 ms to import, which help does without
        from converter.limits import adopt, in_force

        before = in_force()
        adopt(self._limits(trusts=ctx.meta.get(TRUST, False)))
        try:
            return super().invoke(ctx)
        finally:
            adopt(before)

    def _limits(self, *, trusts: bool) -> "Limits":
        from msgspec.structs import replace

        from converter.configuration.limits import load_limits
        from converter.limits import Limits

        try:
            limits = load_limits(os.environ)
        except StyleError:
            if self._need == "needed":
                raise
            limits = Limits()
        return replace(limits, guard=limits.guard and not trusts, whole=not trusts)

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


class Group(WithExamples, click.Group):
    """A command of commands; called without one, it shows its help."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line."""
        return super().parse_args(ctx, args if args or ctx.resilient_parsing else ["--help"])


class ModuleGroup(Group):
    """A group that imports a command when it is used or explained: start-up counts.

    Args:
        modules: name of each command → module that holds it as `command`, in the order of the help.
    """

    def __init__(self, *args: Any, modules: Mapping[str, str], **attributes: Any) -> None:  # noqa: ANN401 - click's
        """Keep the table; everything else is click's."""
        super().__init__(*args, **attributes)
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        """Return the names of all commands."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        """Import and return a command; `None` when there is none of that name."""
        module = self.modules.get(cmd_name)
        command: click.Command | None = import_module(module).command if module else None
        return command
