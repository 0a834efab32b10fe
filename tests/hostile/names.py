"""Names of files, titles that become names, and files that are none."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.hostile.case import REPORT, Case, article, folder
from tests.hostile.making import MARKDOWN, PROSE, TEXT

_TITLES = (
    "../../x", "/etc/x", "..\\..\\x", "C:\\Windows\\x", "~/x", "CON", "NUL.txt", "com1", "aux.docx", ".", "..", "-rf", "--force",
    "a\u202egpj.exe", "a\x00b", "$(id)`id`;id|id&", "%n%s%x", "a" * 300, "é" * 200, "e\u0301" * 200, "👩\u200d💻" * 60, "...", "和" * 200,
    "\u200b", "a/b/c", "file:///etc/passwd", "x.pdf", "\u2215etc\u2215passwd", "．．／x", '*?<>|":',
)  # fmt: skip
_FILES = (
    b"a\nb.txt", b"-o.txt", b"--force", b"a\x1b[31mb.txt", b"a\xff\xfeb.txt", "a\u202etxt.exe".encode(), b"a" * 251 + b".txt",
    "é".encode() * 125 + b".txt", b" .txt", b".txt", b"a b\t.txt", b"CON", b"$(id).txt", b"`id`", b"%s%n.txt", b"a;b|c.txt", b"'\".txt",
    b"<b>&amp;.txt", b"{title}.txt", b"http:x.txt", "\ufeff.txt".encode(), b"a.txt\r", b"*", "\u2028.txt".encode(),
)  # fmt: skip


def _named(name: bytes) -> Case:
    def make(folder: Path) -> list[str]:
        Path(folder, os.fsdecode(name)).write_bytes(TEXT.encode())
        return [f"./{os.fsdecode(name)}"]

    return Case(f"name, {ascii(os.fsdecode(name))[1:40]}", make, frozenset({REPORT}))


def _special(name: str, make: Callable[[Path], object], *must: str, given: str = "./a.txt") -> Case:
    def laid_out(folder: Path) -> list[str]:
        make(folder)
        return [given]

    return Case(name, laid_out, frozenset(must or (REPORT,)))


def _chained(folder: Path) -> None:
    (folder / "0").write_text(TEXT, "utf-8")
    for number in range(60):
        (folder / str(number + 1)).symlink_to(str(number))
    (folder / "a.txt").symlink_to("60")


def _bound(folder: Path) -> None:
    # by a path that is short enough for a socket, and leaves the working folder alone
    descriptor = os.open(folder, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(f"/proc/self/fd/{descriptor}/a.txt")
    os.close(descriptor)


def _hole(folder: Path) -> None:
    (folder / "a.txt").touch()
    os.truncate(folder / "a.txt", 10**10)


def _linked(folder: Path) -> None:
    (folder / "b.txt").write_text(TEXT, "utf-8")
    (folder / "a.txt").symlink_to("b.txt")


def _pictures(*addresses: str) -> str:
    return MARKDOWN + "\n\n".join(f"![a]({address})" for address in addresses)


def _beside(folder: Path) -> None:
    os.mkfifo(folder / "pipe.png")
    (folder / "device.png").symlink_to("/dev/zero")
    (folder / "out.png").symlink_to("../secret.png")
    (folder / "loop.png").symlink_to("loop.png")
    (folder / "folder.png").mkdir()
    (folder / "a.md").write_text(
        _pictures(
            "pipe.png", "device.png", "out.png", "loop.png", "folder.png", "../secret.png", "%2e%2e/secret.png",
            "/etc/passwd", "file:///etc/passwd", "a.md", "..\\secret.png", "http://127.0.0.1:1/a.png", "//127.0.0.1/a.png",
            "a%00.png", "a" * 5_000, "pipe.png#a?b", "~/a.png", "C:/a.png", "\\\\127.0.0.1\\a.png", "ftp://127.0.0.1/a.png",
        ),
        "utf-8",
    )  # fmt: skip


def _changing(name: str, act: Callable[[Path], None], *must: str) -> Case:
    def make(folder: Path) -> list[str]:
        (folder / "a.txt").write_text(TEXT, "utf-8")
        return ["./a.txt"]

    return Case(name, make, frozenset(must), meanwhile=act)


def _grow(folder: Path) -> None:
    with (folder / "a.txt").open("ab") as file:
        file.write(b"More of it.\n\n")


def _flicker(folder: Path) -> None:
    (folder / "a.txt").unlink(missing_ok=True)
    (folder / "a.txt").write_text(TEXT, "utf-8")


def _become_a_pipe(folder: Path) -> None:
    path = folder / "a.txt"
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    path.unlink()
    path.write_text(TEXT, "utf-8")


_GONE = ("input-missing", "input-empty", "input-not-a-file", "input-unreadable")

CASES = (
    *(article(f"title, {ascii(title)[1:40]} ({number})", "a.md", f"# {title}\n\n{TEXT}") for number, title in enumerate(_TITLES)),
    *(
        article(f"option, --title {ascii(title)[1:40]} ({number})", "a.txt", TEXT, options=(f"--title={title}",))
        for number, title in enumerate(_TITLES[:14]) if "\0" not in title
    ),
    article("title, of many lines", "a.md", f'---\ntitle: "a\\nBcc: b@x.org\\r\\n\\tc"\nauthor: "../../x"\n---\n{MARKDOWN}'),
    *map(_named, _FILES),
    _special("file, a link to an article", _linked),
    _special("file, 60 links in a row", _chained, REPORT, "input-unreadable"),
    _special("file, a link to itself", lambda at: (at / "a.txt").symlink_to("a.txt"), "input-unreadable", "input-missing"),
    _special("file, a link to nothing", lambda at: (at / "a.txt").symlink_to("b.txt"), "input-missing"),
    _special("file, a pipe that nobody writes to", lambda at: os.mkfifo(at / "a.txt"), "input-not-a-file"),
    _special("file, a socket", _bound, "input-not-a-file"),
    _special("file, a folder", lambda at: (at / "a.txt").mkdir(), "input-folder"),
    _special("file, nothing in it", lambda at: (at / "a.txt").touch(), "input-empty"),
    _special("file, a hole of 10 GB", _hole, "input-too-large"),
    *(
        _special(f"file, {path}", lambda _: None, "input-not-a-file", "input-unreadable", "input-missing", "input-empty", "input-folder", "input-binary", given=path)
        for path in ("/dev/zero", "/dev/full", "/dev/null", "/dev/tty", "/proc/self/mem", "/proc/self/fd/0", "/proc/self/fd", "/dev/stdin", "/proc/kmsg", "a.txt/b", "x" * 5_000)
    ),
    *(
        _special(f"address, {address}", lambda _: None, "address-unreachable", "address-broken", "input-address", "input-missing", given=address)
        for address in ("http://127.0.0.1:1/a", "https://[::1]:1/", "http://0/", "http://[::1", "ftp://127.0.0.1/a", "file:///etc/passwd", "gopher://127.0.0.1", "http://a\nb", "javascript:alert(1)", "http://user:pass@127.0.0.1:1/", "http://" + "a" * 3_000)
    ),
    _special("pictures, that are pipes, devices and secrets", _beside, given="./a.md"),
    _changing("file, that grows", _grow, REPORT),
    _changing("file, that vanishes and comes back", _flicker, REPORT, *_GONE),
    _changing("file, that is a pipe now and then", _become_a_pipe, REPORT, *_GONE),
    folder("output, into a file", {"a.txt": TEXT, "b": "x"}, ["a.txt", "-o", "b/c.pdf"], "output-unwritable"),
    folder("output, into a device", {"a.txt": TEXT}, ["a.txt", "-o", "/dev/null/x.pdf"], "output-unwritable"),
    folder("output, onto a device", {"a.txt": TEXT}, ["a.txt", "-t", "pdf", "-o", "/dev/null"], "output-not-a-file", "output-unwritable"),
    folder("output, onto the article", {"a.md": MARKDOWN}, ["a.md", "-o", "a.md", "--force"], "output-is-source"),
    folder("output, a name too long", {"a.txt": TEXT}, ["a.txt", "-o", "x" * 300 + ".pdf"], "output-unwritable"),
    folder("output, below /proc", {"a.txt": TEXT}, ["a.txt", "-o", "/proc/x/"], "output-unwritable"),
    folder("output, that is there and differs", {"a.txt": TEXT, "b.pdf": "mine"}, ["a.txt", "-o", "b.pdf"], "output-exists"),
    folder("several articles of one title", {"a.txt": TEXT, "b.txt": TEXT + PROSE[0]}, ["a.txt", "b.txt"], REPORT, "output-clash"),
)  # fmt: skip
