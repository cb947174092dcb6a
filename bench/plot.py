"""A plot of cost per fact against size, both logarithmic, as an SVG."""

from __future__ import annotations

from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 760, 420, 70, 20, 200, 50
COLOURS = ("#888888", "#0072b2", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#000000", "#e69f00", "#7a5195", "#b00020")

Lines = dict[str, list[tuple[float, float]]]


def svg(lines: Lines) -> str:
    """One line a name, of (facts, microseconds a fact)."""
    points = [point for each in lines.values() for point in each]
    x0, x1 = log10(min(x for x, _ in points)), log10(max(x for x, _ in points))
    y0, y1 = floor(log10(min(y for _, y in points))), ceil(log10(max(y for _, y in points)))

    def at(x: float, y: float) -> tuple[float, float]:
        across = (log10(x) - x0) / (x1 - x0 or 1)
        up = (log10(y) - y0) / (y1 - y0 or 1)
        return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM)

    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="12">',
        "<title>Microseconds a fact against facts in a filing</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for power in range(y0, y1 + 1):
        _, y = at(10**x0, 10.0**power)
        drawn.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#dddddd"/>')
        drawn.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g} µs</text>')
    for x in sorted({x for x, _ in points}):
        across, _ = at(x, 10.0**y0)
        drawn.append(f'<path d="M{across:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#eeeeee"/>')
    for x in _apart(sorted({x for x, _ in points})):
        across, _ = at(x, 10.0**y0)
        drawn.append(f'<text x="{across:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{x:,.0f}</text>')
    drawn.append(
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">facts in the filing</text>'
    )
    ends: list[tuple[float, str, str, float]] = []
    for number, (name, each) in enumerate(lines.items()):
        colour = COLOURS[number % len(COLOURS)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (at(*point) for point in each))
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in (at(*point) for point in each)
        ]
        x, y = at(*each[-1])
        ends.append((y, name, colour, x))
    lowest = 0.0
    for y, name, colour, x in sorted(ends):
        lowest = max(y + 4, lowest + 14)
        drawn.append(f'<text x="{x + 8:.1f}" y="{lowest:.1f}" fill="{colour}">{escape(name)}</text>')
    return "\n".join([*drawn, "</svg>\n"])


def _apart(values: list[float]) -> list[float]:
    """Those whose names do not stand on one another."""
    kept: list[float] = []
    for each in values:
        if not kept or each / kept[-1] > 1.5:
            kept.append(each)
    return kept
