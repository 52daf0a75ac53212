"""The whole demo region as one stream of values, parents before children, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from heapq import merge
from operator import itemgetter

from kundcenter.demo import arrivals
from kundcenter.demo.accesses import AccessLog
from kundcenter.demo.attendance import Attendance
from kundcenter.demo.calls import LegCalls, Made
from kundcenter.demo.cancel_rules import cancel_rules
from kundcenter.demo.capacity import Capacity, CapacityGround
from kundcenter.demo.cards import DirectoryGround, cards, duties
from kundcenter.demo.case_file import CaseFile, CaseFileGround
from kundcenter.demo.cases import FEWEST, CaseGround, Cases
from kundcenter.demo.chance import ID_BITS, Weighted, chance_of, id_at, instant
from kundcenter.demo.entries import Entries
from kundcenter.demo.floor import Floor
from kundcenter.demo.guidance import Guide
from kundcenter.demo.names import Names
from kundcenter.demo.notes import NoteWriter
from kundcenter.demo.odd_accesses import OddAccesses
from kundcenter.demo.overtime import Overtime
from kundcenter.demo.packs import packs
from kundcenter.demo.people import Population
from kundcenter.demo.region import DemoTerms, Leg, Region, published
from kundcenter.demo.rules import rule_sets
from kundcenter.demo.snippets import snippets
from kundcenter.demo.staff import Shift, Staff, shifts, staff
from kundcenter.demo.supervision import PLANNED, Supervision, SupervisionGround
from kundcenter.demo.switchboard import Switchboard, SwitchboardGround
from kundcenter.demo.texts import Texts
from kundcenter.domain.access import Role
from kundcenter.domain.calls import Call
from kundcenter.domain.operators import Session
from kundcenter.domain.units import Unit

LOGGED = timedelta(days=31)  # before the end; of earlier calls the access log does not tell
QUEUE = "1177"  # whose nurses have the particular calls


@dataclass(frozen=True, slots=True)
class DemoRegion:
    """What is known before the first call: the directory, the staff, the people."""

    terms: DemoTerms
    region: Region
    plan: arrivals.Plan
    names: Names
    units: tuple[Unit, ...]
    staff: Staff
    population: Population
    founded: datetime

    def values(self) -> Iterator[object]:
        """Everything to be stored: domain values, each after those it refers to."""
        yield from self.units
        yield from self.staff.operators
        ground = self._directory_ground()
        yield from cards(self.region.directory, ground)
        yield from duties(self.region.directory, self.names, ground)
        yield from snippets(
            self.region.snippets, self.staff.operators, seed=self.terms.seed, at=self.founded
        )
        yield from packs(
            self.staff.operators, self.terms.codes, seed=self.terms.seed, at=self.founded
        )
        yield from rule_sets(
            self.staff.operators, self.terms.codes, seed=self.terms.seed, at=self.founded
        )
        yield from cancel_rules(self.staff.operators, seed=self.terms.seed, at=self.founded)
        yield from self.population.persons()
        cases = self._cases()
        if cases is not None:
            yield from cases.persons()
        yield from self._capacity(cases).values()
        yield from self._case_file().values()
        yield from self._switchboard().values()
        supervision = self._supervision()
        yield supervision.terms()
        for leg in self.region.legs:
            yield from supervision.turns(leg.queue, self._shifts(leg, ahead=PLANNED))
        overtime = Overtime(
            chance_of(self.terms.seed, "overtime"), since=(self.terms.until - LOGGED).timestamp()
        )
        legs = [self._leg(leg) for leg in self.region.legs]
        for _, made in merge(*legs, key=itemgetter(0)):
            yield from made
            for value in made:
                if isinstance(value, Session):
                    overtime.learn(value)
                elif isinstance(value, Call):
                    supervision.learn(value)
        if cases is not None:
            for value in self._particular(cases, overtime):
                yield value
                if isinstance(value, Call):
                    supervision.learn(value)
        yield from supervision.values()

    def _directory_ground(self) -> DirectoryGround:
        """The directory is the administrator's work."""
        author = next(each for each in self.staff.operators if Role.ADMINISTRATOR in each.roles)
        terms = self.terms
        return DirectoryGround(self.units, author, self.founded, terms.until, terms.seed)

    def _capacity(self, cases: Cases | None) -> Capacity:
        """Queues and times are the planner's work, who leads the nurses."""
        lead = next(e for e in self.staff.operators if Role.SUPERVISOR_NURSE in e.roles)
        ground = CapacityGround(
            units=self.units,
            nurses=self.staff.by_queue[QUEUE],
            planner=lead,
            people=self.population,
            particular=cases.people if cases else {},
            founded=self.founded,
            until=self.terms.until.astimezone(UTC),
            seed=self.terms.seed,
        )
        return Capacity(ground)

    def _case_file(self) -> CaseFile:
        """Anybody takes a complaint in; one post handles them."""
        handler = next(e for e in self.staff.operators if Role.CASE_HANDLER in e.roles)
        ground = CaseFileGround(
            units=self.units,
            takers=self.staff.by_queue[QUEUE],
            handler=handler,
            people=self.population,
            founded=self.founded,
            until=self.terms.until.astimezone(UTC),
            seed=self.terms.seed,
        )
        return CaseFile(self.region.matters, ground)

    def _switchboard(self) -> Switchboard:
        """Who answers in the switchboard's queue takes messages too; its supervisor edits."""
        operators = self.staff.operators
        ground = SwitchboardGround(
            units=self.units,
            takers=tuple(e for e in operators if Role.SWITCHBOARD in e.roles),
            editor=next(e for e in operators if Role.SUPERVISOR_SWITCHBOARD in e.roles),
            names=self.names,
            founded=self.founded,
            until=self.terms.until.astimezone(UTC),
            seed=self.terms.seed,
        )
        return Switchboard(self.region.switchboard, ground)

    def _supervision(self) -> Supervision:
        """The nurses' supervisor leads it; a nurse judges what others have done."""
        operators = self.staff.operators
        ground = SupervisionGround(
            lead=next(e for e in operators if Role.SUPERVISOR_NURSE in e.roles),
            switchboard_lead=next(e for e in operators if Role.SUPERVISOR_SWITCHBOARD in e.roles),
            judge=self.staff.by_queue[QUEUE][0],
            units=self.units,
            founded=self.founded,
            since=self.plan.starts_at.astimezone(UTC),
            until=self.terms.until.astimezone(UTC),
            seed=self.terms.seed,
        )
        return Supervision(self.region.supervision, ground)

    def _shifts(self, leg: Leg, *, ahead: timedelta = timedelta()) -> Iterator[Shift]:
        return shifts(
            leg,
            self.staff.by_queue[leg.queue],
            since=self.plan.starts_at,
            until=self.terms.until + ahead,
            busier=self.plan.busier,
        )

    def _cases(self) -> Cases | None:
        """The particular cases; none in a region that is too small for them."""
        if self.terms.calls < FEWEST:
            return None
        ground = CaseGround(
            self.staff.by_queue[QUEUE],
            self.units,
            self.terms.codes.version,
            self.founded,
            self.terms.until.astimezone(UTC),
        )
        return Cases(self.region.cases, ground, chance_of(self.terms.seed, "cases"))

    def _particular(self, cases: Cases, overtime: Overtime) -> Iterator[object]:
        """The particular calls, and what a reviewer of the access log ought to see."""
        until = self.terms.until.timestamp()
        log = AccessLog(
            chance_of(self.terms.seed, "case log"),
            starts=until - LOGGED.total_seconds(),
            until=until,
        )
        yield from cases.calls(log, overtime)
        many = [self.population.resident(place).person.id for place in range(40)]
        nurses = self.staff.by_queue[QUEUE]
        yield from OddAccesses(nurses, cases.people, many, until=until).made(log, overtime)

    def _leg(self, leg: Leg) -> Iterator[Made]:
        terms, region = self.terms, self.region
        until = terms.until.timestamp()
        chance = chance_of(terms.seed, leg.queue)
        log = AccessLog(chance, starts=until - LOGGED.total_seconds(), until=until)
        duty = self._shifts(leg)
        texts = Texts(region.phrases, region.reasons)
        writer = NoteWriter(Guide(region, self.units), texts, self.names, codes=terms.codes.version)
        calls = LegCalls(
            leg,
            chance=chance,
            floor=Floor(duty, chance),
            population=self.population,
            entries=Entries(writer, log, chance=chance, until=until),
            log=log,
            attendance=Attendance(chance_of(terms.seed, f"attendance {leg.queue}")),
            without_note=Weighted(region.guidance.without_note[leg.queue].items()),
            until=until,
        )
        return calls.made(self.plan.instants(leg, chance))


def made(terms: DemoTerms) -> DemoRegion:
    """The demo region of the terms; equal terms make equal regions."""
    region = published()
    ordinary = terms.calls - (len(region.cases.calls) if terms.calls >= FEWEST else 0)
    plan = arrivals.plan(region, replace(terms, calls=ordinary))
    names = Names(region.generations)
    chance = chance_of(terms.seed, "region")
    founded = instant(plan.starts_at.timestamp() - 60 * 86_400)
    units = tuple(
        Unit(
            id=id_at(founded, chance.getrandbits(ID_BITS)),
            hsa_id=place.hsa_id,
            name=place.name,
            kind=place.kind,
            municipality=place.municipality,
            phone=place.phone,
            hours=place.hours,
        )
        for place in region.units
    )
    return DemoRegion(
        terms=terms,
        region=region,
        plan=plan,
        names=names,
        units=units,
        staff=staff(region, names, seed=terms.seed, at=founded, busier=plan.busier),
        population=Population(
            region,
            names,
            calls=terms.calls,
            seed=terms.seed,
            since=plan.starts_at,
            until=terms.until.astimezone(UTC),
        ),
        founded=founded,
    )
