"""One machine: makes everything that a folder's orders ask for, and prints the sums.

Run by `campaign` in a process of its own, since the seed of hashes and the time zone are those of a process.
"""

import json
import pickle
import sys
from contextlib import AbstractContextManager, nullcontext
from hashlib import sha256
from pathlib import Path

from converter.mailer.letters import Envelope, Template, Words, compose_message
from converter.mailer.mailboxes import parse_mailbox
from converter.mailer.message import unsent
from converter.mailer.renderings import Renderings
from tests.determinism.articles import Order

OPENING = Template("Dear {name},\n\nhere is {title}.", "--body")


def main() -> None:
    """Make the orders in the file that is named, backwards if that is asked for; print a JSON object."""
    file, order = sys.argv[1:3]
    asked: list[Order] = pickle.loads(Path(file).read_bytes())  # noqa: S301 - the campaign wrote it
    asked = asked[::-1] if order == "backwards" else asked
    sys.stdout.write(json.dumps({each.name: sums(each) for each in asked}))


def sums(order: Order) -> dict[str, str]:
    """Return the SHA-256 of each report of an order, and of the message that takes them, by its format."""
    Path(order.name).write_bytes(order.data)
    rendering = Renderings(_unobserved).rendering(order.name, (), order.settings)
    sender = parse_mailbox("The desk <desk@example.org>", "--from")
    envelope = Envelope(sender, None, (parse_mailbox(order.to, "--to"),))
    message = compose_message(rendering, Words(introduction=OPENING), envelope)
    made = {report.name.rpartition(".")[2]: report.data for report in rendering.reports}
    return {name: sha256(data).hexdigest() for name, data in (made | {"eml": unsent(message)}).items()}


def _unobserved(_step: str) -> AbstractContextManager[object]:
    return nullcontext()


if __name__ == "__main__":
    main()
