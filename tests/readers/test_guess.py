"""Guessing encodings."""

from unicodedata import normalize

import pytest

from converter.readers.guess import guesses, is_plausible, reads_like_ideographs

# What a person might have typed, not what was looked at when choosing the rules
TEXTS = {
    "en": "The government presented its budget yesterday, and the opposition is not happy about it at all.",
    "fr": "Le gouvernement a présenté hier son budget. L’opposition s’est déclarée très inquiète à ce sujet.",
    "de": "Die Regierung hat gestern den Haushalt für das nächste Jahr vorgestellt. Es gab größten Zorn.",
    "es": "El gobierno presentó ayer el presupuesto del año próximo. La oposición se mostró muy preocupada.",
    "pt": "O governo apresentou ontem o orçamento. A oposição não está satisfeita com as decisões tomadas.",
    "sv": "Regeringen lade i går fram budgeten för nästa år. Oppositionen är mycket orolig över förslaget.",
    "pl": "Rząd przedstawił wczoraj budżet na przyszły rok. Opozycja jest bardzo zaniepokojona sytuacją.",
    "cs": "Vláda včera představila rozpočet na příští rok. Opozice je velmi znepokojena touto situací.",
    "hu": "A kormány tegnap bemutatta a jövő évi költségvetést. Az ellenzék nagyon aggódik emiatt, bőszült.",
    "tr": "Hükümet dün gelecek yılın bütçesini açıkladı. Muhalefet bu konuda çok endişeli olduğunu söyledi.",
    "vi": "Chính phủ đã trình bày ngân sách cho năm tới. Phe đối lập rất lo ngại về vấn đề này của đất nước.",
    "ru": "Правительство вчера представило бюджет на следующий год. Оппозиция очень обеспокоена этим.",
    "uk": "Уряд учора представив бюджет на наступний рік. Опозиція дуже стурбована цим рішенням її голови.",
    "el": "Η κυβέρνηση παρουσίασε χθες τον προϋπολογισμό. Η αντιπολίτευση ανησυχεί πολύ για το θέμα αυτό.",
    "he": "הממשלה הציגה אתמול את התקציב לשנה הבאה. האופוזיציה מודאגת מאוד מהנושא הזה ומההחלטות.",
    "ar": "قدمت الحكومة أمس ميزانية العام المقبل. المعارضة قلقة جدا من هذا الموضوع ومن القرارات.",
    "zh": "政府昨天公布了明年的预算。反对派对此非常担忧，并要求进行更多的讨论。",
    "ja": "政府は昨日、来年の予算を発表しました。野党はこの問題について非常に心配しています。",
    "tw": "政府昨天公布了明年的預算。反對派對此非常擔憂，並要求進行更多的討論。",
    "lt": "Vyriausybė vakar pateikė kitų metų biudžetą. Opozicija labai nerimauja dėl šių sprendimų.",
    "th": "รัฐบาลได้เสนองบประมาณสำหรับปีหน้าเมื่อวานนี้ ฝ่ายค้านมีความกังวลอย่างมากเกี่ยวกับเรื่องนี้",
    "fa": "دولت ديروز بودجه سال آينده را ارائه كرد. مخالفان از اين موضوع و از تصميم ها بسيار نگران هستند.",
    "ko": "정부는 어제 내년도 예산을 발표했다. 야당은 이 문제에 대해 매우 우려하고 있으며 토론을 요구했다.",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        *((language, "cp1252") for language in ("fr", "de", "es", "pt", "sv")),
        *((language, "mac-roman") for language in ("fr", "de", "es")),
        *((language, "cp1250") for language in ("pl", "cs", "hu")),
        ("pl", "iso8859-2"),
        ("tr", "cp1254"),
        ("vi", "cp1258"),
        *(("ru", encoding) for encoding in ("cp1251", "koi8-r", "iso8859-5", "cp866")),
        ("uk", "koi8-u"),
        ("el", "cp1253"),
        ("he", "cp1255"),
        ("ar", "cp1256"),
        ("zh", "gb18030"),
        ("zh", "gbk"),
        ("tw", "big5"),
        ("ja", "euc-jp"),
        ("ja", "cp932"),
        ("lt", "cp1257"),
        ("th", "cp874"),
        ("fa", "cp1256"),
        ("ar", "iso8859-6"),
        ("el", "iso8859-7"),
        ("uk", "cp1251"),
        *((language, "cp850") for language in ("fr", "de", "es")),
        *((language, "cp852") for language in ("pl", "cs", "hu")),
        ("cs", "iso8859-2"),
        ("hu", "iso8859-2"),
        ("ko", "cp949"),
    ],
)
def test_a_text_reads_best_in_its_own_encoding(language: str, encoding: str) -> None:
    # cp1258 writes some accents as characters of their own
    data = normalize("NFD" if language == "vi" else "NFC", TEXTS[language]).encode(encoding, "ignore")
    assert normalize("NFC", data.decode(next(guesses(data)))) == normalize("NFC", data.decode(encoding))


@pytest.mark.parametrize(
    "text", ["It’s", "£5 million", "10 € and ½", "naïve", "Straße", "El Niño", "“Yes,” he said."]
)
def test_a_few_signs_are_taken_for_the_most_frequent_encoding(text: str) -> None:
    assert next(guesses(text.encode("cp1252"))) == "cp1252"


def test_a_single_word_is_taken_for_the_most_frequent_encoding_of_its_script() -> None:
    assert next(guesses("Привет".encode("cp1251"))) == "cp1251"
    assert next(guesses("José Müller".encode("cp1252"))) == "cp1252"


def test_a_sign_in_place_of_a_capital_is_no_opening_quote() -> None:
    assert next(guesses("Текст был написан вчера.".encode("cp1251"))) == "cp1251"


def test_encodings_that_read_a_text_alike_are_not_told_apart() -> None:
    german = TEXTS["de"].encode("cp1250")
    assert german == TEXTS["de"].encode("cp1252")
    assert next(guesses(german)) == "cp1252"


def test_the_words_of_one_language_do_not_speak_for_the_encoding_of_another() -> None:
    data = (TEXTS["en"] + " Résumé naïve façade.").encode("cp1252")
    assert next(guesses(data)) == "cp1252"


def test_rare_ideographs_do_not_read_like_a_language() -> None:
    assert reads_like_ideographs(TEXTS["zh"])
    assert not reads_like_ideographs(b"test text".ljust(10).decode("utf-16-le"))


def test_private_and_unassigned_characters_are_not_what_people_write() -> None:
    assert is_plausible("Prose, as it is written.\n\tAnd a page break.\f")
    assert not is_plausible("\ue000\U0003ff00 \x01ab")
