"""A Word template → a style: its look, for PDF, HTML and what we add to the Word file.

1. `package` opens the file, `sections` finds where in it the report will stand; `theme`, `formatting` and
   `families` know what its styles refer to.
2. `paragraphs`, `paper`, `running` (with `words` and `fields`) and `pictures` say what they find in the words
   of a style file; `reading` puts it together as a tree of keys.
3. `fitting` leaves out what no style file may say, and what the style that ships says already; `writing`
   makes a text of the rest.
"""

import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from converter.model.style import Style
from converter.notices import Notice
from converter.stylesheets.folders import shipped_folder
from converter.stylesheets.layers import Override
from converter.stylesheets.styles import BASE, style_of
from converter.stylesheets.word_template.fitting import fitting, layered, shortened
from converter.stylesheets.word_template.package import open_package
from converter.stylesheets.word_template.reading import Found, read_template
from converter.stylesheets.word_template.tree import Path as Keys
from converter.stylesheets.word_template.tree import Tree, leaves
from converter.stylesheets.word_template.writing import commented, yaml_text

__all__ = ["StyleText", "load_template_style", "require_template", "style_text"]


_NOTHING: Mapping[str, str] = {}


class StyleText(Struct, frozen=True):
    """A style file that describes a template, and what goes with it.

    Attributes:
        text: of the style file.
        files: the logo beside it, by its path; empty without one.
        notices: what is not as in the template.
    """

    text: str
    files: Mapping[Path, bytes]
    notices: tuple[Notice, ...]


def require_template(path: str) -> None:
    """Do nothing when there is a Word template at `path`.

    Raises:
        StyleError: `template-missing`, `template-unreadable`.
    """
    open_package(path)


def load_template_style(
    path: str, *, overrides: Sequence[str | Override] = (), paper: str = "", given: Collection[str] = ()
) -> tuple[Style, tuple[Notice, ...]]:
    """Return the look of the Word template at `path`, with what is not as in the template.

    Args:
        path: of a .docx, .dotx, .docm or .dotm file.
        overrides: `key.key=value`, as given to `--set`; those of `word.map` say which styles are read.
        paper: `A4`, `Letter`, …; empty: the template's own.
        given: names of a person's own fields, which headers and footers may have.

    Raises:
        StyleError: `template-missing`, `template-unreadable`, or `style-invalid` for a wrong override.
        UsageError: `set-malformed`.
    """
    prefix = "word.map."
    texts = [one.text if isinstance(one, Override) else one for one in overrides]
    pairs = [text.partition("=") for text in texts if text.startswith(prefix)]
    mapped = {key.removeprefix(prefix).strip(): name.strip() for key, _, name in pairs}
    found = read_template(path, given, mapped)
    tree: Tree = {**fitting(found.tree, path), **found.logo_tree(path), "word": {"template": path}}
    pictures = {Path(path): found.logo.data} if found.logo else {}
    style = style_of(
        layered(tree, path), Path(path).stem, overrides=overrides, paper=paper, pictures=pictures
    )
    return style, found.notices


def style_text(path: str, file: Path | None, mapped: Mapping[str, str] = _NOTHING) -> StyleText:
    """Return a style file for the look of the Word template at `path`.

    Args:
        path: of the template.
        file: where the text will stand; `None`: nobody knows, and what refers to other files is a comment.
        mapped: role → name of the template's style that sets it, where that is not Word's own.

    Raises:
        StyleError: `template-missing`, `template-unreadable`, `template-style-missing`.
    """
    found = read_template(path, mapped=mapped)
    tree = shortened(fitting(found.tree, path), path)
    logo = file.with_name(f"{file.stem}-logo.{found.logo.suffix}") if file and found.logo else None
    beside: Tree = {
        **found.logo_tree(logo.name if logo else f"logo.{found.logo.suffix}" if found.logo else ""),
        "word": {"template": _relative(path, file), **({"map": dict(mapped)} if mapped else {})},
    }
    text = yaml_text({"extends": BASE, **tree, **(beside if file else {})}, _comments(tree, found))
    schema = (shipped_folder() / "schema" / "style.schema.json").as_uri()
    parts = [
        f"# yaml-language-server: $schema={schema}\n",
        f"# What differs from the style {BASE} in {Path(path).name}.\n",
        *(f"# {notice.text}.\n" for notice in found.notices if notice.code == "logo-left-out"),
        text,
        "" if file else f"\n# Written with -o, this would be part of it:\n{commented(beside)}",
    ]
    files = {logo: found.logo.data} if logo and found.logo else {}
    return StyleText("".join(parts), files, found.notices)


def _relative(path: str, file: Path | None) -> str:
    """Return the path of the template from the folder of `file`; from another drive it is the whole."""
    try:
        return Path(os.path.relpath(path, file.parent if file else ".")).as_posix()
    except ValueError:
        return str(Path(path).absolute())


def _comments(tree: Tree, found: Found) -> dict[Keys, str]:
    """Return what is said beside families that stand in for others, once for each."""
    said: dict[Keys, str] = {}
    for path, value in leaves(tree):
        names = [name for name, instead in found.missing.items() if instead == value]
        if path[-1] == "family" and names and not any(value in told for told in said.values()):
            verb = "is" if len(names) == 1 else "are"
            said[path] = f"{' and '.join(names)} {verb} not installed here: {value} stands in"
    return said
