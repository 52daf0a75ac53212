"""One unit of HSA's XML: its elements, and what they become on a card (docs/units.md)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from kundcenter.adapters.hsa_places import wgs84
from kundcenter.domain.calendar import day_bounds
from kundcenter.domain.opening import MIDNIGHT, Hours, HoursInvalid, Span
from kundcenter.domain.unit_cards import (
    Criteria,
    Details,
    LineFunction,
    Notice,
    PhoneLine,
    Spot,
)
from kundcenter.domain.unit_cells import phone_of
from kundcenter.domain.unit_kinds import kind_by_name
from kundcenter.domain.unit_sheets import RowFault, Wrong, hsa_id_of, one_line, prose
from kundcenter.domain.unit_wordings import IncomingUnit, UnitWording
from kundcenter.domain.units import UnitKind

MOST = 5_000  # elements in one unit
NO_LIMIT = 99  # visitingRuleAge: no upper limit
_SUNDAY = 7
_TIME = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])(:[0-5][0-9](\.[0-9]+)?)?")
_METRES = re.compile(r"[0-9]{5,7}(\.[0-9]{1,6})?")
_DAYS = frozenset("1234567")
# HSA has neither days of exception nor numbers that are not public: those of the card stay.
_PARTS = {"hours": "spans", "lines": "public_lines"}
_AGES = re.compile(r"([0-9]{1,2}) ?[-–] ?([0-9]{1,2})")
_ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)


class NotOffered(Exception):
    """The unit has been closed."""


@dataclass(slots=True)
class Node:
    """An element with what is in it."""

    name: str
    line: int = 0
    text: str = ""
    inner: list[Node] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Node]:
        return (node for node in self.inner if node.name in names)

    def first(self, *names: str) -> Node | None:
        """The first that has a text or elements of its own, by the order of the names."""
        found = [node for name in names for node in self.all(name)]
        return next((node for node in found if node.text or node.inner), None)

    def said(self, *names: str) -> str:
        node = self.first(*names)
        return node.text if node else ""


class HsaUnit:
    """A unit that is being read; `line` is where it begins."""

    def __init__(self, line: int) -> None:
        self.line = line
        self._root = Node("unit", line)
        self._open = [self._root]
        self._count = 0

    def begin(self, name: str) -> None:
        self._count += 1
        if self._count > MOST:
            return  # told when the unit ends
        node = Node(name)
        self._open[-1].inner.append(node)
        self._open.append(node)

    def end(self, _name: str, text: str, line: int) -> None:
        if self._count <= MOST or len(self._open) > 1:
            node = self._open.pop()
            node.text, node.line = text, line

    def line_of(self, name: str) -> int:
        """Where the first element of the name stands, or the unit itself."""
        node = self._root.first(name)
        return node.line if node else self.line

    def row(self, kind: UnitKind | None, made_on: str) -> IncomingUnit:
        """The unit; `kind` holds when its name tells none.  Raises Wrong, NotOffered.

        `made_on` is the file's own day (ISO 8601): a unit that ended before it is closed.
        """
        if self._count > MOST:
            raise Wrong(RowFault.TOO_LONG)
        root = self._root
        archived = ("unitIsArchived", "healthCareUnitIsArchived", "archivedUnit")
        if any(node.text.lower() in {"true", "1"} for node in root.all(*archived)):
            raise NotOffered
        ends = _instant(root.said("endDate", "unitEndDate"))
        made = _instant(made_on)
        if ends and made and ends < made:
            raise NotOffered
        wording, guessed = _wording(root, kind)
        details, given = _details(root)
        return IncomingUnit(wording, details, frozenset(given), guessed)


def _wording(root: Node, kind: UnitKind | None) -> tuple[UnitWording, frozenset[str]]:
    """The wording, and that its kind is only guessed: a card that is there keeps its own."""
    names = ("name", "unitName", "publicName")
    hsa_id = _cell(root, hsa_id_of, "hsaIdentity", "unitHsaId")
    name = _cell(root, one_line, *names)
    if not name:
        raise Wrong(RowFault.MISSING, "name")
    telling = [root.said(each) for each in names]
    telling += [node.text for node in root.all("businessType")]
    found = kind_by_name(*telling) or kind
    if found is None:
        raise Wrong(RowFault.KIND, "name")
    phone = _cell(root, _phone, "telephoneNumber", "switchboardNumber")
    municipality = _cell(root, one_line, "municipality")
    return UnitWording(hsa_id, name, found, municipality, phone), frozenset({"kind"})


def _details(root: Node) -> tuple[Details, set[str]]:
    """What HSA says beside the wording, and which fields it had."""
    criteria, ages = _ages(root)
    synonyms = tuple(_cell_of(node, one_line) for node in root.all("alternateName") if node.text)
    found: dict[str, Any] = {
        "public_name": _cell(root, one_line, "publicName"),
        "street": _cell(root, one_line, "street", "streetAddress"),
        "postal": _postal(root),
        "way": _cell(root, prose, "route"),
        "web": _cell(root, one_line, "webPage1177", "labeledUri"),
        "spot": _spot(root),
        "hours": _hours(root, "surgeryHour"),
        "lines": _lines(root),
        "notices": _notices(root),
        "synonyms": tuple(dict.fromkeys(synonyms)),
    }
    if not found["web"].lower().startswith(("http://", "https://")):
        found["web"] = ""  # what cannot be opened is no reason to refuse a region's units
    said = {name: value for name, value in found.items() if value}
    given = {_PARTS.get(name, name) for name in said} | ages
    return Details(criteria=criteria, **said), given


def _cell(root: Node, read: Callable[[str], str], *names: str) -> str:
    """What the first element of the names says, or nothing.  Raises Wrong with its name."""
    node = root.first(*names)
    return _cell_of(node or Node(names[0]), read)


def _cell_of(node: Node, read: Callable[[str], str]) -> str:
    try:
        return read(node.text)
    except Wrong as wrong:
        raise Wrong(wrong.fault, node.name) from None


def _phone(text: str) -> str:
    return phone_of(text) if text else ""


def _postal(root: Node) -> str:
    node = root.first("postalAddress")
    if node is None:
        return ""
    lines = [line.text for line in node.all("addressLine")] or [node.text]
    return _cell_of(Node(node.name, node.line, ", ".join(filter(None, lines))), one_line)


def _ages(root: Node) -> tuple[Criteria, set[str]]:
    """visitingRuleAge: from and to, or "00-99" in older answers; 99 has no upper limit."""
    node = root.first("visitingRuleAge")
    if node is None:
        return Criteria(), set()
    written = f"{node.said('fromAge')}-{node.said('toAge')}" if node.inner else node.text
    match = _AGES.fullmatch(written.strip())
    if match is None or int(match[1]) > int(match[2]):
        raise Wrong(RowFault.AGE, node.name)
    youngest, oldest = int(match[1]), int(match[2])
    whole = Criteria(youngest=youngest or None, oldest=None if oldest == NO_LIMIT else oldest)
    return whole, {"youngest", "oldest"}


def _hours(root: Node, name: str) -> Hours | None:
    """HSA's days with times: each of the days from the one to the other has the times."""
    spans = [span for node in root.all(name) for span in _spans(node)]
    if not spans:
        return None
    try:
        return Hours(spans=tuple(spans)).checked()
    except HoursInvalid:
        raise Wrong(RowFault.HOURS, name) from None


def _spans(node: Node) -> Iterator[Span]:
    days = node.said("fromDay"), node.said("toDay")
    times = _TIME.fullmatch(node.said("fromTime")), _TIME.fullmatch(node.said("toTime"))
    if not all(day in _DAYS for day in days) or times[0] is None or times[1] is None:
        raise Wrong(RowFault.HOURS, node.name)
    first, last = int(days[0]), int(days[1])
    opens, closes = (int(time[1]) * 60 + int(time[2]) for time in times if time)
    comment = _cell_of(Node(node.name, node.line, node.said("comment")), one_line)
    for count in range((last - first) % _SUNDAY + 1):
        day = (first + count - 1) % _SUNDAY + 1
        over = 0 < closes <= opens  # until the small hours of the next day
        yield Span(day, opens, day % _SUNDAY + 1 if over else day, closes or MIDNIGHT, comment)


def _lines(root: Node) -> tuple[PhoneLine, ...]:
    """The functions with a number of their own, and the unit's other numbers and hours."""
    found: list[PhoneLine] = []
    for node in root.all("unitFunction"):
        name = node.said("name")
        known = name in {function.value for function in LineFunction}
        function = LineFunction(name) if known else LineFunction.OTHER
        comment = "" if known else _cell_of(Node(node.name, node.line, name), one_line)
        hours = _hours(node, "telephoneHour") or Hours()
        for number in node.all("telephoneNumber"):
            found.append(PhoneLine(function, _cell_of(number, phone_of), hours, comment=comment))
    numbers = [node for node in root.all("telephoneNumber") if node.text]
    reached = _hours(root, "telephoneHour")
    if reached is not None or len(numbers) > 1:
        for number in numbers:
            phone = _cell_of(number, phone_of)
            found.append(PhoneLine(LineFunction.ADVICE, phone, reached or Hours()))
    return tuple(found)


def _notices(root: Node) -> tuple[Notice, ...]:
    return tuple(_notice(node) for node in root.all("unitTemporaryInformation") if node.inner)


def _notice(node: Node) -> Notice:
    """From the beginning of its first day until the end of its last one."""
    text = _cell_of(Node(node.name, node.line, node.said("temporaryInformation")), prose)
    days = [_day(node, name) for name in ("fromDate", "toDate")]
    if not text or (days[0] and days[1] and days[1] < days[0]):
        raise Wrong(RowFault.DAY if text else RowFault.MISSING, node.name)
    starts = day_bounds(days[0])[0] if days[0] else _ALWAYS
    return Notice(text, starts, day_bounds(days[1])[1] if days[1] else None)


def _day(node: Node, name: str) -> date | None:
    text = node.said(name).replace("-", "")
    if not text:
        return None
    try:
        return datetime.strptime(text, "%Y%m%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise Wrong(RowFault.DAY, node.name) from None


def _spot(root: Node) -> Spot | None:
    """SWEREF 99 TM in metres, as HSA has it, on the globe."""
    node = root.first("geographicalCoordinatesSWEREF99")
    if node is None:
        return None
    north, east = (node.said(name) for name in ("nCoordinate", "eCoordinate"))
    if not (_METRES.fullmatch(north) and _METRES.fullmatch(east)):
        raise Wrong(RowFault.SPOT, node.name)
    found = wgs84(float(north), float(east))
    if found is None:
        raise Wrong(RowFault.SPOT, node.name)
    return found


def _instant(text: str) -> datetime | None:
    """An XML dateTime; one without a zone is in UTC, which is near enough to a closing."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
