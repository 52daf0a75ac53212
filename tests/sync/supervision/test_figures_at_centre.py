"""The centre's service notes which figures grow stale, though it may not touch what was counted."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import text

from db.supervision.cell_tables import WATCH
from kundcenter.domain.supervision.queue_calls import Left
from tests.sync.test_grants import Service, open_owner, service, worked

__all__ = ["service"]


def stale(given: Service) -> int:
    with open_owner(given) as owner, owner.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM figure_stale")).scalar_one())


def test_what_is_written_there_is_noted_once_somebody_counts(service: Service) -> None:
    house = service.house
    worked(house)
    assert stale(service) == 0
    with open_owner(service) as owner, owner.begin() as connection:
        mark = "INSERT INTO figure_marks (source, grain, starts, ends) VALUES (:of, 'H', 0, 0)"
        connection.execute(text(mark), {"of": WATCH})
    house.one.desk.calls.register(None)
    house.one.desk.queue_calls.note((Left("line-3", "växel", timedelta(seconds=9)),))
    house.one.talk(house)
    assert {verdict for _, verdict, _ in house.verdicts(house.one)} == {"applied"}
    assert stale(service) > 0
    assert service.refuses("SELECT * FROM figure_marks") == "42501"
    assert service.refuses("DELETE FROM figure_stale") == "42501"
