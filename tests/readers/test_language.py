"""The language of an article."""

from dataclasses import replace

import pytest

from converter.model.article import Article, Source
from converter.readers.language import fitness, normal_tag, settle_language, tell_language

ENGLISH = (
    "The talks between the two governments were held in the capital this week. They agreed on a plan that"
    " would open the border to trade by the end of the year, but it is not clear who will pay for the works."
    " Both sides said they were pleased with the result and would meet again in the autumn."
)


def _article(text: str, language: str = "") -> Article:
    return Article(Source("a.txt", "text/plain", "", 1), text, None, (), language=language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        ("Die Gespräche wurden gestern in Berlin geführt, und es ist nicht klar, wer dafür bezahlt.", "de"),
        ("Les discussions ont eu lieu hier à Paris et on ne sait pas qui va payer pour les travaux.", "fr"),
        ("Las conversaciones se celebraron ayer en Madrid y no está claro quién pagará por las obras.", "es"),
        ("As conversações foram realizadas ontem em Lisboa e não está claro quem vai pagar as obras.", "pt"),
        ("I colloqui si sono tenuti ieri a Roma e non è chiaro chi pagherà per i lavori della strada.", "it"),
        ("De gesprekken werden gisteren in Den Haag gehouden en het is niet duidelijk wie betaalt.", "nl"),
        ("Rozmowy odbyły się wczoraj w Warszawie i nie jest jasne, kto zapłaci za te prace.", "pl"),
        ("Görüşmeler dün Ankara'da yapıldı ve bu işler için kimin ödeme yapacağı belli değil.", "tr"),
        ("Samtalen hölls i går i Stockholm och det är inte klart vem som ska betala för arbetet.", "sv"),
        ("A tárgyalásokat tegnap tartották Budapesten, és nem világos, hogy ki fizet a munkáért.", "hu"),
        ("Переговоры прошли вчера в Москве, и не ясно, кто заплатит за эти работы.", "ru"),
        ("Переговори відбулися вчора в Києві, і не ясно, хто заплатить за ці роботи.", "uk"),
        ("Преговорите се проведоха вчера в София и не е ясно кой ще плати за тях.", "bg"),
        ("عقدت المحادثات أمس في القاهرة وليس من الواضح من سيدفع ثمن هذه الأعمال", "ar"),
        ("گفتگوها دیروز در تهران برگزار شد و روشن نیست که چه کسی برای این کار پول می‌دهد", "fa"),
        ("Բանակցությունները տեղի ունեցան երեկ Երևանում", "hy"),
        ("Οι συνομιλίες έγιναν χθες στην Αθήνα", "el"),
        ("השיחות התקיימו אתמול בירושלים", "he"),
        ("वार्ता कल दिल्ली में हुई", "hi"),
        ("会谈昨天在北京举行，尚不清楚谁将支付费用。", "zh"),
        ("会談は昨日東京で行われ、誰が支払うかは明らかではない。", "ja"),
        ("회담은 어제 서울에서 열렸다", "ko"),
        ("მოლაპარაკებები გუშინ თბილისში გაიმართა", "ka"),
    ],
)
def test_a_sentence_tells_its_language(text: str, language: str) -> None:
    assert tell_language(text).tag == language


@pytest.mark.parametrize("text", ["", "12 345 — …", "Xyz qrs", "½ ¾"])
def test_what_tells_no_language_has_none(text: str) -> None:
    assert tell_language(text) == ("", False)


def test_a_few_kana_in_a_chinese_text_do_not_make_it_japanese() -> None:
    assert tell_language("他说日语里的「の」字很常见。" + "这是一个关于语言的问题，需要讨论。" * 3) == ("zh", True)


def test_what_the_user_says_goes_before_all() -> None:
    assert settle_language(_article(ENGLISH, "fr"), "pt_br") == replace(_article(ENGLISH), language="pt-BR")


def test_what_the_document_says_goes_before_its_words_and_is_doubted_in_a_notice() -> None:
    article = settle_language(_article(ENGLISH, "fr-FR"), "")
    assert article.language == "fr-FR"
    assert [notice.code for notice in article.notices] == ["language-doubtful"]


@pytest.mark.parametrize("language", ["en-GB", "gsw", "no"])
def test_a_language_that_the_words_do_not_deny_is_not_doubted(language: str) -> None:
    article = settle_language(_article(ENGLISH, language), "")
    assert (article.language, article.notices) == (language, ())


def test_a_few_words_are_not_enough_for_doubt() -> None:
    assert settle_language(_article("The talks were held in the capital.", "fr"), "").notices == ()


def test_words_tell_where_the_document_says_nothing_that_can_be_understood() -> None:
    assert settle_language(_article(ENGLISH, "English, mostly"), "").language == "en"


def test_a_language_that_cannot_be_told_is_told_to_be_so() -> None:
    article = settle_language(_article("Xyz"), "")
    assert article.language == ""
    assert [(notice.code, notice.where) for notice in article.notices] == [("language-undetected", "a.txt")]


@pytest.mark.parametrize(
    ("tag", "normal"),
    [
        ("en", "en"),
        (" EN_gb.UTF-8 ", "en-GB"),
        ("ZH-hant-tw", "zh-Hant-TW"),
        ("sr-latn", "sr-Latn"),
        ("de-1996", "de-1996"),
        ("English", ""),
        ("e", ""),
        ("", ""),
        ("en gb", ""),
    ],
)
def test_tags_are_written_as_the_standard_has_it(tag: str, normal: str) -> None:
    assert normal_tag(tag) == normal


def test_a_text_in_the_wrong_encoding_reads_worse() -> None:
    text = "Les élèves étaient très fatigués après la journée à l’école."
    assert fitness(text) > fitness(text.encode("cp1252").decode("cp1250"))


def test_only_the_first_words_are_looked_at() -> None:
    assert tell_language(ENGLISH * 40 + "я " * 100_000) == ("en", True)
