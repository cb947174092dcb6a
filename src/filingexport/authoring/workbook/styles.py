"""How the cells of a workbook look: few colours, one for what is to be filled in, and what must be."""

from __future__ import annotations

from typing import Final

from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Protection, Side

from filingexport.authoring.workbook.lines import Look, Role

NAME: Final = "Yu Gothic"
"""The font: in every Windows and macOS with Japanese; other systems take one of their own for it."""
SIZE: Final = 10
_INK: Final = "FF1F2933"
_GREY: Final = "FF6B7785"
_WHITE: Final = "FFFFFFFF"
_HEAD: Final = "FF2F4858"
_BAND: Final = "FFE3E9EE"
_HEADER: Final = "FFCFDAE2"
_INPUT: Final = "FFFFFBE8"
_REQUIRED: Final = "FFFDE8D3"
_NONE: Final = "FFF1F3F5"
_EDGE: Final = Side("thin", color="FFC5CED6")
_RULE: Final = Side("thin", color=_HEAD)
WRONG: Final = PatternFill("solid", bgColor="FFF8C9C4")
"""The fill of a total that is not the sum."""
RIGHT: Final = Font(color="FF2E7D4F")
"""The font of a sum that is the total."""
WRONG_FONT: Final = Font(color="FFA11D12", bold=True)
"""The font of a sum that is not the total."""

FIGURE_KINDS: Final = frozenset({"money", "per_share", "shares", "ratio", "count", "years", "number"})
"""The kinds that stand at the right of their cells."""


def font(look: Look, role: Role) -> Font:
    """The font of a cell."""
    if role is Role.LINK:
        return Font(NAME, SIZE, color="FF1A5C96", underline="single")
    match look:
        case Look.TITLE:
            return Font(NAME, 15, bold=True, color=_HEAD)
        case Look.NOTE | Look.END | Look.DETAIL:
            return Font(NAME, SIZE - 1, color=_GREY if role is not Role.INPUT else _INK)
        case Look.HEADER:
            return Font(NAME, SIZE - 1, bold=True, color=_WHITE)
        case Look.TABLE:
            return Font(NAME, SIZE - 1, bold=True, color=_INK)
        case Look.HEADING | Look.CARD | Look.TOTAL:
            return Font(NAME, SIZE, bold=True, color=_INK)
        case Look.CHECK:
            return Font(NAME, SIZE - 1, italic=True, color=_GREY)
    return Font(NAME, SIZE, color=_INK)


def fill(look: Look, role: Role) -> PatternFill | None:
    """The fill of a cell; None for white."""
    match role:
        case Role.INPUT:
            return _solid(_INPUT)
        case Role.REQUIRED:
            return _solid(_REQUIRED)
        case Role.ABSENT:
            return _solid(_NONE)
    match look:
        case Look.HEADER:
            return _solid(_HEAD)
        case Look.HEADING:
            return _solid(_BAND)
        case Look.TABLE:
            return _solid(_HEADER)
        case Look.CARD:
            return _solid("FFD3DDE5")
    return None


def _solid(color: str) -> PatternFill:
    return PatternFill("solid", fgColor=Color(rgb=color))


def border(look: Look, role: Role) -> Border | None:
    """The border of a cell."""
    if role in (Role.INPUT, Role.REQUIRED, Role.ABSENT):
        top = _RULE if look is Look.TOTAL else _EDGE
        return Border(left=_EDGE, right=_EDGE, top=top, bottom=_EDGE)
    return Border(bottom=_EDGE) if look in (Look.FIELD, Look.TOTAL, Look.CHECK) else None


def alignment(look: Look, role: Role, kind: str, indent: int, wide: bool) -> Alignment:
    """Figures at the right, where their column is not one for text; words at the left; all at the top."""
    if look is Look.TITLE:
        return Alignment(vertical="center")
    if role in (Role.INPUT, Role.REQUIRED, Role.CHECK):
        figures = kind in FIGURE_KINDS or role is Role.CHECK
        return Alignment(horizontal="right" if figures and not wide else "left", vertical="top", wrap_text=not figures)
    if kind == "hint" or look is Look.END:
        return Alignment(vertical="top")
    return Alignment(vertical="center" if look in (Look.HEADER, Look.TABLE) else "top", wrap_text=True, indent=indent)


def protection(role: Role) -> Protection:
    """Cells to fill in are open, all others are locked."""
    return Protection(locked=role not in (Role.INPUT, Role.REQUIRED))
