"""Work on what strangers made, in a process that can be killed: within a time, and within a memory.

Deadlines inside a process do not interrupt C code, and memory that C code asks for cannot be refused there;
so whatever is not plainly small and plain is read by a child, and the child is ended when it goes beyond
`LIMITS`. `docs/why/guard.md` says how, and what else was tried. It holds bugs and bombs, and is no sandbox.

1. `guarding.guarded` calls a function in a child; `cell` is the parent's side of it, `child` the child's.
2. `travelling.fit_to_travel` lets errors survive the way.
3. `bounds.Spent` holds this process to the same limits, for what it makes of the article.
"""
