"""A house's `_brand.yml` (https://posit-dev.github.io/brand-yml/) → a style file, as one tree for another.

All of brand.yml 1.x is taken as it is. What reports have no use for is told in notices; what is no brand.yml
either is left as it stands, for the schema of style files to refuse with its place. Keys that brand.yml has
not (`page`, `header`, …) are those of styles.

- `css`: colours and sizes as CSS writes them.
- `translating`: the whole; `palette`, `typography`, `logo`: one module for each part.
- `nodes`: what they are made with.
"""

from pathlib import Path

from converter.yaml_source import Mapping

_NAMES = frozenset({"_brand.yml", "_brand.yaml", "brand.yml", "brand.yaml"})
_KEYS = frozenset({"meta", "logo", "color", "typography", "defaults"})


def is_brand(path: Path, tree: Mapping) -> bool:
    """Tell whether a file is a brand file: by its name, or since it has no keys but those of brand.yml."""
    if path.name.lower() in _NAMES:
        return True
    if any(one.key.text not in _KEYS for one in tree.entries):
        return False
    # ten modules, which a style file is read without
    from converter.stylesheets.brand.translating import has_marks

    return has_marks(tree)
