"""The same article in many scripts, with table, list, quotation and footnote; and one of 300 pages."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from converter import Settings, convert
from converter.stylesheets.listing import available

PAGES = 300
WORDS_A_PAGE = 330

SCRIPTS: Mapping[str, tuple[str, str]] = {
    "Arabic": (
        "ميناء لوند يعاد افتتاحه",
        "أعيد افتتاح ميناء لوند يوم الاثنين بعد عشر سنوات (2016–2026)، MS Lund.",
    ),
    "Armenian": (
        "Լունդի նավահանգիստը բացվեց",
        "Լունդի նավահանգիստը վերաբացվեց երկուշաբթի՝ տասը տարի անց (2016–2026)։",
    ),
    "Chinese": (
        "隆德港重新开放",
        "隆德港经过十年施工后于星期一重新开放。第一艘渡轮于中午载着300名乘客离港。",
    ),
    "Devanagari": ("लुंड का बंदरगाह फिर खुला", "लुंड का बंदरगाह दस साल के काम के बाद सोमवार को फिर से खुल गया।"),
    "Georgian": ("ლუნდის პორტი გაიხსნა", "ლუნდის პორტი ორშაბათს ათწლიანი სამუშაოების შემდეგ კვლავ გაიხსნა."),
    "Greek": (
        "Το λιμάνι του Λουντ",
        "Το λιμάνι του Λουντ άνοιξε ξανά τη Δευτέρα μετά από δέκα χρόνια έργων.",
    ),
    "Hebrew": ("נמל לונד נפתח מחדש", "נמל לונד נפתח מחדש ביום שני לאחר עשר שנות עבודה (2016–2026), MS Lund."),
    "Japanese": (
        "ルンド港が再開",
        "ルンド港は10年にわたる工事を経て月曜日に再開した。「遅い」と市長は述べた。",
    ),
    "Korean": ("룬드 항구 재개장", "룬드 항구가 10년간의 공사 끝에 월요일 다시 문을 열었다."),
    "Russian": (
        "Порт Лунда снова открыт",
        "Порт Лунда вновь открылся в понедельник после десяти лет строительства.",
    ),
    "Thai": ("ท่าเรือลุนด์เปิดอีกครั้ง", "ท่าเรือลุนด์เปิดอีกครั้งในวันจันทร์หลังจากการก่อสร้างนานสิบปี พร้อมผู้โดยสาร 300 คน"),
}
"""Script → a title and a sentence of ours."""


def article(script: str) -> str:
    """Return an article in one script, as Markdown."""
    title, sentence = SCRIPTS[script]
    table = f"| {title} | 2026 |\n|---|---:|\n| {sentence[:24]} | 1,5 |\n| MS Lund | 300 |"
    items = f"- {title}\n- MS Lund\n- {sentence}"
    opening, note = f"{sentence}[^1]", f"[^1]: {title}"
    return "\n\n".join(
        [f"# {title}", opening, f"## {title}", f"{sentence} {sentence}", table, items, f"> {sentence}", note]
    )


def long_article() -> str:
    """Return one of about 300 pages."""
    sentence = "The harbour of Lund reopened on Monday after ten years of work, and the ferries came back. "
    paragraphs = PAGES * WORDS_A_PAGE // (4 * len(sentence.split()))
    return "# A long report\n\n" + "\n\n".join(f"{number}. {4 * sentence}" for number in range(paragraphs))


def make(folder: Path) -> Iterator[tuple[str, Path, frozenset[str]]]:
    """Yield name, PDF and codes of notices, for each script in each style and for the long one."""
    for style in available("style"):
        for script in SCRIPTS:
            yield _made(folder, f"{script}_{style.name}", article(script), style.name)
    yield _made(folder, "long", long_article(), "default")


def _made(folder: Path, name: str, text: str, style: str) -> tuple[str, Path, frozenset[str]]:
    source = folder / f"{name}.md"
    source.write_text(text, "utf-8")
    made = convert(str(source), Settings(style=style, length="full", formats=("pdf",)))
    path = folder / f"{name}.pdf"
    path.write_bytes(made.reports[0].data)
    return name, path, frozenset(notice.code for notice in made.notices)
