"""`briefing completion`: the script that teaches a shell to complete."""

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from converter.cli.command import COMPLETE, Choice, Command
from converter.cli.terminal import put

SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command(
    "completion",
    cls=Command,
    limits="ignored",
    help="Print the script that lets a shell complete commands, options, styles and files.",
    examples=(
        ("completion bash >> ~/.bashrc", "for bash"),
        ("completion zsh >> ~/.zshrc", "for zsh, behind compinit"),
        ("completion fish > ~/.config/fish/completions/briefing.fish", "for fish"),
    ),
)
@click.argument("shell", type=Choice(tuple(SHELLS)))
def command(shell: str) -> None:
    """Print the script of `shell`."""
    program = click.get_current_context().find_root().command
    script = SHELLS[shell](program, {}, "briefing", COMPLETE)
    # bash's own `source` runs bash to ask for its version; the script is the same.
    put(ShellComplete.source(script).rstrip())
