"""PDFium as the functions of it that are called here, and no others.

The library is the one that pypdfium2 brings. Its own bindings declare 450 functions and load modules to look for the
library all over the system, which takes longer than to open and read two pages.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import c_double, c_float, c_int, c_size_t, c_uint, c_ulong, c_void_p
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ERR_PASSWORD = 4
# Kinds of page objects and of segments of a path.
PATH, PICTURE, FORM = 2, 3, 5
LINE_TO, MOVE_TO = 0, 2
# Formats of a bitmap, and whether annotations are drawn into it.
GREY, BGRX, WITH_ANNOTATIONS = 1, 3, 1

# Result and arguments. A handle is an address: a number, None for nothing.
FUNCTIONS: dict[str, tuple[Any, ...]] = {
    "FPDF_InitLibrary": (None,),
    "FPDF_LoadMemDocument64": (c_void_p, ctypes.c_char_p, c_size_t, ctypes.c_char_p),
    "FPDF_CloseDocument": (None, c_void_p),
    "FPDF_GetLastError": (c_ulong,),
    "FPDF_GetPageCount": (c_int, c_void_p),
    "FPDF_LoadPage": (c_void_p, c_void_p, c_int),
    "FPDF_ClosePage": (None, c_void_p),
    "FPDF_GetPageWidthF": (c_float, c_void_p),
    "FPDF_GetPageHeightF": (c_float, c_void_p),
    "FPDF_PageToDevice": (c_int, c_void_p, *[c_int] * 5, c_double, c_double, c_void_p, c_void_p),
    "FPDF_RenderPageBitmap": (None, c_void_p, c_void_p, *[c_int] * 6),
    "FPDFPage_GetRotation": (c_int, c_void_p),
    "FPDFPage_Flatten": (c_int, c_void_p, c_int),
    "FPDFPage_CountObjects": (c_int, c_void_p),
    "FPDFPage_GetObject": (c_void_p, c_void_p, c_int),
    "FPDFPage_GetAnnotCount": (c_int, c_void_p),
    "FPDFPage_GetAnnot": (c_void_p, c_void_p, c_int),
    "FPDFPage_CloseAnnot": (None, c_void_p),
    "FPDFAnnot_GetSubtype": (c_int, c_void_p),
    "FPDFAnnot_GetRect": (c_int, c_void_p, c_void_p),
    "FPDFPageObj_GetType": (c_int, c_void_p),
    "FPDFPageObj_GetBounds": (c_int, *[c_void_p] * 5),
    "FPDFPageObj_GetMatrix": (c_int, c_void_p, c_void_p),
    "FPDFFormObj_CountObjects": (c_int, c_void_p),
    "FPDFFormObj_GetObject": (c_void_p, c_void_p, c_ulong),
    "FPDFImageObj_GetImageMetadata": (c_int, c_void_p, c_void_p, c_void_p),
    "FPDFPath_CountSegments": (c_int, c_void_p),
    "FPDFPath_GetDrawMode": (c_int, c_void_p, c_void_p, c_void_p),
    "FPDFPath_GetPathSegment": (c_void_p, c_void_p, c_int),
    "FPDFPathSegment_GetPoint": (c_int, c_void_p, c_void_p, c_void_p),
    "FPDFPathSegment_GetType": (c_int, c_void_p),
    "FPDFPathSegment_GetClose": (c_int, c_void_p),
    "FPDFText_LoadPage": (c_void_p, c_void_p),
    "FPDFText_ClosePage": (None, c_void_p),
    "FPDFText_CountChars": (c_int, c_void_p),
    "FPDFText_GetText": (c_int, c_void_p, c_int, c_int, c_void_p),
    "FPDFText_GetUnicode": (c_uint, c_void_p, c_int),
    "FPDFText_GetCharOrigin": (c_int, c_void_p, c_int, c_void_p, c_void_p),
    "FPDFText_GetCharBox": (c_int, c_void_p, c_int, *[c_void_p] * 4),
    "FPDFText_GetMatrix": (c_int, c_void_p, c_int, c_void_p),
    "FPDFText_GetTextObject": (c_void_p, c_void_p, c_int),
    "FPDFText_IsGenerated": (c_int, c_void_p, c_int),
    "FPDFTextObj_GetFont": (c_void_p, c_void_p),
    "FPDFTextObj_GetFontSize": (c_int, c_void_p, c_void_p),
    "FPDFFont_GetBaseFontName": (c_size_t, c_void_p, c_void_p, c_size_t),
    "FPDFFont_GetFlags": (c_int, c_void_p),
    "FPDFBitmap_CreateEx": (c_void_p, c_int, c_int, c_int, c_void_p, c_int),
    "FPDFBitmap_FillRect": (c_int, c_void_p, *[c_int] * 4, c_ulong),
    "FPDFBitmap_GetStride": (c_int, c_void_p),
    "FPDFBitmap_GetBuffer": (c_void_p, c_void_p),
    "FPDFBitmap_Destroy": (None, c_void_p),
}


class About(ctypes.Structure):
    """What PDFium tells about a picture."""

    _fields_ = (
        ("width", c_uint),
        ("height", c_uint),
        ("across", c_float),
        ("down", c_float),
        ("bits", c_uint),
        ("colours", c_int),
        ("marked", c_int),
    )


@cache
def library() -> Any:
    lib = ctypes.CDLL(_file())
    for name, (result, *arguments) in FUNCTIONS.items():
        function = getattr(lib, name)
        function.restype, function.argtypes = result, arguments
    lib.FPDF_InitLibrary()
    return lib


def _file() -> str:
    """The library in pypdfium2's wheel; where another one was built, pypdfium2 knows."""
    name = {"win32": "pdfium.dll", "darwin": "libpdfium.dylib"}.get(sys.platform, "libpdfium.so")
    spec = find_spec("pypdfium2_raw")
    for place in (spec and spec.submodule_search_locations) or ():
        if (file := Path(place, name)).is_file():
            return str(file)
    from pypdfium2_raw import bindings

    return str(bindings._libs["pdfium"]._name)


@cache
def bare(name: str, result: Any) -> Any:
    """A function that takes its arguments as they are, made ready by `pointer`: half the time of a checked call.

    It is over so soon that other threads may wait for it.
    """
    address = ctypes.cast(getattr(library(), name), c_void_p).value
    return ctypes.PYFUNCTYPE(result)(address or 0)


def pointer(address: int) -> Any:
    """An address as an argument of a bare function."""
    return c_void_p.from_param(address)
