"""What can go wrong, one class for each exit code.

    ConverterError                    70  a fault of ours
    ├── UsageError                     2  options that cannot go together
    ├── InputError                     3  missing, a folder, empty, unreadable, unsupported, encrypted
    ├── StyleError                     4  style, outline, language, template or configuration
    ├── OutputError                    5  exists, cannot be written, two outputs with one name
    ├── VerificationError              6  also warnings under `--strict`
    └── DeliveryError                  7  a message was refused, or nobody can tell what became of it
        └── PostponedError            75  nothing was lost, and trying again later may help

Every error is one line for a person: *where*: *what*; *remedy*. Its `code` is stable, documented in
`docs/errors.md`, and what other programs should look at.
"""

MOST = 500
"""Characters of *what* and of *remedy*, in which things are quoted that may be as long as an article."""

_KEPT = 100
"""Of these, how many are the last: behind what is quoted stands what is wrong with it."""


class ConverterError(Exception):
    """An error that the user is told about in one line.

    Args:
        code: stable name of the error, such as `input-missing`.
        what: what is wrong, without a full stop; line ends become spaces, and from its midst goes what makes
            it longer than `MOST`.
        where: file, address or place in a file (`house.yaml:8:30`); empty when there is none.
        remedy: what to do about it, likewise; empty when nothing can be said.
    """

    exit_code = 70

    def __init__(self, code: str, what: str, *, where: str = "", remedy: str = "") -> None:
        """Keep the parts apart, so that `--json` can print them apart."""
        super().__init__(code, what, where, remedy)
        self.code = code
        self.what = _line(what)
        self.where = where
        self.remedy = _line(remedy)

    def __reduce__(self) -> tuple[object, ...]:
        """Travel whole: an error of a process is told by another."""
        return type(self).__new__, (type(self), *self.args), self.__dict__

    @property
    def lines(self) -> tuple[str, ...]:
        """What a person is told: the one line; of a file with several faults, a line for each."""
        return (str(self),)

    def __str__(self) -> str:
        """The one line: *where*: *what*; *remedy*."""
        place = f"{self.where}: " if self.where else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{remedy}"


class UsageError(ConverterError):
    """Options that cannot go together."""

    exit_code = 2


class InputError(ConverterError):
    """The article cannot be read."""

    exit_code = 3


class StyleError(ConverterError):
    """A style, outline, language, template or configuration is wrong."""

    exit_code = 4


class OutputError(ConverterError):
    """A report cannot be written where it should go."""

    exit_code = 5


class VerificationError(ConverterError):
    """A report does not hold what it claims, or `--strict` met a warning."""

    exit_code = 6


class DeliveryError(ConverterError):
    """A message was not delivered."""

    exit_code = 7


class PostponedError(DeliveryError):
    """A message was not delivered yet: trying again later may help (EX_TEMPFAIL of sysexits.h)."""

    exit_code = 75


def _line(text: str) -> str:
    """Return `text` on one line, without its midst where it is long."""
    line = " ".join(text.splitlines())
    return line if len(line) <= MOST else f"{line[: MOST - _KEPT - 1]}…{line[-_KEPT:]}"
