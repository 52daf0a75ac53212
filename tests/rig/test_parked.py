"""What the mirror gives back may build on rows that only the centre has."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from db.commits import Commit
from db.connect import checkpoint
from db.mirror.outbox import OutboxMirror
from kundcenter.start.reconcile import MirrorTerms, reconcile
from kundcenter.sync.exchange import Exchange
from tests.ground import KEY, MAN, WHOLE, WOMAN, Clock, fill_central
from tests.sync.ground import Centre, a_centre, a_side, shared


@pytest.fixture
def centre(request: pytest.FixtureRequest) -> Iterator[Centre]:
    server = request.getfixturevalue("postgres_server")
    with ExitStack() as stack:
        url = stack.enter_context(server.clone("empty", fill_central))
        yield stack.enter_context(a_centre(url, Clock()))


@pytest.mark.logs("brought back from the mirror")
@pytest.mark.parametrize("sent", [False, True])
def test_a_desk_whose_log_was_lost_opens_and_loses_nothing(
    centre: Centre, tmp_path: Path, sent: bool
) -> None:
    """F37 at a desk with a centre: the log held another desk's person, and a note about them."""
    mirrors: list[OutboxMirror] = []

    def keep(commit: Commit) -> None:
        mirrors[-1].append(commit)

    path = tmp_path / "one.db"
    with ExitStack() as stack:
        one = a_side(stack, path, centre.clock, centre, "ett", committed=keep)
        terms = MirrorTerms(tmp_path / "mirror", KEY, one.device_id, watched=True)
        mirrors.append(reconcile(one.engine, terms)[0])
        one.nurse()
        one.talk(centre)
        checkpoint(one.engine)
        shutil.copy(path, tmp_path / "without-its-log")
        other = a_side(stack, tmp_path / "two.db", centre.clock, centre, "två")
        other.talk(centre)
        other.takes("nurse")
        other.person(WOMAN)
        other.talk(centre)
        one.talk(centre)
        entry = one.desk.journal.write(one.person_of(WOMAN), WHOLE).the("entry")
        one.desk.journal.sign(entry, upon=1)
        one.person(MAN)  # which builds on nothing that is gone
        if sent:
            one.talk(centre)
        mirrors[-1].close()
        one.engine.dispose()
        for name in ("one.db-wal", "one.db-shm"):
            (tmp_path / name).unlink(missing_ok=True)
        shutil.copy(tmp_path / "without-its-log", path)

        mirror, agreement = reconcile(one.engine, terms)
        mirror.close()
        assert (agreement.replayed, agreement.parked) == (3, 2)  # the note, and its signature
        assert len(shared(one.engine)["people"]) == 1
        one.exchange = Exchange(one.local)
        one.talk(centre)
        other.talk(centre)
        assert shared(one.engine) == shared(centre.engine) == shared(other.engine)
        assert [row["signed_at"] is not None for row in shared(one.engine)["entry_versions"]] == [
            True
        ]
        assert one.local.waiting().count == 0
