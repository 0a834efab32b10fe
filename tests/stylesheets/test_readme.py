"""Every example of `styles/README.md` works as it stands."""

import re
from pathlib import Path

import pytest

from converter.stylesheets.folders import user_folder
from converter.stylesheets.outlines import load_outline
from converter.stylesheets.schemes import load_scheme
from converter.stylesheets.styles import load_style

README = Path(__file__).resolve().parents[2] / "styles" / "README.md"
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_loads_and_changes_something(example: str, tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(example, "utf-8")
    if example.startswith("# outline"):
        assert load_outline(str(path)).sections != load_outline("default").sections
    elif example.startswith("# scheme"):
        assert load_scheme(str(path)).marks
    else:
        style, default = load_style(str(path)), load_style("default")
        fields = set(style.__struct_fields__) - {"name", "description"}
        assert [field for field in fields if getattr(style, field) != getattr(default, field)]


def test_there_is_an_example_for_each_chapter() -> None:
    assert len(EXAMPLES) == 10


def test_the_folder_of_this_system_is_named() -> None:
    assert "briefing/styles" in user_folder().as_posix()
