"""The same figures once more, slowly: every row of the tables, plain Python, no index, no cells.

Written from DOMAIN §3.9 and §13.1 and the words of the definitions; it shares no code with what it
checks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, text

from kundcenter.domain.supervision.counts import CallCounts

_SWEDEN = ZoneInfo("Europe/Stockholm")
_DAY = timedelta(hours=24)
_LOOKED_AT = (
    "calls", "queue_calls", "people", "entries", "entry_versions", "callbacks", "callback_steps",
    "referrals", "parts", "cancellations", "freed_times", "alarms", "cases", "questions",
)  # fmt: skip


@dataclass
class Slow:
    """Counts of one time; waits in whole milliseconds."""

    answered: list[int] = field(default_factory=list)
    abandoned: list[int] = field(default_factory=list)
    unknown: int = 0
    waiting: int = 0
    handled: int = 0
    talk_ms: int = 0
    hold_ms: int = 0
    wrap_ms: int = 0

    @property
    def told(self) -> tuple[Any, ...]:
        """To be compared: everything that a figure could be made of."""
        return (
            sorted(wait // 1000 for wait in self.answered),
            sum(self.answered),
            max(self.answered, default=0),
            sorted(wait // 1000 for wait in self.abandoned),
            sum(self.abandoned),
            max(self.abandoned, default=0),
            self.unknown,
            self.waiting,
            self.handled,
            self.talk_ms,
            self.hold_ms,
            self.wrap_ms,
        )


class SlowFigures:
    """All rows, read once; as known `now`, or long after."""

    def __init__(self, connection: Connection, now: datetime | None = None) -> None:
        self._now = now or datetime.max.replace(tzinfo=UTC)
        self._rows = {
            name: [
                dict(row) for row in connection.execute(text(f"SELECT * FROM {name}")).mappings()
            ]
            for name in _LOOKED_AT
        }
        for rows in self._rows.values():
            for row in rows:
                for name, value in row.items():
                    row[name] = _read(name, value)
        self._answers: dict[Any, list[tuple[datetime, str]]] = defaultdict(list)
        for row in self._rows["calls"]:
            if row["answered_at"]:
                self._answers[row["operator_id"]].append((row["answered_at"], row["id"]))
        for theirs in self._answers.values():
            theirs.sort()
        self._callers = self._gather()
        self._things = self._list()

    # -- calls -----------------------------------------------------------------------------

    def _gather(self) -> list[tuple[datetime, str, str, Any]]:
        """Every caller in every queue: when they joined, the queue, what came of it."""
        groups: dict[Any, tuple[list[dict[str, Any]], list[dict[str, Any]]]] = {}
        for row in self._rows["calls"]:
            if row["channel"] == "line" and row["queue"] is not None:
                key = (row["line_call"] or row["id"], row["queue"])
                groups.setdefault(key, ([], []))[0].append(row)
        for row in self._rows["queue_calls"]:
            groups.setdefault((row["line_call"], row["queue"]), ([], []))[1].append(row)
        found = []
        for (_, queue), (rang, left) in groups.items():
            joined = min([r["queued_at"] for r in rang] + [r["joined_at"] for r in left])
            fate, told = self._fate(rang, left)
            if fate == "unknown" and self._now - joined < timedelta(minutes=60):
                fate = "waiting"
            found.append((joined, queue, fate, told))
        return found

    def _fate(self, rang: list[dict[str, Any]], left: list[dict[str, Any]]) -> tuple[str, Any]:
        talked = sorted(
            (r for r in rang if r["answered_at"]), key=lambda r: (r["answered_at"], r["queued_at"])
        )
        if talked:
            wait = _ms(talked[0]["answered_at"] - talked[0]["queued_at"])
            return "answered", (wait, self._handling(talked))
        by_phone = [r for r in left if r["reached"]]
        for rows, what in ((by_phone, "answered"), (left, "abandoned")):
            if rows:
                first = sorted(rows, key=lambda r: (r["joined_at"], r["left_at"]))[0]
                wait = _ms(first["left_at"] - first["joined_at"])
                return what, (wait, None) if what == "answered" else wait
        gave_up = [
            _ms(r["ended_at"] - r["queued_at"]) for r in rang if r["state"] == "AVBRUTET_I_KO"
        ]
        return ("abandoned", min(gave_up)) if gave_up else ("unknown", None)

    def _handling(self, talked: list[dict[str, Any]]) -> tuple[int, int, int] | None:
        if not all(r["ended_at"] for r in talked):
            return None
        talk = hold = wrap = 0
        for r in talked:
            whole = _ms(r["ended_at"] - r["answered_at"])
            parked = r["held_ms"] if r["held_ms"] < whole else whole
            talk, hold = talk + whole - parked, hold + parked
            if r["wrap_up_until"]:
                until = r["wrap_up_until"]
                theirs = self._answers[r["operator_id"]]
                at = bisect_left(theirs, (r["ended_at"], ""))
                while at < len(theirs) and theirs[at][0] < until:
                    if theirs[at][1] != r["id"]:
                        until = theirs[at][0]
                    at += 1
                wrap += _ms(until - r["ended_at"])
        return talk, hold, wrap

    def calls(self, start: datetime, end: datetime, queue: str | None = None) -> Slow:
        found = Slow()
        for joined, its, fate, told in self._callers:
            if not start <= joined < end or queue not in {None, its}:
                continue
            if fate == "unknown":
                found.unknown += 1
            elif fate == "waiting":
                found.waiting += 1
            elif fate == "abandoned":
                found.abandoned.append(told)
            else:
                wait, handling = told
                found.answered.append(wait)
                if handling:
                    found.handled += 1
                    found.talk_ms += handling[0]
                    found.hold_ms += handling[1]
                    found.wrap_ms += handling[2]
        return found

    def by_clock(self, start: datetime, end: datetime) -> dict[tuple[int, int], int]:
        """How many callers at each weekday and hour of a Swedish clock."""
        found: Counter[tuple[int, int]] = Counter()
        for joined, _, fate, _ in self._callers:
            if start <= joined < end and fate != "waiting":
                clock = joined.astimezone(_SWEDEN)
                found[clock.isoweekday(), clock.hour] += 1
        return dict(found)

    # -- the rest --------------------------------------------------------------------------

    def tallies(self, start: datetime, end: datetime) -> dict[str, dict[str, tuple[int, int]]]:
        """By dimension and key: how many, and their milliseconds."""
        found: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
        for dimension, at, key, ms in self._things:
            if start <= at < end:
                count, total = found[dimension].get(key, (0, 0))
                found[dimension][key] = (count + 1, total + ms)
        return dict(found)

    def _list(self) -> list[tuple[str, datetime, str, int]]:
        """Everything that counts under a key of a dimension."""
        found: list[tuple[str, datetime, str, int]] = []

        def add(dimension: str, at: datetime | None, key: object, ms: int = 0) -> None:
            if at is not None:
                found.append((dimension, at, str(key), ms))

        for joined, queue, fate, _ in self._callers:
            if fate != "waiting":
                add("QUEUE", joined, queue)
        self._add_sorts(add)
        self._add_repeats(add)
        self._add_notes(add)
        self._add_steps(add)
        for row in self._rows["parts"]:
            add("PART_KIND", row["opened_at"], row["kind"])
        for row in self._rows["referrals"]:
            add("FOLLOW_UP", row["made_at"], row["state"])
        for row in self._rows["cancellations"]:
            if not row["again"] and not row["missed"]:
                add("CANCELLATION", row["at"], row["reason"])
                add("CANCEL_TIME", row["at"], "SENT" if row["late"] else "I_TID")
        for row in self._rows["freed_times"]:
            add("FREED", row["released_at"], row["state"])
        for row in self._rows["alarms"]:
            add("ALARM", row["raised_at"], "KOPPLAT" if row["connected_at"] else "EJ_KOPPLAT")
        for row in self._rows["cases"]:
            add("CASE", row["received_at"], row["kind"])
            add("CASE_CONFIRMED", row["confirmed_at"], row["kind"])
        for row in self._rows["questions"]:
            add("QUESTION", row["at"], row["handler"])
        return found

    def _add_sorts(self, add: Any) -> None:
        direct: dict[Any, datetime] = {}
        for row in self._rows["calls"]:
            if row["channel"] == "manual":
                add("CALL_SORT", row["queued_at"], "FOR_HAND")
            elif row["queue"] is None:
                key = row["line_call"] or row["id"]
                direct[key] = min(row["queued_at"], direct.get(key, row["queued_at"]))
        for at in direct.values():
            add("CALL_SORT", at, "UTAN_KO")

    def _add_repeats(self, add: Any) -> None:
        kept = {row["id"]: row["merged_into"] or row["id"] for row in self._rows["people"]}
        of_person: dict[Any, list[dict[str, Any]]] = defaultdict(list)
        for entry in self._rows["entries"]:
            of_person[kept[entry["person_id"]]].append(entry)
        for entry in self._rows["entries"]:
            at = entry["contact_at"]
            since = at.replace(microsecond=0) - _DAY
            again = False
            for other in of_person[kept[entry["person_id"]]]:
                same_call = entry["call_id"] and other["call_id"] == entry["call_id"]
                again = again or (not same_call and since <= other["contact_at"] < at)
            add("REPEAT", at, "ATERKOM" if again else "FORSTA")

    def _add_notes(self, add: Any) -> None:
        latest: dict[Any, dict[str, Any]] = {}
        for version in sorted(self._rows["entry_versions"], key=lambda v: v["number"]):
            latest[version["entry_id"]] = version
        for entry in self._rows["entries"]:
            note = latest.get(entry["id"])
            if note is None:
                continue
            at = entry["contact_at"]
            add("OUTCOME", at, note["outcome"])
            add("URGENCY", at, note["urgency"])
            add("REASON", at, note["reason"])
            for dimension, name in (
                ("UNIT", "unit_id"), ("DEVIATION", "deviation"), ("INTERPRETER", "interpreter_kind")
            ):  # fmt: skip
                if note[name]:
                    add(dimension, at, note[name])

    def _add_steps(self, add: Any) -> None:
        made = {row["id"]: row for row in self._rows["callbacks"]}
        for step in self._rows["callback_steps"]:
            callback, kind = made[step["callback_id"]], step["kind"]
            key, ms = f"{callback['kind']}/{kind}", 0
            if kind == "KLAR":
                ms = _ms(step["at"] - callback["made_at"])
                if step["at"] > callback["promised_to"]:
                    key += "/SENT"
            if kind in {"PLACERAD", "KLAR", "AVSLUTAD_EJ_NADD", "AVBOKAD", "UTGANGEN"}:
                add("CALLBACK", step["at"], key, ms)


def _ms(lasted: timedelta) -> int:
    whole = (lasted.days * 86_400 + lasted.seconds) * 1000 + lasted.microseconds // 1000
    return whole if whole > 0 else 0


def _read(name: str, value: Any) -> Any:
    """A value as either database gives it: an instant, an id as its text, or what it is."""
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    if name.endswith(("_at", "_until", "_to", "_from")) or name == "at":
        if isinstance(value, str) and value[4:5] == "-":
            return datetime.fromisoformat(value).replace(tzinfo=UTC)
        return value
    if isinstance(value, bytes | memoryview):
        raw = bytes(value).hex()
        return f"{raw[:8]}-{raw[8:12]}-{raw[12:16]}-{raw[16:20]}-{raw[20:]}"
    of_one = name in ("id", "merged_into") or name.endswith("_id")
    return str(value) if of_one and value is not None else value


def told_of(counts: CallCounts) -> tuple[Any, ...]:
    """Those of the store, as `Slow.told`."""
    answered, abandoned = counts.answered, counts.abandoned
    assert answered.count == sum(answered.seconds.values())
    assert abandoned.count == sum(abandoned.seconds.values())
    return (
        sorted(wait for wait, count in answered.seconds.items() for _ in range(count)),
        answered.total_ms,
        answered.longest_ms,
        sorted(wait for wait, count in abandoned.seconds.items() for _ in range(count)),
        abandoned.total_ms,
        abandoned.longest_ms,
        counts.unknown,
        counts.waiting,
        counts.handled,
        counts.talk_ms,
        counts.hold_ms,
        counts.wrap_ms,
    )
