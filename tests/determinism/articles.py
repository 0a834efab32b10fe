"""Articles in five file formats and eight languages, each with the choices of somebody who converts it."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from msgspec import Struct

from converter import pipeline
from converter.configuration import CITES, PAPERS, Settings
from tests.sample import png

SENTENCES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "The port of {place} reopened on Monday after {number} years of work.",
        "In {year}, the city council voted for a new quay & a wider channel.",
        "“Nobody believed it,” said the harbour master, who had not slept for {number} nights.",
        "Freight rates could fall by {number} per cent next year, although critics (many of them) doubt it.",
        "However, the railway may lose its monopoly on grain; officials did not comment.",
        "The final offer of the office was {number} million crowns.",
    ),
    "de": (
        "Der Hafen von {place} wurde am Montag nach {number} Jahren wieder eröffnet.",
        "Im Jahr {year} stimmte der Stadtrat für einen neuen Kai.",
        "Die Frachtkosten könnten im nächsten Jahr um {number} Prozent sinken, was Kritiker bezweifeln.",
        "Die Donaudampfschifffahrtsgesellschaft wollte sich dazu nicht äußern.",
    ),
    "fr": (
        "Le port de {place} a rouvert lundi après {number} ans de travaux.",
        "En {year}, le conseil municipal avait voté pour un nouveau quai.",
        "Les tarifs pourraient baisser de {number} % l’an prochain, mais les critiques en doutent.",
    ),
    "ru": (
        "Порт на реке {place} снова открылся в понедельник после {number} лет работ.",
        "В {year} году совет проголосовал за новый причал.",
        "В следующем году стоимость перевозок может снизиться на {number} процентов.",
    ),
    "el": (
        "Το λιμάνι της πόλης {place} άνοιξε ξανά τη Δευτέρα ύστερα από {number} χρόνια.",
        "Το {year} το συμβούλιο αποφάσισε να καθαρίσει την κοίτη.",
        "Τα τέλη θα μειωθούν κατά {number} τοις εκατό πριν από το τέλος του έτους.",
    ),
    "pl": (
        "Port w mieście {place} otwarto ponownie w poniedziałek po {number} latach prac.",
        "W roku {year} rada miasta głosowała za nowym nabrzeżem.",
        "Opłaty mogą w przyszłym roku spaść o {number} procent, choć krytycy w to wątpią.",
    ),
    "tr": (
        "{place} limanı {number} yıllık çalışmanın ardından pazartesi günü yeniden açıldı.",
        "{year} yılında belediye meclisi yeni bir rıhtım için oy kullandı.",
        "Ücretler gelecek yıl yüzde {number} düşebilir, ancak eleştirmenler kuşkulu.",
    ),
    "uk": (
        "Порт на річці {place} знову відкрився в понеділок після {number} років робіт.",
        "У {year} році рада проголосувала за новий причал.",
        "Наступного року вартість перевезень може знизитися на {number} відсотків.",
    ),
}
PLACES = ("Lund", "Fallow", "Tver", "Öland", "Ćmielów", "Nîmes", "İzmit", "Chios")
KINDS = ("txt", "md", "html", "docx", "pdf")
STYLES = ("default", "field-report", "government", "large-print", "memo", "think-tank")
HEADINGS = ("Background", "What it means", "Реакция", "Ausblick & Folgen")


class Order(Struct, frozen=True):
    """An article, and what somebody wants of it.

    Attributes:
        name: of its file.
        data: its bytes.
        settings: of the conversion.
        to: who gets it by mail.
    """

    name: str
    data: bytes
    settings: Settings
    to: str


def orders(count: int, first: int = 0) -> Iterator[Order]:
    """Yield so many orders; each is the same in every run."""
    for number in range(first, first + count):
        yield _order(number)


def _order(number: int) -> Order:
    chance = Random(number)  # noqa: S311 - it chooses, and protects nothing
    kind = KINDS[number % len(KINDS)]
    language = sorted(SENTENCES)[number // len(KINDS) % len(SENTENCES)]
    text = _markdown(chance, language) if kind != "txt" else _plain(chance, language)
    settings = _settings(chance)
    data = text.encode()
    if kind in {"html", "docx", "pdf"}:
        data = _as_file(text, kind, number)
    return Order(f"article {number}.{kind}", data, settings, f"Ada Ünlü <ada{number}@example.org>")


def _settings(chance: Random) -> Settings:
    overrides = {"contents": "always"} if chance.random() < 0.3 else {}
    if chance.random() < 0.2:
        overrides["word.embed-fonts"] = "true"
    return Settings(
        style=chance.choice(STYLES),
        outline=chance.choice(("default", "bluf", "key-points", "sbar")),
        length=chance.choice(("brief", "standard", "full")),
        trim=chance.random() < 0.8,
        formats=("docx", "pdf", "html", "md", "json"),
        author=chance.choice(("", "Ada Ünlü")),
        date=chance.choice(("", "2026-11-23")),
        report_language=chance.choice(("", "", "de", "hy", "ja", "pt", "ar")),
        paper=chance.choice(("", *PAPERS)),
        marking=chance.choice(("", "TLP:AMBER", "For the minister")),
        cite=chance.choice(CITES),
        embed=chance.choice(("used", "used", "source", "none")),
        overrides=overrides,
        fields={"client": "Treasury", "desk": "Ports"},
    )


def _plain(chance: Random, language: str) -> str:
    parts = [f"Report on {chance.choice(PLACES)}"]
    for heading in HEADINGS[: chance.randint(1, len(HEADINGS))]:
        parts += [_paragraph(chance, language) for _ in range(chance.randint(1, 5))]
        parts.append(heading)
    return "\n\n".join([*parts, _paragraph(chance, language), ""])


def _markdown(chance: Random, language: str) -> str:
    parts = [f"# Report on {chance.choice(PLACES)} & *others*", _paragraph(chance, language)]
    extras = [_listed(chance, language), _table(chance), _picture(chance), _quoted(chance, language)]
    chance.shuffle(extras)
    for heading, extra in zip(HEADINGS, extras, strict=True):
        parts += [f"## {heading}", *(_paragraph(chance, language) for _ in range(chance.randint(1, 4)))]
        if chance.random() < 0.7:
            parts.append(extra)
    parts.append("A note[^1] and [a link](https://example.org/?a=1&b=2) stand here.")
    return "\n\n".join([*parts, "[^1]: The last steamer left in October 1921.", ""])


def _paragraph(chance: Random, language: str) -> str:
    return " ".join(_sentence(chance, language) for _ in range(chance.randint(1, 5)))


def _sentence(chance: Random, language: str) -> str:
    said = chance.choice(SENTENCES[language])
    return said.format(
        place=chance.choice(PLACES), number=chance.randint(2, 900), year=chance.randint(1900, 2025)
    )


def _listed(chance: Random, language: str) -> str:
    marks = ("1. ", "2. ", "3. ") if chance.random() < 0.5 else ("- ", "   - ", "- ")
    return "\n".join(mark + _sentence(chance, language) for mark in marks)


def _table(chance: Random) -> str:
    rows = [
        f"| {year} | {chance.randint(1, 10**6):,} | {chance.choice(PLACES)} |" for year in range(2020, 2026)
    ]
    return "\n".join(["| Year | Ships | Port |", "|---|--:|---|", *rows])


def _picture(chance: Random) -> str:
    data = png(chance.randint(20, 300), chance.randint(20, 200))
    return f"![Ships in {chance.choice(PLACES)}](data:image/png;base64,{b64encode(data).decode()})"


def _quoted(chance: Random, language: str) -> str:
    return f"> {_sentence(chance, language)}\n>\n> {_sentence(chance, language)}"


def _as_file(text: str, kind: str, number: int) -> bytes:
    """Return an article as a web page, a Word file or a PDF: a report of everything that `text` says."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / f"{number}.md"
        source.write_text(text, "utf-8")
        settings = Settings(length="full", formats=(kind,), cite="none", embed="none")
        return pipeline.convert(str(source), settings).reports[0].data
