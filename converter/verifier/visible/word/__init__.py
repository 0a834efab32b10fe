"""Word files (ECMA-376) as their readers see them.

- `report.py`: the whole file; `blocks.py`: paragraphs and tables; `runs.py`: what stands in a paragraph;
  `fields.py`: fields; `graphics.py`: drawings and objects.
- `hiding.py`: what is there but not seen; `effects.py`: what is told, since it is not followed.
- `facts.py`: what the file says of itself, and its provenance.
"""

from converter.verifier.visible.word.report import read_word

__all__ = ["read_word"]
