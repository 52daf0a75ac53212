"""What a monitor may know, in Prometheus' text format: counts and ages, never a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from kundcenter.domain.anchors import Anchor
from kundcenter.domain.chores import ChoreState
from kundcenter.domain.devices import Device, DeviceState
from kundcenter.domain.feed import Verdict
from kundcenter.domain.quarantine import Depth

MEDIA = "text/plain; version=0.0.4; charset=utf-8"
Labels = Mapping[str, object]


class Requests:
    """Counts what was asked, and how long it took."""

    def __init__(self) -> None:
        self._by_status: Counter[tuple[str, int]] = Counter()
        self._seconds: Counter[str] = Counter()

    def count(self, path: str, status: int, seconds: float) -> None:
        self._by_status[path, status] += 1
        self._seconds[path] += seconds  # type: ignore[assignment]

    def lines(self) -> Iterator[str]:
        yield from _metric(
            "kundcenter_requests_total",
            "counter",
            (
                ({"path": path, "status": status}, count)
                for (path, status), count in sorted(self._by_status.items())
            ),
        )
        by_path: Counter[str] = Counter()
        for (path, _), count in self._by_status.items():
            by_path[path] += count
        yield "# TYPE kundcenter_request_seconds summary"
        for path, count in sorted(by_path.items()):
            labels = _labelled({"path": path})
            yield f"kundcenter_request_seconds_count{labels} {count}"
            yield f"kundcenter_request_seconds_sum{labels} {self._seconds[path]:.6f}"


def of_the_service(inside: int, waiting: int) -> Iterator[str]:
    """How busy this process is."""
    yield from _metric("kundcenter_requests_inside", "gauge", [({}, inside)])
    yield from _metric("kundcenter_desks_waiting", "gauge", [({}, waiting)])


def of_the_store(
    devices: Iterable[Device], counts: Mapping[Verdict, int], quarantined: int, now: datetime
) -> Iterator[str]:
    """How the desks and their operations stand."""
    known = tuple(devices)
    states = Counter(device.state for device in known)
    yield from _metric(
        "kundcenter_devices", "gauge", (({"state": each}, states[each]) for each in DeviceState)
    )
    yield from _metric(
        "kundcenter_operations",
        "gauge",
        (({"verdict": each}, counts.get(each, 0)) for each in Verdict),
    )
    yield from _metric("kundcenter_quarantine_depth", "gauge", [({}, quarantined)])
    yield from _metric(
        "kundcenter_device_lag_seconds",
        "gauge",
        (
            ({"device": device.id, "name": device.name}, f"{lag:.3f}")
            for device in known
            if (lag := lag_of(device, now)) is not None
        ),
    )


def of_quarantine(depth: Depth) -> Iterator[str]:
    """How much of what waits for a person has waited too long, and since when."""
    yield from _metric("kundcenter_quarantine_overdue", "gauge", [({}, depth.overdue)])
    if depth.oldest_due is not None:
        due = f"{depth.oldest_due.timestamp():.3f}"
        yield from _metric("kundcenter_quarantine_oldest_due_seconds", "gauge", [({}, due)])


def of_chores(states: Iterable[ChoreState], now: datetime) -> Iterator[str]:
    """How often each chore was done and failed, by all services together, and whether it fails."""
    known = tuple(states)
    yield from _metric(
        "kundcenter_chore_runs_total", "counter", (({"chore": s.name}, s.runs) for s in known)
    )
    yield from _metric(
        "kundcenter_chore_failures_total",
        "counter",
        (({"chore": s.name}, s.failures) for s in known),
    )
    yield from _metric(
        "kundcenter_chore_failing", "gauge", (({"chore": s.name}, int(s.failed)) for s in known)
    )
    yield from _metric(
        "kundcenter_chore_done_seconds_ago",
        "gauge",
        (
            ({"chore": s.name}, f"{max(0.0, (now - s.done_at).total_seconds()):.3f}")
            for s in known
            if s.done_at is not None
        ),
    )


def of_anchors(newest: Anchor | None, doubts: int, now: datetime) -> Iterator[str]:
    """How far the anchors have come, and how many desks hold one that is none of the centre's."""
    yield from _metric("kundcenter_anchor_doubts", "gauge", [({}, doubts)])
    yield from _metric("kundcenter_anchors", "gauge", [({}, newest.n if newest else 0)])
    if newest is not None:
        age = max(0.0, (now - newest.at).total_seconds())
        yield from _metric("kundcenter_anchor_seconds_ago", "gauge", [({}, f"{age:.3f}")])


def lag_of(device: Device, now: datetime) -> float | None:
    """Seconds since the desk said something; None when it never did or shall not."""
    if device.seen_at is None or device.state is DeviceState.GONE:
        return None
    return max(0.0, (now - device.seen_at).total_seconds())


def _metric(name: str, kind: str, values: Iterable[tuple[Labels, object]]) -> Iterator[str]:
    yield f"# TYPE {name} {kind}"
    for labels, value in values:
        yield f"{name}{_labelled(labels)} {value}"


def _labelled(labels: Labels) -> str:
    told = ",".join(f'{name}="{_escaped(str(value))}"' for name, value in labels.items())
    return f"{{{told}}}" if told else ""


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
