"""Articles for digests, made by code: the same number gives the same article.

Each is about a place of its own. Some sentences stand in several of them: `WIRE` word for word, `TOLL` with
another figure in each.
"""

from collections.abc import Sequence
from itertools import cycle, islice

WIRE = "The ministry of transport closed the northern harbour to all large ships on Thursday."
"""A sentence that papers take over from an agency."""

TOLL = "The storm on the northern coast destroyed {} warehouses, the ministry of transport said."
"""A sentence in which they have figures of their own."""

_PLACES = ("Lowmere", "Aldbay", "Corvel", "Dunmoor", "Eastry", "Farholm", "Gullane", "Hartsea")
_GOODS = ("timber", "grain", "salt", "copper", "wool", "glass", "fish", "coal", "cider", "paper")

_FRENCH = """\
Le port {number} de {place} rouvre

Le port de {place} a rouvert mardi après {number} jours de travaux. Le maire a salué le retour des navires.

La ville vit du commerce depuis 1850. Une tempête avait détruit le quai en 1987.

Les prix pourraient baisser si le trafic reprend. Les armateurs devraient revenir au printemps.
"""

_ARABIC = """\
ميناء {place} يفتح أبوابه من جديد

أعلنت البلدية يوم الثلاثاء فتح الميناء رقم {number} بعد أشهر من العمل. رحّب التجار بعودة السفن إلى المدينة.

كانت عاصفة قد دمّرت الرصيف القديم عام 1987. ومنذ ذلك الحين تراجعت التجارة في المدينة.

من المتوقع أن تنخفض الأسعار خلال العام المقبل. وقد تعود الشركات الكبرى إلى المنطقة.
"""


def article(number: int, *shared: str) -> str:
    """Return an English article with the sentences `shared` in its first paragraph."""
    place, goods = _PLACES[number % len(_PLACES)], _GOODS[number % len(_GOODS)]
    return f"""\
Council {number} of {place} votes for a new {goods} market

By Ada Example
{number % 28 + 1} November 2026

The council of {place} voted on Monday to build a {goods} market for {number + 20} million crowns.
{" ".join(shared)} Mayor number {number} signed the contract on the same evening.

The old {goods} hall of {place} was built in {1800 + number}. Traders had asked for a second one
since {1950 + number}.

The market could bring {number * 7 + 100} jobs to {place}. Critics warned that rents would rise next year.
"""


def foreign(number: int, language: str) -> str:
    """Return an article in `fr` or `ar`."""
    text = {"fr": _FRENCH, "ar": _ARABIC}[language]
    return text.format(number=number, place=_PLACES[number % len(_PLACES)])


def mixed(count: int, languages: Sequence[str] = ("en", "en", "fr", "ar")) -> list[str]:
    """Return so many articles in languages that take turns."""
    return [
        article(number) if language == "en" else foreign(number, language)
        for number, language in enumerate(islice(cycle(languages), count))
    ]
