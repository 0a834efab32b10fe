"""Fuzzing: whatever comes in, the answer is a result or one clear line.

- `targets/`: one module for each thing that is read: how it is called, what it begins with, its words.
- `packed/`: files that hold others, taken apart, changed inside and put together again.
- `slips`: changes by chance, for `make test`; a campaign leaves them to libFuzzer, which follows coverage.
- `fuzzing`: a campaign of one target in a process of its own; `campaign` starts it and says what came of it.
- `minimising`: a finding, as small as it can be; `findings` and `regressions/`: findings as text, and those
  that were mended, which every test run reads again.

`python -m tests.fuzz TARGET --seconds 600` runs one target, `python -m tests.fuzz --seconds 600` each in its
turn; findings go to the folder that `--findings` names. It needs `make hardening`.
"""
