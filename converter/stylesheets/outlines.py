"""`load_outline`: an outline by its name or path."""

from pathlib import Path

from converter.model.outline import Outline, SectionRule, panel_rule
from converter.paths import is_path
from converter.stylesheets.faults import Faults
from converter.stylesheets.layers import layers_of, merge, read_tree
from converter.stylesheets.outline_file import OutlineFile
from converter.stylesheets.shapes import Reading
from converter.stylesheets.sheets import Table

OUTLINE = Table(OutlineFile)
"""The schema of outline files."""


def load_outline(name_or_path: str) -> Outline:
    """Return the outline of that name or in that file.

    Raises:
        StyleError: `outline-unknown`, `style-cycle`, `style-invalid`, or what `yaml_source.load` raises.
    """
    tree = merge(layers_of("outline", name_or_path), OUTLINE)
    faults = Faults()
    file = read_tree(tree, OUTLINE, Reading(faults))
    faults.raise_any()
    if not file.sections:
        faults.add(tree.place, "sections", "has no section", "write at least one")
    elif all(rule.panel for rule in file.sections.values()):
        faults.add(tree.place, "sections", "has panels alone", "write a section that takes sentences")
    faults.raise_any()
    return Outline(
        name=Path(name_or_path).stem if is_path(name_or_path) else name_or_path,
        description=file.description,
        sections=tuple(
            panel_rule(rule.panel, key, rule.words, rule.titles)
            if rule.panel
            else SectionRule(key, rule.roles, rule.form, rule.cues, rule.words, rule.when_empty, rule.titles)
            for key, rule in file.sections.items()
        ),
    )
