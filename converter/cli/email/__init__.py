"""`briefing email`: what it takes; `running` does it."""

from typing import Any

import click

from converter.cli.command import Command
from converter.cli.options import (
    OUTPUT,
    RUN,
    choosing_options,
    content_options,
    force_option,
    load_settings,
    look_options,
    option,
    reading_options,
    running_options,
    trust_option,
)

WHOM = "Who gets it"
WORDS = "What is said"
SENDING = "How it is sent"


@click.command(
    "email",
    cls=Command,
    help="Turn articles into e-mails: the briefing as text and page, its Word and PDF files attached. A"
    " report that is finished, such as a digest, goes as it is, if it is what it claims to be. By"
    " default they become files (.eml) to look at, to open in a mail program, or to send with anything;"
    " --draft and --send use an account of accounts.yaml in your configuration folder. To whom a message was"
    " sent is remembered: nobody gets it twice.",
    examples=(
        ("email article.txt", "write output/<title>.eml, which mail programs open as a draft"),
        ("email article.txt --to ada@example.org --dry-run", "see what would go to whom"),
        ("email article.txt --to ada@example.org --send", "send it"),
        ("email today/digest.pdf --recipients list.csv --send", "send a finished report"),
        ("email article.txt --recipients list.csv --draft", "a draft for each person of a list"),
        ("email article.txt --recipients list.csv --send --yes", "send to all of them"),
        ("email --check", "try the account, and see what its servers offer"),
        ("email --log", "what was sent to whom, and when"),
    ),
)
@click.argument("sources", nargs=-1, metavar="SOURCE...", type=click.Path(readable=False))
@option("--to", metavar="ADDRESS", multiple=True, group=WHOM, help="Who gets it; may be repeated.")
@option("--cc", metavar="ADDRESS", multiple=True, group=WHOM, help="Who gets a copy; may be repeated.")
@option(
    "--bcc", metavar="ADDRESS", multiple=True, group=WHOM, help="Who gets a copy unseen; may be repeated."
)
@option(
    "--recipients",
    metavar="FILE",
    type=click.Path(readable=False),
    group=WHOM,
    help="List (CSV, YAML) of people who each get a message of their own. It has the column address; others"
    " may be name, style, outline, language, sections, handling, embed, and your own fields.",
)
@option(
    "--subject",
    metavar="TEXT",
    group=WORDS,
    help="Subject, with fields such as {title}, {date}, {name}, those of --field and of the list; default:"
    " {title}. A handling mark leads it.",
)
@option(
    "--body",
    metavar="FILE",
    type=click.Path(readable=False),
    group=WORDS,
    help="Text file with what stands above the briefing; it may hold the same fields.",
)
@option(
    "--attach",
    metavar="FILE",
    multiple=True,
    type=click.Path(readable=False),
    group=WORDS,
    help="A further file to attach; may be repeated.",
)
@option(
    "--formats",
    metavar="FORMAT,...",
    group=WORDS,
    help="Formats of the reports that are attached; default: docx,pdf.",
)
@option("--eml", metavar="FOLDER", group=OUTPUT, help="Write files into this folder; default: output.")
@option("--draft", is_flag=True, group=OUTPUT, help="Put them into the account's folder of drafts (IMAP).")
@option("--send", is_flag=True, group=OUTPUT, help="Send them (SMTP).")
@option(
    "--dry-run",
    is_flag=True,
    group=OUTPUT,
    help="Show what would go to whom, and what travels inside the attachments; write and send nothing.",
)
@force_option
@option(
    "--account",
    metavar="NAME",
    default="",
    group=SENDING,
    help="Account that writes; default: that of accounts.yaml.",
)
@option("--yes", is_flag=True, group=SENDING, help="Send to more than one person without being asked.")
@option(
    "--rate",
    metavar="N",
    type=click.FloatRange(0, min_open=True),
    group=SENDING,
    help="At most so many messages a minute; default: that of the account, else any number.",
)
@option("--resend-unknown", is_flag=True, group=SENDING, help="Send again what may have been delivered.")
@option("--retry-refused", is_flag=True, group=SENDING, help="Try again where a server refused for good.")
@option(
    "--ledger",
    metavar="FILE",
    type=click.Path(readable=False),
    default="",
    group=SENDING,
    help="Where to remember what was sent; default: in your data folder.",
)
@reading_options
@trust_option
@choosing_options
@content_options
@look_options
@option(
    "--check", is_flag=True, group=RUN, help="Try the account's logins, say what the servers offer; no more."
)
@option("--log", is_flag=True, group=RUN, help="Show what was sent to whom, and when, and end.")
@option("--json", "as_json", is_flag=True, group=RUN, help="Print JSON objects, one to a line.")
@running_options
def command(**options: Any) -> int:  # noqa: ANN401 - click's
    """Write, draft or send, and return the exit code."""
    from converter.cli.email.call import Call
    from converter.cli.email.running import run

    call = Call(**{name: options.pop(name) for name in Call.__struct_fields__})
    return run(call, lambda: load_settings(_of_reports(options)))


def _of_reports(options: dict[str, Any]) -> dict[str, Any]:
    """Return `options` as settings: here --to is a person, and the formats of reports have another name."""
    formats = options.pop("formats")
    return {**options, "to": formats}
