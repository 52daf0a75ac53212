"""What may stand on a unit's card.  What cannot is refused with the field and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum

from kundcenter.domain.calendar import is_instant
from kundcenter.domain.opening import Hours, HoursInvalid
from kundcenter.domain.phone_numbers import stored
from kundcenter.domain.text import LINE_LIMIT, checked, line
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.unit_cards import Criteria, Details, Notice, PhoneLine, RelatedUnit, Spot
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import hsa_key
from kundcenter.errors import Refused

HSA_LIMIT = 64  # characters: real ids are longer than HSA's own 31 (DOMAIN §8)
PROSE_LIMIT = 2_000  # characters of what has several lines
SYNONYM_LIMIT = 100  # characters
OLDEST = 130  # years
MOST = {"lines": 40, "notices": 20, "related": 50, "synonyms": 50}
# Sweden with what lies nearest: a latitude and a longitude that have changed places fall outside.
SOUTH, NORTH, WEST, EAST = 54_000_000, 70_000_000, 8_000_000, 26_000_000

_USUAL = re.compile("SE[0-9]{10}-[A-Za-z0-9]+")
_WEB = re.compile(r"https?://[^\s<>\"]+")


class CardFault(StrEnum):
    """What is wrong with a field."""

    EMPTY = "empty"
    PHONE = "phone"  # no number that could be dialled
    AGES = "ages"  # outside 0–130, or the youngest is older than the oldest
    REASON = "reason"  # no contact reason of the code set
    BOTH_WAYS = "both_ways"  # a reason that is both taken and refused
    PERIOD = "period"  # ends before it begins
    TIME = "time"  # no instant
    ITSELF = "itself"  # a unit that is related to itself
    OUTSIDE = "outside"  # a place far from Sweden
    WEB = "web"  # no address of a page
    TOO_MANY = "too_many"
    FIELD = "field"  # a file gives a field that no card has


class UnitInvalid(Refused):
    """A field of the card cannot be kept.

    Facts: field, fault; of a field with several also at (which, from 1), and limit of how many.
    """

    code = "unit.invalid"


class UnitHsaTaken(Refused):
    """Another unit has the HSA-id, perhaps a retired one.  Facts: id (the other's)."""

    code = "unit.hsa_taken"


def hsa_unusual(hsa_id: str) -> bool:
    """Whether an HSA-id has another form than HSA's own: it is kept, and one is warned."""
    return len(hsa_id) > 31 or not _USUAL.fullmatch(hsa_id)


def phone(text: str, field: str, **where: int) -> str:
    """A number as it is stored: E.164 or a short one.  Raises UnitInvalid."""
    number = stored(text)
    if number is None:
        raise UnitInvalid(field=field, fault=CardFault.PHONE, **where)
    return number.value


def checked_wording(wording: UnitWording) -> UnitWording:
    """The wording as it is stored.  Raises UnitInvalid, TextInvalid."""
    return UnitWording(
        hsa_id=_hsa_id(wording.hsa_id, "hsa_id"),
        name=_named(wording.name, "name"),
        kind=wording.kind,
        municipality=line(wording.municipality, "municipality"),
        phone=phone(wording.phone, "phone") if wording.phone.strip() else "",
    )


def checked_details(details: Details, codes: CodeSet) -> Details:
    """The details as they are stored.

    Raises UnitInvalid, TextInvalid, HoursInvalid; of a line's hours its facts have also line.
    """
    for name, most in MOST.items():
        if len(getattr(details, name)) > most:
            raise UnitInvalid(field=name, fault=CardFault.TOO_MANY, at=most + 1, limit=most)
    if details.web and not _WEB.fullmatch(checked(details.web, "web", limit=PROSE_LIMIT)):
        raise UnitInvalid(field="web", fault=CardFault.WEB)
    return replace(
        details,
        public_name=line(details.public_name, "public_name"),
        street=line(details.street, "street"),
        postal=line(details.postal, "postal"),
        way=_prose(details.way, "way"),
        spot=details.spot and _spot(details.spot),
        hours=details.hours.checked(),
        lines=tuple(_line(each, at) for at, each in enumerate(details.lines, start=1)),
        notices=tuple(_notice(each, at) for at, each in enumerate(details.notices, start=1)),
        criteria=_criteria(details.criteria, codes),
        related=tuple(_related(each, at) for at, each in enumerate(details.related, start=1)),
        synonyms=_synonyms(details.synonyms),
    )


def checked_together(wording: UnitWording, details: Details) -> None:
    """What only shows when a card is whole.  Raises UnitInvalid."""
    criteria = details.criteria
    youngest, oldest = criteria.youngest, criteria.oldest
    if youngest is not None and oldest is not None and youngest > oldest:
        raise UnitInvalid(field="oldest", fault=CardFault.AGES)
    if criteria.takes & criteria.refuses:
        raise UnitInvalid(field="refuses", fault=CardFault.BOTH_WAYS)
    for at, other in enumerate(details.related, start=1):
        if hsa_key(other.hsa_id) == hsa_key(wording.hsa_id):
            raise UnitInvalid(field="related", fault=CardFault.ITSELF, at=at)


def _named(text: str, field: str, *, limit: int = LINE_LIMIT, **where: int) -> str:
    text = line(text, field, limit=limit)
    if not text:
        raise UnitInvalid(field=field, fault=CardFault.EMPTY, **where)
    return text


def _hsa_id(text: str, field: str, **where: int) -> str:
    """As it is written but for space around it: nobody sees that, and it would be another id."""
    text = checked(text.strip(), field, limit=HSA_LIMIT)
    if not text:
        raise UnitInvalid(field=field, fault=CardFault.EMPTY, **where)
    return text


def _prose(text: str, field: str) -> str:
    return checked(text, field, limit=PROSE_LIMIT)


def _hours_of_line(hours: Hours, at: int) -> Hours:
    try:
        return hours.checked()
    except HoursInvalid as wrong:
        raise type(wrong)(**wrong.facts, line=at) from None


def _line(each: PhoneLine, at: int) -> PhoneLine:
    number = phone(each.number, "lines", at=at)
    comment = line(each.comment, "comment")
    return replace(each, number=number, hours=_hours_of_line(each.hours, at), comment=comment)


def _notice(notice: Notice, at: int) -> Notice:
    text = _prose(notice.text, "notices")
    if not text.strip():
        raise UnitInvalid(field="notices", fault=CardFault.EMPTY, at=at)
    _must_be_instants(notice.starts_at, notice.ends_at, at=at)
    if notice.ends_at is not None and notice.ends_at <= notice.starts_at:
        raise UnitInvalid(field="notices", fault=CardFault.PERIOD, at=at)
    ends_at = notice.ends_at and notice.ends_at.astimezone(UTC)
    return Notice(text, notice.starts_at.astimezone(UTC), ends_at)


def _must_be_instants(*times: datetime | None, at: int) -> None:
    if not all(is_instant(time) for time in times if time is not None):
        raise UnitInvalid(field="notices", fault=CardFault.TIME, at=at)


def _related(other: RelatedUnit, at: int) -> RelatedUnit:
    return replace(other, hsa_id=_hsa_id(other.hsa_id, "related", at=at))


def _spot(spot: Spot) -> Spot:
    if not (SOUTH <= spot.latitude <= NORTH and WEST <= spot.longitude <= EAST):
        raise UnitInvalid(field="spot", fault=CardFault.OUTSIDE)
    return spot


def _synonyms(names: Iterable[str]) -> tuple[str, ...]:
    """Each once, in the order in which they stand."""
    found = (
        _named(name, "synonyms", limit=SYNONYM_LIMIT, at=at)
        for at, name in enumerate(names, start=1)
    )
    return tuple(dict.fromkeys(found))


def _criteria(criteria: Criteria, codes: CodeSet) -> Criteria:
    for field, age in (("youngest", criteria.youngest), ("oldest", criteria.oldest)):
        if age is not None and not 0 <= age <= OLDEST:
            raise UnitInvalid(field=field, fault=CardFault.AGES)
    known = {reason.code for reason in codes.reasons}
    for field, reasons in (("takes", criteria.takes), ("refuses", criteria.refuses)):
        if not reasons <= known:
            raise UnitInvalid(field=field, fault=CardFault.REASON)
    return replace(
        criteria,
        send_here=_prose(criteria.send_here, "send_here"),
        not_here=_prose(criteria.not_here, "not_here"),
        signed_off_by=line(criteria.signed_off_by, "signed_off_by"),
    )
