"""The theme's colours, by the names that documents use for them (ECMA-376 part 1, 17.18.97)."""

from converter.ooxml.xml import Element, attribute, child

# ST_ThemeColor → element of the colour scheme (20.1.6.2), where nothing maps it to another.
_SLOTS = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
}
# ST_ThemeColor → attribute of `w:clrSchemeMapping` (17.15.1.20), and what that says by default.
_MAPPED = {
    "text1": ("t1", "dark1"),
    "background1": ("bg1", "light1"),
    "text2": ("t2", "dark2"),
    "background2": ("bg2", "light2"),
}


def color_slot(name: str, settings: Element | None) -> str:
    """Return the element of the colour scheme that a colour stands for; empty: there is no such colour.

    Args:
        name: such as `accent1` or `text1`.
        settings: root of the settings, which say what `text1` and the like are; `None`: there are none.
    """
    if name in _MAPPED:
        short, usual = _MAPPED[name]
        name = attribute(child(settings, "clrSchemeMapping"), short) or usual
    return _SLOTS.get(name, "")
