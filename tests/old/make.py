"""Make `desk_NNNN.db`, a small file of the present schema, before the schema changes.

    .venv/bin/python -m tests.old.make

Each file is made once, by the program of its own time, and then kept as it is: it stands for the
files that desks in use have.  Its key is the tests' own.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from db.backup import duplicate
from db.connect import open_local
from db.migrate import HEAD
from kundcenter.domain.access import Role
from kundcenter.domain.lines import EndReason
from kundcenter.services.calls import Ring
from tests.ground import ASKED, KEY, NUMBER, WHOLE, Clock, Ground, desk_on, fill_local, opened

FOLDER = Path(__file__).parent


def work(ground: Ground) -> None:
    """A little of everything that the program of this time can do."""
    ground.begin()
    ground.unit()
    ground.operator("vaxel", Role.SWITCHBOARD, position="Telefonist")
    ground.operator("nurse", Role.NURSE)
    ground.sign_in("nurse")
    desk = ground.desk
    desk.choices.set("text_size", "large")
    person = ground.person()
    call = desk.calls.ring(Ring("line-1", number=NUMBER)).the("call")
    desk.calls.answer(call)
    desk.people.open(person, ASKED)
    signed = desk.journal.write(person, WHOLE, call).the("entry")
    desk.journal.sign(signed, upon=1)
    desk.journal.correct(signed, WHOLE, upon=1, reason="Fel brådska.")
    desk.journal.take_print(signed, "Patienten")
    desk.calls.end(call, EndReason.CALLER)
    desk.calls.close(call)
    open_call = desk.calls.register(NUMBER).the("call")
    desk.journal.write(person, WHOLE, open_call)
    desk.people.register_unidentified("Okänd man")
    desk.sessions.lock()


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
