"""Style files, and the brand files that houses publish."""

import json

from converter.stylesheets.folders import shipped_folder
from converter.stylesheets.style_file import ROLES
from converter.stylesheets.styles import load_style
from tests.fuzz.scratch import written
from tests.fuzz.target import Target

SYNTAX = (b": ", b"- ", b"\n  ", b"{", b"}", b"[", b"]", b"&a ", b"*a", b"|\n", b">-\n", b"'", b'"', b"!!", b"#", b"---\n", b"%", b"<<: ", b"? ", b"\t")  # fmt: skip
_VALUES = (b"11pt", b"2em", b"-1mm", b"90%", b"#abcdef", b"navy", b"none", b"{title}", b"no", b"~", b"1e400", b".nan", b"0x10", b"1_0", b"A4", b"12:30")  # fmt: skip
_BRAND = """meta: {name: House of Lund, link: https://example.org}
logo: {small: a.png, medium: {light: b.png, dark: {path: c.svg, alt: Lund}}}
color:
  palette: {navy: "#12355b", accent: navy, rgb: "rgb(1 2 3 / 50%)", hsl: "hsl(120deg, 50%, 20%)"}
  foreground: navy
  background: white
typography:
  fonts:
    - {family: Lund Sans, source: file, files: [{path: lund.ttf, weight: 400..700, style: italic}]}
    - {family: Inter, source: google, weight: [400, bold]}
  base: {family: Lund Sans, size: 1.1rem, line-height: 1.4}
  headings: {family: Inter, weight: 600, color: navy}
  link: {decoration: underline}
"""


def _run(data: bytes) -> None:
    for name in ("house.yaml", "_brand.yml"):
        style = load_style(str(written(name, data)), strict=True)
        assert set(style.text) == set(ROLES)


def _keys() -> set[bytes]:
    """Return every key that the schema knows."""
    schema = json.loads((shipped_folder() / "schema" / "style.schema.json").read_bytes())
    found: set[bytes] = set()
    parts: list[object] = [schema]
    while parts:
        part = parts.pop()
        if isinstance(part, dict):
            properties = part.get("properties", {})
            found.update(f"{key}: ".encode() for key in properties if isinstance(properties, dict))
        parts += part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
    return found


def _seeds() -> list[bytes]:
    shipped = [path.read_bytes() for path in sorted(shipped_folder().glob("*.yaml"))]
    return [*shipped, _BRAND.encode(), b"extends: memo\n", b"extends: house.yaml\n", b"a: &a [*a]\n"]


TARGET = Target("style", _run, _seeds, (*sorted(_keys()), *SYNTAX, *_VALUES), largest=20_000)  # fmt: skip
