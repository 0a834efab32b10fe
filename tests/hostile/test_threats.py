"""Each row of the threat table: what it does to code that knows nothing of it, and that it does nothing here.

Rooms have closer tests of their own: mail `tests/mailer/test_attacks.py`, Word templates
`tests/writers/docx/template/test_cleaning.py`, YAML `tests/test_yaml_source.py`, files `tests/test_files.py`.
"""

import os
import subprocess
import sys
import threading
from contextlib import suppress
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import getaddresses
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pikepdf
import pypdfium2
import pytest
import yaml
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree
from PIL import Image
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from converter import Settings, convert
from converter.cli.terminal import tell
from converter.errors import InputError, StyleError, UsageError
from converter.files import slug
from converter.guard.guarding import guarded
from converter.links import safe_link
from converter.mailer.mailboxes import parse_mailbox
from converter.stylesheets.underlays import UnderlayError, drawn
from converter.yaml_source import Mapping, Scalar, parse
from tests.guard.work import spin
from tests.hostile.bombs import CASES as BOMBS
from tests.hostile.harmless import harms
from tests.hostile.inside import call
from tests.hostile.making import (
    MARKDOWN,
    PROSE,
    TEXT,
    bomb,
    endless_page,
    page,
    picture,
    progressive,
    word,
)
from tests.hostile.wording import MARKUP
from tests.limited import limited
from tests.sample import png

INJECTED = "=?utf-8?q?hi=0D=0ABcc:_v@e.o?="
MAIN = "word/document.xml"


def report(text: str, kind: str, folder: Path, name: str = "a.txt", **settings: object) -> bytes:
    """Return the report of an article that says `text`."""
    (folder / name).write_text(text, "utf-8")
    given = Settings(formats=(kind,), **settings)  # type: ignore[arg-type]
    return convert(str(folder / name), given).reports[0].data


def words(pdf: bytes) -> str:
    """Return the words of a PDF on one line."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return " ".join(" ".join(each.get_textpage().get_text_bounded().split()) for each in opened)


def naive_pdf(markup: str) -> bytes:
    """Return what ReportLab makes of a text that nobody escaped."""
    buffer = BytesIO()
    SimpleDocTemplate(buffer).build([Paragraph(markup, getSampleStyleSheet()["BodyText"])])
    return buffer.getvalue()


def test_an_encoded_word_is_no_second_header(tmp_path: Path) -> None:
    naive = EmailMessage(policy=policy.SMTP)
    naive["Subject"] = INJECTED
    # Pythons that know CVE-2024-6923 refuse to write it, which is no answer to a user either
    with suppress(MessageError):
        assert "Bcc" in message_from_bytes(naive.as_bytes())
    (tmp_path / "a.md").write_text(f"# {INJECTED}\n\n{TEXT}", "utf-8")
    done = call(
        ["email", "a.md", "--to", "ada@example.org", "--eml", "out", "--ledger", "l.sqlite"], tmp_path
    )
    assert done.code == 0, done.said
    (file,) = (tmp_path / "out").iterdir()
    message = message_from_bytes(file.read_bytes())
    assert message["To"] == "ada@example.org"
    assert not {"bcc", "cc"} & {name.lower() for name in message}


def test_one_value_is_one_recipient() -> None:
    assert len(getaddresses(["Bob <b@x.org>, evil@x.org"])) == 2
    with pytest.raises(UsageError, match="one address goes here"):
        parse_mailbox("Bob <b@x.org>, evil@x.org", "--to")


def test_mark_up_of_reportlab_is_words(tmp_path: Path) -> None:
    said = "It says <font size='9'>b</font> and a <i>c</i> <seq/> here & there."
    assert said not in words(naive_pdf(said))
    for markup in (said, "It says <b <i>c</b> &bogus; <para> and no more."):
        assert markup in words(report(f"The quay\n\n{markup}\n\n{TEXT}", "pdf", tmp_path))


def test_mark_up_of_reportlab_puts_no_picture_in(tmp_path: Path) -> None:
    (tmp_path / "own.png").write_bytes(png(9, 9))
    markup = f'<img src="{tmp_path}/own.png" width="9" height="9"/>'

    def pictures(data: bytes) -> int:
        with pikepdf.open(BytesIO(data)) as pdf:
            return sum(
                each.get("/Subtype") == "/Image" for each in pdf.objects if isinstance(each, pikepdf.Stream)
            )

    assert pictures(naive_pdf(f"a {markup}")) == 1
    assert pictures(report(f"The quay\n\nIt says {markup} here.\n\n{TEXT}", "pdf", tmp_path)) == 0


class _Counting(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked += 1  # type: ignore[attr-defined]
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


def test_nothing_is_evaluated_and_nothing_is_fetched(tmp_path: Path) -> None:
    with HTTPServer(("127.0.0.1", 0), _Counting) as server:
        server.asked = 0  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        there = f"http://127.0.0.1:{server.server_port}"
        marker = tmp_path / "exploited"
        payload = MARKUP["ReportLab"].replace("/tmp/exploited", str(marker))  # noqa: S108 - a name to replace
        text = (
            f"{payload} <img src='{there}/a.png'/> ![a]({there}/b.png) <link href='{there}/c.css'> {there}/d"
        )
        for name in ("a.txt", "a.md", "a.html"):
            body = page(f"<p>{text}</p>") if name == "a.html" else f"{MARKDOWN}{text}\n"
            for kind in ("pdf", "docx", "html"):
                report(body, kind, tmp_path, name)
        assert server.asked == 0  # type: ignore[attr-defined]
        subprocess.run(
            [sys.executable, "-c", f"import urllib.request as u; u.urlopen('{there}/a')"],
            capture_output=True,
            check=False,
        )
        server.shutdown()
        assert server.asked == 1, "the server would have noticed"  # type: ignore[attr-defined]
    assert not marker.exists()


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\ud800", "\ufffe"])
def test_characters_that_word_files_forbid_are_counted(character: str, tmp_path: Path) -> None:
    with pytest.raises((ValueError, UnicodeEncodeError)):
        docx.Document().add_paragraph(f"a{character}b")
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("quay", f"qu{character}ay").encode("utf-8", "surrogatepass"))
    made = convert(str(path), Settings(formats=("docx",)))
    assert {"characters-removed", "encoding-damaged", "encoding-guessed"} & {
        notice.code for notice in made.notices
    }
    assert list(harms(made.reports[0].data, "docx")) == []


def test_a_word_file_that_unfolds_is_refused(tmp_path: Path) -> None:
    data = bomb(word(), MAIN, 60_000_000)
    with ZipFile(BytesIO(data)) as naive:
        assert len(naive.read(MAIN)) == 60_000_000 > 500 * len(data)
    (tmp_path / "a.docx").write_bytes(data)
    with pytest.raises(InputError) as refused:
        convert(str(tmp_path / "a.docx"))
    assert refused.value.code in {"input-bomb", "input-broken"}


def test_a_word_file_defines_no_entities(tmp_path: Path) -> None:
    naive = "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;'>]><a>&c;</a>"
    assert etree.fromstring(naive).text == "haha"
    case = next(case for case in BOMBS if case.name == "word, a billion laughs")
    case.make(tmp_path)
    with pytest.raises(InputError, match="entities"):
        convert(str(tmp_path / "a.docx"))


def test_a_word_template_leads_nowhere(tmp_path: Path) -> None:
    template = docx.Document()
    for kind, target in (("IMAGE", "http://127.0.0.1:1/x.png"), ("HYPERLINK", "javascript:alert(1)")):
        template.part.relate_to(target, getattr(RELATIONSHIP_TYPE, kind), is_external=True)
    template.save(str(tmp_path / "house.docx"))
    assert len(list(harms((tmp_path / "house.docx").read_bytes(), "docx"))) >= 2
    made = report(TEXT, "docx", tmp_path, template=str(tmp_path / "house.docx"))
    assert list(harms(made, "docx")) == []


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_links_of_other_schemes_reach_no_report(address: str, tmp_path: Path) -> None:
    assert list(harms(naive_pdf(f'<a href="{address}">a</a>'), "pdf")) != []
    assert safe_link(address) is None
    for kind in ("pdf", "docx", "html", "md", "json"):
        made = report(f"{MARKDOWN}Read [the note](<{address}>) on it.\n", kind, tmp_path, "a.md")
        assert list(harms(made, kind)) == []


DEAF = """
import signal
from collections import deque
from itertools import repeat

def late(*_):
    raise TimeoutError

signal.signal(signal.SIGALRM, late)
signal.setitimer(signal.ITIMER_REAL, 0.05)
deque(repeat(0), maxlen=0)
"""
"""A deadline that waits for C code to return, which it does not."""


def test_a_deadline_ends_c_code_too() -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        subprocess.run([sys.executable, "-c", DEAF], check=False, capture_output=True, timeout=1)
    with limited(seconds=0.3), pytest.raises(InputError) as refused:
        guarded(spin, where="a.html")
    assert refused.value.code == "input-too-slow"


def test_a_sheet_that_is_drawn_without_end_is_given_up() -> None:
    # naive code would not come back: the time that the guard gives is all that ends it
    with limited(seconds=0.5), pytest.raises(UnderlayError, match="takes longer than"):
        drawn(endless_page(), 0, 36)


def test_a_jpeg_of_very_many_scans_is_left_out(tmp_path: Path) -> None:
    data = progressive(64, 64, 600)
    with Image.open(BytesIO(data)) as naive:
        naive.load()
        assert naive.size == (64, 64)
    (tmp_path / "a.jpg").write_bytes(data)
    (tmp_path / "a.md").write_text(f"{MARKDOWN}![Black](a.jpg)\n", "utf-8")
    made = convert(str(tmp_path / "a.md"), Settings(formats=("pdf",)))
    assert "images-left-out" in {notice.code for notice in made.notices}


def test_a_word_template_is_a_file_that_ends(tmp_path: Path) -> None:
    with Path("/dev/zero").open("rb") as naive:
        assert len(naive.read(1_000_000)) == 1_000_000
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    for arguments in (["convert", "a.txt", "--template", "/dev/zero"], ["styles", "from-word", "/dev/zero"]):
        done = call(arguments, tmp_path)
        assert (done.code, len(done.said)) == (4, 1)


def test_yaml_says_what_was_written() -> None:
    text = "a: no\nb: 12:30\nc: #fff\nd: 1\n"
    assert yaml.safe_load(text) == {"a": False, "b": 750, "c": None, "d": 1}
    root = parse(text, "a.yaml")
    assert isinstance(root, Mapping)
    said = [entry.value.text for entry in root.entries if isinstance(entry.value, Scalar)]
    assert said == ["no", "12:30", "", "1"]
    assert yaml.safe_load("a: 1\na: 2\n") == {"a": 2}
    with pytest.raises(StyleError, match="again"):
        parse("a: 1\na: 2\n", "a.yaml")


def test_yaml_is_bounded() -> None:
    levels = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 7))
    laughs = f"a0: &a0 [x, x]\n{levels}\n"
    innermost = yaml.safe_load(laughs)["a6"]
    count = 1
    while isinstance(innermost, list):
        count, innermost = count * len(innermost), innermost[0]
    assert count == 2_000_000
    deep = "[" * 2_000
    with pytest.raises(RecursionError):
        yaml.safe_load(deep + "]" * 2_000)
    for text in (laughs, deep, "a" * 300_000):
        with pytest.raises(StyleError):
            parse(text, "a.yaml")


def test_words_below_the_depth_that_lxml_bears_are_kept(tmp_path: Path) -> None:
    deep = page("<div>" * 400 + "<p>The last word of it.</p>" + "</div>" * 400 + "<p>And after it.</p>")
    naive = etree.HTML(deep)
    assert naive is not None
    assert "And after it." not in "".join(map(str, naive.itertext()))
    (tmp_path / "a.html").write_text(deep, "utf-8")
    article = convert(str(tmp_path / "a.html"), Settings(formats=("md",))).briefing.articles[0]
    assert "The last word of it." in article.text
    assert "And after it." in article.text


def test_a_picture_of_49_megapixels_is_left_out(tmp_path: Path) -> None:
    data = picture(7_000, 7_000)
    with Image.open(BytesIO(data)) as naive:
        naive.load()
        assert naive.size == (7_000, 7_000)
    assert len(data) < 10_000
    (tmp_path / "a.png").write_bytes(data)
    (tmp_path / "a.md").write_text(f"{MARKDOWN}![Black](a.png)\n", "utf-8")
    made = convert(str(tmp_path / "a.md"), Settings(formats=("pdf",)))
    assert "images-left-out" in {notice.code for notice in made.notices}


@pytest.mark.parametrize("title", ["../../x", "/etc/x", "a/../../x"])
def test_a_title_does_not_leave_the_folder(title: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert not (out / f"{title}.pdf").resolve().is_relative_to(out)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    done = call(["convert", "a.txt", "--title", title, "-t", "md", "-o", "out/", "--json"], tmp_path)
    assert done.code == 0
    assert [path.parent for path in tmp_path.rglob("*.md")] == [out]


def test_saving_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    mine = tmp_path / "mine.txt"
    mine.write_text("mine", "utf-8")
    link = tmp_path / "out.md"
    link.symlink_to(mine)
    link.write_text("overwritten", "utf-8")
    assert mine.read_text("utf-8") == "overwritten"
    done = call(["convert", "a.txt", "-o", "out.md", "--force", "--json"], tmp_path)
    assert done.code == 5
    assert mine.read_text("utf-8") == "overwritten"


def test_a_pipe_that_nobody_writes_to_is_told_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert call(["convert", "a.txt", "--json"], tmp_path).results[0]["error"]["code"] == "input-not-a-file"


def test_a_long_title_is_a_name_that_disks_take(tmp_path: Path) -> None:
    title = "é" * 130
    with pytest.raises(OSError, match="too long"):
        (tmp_path / f"{title}.pdf").touch()
    (tmp_path / f"{slug(title)}.pdf").touch()


def test_a_terminal_is_told_nothing_that_it_obeys(capsys: pytest.CaptureFixture[str]) -> None:
    title = "The quay\x1b[2J\x9b31m\u202e\x07\nbriefing: all is well"
    sys.stderr.write(title)
    assert "\x1b" in capsys.readouterr().err
    tell(title)
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.removesuffix("\n").isprintable()


def test_what_is_said_of_a_file_is_printable_whatever_its_name(tmp_path: Path) -> None:
    name = "a\x1b[31m\nb\u202e\udcff.txt"
    (tmp_path / name).write_text(PROSE[0], "utf-8")
    for arguments in (
        [f"./{name}", "-t", "md"],
        [f"./{name}x"],
        [f"./{name}", "-s", name],
        [f"./{name}", "-o", f"{name}/"],
    ):
        done = _said(["convert", *arguments], tmp_path)
        assert done.strip()
        assert done.replace("\n", "").isprintable()


def _said(arguments: list[str], folder: Path) -> str:
    """Return everything that a call of the program says."""
    command = [sys.executable, "-m", "converter", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    return (done.stdout + done.stderr).decode("utf-8")
