"""The feed is made shorter, and a desk that was away for too long is filled anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.wire import Pull, pack, unpack
from tests.ground import WHOLE, WOMAN
from tests.sync.ageing_ground import (
    TEAM,
    Three,
    age,
    agrees,
    compact,
    ids,
    later,
    many,
    signed_entry,
    told,
    unsigned_entry,
)
from tests.sync.ground import Centre, Side


def oldest(centre: Centre, bucket: str = TEAM) -> int:
    with centre.engine.connect() as connection:
        query = text("SELECT oldest FROM centre_buckets WHERE id = :b")
        return int(connection.execute(query, {"b": bucket}).scalar_one())


def refilled(side: Side, centre: Centre) -> set[str]:
    """The buckets that were filled anew while the desk said and heard all there is."""
    found: set[str] = set()
    side.exchange.look()
    while side.step(centre) is not None:
        found |= side.local.filling()
    return found


def test_a_desk_that_was_away_for_a_month_goes_on_where_it_was(team_of_two: Three) -> None:
    centre, one, other = team_of_two
    person = one.person(WOMAN)
    told(centre, one, other)
    for _ in range(5):
        later(centre, 50)
        for language in ("polska", ""):
            one.desk.people.note_language(person, language)
            one.talk(centre)
        other.talk(centre)
    later(centre, 30)
    one.desk.people.note_language(person, "finska")
    assert compact(centre) > 0
    one.talk(centre)
    assert oldest(centre) > 0
    assert refilled(other, centre) == set()
    agrees(centre, one, other)


def test_a_desk_that_was_away_for_very_long_is_filled_anew_and_tells_its_own_first(
    team_of_two: Three,
) -> None:
    centre, one, other = team_of_two
    many(one, 60)
    person = one.person(WOMAN)
    told(centre, one, other)
    kept = other.desk.journal.write(person, WHOLE).the("entry")  # and then it is put away
    later(centre, 91)
    age(centre)
    later(centre, 181)
    one.desk.people.register_unidentified("Ny person")
    one.talk(centre)
    age(centre)
    assert compact(centre) > 60
    said = []
    other.exchange.look()
    while True:
        ask = other.exchange.ask()
        said.append(ask.path.value)
        other.exchange.hear(centre.answer(other.device_id, ask))
        if ask.path.value == "wait":
            break
    assert said.index("push") < said.index("pull")
    assert kept in ids(other, "entries")
    told(centre, one, other)
    assert len(ids(other, "people")) == 2
    agrees(centre, one, other)


def test_only_the_bucket_that_is_too_far_behind_is_filled_anew(team_of_two: Three) -> None:
    centre, one, other = team_of_two
    person = one.person(WOMAN)
    told(centre, one, other)
    for language in ("polska", "finska"):
        one.desk.people.note_language(person, language)
        one.talk(centre)
    later(centre, 200)
    assert compact(centre) > 0
    assert oldest(centre, "ref") == 0
    assert refilled(other, centre) == {TEAM}
    agrees(centre, one, other)


def test_what_is_in_force_is_never_deleted(team_of_two: Three) -> None:
    centre, one, other = team_of_two
    signed_entry(one, one.person(WOMAN))
    unsigned_entry(other)
    told(centre, one, other)
    later(centre, 91)
    age(centre)
    later(centre, 1000)
    assert compact(centre) > 0
    with centre.engine.connect() as connection:
        lost = connection.execute(
            text(
                "SELECT count(*) FROM centre_current c WHERE past_at IS NULL AND NOT EXISTS "
                "(SELECT 1 FROM centre_feed f WHERE f.bucket = c.bucket AND f.seq = c.seq "
                "AND f.body IS NOT NULL)"
            )
        ).scalar_one()
    assert lost == 0
    assert compact(centre) == 0


@pytest.mark.parametrize("when", ["before the first page", "between two pages", "after the last"])
def test_the_feed_is_shortened_while_a_desk_reads_it(team_of_two: Three, when: str) -> None:
    centre, one, other = team_of_two
    person = one.person(WOMAN)
    one.talk(centre)
    for language in ("polska", "finska", "polska", "finska", "ryska"):
        one.desk.people.note_language(person, language)
        one.talk(centre)
    later(centre, 200)
    one.desk.people.note_language(person, "franska")
    one.talk(centre)
    other.exchange.look()
    pages = 0
    for _ in range(300):
        ask = other.exchange.ask()
        body = ask.body
        if ask.path is Where.PULL:
            if pages == {"before the first page": 0, "between two pages": 2}.get(when):
                assert compact(centre) > 0
            asked = unpack(body, Pull)
            body = pack(Pull(asked.cursors, asked.through, asked.whole, 2))
            pages += 1
        other.exchange.hear(centre.answer(other.device_id, replace(ask, body=body)))
        if ask.path is Where.WAIT:
            break
    if when == "after the last":
        assert compact(centre) > 0
        told(centre, other)
    assert ids(other, "people") == {person}
    agrees(centre, one, other)
