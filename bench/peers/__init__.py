"""Us and what users would pick instead, given the same work in one run, by turns.

`contests` says who does what, `inputs` makes what they are given, `workers` are the peers that are libraries,
`processes` measures, `tables` and `plots` show. `python -m bench` runs it all.
"""
