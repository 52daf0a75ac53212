"""A desk whose settings name its centre no longer says so, and how much waits for it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from db.connect import IMMEDIATE
from db.local import DESK_EPOCH, mark
from kundcenter.changes import Changes
from kundcenter.domain.link import NO_CENTRE, Phase
from kundcenter.start.settings_file import SETTINGS
from kundcenter.start.unlinked import tell_unlinked
from tests.ground import PASSWORD, Clock
from tests.profiles import make_profile, opened
from tests.start.test_joining import CENTRE, work
from ui.dialogs.link_details import advice
from ui.link import LinkView
from ui.link_words import link_badge
from ui.tasks import Tasks
from ui.theme.colours import ToneName


def test_it_is_said_in_the_status_bar_with_what_waits(tmp_path: Path, qtbot: QtBot) -> None:
    folder = make_profile(tmp_path / "profile")
    with opened(folder) as desk, desk.engine.execution_options(**IMMEDIATE).begin() as connection:
        mark(connection, DESK_EPOCH, "01890000-0000-7000-8000-00000000e001")
    (folder / SETTINGS).write_text(CENTRE, encoding="utf-8")
    with opened(folder) as desk:
        work(desk)
    (folder / SETTINGS).unlink()
    with opened(folder) as desk:
        assert desk.local is not None
        waits = desk.local.waiting().count
        tasks, view = Tasks(), LinkView()
        try:
            tell_unlinked(desk, tasks, view)
            qtbot.waitUntil(lambda: view.state.code == NO_CENTRE)
            assert (view.state.phase, view.state.waiting.count) == (Phase.STOPPED, waits)
            badge = link_badge(view.state, Clock()())
            assert badge.text == f"Ingen central är inställd – {waits} poster väntar"
            assert badge.tone is ToneName.DANGER
            assert "inte längre står i inställningarna" in advice(view.state, Clock()())
            desk.desk.sessions.sign_in("admin", PASSWORD)  # and it counts on
            tasks.changed.emit(Changes())
            more = desk.local.waiting().count
            assert more > waits > 0
            qtbot.waitUntil(lambda: view.state.waiting.count == more)
        finally:
            tasks.close()
