"""Writes the bill of materials: the packages of the lock that the program itself needs (CycloneDX, ECMA-424).

`make sbom` runs it with cyclonedx-bom in an environment of its own. Packages that only tests and checks need
are left out; which these are, the lock says itself, with what each package is there for. The addresses of an
index are no part of it: where packages come from is decided by whoever installs.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from converter import __version__

ROOT = Path(__file__).resolve().parent.parent
PROJECT = "briefing-converter (pyproject.toml)"

_NAME = re.compile(r"^(?P<name>[a-z0-9-]+)==")
_VIA = re.compile(r"^ +#(?: via)? +(?P<name>\S.*)$", re.MULTILINE)


def needed(lock: str) -> str:
    """Return the entries of a lock, as uv writes it, that the program needs where it is installed."""
    entries = {match["name"]: entry for entry in _entries(lock) if (match := _NAME.match(entry))}
    wanted, before = {PROJECT}, 0
    while len(wanted) > before:
        before = len(wanted)
        wanted |= {name for name, entry in entries.items() if wanted & set(_VIA.findall(entry))}
    return "".join(entry for name, entry in entries.items() if name in wanted)


def finished(bill: dict[str, Any]) -> dict[str, Any]:
    """Return a bill that says which version of ours it is of, and names no address.

    The hashes of a package's files stand in the package, and not beside the address of an index.
    """
    metadata = {key: value for key, value in bill["metadata"].items() if key != "tools"}
    metadata["component"] = {**metadata["component"], "version": __version__}
    return {**bill, "metadata": metadata, "components": list(map(_component, bill["components"]))}


def _entries(lock: str) -> list[str]:
    return re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)


def _component(component: dict[str, Any]) -> dict[str, Any]:
    references = component.get("externalReferences", [])
    hashes = [one for reference in references for one in reference.get("hashes", [])]
    kept = {
        key: value for key, value in component.items() if key not in {"externalReferences", "description"}
    }
    return {**kept, "hashes": hashes}


def main() -> None:
    """Write `dist/sbom.cdx.json`."""
    options = (
        "--pyproject",
        str(ROOT / "pyproject.toml"),
        "--output-reproducible",
        "--output-format",
        "JSON",
    )
    made = subprocess.run(
        [sys.executable, "-m", "cyclonedx_py", "requirements", "-", *options],
        input=needed((ROOT / "requirements.lock").read_text("utf-8")),
        capture_output=True,
        check=True,
        text=True,
    )
    bill = finished(json.loads(made.stdout))
    (ROOT / "dist").mkdir(exist_ok=True)
    file = ROOT / "dist" / "sbom.cdx.json"
    file.write_text(json.dumps(bill, indent=2, sort_keys=True) + "\n", "utf-8")
    sys.stdout.write(f"{file.relative_to(ROOT)}: {len(bill['components'])} packages\n")


if __name__ == "__main__":
    main()
