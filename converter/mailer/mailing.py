"""One mailing: every article to everybody, a message at a time.

Messages are made when they are asked for, and can be asked for again: a first round checks them all before
the first is sent. Between the rounds renderings are kept, and no message is.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from converter.configuration import Settings
from converter.errors import StyleError, UsageError
from converter.mailer.letters import Envelope, Words, compose_message
from converter.mailer.mailboxes import Mailbox, each_once
from converter.mailer.message import Message
from converter.mailer.recipients import Choice, Recipient
from converter.mailer.rendering import Rendering
from converter.mailer.renderings import Renderings


class Letter(Struct, frozen=True):
    """A message with what was made for it.

    Attributes:
        location: of the article.
        choice: of its recipient.
        rendering: of the article, in this choice.
        message: to them.
    """

    location: str
    choice: Choice
    rendering: Rendering
    message: Message


class Addressees(Struct, frozen=True):
    """Who gets one and the same message; all may be empty in a file that a mail program opens."""

    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()


class Mailing(Struct, frozen=True):
    """What is sent to whom.

    Attributes:
        locations: of the articles, one message for each.
        settings: of the call.
        words: subject, introduction, and further files.
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
            ConverterError: as `Renderings.rendering` and `compose_message`; what a row of a list chooses
                wrongly is told with the place of the row.
        """
        # so that what is wrong with the call itself is not told of a row
        self.renderings.kit((), self.settings)
        for location in self.locations:
            if isinstance(self.whom, Addressees):
                yield self._shared(location, self.whom)
            else:
                for one in self.whom:
                    yield self._personal(location, one)

    def __len__(self) -> int:
        """Return how many messages there are."""
        return len(self.locations) * (1 if isinstance(self.whom, Addressees) else len(self.whom))

    @property
    def addresses(self) -> tuple[str, ...]:
        """Everybody who gets something, each once."""
        if isinstance(self.whom, Addressees):
            return each_once((*self.whom.to, *self.whom.cc, *self.whom.bcc))
        return each_once(one.mailbox for one in self.whom)

    def _shared(self, location: str, whom: Addressees) -> Letter:
        envelope = Envelope(self.sender, self.reply_to, whom.to, whom.cc, whom.bcc)
        rendering = self.renderings.rendering(location, (), self.settings)
        return Letter(location, (), rendering, compose_message(rendering, self.words, envelope))

    def _personal(self, location: str, one: Recipient) -> Letter:
        envelope = Envelope(self.sender, self.reply_to, (one.mailbox,), fields=one.fields)
        try:
            rendering = self.renderings.rendering(location, one.choice, one.settings)
        except (UsageError, StyleError) as error:
            if one.choice and (not error.where or error.where.startswith("--")):
                error.where = one.place
            raise
        return Letter(location, one.choice, rendering, compose_message(rendering, self.words, envelope))
