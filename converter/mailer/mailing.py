"""One mailing: every article to everybody, a message at a time.

Messages are made when they are asked for, and can be asked for again: a first round checks them all before
the first is sent, and none is kept that is not at hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from converter.configuration import Settings
from converter.mailer.letters import Envelope, Words, compose_message
from converter.mailer.mailboxes import Mailbox
from converter.mailer.message import Message
from converter.mailer.recipients import Recipient
from converter.mailer.renderings import Rendering, Renderings


@dataclass(frozen=True, slots=True)
class Letter:
    """A message with what was made for it.

    Attributes:
        location: of the article.
        rendering: of the article, in the choice of its recipients.
        message: to them.
    """

    location: str
    rendering: Rendering
    message: Message


@dataclass(frozen=True, slots=True)
class Addressees:
    """Who gets one and the same message; all may be empty in a file that a mail program opens."""

    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()


@dataclass(frozen=True, slots=True)
class Mailing:
    """What is sent to whom.

    Attributes:
        locations: of the articles, one message for each.
        settings: of the call.
        words: subject, opening, and further files.
        sender: who writes.
        reply_to: who gets the answers.
        whom: one message to all of them, or one for each person on a list.
        renderings: of the articles.
    """

    locations: Sequence[str]
    settings: Settings
    words: Words
    sender: Mailbox | None
    reply_to: Mailbox | None
    whom: Addressees | tuple[Recipient, ...]
    renderings: Renderings

    def __iter__(self) -> Iterator[Letter]:
        """Yield the messages, article by article.

        Raises:
            ConverterError: as `Renderings.rendering` and `compose_message`.
        """
        for location in self.locations:
            for envelope, choice, settings in self._envelopes():
                rendering = self.renderings.rendering(location, choice, settings)
                yield Letter(location, rendering, compose_message(rendering, self.words, envelope))

    def __len__(self) -> int:
        """Return how many messages there are."""
        return len(self.locations) * (1 if isinstance(self.whom, Addressees) else len(self.whom))

    @property
    def addresses(self) -> tuple[str, ...]:
        """Everybody who gets something, each once."""
        if isinstance(self.whom, Addressees):
            everybody = (*self.whom.to, *self.whom.cc, *self.whom.bcc)
        else:
            everybody = tuple(one.mailbox for one in self.whom)
        return tuple(dict.fromkeys(one.address for one in everybody))

    def _envelopes(self) -> Iterator[tuple[Envelope, object, Settings]]:
        if isinstance(self.whom, Addressees):
            whom = self.whom
            yield Envelope(self.sender, self.reply_to, whom.to, whom.cc, whom.bcc), (), self.settings
            return
        for one in self.whom:
            envelope = Envelope(self.sender, self.reply_to, (one.mailbox,), fields=one.fields)
            yield envelope, one.choice, one.settings
