"""The commands as a whole: help, options, settings."""

import click
import pytest

from converter.cli.command import TRUST, Choice, Command
from converter.cli.group import COMMANDS, program
from converter.cli.options import KINDS
from converter.configuration import KEYS
from converter.stylesheets import folders
from docs.manual import contexts

COMMANDS_OF_ALL_KINDS = [context for context in contexts() if isinstance(context.command, Command)]


def test_the_help_knows_every_kind_of_file() -> None:
    assert KINDS == folders.KINDS


@pytest.mark.parametrize("context", list(contexts()), ids=lambda context: context.command_path)
def test_help_opens_with_examples(context: click.Context) -> None:
    text = context.get_help()
    assert text.index("Examples:") < text.index("--help")
    assert f"\n  {context.command_path}" in text


@pytest.mark.parametrize("context", COMMANDS_OF_ALL_KINDS, ids=lambda context: context.command_path)
def test_every_example_is_a_call_that_the_program_understands(context: click.Context) -> None:
    assert isinstance(context.command, Command)
    for line, _ in context.command.examples:
        words = line.partition(" < ")[0].partition(" > ")[0].partition(" >> ")[0].split()
        names = context.command_path.split()[1:]
        assert words[: len(names)] == names
        # with its parent: click keeps the names of --help that it finds first
        context.command.make_context("example", words[len(names) :], parent=context.parent)


@pytest.mark.parametrize("context", COMMANDS_OF_ALL_KINDS, ids=lambda context: context.command_path)
def test_every_option_says_what_it_is_for(context: click.Context) -> None:
    options = [one for one in context.command.get_params(context) if isinstance(one, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_every_setting_is_an_option_of_convert() -> None:
    convert = program.get_command(click.Context(program), "convert")
    assert convert is not None
    longest = {max(parameter.opts, key=len) for parameter in convert.params}
    assert {f"--{key}" for key in KEYS} <= longest


def test_the_table_of_commands_is_all_there_is() -> None:
    context = click.Context(program)
    assert [program.get_command(context, name) is not None for name in COMMANDS] == [True] * len(COMMANDS)
    assert program.get_command(context, "konvert") is None


def test_a_choice_tells_the_nearest_word() -> None:
    with pytest.raises(click.BadParameter, match="did you mean standard"):
        Choice(("brief", "standard")).convert("standart", None, None)


@pytest.mark.parametrize("name", ["convert", "digest", "outline", "verify", "email"])
def test_files_of_ones_own_can_be_trusted(name: str) -> None:
    command = program.get_command(click.Context(program), name)
    assert command is not None
    context = command.make_context(name, ["a.txt", "--trust"], resilient_parsing=True)
    assert context.meta[TRUST] is True


def test_a_batch_trusts_nobody() -> None:
    command = program.get_command(click.Context(program), "batch")
    assert command is not None
    assert "--trust" not in {option for one in command.params for option in one.opts}
