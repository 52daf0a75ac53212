"""A shift, a day or another period as a document: looked at, and taken out to be printed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.supervision.dimensions import Dimension
from kundcenter.domain.supervision.hand_over_items import HandOver
from kundcenter.domain.supervision.key_words import key_word
from kundcenter.domain.supervision.summary import Summary, SummaryOrder
from kundcenter.domain.supervision.summary_making import Told, summary
from kundcenter.ports import Reading, Store
from kundcenter.services.supervision.figure_sets import figure_set
from kundcenter.services.supervision.handing_on import (
    hand_over,
    named,
    over_most,
    own_unit,
    supervisors,
    unit_names,
)

MOST_SHOWN = 50  # units of a breakdown: the page has fewer


class Summaries:
    """For those who lead the work.  It names no patient unless that is asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, order: SummaryOrder) -> Summary:
        """The document as a look in the window: without identities, whatever the order says.

        Raises SpanWrong.
        """
        order = replace(order.checked(), identities=False)
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_FIGURES)
            return _made(reading, order, _hand_over(reading, order))

    def take_print(self, order: SummaryOrder) -> Summary:
        """What the pages hold.  That they are taken out is logged before they exist.

        With identities everybody who is named is logged too.  Raises SpanWrong.
        """
        order = order.checked()
        with self._store.view() as view:
            view.actor.must(Function.SEE_FIGURES)
            if order.distribution:
                view.actor.must(Function.EXPORT_FIGURES)
            told = _hand_over(view, order)
            view.witness(Activity.PRINT, level=Level.SUMMARY, purpose=Purpose.STATISTICS)
            if order.identities:
                told = named(view, told)
            return _made(view, order, told)


def _hand_over(reading: Reading, order: SummaryOrder) -> HandOver:
    """What is handed over stays in the house: a page that is spread tells only what happened."""
    return hand_over(reading, order.span, handed_on=not order.distribution)


def _made(reading: Reading, order: SummaryOrder, told: HandOver) -> Summary:
    found = figure_set(reading, order.span, distribution=order.distribution)
    me = reading.actor
    told_of = (each.key for each in found.tallies.get(Dimension.UNIT, ())[:MOST_SHOWN])
    known = unit_names(reading, (UUID(key) for key in told_of if key))
    names = {str(id): name for id, name in known.items()}
    word = partial(key_word, codes=reading.codes, units=names)
    return summary(
        found,
        Told(
            order=order,
            printed_at=reading.now,
            printed_by=reading.operators.get(me.operator_id).name,
            word=word,
            issuer=", ".join(filter(None, ("Kundcenter", own_unit(reading)))),
            supervisors=supervisors(reading, order.span.start, order.span.end),
            hand_over=told,
            over=None if order.distribution else over_most(reading, order.span),
        ),
    )
