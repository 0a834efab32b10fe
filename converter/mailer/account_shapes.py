"""Shapes of single values in `accounts.yaml`."""

import re
import shlex
from pathlib import Path

from converter.errors import UsageError
from converter.mailer.mailboxes import Mailbox, parse_mailbox
from converter.mailer.servers import is_loopback
from converter.stylesheets.shapes import File, JsonSchema, ScalarShape, Text, UnfitError, quoted
from converter.yaml_source import Scalar

_HOST = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)(?:\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*\.?")


class Address(ScalarShape[Mailbox]):
    """A mailbox, with or without a name."""

    kind = "an address"
    remedy = "write Name <name@example.org>"

    def parse(self, scalar: Scalar) -> Mailbox:
        """See `ScalarShape.parse`."""
        try:
            return parse_mailbox(scalar.text, "")
        except UsageError as error:
            raise UnfitError(error.what, error.remedy) from None

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"type": "string"}


class Host(Text):
    """The name or IP address of a server; a name in another script is taken as IDNA writes it."""

    kind = "a host"

    def parse(self, scalar: Scalar) -> str:
        """See `ScalarShape.parse`."""
        text = super().parse(scalar)
        if is_loopback(text) or re.fullmatch(r"[0-9a-fA-F:]*:[0-9a-fA-F:.]*:[0-9a-fA-F.]*", text):
            return text
        try:
            name = text.encode("idna").decode("ascii").lower()
        except UnicodeError:
            name = ""
        if not _HOST.fullmatch(name):
            remedy = "write a name such as smtp.example.org; port and security have keys of their own"
            raise UnfitError(f"{quoted(text)} is not {self.kind}", remedy)
        return name


class Command(Text):
    """A command line, which is run without a shell."""

    kind = "a command"

    def parse(self, scalar: Scalar) -> str:
        """See `ScalarShape.parse`; what is wrong is told without the command's words."""
        text = super().parse(scalar)
        try:
            words = shlex.split(text)
        except ValueError:
            raise UnfitError(
                "has a quotation mark that is never closed", "write another behind the text"
            ) from None
        if not words:
            raise UnfitError("names no command", "write one such as pass show mail/press")
        return text


class OwnFile(File):
    """A file that is there; `~` is the home folder."""

    def path(self, scalar: Scalar) -> Path:
        """See `File.path`."""
        return Path(scalar.place.file).parent.absolute() / Path(scalar.text).expanduser()


class Rate(ScalarShape[float]):
    """Messages a minute."""

    kind = "a number of messages a minute"

    def parse(self, scalar: Scalar) -> float:
        """See `ScalarShape.parse`."""
        sound = re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,3})?", scalar.text, re.ASCII)
        if not sound or not float(scalar.text):
            raise UnfitError(f"{quoted(scalar.text)} is not {self.kind}", "write one such as 30 or 0.5")
        return float(scalar.text)

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"type": "number", "exclusiveMinimum": 0, "maximum": 99999}
