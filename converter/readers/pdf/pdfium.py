"""PDFium's functions that are called for every word, without ctypes' conversions: those cost more."""

import ctypes
from collections.abc import Callable
from typing import Any

from pypdfium2 import raw

_POINTER = ctypes.c_void_p
_INT = ctypes.c_int


def _plain(function: object, *types: Any) -> Callable[..., Any]:  # noqa: ANN401 - ctypes has no better type
    """Return `function` so that pointers are plain integers; the first of `types` is that of its result."""
    pointer: Any = ctypes.cast(function, _POINTER).value  # type: ignore[arg-type]
    return ctypes.CFUNCTYPE(*types)(pointer)


def address(handle: object) -> int:
    """Return where `handle` points to."""
    return ctypes.cast(handle, _POINTER).value or 0  # type: ignore[arg-type]


count_chars = _plain(raw.FPDFText_CountChars, _INT, _POINTER)
get_text = _plain(raw.FPDFText_GetText, _INT, _POINTER, _INT, _INT, _POINTER)
get_unicode = _plain(raw.FPDFText_GetUnicode, ctypes.c_uint, _POINTER, _INT)
get_box = _plain(raw.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
get_object = _plain(raw.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
get_origin = _plain(raw.FPDFText_GetCharOrigin, _INT, _POINTER, _INT, _POINTER, _POINTER)
get_matrix = _plain(raw.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
get_size = _plain(raw.FPDFText_GetFontSize, ctypes.c_double, _POINTER, _INT)
get_font = _plain(raw.FPDFTextObj_GetFont, _POINTER, _POINTER)
get_render_mode = _plain(raw.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
get_mcid = _plain(raw.FPDFPageObj_GetMarkedContentID, _INT, _POINTER)
count_marks = _plain(raw.FPDFPageObj_CountMarks, _INT, _POINTER)
get_mark = _plain(raw.FPDFPageObj_GetMark, _POINTER, _POINTER, ctypes.c_ulong)
get_mark_name = _plain(raw.FPDFPageObjMark_GetName, _INT, _POINTER, _POINTER, ctypes.c_ulong, _POINTER)
get_font_name = _plain(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, _POINTER, _POINTER, ctypes.c_size_t)
get_font_weight = _plain(raw.FPDFFont_GetWeight, _INT, _POINTER)
get_font_flags = _plain(raw.FPDFFont_GetFlags, _INT, _POINTER)
