"""The demo region's cases: each as the verbs would have made it, before the region's end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from kundcenter.demo.chance import ID_BITS, chance_of, id_at
from kundcenter.demo.matters import Matter
from kundcenter.demo.people import Population, Resident
from kundcenter.domain.calendar import local
from kundcenter.domain.case_codes import (
    FEEDBACK,
    AnswerBy,
    CaseAct,
    CaseChannel,
    CaseKind,
    Complainant,
    Stage,
)
from kundcenter.domain.case_states import timed
from kundcenter.domain.case_terms import CATEGORIES, TIMES, CaseTerms
from kundcenter.domain.cases import Case, CaseFacts, CaseStep
from kundcenter.domain.operators import Operator
from kundcenter.domain.units import Unit

RELATIVE = "Kim Exempel"
EMAIL = "kim@example.com"
_HANDED = "Lämnat till vårdgivaren med patientens samtycke"
_CHANNEL = {CaseKind.ADVICE: CaseChannel.CHAT, CaseKind.E_SERVICE: CaseChannel.E_SERVICE}
_LOOKED_INTO = {Stage.INVESTIGATED, Stage.ASKED, Stage.ANSWERED, Stage.CLOSED}
_SOON = timedelta(hours=3)  # what came this lately has not been seen to
_STEPS = 8  # more than any of them has had


@dataclass(frozen=True, slots=True)
class CaseFileGround:
    """Who takes them in, who handles them, and whom they are about; `until` is the end."""

    units: tuple[Unit, ...]
    takers: tuple[Operator, ...]
    handler: Operator
    people: Population
    founded: datetime
    until: datetime
    seed: int


@dataclass(slots=True)
class CaseFile:
    """Makes the values, each after those that it refers to."""

    matters: tuple[Matter, ...]
    ground: CaseFileGround
    _chance: Random = field(init=False)

    def __post_init__(self) -> None:
        self._chance = chance_of(self.ground.seed, "cases of the kundcenter")

    def values(self) -> Iterator[object]:
        ground = self.ground
        yield CaseTerms(
            id=self._id(ground.founded),
            number=1,
            categories=CATEGORIES,
            times=TIMES,
            published_at=ground.founded,
            published_by=ground.handler.id,
            comment="Demonstration",
            demonstration=True,
        )
        for number, matter in enumerate(self.matters):
            yield from self._made(matter, number)

    def _made(self, matter: Matter, number: int) -> Iterator[object]:
        ground = self.ground
        at = ground.until - matter.ago
        by = ground.takers[number % len(ground.takers)]
        by_hand = matter.kind in FEEDBACK
        case = Case(
            id=self._id(at),
            care_unit=by.care_unit,
            channel=_CHANNEL.get(matter.kind, CaseChannel.TELEPHONE),
            received_at=at,
            registered_at=at,
            registered_by=by.id,
            facts=self._facts(matter),
            stage=Stage.REGISTERED,
            stage_at=at,
            service=matter.service,
            source="" if by_hand else f"DEMO-{number + 1:04d}",
            alerted_at=at if matter.injury else None,
        )
        steps = [CaseStep(self._id(at), case.id, at, by.id, CaseAct.REGISTERED)]
        if matter.injury:
            steps.append(CaseStep(self._id(at), case.id, at, by.id, CaseAct.ALERTED))
        for moved, step in self._course(case, matter):
            case = moved
            steps.append(step)
        yield timed(case, TIMES)
        yield from steps

    def _course(self, case: Case, matter: Matter) -> Iterator[tuple[Case, CaseStep]]:
        """How far it came: the steps lie as far apart as there is time for."""
        at, by, stage = case.received_at, self.ground.handler.id, matter.stage
        gap = (self.ground.until - at) / _STEPS
        if case.feedback and case.facts.answerable and gap * _STEPS > _SOON:
            at += gap
            case = replace(case, stage=Stage.CONFIRMED, confirmed_at=at)
            yield self._told(case, at, CaseAct.CONFIRMED)
        if matter.owner:
            at += gap
            case = replace(case, stage=Stage.ASSIGNED, owner=by)
            case, step = self._told(case, at, CaseAct.ASSIGNED)
            yield case, replace(step, owner=by)
        if stage in _LOOKED_INTO:
            at += gap
            case = replace(case, stage=Stage.INVESTIGATED)
            yield self._told(case, at, CaseAct.BEGUN)
        if stage is Stage.ASKED:
            at += gap
            since = local(at).date()
            case = replace(case, stage=stage, paused_since=since, pause_reason=matter.question)
            yield self._told(case, at, CaseAct.ASKED, matter.question)
        if stage in {Stage.ANSWERED, Stage.CLOSED}:
            at += gap
            case = replace(case, stage=Stage.ANSWERED, answered_at=at)
            yield self._told(case, at, CaseAct.ANSWERED, matter.answer)
        if stage is Stage.CLOSED:
            at += gap
            case = replace(case, stage=stage, over_at=at)
            yield self._told(case, at, CaseAct.CLOSED)
        if stage is Stage.HANDED_OVER:
            at += gap
            to = matter.recipient
            case = replace(case, stage=stage, over_at=at, handed_to=to)
            case, step = self._told(case, at, CaseAct.HANDED_OVER, _HANDED)
            yield case, replace(step, recipient=to)

    def _told(
        self, case: Case, at: datetime, act: CaseAct, text: str = ""
    ) -> tuple[Case, CaseStep]:
        """The case as of this step, and the step, by whoever handles it."""
        by_way = case.facts.answer_by if act in _TO_SOMEBODY else AnswerBy.UNSAID
        step = CaseStep(
            self._id(at), case.id, at, self.ground.handler.id, act, text=text, by_way=by_way
        )
        return replace(case, stage_at=at, version=case.version + 1), step

    def _facts(self, matter: Matter) -> CaseFacts:
        anonymous = matter.complainant is Complainant.ANONYMOUS
        someone = None if anonymous else self._resident()
        unit = next((each for each in self.ground.units if each.kind is matter.unit), None)
        by_telephone = matter.answer_by is AnswerBy.TELEPHONE
        before = local(self.ground.until - matter.ago - timedelta(days=1)).date()
        return CaseFacts(
            kind=matter.kind,
            complainant=matter.complainant,
            name=RELATIVE if matter.complainant is Complainant.RELATIVE else "",
            relation=matter.relation,
            consent=matter.consent,
            person=str(someone.person.id) if someone else "",
            number=(someone.number or "") if someone and by_telephone else "",
            email=EMAIL if matter.answer_by is AnswerBy.EMAIL else "",
            answer_by=matter.answer_by,
            event=before.isoformat() if matter.kind is CaseKind.COMPLAINT else "",
            unit=str(unit.id) if unit else "",
            provider=matter.provider,
            words=matter.words,
            summary=matter.summary,
            wanted=matter.wanted,
            child=matter.child,
            injury=matter.injury,
            category=matter.category,
            recipient=matter.recipient,
            heard=matter.heard,
        )

    def _resident(self) -> Resident:
        while True:
            found = self.ground.people.caller(self._chance, self.ground.founded)
            if not found.person.protected:
                return found

    def _id(self, at: datetime) -> UUID:
        return id_at(at, self._chance.getrandbits(ID_BITS))


_TO_SOMEBODY = {CaseAct.CONFIRMED, CaseAct.ASKED, CaseAct.ANSWERED}
