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


class ConverterError(Exception):
    """An error that the user is told about in one line.

    Args:
        code: stable name of the error, such as `input-missing`.
        what: what is wrong, without a full stop.
        where: file, address or place in a file (`house.yaml:8:30`); empty when there is none.
        remedy: what to do about it; empty when nothing can be said.
    """

    exit_code = 70

    def __init__(self, code: str, what: str, *, where: str = "", remedy: str = "") -> None:
        """Keep the parts apart, so that `--json` can print them apart."""
        super().__init__(code, what, where, remedy)
        self.code = code
        self.what = what
        self.where = where
        self.remedy = remedy

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes as it is, whatever a subclass asks for when it is made."""
        return _restored, (type(self), self.args, self.__dict__)

    @property
    def lines(self) -> tuple[str, ...]:
        """What a person is told: the one line; of a file with several faults, a line for each."""
        return (str(self),)

    def __str__(self) -> str:
        """The one line: *where*: *what*; *remedy*."""
        place = f"{self.where}: " if self.where else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}{remedy}"


def _restored(
    kind: type[ConverterError], args: tuple[object, ...], parts: dict[str, object]
) -> ConverterError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(parts)
    return error


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
