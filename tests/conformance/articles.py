"""Articles with what the real judges might stumble over, written here or made by code."""

import base64
from collections.abc import Mapping
from pathlib import Path

from tests.sample import png

# ruff: noqa: E501 - prose, hard-wrapped as in a mail

_PICTURE = "data:image/png;base64," + base64.b64encode(png(120, 60)).decode("ascii")

EVERYTHING = f"""---
title: The river & the port — “a return”
author: Ada Example
date: 2026-03-14
lang: en-GB
---

# The river & the port — “a return”

The port of Fallow opened a new quay on Monday. Officials said that tolls would fall by a third *before the end of
the year*, and that [the timetable](https://example.org/timetable?from=a&to=b) had been agreed.

## Background

The river silted up after 1921.[^silt] Since then, no ship of more than **400 tonnes** has reached the town. In 2019
the council voted 12 to 3 to dredge the channel, which took five years.

1. Survey the bed
2. Dredge the channel
   - by night
   - outside the spawning season
3. Rebuild the quay

> “Nobody believed it would ever come back,” said the harbour master.
>
> “I did not believe it myself.”

| Year | Ships | Tonnes |
|------|------:|-------:|
| 2024 |    98 | 31,400 |
| 2025 | 1,204 | 402,950 |
| 2026 | 1,377 | 488,000 |

![Ships at the new quay]({_PICTURE})

```
depth = 4.2   # metres, <at> low water & spring tide
width = 80
```

## What it means

Freight rates could fall by a fifth next year. The railway may lose its monopoly on grain, critics warned. However, the
mayor expects that both will be needed: “The river is not a rival.” If the dredging stops, the channel will close
within a decade.

[^silt]: The last steamer left in October 1921.
"""

RUSSIAN = """Порт на реке Тихой снова принимает суда

Новый причал открылся в понедельник. По словам чиновников, сборы снизятся на треть до конца года.

Предыстория

Река обмелела после 1921 года. В 2019 году совет проголосовал за расчистку русла, и работы заняли пять лет.

Последствия

В следующем году стоимость перевозок может снизиться на пятую часть. Железная дорога, вероятно, потеряет монополию на
перевозку зерна.
"""

GREEK = """Το λιμάνι του ποταμού δέχεται ξανά πλοία

Η νέα προβλήτα άνοιξε τη Δευτέρα. Τα τέλη θα μειωθούν κατά ένα τρίτο πριν από το τέλος του έτους.

Ο ποταμός έκλεισε μετά το 1921. Το 2019 το συμβούλιο αποφάσισε να καθαρίσει την κοίτη.
"""

ONE_SENTENCE = "The quay opened.\n"

MARKUP_IN_TEXT = """List<String> in <div> & <b>: what "engineers" write

A text with <b, </para>, <img src="x.png">, &amp; &lt; ]]> and {curly} %percent 'quotes' must survive. So must
**stars** \\backslashes `ticks` and #hashes in a plain text. It also names C:\\temp and a_b_c.

- an item with <i>tags</i>
- another & one
"""


def long_article(paragraphs: int) -> str:
    """Return an article of so many paragraphs, about nine to the page, no two alike."""
    body = "\n\n".join(
        f"In year {number}, the port counted {number * 37 % 1000} ships on the river, and the council, which had met "
        f"{number * 7 % 50} times, recorded {number * 13 % 90} complaints about noise. Officials expect that the "
        f"figure will rise to {number * 41 % 1000} within {number % 9 + 1} years. The harbour master called it "
        f"“season {number} of a long return”, a phrase that the Gazette repeated on page {number % 40 + 1}."
        for number in range(1, paragraphs + 1)
    )
    return f"A long return\n\nThe port counts its years.\n\n{body}\n"


def write_articles(folder: Path) -> Mapping[str, Path]:
    """Write every article below `folder` and return name → path."""
    texts = {
        "everything.md": EVERYTHING,
        "russian.txt": RUSSIAN,
        "greek.txt": GREEK,
        "one-sentence.txt": ONE_SENTENCE,
        "markup.txt": MARKUP_IN_TEXT,
        "ten-pages.txt": long_article(90),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return {Path(name).stem: folder / name for name in texts}
