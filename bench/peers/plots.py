"""Plots as small SVG: bars, and curves on logarithmic scales. Colours suit light and dark pages."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10
from typing import NamedTuple

OURS, THEIRS = "#1769aa", "#8a94a3"
_INK = "#6b7580"
_WIDTH, _ROW, _LABEL = 720, 26, 270
_LEFT, _RIGHT, _TOP, _BOTTOM, _HEIGHT = 60, 110, 16, 44, 340


class Bar(NamedTuple):
    """One who takes part: name, figure, and whether it is us."""

    name: str
    value: float
    is_ours: bool


def bars(shown: Sequence[Bar], unit: str) -> str:
    """Return horizontal bars from zero, each with its figure."""
    longest = max((bar.value for bar in shown), default=1) or 1
    room = _WIDTH - _LABEL - 90
    parts = []
    for index, bar in enumerate(shown):
        y, width = _ROW * index, room * bar.value / longest
        color = OURS if bar.is_ours else THEIRS
        parts += [
            _text(_LABEL - 8, y + 17, bar.name, "end"),
            f'<rect x="{_LABEL}" y="{y + 4}" width="{width:.1f}" height="{_ROW - 8}" fill="{color}"/>',
            _text(_LABEL + width + 6, y + 17, f"{bar.value:,.4g} {unit.rsplit(maxsplit=1)[-1]}"),
        ]
    return _svg(parts, _ROW * len(shown), unit)


def curves(series: Mapping[str, Sequence[tuple[float, float]]], across: str, up: str) -> str:
    """Return a line for each series, with both scales logarithmic."""
    points = [point for line in series.values() for point in line]
    x_least, x_most = _decades([x for x, _ in points])
    y_least, y_most = _decades([y for _, y in points])

    def place(x: float, y: float) -> tuple[float, float]:
        return (
            _LEFT + (_WIDTH - _LEFT - _RIGHT) * (log10(x) - x_least) / (x_most - x_least),
            _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * (log10(y) - y_least) / (y_most - y_least),
        )

    parts = []
    for decade in range(x_least, x_most + 1):
        x, y = place(10**decade, 10**y_least)
        parts.append(_text(x, y + 18, f"{10**decade:,}", "middle"))
    for decade in range(y_least, y_most + 1):
        x, y = place(10**x_least, 10**decade)
        right = _WIDTH - _RIGHT
        parts.append(f'<path d="M{x:.1f} {y:.1f}H{right}" stroke="{_INK}" stroke-opacity=".3"/>')
        parts.append(_text(x - 6, y + 4, f"{10.0**decade:g}", "end"))
    for name, line in series.items():
        color = OURS if name.startswith("ours") else THEIRS
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in line))
        parts.append(f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2"/>')
        x, y = place(*line[-1])
        parts.append(_text(x + 6, y + 4, name))
    parts.append(_text((_WIDTH + _LEFT - _RIGHT) / 2, _HEIGHT - 6, f"{across} → {up}", "middle"))
    return _svg(parts, _HEIGHT, f"{up} by {across}")


def _decades(values: Sequence[float]) -> tuple[int, int]:
    least, most = floor(log10(min(values))), ceil(log10(max(values)))
    return least, max(most, least + 1)


def _text(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _svg(parts: Sequence[str], height: int, title: str) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img"'
        f' font-family="sans-serif" font-size="13" fill="{_INK}"><title>{escape(title)}</title>'
    )
    return "\n".join((head, *parts, "</svg>", ""))
