"""Mutation testing: whether the tests would notice, were a line of the code another.

`python -m tests.mutation ROOM` changes the modules of a room one place at a time (with mutmut) and runs the
tests that reach that place; what no test notices is shown. `rooms` says which modules and tests these are,
`equivalents` which changes make no difference, and why. It needs `make hardening`.
"""
