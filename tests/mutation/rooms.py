"""What is mutated: the modules on which it depends that nothing that is fed can hurt."""

from typing import NamedTuple


class Room(NamedTuple):
    """Modules that are mutated together.

    Attributes:
        modules: below the repository, without their suffix; `*` stands for any name.
        tests: files and folders that may notice.
    """

    modules: tuple[str, ...]
    tests: tuple[str, ...]


LEAST = 80
"""Per cent of the mutants of a room that must be noticed."""

ROOMS = {
    "cleaning": Room(
        ("converter/text", "converter/links", "converter/files"),
        ("tests/test_text.py", "tests/test_links.py", "tests/test_files.py"),
    ),
    "guards": Room(
        ("converter/archives", "converter/rasters", "converter/ooxml/package", "converter/ooxml/xml"),
        ("tests/test_archives.py", "tests/test_rasters.py", "tests/ooxml"),
    ),
    "guard": Room(
        # What runs in the child alone is not seen by mutmut, which follows the process of the tests.
        tuple(f"converter/guard/{name}" for name in ("bounds", "cell", "guarding", "travelling")),
        ("tests/guard/test_bounds.py", "tests/guard/test_guard.py", "tests/guard/test_travelling.py"),
    ),
    "provenance": Room(
        ("converter/pipeline/claims", "converter/pipeline/content", "converter/verifier/proof/*"),
        # The tests that alter whole reports see more, and take a minute for each mutant.
        (
            "tests/pipeline/test_claims.py",
            "tests/pipeline/test_content.py",
            *(
                f"tests/verifier/proof/test_{name}.py"
                for name in (
                    "alignment",
                    "claims",
                    "comparing",
                    "dates",
                    "digest",
                    "furniture",
                    "letters",
                    "marking",
                    "metadata",
                    "panels",
                    "parsing",
                    "proof",
                    "running",
                    "sources",
                    "verdict",
                    "wording",
                )
            ),
        ),
    ),
    "mail": Room(
        tuple(
            f"converter/mailer/{name}"
            for name in ("headers", "mailboxes", "recipients", "letters", "message")
        ),
        tuple(
            f"tests/mailer/test_{name}.py"
            for name in ("letters", "mailboxes", "message", "recipients", "strict")
        ),
    ),
}
"""By the name on the command line."""
