"""Which letters and small words tell languages apart."""

from collections.abc import Mapping

SCRIPTS: Mapping[str, str] = {
    "Latin": "a-zA-Z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff",
    "Cyrillic": "\u0400-\u052f",
    "Arabic": "\u0600-\u06ff\u0750-\u077f",
    "zh": "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "ja": "\u3040-\u30ff",
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "hy": "\u0530-\u058f",
    "ka": "\u10a0-\u10ff\u1c90-\u1cbf",
    "he": "\u0590-\u05ff",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "am": "\u1200-\u137f",
    "km": "\u1780-\u17ff",
}
"""Script → its letters, as in a regular expression's class.

A script that one large language writes goes by that language's tag.
"""

LETTERS: Mapping[str, str] = {
    "en": "",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "de": "äöüß",
    "es": "áéíñóúü",
    "it": "àèéìíîòóùú",
    "pt": "àáâãçéêíòóôõúü",
    "nl": "áäéèëíïóöúü",
    "pl": "ąćęłńóśźż",
    "tr": "âçğıîöşûü\u0307",  # the capital İ is i with a dot above in lower case
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "hu": "áéíóöőúüű",
    "ro": "ăâîșşțţ",
    "sv": "åäöéà",
    "da": "æøåé",
    "fi": "äöåšž",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    "id": "",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
    "fa": "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
}
"""Language → the letters beyond ASCII that it writes, in lower case (Unicode CLDR, exemplar characters)."""

WORDS: Mapping[str, str] = {
    "bg": "на и да в се от за с не е по са като това към или до при ще го те му им които през след както бе",
    "cs": "a je se na v že o s z do i to by jako ve za pro jsou nebo při jeho",
    "da": "og at det er som af en den i til for de på med ikke der et har var fra",
    "fa": "و در به از که این را با است برای آن یک خود تا بر هر",
    "fi": "ja on ei se että oli kuin mutta tai myös hän joka ovat sen jos olla sekä voi kun niin mitä en ole",
    "hu": "a az és hogy nem egy is van ez ezt azt meg de csak vagy volt mint már még ki ha én minden el sok",
    "id": "yang dan di dengan untuk dari ini itu dalam pada adalah tidak akan ke oleh atau juga ada telah",
    "ro": "și şi de în a la cu pe din nu că o este sau să un al prin care sunt pentru mai fost vor am fi cel",
    "sk": "a je sa na v že o s z do i to by ako vo za pre sú alebo pri jeho",
    "sv": "och att det i som på är av för den med en till inte om har de ett var eller",
    "vi": "và của là có được trong cho không người với các một những này khi đó",
}
"""Language → some of its most frequent words, for languages that there is no file for."""
