"""Errors on their way to another process, which must not be lost there: tracebacks do not go by pickle."""

import pickle


def fit_to_travel(error: Exception, note: str = "") -> Exception:
    """Return `error` as it can be pickled, or a `RuntimeError` with its name where it cannot travel.

    Args:
        error: what was raised.
        note: what the other process is to be told of it, such as its traceback; empty: nothing.
    """
    if note:
        error.add_note(note)
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - made in this line
    except Exception:  # noqa: BLE001 - whatever keeps it from travelling
        stand_in = RuntimeError(type(error).__name__)
        if note:
            stand_in.add_note(note)
        return stand_in
    return error
