"""`kundcenter route`: where a need leads, by the directory and the rules of the profile.

Nothing is written, nobody is asked for by name, and no password is needed: the directory tells of
no patient.  The sentences are those of the workstation, in Swedish.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from kundcenter.cli.profile_commands import DONE, add_json, attempted, home, source_of
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from kundcenter.domain.routing.destinations import Destination, Routes
    from kundcenter.domain.routing.need import Need
    from kundcenter.domain.routing.why import Why
    from kundcenter.domain.triage import CodeSet
    from kundcenter.domain.unit_cards import UnitCard
    from kundcenter.start.where_to import KnownPlaces

NOT_UNDERSTOOD = 2
OLDEST = 130
_NOT_TEXT = re.compile("[\ud800-\udfff]")  # bytes of the command line that were none
FIRST_YEAR, LAST_YEAR = 2005, 2199  # as in domain.routing.text; a test holds them equal
EXIT_CODES = (
    "Slutkod: 0 besvarat, 2 frågan går inte att förstå, 3 inte gjort.",
    "Exit code: 0 answered, 2 the question cannot be understood, 3 not done.",
)


class _Unclear(Exception):
    """What was asked cannot be understood; the sentence says why."""


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `route` to the program's commands."""
    route = commands.add_parser(
        "route",
        help=say("vart: hänvisningsmål i ordning, med skäl", "where to: destinations and reasons"),
        description=say(
            "Visar vart ett behov leder enligt profilens katalog och regler: vad som är öppet när"
            " patienten är framme, varför, och vad som är uteslutet. Ett förslag: sjuksköterskan"
            " bestämmer. Inget skrivs, och ingen uppgift om någon patient läses.",
            "Shows where a need leads by the directory and the rules of the profile: what is open"
            " when the patient arrives, why, and what is left out. A proposal: the nurse decides."
            " Nothing is written, and nothing about a patient is read.",
        ),
        epilog=say(*EXIT_CODES),
    )
    route.add_argument(
        "--urgency",
        required=True,
        metavar=say("KOD", "CODE"),
        help=say("hur bråttom: U0–U6 eller UX", "how urgent: U0–U6 or UX"),
    )
    route.add_argument(
        "--age",
        type=_age,
        metavar=say("ÅR", "YEARS"),
        help=say("patientens ålder; annars okänd", "the patient's age; otherwise unknown"),
    )
    route.add_argument(
        "--listed",
        default="",
        metavar=say("ENHET", "UNIT"),
        help=say(
            "där patienten är listad: HSA-id eller namn", "where they are listed: HSA-id or name"
        ),
    )
    route.add_argument(
        "--at",
        type=_instant,
        metavar=say("TID", "TIME"),
        help=say(
            "när, ÅÅÅÅ-MM-DDTHH:MM på en svensk klocka (nu)",
            "when, YYYY-MM-DDTHH:MM on a Swedish clock (now)",
        ),
    )
    route.add_argument(
        "--reason",
        default="",
        metavar=say("KOD", "CODE"),
        help=say("kontaktorsakens kod, som FEBER", "the contact reason's code, such as FEBER"),
    )
    route.add_argument(
        "--municipality",
        default="",
        metavar=say("KOMMUN", "NAME"),
        help=say("där patienten är nu", "where the patient is now"),
    )
    route.add_argument("--sex", choices=("K", "M"), help=say("kvinna eller man", "woman or man"))
    route.add_argument(
        "--region",
        default="",
        metavar=say("REGION", "REGION"),
        help=say("om patienten är listad i en annan region", "if listed in another region"),
    )
    add_json(route)
    route.set_defaults(run=run_route)


def run_route(arguments: argparse.Namespace) -> int:
    """Exit codes: 0, 2 and 3, as in EXIT_CODES."""
    try:
        return attempted(lambda: _route(arguments), as_json=arguments.json)
    except _Unclear as unclear:
        print(unclear, file=sys.stderr)
        return NOT_UNDERSTOOD


def _route(arguments: argparse.Namespace) -> int:
    from kundcenter.domain.routing.route import route
    from kundcenter.start.desk import published_codes
    from kundcenter.start.opening import open_desk, open_profile
    from kundcenter.start.settings_file import SETTINGS, read_settings
    from kundcenter.start.where_to import known_places

    codes = published_codes()
    latest = codes[max(codes)]
    _known(arguments, latest)
    at = arguments.at or datetime.now(UTC)
    with open_profile(home(arguments)) as profile:
        terms = read_settings(profile.folder / SETTINGS).guiding
        opened = open_desk(profile, source_of(profile))
        try:
            places = known_places(opened.engine, at)
        finally:
            opened.close()
    need = _need(arguments, at, places)
    routes = route(
        need,
        places.ground,
        places.redirects,
        places.rules,
        way_minutes=terms.way_minutes,
        within=latest.deadlines,
    )
    if arguments.json:
        print(json.dumps(_told(routes, places), ensure_ascii=False))
    else:
        _tell(routes, places)
    return DONE


def _known(arguments: argparse.Namespace, codes: CodeSet) -> None:
    """Refuse codes that nobody knows and bytes that are no text, before any key is asked for."""
    typed = (arguments.listed, arguments.region, arguments.municipality, arguments.reason)
    if any(_NOT_TEXT.search(each) for each in (*typed, arguments.urgency)):
        raise _Unclear(say("Ett argument är ingen text.", "An argument is no text."))
    for given, those, unknown in (
        (
            arguments.urgency,
            codes.urgencies,
            say("{code} är ingen brådskegrad: {those}.", "{code} is no urgency: {those}."),
        ),
        (
            arguments.reason,
            codes.reasons,
            say("{code} är ingen kontaktorsak: {those}.", "{code} is no contact reason: {those}."),
        ),
    ):
        known = [each.code for each in those]
        if given and given.upper() not in known:
            raise _Unclear(unknown.format(code=given, those=", ".join(known)))
    if not arguments.urgency:
        raise _Unclear(say("Brådskegraden är tom.", "The urgency is empty."))


def _need(arguments: argparse.Namespace, at: datetime, places: KnownPlaces) -> Need:
    from kundcenter.domain.identity import Sex
    from kundcenter.domain.routing.need import Need

    town = " ".join(arguments.municipality.split())
    return Need(
        urgency=arguments.urgency.upper(),
        at=at,
        age=arguments.age,
        sex=Sex(arguments.sex) if arguments.sex else None,
        reason=arguments.reason.upper(),
        listed=_unit(arguments.listed, places).id if arguments.listed.strip() else None,
        municipality=town,
        region=arguments.region,
    )


def _unit(named: str, places: KnownPlaces) -> UnitCard:
    """The unit with the HSA-id or the name; one whose name begins so, if there is but one."""
    from kundcenter.domain.units import hsa_key

    found = places.ground.by_hsa.get(hsa_key(named))
    if found is not None:
        return found
    wanted = " ".join(named.split()).casefold()
    names = [(card.unit.name.casefold(), card) for card in places.ground.cards]
    some = [card for name, card in names if name == wanted]
    some = some or [card for name, card in names if name.startswith(wanted)]
    if len(some) == 1:
        return some[0]
    if not some:
        raise _Unclear(
            say("Katalogen har ingen enhet {name}.", "The directory has no unit {name}.").format(
                name=named
            )
        )
    told = ", ".join(f"{card.unit.name} ({card.unit.hsa_id})" for card in some[:5])
    several = say("Flera enheter heter så: {units}.", "Several units are called so: {units}.")
    raise _Unclear(several.format(units=told))


def _told(routes: Routes, places: KnownPlaces) -> dict[str, Any]:
    return {
        "rules": routes.rules_number,
        "rules_title": places.rules.title if places.rules else None,
        "demonstration": places.rules is not None and places.rules.demonstration,
        "as_of": _clock(routes.as_of),
        "whys": [_why(each) for each in routes.whys],
        "destinations": [
            {"rank": rank, **_destination(each)}
            for rank, each in enumerate(routes.destinations, start=1)
        ],
        "excluded": [
            {"unit": _named(each.unit), "why": _why(each.why)} for each in routes.excluded
        ],
        "further": routes.further,
    }


def _destination(found: Destination) -> dict[str, Any]:
    opening = found.opening
    return {
        "outcome": found.outcome,
        "rule": found.rule,
        "unit": _named(found.unit) if found.unit else None,
        "arrives_at": _clock(found.arrives_at),
        "opening": opening
        and {
            "state": opening.state,
            "closes_at": _clock(opening.closes_at),
            "opens_at": _clock(opening.opens_at),
            "comment": opening.comment,
        },
        "whys": [_why(each) for each in found.whys],
    }


def _named(card: UnitCard) -> dict[str, str]:
    return {"hsa_id": card.unit.hsa_id, "name": card.unit.name}


def _why(reason: Why) -> dict[str, Any]:
    return {"code": reason.code, "facts": dict(reason.facts), "sentence": reason.sentence()}


def _clock(at: datetime | None) -> str | None:
    """On a Swedish clock, with its distance from UTC."""
    from kundcenter.domain.calendar import local

    return None if at is None else local(at).isoformat(timespec="minutes")


def _tell(routes: Routes, places: KnownPlaces) -> None:
    """The same for a reader."""
    for each in routes.whys:
        print(f"! {each.sentence()}")
    for rank, found in enumerate(routes.destinations, start=1):
        name = f" {found.unit.unit.name} ({found.unit.unit.hsa_id})" if found.unit else ""
        print(f"{rank}. {found.outcome}{name}")
        for each in found.whys:
            print(f"   - {each.sentence()}")
    for left in routes.excluded:
        print(f"× {left.unit.unit.name}: {left.why.sentence()}")
    if places.rules:
        sentence = say("Regler {number}: {title}", "Rules {number}: {title}")
        print(sentence.format(number=places.rules.number, title=places.rules.title))


def _age(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 3 and int(text) <= OLDEST:
        return int(text)
    sentence = say("{text} är ingen ålder, 0–{oldest}", "{text} is no age, 0–{oldest}")
    raise argparse.ArgumentTypeError(sentence.format(text=text, oldest=OLDEST))


def _instant(text: str) -> datetime:
    from kundcenter.domain.calendar import STOCKHOLM

    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or not FIRST_YEAR <= at.year <= LAST_YEAR:
        sentence = say(
            "{text} är ingen tid, skriv ÅÅÅÅ-MM-DDTHH:MM, år {first}–{last}",
            "{text} is no time, YYYY-MM-DDTHH:MM, year {first}–{last}",
        )
        told = sentence.format(text=text, first=FIRST_YEAR, last=LAST_YEAR)
        raise argparse.ArgumentTypeError(told)
    if at.tzinfo:
        return at.astimezone(UTC)
    first, second = (at.replace(tzinfo=STOCKHOLM, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first < second:
        sentence = say(
            "{text} kommer två gånger när klockan ställs om: skriv +02:00 efter för den första,"
            " +01:00 för den andra",
            "{text} comes twice as the clocks change: add +02:00 for the first, +01:00 for the"
            " second",
        )
    elif first > second:
        sentence = say(
            "{text} finns inte: då ställs klockan fram", "{text} does not exist: the clocks go on"
        )
    else:
        return first
    raise argparse.ArgumentTypeError(sentence.format(text=text))
