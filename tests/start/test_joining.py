"""A desk whose settings name a centre keeps what it touches; one that is alone does not."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select, text

from db.commits import Commit
from db.connect import IMMEDIATE
from db.exchange_tables import touched
from db.local import DESK_EPOCH, mark
from kundcenter.start.opening import OpenDesk
from kundcenter.start.settings_file import SETTINGS
from tests.ground import PASSWORD
from tests.profiles import make_profile, opened

CENTRE = '[centre]\nurl = "https://centre.example.com"\n'


def work(desk: OpenDesk) -> None:
    desk.desk.operators.begin("admin", "Test Administratör", PASSWORD)
    desk.desk.sessions.sign_in("admin", PASSWORD)
    desk.desk.choices.set("theme", "dark")


def touches_of(desk: OpenDesk) -> int:
    with desk.engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(touched)).scalar_one()


def test_a_desk_that_is_alone_has_no_side_of_an_exchange(tmp_path: Path) -> None:
    with opened(make_profile(tmp_path / "profile")) as desk:
        work(desk)
        assert desk.local is None
        assert desk.desk.link is None
        assert touches_of(desk) == 0


def test_a_desk_with_a_centre_keeps_what_its_verbs_touch(tmp_path: Path) -> None:
    folder = make_profile(tmp_path / "profile")
    opened(folder).close()
    (folder / SETTINGS).write_text(CENTRE, encoding="utf-8")
    with opened(folder) as desk:
        work(desk)
        assert desk.local is not None
        assert desk.local.waiting().count == len(desk.local.operations(0, 99)) > 0
        assert desk.desk.link is not None
        assert desk.desk.link.marks()
        assert touches_of(desk) > 0
        with desk.engine.connect() as connection:  # every touch is some operation's
            unclaimed = connection.execute(text("SELECT count(*) FROM sync_touched WHERE n = 0"))
            assert unclaimed.scalar() == 0


def test_a_desk_that_has_spoken_with_a_centre_is_never_its_own_again_unawares(
    tmp_path: Path,
) -> None:
    folder = make_profile(tmp_path / "profile")
    with opened(folder) as desk, desk.engine.execution_options(**IMMEDIATE).begin() as connection:
        mark(connection, DESK_EPOCH, "01890000-0000-7000-8000-00000000e001")
    for broken in ("", "[centre\n"):
        (folder / SETTINGS).write_text(broken, encoding="utf-8")
        with opened(folder) as desk:
            assert desk.local is not None


def test_whoever_follows_is_told_of_every_commit_after_the_mirror(tmp_path: Path) -> None:
    told: list[Commit] = []
    with opened(make_profile(tmp_path / "profile")) as desk:
        desk.followers.append(told.append)
        work(desk)
        desk.desk.choices.set("theme", "light")
        assert [commit.operation.kind for commit in told if commit.operation][-1] == "choices.set"
        assert desk.mirror.trouble is None
    with opened(tmp_path / "profile") as again:
        assert again.report.agreement.replayed == 0
        assert again.report.agreement.mirrored == 0
