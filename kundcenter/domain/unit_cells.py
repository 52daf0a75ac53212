"""One cell of a file of units: from text to what the card keeps, and back again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from kundcenter.domain import phone_numbers
from kundcenter.domain.opening import Hours, HoursInvalid
from kundcenter.domain.opening_text import hours_text, read_hours
from kundcenter.domain.phone_numbers import PhoneNumber, PhoneNumberInvalid
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.domain.unit_checks import OLDEST
from kundcenter.domain.unit_sheets import RowFault, Wrong, hsa_id_of, one_line, prose
from kundcenter.domain.units import UnitKind

SYNONYMS_LIMIT = 50
HOURS_LIMIT = 6_000  # characters; what can be read of them has a limit of its own
_MILLION = 1_000_000
_REASON = re.compile("[A-ZÅÄÖ][A-ZÅÄÖ0-9_]{0,63}")  # as codes are written in the code sets
# A spreadsheet would calculate such a text; one apostrophe before it says that it is text.
_FORMULA = re.compile("'*[=+@\t\r-]")
_GUARDED = re.compile("'+[=+@\t\r-]")

KIND_WORDS = {
    UnitKind.PRIMARY_CARE: ("vårdcentral", "hälsocentral", "primary care"),
    UnitKind.OUT_OF_HOURS: ("närakut", "jourcentral", "närakutmottagning", "out of hours"),
    UnitKind.EMERGENCY: ("akut", "akutmottagning", "akutklinik", "emergency"),
    UnitKind.PAEDIATRIC_EMERGENCY: ("barnakut", "barnakutmottagning", "paediatric emergency"),
    UnitKind.PSYCHIATRIC_EMERGENCY: (
        "psykakut", "psykiatrisk akutmottagning", "psychiatric emergency",
    ),
    UnitKind.MATERNITY: ("förlossning", "maternity"),
    UnitKind.SPECIALIST: ("specialist", "specialistmottagning", "mottagning"),
    UnitKind.MOTHER_AND_CHILD: (
        "mvc", "bvc", "mvc_bvc", "mvc/bvc", "barnmorskemottagning", "barnavårdscentral",
        "mother and child",
    ),
}  # fmt: skip
_KINDS = {word: kind for kind, words in KIND_WORDS.items() for word in (*words, kind.lower())}
_FLAGS = {
    **dict.fromkeys(("ja", "j", "yes", "y", "sant", "true", "1", "x"), True),
    **dict.fromkeys(("nej", "n", "no", "falskt", "false", "0", ""), False),
}


def unguarded(cell: str) -> str:
    """The cell without the apostrophe that `guarded` put before it."""
    return cell[1:] if _GUARDED.match(cell) else cell


def guarded(cell: str) -> str:
    """The cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def kind_of(text: str) -> UnitKind:
    """The kind by its code or its word.  Raises Wrong."""
    word = one_line(text).lower()
    if not word:
        raise Wrong(RowFault.MISSING)
    if word not in _KINDS:
        raise Wrong(RowFault.KIND)
    return _KINDS[word]


def phone_of(text: str) -> str:
    """The number in E.164, or a short one.  Raises Wrong."""
    if not text.strip():
        raise Wrong(RowFault.MISSING)
    try:
        number = phone_numbers.parse(text)
    except PhoneNumberInvalid:
        raise Wrong(RowFault.PHONE) from None
    if number is None:
        raise Wrong(RowFault.PHONE)
    return number.value


def phone_text(phone: str) -> str:
    """The number as Swedes group it, which no spreadsheet takes for a quantity."""
    try:
        return PhoneNumber(phone).shown()
    except PhoneNumberInvalid:
        return phone


def needed(text: str) -> str:
    """One line that may not be empty.  Raises Wrong."""
    text = one_line(text)
    if not text:
        raise Wrong(RowFault.MISSING)
    return text


@lru_cache(maxsize=256)  # most units of a region keep one of a few weeks
def hours_of(text: str) -> Hours:
    """Opening hours as domain.opening_text writes them.  Raises Wrong."""
    try:
        return read_hours(prose(text, limit=HOURS_LIMIT))
    except HoursInvalid:
        raise Wrong(RowFault.HOURS) from None


def degrees_of(text: str, most: int) -> int | None:
    """Millionths of a degree, of which there are at most so many; a comma is a point."""
    text = one_line(text).replace(",", ".").replace("−", "-")
    if not text:
        return None
    try:
        degrees = Decimal(text)
    except InvalidOperation:
        raise Wrong(RowFault.SPOT) from None
    if not (degrees.is_finite() and abs(degrees) <= most):
        raise Wrong(RowFault.SPOT)
    return round(degrees * _MILLION)


def degrees_text(millionths: int | None) -> str:
    return "" if millionths is None else f"{Decimal(millionths).scaleb(-6):f}"


def age_of(text: str) -> int | None:
    """Whole years, 0–130; None when the cell is empty.  Raises Wrong."""
    text = one_line(text)
    if not text:
        return None
    if not re.fullmatch("[0-9]{1,3}", text) or int(text) > OLDEST:
        raise Wrong(RowFault.AGE)
    return int(text)


def reasons_of(text: str) -> frozenset[str]:
    """Codes of contact reasons, with commas or spaces between them.  Raises Wrong."""
    codes = one_line(text, limit=10_000).upper().replace(",", " ").replace(";", " ").split()
    if not all(map(_REASON.fullmatch, codes)):
        raise Wrong(RowFault.REASONS)
    return frozenset(codes)


def day_of(text: str) -> date | None:
    """YYYY-MM-DD; None when the cell is empty.  Raises Wrong."""
    text = one_line(text)
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise Wrong(RowFault.DAY)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Wrong(RowFault.DAY) from None


def flag_of(text: str) -> bool:
    """Ja or nej; an empty cell is nej.  Raises Wrong."""
    word = one_line(text).lower()
    if word not in _FLAGS:
        raise Wrong(RowFault.FLAG)
    return _FLAGS[word]


def synonyms_of(text: str) -> tuple[str, ...]:
    """Other names, with commas between them, each once.  Raises Wrong."""
    names = [one_line(name) for name in text.split(",")]
    found = tuple(dict.fromkeys(name for name in names if name))
    if len(found) > SYNONYMS_LIMIT:
        raise Wrong(RowFault.TOO_LONG)
    return found


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the headings that mean the same, and both ways of its cells.

    `key` is a field of UnitWording, Details or Criteria, or half a spot.
    """

    key: str
    heading: str
    also: tuple[str, ...]
    read: Callable[[str], Any]
    write: Callable[[UnitCard], str]
    needed: bool = False


def _flag_text(flag: bool) -> str:
    return "ja" if flag else "nej"


def _whole(age: int | None) -> str:
    return "" if age is None else str(age)


def _latitude(card: UnitCard) -> str:
    spot = card.details.spot
    return degrees_text(spot.latitude if spot else None)


def _longitude(card: UnitCard) -> str:
    spot = card.details.spot
    return degrees_text(spot.longitude if spot else None)


def _signed_off(card: UnitCard) -> str:
    day = card.details.criteria.signed_off_on
    return day.isoformat() if day else ""


# In the order in which they are written.
COLUMNS = (
    Column("hsa_id", "hsa-id", ("hsaid", "hsa id"), hsa_id_of, lambda c: c.unit.hsa_id, True),
    Column("name", "namn", ("name",), needed, lambda c: c.unit.name, True),
    Column("kind", "typ", ("kind", "type"), kind_of, lambda c: c.unit.kind, True),
    Column(
        "municipality", "kommun", ("municipality",), needed, lambda c: c.unit.municipality, True
    ),
    Column("phone", "telefon", ("phone",), phone_of, lambda c: phone_text(c.unit.phone), True),
    Column(
        "public_name", "publikt namn", ("public name",), one_line, lambda c: c.details.public_name
    ),
    Column("street", "gata", ("street", "besöksadress"), one_line, lambda c: c.details.street),
    Column(
        "postal", "postadress", ("postal", "postal address"), one_line, lambda c: c.details.postal
    ),
    Column("way", "vägbeskrivning", ("way", "directions"), prose, lambda c: c.details.way),
    Column(
        "hours",
        "öppettider",
        ("hours", "opening hours"),
        hours_of,
        lambda c: hours_text(c.details.hours),
    ),
    Column("latitude", "latitud", ("latitude",), lambda text: degrees_of(text, 90), _latitude),
    Column("longitude", "longitud", ("longitude",), lambda text: degrees_of(text, 180), _longitude),
    Column(
        "youngest",
        "ålder från",
        ("från ålder", "age from", "youngest"),
        age_of,
        lambda c: _whole(c.details.criteria.youngest),
    ),
    Column(
        "oldest",
        "ålder till",
        ("till ålder", "age to", "oldest"),
        age_of,
        lambda c: _whole(c.details.criteria.oldest),
    ),
    Column(
        "takes",
        "tar emot",
        ("takes",),
        reasons_of,
        lambda c: " ".join(sorted(c.details.criteria.takes)),
    ),
    Column(
        "refuses",
        "tar inte emot",
        ("refuses",),
        reasons_of,
        lambda c: " ".join(sorted(c.details.criteria.refuses)),
    ),
    Column(
        "send_here", "skicka hit", ("send here",), prose, lambda c: c.details.criteria.send_here
    ),
    Column(
        "not_here",
        "skicka inte hit",
        ("not here", "do not send here"),
        prose,
        lambda c: c.details.criteria.not_here,
    ),
    Column(
        "signed_off_on",
        "signerad",
        ("signerad datum", "signed off", "signed off on"),
        day_of,
        _signed_off,
    ),
    Column(
        "signed_off_by",
        "signerad av",
        ("signed off by",),
        one_line,
        lambda c: c.details.criteria.signed_off_by,
    ),
    Column(
        "synonyms",
        "synonymer",
        ("synonyms",),
        synonyms_of,
        lambda c: ", ".join(c.details.synonyms),
    ),
    Column("queue", "teleq", ("queue",), flag_of, lambda c: _flag_text(c.details.queue)),
    Column(
        "bookable", "bokningsbar", ("bookable",), flag_of, lambda c: _flag_text(c.details.bookable)
    ),
    Column("web", "webb", ("webbplats", "web"), one_line, lambda c: c.details.web),
)
BY_HEADING = {name: column for column in COLUMNS for name in (column.heading, *column.also)}
