"""What is the same for all documents of a batch, as it travels to the workers."""

from hashlib import sha256
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import asdict

from converter.batch.records import Item, hash_of
from converter.configuration import Settings, Written, refined
from converter.digester import Order
from converter.errors import ConverterError, InputError
from converter.limits import Limits, in_force
from converter.paths import STDIN
from converter.pipeline.dependencies import files_read
from converter.pipeline.kit import Kit

_OF_KITS = frozenset({"style", "template", "paper", "outline", "panel", "report-lang"})
"""Settings for which other files are loaded."""

_NOT_IN_REPORTS = frozenset({"output", "override_places", "force", "strict"})
"""Attributes of settings that no report depends on."""

_MOST_KITS = 32


class Plan(Struct, frozen=True):
    """A batch, apart from its documents.

    Attributes:
        settings: of the call, with its formats.
        target: folder or address for the reports.
        pattern: of their names (`converter.batch.names`).
        shards: into how many files of JSON lines the reports go; 0: each is a file.
        retry_failed: whether what failed in an earlier run, for the article's sake, is tried again.
        order: of the articles of a group.
        limits: of the driver, which its workers adopt.
    """

    settings: Settings
    target: str
    pattern: str
    shards: int = 0
    retry_failed: bool = False
    order: Order = "given"
    limits: Limits = field(default_factory=in_force)


class Kits:
    """The files that documents need, loaded once for all that choose the same."""

    def __init__(self, plan: Plan) -> None:
        """Load what a document needs that chooses nothing.

        Raises:
            ConverterError: as `Kit`.
        """
        self._plan = plan
        self._kits: dict[tuple[object, ...], tuple[Kit, str]] = {}
        self.plain = Kit(plan.settings)
        self._kits[()] = (self.plain, _hash_of_files(plan.settings))

    def kit_of(self, item: Item) -> tuple[Kit, str]:
        """Return the kit for `item`, and the hash of all that its reports depend on beside its own bytes.

        Raises:
            ConverterError: what is wrong with what the list chooses for it.
        """
        settings = _settings_of(item, self._plan.settings)
        loaded, files = self._loaded(item, settings)
        kit = loaded.with_settings(settings) if item.choice else loaded
        of_members = (self.kit_of(member)[1] for member in item.members)
        said = (
            f"{name}={_said(value)}"
            for name, value in asdict(settings).items()
            if name not in _NOT_IN_REPORTS
        )
        of_batch = (self._plan.pattern, self._plan.order, str(self._plan.shards))
        return kit, hash_of((*said, files, *of_batch, *of_members))

    def _loaded(self, item: Item, settings: Settings) -> tuple[Kit, str]:
        chosen = tuple((key, value) for key, value in item.choice if key in _OF_KITS)
        key = (item.folder, *chosen) if chosen else ()
        if key not in self._kits:
            while len(self._kits) >= _MOST_KITS:
                # the first is the one without choices, and stays
                del self._kits[list(self._kits)[1]]
            self._kits[key] = (_kit_of_row(item, settings), _hash_of_files(settings))
        return self._kits[key]


def _kit_of_row(item: Item, settings: Settings) -> Kit:
    try:
        return Kit(settings)
    except ConverterError as error:
        if item.place:
            error.what = f"{error.where}: {error.what}" if error.where else error.what
            error.where = item.place
        raise


def configuration_of(plan: Plan) -> str:
    """Return the hash of all that reports depend on, beside articles and what lists choose for them.

    Raises:
        ConverterError: as `Kits`.
    """
    return Kits(plan).kit_of(Item("", ""))[1]


def _settings_of(item: Item, settings: Settings) -> Settings:
    if not item.choice:
        return settings
    folder = Path(item.folder)
    try:
        return refined(
            settings, {key: Written(value, item.place, item.place, folder) for key, value in item.choice}
        )
    except ConverterError as error:
        raise InputError("list-invalid", error.what, where=item.place, remedy=error.remedy) from None


def _said(value: object) -> str:
    """Return a value of settings as text; mappings in the order of their keys, which is what counts."""
    return repr(sorted(value.items()) if isinstance(value, dict) else value)


def _hash_of_files(settings: Settings) -> str:
    """Return a hash of the contents of all files that `settings` name, wherever they lie."""
    contents: list[str] = []
    # an article on standard input, in a language that is not known, adds no file but those of all languages
    for path in files_read((STDIN,), settings, {}):
        try:
            contents.append(sha256(path.read_bytes()).hexdigest())
        except OSError:
            contents.append("")
    return hash_of(sorted(contents))
