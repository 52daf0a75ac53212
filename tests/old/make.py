"""Make `desk_NNNN.db`, a small file of the present schema, before the schema changes.

    .venv/bin/python -m tests.old.make

Each file is made once, by the program of its own time, and then kept as it is: it stands for the
files that desks in use have.  Its key is the tests' own.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from uuid import UUID

from db.backup import duplicate
from db.connect import open_local
from db.migrate import HEAD
from kundcenter.domain.access import Role
from kundcenter.domain.drafts import Unsaved
from kundcenter.domain.lines import EndReason
from kundcenter.domain.parts import PartKind
from kundcenter.services.calls import Ring
from tests.ground import ASKED, KEY, NUMBER, WHOLE, Clock, Ground, desk_on, fill_local, opened
from tests.services.service_desk.shift_service_desk import service_desk
from tests.services.shift_beside import alarms, log_review, snippets
from tests.services.shift_bookings import bookings
from tests.services.shift_callbacks import callbacks
from tests.services.shift_cases import cases, decided
from tests.services.shift_freed import freed_times
from tests.services.shift_guiding import directory, on_call, redirects, rules
from tests.services.shift_packs import packs
from tests.services.shift_record import records
from tests.services.shift_referrals import referrals
from tests.services.shift_teleq import teleq
from tests.services.supervision.shift_roster import roster
from tests.services.supervision.shift_supervision import supervision
from tests.services.switchboard.shift_contacts import contacts
from tests.services.switchboard.shift_messages import switchboard

FOLDER = Path(__file__).parent


def work(ground: Ground) -> None:
    """A little of everything that the program of this time can do; the nurse's is the seat."""
    ground.begin()
    unit = ground.unit()
    ground.operator("vaxel", Role.SWITCHBOARD, position="Telefonist")
    ground.operator("nurse", Role.NURSE, Role.SUPERVISOR_NURSE)
    bo = ground.operator("bo", Role.NURSE)
    ground.sign_in("nurse")
    ground.desk.choices.set("text_size", "large")
    person, case = _first_call(ground, unit)
    ground.sign_in("admin")
    log_review(ground)
    packs(ground)
    decided(ground, case)
    rules(ground, unit)
    ground.sign_in("nurse")
    snippets(ground)
    new = directory(ground, unit)
    redirects(ground, unit, new)
    on_call(ground, new)
    _missed_call(ground)
    roster(ground, bo, Role.NURSE)
    supervision(ground, "bo", "nurse")
    _second_call(ground, person, bo)
    ground.desk.sessions.lock()


def _first_call(ground: Ground, unit: UUID) -> tuple[UUID, UUID]:
    """A call with everything in it, to its end; returns whom it was about, and a case."""
    desk = ground.desk
    call = desk.calls.ring(Ring("line-1", number=NUMBER)).the("call")
    desk.calls.answer(call)
    written = records(ground, call, unit)
    referrals(ground, written, call, unit)
    bookings(ground, written, call, unit)
    freed_times(ground, written, call, unit)
    callbacks(ground, written, call, unit)
    teleq(ground, written)
    case = cases(ground, written, call, unit)
    contact = contacts(ground, unit)
    switchboard(ground, written.woman, call, unit, contact)
    service_desk(ground, written.woman, call, unit)
    desk.people.open(written.woman, ASKED)
    part = desk.calls.open_part(call, PartKind.ADVICE).the("part")
    desk.calls.point_part(part, written.woman)
    desk.calls.note_part(part, written.entry)
    signed = desk.journal.write(written.woman, WHOLE, call).the("entry")
    desk.journal.sign(signed, upon=1)
    desk.journal.correct(signed, WHOLE, upon=1, reason="Fel brådska.")
    desk.journal.take_print(signed, "Patienten")
    alarms(ground, call)
    desk.calls.end(call, EndReason.CALLER, 120)
    desk.calls.extend_wrap_up(call, 60)
    desk.calls.ready(call)
    desk.calls.close(call)
    return written.woman, case


def _missed_call(ground: Ground) -> None:
    """A call that somebody passed on to this desk, and that nobody answered."""
    calls = ground.desk.calls
    reference = str(ground.desk.transfers.mine()[0].id)
    call = calls.ring(Ring("line-2", NUMBER, reference=reference)).the("call")
    calls.end(call, EndReason.ABANDONED)
    calls.mark_handled((call,))


def _second_call(ground: Ground, person: UUID, colleague: UUID) -> None:
    """A call that stays open and is offered to a colleague, with a note and unsaved text."""
    desk = ground.desk
    call = desk.calls.register(NUMBER).the("call")
    part = desk.calls.open_part(call, PartKind.ADVICE).the("part")
    desk.journal.write(person, WHOLE, call, part)
    desk.calls.hand_over(call, colleague, "Väntar på svar.")
    desk.people.register_unidentified("Okänd man")
    desk.drafts.keep(call, part, Unsaved(note=WHOLE, person_id=person, number="880702-23"))


def make(path: Path) -> None:
    """A file with that work in it, without a log beside it."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.db"
        fill_local(draft)
        clock = Clock()
        with opened(open_local(draft, KEY)) as engine:
            work(Ground(desk_on(engine, clock), clock, engine))
        duplicate(draft, KEY, path)


if __name__ == "__main__":
    make(FOLDER / f"desk_{HEAD}.db")
