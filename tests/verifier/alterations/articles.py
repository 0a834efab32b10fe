"""Articles in several languages, of every length, with lists, tables, quotations, numbers and negations."""

# ruff: noqa: E501 - the words of a language stand in one place

from itertools import product
from random import Random

from msgspec import Struct


class Words(Struct, frozen=True):
    """What sentences are made of.

    Attributes:
        subjects: of sentences; capitals as at their beginning.
        predicates: what they do.
        negated: what they do not do, and the same without the negation.
        objects: to whom, with a full stop; `#` stands for a number.
        headings: of sections.
    """

    subjects: tuple[str, ...]
    predicates: tuple[str, ...]
    negated: tuple[tuple[str, str], ...]
    objects: tuple[str, ...]
    headings: tuple[str, ...]


LANGUAGES = {
    "en": Words(
        ("The port of Fallow", "The council", "A spokeswoman for the ministry", "Every ferry operator", "The 1921 treaty", "Ada Example"),
        ("approved", "welcomed", "will probably delay", "described", "warned of"),
        (("did not approve", "did approve"), ("has never opposed", "has opposed"), ("could not explain", "could explain")),
        ("the plan for # new berths.", "a toll of # euros, which critics call too high.", "the report on # ships (and their crews).", "what it called “a # per cent rise”.", "the end of the talks in #.", "the merger; # people were affected."),
        ("Background", "What happened", "What it means", "The figures", "Reactions"),
    ),
    "de": Words(
        ("Der Hafen von Fallow", "Der Gemeinderat", "Eine Sprecherin des Ministeriums", "Die Fährgesellschaft", "Der Vertrag"),
        ("billigte", "begrüßte", "verschiebt wahrscheinlich", "beschrieb"),
        (("billigte nicht", "billigte"), ("kennt keineswegs", "kennt")),
        ("den Plan für # neue Liegeplätze.", "eine Gebühr von # Euro, die Kritiker für zu hoch halten.", "den Bericht über # Schiffe.", "das „Ende der # Gespräche“.", "die Übernahme; # Menschen waren betroffen."),
        ("Hintergrund", "Was geschah", "Was daraus folgt", "Zahlen"),
    ),
    "fr": Words(
        ("Le port de Fallow", "Le conseil municipal", "Une porte-parole du ministère", "L’opérateur des ferrys"),
        ("a approuvé", "a salué", "retardera sans doute", "décrit"),
        (("n’a pas approuvé", "a approuvé"), ("ne connaît pas", "connaît")),
        ("le plan de # nouveaux quais.", "un péage de # euros, jugé trop élevé.", "le rapport sur # navires.", "la fusion : # personnes sont touchées.", "« la fin des # réunions »."),
        ("Contexte", "Les faits", "Conséquences", "Chiffres"),
    ),
    "ru": Words(
        ("Порт Фаллоу", "Городской совет", "Представитель министерства", "Паромный оператор"),
        ("одобрил", "приветствовал", "вероятно отложит", "описал"),
        (("не одобрил", "одобрил"), ("никогда не видел", "видел")),
        ("план строительства # причалов.", "сбор в размере # евро, который критики считают высоким.", "доклад о # судах.", "«завершение # переговоров».", "слияние, которое затронуло # человек."),
        ("Контекст", "Что произошло", "Последствия", "Цифры"),
    ),
    "hy": Words(
        ("Ֆալոուի նավահանգիստը", "Քաղաքային խորհուրդը", "Նախարարության խոսնակը", "Լաստանավային ընկերությունը"),
        ("հաստատեց", "ողջունեց", "հավանաբար կհետաձգի", "նկարագրեց"),
        (("չի հաստատել", "հաստատել է"), ("երբեք չի տեսել", "տեսել է")),
        ("# նոր կառամատույցի ծրագիրը։", "# եվրոյի վճարը, որը քննադատները բարձր են համարում։", "# նավերի մասին զեկույցը։", "«# բանակցությունների ավարտը»։", "միավորումը, որն ազդեց # մարդու վրա։"),
        ("Նախապատմություն", "Ինչ է տեղի ունեցել", "Հետևանքներ"),
    ),
    "ar": Words(
        ("ميناء فالو", "مجلس المدينة", "المتحدث باسم الوزارة", "مشغل العبارات"),
        ("وافق على", "رحب بشأن", "سيؤجل على الأرجح", "وصف"),
        (("لم يوافق على", "وافق على"), ("لا يعرف", "يعرف")),
        ("خطة بناء # رصيفا جديدا.", "رسوم قدرها # يورو يراها النقاد مرتفعة.", "التقرير عن # سفينة.", "نهاية المحادثات بعد # يوما.", "الاندماج الذي أثر على # شخص."),
        ("الخلفية", "ما حدث", "التداعيات"),
    ),
}  # fmt: skip


class Article(Struct, frozen=True):
    """An article in Markdown.

    Attributes:
        language: BCP 47.
        data: its bytes.
        sentences: of it, and one more, of another article.
        foreign: the latter.
    """

    language: str
    data: bytes
    sentences: tuple[str, ...]
    foreign: str


def article(number: int, language: str = "") -> Article:
    """Return the article of a number, in `language` or the next of all."""
    random = Random(number)  # noqa: S311 - the same in every run
    language = language or tuple(LANGUAGES)[number % len(LANGUAGES)]
    words = LANGUAGES[language]
    sentences = _sentences(words, random)
    foreign = sentences.pop()
    sentences = sentences[: random.randint(8, len(sentences))]
    return Article(language, _markdown(words, list(sentences), random).encode(), tuple(sentences), foreign)


def _sentences(words: Words, random: Random) -> list[str]:
    predicates = [*words.predicates, *(negated for negated, _ in words.negated)]
    choices = list(product(words.subjects, predicates, words.objects))
    random.shuffle(choices)
    number = random.randint(3, 40)
    found = []
    for subject, predicate, rest in choices[: random.choice((14, 30, 60))]:
        number += random.randint(1, 37)
        found.append(f"{subject} {predicate} {rest.replace('#', str(number))}")
    return found


def _markdown(words: Words, sentences: list[str], random: Random) -> str:
    headings = list(words.headings)
    title = sentences[0].rstrip(".։")
    blocks = [f"# {title}"]
    while sentences:
        size = random.choice((1, 2, 3, 5))
        taken, sentences = sentences[:size], sentences[size:]
        blocks.append(_block(taken, random))
        if headings and random.random() < 0.4:
            blocks.append(f"## {headings.pop(0)}")
    return "\n\n".join(blocks) + "\n"


def _block(sentences: list[str], random: Random) -> str:
    match random.randrange(8):
        case 0 if len(sentences) > 1:
            return "\n".join(f"- {sentence}" for sentence in sentences)
        case 1 if len(sentences) > 1:
            return "\n".join(f"{index}. {sentence}" for index, sentence in enumerate(sentences, 1))
        case 2:
            return "\n>\n".join(f"> {sentence}" for sentence in sentences)
        case 3 if len(sentences) > 1:
            rows = [f"| {index} | {sentence} |" for index, sentence in enumerate(sentences, 1)]
            return "\n".join(["| # | % |", "|--:|---|", *rows])
        case 4:
            first, *rest = sentences[0].split(" ")
            return " ".join([first, f"**{rest[0]}**", *rest[1:], *sentences[1:]])
        case _:
            return " ".join(sentences)
