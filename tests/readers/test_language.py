"""The language of an article."""

import subprocess
import sys
from collections.abc import Sequence
from unicodedata import normalize

import pytest
from msgspec.structs import replace

from converter.model.article import Article, Source
from converter.readers import langid
from converter.readers.language import normal_tag, settle_language, tell_language

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
        ("Forhandlingerne blev holdt i går i København, og det er ikke klart, hvem der skal betale.", "da"),
        (
            "Forhandlingene ble holdt i går i Oslo, og det er ikke klart hvem som skal betale for arbeidet.",
            "nb",
        ),
        ("Neuvottelut pidettiin eilen Helsingissä, eikä ole selvää, kuka maksaa työstä.", "fi"),
        ("Jednání se konala včera v Praze a není jasné, kdo za práci zaplatí.", "cs"),
        ("Rokovania sa konali včera v Bratislave a nie je jasné, kto za prácu zaplatí.", "sk"),
        ("Pregovori so potekali včeraj v Ljubljani in ni jasno, kdo bo plačal za delo.", "sl"),
        ("Razgovori su održani jučer u Zagrebu i nije jasno tko će platiti radove.", "hr"),
        ("Razgovori su održani juče u Beogradu i nije jasno ko će platiti radove posle toga.", "sr-Latn"),
        ("Разговори су одржани јуче у Београду и није јасно ко ће платити радове.", "sr"),
        ("Разговорите се одржаа вчера во Скопје и не е јасно кој ќе плати за тоа.", "mk"),
        ("Перамовы адбыліся ўчора ў Мінску, і незразумела, хто заплаціць за гэтыя працы.", "be"),
        ("Discuțiile au avut loc ieri la București și nu este clar cine va plăti pentru lucrări.", "ro"),
        ("Les converses es van fer ahir a Barcelona i no és clar qui pagarà les obres.", "ca"),
        ("As conversas foron onte na Coruña e non está claro quen vai pagar as obras.", "gl"),
        ("Die samesprekings is gister in Pretoria gehou en dit is nie duidelik wie sal betaal nie.", "af"),
        (
            "Perundingan itu diadakan kemarin di Jakarta dan belum jelas siapa yang akan membayar.",
            "id",
        ),
        ("Cuộc đàm phán được tổ chức hôm qua tại Hà Nội và không rõ ai sẽ trả tiền.", "vi"),
        ("Derybos vyko vakar Vilniuje ir neaišku, kas už tai mokės.", "lt"),
        ("Sarunas notika vakar Rīgā, un nav skaidrs, kas par to maksās.", "lv"),
        ("Läbirääkimised toimusid eile Tallinnas ja ei ole selge, kes selle eest maksab.", "et"),
        ("مذاکرات کل اسلام آباد میں ہوئے اور یہ واضح نہیں ہے کہ اس کا خرچ کون اٹھائے گا", "ur"),
        ("काल मुंबईत चर्चा झाली आणि कोण पैसे देणार हे स्पष्ट नाही.", "mr"),
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


def test_a_word_before_an_apostrophe_is_a_word() -> None:
    assert tell_language("L'homme d'aujourd'hui").tag == "fr"
    assert tell_language("L’uomo dell’altra").tag == "it"


def test_accents_may_be_characters_of_their_own() -> None:
    text = "Điều đó là rất quan trọng với chúng ta."
    assert tell_language(normalize("NFD", text)) == tell_language(text) == ("vi", True)


def test_vowel_signs_do_not_change_an_arabic_word() -> None:
    assert tell_language("مِنْ فِي عَلَى إِلَى هَذَا الَّذِي").tag == "ar"


@pytest.mark.parametrize(
    ("text", "sure"), [(ENGLISH, True), ("Beautiful weather.", False), ("I, a man", False)]
)
def test_an_article_is_sure_of_its_language_and_a_few_words_are_not(text: str, sure: bool) -> None:  # noqa: FBT001
    assert tell_language(text).sure is sure


def test_few_small_words_leave_doubt_whatever_the_letters_say() -> None:
    assert not tell_language("Eðitim Bakanlýðý Daðýtým Þirketi ").sure


def test_a_few_kana_in_a_chinese_text_do_not_make_it_japanese() -> None:
    assert tell_language("他说日语里的「の」字很常见。" + "这是一个关于语言的问题，需要讨论。" * 3) == (
        "zh",
        True,
    )


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


def _answering(monkeypatch: pytest.MonkeyPatch, answer: str) -> list[str]:
    asked: list[str] = []

    def overrule(text: str, _tag: str, _tags: Sequence[str]) -> str:
        asked.append(text)
        return answer

    monkeypatch.setattr(langid, "overrule", overrule)
    return asked


def test_the_optional_part_is_asked_only_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _answering(monkeypatch, "it")
    assert settle_language(_article(ENGLISH), "").language == "en"
    assert settle_language(_article("Mare calmo.", "fr"), "").language == "fr"
    assert settle_language(_article("Mare calmo."), "de").language == "de"
    assert not asked


def test_what_the_optional_part_says_against_the_words_counts_and_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert _answering(monkeypatch, "nl") == []
    article = settle_language(_article("The weather."), "")
    assert article.language == "nl"
    (notice,) = article.notices
    assert notice.code == "language-doubtful"
    assert "its words are of en, but py3langid takes it for nl" in notice.text


def test_what_the_optional_part_says_where_words_say_nothing_needs_no_notice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = _answering(monkeypatch, "fi")
    article = settle_language(_article("Xyz"), "")
    assert (asked, article.language, article.notices) == (["Xyz"], "fi", ())


def test_all_works_without_the_optional_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    article = settle_language(_article("The weather."), "")
    assert (article.language, article.notices) == ("en", ())
    assert [notice.code for notice in settle_language(_article("Xyz"), "").notices] == ["language-undetected"]


def test_nothing_heavy_is_imported_for_an_article() -> None:
    program = (
        "import sys; from converter.readers.language import tell_language;"
        f"assert tell_language({ENGLISH!r}).sure; print({{'numpy', 'py3langid'}} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


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


def test_only_the_first_words_are_looked_at() -> None:
    assert tell_language(ENGLISH * 40 + "я " * 100_000) == ("en", True)
