"""Languages as Word wants them: three slots, by script, and a country where the tag has none."""

from collections.abc import Iterable

# Word has spelling and hyphenation for a language in a country; these are its own defaults.
_DEFAULTS = (
    "ar-SA bg-BG ca-ES cs-CZ da-DK de-DE el-GR en-US es-ES et-EE fa-IR fi-FI fr-FR ga-IE he-IL hi-IN hr-HR "
    "hu-HU hy-AM it-IT ja-JP ka-GE ko-KR lt-LT lv-LV mt-MT nb-NO nl-NL nn-NO no-NO pl-PL pt-PT ro-RO ru-RU "
    "sk-SK sl-SI sr-RS sv-SE th-TH tr-TR uk-UA ur-PK vi-VN zh-CN"
)
_CHINESE = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
_WITH_COUNTRY = {tag.partition("-")[0]: tag for tag in _DEFAULTS.split()} | _CHINESE
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
# Of the scripts that Word calls complex: from right to left, or with letters that change by their neighbours.
_COMPLEX_TAGS = (
    "ar as bn bo ckb dv dz fa gu he hi km kn ks lo ml mr my ne or pa ps sa sd si syr ta te th ug ur yi"
)
_COMPLEX = frozenset(_COMPLEX_TAGS.split())


def word_language(tag: str) -> str:
    """Return the BCP 47 `tag` with the country that Word needs for its dictionaries."""
    return _WITH_COUNTRY.get(tag, tag)


def language_attributes(*tags: str) -> str:
    """Return the attributes of CT_Language (ECMA-376 17.3.2.20): each script has its own slot."""
    return "".join([f' w:{_slot(tag)}="{word_language(tag)}"' for tag in one_for_each_slot(tags)])


def one_for_each_slot(tags: Iterable[str]) -> tuple[str, ...]:
    """Return the first of `tags` for each slot that they need."""
    found: dict[str, str] = {}
    for tag in tags:
        found.setdefault(_slot(tag), tag)
    return tuple(found.values())


def _slot(tag: str) -> str:
    primary = tag.partition("-")[0].lower()
    return "eastAsia" if primary in _EAST_ASIAN else "bidi" if primary in _COMPLEX else "val"
