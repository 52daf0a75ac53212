"""What the subcommands of `kundcenter centre` do."""

from __future__ import annotations

import argparse
import json
import logging
import secrets
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from kundcenter.cli.asking import typed
from kundcenter.cli.centre_audit import audit
from kundcenter.cli.centre_care import care_of
from kundcenter.cli.profile_commands import DONE, home, source_of
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from db.connect import Engine
    from kundcenter.centre.founding import Administrator


def init(arguments: argparse.Namespace) -> int:
    """Found a centre, or see that it is whole."""
    from kundcenter.centre.founding import Founding, found
    from kundcenter.start.desk import new_id, published_codes, utc_now

    founded = found(
        Founding(
            arguments.database,
            arguments.dir,
            tuple(arguments.host),
            own_authority=arguments.own_ca,
            port=arguments.port,
            administrator=_administrator(arguments.administrator),
        ),
        published_codes(),
        utc_now(),
        new_id,
    )
    if arguments.json:
        told = {
            "epoch": str(founded.epoch),
            "upgraded": founded.upgraded,
            "certified": founded.certified,
            "config": str(founded.config),
            "authority": str(founded.authority) if founded.authority else None,
            "guarded": founded.guarded,
        }
        print(json.dumps(told))
        return DONE
    print(say("Centralen är grundad.", "The centre is founded."))
    if founded.guarded:
        line = say(
            "Rollen kundcenter_service är gjord i databasen. Låt tjänsten logga in som den.",
            "The role kundcenter_service was made in the database. Let the service sign in as it.",
        )
        print(line)
    if founded.authority:
        line = say("Till skrivborden, med koden: {file}", "For the desks, with the code: {file}")
        print(line.format(file=founded.authority))
    line = say(
        "Starta den: kundcenter centre serve --config {file}",
        "Start it: kundcenter centre serve --config {file}",
    )
    print(line.format(file=founded.config))
    return DONE


def _administrator(user_name: str | None) -> Administrator | None:
    """Who is to be the first administrator; the password is asked for, or read from standard in."""
    from kundcenter.centre.founding import Administrator

    if user_name is None:
        return None
    return Administrator(user_name, user_name, typed(say("Nytt lösenord: ", "New password: ")))


def serve(arguments: argparse.Namespace) -> int:
    """Run the service until it is told to end."""
    from kundcenter.centre.config import read_config
    from kundcenter.centre.limits import POOL
    from kundcenter.centre.server import WithoutTls, bound, is_loopback, server
    from kundcenter.centre.service import Service, Terms
    from kundcenter.start.desk import new_id, published_codes, utc_now

    config = read_config(arguments.config)
    listening = config.listening
    if arguments.insecure_loopback:
        if not is_loopback(listening.host):
            raise WithoutTls
        listening = replace(listening, certificate=None, key=None)
    elif listening.certificate is None:
        raise WithoutTls
    secret = config.secret()
    _log()
    engine = _served(config.database, POOL)
    try:
        terms = Terms(
            secret,
            published_codes(),
            utc_now,
            new_id,
            metrics_for_all=config.metrics_for_all,
            keep=config.keep,
        )
        service = Service(engine, terms)
        socket = bound(listening)
        try:
            port = socket.getsockname()[1]
            running = server(service, listening, announce=lambda: _announce(listening.host, port))
            running.run([socket])
        finally:
            socket.close()
            service.close()
    finally:
        engine.dispose()
    return DONE


def status(arguments: argparse.Namespace) -> int:
    """How the desks and their operations stand."""
    from db.sync.central import SqlCentral
    from db.sync.enrolment import SqlEnrolment
    from db.sync.quarantine import SqlQuarantine
    from kundcenter.centre.config import read_config
    from kundcenter.centre.metrics import lag_of
    from kundcenter.domain.feed import Verdict
    from kundcenter.domain.quarantine import Depth
    from kundcenter.start.desk import published_codes, utc_now

    engine = _opened(read_config(arguments.config).database)
    now = utc_now()
    try:
        central, enrolment = SqlCentral(engine, published_codes()), SqlEnrolment(engine)
        epoch, devices, counts = central.epoch(), central.devices(), central.counts()
        waiting, invitations = central.quarantined(), enrolment.open_invitations(now)
        care = care_of(engine)
        depth = Depth.of(SqlQuarantine(engine).waiting(), now)
    finally:
        engine.dispose()
    verdicts = {each: counts.get(each, 0) for each in Verdict}
    if arguments.json:
        told = {
            "epoch": str(epoch),
            "devices": [
                {
                    "id": str(device.id),
                    "name": device.name,
                    "care_unit": device.care_unit,
                    "state": device.state,
                    "seen_at": device.seen_at.isoformat() if device.seen_at else None,
                    "lag_seconds": lag_of(device, now),
                    "operations": device.heads.operation.n,
                    "accesses": device.heads.access.n,
                    "quarantined": sum(id == device.id for id, _ in waiting),
                }
                for device in devices
            ],
            "verdicts": verdicts,
            "quarantine": len(waiting),
            "quarantine_overdue": depth.overdue,
            "quarantine_oldest_due": depth.oldest_due and depth.oldest_due.isoformat(),
            "open_invitations": invitations,
            **care.told(),
        }
        print(json.dumps(told))
        return DONE
    for device in devices:
        line = say(
            "{name} ({unit}): {state}, {seen}, {n} operationer",
            "{name} ({unit}): {state}, {seen}, {n} operations",
        )
        print(
            line.format(
                name=device.name,
                unit=device.care_unit,
                state=_state(device.state),
                seen=_seen(lag_of(device, now)),
                n=device.heads.operation.n,
            )
        )
    lines = (
        (say("Skrivbord", "Desks"), len(devices)),
        (say("Genomförda operationer", "Operations carried out"), verdicts[Verdict.APPLIED]),
        (say("Nekade anspråk", "Claims turned down"), verdicts[Verdict.REJECTED]),
        (say("I karantän, väntar på någon", "In quarantine, wait for somebody"), len(waiting)),
        (say("Därav försenade", "Of them overdue"), depth.overdue),
        (say("Inbjudningar som gäller", "Invitations still good"), invitations),
    )
    for name, count in lines:
        print(f"{name}: {count}")
    for line in care.lines(now):
        print(line)
    return DONE


def invite(arguments: argparse.Namespace) -> int:
    """Print a code for one desk."""
    from db.sync.enrolment import SqlEnrolment
    from kundcenter.centre.config import read_config
    from kundcenter.domain.enrolment import (
        CODE_BYTES,
        CODE_LIFE,
        Invitation,
        code_hash,
        code_text,
    )
    from kundcenter.start.desk import new_id, utc_now

    engine = _opened(read_config(arguments.config).database)
    code, now = code_text(secrets.token_bytes(CODE_BYTES)), utc_now()
    made = Invitation(
        new_id(), arguments.name, arguments.care_unit, code_hash(code), now, now + CODE_LIFE
    )
    try:
        SqlEnrolment(engine).invite(made)
    finally:
        engine.dispose()
    if arguments.json:
        print(json.dumps({"code": code, "until": made.until.isoformat()}))
        return DONE
    print(code)
    print(_until(made.until), file=sys.stderr)
    return DONE


def enroll(arguments: argparse.Namespace) -> int:
    """Join the profile to a centre."""
    from kundcenter.start.enrolling import Introduction, enrol
    from kundcenter.start.opening import open_profile

    given = Introduction(arguments.url, arguments.code, arguments.ca)
    with open_profile(home(arguments)) as profile:
        enrolled = enrol(profile, source_of(profile), given)
    if arguments.json:
        print(json.dumps({"device": str(enrolled.device_id), "name": enrolled.name}))
        return DONE
    line = say(
        "Skrivbordet är anslutet till centralen som {name} ({unit}).",
        "The desk belongs to the centre as {name} ({unit}).",
    )
    print(line.format(name=enrolled.name, unit=enrolled.care_unit))
    return DONE


def wipe(arguments: argparse.Namespace) -> int:
    """Tell a desk to erase itself; it hears it the next time it speaks with the centre."""
    from db.sync.central import SqlCentral
    from kundcenter.centre.config import read_config
    from kundcenter.domain.devices import DeviceUnknown
    from kundcenter.start.desk import published_codes

    engine = _opened(read_config(arguments.config).database)
    try:
        central = SqlCentral(engine, published_codes())
        named = [each.id for each in central.devices() if each.name == arguments.name]
        if len(named) != 1:
            raise DeviceUnknown(count=len(named))
        with central.batch(named[0]) as batch:
            batch.put_device(batch.device.to_wipe(hostile=arguments.hostile))
    finally:
        engine.dispose()
    print(say("Skrivbordet raderar sig nästa gång det hör av sig.", "The desk has been told."))
    return DONE


VERBS: dict[str, Callable[[argparse.Namespace], int]] = {
    "init": init,
    "serve": serve,
    "status": status,
    "invite": invite,
    "enroll": enroll,
    "wipe": wipe,
    "audit": audit,
}


def _opened(database: str) -> Engine:
    from kundcenter.centre.founding import open_founded

    return open_founded(database)


def _served(database: str, connections: int) -> Engine:
    """The database; one that is away is waited for, while desks are told so."""
    from db.connect import open_central
    from db.faults import StoreAway
    from kundcenter.centre.founding import open_founded

    try:
        return open_founded(database, connections=connections)
    except StoreAway:
        logging.getLogger(__name__).warning("the database is away")
        return open_central(database, connections=connections)


def _announce(host: str, port: int) -> None:
    line = say("Centralen svarar på {host}, port {port}.", "The centre is at {host}, port {port}.")
    print(line.format(host=host, port=port), flush=True)


def _log() -> None:
    """To stderr, where the service manager reads it; masked as at a desk."""
    from kundcenter.logs import MaskingFormatter

    told = logging.StreamHandler()
    told.setFormatter(MaskingFormatter())
    logging.basicConfig(level=logging.INFO, handlers=[told])


def _state(state: str) -> str:
    return {
        "active": say("i bruk", "in use"),
        "frozen": say("fryst: någon måste se på det", "frozen: somebody has to look at it"),
        "wiping": say("ska tömmas", "to be erased"),
        "hostile": say("i orätta händer: ska tömmas", "in wrong hands: to be erased"),
        "gone": say("borttaget", "gone"),
    }[state]


def _seen(lag: float | None) -> str:
    if lag is None:
        return say("har inte hörts av", "not heard of")
    if lag < 120:
        return say("hördes för {n} s sedan", "heard {n} s ago").format(n=round(lag))
    if lag < 7200:
        return say("hördes för {n} min sedan", "heard {n} min ago").format(n=round(lag / 60))
    return say("hördes för {n} h sedan", "heard {n} h ago").format(n=round(lag / 3600))


def _until(until: datetime) -> str:
    from kundcenter.domain.calendar import local

    line = say("Gäller till {at}.", "Good until {at}.")
    return line.format(at=f"{local(until):%Y-%m-%d %H:%M}")
