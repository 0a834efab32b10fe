"""The words of our own that a report uses, in its language and as the style wants them."""

from collections.abc import Mapping

from msgspec import Struct

from converter.composer.templates import fill
from converter.errors import StyleError
from converter.model.language import Language
from converter.model.style import Style


class Labels(Struct, frozen=True):
    """Labels by key, such as `summary` or `reading-time`.

    Attributes:
        words: key → text, which may hold fields in braces.
        tag: of their language, for errors.
    """

    words: Mapping[str, str]
    tag: str

    def __contains__(self, key: str) -> bool:
        """Tell whether there is a label `key`."""
        return key in self.words

    def __call__(self, key: str, **values: str | int) -> str:
        """Return the label `key` with `values` in its fields.

        Raises:
            StyleError: `label-missing`, or `field-unknown` when the label has a field that `values` lacks.
        """
        where = f"label {key} in language {self.tag}"
        try:
            template = self.words[key]
        except KeyError:
            raise StyleError(
                "label-missing", "the label is missing", where=where, remedy="add it to the language file"
            ) from None
        return fill(template, values, where)


def labels_of(style: Style, language: Language) -> Labels:
    """Return the labels of `language`, with what `style` says instead (under `fr` also for `fr-CA`)."""
    general = style.labels.get(language.tag.partition("-")[0], {})
    return Labels({**language.labels, **general, **style.labels.get(language.tag, {})}, language.tag)


def capitalised(text: str) -> str:
    """Return `text` with its first letter as a capital."""
    return text[:1].upper() + text[1:]
