"""What a message is made of: a document for its bodies, and the files that are attached."""

from collections.abc import Mapping

from msgspec import Struct

from converter.mailer.message import Attachment
from converter.model.document import Document
from converter.model.style import Style
from converter.notices import Notice


class Rendering(Struct, frozen=True):
    """An article in one choice.

    Attributes:
        name: of its files, without suffix, in any script.
        document: what the bodies show.
        style: how.
        reports: the files that are attached.
        inside: what travels inside each of these files, in words, by the file's name.
        notices: what was met on the way.
    """

    name: str
    document: Document
    style: Style
    reports: tuple[Attachment, ...]
    inside: Mapping[str, tuple[str, ...]]
    notices: tuple[Notice, ...]
