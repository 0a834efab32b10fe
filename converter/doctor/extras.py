"""What briefing can use, and need not have."""

import shutil
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from converter.doctor.checkup import Check, missing, ok

_COMPLETE = "_BRIEFING_COMPLETE"
"""Stands in every script that lets a shell complete."""

_SHELLS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "bash": ((".bashrc", ".bash_completion", ".bash_profile"), "briefing completion bash >> ~/.bashrc"),
    "zsh": ((".zshrc",), "briefing completion zsh >> ~/.zshrc"),
    "fish": (
        (".config/fish/completions/briefing.fish", ".config/fish/config.fish"),
        "briefing completion fish > ~/.config/fish/completions/briefing.fish",
    ),
}
"""Shell → files in the home folder that may hold the script, and how it gets there."""

_STORES = {"s3": ("s3fs", "s3://"), "gcs": ("gcsfs", "gs://")}
"""Our extra → what it brings, and the addresses that need it."""

_JUDGES = {
    "verapdf": "veraPDF (judges PDFs)",
    "ooxml-validator": "the Open XML validator (judges Word files)",
}
"""Programs that are told only where they are."""


def look_at_extras(environment: Mapping[str, str], home: Path) -> Iterator[Check]:
    """Yield which optional parts are there, and how to add those that are not."""
    yield _look_at_langid()
    yield _look_at_keyring()
    yield from map(_look_at_store, _STORES)
    yield _look_at_libreoffice()
    yield from _look_at_completion(Path(environment.get("SHELL", "")).name, home)
    for program, what in _JUDGES.items():
        if found := shutil.which(program):
            yield ok(f"{what}: {found}")


def _look_at_langid() -> Check:
    if find_spec("py3langid"):
        return ok("py3langid: asked for the language of an article whose small words leave doubt")
    return missing(
        "py3langid, which tells the language of very short articles better",
        "pip install 'briefing-converter[langid]'",
    )


def _look_at_keyring() -> Check:
    if find_spec("keyring"):
        return ok("keyring: passwords of e-mail accounts may lie in the system's keyring")
    return missing(
        "keyring, by which passwords of e-mail accounts may lie in the system's keyring",
        "pip install 'briefing-converter[keyring]'",
    )


def _look_at_store(extra: str) -> Check:
    part, scheme = _STORES[extra]
    if find_spec(part):
        return ok(f"{part}: batches from and to {scheme}")
    return missing(f"{part}, for batches from and to {scheme}", f"pip install 'briefing-converter[{extra}]'")


def _look_at_libreoffice() -> Check:
    from converter.previewer.word import find_libreoffice

    if program := find_libreoffice():
        return ok(f"LibreOffice: {program} (styles preview --serve shows the Word version)")
    return missing(
        "LibreOffice, with which styles preview --serve shows the Word version",
        "install libreoffice-writer on Debian or Ubuntu; elsewhere get it from libreoffice.org",
    )


def _look_at_completion(shell: str, home: Path) -> Iterator[Check]:
    if shell not in _SHELLS:
        return
    files, command = _SHELLS[shell]
    if any(_COMPLETE in _text(home / file) for file in files):
        yield ok(f"{shell} completes commands, options and styles")
    else:
        yield missing(f"completion of commands, options and styles in {shell}", command)


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""
