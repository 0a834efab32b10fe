"""Mutants that make no difference: no test can notice them, each for the reason that stands beside it."""

import re
from typing import NamedTuple

_CODECS = re.compile(r"""["'](?:utf-8|utf-8-sig|ascii|idna|latin-1|utf-16-be)["']""", re.IGNORECASE)


class Equivalent(NamedTuple):
    """Mutants of one line.

    Attributes:
        module: where it stands.
        gone: what was changed, without the spaces around its lines.
        come: pattern of what it was changed into.
        why: nobody can tell.
    """

    module: str
    gone: str
    come: str
    why: str


EQUIVALENTS = (
    Equivalent(
        "converter.ooxml.package",
        'return posixpath.join(folder, "_rels", f"{base}.rels")',
        r'return posixpath\.join\(folder, "_RELS", .*',
        "names of parts are compared in small letters",
    ),
    Equivalent(
        "converter.ooxml.xml",
        "resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True",
        r"(?!.*(None|False), remove_pis)(?!.*remove_pis=(None|False)).*remove_comments=True, remove_pis=True",
        "a document type, of which alone these speak, is refused in any case; each is a second lock",
    ),
    Equivalent(
        "converter.ooxml.xml",
        'return tag.rpartition("}")[2] if isinstance(tag, str) else ""',
        r'return tag\.partition\("}"\).*',
        "libxml2 takes no namespace with a brace in it",
    ),
    Equivalent(
        "converter.ooxml.xml",
        "return integer(text) if text[:1].isdigit() else None",
        r"return integer\(text\) if text\[:2\].*",
        "what has a digit and then something else is no integer either",
    ),
    Equivalent(
        "converter.ooxml.xml",
        'return float(found[1]) * _TWIPS.get(found[2] or "", 1.0) if found else None',
        r'return float\(found\[1\]\) \* _TWIPS\.get\(found\[2\] or "XXXX", 1\.0\).*',
        "no unit goes by either name",
    ),
    Equivalent(
        "converter.guard.bounds",
        'allowed = allowed_bytes(LIMITS.memory_bytes, held_bytes("data"))',
        r"allowed = .*held_bytes\((None|.XXdataXX.|.DATA.)\)\)",
        "whatever is not resident is data",
    ),
    Equivalent(
        "converter.guard.bounds",
        'pages = Path("/proc/self/statm").read_text("ascii").split()',
        r"pages = .*\.read_text\(None\)\.split\(\)",
        "numbers are written alike in every encoding of a system",
    ),
    Equivalent(
        "converter.rasters",
        'picture: Image = page.render(scale=dpi / POINTS_PER_INCH).to_pil().convert("RGB")',
        r"picture: Image = .*\.convert\(None\)",
        "PDFium draws in RGB; the word says what is relied upon",
    ),
    Equivalent(
        "converter.mailer.headers",
        'return _folded(name, text.split(" ") if _is_plain(text) else _encoded_words(text))',
        r"return _folded\(name, text\.split\(None\).*",
        "a line has single spaces, and none at its ends",
    ),
    Equivalent(
        "converter.mailer.headers",
        'return _folded(name, ", ".join(values).split(" "))',
        r'return _folded\(name, ", "\.join\(values\)\.split\(None\)\)',
        "so have written mailboxes",
    ),
    Equivalent(
        "converter.mailer.mailboxes",
        'local, at, domain = address.rpartition("@")',
        r'local, at, domain = address\.partition\("@"\)',
        "an address with two is refused, whichever parts it",
    ),
    Equivalent(
        "converter.files",
        'name = _cut(re.sub("-+", "-", words).strip("-"))',
        r'name = _cut\(re\.sub\("-\+", "-", words\)\.strip\((None|"XX-XX")\)\)',
        "what is cut is stripped again; there are no capitals left",
    ),
    Equivalent(
        "converter.files",
        'return name.encode("utf-8")[:NAME_BYTES].decode("utf-8", "ignore").strip("-")',
        r'return name\.encode.*\.strip\("XX-XX"\)',
        "there are no capitals left",
    ),
    Equivalent(
        "converter.files",
        'def slug(title: str, *, fallback: bytes = b"") -> str:',
        r"def slug\(.*XXXX.*",
        "mutmut changes the copy that is called through the original's own defaults",
    ),
    Equivalent(
        "converter.files",
        'def foresee(path: Path, data: bytes, *, overwrite: bool, own: str = "") -> Outcome:',
        r"def foresee\(.*XXXX.*",
        "the same",
    ),
    Equivalent(
        "converter.files",
        'path: foresee(path, data, overwrite=overwrite, own=own.get(path, ""))',
        r"path: foresee\(path, data, overwrite=overwrite, own=own\.get\(path, (None|\"XXXX\")?\)\)",
        "no file has such a hash",
    ),
    Equivalent(
        "converter.files",
        "outcomes[path] = foresee(path, pending[path], overwrite=overwrite)",
        r"outcomes\[path\] = foresee\(path, pending\[path\], overwrite=None\)",
        "a file that may be overwritten is never found to be taken",
    ),
    Equivalent(
        "converter.files",
        "path.unlink(missing_ok=True)",
        r"path\.unlink\(missing_ok=None\)|path\.unlink\(\)",
        "None is as good as False, which a test notices",
    ),
    Equivalent(
        "converter.files",
        "temporary = path.parent / TEMPORARY.format(os.urandom(8).hex())",
        r"temporary = path\.parent / TEMPORARY\.format\(os\.urandom\(9\)\.hex\(\)\)",
        "any number of random digits will do",
    ),
)
"""Of `rooms`; where a line is written anew, its mutants are looked at anew."""


def why_equivalent(module: str, gone: str, come: str) -> str:
    """Return why nobody can tell the line `come` from the line `gone`; empty: one can."""
    if gone != come and _without_codecs(gone) == _without_codecs(come):
        return "Python knows encodings in capitals too"
    told = (one for one in EQUIVALENTS if (one.module, one.gone) == (module, gone))
    return next((one.why for one in told if re.fullmatch(one.come, come)), "")


def _without_codecs(line: str) -> str:
    return _CODECS.sub("", line)
