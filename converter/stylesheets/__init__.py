"""Style, outline, language and scheme files → `Style`, `Outline`, `Language` and `Scheme`.

How a file becomes a noun:

1. `folders` finds the file by its name or path.
2. `layers` loads it, what it extends and what `--set` says, and merges them; every node keeps its place.
   `brand` turns a house's `_brand.yml` into what a style file would say.
3. `style_file`, `outline_file`, `language_file` and `scheme_file` declare what may stand in it; `shapes`,
   `measures` and `sheets` are what they declare it with. Reading notes all `faults` at once.
4. `resolving` and `paragraphs` make a `Style` of it: `fonts` finds the families' files.

`listing` tells which files there are, `sources` which were read on the way, for those who wait for a change.
Beside them, `showing` and `values` write a style as one file, `drafting` begins one, and `word_template`
reads a house's Word template. The package imports none of its modules: who wants one need not pay for all.
"""
