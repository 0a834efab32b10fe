"""Makes sure that what a template says can stand in a style file, and that it says nothing twice."""

from collections.abc import Sequence
from pathlib import Path as FilePath

from converter.stylesheets.faults import Fault, StyleFaultsError
from converter.stylesheets.layers import Layer, layers_of, read_tree
from converter.stylesheets.layers import merge as merge_layers
from converter.stylesheets.paragraphs import text_styles
from converter.stylesheets.style_file import Running
from converter.stylesheets.styles import BASE, STYLE, fresh_reading, style_of
from converter.stylesheets.word_template.tree import Path, Tree, as_nodes, leaves, without
from converter.yaml_source import Place

_COMPARED = frozenset({"header", "footer", "first-header", "first-footer", "page", "styles", "typography"})
_SAID = ("typography", "base", "family")
"""What everybody looks for first."""
_PAIRS = (("left", "right"), ("top", "bottom"), ("indent", "first-line"))
"""What takes room together, and goes together."""


def layered(tree: Tree, path: str) -> list[Layer]:
    """Return the layers of a style that says `tree` and comes from the template at `path`."""
    nodes = as_nodes(tree, Place(path))
    return [Layer(FilePath(path), nodes), *layers_of("style", BASE)]


def fitting(tree: Tree, path: str) -> Tree:
    """Return `tree` without what no style file may say, such as type of 2 points.

    Where margins and indents leave no room for text, indents go first, then margins, then the paper.
    """
    while True:
        paths = [found for fault in _faults(tree, path) for found in _refused(fault, tree)]
        if not paths:
            return tree
        for found in paths:
            tree = without(tree, found)


def shortened(tree: Tree, path: str) -> Tree:
    """Return `tree` without what the look would be the same without, as a person would write it.

    A value of a role goes before the one of its group that it agrees with.
    """
    layers = layered(tree, path)[1:]

    def look(shown: Tree) -> object:
        return _look(shown, layers, path)

    wanted = look(tree)
    for found, _ in reversed(list(leaves(tree))):
        if found[0] in _COMPARED and found != _SAID and look(shorter := without(tree, found)) == wanted:
            tree = shorter
    return tree


def _faults(tree: Tree, path: str) -> Sequence[Fault]:
    try:
        style_of(layered(tree, path), "")
    except StyleFaultsError as error:
        return error.faults
    return ()


def _refused(fault: Fault, tree: Tree) -> list[Path]:
    """Return what of `tree` is to go for the sake of `fault`."""
    known = [found for found, _ in leaves(tree)]
    keys = tuple(fault.path.split("."))
    pair = next((pair for pair in _PAIRS if keys[-1] in pair), (keys[-1],))
    refused = {(*keys[:-1], key) for key in pair}
    return [found for found in known if found in refused]


def _look(tree: Tree, layers: Sequence[Layer], path: str) -> object:
    """Return all that can be seen of what `_COMPARED` keys say."""
    reading = fresh_reading()
    file = read_tree(
        merge_layers([Layer(FilePath(path), as_nodes(tree, Place(path))), *layers], STYLE), STYLE, reading
    )
    page, margins = file.page, file.page.margins
    lines = (file.header, file.footer, file.first_header, file.first_footer)
    return (
        text_styles(file, reading.colors),
        (page.size, margins.top, margins.bottom, margins.left, margins.right, page.header, page.footer),
        [line and _said(line) for line in lines],
    )


def _said(line: Running) -> tuple[str, str, str]:
    return line.left, line.center, line.right
