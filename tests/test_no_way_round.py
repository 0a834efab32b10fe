"""Nothing goes around the places that write files, talk to terminals and start programs.

Each of them has one room that does it safely; whoever else does it is named here, with a reason.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "converter"

WRITES_FILES = {
    "files.py": "the atomic publisher",
    "batch/folder_target.py": "removes what runs before this one left half written",
    "batch/journal.py": "appends, and replaces as the publisher does",
    "batch/shards.py": "temporary files that nobody else sees, in which lines are put in order",
    "batch/locking.py": "opens the file that it locks",
    "guard/child.py": "answers its parent on a pipe, and gives up its terminal for the null device",
    "cli/failures.py": "keeps the details of a fault, for a person to report",
    "cli/terminal.py": "opens the null device in place of a closed stream",
    "mailer/ledger.py": "makes the folder of its database",
    "previewer/word.py": "works in a temporary folder of its own",
    "stylesheets/cache.py": "what may be deleted at any time, replaced as the publisher does",
}
TALKS = {"cli/terminal.py": "escapes what a terminal would obey", "cli/failures.py": "escapes it itself"}
STARTS_PROGRAMS = {
    "guard/cell.py": "this interpreter anew, as the child that reads strangers' files",
    "mailer/secrets.py": "the command that a person wrote into the accounts, without a shell",
    "previewer/word.py": "LibreOffice, for the preview of a style",
}

_WRITING = frozenset(
    [
        "write_text",
        "write_bytes",
        "touch",
        "mkdir",
        "makedirs",
        "rename",
        "renames",
        "unlink",
        "rmdir",
        "rmtree",
        "symlink",
        "symlink_to",
        "link",
        "hardlink_to",
        "mkstemp",
        "mkdtemp",
        "NamedTemporaryFile",
        "TemporaryDirectory",
        "TemporaryFile",
        "truncate",
        "copyfile",
        "copytree",
        "move",
    ]
)
_STREAMS = frozenset({"stdout", "stderr", "__stdout__", "__stderr__"})
_STARTING = frozenset(
    [
        "popen",
        "Popen",
        "spawnv",
        "spawnl",
        "execv",
        "execl",
        "check_output",
        "check_call",
        "startfile",
    ]
)


def called(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Yield each call in a module, with the last part of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, getattr(node.func, "attr", getattr(node.func, "id", ""))


def writes(tree: ast.AST) -> bool:
    return any(name in _WRITING or (name == "open" and _for_writing(call)) for call, name in called(tree))


def _for_writing(call: ast.Call) -> bool:
    """Tell whether `open` is called with a mode that writes, or with flags or a mode that cannot be seen."""
    told = [*call.args, *(word.value for word in call.keywords if word.arg in {"mode", "flags"})]
    modes = [each.value for each in told if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    flags = [
        each.attr for each in ast.walk(call) if isinstance(each, ast.Attribute) and each.attr.startswith("O_")
    ]
    return any(set(mode) & set("wax+") and len(mode) <= 3 for mode in modes) or bool(
        set(flags) - {"O_RDONLY"}
    )


def talks(tree: ast.AST) -> bool:
    for call, name in called(tree):
        if name in {"print", "echo", "secho", "echo_via_pager"}:
            return True
        if name in {"write", "writelines"} and any(
            isinstance(each, ast.Attribute) and each.attr in _STREAMS for each in ast.walk(call.func)
        ):
            return True
    return False


def starts(tree: ast.AST) -> bool:
    return any(
        name in _STARTING or ast.unparse(call.func) in {"os.system", "subprocess.run", "subprocess.call"}
        for call, name in called(tree)
    )


def modules(test: object) -> set[str]:
    """Return the modules of the package for which `test` holds."""
    assert callable(test)
    files = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*.py")}
    return {name for name, path in files.items() if test(ast.parse(path.read_text("utf-8")))}


def test_nobody_else_writes_files() -> None:
    assert modules(writes) == set(WRITES_FILES)


def test_nobody_else_talks() -> None:
    assert modules(talks) == set(TALKS)


def test_nobody_else_starts_programs() -> None:
    assert modules(starts) == set(STARTS_PROGRAMS)


def test_they_would_be_seen() -> None:
    for code in (
        "open(a, 'w')",
        "a.open(mode='xb')",
        "Path(a).write_bytes(b)",
        "os.open(a, os.O_WRONLY)",
        "shutil.rmtree(a)",
    ):
        assert writes(ast.parse(code)), code
    for code in ("open(a)", "a.open('rb')", "os.open(a, os.O_RDONLY)", "a.write(b)", "stream.open('part')"):
        assert not writes(ast.parse(code)), code
    for code in ("print(a)", "click.echo(a)", "sys.stdout.write(a)", "sys.stderr.buffer.write(a)"):
        assert talks(ast.parse(code)), code
    for code in ("subprocess.run(a)", "os.system(a)", "Popen(a)"):
        assert starts(ast.parse(code)), code
