"""The document says of every figure what the program says, word for word."""

from __future__ import annotations

import re
from pathlib import Path

from kundcenter.domain.supervision.definitions import DEFINITIONS, FigureCode

PAGE = Path(__file__).parents[3] / "docs" / "figures.md"


def test_no_figure_names_a_paper_that_its_readers_do_not_have() -> None:
    """A law or a public document, or nothing where the figure is the program's own."""
    sources = {code: known.source for code, known in DEFINITIONS.items() if known.source}
    assert len(sources) == 12
    for code, source in sources.items():
        assert re.search(r"Region|lagen \(\d{4}:\d+\)|län 20|Inera", source), code
        assert not re.search(r"[A-Z]{4,}", source), code


def test_every_figure_stands_there_with_its_own_words() -> None:
    rows = {
        cells[0].strip("`"): cells
        for line in PAGE.read_text("utf-8").splitlines()
        if line.startswith("| `")
        and len(cells := [cell.strip() for cell in line.strip("|").split("|")]) == 8
    }
    assert set(rows) == set(FigureCode)
    for code, known in DEFINITIONS.items():
        assert rows[code] == [
            f"`{code}`",
            known.name,
            known.unit.value.lower(),
            "m" if known.masked else "",
            known.text,
            known.numerator,
            known.denominator,
            known.source,
        ], code
