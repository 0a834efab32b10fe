"""What must be so where the articles of a run are converted, if not in this process or a child of it.

Otherwise reports would be others, or would go elsewhere and nobody would know.
"""

import pickle
import platform
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from converter import __version__
from converter.batch.plan import Plan, configuration_of
from converter.batch.records import Output
from converter.batch.targets import target_of
from converter.errors import UsageError
from converter.files import TEMPORARY


class Versions(Struct, frozen=True):
    """What runs somewhere: with others, reports may be others.

    Attributes:
        briefing: version of the program; empty where it is not installed.
        python: such as `3.13`.
    """

    briefing: str = __version__
    python: str = ".".join(platform.python_version_tuple()[:2])

    def check(self, found: "Versions", where: str) -> None:
        """Check that the worker at `where` runs the same.

        Raises:
            UsageError: `cluster-unfit`.
        """
        if not found.briefing:
            raise unfit(where, "briefing is not installed there", f"install version {self.briefing}")
        for name, there, here in (
            ("briefing", found.briefing, self.briefing),
            ("Python", found.python, self.python),
        ):
            if there != here:
                what = f"{name} {there} runs there, and {here} here"
                raise unfit(where, what, "install the same version on both")


class Terms(Struct, frozen=True):
    """What must be so where the articles of a run are converted.

    Attributes:
        run: its name, which no other run has.
        folder: of the driver, which paths start from.
        target: where reports go.
        probe: what lies in the target while the run lasts.
        configuration: hash of the settings and all files that they name.
        versions: that the driver runs.
    """

    run: str
    folder: str
    target: str
    probe: Output
    configuration: str
    versions: Versions

    def check(self, where: str, plan: bytes) -> None:
        """Check that the worker at `where`, which is here, makes the reports that the driver would make.

        Args:
            where: its address.
            plan: of the batch, pickled.

        Raises:
            UsageError: `cluster-unfit`.
            ConverterError: a file that the settings name is not here.
        """
        self.versions.check(Versions(), where)
        if _configuration(plan) != self.configuration:
            what = "styles, outlines or fonts there are other than here"
            raise unfit(where, what, "install the same packages and files on both")
        # each time, for a disk may be gone
        if not target_of(self.target).holds(self.probe):
            what = f"{self.target} is not there what it is here"
            raise unfit(where, what, "name a folder on a disk that all workers share, or a store")


@contextmanager
def agreed(plan: Plan) -> Iterator[Terms]:
    """Yield the terms of a new run; its probe lies in the target meanwhile.

    Raises:
        ConverterError: the probe cannot be written, or a file that the settings name is not here.
    """
    run = secrets.token_hex(8)
    name, data = TEMPORARY.format(f"run-{run}"), run.encode()
    target = target_of(plan.target)
    target.publish({name: data}, {})
    try:
        probe = Output(name, "", sha256(data).hexdigest())
        yield Terms(run, str(Path.cwd()), plan.target, probe, configuration_of(plan), Versions())
    finally:
        target.remove(name)


def unfit(where: str, what: str, remedy: str) -> UsageError:
    """Return what is told of a worker that cannot do a run's work."""
    return UsageError("cluster-unfit", what, where=where, remedy=remedy)


@lru_cache(maxsize=1)
def _configuration(plan: bytes) -> str:
    return configuration_of(pickle.loads(plan))  # noqa: S301 - the driver has made it
