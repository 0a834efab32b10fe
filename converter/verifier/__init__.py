"""Second opinions: finished files are read back and judged by what they hold.

`word` judges Word files; `visible` reads reports of every format, and `proof` holds them against what they
claim. Nothing here is shared with `composer` or `writers`: a verifier that reads with the tools that wrote
would share their mistakes (`docs/why/proof.md`).

- `findings.py`: what a verifier has to say, one `Finding` each.
- `verifying.py`: reports and messages → verdicts; `verify` is its entry, and the package's.
- `proof/`: whether a report is what it claims to be; `prove` is its entry.
- `message/`: the bodies of an e-mail against what the reports attached to it claim.
- `visible/`: what a reader sees of a report, and what is in it unseen; `read_visible` is its entry.
- `word/`: Word files, part by part; `accessibility.py` is its entry.
"""
