"""Whether the window answers while an operator works, and what she waits for."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.frame import Budget, Figure, Row, Terms, Times, growth, timings
from tests.benchmarks.seat import SETTINGS, child
from tests.benchmarks.stores import copied

NAME = "ui"
CALLS = 10
LETTER, FORM = "floor: key → painted, bare edit", "floor: a bare form made and painted"
LETTER_LONG = "floor: key → painted, bare edit of 20000 characters"
IDLE = "floor: gap between two beats, nothing done"
HEART, ROWS = "gap between two beats of the window", "10 000 rows, one changed → painted"
HEART_LONG = "gap between two beats, in a note of 20000 characters"
_KEY = (Budget(Figure.P99, 50),)
BUDGETS = {
    HEART: (Budget(Figure.P99, 16), Budget(Figure.MOST, 100)),
    HEART_LONG: (Budget(Figure.P99, 16), Budget(Figure.MOST, 100)),
    "ring → strip": (Budget(Figure.P99, 300),),
    "answered → card painted": (Budget(Figure.P99, 300),),
    "number → patient with history": (Budget(Figure.P99, 100),),
    "key → painted (search)": _KEY,
    "key → painted (list)": _KEY,
    "key → painted (note)": _KEY,
    "key → painted (note of 20000 characters)": _KEY,
    "key → painted (code of a snippet)": _KEY,
    "key → painted (name)": _KEY,
    "key → list painted (palette)": _KEY,
    # The dialog waits 300 ms for a pause, because each search is in the access log.
    "name → hits, with the dialog's pause": (Budget(Figure.P99, 350),),
    "Ctrl+K → palette": (Budget(Figure.P99, 100),),
    "code → snippet in the note": (Budget(Figure.P99, 100),),
    "key → kept, unsaved": (Budget(Figure.MOST, 1_000),),
    "Ctrl+S → saved": (Budget(Figure.P99, 100),),
    "Ctrl+Return → saved and signed": (Budget(Figure.P99, 200),),
    "Ctrl+2 → call log": (Budget(Figure.P99, 300),),
    "Ctrl+Tab → other card": (Budget(Figure.P99, 100),),
    "F12 → 112 on the screen": (Budget(Figure.P99, 100),),
    ROWS: (Budget(Figure.P50, 50),),
}

SCREENS = {
    "answered → card painted",
    "number → patient with history",
    "Ctrl+K → palette",
    "Ctrl+2 → call log",
    "Ctrl+Tab → other card",
    "F12 → 112 on the screen",
}


def _floor(path: str) -> str:
    """What Qt alone takes for the like."""
    if path.startswith("key → ") and path != "key → kept, unsaved":
        return LETTER_LONG if path.endswith("20000 characters)") else LETTER
    if path in {HEART, HEART_LONG}:
        return IDLE
    return FORM if path in SCREENS else ""


def rows(terms: Terms) -> Iterator[Row]:
    """What an operator waits for, at the smallest and at the largest size, and its growth."""
    calls = 1 if terms.quick else CALLS
    measured: list[Row] = []
    for size in sorted({terms.sizes[0], terms.sizes[-1]}):
        with copied(terms.stores, size) as folder:
            (folder / "settings.toml").write_text(SETTINGS, encoding="utf-8")
            told: dict[str, list[float]] = child(
                "ui_child", str(folder), str(calls), stores=terms.stores
            )
        for name, taken in told.items():
            floor = told.get(_floor(name))
            row = timings(
                NAME,
                name,
                Times(taken),
                size=size,
                floor=None if floor is None else Times(floor),
                budgets=BUDGETS.get(name, ()),
            )
            measured.append(row)
    yield from sorted(measured, key=lambda row: (not row.path.startswith("floor"), row.path))
    waits = [name for name in BUDGETS if "→" in name]
    for name in waits:
        yield growth((row for row in measured if row.path == name), Figure.P50, most=0.1)
