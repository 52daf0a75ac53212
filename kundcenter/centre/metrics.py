"""What a monitor may know, in Prometheus' text format: counts and ages, never a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from kundcenter.domain.devices import Device, DeviceState
from kundcenter.domain.feed import Verdict

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
