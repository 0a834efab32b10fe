"""From a style file to a `Style`; what shows only now, such as a missing font, is a fault as well."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from converter.model import style as model
from converter.model.style import Color, FontFamily, Length, Style, TextRole, TextStyle
from converter.stylesheets import fonts
from converter.stylesheets.characters import check_characters
from converter.stylesheets.contrast import LEAST, contrast, readable
from converter.stylesheets.faults import StyleFaultsError
from converter.stylesheets.legibility import check_contrast
from converter.stylesheets.paragraphs import families, text_styles
from converter.stylesheets.room import LEAST_TEXT_HEIGHT, check_room
from converter.stylesheets.schemes import load_scheme
from converter.stylesheets.shapes import Reading, quoted
from converter.stylesheets.stationery import stationery_of
from converter.stylesheets.style_file import Font, Line, Running, StyleFile
from converter.stylesheets.underlays import PICTURES, UnderlayError, picture_excess, read_limited

TABLE_INSET = Length(6)
"""Half of the gap between the columns of a table."""


def resolve(file: StyleFile, name: str, reading: Reading, pictures: Mapping[Path, bytes]) -> Style:
    """Return the style that `file` describes; it is to be used only when `reading` has no faults.

    Args:
        file: as it was read.
        name: of the style.
        reading: its palette, and the faults so far.
        pictures: bytes of logos that stand inside other files, by the path of these.
    """
    colors = reading.colors
    found = _fonts(file, reading)
    text, accent = _text(file, found, reading)
    box = _box(file, text["lead"], reading)
    if box is not None:
        text["lead"] = replace(text["lead"], indent=Length(box.indent + box.rule.width + box.padding))
    page = _page(file)
    cover = _cover(file, page, text, reading)
    text.update(_on_grounds(file, cover, text))
    check_room(page, text, reading)
    rules = file.rules
    style = Style(
        name=name,
        description=file.meta.description or file.meta.name,
        page=page,
        text=text,
        fonts=(*dict.fromkeys(found.values()), *fonts.lenders()),
        foreground=colors["foreground"],
        muted=colors["muted"],
        accent=accent,
        title_rule_above=_rule(rules.title_above, reading),
        title_rule_below=_rule(rules.title_below, reading),
        method_rule=_rule(rules.method, reading),
        table=_table(file, text, accent, reading),
        box=box,
        cover=cover,
        header=_running(file.header),
        footer=_running(file.footer),
        first_header=_running(file.first_header) if file.first_header else None,
        first_footer=_running(file.first_footer) if file.first_footer else None,
        bullets=file.bullets,
        numbering=file.numbering,
        contents=file.contents,
        emphasis=file.emphasis,
        separator=file.separator,
        date_format=file.date_format,
        labels=file.labels,
        logo=_logo(file, reading, pictures),
        stationery=stationery_of(file.page.stationery, page, reading),
        handling=tuple(_handling(file, reading)),
        word=_word(file),
        pdf=_pdf(file, reading),
    )
    check_contrast(file, style, reading)
    check_characters(style, reading)
    return style


def _text(
    file: StyleFile, found: Mapping[str, FontFamily], reading: Reading
) -> tuple[dict[TextRole, TextStyle], Color]:
    """Return how each role is set, in the families as they are called, and the accent."""
    text = {
        role: replace(one, family=found[one.family].name) if one.family in found else one
        for role, one in text_styles(file, reading.colors).items()
    }
    accent = reading.colors["primary"]
    if not reading.brands:
        return text, accent
    from converter.stylesheets.brand.mending import made_readable

    return made_readable(file, text, accent, reading)


def _on_grounds(
    file: StyleFile, cover: model.Cover, text: Mapping[TextRole, TextStyle]
) -> Iterator[tuple[TextRole, TextStyle]]:
    """Yield the roles that stand on a cover or on a filled head of tables, in colours that can be read."""
    grounds = dict.fromkeys(model.ON_COVER, cover.fill) if cover.kind != "none" else {}
    if file.table.head_fill:
        grounds["table-head"] = file.table.head_fill
    for role, ground in grounds.items():
        yield role, replace(text[role], color=readable(text[role].color, ground))


def _pdf(file: StyleFile, reading: Reading) -> dict[str, object]:
    claimed = file.pdf.conformance
    if claimed is None:
        return {}
    if {"a-2a", "a-3a"} <= set(claimed):
        what = "a file keeps one part of PDF/A"
        remedy = "keep a-3a, which allows files inside, or a-2a"
        reading.faults.add(file.pdf.place("conformance"), "pdf.conformance", what, remedy)
    return {"conformance": claimed}


def _page(file: StyleFile) -> model.Page:
    page, margins = file.page, file.page.margins
    width, height = page.size
    return model.Page(
        width, height, margins.top, margins.bottom, margins.left, margins.right, page.header, page.footer
    )


def _box(file: StyleFile, lead: TextStyle, reading: Reading) -> model.Box | None:
    """Return the box, set so that its text begins where running text does, or at the margin."""
    box = file.box
    if box.kind == "none":
        return None
    rule = (
        _rule(box.rule, reading, color="primary", width=2.0)
        if box.kind != "panel"
        else _rule(Line(), reading)
    )
    fill = (box.fill or reading.colors["panel"]) if box.kind != "rule" else None
    indent = Length(max(0.0, lead.indent - box.padding - rule.width))
    return model.Box(fill, rule, box.padding, indent)


def _rule(line: Line, reading: Reading, *, color: str = "rule", width: float = 0.0) -> model.Rule:
    thickness = Length(width) if line.width is None else line.width
    return model.Rule(thickness, line.color or reading.colors[color])


def _table(
    file: StyleFile, text: Mapping[TextRole, TextStyle], accent: Color, reading: Reading
) -> model.TableStyle:
    """Return how tables look; on a ground their text keeps away from its edges."""
    table = file.table
    on_head = table.head_fill is not None and contrast(accent, table.head_fill) < LEAST
    return model.TableStyle(
        rule=_rule(file.rules.table, reading),
        row_rule=_rule(file.rules.table_rows, reading),
        head_fill=table.head_fill,
        stripe=table.stripe,
        head_link=text["table-head"].color if on_head else None,
        padding=table.padding,
        inset=TABLE_INSET if table.head_fill or table.stripe else Length(0),
    )


def _cover(
    file: StyleFile, page: model.Page, text: dict[TextRole, TextStyle], reading: Reading
) -> model.Cover:
    """Return the cover, with the colours of what stands on it in the margins: on a band, the header may."""
    cover = file.cover
    if cover.kind == "none":
        return model.Cover()
    if cover.height > page.height - page.bottom - LEAST_TEXT_HEIGHT:
        reading.faults.add(
            cover.place("height"), "cover.height", "leaves no room for text", "write a smaller height"
        )
    fill = cover.fill or reading.colors["primary"]
    header, footer = text["header"], text["footer"]
    whole = cover.kind == "page"
    return model.Cover(
        cover.kind,
        cover.height,
        fill,
        _other(header.color, fill) if whole or page.header + header.leading / 2 < cover.height else None,
        _other(footer.color, fill) if whole else None,
    )


def _other(color: Color, ground: Color) -> Color | None:
    """Return the colour that stands in on `ground` for one that cannot be read there; `None`: it can."""
    found = readable(color, ground)
    return None if found == color else found


def _running(running: Running) -> model.Running:
    return model.Running(running.left, running.center, running.right)


def _logo(file: StyleFile, reading: Reading, pictures: Mapping[Path, bytes]) -> model.Logo | None:
    logo = file.logo
    if logo is None:
        return None
    place = logo.where
    if not logo.alt:
        reading.faults.add(
            place, "logo.alt", "is missing", "write what the logo says to those who do not see it"
        )
    if logo.path is None:
        if "path" not in logo.places:
            reading.faults.add(place, "logo.path", "is missing", "write the path of a PNG or JPEG file")
        return None
    data = pictures.get(logo.path) or _bytes(logo.path)
    if not data.startswith(PICTURES):
        reading.faults.add(
            logo.place("path"), "logo.path", f"{quoted(logo.path.name)} is not a PNG or JPEG file"
        )
    elif excess := picture_excess(data):
        what = f"{quoted(logo.path.name)} {excess}"
        reading.faults.add(logo.place("path"), "logo.path", what, "make it smaller")
    return model.Logo(str(logo.path), logo.alt, logo.height, data)


def _bytes(path: Path) -> bytes:
    """Return the bytes of a file; none where it cannot be read, or is too large to be a logo."""
    try:
        return read_limited(path)
    except UnderlayError:
        return b""


def _fonts(file: StyleFile, reading: Reading) -> dict[str, FontFamily]:
    """Return the families, the body's first, by the names that the file has for them."""
    declared = {font.family: font for font in file.typography.fonts}
    found: dict[str, FontFamily] = {}
    for name, (place, path) in families(file).items():
        font = declared.get(name, Font())
        if font.files:
            family = fonts.family_of_files(name, font.files, font.generic)
        elif "files" in font.places:
            # none of them is a font, which was told where they stand
            continue
        else:
            family = fonts.find_family(name, font.generic)
        if family is None and place.file in reading.brands:
            from converter.stylesheets.brand.mending import family_instead

            family = family_instead(name, place, path, reading)
        if family is None:
            remedy = "install it, or name its files under typography.fonts"
            reading.faults.add(place, path, f"{quoted(name)} is not installed", remedy)
        else:
            found[name] = family
    return found


def _handling(file: StyleFile, reading: Reading) -> Iterator[model.Scheme]:
    for path in file.handling:
        try:
            yield load_scheme(str(path))
        except StyleFaultsError as error:
            for fault in error.faults:
                reading.faults.add(fault.place, fault.path, fault.what, fault.remedy)


def _word(file: StyleFile) -> dict[str, object]:
    word = file.word
    options = {
        "template": word.template and str(word.template),
        "map": word.map,
        "embed-fonts": word.embed_fonts,
    }
    return {key: value for key, value in options.items() if value not in (None, {})}
