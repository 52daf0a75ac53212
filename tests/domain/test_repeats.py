"""The radar counts what lies within its spans, and never the call that goes on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from kundcenter.domain.repeats import Contact, Span, radar

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
ONE, TWO = UUID(int=1), UUID(int=2)


def noted(hours: float, reason: str = "FEBER", call_id: UUID | None = None) -> Contact:
    return Contact(
        NOW - timedelta(hours=hours),
        call_id=call_id,
        entry_id=UUID(int=round(hours * 100) + 9),
        reason=reason,
    )


@pytest.mark.parametrize(
    ("hours", "span"),
    [(0, Span.DAY), (24, Span.DAY), (24.01, Span.THREE_DAYS), (72, Span.THREE_DAYS),
     (72.01, Span.WEEK), (168, Span.WEEK), (168.01, None), (-0.01, None)],
)  # fmt: skip
def test_the_nearest_span_holds_its_ends(hours: float, span: Span | None) -> None:
    assert radar(NOW, [noted(hours)]).nearest() is span


def test_a_call_that_was_noted_is_one_contact_and_the_call_that_goes_on_is_none() -> None:
    called = Contact(NOW - timedelta(hours=1), call_id=ONE)
    going_on = Contact(NOW, call_id=TWO)
    found = radar(NOW, [called, noted(1, call_id=ONE), going_on], except_call=TWO)
    assert [contact.entry_id is not None for contact in found.contacts] == [True]
    assert radar(NOW, [called]).within(Span.DAY) == 1


def test_the_same_reason_is_counted_and_the_latest_note_is_the_one_compared_with() -> None:
    found = radar(NOW, [noted(60), noted(5, "HOSTA"), noted(3), noted(100)])
    assert [contact.at for contact in found.contacts] == sorted(
        (contact.at for contact in found.contacts), reverse=True
    )
    assert (found.of_reason("FEBER"), found.of_reason("FEBER", Span.WEEK)) == (2, 3)
    assert found.recurring == ("FEBER",)
    assert found.advised == noted(3)
    assert not radar(NOW, ())
