"""The rows of a run as a table to read and as JSON to keep."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from tests.benchmarks.frame import Budget, Figure, Row

HEAD = ("benchmark", "path", "calls", "n", "p50", "p95", "p99", "max", "× floor", "CPU", "budget")
_WORDS = {0, 1, 10}  # columns of words, to the left; figures go to the right


def table(rows: Sequence[Row]) -> str:
    """The rows as aligned text, with the verdict after each budget."""
    lines = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(HEAD))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at in _WORDS else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _cells(row: Row) -> tuple[str, ...]:
    figures = row.figures
    single = figures.get(Figure.VALUE, figures.get(Figure.GROWTH))
    return (
        row.benchmark,
        row.path,
        f"{row.size:,}".replace(",", " ") if row.size else "",
        str(row.count) if single is None else "",
        _shown(figures, Figure.P50) if single is None else f"{single:.4g} {row.unit}".rstrip(),
        *(_shown(figures, f) for f in (Figure.P95, Figure.P99, Figure.MOST)),
        _shown(figures, Figure.RATIO, 1),
        _shown(figures, Figure.CPU),
        _verdict(row),
    )


def _shown(figures: Mapping[Figure, float], figure: Figure, digits: int = 2) -> str:
    return f"{figures[figure]:.{digits}f}" if figure in figures else ""


def _verdict(row: Row) -> str:
    """Each budget with its verdict, and with the figure when no column has it."""
    return ", ".join(_judged(row, budget) for budget in row.budgets)


def _judged(row: Row, budget: Budget) -> str:
    word = "MISSED" if budget in row.missed else "kept"
    figure = row.figures.get(budget.figure)
    if budget.figure is not Figure.RATIO_99 or figure is None:
        return f"{budget} {word}"
    return f"{budget} {word} ({figure:.1f})"


def verdict(rows: Sequence[Row]) -> str:
    """One sentence on the whole run."""
    promised = [row for row in rows if row.budgets]
    missed = [row for row in promised if row.missed]
    return f"{len(promised) - len(missed)} of {len(promised)} rows with a budget kept it."


def machine() -> dict[str, object]:
    """What the figures were taken on; nothing that names the machine."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": [round(load, 1) for load in os.getloadavg()] if hasattr(os, "getloadavg") else [],
        "sqlite": sqlcipher.sqlite_version,
    }


def write(rows: Sequence[Row], path: Path, *, at: datetime, command: str) -> None:
    """The run as JSON: when, how, where, and every figure."""
    run = {
        "at": at.isoformat(timespec="seconds"),
        "command": command,
        "machine": machine(),
        "rows": [_plain(row) for row in rows],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(run, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _plain(row: Row) -> dict[str, object]:
    return {
        "benchmark": row.benchmark,
        "path": row.path,
        "size": row.size,
        "count": row.count,
        "unit": row.unit,
        "figures": {str(name): round(figure, 4) for name, figure in row.figures.items()},
        "budgets": {str(budget.figure): budget.most for budget in row.budgets},
        "missed": [str(budget.figure) for budget in row.missed],
    }
