"""What the list of destinations says, in words: of the routes, the rules and the directory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.calendar import local
from kundcenter.domain.journal import Note
from kundcenter.domain.routing.destinations import Destination, Excluded, Routes
from kundcenter.domain.routing.rules import RuleSet
from kundcenter.domain.routing.why import Why, WhyCode
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.unit_cards import UnitCard
from ui.opening_words import opening_badge
from ui.panels.where_rows import Offer
from ui.referral_words import outcome_words
from ui.times import clock, lately


@dataclass(frozen=True, slots=True)
class Shown:
    """All that stands in the panel."""

    offers: tuple[Offer, ...] = ()
    left_out: tuple[str, ...] = ()
    redirects: tuple[str, ...] = ()
    further: int = 0
    missing: str = ""
    rules: str = ""
    source: str = ""


def title_of(each: Destination, codes: CodeSet) -> str:
    """ "Närakut: Närakuten Bra Liv, Jönköping"."""
    words = outcome_words(each.outcome, codes)
    if each.unit is None:
        return words
    unit = each.unit.unit
    return f"{words}: {unit.name}, {unit.municipality}"


def shown_of(
    routes: Routes, rules: RuleSet | None, codes: CodeSet, note: Note, now: datetime
) -> Shown:
    """What the panel says of the routes for the note as it stands."""
    rank = routes.rank(note.outcome, note.unit_id)
    return Shown(
        offers=tuple(
            _offer(each, codes, chosen=place == rank)
            for place, each in enumerate(routes.destinations, 1)
        ),
        left_out=tuple(map(_left_out, routes.excluded)),
        redirects=tuple(
            _left_out(each) for each in routes.excluded if each.why.code is WhyCode.REDIRECTED
        ),
        further=routes.further,
        missing=_sentences(routes.whys),
        rules=_rules(routes, rules),
        source=_source(routes, now),
    )


def _sentences(whys: tuple[Why, ...]) -> str:
    return "".join(f"{why.sentence()}. " for why in whys).rstrip()


def _left_out(each: Excluded) -> str:
    return f"{each.unit.unit.name}: {each.why.sentence()}."


def _offer(each: Destination, codes: CodeSet, *, chosen: bool) -> Offer:
    badge = opening_badge(each.opening, each.arrives_at) if each.opening is not None else None
    arrival = ""
    if each.unit is not None:
        words = QCoreApplication.translate("WhereWords", "Framme cirka {time}")
        arrival = words.format(time=clock(each.arrives_at))
    return Offer(
        title=title_of(each, codes),
        reasons=tuple(why.sentence() for why in each.whys),
        open=badge,
        arrival=arrival,
        age=_age(each.unit) if each.unit is not None else "",
        chosen=chosen,
    )


def _age(card: UnitCard) -> str:
    if card.changed_at is None:
        return QCoreApplication.translate("WhereWords", "Uppgifternas ålder är okänd")
    words = QCoreApplication.translate("WhereWords", "Uppgifter från {day}")
    return words.format(day=local(card.changed_at).date().isoformat())


def _rules(routes: Routes, rules: RuleSet | None) -> str:
    if rules is None or not routes.rules_number:
        return QCoreApplication.translate("WhereWords", "Inga regler är publicerade.")
    if rules.demonstration:
        words = QCoreApplication.translate("WhereWords", "Regler nr {number}, demonstration.")
    else:
        words = QCoreApplication.translate("WhereWords", "Regler nr {number}.")
    return words.format(number=routes.rules_number)


def _source(routes: Routes, now: datetime) -> str:
    translate = QCoreApplication.translate
    if routes.as_of is None:
        return translate("WhereWords", "Förslag, inget beslut. Hur gammal katalogen är är okänt.")
    words = translate("WhereWords", "Förslag, inget beslut. Katalogen ändrades senast {time}.")
    return words.format(time=lately(routes.as_of, now))
