"""How much is taken in: one small policy for every input, and for the whole process.

`LIMITS` is read wherever something is bounded. Whoever owns the process may `adopt` another policy once, at
its start, as with `ulimit`: the command line does (`converter.configuration.load_limits`), and hands it on
to the processes that it starts. `docs/limits.md` says what each limit is for.
"""

from typing import cast

from msgspec import Struct


class Limits(Struct, frozen=True):
    """Upper bounds on what is read; beyond them an input is refused with one line.

    Attributes:
        seconds: that reading one document may take; also all work on one document of a batch.
        memory_bytes: that the process which reads it may hold; one that works on it and held much before
            may hold half of this more.
        guard: whether what is not plainly small and plain is read in a process that can be killed.
        whole: whether this process is held to both as well, while it works on a document; for processes that
            do nothing else.
        input_bytes: size of an article.
        download_s: seconds until an address of the web must have answered in full.
        redirects: how many times an address may lead to another.
        image_pixels: width times height of a picture.
        image_scans: passes over a picture in which a JPEG may tell it.
        zip_entries: files in an archive, such as a Word file.
        zip_bytes: size of an archive's files, unpacked.
        zip_ratio: how many times its packed size a file in an archive may have, if it is larger than
            `zip_small_bytes`.
        zip_small_bytes: up to which a file in an archive may unfold as it likes.
        pdf_pages: pages of a PDF.
        pdf_page_characters: characters, or drawn objects, of one page.
        pdf_elements: elements of a page's structure tree.
        pdf_depth: nesting of that tree.
        yaml_bytes: size of a style, outline, language, briefing or configuration file.
        yaml_depth: nesting of collections in such a file.
        yaml_nodes: nodes of such a file after its aliases are expanded.
    """

    seconds: float = 20.0
    memory_bytes: int = 400_000_000
    guard: bool = True
    whole: bool = False
    input_bytes: int = 50_000_000
    download_s: float = 60.0
    redirects: int = 10
    image_pixels: int = 40_000_000
    image_scans: int = 500
    zip_entries: int = 2_000
    zip_bytes: int = 200_000_000
    zip_ratio: int = 100
    zip_small_bytes: int = 1_000_000
    pdf_pages: int = 5_000
    pdf_page_characters: int = 500_000
    pdf_elements: int = 50_000
    pdf_depth: int = 100
    yaml_bytes: int = 256 * 1024
    yaml_depth: int = 32
    yaml_nodes: int = 50_000


class _InForce:
    """Reads like a `Limits`: that which is in force, whichever that is by then."""

    policy = Limits()

    def __getattr__(self, name: str) -> object:
        return getattr(_InForce.policy, name)


LIMITS = cast("Limits", _InForce())
"""The policy of this process. Read its attributes when they are needed: at import it may be another one."""


def in_force() -> Limits:
    """Return the policy of this process, to be handed on or changed by `msgspec.structs.replace`."""
    return _InForce.policy


def adopt(limits: Limits) -> None:
    """Make `limits` the policy of this process; for its owner, at its start."""
    _InForce.policy = limits
