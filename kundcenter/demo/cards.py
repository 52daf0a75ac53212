"""The demo region's cards and roster, made of what its directory knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import TypeVar

from kundcenter.demo.chance import ID_BITS, chance_of, id_at
from kundcenter.demo.directory import CardHabit, Directory, LineHabit, NoticeHabit, Shape
from kundcenter.demo.names import Names
from kundcenter.domain.calendar import day_bounds, local, shift_bounds
from kundcenter.domain.identity import Sex
from kundcenter.domain.on_call import Duty
from kundcenter.domain.opening import Hours, OtherHours
from kundcenter.domain.opening_text import read_hours
from kundcenter.domain.operators import Operator
from kundcenter.domain.unit_cards import (
    CardVersion,
    Criteria,
    Details,
    Notice,
    PhoneLine,
    RelatedUnit,
    Spot,
    UnitCard,
)
from kundcenter.domain.units import Unit

EARLIER, LATER = 2, 14  # days before and after the region's end that have a roster
_DAY = timedelta(days=1)
_MILLION = 1_000_000
_STREET, _POSTAL = "Testgatan {number}", "555 55 Teststad"
_SIGNED_BY = "Verksamhetschefen (demo)"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DirectoryGround:
    """Whose cards they are, who wrote them and when, and the region's end, by which days count."""

    units: tuple[Unit, ...]
    author: Operator
    founded: datetime
    until: datetime
    seed: int


def cards(directory: Directory, ground: DirectoryGround) -> Iterator[UnitCard | CardVersion]:
    """Every unit's card in its first version."""
    chance = chance_of(ground.seed, "directory")
    own = {card.hsa_id: card for card in directory.cards}
    for number, unit in enumerate(ground.units, start=1):
        card = UnitCard(
            unit,
            _details(directory, own[unit.hsa_id], unit, number, ground.until),
            number=1,
            changed_at=ground.founded,
            changed_by=ground.author.id,
        )
        yield card
        yield CardVersion(id_at(ground.founded, chance.getrandbits(ID_BITS)), card)


def duties(directory: Directory, names: Names, ground: DirectoryGround) -> Iterator[Duty]:
    """The roster about the region's end."""
    chance = chance_of(ground.seed, "roster")
    ids = {unit.hsa_id: unit.id for unit in ground.units}
    last = local(ground.until).date()
    for habit in directory.roster:
        for count in range(-EARLIER, LATER + 1):
            starts, ends = shift_bounds(last + count * _DAY, habit.starts, habit.ends)
            yield Duty(
                id=id_at(ground.founded, chance.getrandbits(ID_BITS)),
                function=habit.function,
                unit_id=ids[habit.hsa_id] if habit.hsa_id else None,
                starts_at=starts,
                ends_at=ends,
                place=habit.place,
                phone=habit.phone,
                name=_doctor(names, chance),
                deputy=habit.deputy,
                comment=habit.comment,
            )


def _details(
    directory: Directory, own: CardHabit, unit: Unit, number: int, until: datetime
) -> Details:
    shape = directory.shapes[unit.kind]
    return Details(
        public_name=own.public_name,
        street=_STREET.format(number=number),
        postal=_POSTAL,
        way=own.way,
        spot=_spot(directory, own, unit),
        hours=_hours(own, shape, until),
        lines=tuple(_line(habit, unit) for habit in (*shape.lines, *own.lines)),
        notices=tuple(_notice(habit, until) for habit in own.notices),
        criteria=Criteria(
            youngest=_either(own.youngest, shape.youngest),
            oldest=_either(own.oldest, shape.oldest),
            takes=own.takes or shape.takes,
            refuses=shape.refuses,
            send_here=shape.send_here.strip(),
            not_here=shape.not_here.strip(),
            signed_off_on=(local(until) - timedelta(days=own.signed)).date(),
            signed_off_by=_SIGNED_BY,
        ),
        related=tuple(RelatedUnit(each.kind, each.hsa_id) for each in own.related),
        synonyms=tuple(dict.fromkeys((*own.synonyms, *shape.synonyms))),
        queue=shape.queue,
        bookable=own.bookable or shape.bookable,
    )


def _either(own: T | None, shape: T | None) -> T | None:
    return shape if own is None else own


def _spot(directory: Directory, own: CardHabit, unit: Unit) -> Spot:
    north, east = directory.towns[unit.municipality]
    north, east = own.latitude or north, own.longitude or east
    return Spot(int(Decimal(north) * _MILLION), int(Decimal(east) * _MILLION))


def _hours(own: CardHabit, shape: Shape, until: datetime) -> Hours:
    weekly = read_hours(own.hours or shape.hours)
    last = local(until).date()
    others = tuple(
        OtherHours(
            last + each.after * _DAY,
            last + each.after * _DAY,
            _minutes(each.opens),
            _minutes(each.closes),
            each.comment,
        )
        for each in own.exceptions
    )
    return Hours(weekly.spans, others, weekly.holidays_as_sunday, weekly.eves_as_saturday).checked()


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _line(habit: LineHabit, unit: Unit) -> PhoneLine:
    number = habit.number or unit.phone
    return PhoneLine(
        habit.function, number, read_hours(habit.hours), habit.roles, comment=habit.comment
    )


def _notice(habit: NoticeHabit, until: datetime) -> Notice:
    first = local(until).date() + habit.after * _DAY
    starts, _ = day_bounds(first)
    return Notice(habit.text, starts, day_bounds(first + habit.days * _DAY)[0])


def _doctor(names: Names, chance: Random) -> str:
    sex = Sex.WOMAN if chance.random() < 0.5 else Sex.MAN
    return f"{names.given(sex, chance.randint(1961, 1995), chance.random())} " + names.family(
        chance.random()
    )
