"""Charts of figures that a table tells: SVG pictures that follow the page's light and dark, with a text that says the same.

They are images with an address of their own (``data:``), because the schema of Inline XBRL takes no SVG in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final
from urllib.parse import quote

from filingexport.declaring import frozen
from filingexport.formats.xbrl.resources import escape

_STYLE: Final = (
    "text{font:12px system-ui,sans-serif;fill:#3d4650}"
    ".v{font-size:11px;font-variant-numeric:tabular-nums}.b{fill:#9fb3c8}.l{fill:#1f4e79}.a{stroke:#8a939c;stroke-width:1}"
    ".t{font-size:13px;font-weight:600;fill:#1c232a}"
    "@media(prefers-color-scheme:dark){text{fill:#b8c2cc}.t{fill:#e6eaee}.b{fill:#4d647a}.l{fill:#8ab4de}.a{stroke:#77818b}}"
)


@frozen
class Bar:
    """One bar: what stands below or before it, the printed figure, the value that its length shows."""

    label: str
    printed: str
    value: Decimal


def address(svg: str) -> str:
    """The picture as an address."""
    return "data:image/svg+xml," + quote(svg, safe=" =:/;,.()'!*@{}[]-_~")


def _svg(width: int, height: int, content: str) -> str:
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}' viewBox='0 0 {width} {height}'>"
        f"<style>{_STYLE}</style>{content}</svg>"
    )


def _text(x: float, y: float, said: str, anchor: str, name: str = "") -> str:
    kind = f" class='{name}'" if name else ""
    return f"<text x='{_round(x)}' y='{_round(y)}' text-anchor='{anchor}'{kind}>{escape(said)}</text>"


def _round(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _share(value: Decimal, most: Decimal) -> float:
    # Only the length of a bar, in points: here a float does no harm.
    return float(value / most) if most else 0.0


def columns(title: str, bars: Sequence[Bar], width: int = 300, height: int = 190) -> tuple[str, int, int]:
    """Upright bars, the last one marked, negative ones below the line; with the size of the picture."""
    top, bottom = 44, height - 22
    high = max(max(bar.value for bar in bars), Decimal(0))
    low = min(min(bar.value for bar in bars), Decimal(0))
    span = high - low
    room = bottom - top - (14 if low < 0 else 0)
    zero = top + room * _share(high, span) if span else float(bottom)
    step = width / len(bars)
    thick = min(step * 0.56, 44)
    content = [_text(0, 15, title, "start", "t")]
    for place, bar in enumerate(bars):
        middle = step * (place + 0.5)
        long = room * _share(abs(bar.value), span)
        y = zero - long if bar.value >= 0 else zero
        name = "l" if place == len(bars) - 1 else "b"
        content.append(
            f"<rect class='{name}' x='{_round(middle - thick / 2)}' y='{_round(y)}' width='{_round(thick)}' height='{_round(max(long, 0.5))}'/>"
        )
        content.append(_text(middle, y - 5 if bar.value >= 0 else y + long + 12, bar.printed, "middle", "v"))
        content.append(_text(middle, height - 6, bar.label, "middle"))
    content.append(f"<line class='a' x1='0' x2='{width}' y1='{_round(zero)}' y2='{_round(zero)}'/>")
    return address(_svg(width, height, "".join(content))), width, height


def lengths(bars: Sequence[Bar], width: int = 640) -> tuple[str, int, int]:
    """Lying bars, each with its name before it and its figure behind it."""
    row, before, behind = 26, 300, 74
    most = max(bar.value for bar in bars)
    height = row * len(bars) + 6
    content = []
    for place, bar in enumerate(bars):
        y = place * row + 3
        long = max((width - before - behind) * _share(bar.value, most), 0.5)
        name = bar.label if _wide(bar.label) <= 46 else _cut(bar.label, 45) + "…"
        content.append(_text(before - 8, y + 16, name, "end"))
        content.append(f"<rect class='l' x='{before}' y='{y + 4}' width='{_round(long)}' height='{row - 10}'/>")
        content.append(_text(before + long + 6, y + 16, bar.printed, "start", "v"))
    return address(_svg(width, height, "".join(content))), width, height


def _wide(said: str) -> int:
    return sum(1 if each < "\u2e80" else 2 for each in said)


def _cut(said: str, most: int) -> str:
    while _wide(said) > most:
        said = said[:-1]
    return said
