"""The state of a session as data for the script of the page: what to show, and where it is to be had."""

from collections.abc import Mapping

from msgspec.structs import asdict

from converter.previewer.session import Look, Pages, State, WordView


def state_data(state: State) -> Mapping[str, object]:
    """Return `state` as the page takes it; addresses are relative to that of the page."""
    return {
        "number": state.number,
        "look": _look_data(state.look) if state.look else None,
        "faults": [asdict(fault) for fault in state.faults],
        "word": _word_data(state.word),
    }


def _look_data(look: Look) -> Mapping[str, object]:
    return {
        "style": look.made.style.name,
        "description": look.made.style.description,
        "title": look.made.title,
        "notices": [str(notice) for notice in look.made.notices],
        "html": f"html/{look.number}",
        "pages": _pages_data("pdf", look.pages),
    }


def _word_data(word: WordView) -> Mapping[str, object]:
    return {"status": word.status, "what": word.what, "pages": _pages_data("word", word.pages)}


def _pages_data(kind: str, pages: Pages) -> list[Mapping[str, object]]:
    return [
        {"address": f"{kind}/{pages.number}/{index}.png", "width": round(width), "height": round(height)}
        for index, (width, height) in enumerate(pages.sizes)
    ]
