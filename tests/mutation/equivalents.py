"""Mutants that make no difference: no test can notice them, each for the reason that stands beside it."""

import re
from typing import NamedTuple

_CODECS = re.compile(r"""["'](?:utf-8|utf-8-sig|ascii|idna|latin-1|utf-16-be)["']""", re.IGNORECASE)
_CAST = re.compile(r"""\bcast\((?:"[^"]*"|[\w.]+),""")


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
        "converter.guard.cell",
        "pickle.dump((function, arguments), self._requests, pickle.HIGHEST_PROTOCOL)",
        r"pickle\.dump\(\(function, arguments\), self\._requests, (None)?\)",
        "what is pickled by any protocol arrives",
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
    Equivalent(
        "converter.verifier.proof.alignment",
        'words = [word for text in self.texts for word in text.split(" ")]',
        r"words = .*text\.split\(None\)\]",
        "a plain text has single spaces, and none at its ends",
    ),
    Equivalent(
        "converter.verifier.proof.alignment",
        "first = max(bisect_right(self.starts, start) - 1, 0)",
        r"first = max\(bisect_right\(self\.starts, start\) - 2, 0\)",
        "of the text before no token is taken",
    ),
    Equivalent(
        "converter.verifier.proof.alignment",
        "for index in range(first, len(self.texts)):",
        r"for index in range\(len\(self\.texts\)\):",
        "it only takes longer",
    ),
    Equivalent(
        "converter.verifier.proof.alignment",
        "if self.starts[index] >= end:",
        r"if self\.starts\[index\] > end:",
        "of a text that begins at the end no token is taken",
    ),
    Equivalent(
        "converter.verifier.proof.alignment",
        "for (end, shown_end), (start, shown_start) in zip(ends, starts, strict=True):",
        r"for .* in zip\(ends, starts, (strict=(None|False))?\):",
        "there is a start for each end",
    ),
    Equivalent(
        "converter.verifier.proof.alignment",
        "if end < start or shown_end < shown_start:",
        r"if end <= start or shown_end < shown_start:|if end < start or shown_end <= shown_start:",
        "between a place and itself stands nothing",
    ),
    Equivalent(
        "converter.verifier.proof.alignment",
        "autojunk=False,",
        r"autojunk=None,",
        "None is as good as False, which a test notices",
    ),
    Equivalent(
        "converter.verifier.proof.alignment",
        "if at < 0 or shown.run.find(piece, at + 1) >= 0:",
        r"if at < 0 or shown\.run\.(rfind\(piece, at \+ 1\) >= 0|find\(piece, at \+ 1\) (> 0|>= 1)):",
        "what is looked for behind a place is not found at the beginning; any place will do",
    ),
    Equivalent(
        "converter.verifier.proof.alignment",
        "return run.find(piece) == start and run.find(piece, start + 1) < 0",
        r"return .* and run\.(rfind\(piece, start \+ 1\) < 0|find\(piece, start \+ 1\) (<= 0|< 1))",
        "the same",
    ),
    Equivalent(
        "converter.verifier.proof.alignment",
        "heavy = len(anchors) + 1",
        r"heavy = len\(anchors\) \+ 2",
        "any weight above that of all others will do",
    ),
    *(
        Equivalent("converter.verifier.proof.alignment", gone, come, "no anchor goes by a number below 0")
        for gone, come in (
            (
                "best: list[tuple[int, int]] = [(0, -1)] * (len(anchors) + 1)",
                r"best: .* = \[\(0, -2\)\] \* \(len\(anchors\) \+ 1\)",
            ),
            ("whole = (0, -1)", r"whole = \((0, -2|1, -1)\)"),
            (
                "weight, last = max((best[at] for at in _prefixes(rank - 1)), default=(0, -1))",
                r"weight, last = .* default=\(0, -2\)\)",
            ),
        )
    ),
    *(
        Equivalent("converter.verifier.proof.comparing", gone, come, "each token has one owner, or none")
        for gone, come in (
            (
                "for token, owner in zip(gap.shown, owners, strict=True):",
                r"for token, owner in zip\(gap\.shown, owners, (strict=(None|False))?\):",
            ),
            (
                "for owner, run in groupby(zip(gap.shown, owners, strict=True), key=lambda pair: pair[1]):",
                r"for owner, run in groupby\(zip\(gap\.shown, owners, (strict=(None|False))?\), .*",
            ),
        )
    ),
    Equivalent(
        "converter.verifier.proof.comparing",
        "before = bisect_left(self._kept, (index, 0)) - 1",
        r"before = bisect_left\(self\._kept, \(index, 1\)\) - 1",
        "a piece that was changed is none of those that were kept",
    ),
    Equivalent(
        "converter.verifier.proof.metadata",
        r'elif re.search(r"PDF/A-\da", claimed, re.IGNORECASE):',
        r"elif re\.search\(r.(pdf/a-\\da|PDF/A-\\dA)., claimed, re\.IGNORECASE\):",
        "capitals do not count",
    ),
)
"""Of `rooms`; where a line is written anew, its mutants are looked at anew."""


def why_equivalent(module: str, gone: str, come: str) -> str:
    """Return why nobody can tell the line `come` from the line `gone`; empty: one can."""
    if gone != come and _without_codecs(gone) == _without_codecs(come):
        return "Python knows encodings in capitals too"
    if gone != come and _without_casts(gone) == _without_casts(come):
        return "a cast does nothing while a program runs"
    told = (one for one in EQUIVALENTS if (one.module, one.gone) == (module, gone))
    return next((one.why for one in told if re.fullmatch(one.come, come)), "")


def _without_casts(line: str) -> str:
    return _CAST.sub("cast(", line)


def _without_codecs(line: str) -> str:
    return _CODECS.sub("", line)
