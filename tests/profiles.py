"""A real profile with a cheap passphrase, and real work in it, for tests of what survives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID, uuid4

from kundcenter.adapters.passphrase import PassphraseSource
from kundcenter.adapters.profile import Profile
from kundcenter.domain.access import Role
from kundcenter.domain.journal import Note
from kundcenter.domain.lines import EndReason
from kundcenter.services.calls import Ring
from kundcenter.start.desk import Desk
from kundcenter.start.opening import OpenDesk, OpeningTerms, open_desk, open_profile
from tests.ground import ASKED, CHEAP, MAN, NUMBER, PASSWORD, WHOLE, identity

PASSPHRASE = "sju våta vantar på tork"
TERMS = OpeningTerms(cost=CHEAP)


def source() -> PassphraseSource:
    return PassphraseSource(PASSPHRASE, cost=CHEAP)


def make_profile(folder: Path) -> Path:
    """A profile with a key and no database yet."""
    Profile.create(folder, source()).close()
    return folder


def opened(folder: Path, terms: OpeningTerms = TERMS) -> OpenDesk:
    """The profile in the folder, with its desk."""
    profile = open_profile(folder)
    try:
        return open_desk(profile, source(), terms)
    except BaseException:
        profile.close()
        raise


def key_of(folder: Path) -> bytes:
    """The key of a profile that nobody has open."""
    with Profile.open(folder, for_restore=True) as profile:
        return bytes(profile.key(source()))


@dataclass(slots=True)
class Shift:
    """A nurse's work at a desk, one acknowledged verb after another."""

    desk: Desk
    done: int = 0
    entries: list[UUID] = field(default_factory=list)

    def begin(self) -> None:
        """The first day: an administrator, a nurse, a patient."""
        desk = self.desk
        desk.operators.begin("admin", "Test Administratör", PASSWORD)
        desk.sessions.sign_in("admin", PASSWORD)
        added = desk.operators.add(
            "nurse",
            "Test Nurse",
            roles=frozenset({Role.NURSE}),
            position="Sjuksköterska",
            care_unit="SE0000000001-DEMO1",
        )
        desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.sessions.sign_out()
        self.resume()
        desk.people.register(identity(MAN), "Test", "Testsson")

    def resume(self) -> None:
        """The nurse signs in, after a restart too."""
        self.desk.sessions.sign_in("nurse", PASSWORD)

    def person(self) -> UUID:
        found = self.desk.people.find(identity(MAN))
        assert found is not None
        return found.id

    def call(self, text: str = "Hosta i tre dagar") -> UUID:
        """One whole call, from ring to closed; returns the signed entry."""
        for _ in self.steps(text):
            pass
        return self.entries[-1]

    def steps(self, text: str) -> Iterator[tuple[str, str]]:
        """The verbs of one call; each is yielded when it has returned, with an id it wrote."""
        desk = self.desk
        call = desk.calls.ring(Ring(f"line-{uuid4()}", number=NUMBER)).the("call")
        yield "rung", str(call)
        desk.calls.answer(call)
        yield "answered", str(call)
        person = self.person()
        desk.people.open(person, ASKED)
        yield "opened", str(person)
        note = Note(history=text)
        entry = desk.journal.write(person, note, call).the("entry")
        self.entries.append(entry)
        yield "written", str(entry)
        for number in (1, 2):
            note = replace(note, history=f"{text}, rad {number}")
            desk.journal.save(entry, note, upon=number)
            yield f"saved{number + 1}", str(entry)
        note = replace(WHOLE, history=text)
        desk.journal.save(entry, note, upon=3)
        yield "saved4", str(entry)
        desk.journal.sign(entry, upon=4)
        yield "signed", str(entry)
        desk.calls.end(call, EndReason.CALLER)
        desk.calls.close(call)
        yield "closed", str(call)
