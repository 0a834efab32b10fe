"""Free ports of loopback, and when somebody listens there."""

import socket
import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress

HOST = "127.0.0.1"


def free_ports(count: int) -> list[int]:
    """Return ports that nobody has, each another."""
    with ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind((HOST, 0))
        return [one.getsockname()[1] for one in sockets]


def wait_for_greeting(port: int, process: "subprocess.Popen[bytes]", *, timeout_s: float = 30) -> None:
    """Return as soon as the server of `process` greets at `port`.

    Raises:
        RuntimeError: it ended instead, or does not greet in time.
    """
    _wait(port, process, lambda connection: bool(connection.recv(1)), timeout_s)


def wait_for_listening(port: int, process: "subprocess.Popen[bytes]", *, timeout_s: float = 30) -> None:
    """Return as soon as the server of `process`, which waits for a client's first word, listens at `port`.

    Raises:
        RuntimeError: it ended instead, or does not listen in time.
    """
    _wait(port, process, lambda _connection: True, timeout_s)


def _wait(
    port: int,
    process: "subprocess.Popen[bytes]",
    is_up: Callable[[socket.socket], bool],
    timeout_s: float,
) -> None:
    until = time.monotonic() + timeout_s
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection((HOST, port), 5) as connection:
            connection.settimeout(5)
            if is_up(connection):
                return
        if process.poll() is not None:
            break
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
    message = f"no server came up at port {port}"
    raise RuntimeError(message)
