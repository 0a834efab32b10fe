"""Second opinions: finished files are read back and judged by what they hold.

`word` judges Word files. Nothing here is shared with `composer` or `writers`: a verifier that reads with the
tools that wrote would share their mistakes. So it stands on `ooxml`, which no writer uses, and the floor,
and works on files of any origin.

- `findings.py`: what a verifier has to say, one `Finding` each.
- `visible/`: reports as a reader sees them.
- `word/`: Word files, part by part; `accessibility.py` is its entry.
"""
