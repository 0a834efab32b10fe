"""What is right: complete, valid, harmless reports or one printable line; nothing read, left or sent that is not ours."""

import os
import re
import site
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.hostile.case import LIMIT, REPORT, Case
from tests.hostile.harmless import harms
from tests.hostile.running import ROOT, Folders, Ran, run

MOST_S, MOST_MB = 30.0, 700.0
USUAL_S = 5.0
"""Seconds within which 95 % of the cases end."""

_SOME_FAILED = 1
_VERIFIED = frozenset({0, 3, 6})
"""What `verify` ends with: sound, unreadable, not sound."""
_REFUSED = range(2, 6)
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_OURS = (
    *(ROOT / name for name in ("converter", "styles", "pyproject.toml")),
    Path("/usr/local/share/fonts"),
    *map(Path, (sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"), *site.getsitepackages())),
)
_SYSTEM = re.compile(
    r"/(?:usr/(?:lib|lib64|share|local/lib)|lib|lib64)/|/etc/(?:ld\.so\.|localtime|mime\.types|ssl/|host|resolv|nsswitch|gai|fonts|os-release|debian_version)"
    r"|/proc/(?:self|\d+|thread-self)/|/proc/(?:meminfo|stat|cpuinfo|filesystems|mounts)|/sys/|/dev/(?:null|urandom|shm)|/dev/tty$|/var/cache/fontconfig"
)
"""What Python and its libraries read to run at all."""


def wrong_of_report(arguments: Sequence[str], ran: Ran, folders: Folders, before: set[Path]) -> Iterator[str]:
    """Yield what is wrong with `ran`, which verified a hostile file as if it were a report."""
    yield from _of_any(arguments, ran, folders, before)
    if ran.code not in _VERIFIED:
        yield f"verify ends with {ran.code}: {ascii(ran.said)[:300]}"
    if len(ran.said) != (ran.code == 3):
        yield f"verify says {len(ran.said)} lines: {ascii(ran.said)[:300]}"


def wrong(
    case: Case, arguments: Sequence[str], ran: Ran, folders: Folders, before: set[Path]
) -> Iterator[str]:
    """Yield what is wrong with `ran`, the call with `arguments`; `before`: the files there were."""
    if ran.code == 0:
        yield from _of_reports(case, arguments, ran, folders)
    else:
        yield from _of_refusal(case, ran)
    yield from _of_any(arguments, ran, folders, before)


def _of_any(arguments: Sequence[str], ran: Ran, folders: Folders, before: set[Path]) -> Iterator[str]:
    """Yield what is wrong with a call of any command."""
    if ran.seconds > MOST_S:
        yield f"took {ran.seconds:.0f} s"
    if ran.peak_mb > MOST_MB:
        yield f"took {ran.peak_mb:.0f} MB"
    if ran.left:
        yield f"{len(ran.left)} processes outlived it"
    for line in ran.said:
        if _UNPRINTABLE.search(line) or not line.startswith("briefing: "):
            yield f"says {line[:200]!a}"
    yield from (f"left {path}" for path in sorted(_strangers(ran, folders) - before))
    yield from _of_reach(arguments, ran, folders)


def files(folders: Folders) -> set[Path]:
    """Return everything where a call may write, but what is remembered of styles."""
    found = {path for name in ("in", "out", "tmp", "home") for path in (folders.base / name).rglob("*")}
    return {path for path in found if not path.is_relative_to(folders.base / "home" / ".cache")} - {
        folders.base / "home"
    }


def codes(ran: Ran) -> list[str]:
    """Return the codes of the errors."""
    return [result["error"]["code"] for result in ran.results if "error" in result]


def _strangers(ran: Ran, folders: Folders) -> set[Path]:
    """Return what lies about and is neither a report nor a folder of one."""
    reports = _reports(ran, folders)
    return files(folders) - reports - {folder for path in reports for folder in path.parents}


def _reports(ran: Ran, folders: Folders) -> set[Path]:
    told = [output["path"] for result in ran.results for output in result.get("outputs", ())]
    return {Path(os.path.normpath(folders.input / path)) for path in told}


def _of_reports(case: Case, arguments: Sequence[str], ran: Ran, folders: Folders) -> Iterator[str]:
    if REPORT not in case.must:
        yield f"made a report, and should say {' or '.join(sorted(case.must))}"
    reports = _reports(ran, folders)
    if "-o" not in arguments and {path.suffix for path in reports} != {".docx", ".pdf"}:
        yield f"made {sorted(path.name for path in reports)}"
    for path in reports:
        yield from (f"{path.suffix}: {harm}" for harm in harms(path.read_bytes(), path.suffix[1:]))
    given = [] if case.meanwhile else ["--source", arguments[0]]
    proof = run(["verify", *map(str, sorted(reports)), *given, "--json"], folders)
    expected = {"proved"} if given else {"proved", "consistent"}
    words = [result.get("verdict", result.get("error")) for result in proof.results]
    told = [finding for result in proof.results for finding in result.get("findings", ())]
    noticed = {notice["code"] for result in ran.results for notice in result.get("notices", ())}
    # that the fonts lack a letter was told when the report was made
    lacking = "glyph-missing" in noticed and all(
        finding["code"] in {"unshown", "doubtful", "altered"} for finding in told
    )
    # a report of a thousand pages may be more than one is allowed to be, like the article that it is of
    given_up = bool(LIMIT & case.must) and set(codes(proof)) and set(codes(proof)) <= LIMIT
    words = [word for word in words if not (given_up and isinstance(word, dict))]
    sound = set(words) <= expected and (proof.code == 0 or given_up)
    if not sound and not (told and lacking):
        yield f"verify ends with {proof.code}: {words} {ascii(told)[:300]} {ascii(proof.said)[:200]}"
    if min(proof.seconds, proof.cpu_s) > MOST_S or proof.peak_mb > MOST_MB:
        yield f"verify took {proof.seconds:.0f} s and {proof.peak_mb:.0f} MB"


def _of_refusal(case: Case, ran: Ran) -> Iterator[str]:
    if ran.code not in _REFUSED and not (ran.code == _SOME_FAILED and len(ran.results) > 1):
        yield f"ends with {ran.code}: {ascii(ran.said)[:300]}"
        return
    faults = [line for result in ran.results for line in result.get("error", {}).get("lines", ())]
    if len(ran.said) != max(len(faults), 1):
        yield f"says {len(ran.said)} lines: {ascii(ran.said)[:300]}"
    if not set(codes(ran)) & case.must:
        yield f"says {codes(ran)}, and should be {' or '.join(sorted(case.must))}: {ascii(ran.said)[:200]}"


def _of_reach(arguments: Sequence[str], ran: Ran, folders: Folders) -> Iterator[str]:
    if "://" not in arguments[0]:
        yield from (f"reached for {address[:80]}" for address in ran.reached)
    for path in ran.opened:
        inside = path.is_relative_to(folders.base) and not path.name.startswith("secret")
        inside = inside or str(path) in arguments
        if (
            not inside
            and not any(path.is_relative_to(ours) for ours in _OURS)
            and not _SYSTEM.match(str(path))
        ):
            yield f"opened {path}"
    for program in ran.started:
        if Path(program).name not in {
            "unshare",
            Path(sys.executable).name,
            Path(sys.executable).resolve().name,
        }:
            yield f"started {program}"
