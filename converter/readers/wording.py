"""The words by which articles tell who wrote them, and when, in the languages that there are files for."""

import calendar

FIELDS = {
    "title": (
        "title headline subject titel titre título titulo titolo tytuł başlık заголовок վերնագիր العنوان "
        "כותרת 标题 標題 タイトル 題名"
    ),
    "byline": (
        "author authors byline by from autor autora auteur autore yazar автор հեղինակ الكاتب מאת 作者 "
        "著者 筆者"
    ),
    "date": ("date published datum fecha data tarih дата ամսաթիվ التاريخ תאריך 日期 日付"),
    "language": (
        "language lang sprache langue idioma lingua taal język dil язык мова լեզու اللغة שפה 语言 語言 言語"
    ),
}
"""What a header line tells → the words that begin it."""

BY = "by von par por di door av af przez yazan автор author հեղինակ بقلم מאת 本报记者 本報記者 记者 記者 撰文"
"""Words that begin a byline, before a blank or a colon."""

BY_LABELS = (
    "autor autora autores autorin auteur auteurs autore autori autorka yazar haber авторы автори "
    "հեղինակներ text texte texto testo tekst metin текст տեքստ كتب كتبت إعداد الكاتب כתב כתבה טקסט "
    "作者 文 撰稿 采写 報導 執筆 取材 取材・文 著者 筆者"
)
"""Words that begin a byline only with a colon or a stroke behind them."""

BEFORE_BY = (
    "written reported words story text texte texto testo tekst текст escrito scritto écrit "
    "geschrieben geschreven"
)
"""Words that may stand before those of `BY`."""

PUBLISHED = (
    "published, posted, updated, modified, date, dated, veröffentlicht, erschienen, aktualisiert, "
    "stand, datum, publié, publiée, mis à jour, mise à jour, publicado, publicada, actualizado, "
    "atualizado, pubblicato, aggiornato, gepubliceerd, bijgewerkt, geplaatst, opublikowano, data "
    "publikacji, aktualizacja, yayınlanma, yayın tarihi, yayınlanma tarihi, güncelleme, tarih, "
    "опубликовано, обновлено, дата публикации, дата, опубліковано, оновлено, дата публікації, "
    "հրապարակվել է, հրապարակված է, թարմացվել է, ամսաթիվ, نشر, نُشر, تاريخ النشر, آخر تحديث, "
    "التاريخ, פורסם, עודכן, תאריך, 发布时间, 发布于, 发布日期, 發布時間, 發佈日期, 更新时间, 日期, "
    "公開日, 公開, 更新日, 更新, 掲載日, 配信, 日付, 投稿日"
)
"""Words that may stand before a date, with commas between them."""

ON = "on am vom le el il op em dnia z tarihinde في بتاريخ ב בתאריך от від den"
"""Words between these and the date."""

_WEEKDAYS = (
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado "
    "domingo "
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "poniedziałek wtorek środa czwartek piątek sobota niedziela "
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar "
    "понедельник вторник среда четверг пятница суббота воскресенье "
    "понеділок вівторок середа четвер п’ятниця п'ятниця субота неділя "
    "երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիրակի "
    "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد "
    "星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 "
    "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日"
)
_HEBREW_WEEKDAYS = ("יום ראשון", "יום שני", "יום שלישי", "יום רביעי", "יום חמישי", "יום שישי", "יום שבת")

WEEKDAYS = (*calendar.day_name, *calendar.day_abbr, *_WEEKDAYS.split(), *_HEBREW_WEEKDAYS)
"""Names of the days of the week; they are not checked against the date."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "جانفي",
            "شباط فيفري",
            "آذار mrt",
            "نيسان أفريل ابريل إبريل",
            "أيار ماي",
            "حزيران جوان",
            "تموز جويلية",
            "آب أوت اغسطس",
            "أيلول",
            "اكتوبر",
        ),
        1,
    )
    for name in names.split()
}
"""Names of months beyond those of the language files: Levantine, of the Maghreb, without hamza, Dutch mrt."""

YEARS = "г года году р року թ թվականի r roku"
"""Words for "year" that stand behind one."""
