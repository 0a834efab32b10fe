"""A session and its server, begun and ended together."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from converter.configuration import Settings
from converter.errors import UsageError
from converter.previewer.server import PreviewServer
from converter.previewer.session import Session


@contextmanager
def serving(
    article: str,
    settings_of_call: Callable[[], Settings],
    tell: Callable[[Exception], object],
    port: int = 0,
) -> Iterator[PreviewServer]:
    """Yield a server that shows the preview once `serve_forever` is called; end all of it on the way out.

    Args:
        article: as for `Session`.
        settings_of_call: as for `Session`.
        tell: as for `Session`.
        port: of loopback; 0: any that is free.

    Raises:
        UsageError: `port-taken`.
    """
    session = Session(article, settings_of_call, tell)
    try:
        try:
            server = PreviewServer(session, port)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UsageError(
                "port-taken",
                f"port {port} cannot be had: {reason}",
                where="--port",
                remedy="leave --port out, or name another",
            ) from None
        with server:
            session.start()
            yield server
    finally:
        session.close()
