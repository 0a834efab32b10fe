"""The families that styles name, where they were found, and the scripts that they cover."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from converter.doctor.checkup import Check, missing, ok
from converter.model.style import Style
from converter.stylesheets.fonts import usual_face
from converter.stylesheets.scripts import Script, coverage


def look_at_fonts(styles: Sequence[Style]) -> Iterator[Check]:
    """Yield each family that text of `styles` is set in, with its folder and the styles that name it."""
    users: dict[tuple[str, str], list[str]] = {}
    for style in styles:
        families = {family.name: family for family in style.fonts}
        for name in dict.fromkeys(text.family for text in style.text.values()):
            folder = str(Path(usual_face(families[name]).path).parent) if name in families else ""
            users.setdefault((name, folder), []).append(style.name)
    for (name, folder), names in sorted(users.items()):
        if folder:
            yield ok(f"{name}: {folder} (for {', '.join(names)})")
        else:
            yield missing(f"{name} (for {', '.join(names)}): no file of it was found", _named(name))


def look_at_scripts(style: Style) -> Iterator[Check]:
    """Yield which scripts the fonts of `style` cover, by font, and then which they do not."""
    covered: dict[tuple[str, ...], list[str]] = {}
    gaps: dict[str, list[Script]] = {}
    for script, families, lacking in coverage(style):
        if lacking:
            gaps.setdefault(script.package, []).append(script)
        else:
            covered.setdefault(families, []).append(script.name)
    for families, scripts in covered.items():
        yield ok(f"{', '.join(scripts)}: {', '.join(families)}")
    for package, lacked in gaps.items():
        names = ", ".join(script.name for script in lacked)
        yield missing(f"{names}: no font has all of the characters", _remedy(package, lacked))


_SITES = {
    "fonts-dejavu-core": "dejavu-fonts.github.io",
    "fonts-noto-core": "fonts.google.com/noto",
    "fonts-noto-cjk": "github.com/notofonts/noto-cjk, as NotoSansCJK-Regular.ttc",
}
"""Where those find the fonts of a package who have no packages."""


def _remedy(package: str, scripts: Sequence[Script]) -> str:
    lenders = ", ".join(dict.fromkeys(script.lender for script in scripts))
    return (
        f"on Debian or Ubuntu: apt install {package}; on macOS or Windows get {lenders} from"
        f" {_SITES[package]}, and open the files to install them"
    )


def _named(name: str) -> str:
    return f"install {name}, or name its files under typography.fonts"
