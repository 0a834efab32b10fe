"""What stores say instead of doing what they are asked: each in errors of its own, here as one."""

from socket import gaierror

_OF_CALLER = frozenset(
    {
        *("AccountProblem", "ExpiredToken", "InvalidAccessKeyId", "InvalidToken", "NoSuchBucket"),
        *("RequestExpired", "RequestTimeTooSkewed", "RequestTimeout", "SignatureDoesNotMatch"),
        *("TokenRefreshRequired",),
    }
)
"""Codes of S3 below 500 that no object is at fault for."""

_OF_STORE, _SERVER, _NOT_IMPLEMENTED = frozenset({401, 429}), 500, 501
"""Status codes of HTTP."""

_LIBRARIES = frozenset({"aiobotocore", "aiohttp", "botocore", "google", "requests"})
"""Where errors come from that are of a connection, or of missing credentials, and of no answer."""


class StoreError(Exception):
    """What a store said, other than that an object is there or is not.

    Attributes:
        text: on one line, without a full stop.
        is_of_store: whether it says nothing of the object that was asked for: the store does not answer, has
            too much to do, is not there, or lets nobody in with these credentials.
    """

    def __init__(self, error: Exception) -> None:
        """Take what a store's library raised."""
        self.text = "it does not answer in time" if isinstance(error, TimeoutError) else reason(error)
        self.is_of_store = is_of_store(error)
        super().__init__(self.text)


def is_of_store(error: BaseException) -> bool:
    """Whether `error` says nothing of the object that was asked for."""
    if isinstance(error, TimeoutError | ConnectionError | gaierror):
        return True
    # s3fs raises errors of Python in place of Amazon's, with those as their cause
    return any(map(_says_so, filter(None, (error, error.__cause__))))


def _says_so(error: BaseException) -> bool:
    code, status = _answer(error)
    if code or status:
        is_busy = status in _OF_STORE or (status >= _SERVER and status != _NOT_IMPLEMENTED)
        return is_busy or code in _OF_CALLER
    return type(error).__module__.partition(".")[0] in _LIBRARIES


def _answer(error: BaseException) -> tuple[str, int]:
    """Return code and status of HTTP in an answer of S3 or of Google's; empty and 0 where there is none."""
    response = getattr(error, "response", None)
    if isinstance(response, dict):
        code = str(response.get("Error", {}).get("Code", ""))
        status = response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    else:
        code, status = "", getattr(error, "code", 0)
    return code, status if isinstance(status, int) else 0


def reason(error: Exception) -> str:
    """Return what `error` says on one line, or its kind where it says nothing."""
    words = " ".join(str(getattr(error, "strerror", None) or error).split()).lower().rstrip(".")
    return words or type(error).__name__
