"""What disturbed the work, noted by somebody or by the desk itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.supervision.incidents import (
    LONGEST,
    Incident,
    IncidentEnded,
    IncidentInvalid,
    IncidentKind,
    checked_text,
    must_lie_between,
)
from kundcenter.domain.supervision.presences import SILENCE
from kundcenter.ports import Store


class Incidents:
    def __init__(self, store: Store) -> None:
        self._store = store

    def note(
        self,
        kind: IncidentKind,
        text: str = "",
        starts_at: datetime | None = None,
        ends_at: datetime | None = None,
    ) -> Changes:
        """Something disturbs the work, since now or since then, or did until then.

        What has no kind of its own needs words.  Raises IncidentInvalid, TextInvalid.
        """
        with self._store.work(
            "incidents.note", kind=kind, text=text, starts_at=starts_at, ends_at=ends_at
        ) as work:
            work.actor.must(Function.NOTE_INCIDENT)
            id, begun = work.new_id(), starts_at or work.now
            must_lie_between(begun, ends_at, work.now)
            if kind is IncidentKind.OTHER and not text.strip():
                raise IncidentInvalid(field="text")
            words = checked_text(text)
            work.incidents.put(Incident(id, kind, begun, ends_at, words, work.actor.operator_id))
        return work.changes()

    def end(self, incident_id: UUID, ends_at: datetime | None = None) -> Changes:
        """It is over, now or since then; who said so first stands.

        Raises IncidentNotFound, IncidentEnded, IncidentInvalid.
        """
        with self._store.work("incidents.end", incident_id=incident_id, ends_at=ends_at) as work:
            work.actor.must(Function.NOTE_INCIDENT)
            incident = work.incidents.get(incident_id)
            if ends_at is not None:
                must_lie_between(min(incident.starts_at, work.now), ends_at, work.now)
            if incident.ends_at is None:
                work.incidents.put(incident.ended(ends_at or work.now))
            elif not work.late:
                raise IncidentEnded(id=incident_id)
        return work.changes()

    def word(self, incident_id: UUID, text: str) -> Changes:
        """Say more of it; the last words stand.  Raises IncidentNotFound, TextInvalid."""
        with self._store.work("incidents.word", incident_id=incident_id, text=text) as work:
            work.actor.must(Function.NOTE_INCIDENT)
            work.incidents.put(work.incidents.get(incident_id).worded(text))
        return work.changes()

    def notice(
        self, kind: IncidentKind, ago: timedelta, lasted: timedelta | None = None
    ) -> Changes:
        """The desk itself tells what it misses since so long ago; `lasted` where it is over."""
        with self._store.work("incidents.notice", kind=kind, ago=ago, lasted=lasted) as work:
            work.actor.must(Function.FOLLOW_LINE)
            id, begun = work.new_id(), work.now - min(max(ago, timedelta()), LONGEST)
            over = (
                None
                if lasted is None
                else min(begun + min(max(lasted, timedelta()), LONGEST), work.now)
            )
            work.incidents.put(
                Incident(id, kind, begun, over, "", work.actor.operator_id, automatic=True)
            )
        return work.changes()

    def cease(self, incident_id: UUID, ago: timedelta = timedelta()) -> Changes:
        """What the desk missed is back, since so long ago; one that is over stays.

        Raises IncidentNotFound.
        """
        with self._store.work("incidents.cease", incident_id=incident_id, ago=ago) as work:
            work.actor.must(Function.FOLLOW_LINE)
            incident = work.incidents.get(incident_id)
            if incident.ends_at is None:
                over = work.now - min(max(ago, timedelta()), LONGEST)
                work.incidents.put(incident.ended(over))
        return work.changes()

    def left_open(self, kind: IncidentKind) -> tuple[Incident, ...]:
        """What a desk of this operator has noted and not ended: it lost its power meanwhile.

        Nothing while another session of theirs has given a sign of life: that desk may be the one,
        and still miss it.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.FOLLOW_LINE)
            me, now = reading.actor.operator_id, reading.now
            left = tuple(
                each
                for each in reading.incidents.standing()
                if each.automatic and each.kind is kind and each.noted_by == me
            )
            if not left:
                return ()
            known = reading.presences.of(me, now - SILENCE, now + SILENCE)
            mine = reading.actor.session_id
            alive = any(each.session_id != mine and now - each.seen_at <= SILENCE for each in known)
            return () if alive else left

    def standing(self) -> tuple[Incident, ...]:
        """Those that are not over, by when they began."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_LIVE)
            return reading.incidents.standing()

    def between(self, start: datetime, end: datetime) -> tuple[Incident, ...]:
        """Those of which some lies in [start, end), by when they began."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_LIVE)
            return reading.incidents.between(start, end)
