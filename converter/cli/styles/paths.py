"""Names of files that are written."""

from pathlib import Path

from converter.errors import UsageError


def yaml_file(name: str, what: str, *, option: str = "") -> Path:
    """Return the path `name`, which must look like that of a YAML file.

    Args:
        name: as it was given.
        what: will be written, such as `a style`.
        option: stands before the name in the remedy.

    Raises:
        UsageError: `output-formats`.
    """
    file = Path(name)
    if file.suffix.lower() in {".yaml", ".yml"}:
        return file
    better = file.with_suffix(".yaml") if file.name else "house.yaml"
    raise UsageError("output-formats", f"{what} is a YAML file", where=name, remedy=f"write {option}{better}")
