"""What has been counted ahead: hours, days and months of figures, and which of them still hold.

This store's own: neither replayed nor shared, and always to be had again from the rows.  Instants
are whole seconds since 1970, so that both databases find the hour of a row by the same arithmetic.
An hour holds when it has a mark and is not among the stale ones; the databases' own triggers put it
there (db.supervision.cell_triggers).
"""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import BigInteger, Boolean, Column, Integer, Text, false

from db.base import table
from db.types import Bytes
from kundcenter.domain.supervision.dimensions import Dimension


class Source(StrEnum):
    """Rows that grow stale together."""

    CALLS = "calls"
    REPEATS = "repeats"
    NOTES = "notes"
    REST = "rest"


class CellGrain(StrEnum):
    """How long a cell is: a real hour, a Swedish day or month."""

    HOUR = "H"
    DAY = "D"
    MONTH = "M"


OF_SOURCE: dict[Source, tuple[Dimension, ...]] = {
    Source.CALLS: (Dimension.CALL_SORT,),
    Source.REPEATS: (Dimension.REPEAT,),
    Source.NOTES: (
        Dimension.OUTCOME,
        Dimension.URGENCY,
        Dimension.REASON,
        Dimension.UNIT,
        Dimension.DEVIATION,
        Dimension.INTERPRETER,
    ),
    Source.REST: (
        Dimension.PART_KIND,
        Dimension.CALLBACK,
        Dimension.FOLLOW_UP,
        Dimension.CANCELLATION,
        Dimension.CANCEL_TIME,
        Dimension.FREED,
        Dimension.ALARM,
        Dimension.CASE,
        Dimension.CASE_CONFIRMED,
        Dimension.QUESTION,
    ),
}
SOURCE_OF = {dimension: source for source, some in OF_SOURCE.items() for dimension in some}

WATCH = "watch"  # a mark's source: from that transaction on the centre notes what grows stale

figure_marks = table(  # which cells have been counted
    "figure_marks",
    Column("source", Text, primary_key=True),
    Column("grain", Text, primary_key=True),
    Column("starts", BigInteger, primary_key=True, autoincrement=False),
    Column("ends", BigInteger, nullable=False),
    # Rows of it have left this desk, being old: it cannot be counted again, and need not be.
    Column("sealed", Boolean, nullable=False, server_default=false()),
)

figure_stale = table(  # hours whose rows have changed since
    "figure_stale",
    Column("source", Text, primary_key=True),
    Column("hour", BigInteger, primary_key=True, autoincrement=False),
    # The centre's transactions note it beside each other, each under its own number.
    Column("noted_in", BigInteger, primary_key=True, autoincrement=False),
)

figure_calls = table(
    "figure_calls",
    Column("grain", Text, primary_key=True),
    Column("starts", BigInteger, primary_key=True, autoincrement=False),
    Column("queue", Text, primary_key=True),
    Column("answered", Bytes, nullable=False),  # pairs of a wait in seconds and how many
    Column("answered_count", Integer, nullable=False),
    Column("answered_ms", BigInteger, nullable=False),
    Column("answered_longest", BigInteger, nullable=False),
    Column("abandoned", Bytes, nullable=False),
    Column("abandoned_count", Integer, nullable=False),
    Column("abandoned_ms", BigInteger, nullable=False),
    Column("abandoned_longest", BigInteger, nullable=False),
    Column("unknown", Integer, nullable=False),
    Column("handled", Integer, nullable=False),
    Column("talk_ms", BigInteger, nullable=False),
    Column("hold_ms", BigInteger, nullable=False),
    Column("wrap_ms", BigInteger, nullable=False),
)

figure_tallies = table(
    "figure_tallies",
    Column("grain", Text, primary_key=True),
    Column("starts", BigInteger, primary_key=True, autoincrement=False),
    Column("dimension", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("total_ms", BigInteger, nullable=False),
)

FIGURES = (figure_marks, figure_stale, figure_calls, figure_tallies)
