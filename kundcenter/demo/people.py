"""The region's people: each is a function of the seed and a place in the row.

Nobody is kept, so a million persons need no more memory than ten.  The first have the official
test numbers; the others have reserve numbers of the demo region's own series, which is also
what newborn children have before they get a personnummer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from random import Random

from kundcenter.demo.chance import ID_BITS, Weighted, alike, chance_of, id_at
from kundcenter.demo.names import Names
from kundcenter.demo.region import Municipality, Region
from kundcenter.domain.identity import IdKind, PersonId, Sex
from kundcenter.domain.people import Person, Protection
from kundcenter.domain.phone_numbers import FICTIONAL_SERIES

MOST = 340_000  # the people of a region the size of Jönköping's
_A_CALL = 0.45  # different persons per call, as long as there are more
_INFANTS = 0.05  # of the patients
_CONFIDENTIAL, _PROTECTED = 0.004, 0.006
_HEAVY = 200  # the higher, the less the first callers stand out (Zipf and Mandelbrot)

# Ages of those who have reserve numbers and are no infants: under 13, under 18 … years.
_AGES: Weighted[tuple[int, int]] = Weighted(
    [((2, 12), 0.2), ((13, 17), 0.06), ((18, 64), 0.5), ((65, 79), 0.15), ((80, 99), 0.09)]
)


@dataclass(frozen=True, slots=True)
class Resident:
    """A person, the number she calls from (None: withheld), and where she lives.

    `lot` is a number to choose by that stays the same, such as which unit she is listed at.
    """

    person: Person
    number: str | None
    municipality: str
    lot: int


class Population:
    """`since` is when the first call of the region comes in; `until` when the last does."""

    def __init__(
        self,
        region: Region,
        names: Names,
        *,
        calls: int,
        seed: int,
        since: datetime,
        until: datetime,
    ) -> None:
        particular = {person.number for person in region.cases.persons}
        numbers = [each for each in region.person_numbers if each not in particular]
        chance_of(seed, "persons").shuffle(numbers)
        self._numbers = tuple(numbers)
        self._names = names
        self._prefix = region.reserve_prefix
        self._key = f"{seed}".encode()
        self._since = since.astimezone(UTC)
        self._until = until.astimezone(UTC)
        self._homes: Weighted[Municipality] = Weighted(
            (place, place.share) for place in region.municipalities
        )
        self._phones = alike(
            number.value
            for series in FICTIONAL_SERIES
            if series.place in region.caller_series
            for number in series
        )
        self.count = max(len(numbers) + 400, min(MOST, int(calls * _A_CALL)))
        self._infants = _INFANTS * self.count / (self.count - len(numbers))
        # The same persons are asked for again and again; most of the rest only once.
        self.resident = lru_cache(maxsize=10_000)(self._resident)

    def persons(self) -> Iterator[Person]:
        """Everybody, each once."""
        return (self._resident(place).person for place in range(self.count))

    def caller(self, chance: Random, at: datetime) -> Resident:
        """Somebody who is born and known at the instant; some call much oftener than others."""
        while True:
            fraction = chance.random()
            if chance.random() < 0.5:
                place = int(fraction * self.count)
            else:
                place = int(_HEAVY * ((self.count + _HEAVY) / _HEAVY) ** fraction) - _HEAVY
            resident = self.resident(min(place, self.count - 1))
            if resident.person.registered_at <= at:
                return resident

    def _resident(self, place: int) -> Resident:
        lot = int.from_bytes(blake2b(b"%d" % place, key=self._key, digest_size=40).digest())
        bits, lot = lot & (1 << ID_BITS) - 1, lot >> ID_BITS
        of = [lot >> 16 * step & 0xFFFF for step in range(15)]
        born_on = None
        if place < len(self._numbers):
            number = self._numbers[place]
            identity = PersonId(IdKind.SAM if number[6] >= "6" else IdKind.PNR, number)
            sex, born = identity.sex or Sex.WOMAN, identity.birth_date
        else:
            number = f"{self._prefix}{place - len(self._numbers) + 1:08d}"
            identity = PersonId(IdKind.LRES_LOCAL, number)
            sex = Sex.WOMAN if of[0] & 1 else Sex.MAN
            born_on = born = self._born(of)
        protection = (
            self._protection(of[3] / 0x10000) if identity.kind is IdKind.PNR else Protection.NONE
        )
        registered_at = self._registered(born, of)
        person = Person(
            id=id_at(registered_at, bits),
            person_id=identity,
            given_name=self._names.given(
                sex, born.year if born else 1980, (of[4] << 16 | of[5]) / 0x1_0000_0000
            ),
            family_name=self._names.family((of[6] << 16 | of[7]) / 0x1_0000_0000),
            registered_at=registered_at,
            sex=sex,
            born_on=born_on,
            protection=protection,
        )
        withheld = protection is not Protection.NONE or of[8] < 0x0800
        return Resident(
            person,
            None if withheld else self._phones.at(of[9] / 0x10000),
            self._homes.at(of[10] / 0x10000).name,
            of[11],
        )

    def _born(self, of: list[int]) -> date:
        until = self._until.date()
        if of[1] / 0x10000 < self._infants:
            return until - timedelta(days=10 + of[2] * 700 // 0x10000)
        youngest, oldest = _AGES.at(of[1] / 0x10000)
        days = 365.25 * (youngest + (oldest + 1 - youngest) * of[2] / 0x10000)
        return until - timedelta(days=int(days))

    def _registered(self, born: date | None, of: list[int]) -> datetime:
        """In the years before the first call, but never before the birth."""
        at = self._since - timedelta(minutes=of[12] * 16 + of[13] * 16 // 0x10000)
        if born is None or born < at.date():
            return at
        return datetime(born.year, born.month, born.day, tzinfo=UTC) + timedelta(
            days=1, minutes=of[12] // 8
        )

    @staticmethod
    def _protection(fraction: float) -> Protection:
        if fraction < _CONFIDENTIAL:
            return Protection.CONFIDENTIAL
        return Protection.PROTECTED_REGISTRATION if fraction < _PROTECTED else Protection.NONE
