"""What the subcommands of `kundcenter centre quarantine`, and `centre restored`, do."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from kundcenter.cli.profile_commands import DONE, UNSOUND
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from db.connect import Engine
    from kundcenter.domain.quarantine import Waiting

EPOCHS = "epochs"  # beside centre.toml: every epoch that was ever begun here


def list_(arguments: argparse.Namespace) -> int:
    """What waits: nothing of it says who the patient was."""
    from db.sync.quarantine import SqlQuarantine
    from kundcenter.start.desk import utc_now

    with _opened(arguments) as engine:
        waiting = SqlQuarantine(engine).waiting()
    now = utc_now()
    if arguments.json:
        print(json.dumps([_told(each) for each in waiting]))
        return DONE
    for each in waiting:
        line = "{id}  {device} {n}  {verb}  {code}  {due}  {owner}"
        print(
            line.format(
                id=each.id,
                device=each.device,
                n=each.n,
                verb=each.verb or "?",
                code=each.code,
                due=_due(each, late=each.overdue(now)),
                owner=each.owner or say("ingen ser till den", "nobody sees to it"),
            )
        )
    return DONE


def show(arguments: argparse.Namespace) -> int:
    """What one has to know to judge it, and its contents when they are asked for by name."""
    from db.sync.quarantine import SqlQuarantine

    with _opened(arguments) as engine:
        quarantine = SqlQuarantine(engine)
        found = quarantine.one(arguments.id)
        body = quarantine.contents(arguments.id) if arguments.yes_show_contents else None
    contents = None if body is None else body.decode("utf-8", "backslashreplace")
    if arguments.json:
        print(json.dumps(_told(found) | ({} if contents is None else {"contents": contents})))
        return DONE
    for name, value in _told(found).items():
        print(f"{name}: {value}")
    if contents is None:
        line = say(
            "Innehållet kan vara patientuppgifter: --yes-show-contents visar det.",
            "Its contents may be patient data: --yes-show-contents shows them.",
        )
        print(line)
    else:
        print(contents)
    return DONE


def own(arguments: argparse.Namespace) -> int:
    """Somebody sees to it from now on."""
    from db.sync.quarantine import SqlQuarantine

    with _opened(arguments) as engine:
        SqlQuarantine(engine).own(arguments.id, arguments.owner)
        found = SqlQuarantine(engine).one(arguments.id)
    if arguments.json:
        print(json.dumps(_told(found)))
    return DONE


def drive(arguments: argparse.Namespace) -> int:
    """Carry out what was named; what fails again stays where it is, and says why."""
    from db.sync.central import SqlCentral
    from db.sync.quarantine import SqlQuarantine
    from kundcenter.domain.devices import DeviceUnknown
    from kundcenter.start.desk import published_codes, utc_now
    from kundcenter.sync.redriving import Redriving

    with _opened(arguments) as engine:
        quarantine = SqlQuarantine(engine)
        central = SqlCentral(engine, published_codes())
        if arguments.id:
            chosen = [quarantine.one(id) for id in arguments.id]
        else:
            chosen = [each for each in quarantine.waiting() if not each.resolved]
        if arguments.device is not None:
            named = arguments.device
            devices = [each.id for each in central.devices() if named in {each.name, str(each.id)}]
            if len(devices) != 1:
                raise DeviceUnknown(count=len(devices))
            chosen = [each for each in chosen if each.device_id == devices[0]]
        ids = {(each.device_id, each.n): each for each in chosen}
        said = Redriving(central, utc_now).drive_all(
            ids, vouched=arguments.vouch, though_resolved=arguments.though_resolved
        )
    failed = [each for each in said if not each.done]
    if arguments.json:
        told = [
            {
                "id": str(ids[each.device_id, each.n].id),
                "done": each.done,
                "code": each.code,
                "facts": each.facts,
            }
            for each in said
        ]
        print(json.dumps(told))
        return UNSOUND if failed else DONE
    line = say("Genomförda: {n}", "Carried out: {n}")
    print(line.format(n=len(said) - len(failed)))
    for each in failed:
        at = ids[each.device_id, each.n]
        print(f"{at.id}  {at.device} {at.n}  {at.verb or '?'}  {each.code}")
    return UNSOUND if failed else DONE


def restored(arguments: argparse.Namespace) -> int:
    """Another epoch from now on, which all desks go over to."""
    from db.faults import translated
    from db.sync.refounding import refound
    from kundcenter.centre.config import driver_url, read_config
    from kundcenter.centre.founding import open_founded

    database = (
        driver_url(arguments.database)
        if arguments.database
        else read_config(arguments.config).database
    )
    kept = arguments.config.absolute().parent / EPOCHS
    engine = open_founded(database, connections=1)
    try:
        with translated(), engine.begin() as connection:
            made = refound(connection, (*_epochs(kept), *arguments.earlier))
            _keep(kept, (*made.earlier, made.epoch))
    finally:
        engine.dispose()
    if arguments.json:
        told = {"epoch": str(made.epoch), "earlier": [str(each) for each in made.earlier]}
        print(json.dumps(told))
        return DONE
    lines = (
        say("Centralen har en ny epok: {epoch}", "The centre has another epoch: {epoch}"),
        say(
            "Skrivborden skickar igen det som kopian saknar när tjänsten startar.",
            "When the service starts, the desks send again what the copy lacks.",
        ),
        say(
            "Se efter `centre status` och `centre quarantine list` när alla har hörts av.",
            "Look at `centre status` and `centre quarantine list` when all have been heard of.",
        ),
    )
    for line in lines:
        print(line.format(epoch=made.epoch))
    return DONE


VERBS: dict[str, Callable[[argparse.Namespace], int]] = {
    "list": list_,
    "show": show,
    "own": own,
    "drive": drive,
    "restored": restored,
}


@contextmanager
def _opened(arguments: argparse.Namespace) -> Iterator[Engine]:
    from kundcenter.centre.config import read_config
    from kundcenter.centre.founding import open_founded

    engine = open_founded(read_config(arguments.config).database)
    try:
        yield engine
    finally:
        engine.dispose()


def _told(each: Waiting) -> dict[str, object]:
    return {
        "id": str(each.id),
        "device": each.device,
        "device_id": str(each.device_id),
        "n": each.n,
        "verb": each.verb,
        "code": each.code,
        "since": each.since.isoformat(),
        "due_at": each.due_at.isoformat(),
        "owner": each.owner,
        "again": each.again,
        "resolved": each.resolved,
    }


def _due(each: Waiting, *, late: bool) -> str:
    from kundcenter.domain.calendar import local

    if each.resolved:
        return say("löst av någon", "resolved by somebody")
    at = f"{local(each.due_at):%Y-%m-%d %H:%M}"
    if late:
        return say("försenad sedan {at}", "overdue since {at}").format(at=at)
    return say("senast {at}", "due {at}").format(at=at)


def _epochs(path: Path) -> tuple[UUID, ...]:
    """Those that were written down when the centre was put back before."""
    try:
        return tuple(map(UUID, path.read_text(encoding="ascii").split()))
    except (OSError, ValueError):
        return ()


def _keep(path: Path, epochs: tuple[UUID, ...]) -> None:
    """Write them down: a copy from before this knows nothing of it.  Raises FolderUnfit."""
    from kundcenter.adapters.durable_files import write_durably
    from kundcenter.centre.founding import FolderUnfit

    try:
        write_durably(path, "".join(f"{each}\n" for each in epochs).encode())
    except OSError as error:
        raise FolderUnfit(why=type(error).__name__) from None
