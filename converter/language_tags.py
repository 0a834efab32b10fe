"""How language tags are written (BCP 47, RFC 5646)."""

_REGION, _SCRIPT = 2, 4
"""How many letters name a region (ISO 3166-1) and a script (ISO 15924)."""


def customary_tag(tag: str) -> str:
    """Return `tag` as it is written by custom (RFC 5646, 2.1.1): `en-GB` for `EN_gb`, `zh-Hant`.

    What is no tag comes back as something that is none either.
    """
    language, *rest = tag.replace("_", "-").split("-")
    return "-".join((language.lower(), *map(_subtag, rest)))


def _subtag(part: str) -> str:
    if part.isalpha() and len(part) == _REGION:
        return part.upper()
    return part.title() if part.isalpha() and len(part) == _SCRIPT else part.lower()
