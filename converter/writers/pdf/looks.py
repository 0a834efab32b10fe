"""How each role and emphasis of a style is set: the `Look` of every stretch of text."""

from converter.file_cache import remembered
from converter.model.style import Color, FontFace, FontFamily, HandlingMark, Style, TextRole
from converter.notices import Notice
from converter.writers.pdf.face import Face, Features, open_face
from converter.writers.pdf.fonts import Look, family_faces

_BOLD = 700
_UNSPACED = {"ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
"""Languages that are not letter-spaced: their letters join, or run against the space that `Tc` adds."""
_SUPERIOR_SIZE, _SUPERIOR_RISE = 0.62, 0.36


class Looks:
    """Finds the look for a role, an emphasis and a language.

    Attributes:
        notices: families that the style names and has no files for.
    """

    def __init__(self, style: Style, language: str) -> None:
        """Begin with no looks; they are made when they are first asked for."""
        self._style, self._language = style, language
        self._known: dict[tuple[object, ...], Look] = {}
        self.notices: dict[str, Notice] = {}

    def look(
        self,
        role: TextRole,
        *,
        emphasis: frozenset[str] = frozenset(),
        language: str = "",
        linked: bool = False,
    ) -> Look:
        """Return how text of `role` is set where it has this emphasis and language and is a link or not."""
        key = role, emphasis, language, linked
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._make(role, emphasis, language or self._language, linked=linked)
        return known

    def mark(self, mark: HandlingMark) -> Look:
        """Return how the label of a handling mark is set: bold, in the header's family."""
        family = self._style.text["header"].family
        faces = self._faces(family, _BOLD, italic=False, language=self._language)
        return _look(faces, mark.size, mark.color, language=self._language)

    def superior(self, role: TextRole) -> Look:
        """Return how a reference's number is set in text of `role`: figures drawn for it, else small ones."""
        key = role, "superior"
        known = self._known.get(key)
        if known is None:
            text = self._style.text[role]
            faces = self._faces(text.family, text.weight, italic=False, language=self._language)
            drawn = _has_superiors(open_face(faces[0].path, faces[0].index))
            known = self._known[key] = _look(
                faces,
                text.size if drawn else text.size * _SUPERIOR_SIZE,
                self._link(role),
                rise=0 if drawn else text.size * _SUPERIOR_RISE,
                features=(("sups", True),) if drawn else (),
                language=self._language,
            )
        return known

    def _make(self, role: TextRole, emphasis: frozenset[str], language: str, *, linked: bool) -> Look:
        text = self._style.text[role]
        bold = {"strong", "emphasis"} if self._style.emphasis == "bold" else {"strong"}
        family = self._monospace(text.family) if "code" in emphasis or role == "code" else text.family
        return _look(
            self._faces(
                family,
                _BOLD if emphasis & bold else text.weight,
                italic=text.italic != ("emphasis" in emphasis - bold),
                language=language,
            ),
            text.size,
            self._link(role) if linked else text.color,
            tracking=0 if language.partition("-")[0] in _UNSPACED else text.tracking,
            capitals=text.capitals == "all",
            features=_features(role, text.tracking),
            language=language,
        )

    def _link(self, role: TextRole) -> Color:
        """Return the colour of links in text of `role`."""
        on_head = self._style.table.head_link if role == "table-head" else None
        return on_head or self._style.accent

    def _monospace(self, otherwise: str) -> str:
        return next((family.name for family in self._style.fonts if family.generic == "monospace"), otherwise)

    def _faces(self, family: str, weight: int, *, italic: bool, language: str) -> tuple[FontFace, ...]:
        families = self._style.fonts
        if all(known.name != family for known in families):
            self._note(family, families)
        return family_faces(families, family, weight, italic=italic, language=language)

    def _note(self, family: str, families: tuple[FontFamily, ...]) -> None:
        self.notices[family] = Notice(
            "font-missing",
            f"the style has no file for the font {family!r}; the PDF is set in {families[0].name}; "
            "name its files under typography.fonts",
        )


def _features(role: TextRole, tracking: float) -> Features:
    """Return the OpenType features of a role: figures of one width in tables, no ligatures when spaced."""
    if role in {"table-cell", "table-head"}:
        return (("tnum", True), ("lnum", True))
    return (("liga", False),) if tracking or role == "code" else ()


@remembered(1024)
def _look(  # noqa: PLR0913 - each is one property of the text
    faces: tuple[FontFace, ...],
    size: float,
    color: Color,
    *,
    tracking: float = 0,
    rise: float = 0,
    capitals: bool = False,
    features: Features = (),
    language: str = "",
) -> Look:
    """Return one look for the same properties, in every document: it remembers the words it has set."""
    return Look(
        faces,
        size,
        color,
        tracking=tracking,
        rise=rise,
        capitals=capitals,
        features=features,
        language=language,
    )


def _has_superiors(face: Face) -> bool:
    figures = "0123456789"
    plain, superior = face.shaper((), "")(figures), face.shaper((("sups", True),), "")(figures)
    return all(one != other for one, other in zip(plain.glyphs, superior.glyphs, strict=True))
