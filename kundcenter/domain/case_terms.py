"""The region's terms of cases: categories, and how long everything may take (DOMAIN §7.3, §7.5).

An edition is never changed; the latest is in force.  Before the first is published `TERMS` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from uuid import UUID

from kundcenter.domain.text import line
from kundcenter.errors import Conflict, NotFound, Refused


class CaseTermsNotFound(NotFound):
    """No edition has the id.  Facts: id."""

    code = "case_terms.not_found"


class CaseTermsInvalid(Refused):
    """The edition cannot be published as it is.  Facts: field, row (from 1)."""

    code = "case_terms.invalid"


class CaseTermsStale(Conflict):
    """Somebody has published an edition meanwhile.  Facts: number."""

    code = "case_terms.stale"


@dataclass(frozen=True, slots=True)
class Category:
    """One kind of complaint, for the yearly figures: `1` is a main category, `1.4` beneath it.

    One that is not used any more is `ended`: old cases keep it, new ones cannot have it.
    """

    code: str
    label: str
    ended: bool = False

    @property
    def main(self) -> str:
        return self.code.partition(".")[0]


@dataclass(frozen=True, slots=True)
class CaseTimes:
    """How long things may take.  Days are vardagar, weeks are of the calendar.

    `confirm_days` and `service_days` are said upwards as `said_days` ("2–3 vardagar", seed 004).
    `confirm_soon`, `answer_soon`: so many vardagar before its end a clock is taken up with those
    who lead.  `lex_maria_months` is (BG) in DOMAIN §7.1.
    """

    confirm_days: int = 2
    service_days: int = 2
    said_days: int = 3
    answer_weeks: int = 4
    advice_minutes: int = 30
    confirm_soon: int = 1
    answer_soon: int = 5
    lex_maria_months: int = 2


@dataclass(frozen=True, slots=True)
class CaseTerms:
    """One edition.  `demonstration` says that it was invented and is to be replaced."""

    id: UUID
    number: int
    categories: tuple[Category, ...]
    times: CaseTimes
    published_at: datetime
    published_by: UUID
    comment: str = ""
    demonstration: bool = False


_LABELS = """
1 Vård och behandling
1.1 Undersökning/utredning
1.2 Diagnos
1.3 Behandling
1.4 Läkemedel
1.5 Omvårdnad
1.6 Ny medicinsk bedömning
2 Resultat
2.1 Resultat
3 Kommunikation
3.1 Information
3.2 Delaktighet
3.3 Samtycke
3.4 Bemötande
4 Dokumentation och sekretess
4.1 Patientjournalen
4.2 Bruten sekretess/dataintrång
5 Ekonomi
5.1 Patientavgifter
5.2 Ersättningsanspråk/garantier
6 Tillgänglighet
6.1 Tillgänglighet till vården
6.2 Väntetider i vården
7 Vårdansvar och organisation
7.1 Valfrihet/fritt vårdsökande
7.2 Fast vårdkontakt/individuell plan
7.3 Vårdflöde/processer
7.4 Resursbrist/inställd åtgärd
7.5 Hygien/miljö/teknik
8 Administrativ hantering
8.1 Brister i hantering
8.2 Intyg
9 Övrigt
9.1 Övrigt
"""

# Before the region has published its own (DOMAIN §7.5; the list is background, to be confirmed).
CATEGORIES = tuple(
    Category(code, label)
    for code, _, label in (row.partition(" ") for row in _LABELS.strip().splitlines())
)
TIMES = CaseTimes()

MOST_CATEGORIES = 500
_CODE = re.compile(r"[1-9][0-9]?(\.[1-9][0-9]?)?")
# The least and the most of each time: what somebody may mean, so that no slip stops every clock.
_BOUNDS = {
    "confirm_days": (1, 20),
    "service_days": (1, 20),
    "said_days": (1, 30),
    "answer_weeks": (1, 26),
    "advice_minutes": (1, 24 * 60),
    "confirm_soon": (0, 20),
    "answer_soon": (0, 60),
    "lex_maria_months": (1, 12),
}


def is_category(text: str) -> bool:
    """Whether it may be the code of a category: `1` or `1.4`."""
    return _CODE.fullmatch(text) is not None


def checked_categories(categories: Iterable[Category]) -> tuple[Category, ...]:
    """Categories as they are kept: each code once, and none without the main one above it.

    At least one is in use.  Raises CaseTermsInvalid (facts field and row), TextInvalid.
    """
    good: list[Category] = []
    met: set[str] = set()
    for row, each in enumerate(categories, 1):
        above = each.main == each.code or each.main in met
        if not is_category(each.code) or each.code in met or not above or row > MOST_CATEGORIES:
            raise CaseTermsInvalid(field="code", row=row)
        label = line(each.label, "label")
        if not label:
            raise CaseTermsInvalid(field="label", row=row)
        met.add(each.code)
        good.append(replace(each, label=label))
    if all(each.ended for each in good):
        raise CaseTermsInvalid(field="categories")
    return tuple(good)


def checked_times(times: CaseTimes) -> CaseTimes:
    """The times, if each may be meant and no more is said than is kept within.

    Raises CaseTermsInvalid (facts field).
    """
    for each in fields(times):
        least, most = _BOUNDS[each.name]
        if not least <= getattr(times, each.name) <= most:
            raise CaseTermsInvalid(field=each.name)
    if times.said_days < times.service_days:
        raise CaseTermsInvalid(field="said_days")
    return times


def labels(editions: Iterable[CaseTerms]) -> dict[str, str]:
    """What each code has been called last: old cases keep codes that the latest has no more."""
    told = {each.code: each.label for each in CATEGORIES}
    for edition in sorted(editions, key=lambda each: each.number):
        told |= {each.code: each.label for each in edition.categories}
    return told
