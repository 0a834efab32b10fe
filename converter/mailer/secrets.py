"""A password or token: where it is kept, and how it is had. It is asked for anew with each login.

What comes out of `reveal` goes to the server and nowhere else: no error, representation or log holds it, nor
what a command wrote, which may be it in part.
"""

import os
import shlex
import signal
import stat
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, get_args

from msgspec import Struct

from converter.errors import DeliveryError

Kind = Literal["password-command", "password-file", "keyring", "token-command"]
KINDS: tuple[Kind, ...] = get_args(Kind)

TIMEOUT_S = 60.0
"""For a command; long enough to unlock a key in a window of its own."""

_MOST_BYTES = 64 * 1024


class Secret(Struct, frozen=True):
    """A secret that is kept elsewhere.

    Attributes:
        kind: how it is kept; the secret of a `token-command` is an OAuth token, all others are passwords.
        source: a command line, the path of a file, or the name of a service in the keyring.
        account: whose it is, for errors.
        user: whose it is in the keyring.
    """

    kind: Kind
    source: str
    account: str = ""
    user: str = ""

    def __repr__(self) -> str:
        """Say nothing of the source either: a command line may hold what is nobody's business."""
        return "Secret(…)"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        """Say no more where rich prints it, as in a traceback with local variables."""
        return [("kind", self.kind)]

    @property
    def is_token(self) -> bool:
        """Whether it is an OAuth token, for XOAUTH2."""
        return self.kind == "token-command"

    def reveal(self) -> str:
        """Return the secret.

        Raises:
            DeliveryError: `secret-unavailable`: it cannot be had; `secret-exposed`: others may read its file.
        """
        match self.kind:
            case "password-command" | "token-command":
                said = self._of_command()
            case "password-file":
                said = self._of_file()
            case "keyring":
                said = self._of_keyring()
        line = said.partition("\n")[0].rstrip("\r")
        if not line:
            raise self._unavailable(f"{self.kind} gives nothing", "its first line is to be the secret")
        if any(ord(character) < ord(" ") for character in line):
            raise self._unavailable(f"{self.kind} gives control characters", "its first line is the secret")
        return line

    def _of_command(self) -> str:
        """Return what the command writes; there is no shell, and nothing to read for it."""
        words = [_at_home(word) for word in shlex.split(self.source)]
        try:
            process = subprocess.Popen(  # noqa: S603 - the user's own file names the command
                words,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # A group of its own, so that what the command started ends with it.
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            why = (getattr(error, "strerror", None) or "not a command").lower()
            raise self._unavailable(f"{self.kind} cannot be run: {why}", "try it in a terminal") from None
        with process:
            try:
                output = process.communicate(timeout=TIMEOUT_S)[0]
            except subprocess.TimeoutExpired:
                _end(process)
                what = f"{self.kind} did not end within {TIMEOUT_S:.0f} s"
                raise self._unavailable(what, "try it in a terminal") from None
            except BaseException:
                _end(process)
                raise
        if process.returncode:
            what = f"{self.kind} failed with exit status {process.returncode}"
            raise self._unavailable(what, "try it in a terminal")
        return self._decoded(output)

    def _of_file(self) -> str:
        """Return what the file says, unless others may read it.

        That is an error, as it is for ssh's keys: a notice is passed over, and the password stays open. As
        with ssh, a file that belongs to somebody else (a mounted secret, say) is theirs to look after.
        """
        path = Path(self.source)
        try:
            with path.open("rb") as file:
                about = os.fstat(file.fileno())
                if _is_exposed(about):
                    raise self._exposed()
                return self._decoded(file.read(_MOST_BYTES))
        except OSError as error:
            why = (error.strerror or "it cannot be opened").lower()
            raise self._unavailable(f"{self.source} cannot be read: {why}", "check password-file") from None

    def _of_keyring(self) -> str:
        try:
            import keyring
            from keyring.errors import KeyringError, NoKeyringError
        except ImportError:
            remedy = "pip install 'briefing-converter[keyring]', or use password-command"
            raise self._unavailable("keyring is not installed", remedy) from None
        try:
            found = keyring.get_password(self.source, self.user)
        except NoKeyringError:
            remedy = "use password-command or password-file"
            raise self._unavailable("there is no keyring on this machine", remedy) from None
        except KeyringError as error:
            what = f"the keyring does not open ({type(error).__name__})"
            raise self._unavailable(what, "unlock it, or use password-command") from None
        if found is None:
            what = f"the keyring has no password of {self.user} for {self.source}"
            raise self._unavailable(what, f"keyring set {self.source} {self.user}")
        return found

    def _decoded(self, data: bytes) -> str:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            raise self._unavailable(f"{self.kind} gives no UTF-8", "save it as UTF-8") from None

    def _unavailable(self, what: str, remedy: str) -> DeliveryError:
        return DeliveryError("secret-unavailable", what, where=f"account {self.account}", remedy=remedy)

    def _exposed(self) -> DeliveryError:
        return DeliveryError(
            "secret-exposed",
            f"others may read {self.source}",
            where=f"account {self.account}",
            remedy=f"chmod 600 {shlex.quote(self.source)}, and change the password where they did",
        )


def _is_exposed(about: os.stat_result) -> bool:
    # Windows knows no such user, and its modes say nothing of others.
    is_own = hasattr(os, "getuid") and about.st_uid == os.getuid()
    return is_own and stat.S_ISREG(about.st_mode) and bool(about.st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def _at_home(word: str) -> str:
    """Return `word` as a shell would pass it on, where it is a path in the home folder."""
    return str(Path(word).expanduser()) if word.startswith("~/") else word


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a command, with all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
