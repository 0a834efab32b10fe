"""A tree of keys → the text of a style file, as a person would write it."""

from collections.abc import Iterator, Mapping

from converter.stylesheets.word_template.tree import Path, Tree
from converter.stylesheets.writing import scalar_text

_WIDTH = 110


def yaml_text(tree: Tree, comments: Mapping[Path, str]) -> str:
    """Return `tree` as YAML.

    Args:
        tree: keys and values.
        comments: keys that lead to a map or a value → what stands behind it.
    """
    text = "".join(f"{line}\n" for line in _lines(tree, (), comments))
    return text.replace("\n\n\n", "\n\n").rstrip("\n") + "\n"


def commented(tree: Tree) -> str:
    """Return `tree` as YAML whose lines are comments."""
    return "".join(f"# {line}\n" for line in yaml_text(tree, {}).splitlines())


def _lines(tree: Tree, above: Path, comments: Mapping[Path, str]) -> Iterator[str]:
    indent = "  " * len(above)
    for key, below in tree.items():
        path = (*above, key)
        line = f"{indent}{key}: {_flow(below)}"
        if isinstance(below, str) or (_is_flat(below) and len(line) <= _WIDTH):
            told = [text for at, text in comments.items() if at[: len(path)] == path]
            yield line + "".join(f" # {text}" for text in told[:1])
            continue
        yield from () if above else ("",)
        yield f"{indent}{key}:"
        yield from _lines(below, path, comments)
        yield from () if above else ("",)


def _is_flat(tree: Tree) -> bool:
    return all(isinstance(below, str) for below in tree.values())


def _flow(below: "str | Tree") -> str:
    if isinstance(below, str):
        return scalar_text(below)
    return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in below.items()) + "}"
