"""PDFium's functions, called for every character, without ctypes' conversions: those cost more.

Handles are addresses; what functions write goes to addresses as well.
"""

import ctypes
from collections.abc import Callable
from typing import Any

from pypdfium2 import raw

_POINTER = ctypes.c_void_p
_INT = ctypes.c_int
_LONG = ctypes.c_ulong


def _plain(function: object, *types: Any) -> Callable[..., Any]:  # noqa: ANN401 - ctypes has no better type
    """Return `function` so that pointers are plain integers; the first of `types` is that of its result."""
    pointer: Any = ctypes.cast(function, _POINTER).value  # type: ignore[arg-type]
    return ctypes.CFUNCTYPE(*types)(pointer)


def address(handle: object) -> int:
    """Return where `handle` points to; 0: nowhere."""
    return ctypes.cast(handle, _POINTER).value or 0  # type: ignore[arg-type]


count_objects = _plain(raw.FPDFPage_CountObjects, _INT, _POINTER)
get_object = _plain(raw.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
count_inside = _plain(raw.FPDFFormObj_CountObjects, _INT, _POINTER)
get_inside = _plain(raw.FPDFFormObj_GetObject, _POINTER, _POINTER, _LONG)
get_type = _plain(raw.FPDFPageObj_GetType, _INT, _POINTER)
set_active = _plain(raw.FPDFPageObj_SetIsActive, _INT, _POINTER, _INT)
get_bounds = _plain(raw.FPDFPageObj_GetBounds, _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
get_mcid = _plain(raw.FPDFPageObj_GetMarkedContentID, _INT, _POINTER)
get_font = _plain(raw.FPDFTextObj_GetFont, _POINTER, _POINTER)
get_font_name = _plain(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, _POINTER, _POINTER, ctypes.c_size_t)
get_glyph_path = _plain(raw.FPDFFont_GetGlyphPath, _POINTER, _POINTER, ctypes.c_uint32, ctypes.c_float)
count_glyph_segments = _plain(raw.FPDFGlyphPath_CountGlyphSegments, _INT, _POINTER)
get_glyph_segment = _plain(raw.FPDFGlyphPath_GetGlyphPathSegment, _POINTER, _POINTER, _INT)
get_segment_point = _plain(raw.FPDFPathSegment_GetPoint, _INT, _POINTER, _POINTER, _POINTER)
get_segment_type = _plain(raw.FPDFPathSegment_GetType, _INT, _POINTER)
get_render_mode = _plain(raw.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
count_marks = _plain(raw.FPDFPageObj_CountMarks, _INT, _POINTER)
get_mark = _plain(raw.FPDFPageObj_GetMark, _POINTER, _POINTER, _LONG)
get_mark_name = _plain(raw.FPDFPageObjMark_GetName, _INT, _POINTER, _POINTER, _LONG, _POINTER)
get_mark_number = _plain(raw.FPDFPageObjMark_GetParamIntValue, _INT, _POINTER, ctypes.c_char_p, _POINTER)
get_mark_bytes = _plain(
    raw.FPDFPageObjMark_GetParamBlobValue, _INT, _POINTER, ctypes.c_char_p, _POINTER, _LONG, _POINTER
)
remove_from_mark = _plain(raw.FPDFPageObjMark_RemoveParam, _INT, _POINTER, _POINTER, ctypes.c_char_p)

count_chars = _plain(raw.FPDFText_CountChars, _INT, _POINTER)
get_text = _plain(raw.FPDFText_GetText, _INT, _POINTER, _INT, _INT, _POINTER)
get_unicode = _plain(raw.FPDFText_GetUnicode, ctypes.c_uint, _POINTER, _INT)
get_text_object = _plain(raw.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
get_loose_box = _plain(raw.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
get_ink_box = _plain(raw.FPDFText_GetCharBox, _INT, _POINTER, _INT, _POINTER, _POINTER, _POINTER, _POINTER)
get_origin = _plain(raw.FPDFText_GetCharOrigin, _INT, _POINTER, _INT, _POINTER, _POINTER)
get_matrix = _plain(raw.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
get_size = _plain(raw.FPDFText_GetFontSize, ctypes.c_double, _POINTER, _INT)
is_generated = _plain(raw.FPDFText_IsGenerated, _INT, _POINTER, _INT)


def text_of(read: Callable[..., int], *handles: object) -> str:
    """Return what a function of PDFium writes as UTF-16 with a zero at its end."""
    size = read(*handles, None, 0)
    if size <= 2:  # noqa: PLR2004 - nothing but the zero
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    read(*handles, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")
