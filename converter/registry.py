"""Names of formats and what they stand for; nothing is imported before it is used.

A `Registry` maps a name to `"package.module:attribute"`. Ours are written down in one table for each kind
of part; third parties add theirs by an entry point of the same group in their own package's metadata.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct

from converter.errors import ConverterError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


class Registry(Struct, frozen=True):
    """A table of parts of one kind.

    Attributes:
        group: entry-point group for third parties, such as `converter.writers`.
        builtin: name → `"package.module:attribute"`.
    """

    group: str
    builtin: Mapping[str, str]

    def names(self) -> tuple[str, ...]:
        """Return every name, ours first, then those of installed packages in alphabetical order.

        Raises:
            ConverterError: `registry-clash` when a package claims a name that is taken.
        """
        return (*self.builtin, *sorted(self._entry_points()))

    def load(self, name: str) -> object:
        """Import and return what `name` stands for; installed packages are asked only for names not ours.

        Raises:
            KeyError: nothing goes by that name.
            ConverterError: `registry-clash` when two packages claim it.
        """
        if name in self.builtin:
            module, _, attribute = self.builtin[name].partition(":")
            return getattr(import_module(module), attribute)
        return self._entry_points()[name].load()

    def _entry_points(self) -> dict[str, "EntryPoint"]:
        # 25 ms to import, and rarely needed
        from importlib.metadata import entry_points

        found: dict[str, EntryPoint] = {}
        for point in entry_points(group=self.group):
            if point.name in found or point.name in self.builtin:
                owner = point.dist.name if point.dist else point.value
                raise ConverterError(
                    "registry-clash",
                    f"the name {point.name!r} of {self.group} is taken",
                    where=owner,
                    remedy="uninstall that package, or ask its authors for another name",
                )
            found[point.name] = point
        return found
