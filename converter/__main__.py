"""`python -m converter` is `briefing`: the process around the command line.

A run imports and loads a great deal that stays, which the garbage collector would look through time and
again, and once more at the end: a fifth of a command's time. Reference counts free nearly all that goes; a
document leaves some 500 objects in circles, half a megabyte in a hundred documents.
"""

import atexit
import gc
import sys

_MANY = 200_000
"""So many more objects than before are worth a look."""


def main() -> int:
    """Run `briefing` with the arguments of the process and return its exit code."""
    gc.set_threshold(_MANY, 20, 100)
    # what is frozen is not looked through when the process ends
    atexit.register(gc.freeze)
    # imported where the collector is patient already
    from converter.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
