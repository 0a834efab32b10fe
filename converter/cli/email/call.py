"""A call of `briefing email`: its options, and the mailing that they ask for."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from converter.configuration import Settings
from converter.errors import UsageError
from converter.mailer.ledger import ledger_file
from converter.mailer.letters import SUBJECT, Template, Words, read_attachment, read_template
from converter.mailer.mailboxes import Mailbox, parse_mailbox
from converter.mailer.mailing import Addressees, Mailing
from converter.mailer.recipients import Recipient, read_recipients
from converter.mailer.renderings import Renderings
from converter.suggestions import enumerated

if TYPE_CHECKING:
    from converter.mailer.accounts import Account

Act = Literal["eml", "draft", "send"]


class Call(Struct, frozen=True):
    """The options that are no settings of reports, under their own names."""

    sources: tuple[str, ...]
    to: tuple[str, ...]
    cc: tuple[str, ...]
    bcc: tuple[str, ...]
    recipients: str | None
    subject: str | None
    body: str | None
    attach: tuple[str, ...]
    eml: str | None
    draft: bool
    send: bool
    dry_run: bool
    account: str
    yes: bool
    rate: float | None
    resend_unknown: bool
    retry_refused: bool
    ledger: str
    check: bool
    log: bool
    as_json: bool
    quiet: bool
    verbose: bool

    @property
    def ledger_path(self) -> Path:
        """Where it is remembered what was sent."""
        return Path(self.ledger) if self.ledger else ledger_file()

    @property
    def act(self) -> Act:
        """What is to be done with the messages.

        Raises:
            UsageError: `email-acts`.
        """
        acts: dict[Act, bool] = {"eml": self.eml is not None, "draft": self.draft, "send": self.send}
        wanted = [act for act, given in acts.items() if given]
        if len(wanted) > 1:
            names = enumerated([f"--{act}" for act in wanted], "and")
            raise UsageError("email-acts", f"{names} exclude each other", remedy="choose one of them")
        return wanted[0] if wanted else "eml"


def mailing_of(
    call: Call,
    settings: Settings,
    account: "Account | None",
    step: Callable[[str], AbstractContextManager[object]],
) -> Mailing:
    """Return what `call` asks to be sent to whom; nothing is rendered yet.

    Raises:
        UsageError: `email-sources`, `email-whom`, `address-invalid`.
        InputError: of a list, a template, or a file to attach.
    """
    if not call.sources:
        raise UsageError(
            "email-sources", "there is no article", where="email", remedy="name one, or - for stdin"
        )
    subject = Template(SUBJECT if call.subject is None else call.subject, "--subject")
    words = Words(
        subject,
        read_template(Path(call.body)) if call.body else Template("", "--body"),
        tuple(read_attachment(Path(file)) for file in call.attach),
    )
    return Mailing(
        call.sources,
        settings,
        words,
        account.sender if account else None,
        account.reply_to if account else None,
        _whom(call, settings),
        Renderings(step),
    )


def _whom(call: Call, settings: Settings) -> Addressees | tuple[Recipient, ...]:
    named = {"--to": call.to, "--cc": call.cc, "--bcc": call.bcc}
    given = [option for option, texts in named.items() if texts]
    if call.recipients is not None:
        if given:
            what = f"--recipients and {given[0]} exclude each other"
            raise UsageError("email-whom", what, remedy="add these people to the list")
        return read_recipients(Path(call.recipients), settings)
    if call.act == "send" and not given:
        remedy = "add --to ADDRESS, or --recipients FILE"
        raise UsageError("email-whom", "there is nobody to send to", where="--send", remedy=remedy)
    return Addressees(*(_mailboxes(option, texts) for option, texts in named.items()))


def _mailboxes(option: str, texts: tuple[str, ...]) -> tuple[Mailbox, ...]:
    return tuple(dict.fromkeys(parse_mailbox(text, option) for text in texts))
