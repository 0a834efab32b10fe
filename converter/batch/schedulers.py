"""Where a scheduler is: its address, or the file that it has written."""

import json
import re
from pathlib import Path

from converter.errors import UsageError

_HOST_AND_PORT = re.compile(r"(?:[\w.-]+|\[[0-9a-f:]+\]):\d+", re.IGNORECASE)


def address_of(scheduler: str) -> str:
    """Return the address of a scheduler that may be given by its file.

    Raises:
        UsageError: `cluster-address`.
    """
    if "://" in scheduler:
        return scheduler
    if _HOST_AND_PORT.fullmatch(scheduler) and not Path(scheduler).exists():
        return f"tcp://{scheduler}"
    try:
        return str(json.loads(Path(scheduler).read_text("utf-8"))["address"])
    except FileNotFoundError:
        what = "there is no such file"
    except OSError as error:
        what = f"cannot be read: {(error.strerror or str(error)).lower()}"
    except (ValueError, TypeError, KeyError):
        what = "this is no file of a scheduler"
    remedy = "write tcp://HOST:PORT, or what --scheduler-file of the scheduler names"
    raise UsageError("cluster-address", what, where=scheduler, remedy=remedy)
