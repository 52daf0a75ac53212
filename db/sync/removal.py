"""When most of a large bucket would go at once: nothing goes until an administrator has said so.

What is asked and what has been allowed stands in marks of the desk's file.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping

import msgspec
from sqlalchemy import Connection

from db.local import mark, marked
from kundcenter.domain.feed import REFERENCE, SHARED, team
from kundcenter.domain.link import Removal

log = logging.getLogger(__name__)

LARGE = 100  # rows of a bucket: of fewer, any part may go
ALLOWED = "sync_removal"  # by bucket, how many rows may go, once
ASKED = "sync_removal_asked"
UNIT = "sync_care_unit"  # the desk's own, as the centre told it last
_ANY = -1


def may_go(connection: Connection, bucket: str, size: int, gone: int) -> bool:
    """Whether so many of the bucket's rows may go.  Leave that somebody gave is used up."""
    if size <= LARGE or gone * 2 <= size:
        return True
    allowed = _numbers(connection, ALLOWED)
    most = allowed.pop(bucket, [0])[0]
    if most != _ANY and gone > most:
        return False
    _put(connection, ALLOWED, allowed)
    log.warning("most of a bucket goes, as was allowed: %d rows", gone)
    return True


def allow(connection: Connection, bucket: str, most: int | None) -> None:
    """An administrator has said that the bucket may lose so many rows, or any number, once."""
    allowed = _numbers(connection, ALLOWED)
    _put(connection, ALLOWED, {**allowed, bucket: [_ANY if most is None else most]})


def ask(connection: Connection, removal: Removal, *, whole: bool = False) -> None:
    """Keep the question until there is none any more.  `whole`: the bucket itself is to go."""
    asked = _numbers(connection, ASKED)
    told = [removal.count, removal.size, int(whole)]
    if asked.get(removal.bucket) != told:
        _put(connection, ASKED, {**asked, removal.bucket: told})
        log.warning("most of a bucket would go: %d rows of %d", removal.count, removal.size)


def asked(connection: Connection) -> tuple[Removal, ...]:
    """The questions that wait for an administrator."""
    found = _numbers(connection, ASKED)
    return tuple(Removal(bucket, *told[:2]) for bucket, told in sorted(found.items()))


def settle(connection: Connection, buckets: Collection[str], *, whole: bool | None = None) -> None:
    """Nothing is to be asked of these buckets any more; only of the one kind, if it is named."""
    found = _numbers(connection, ASKED)
    left = {
        bucket: told
        for bucket, told in found.items()
        if bucket not in buckets or whole not in {None, bool(told[2])}
    }
    if left != found:
        _put(connection, ASKED, left)


def is_settled(connection: Connection, care_unit: str) -> bool:
    """Whether there is nothing new to know of the desk's buckets, nor anything to be asked."""
    whole = any(told[2] for told in _numbers(connection, ASKED).values())
    return not whole and care_unit in {"", marked(connection, UNIT)}


def kept_back(
    connection: Connection, gone: Mapping[str, int], stay: Collection[str], care_unit: str
) -> set[str]:
    """Those buckets that the centre takes away as a whole and that do not go unasked.

    They are what every desk of the unit holds: the reference rows, and those of the desk's own
    team, unless the centre says that the desk belongs to another unit now.  What operators have
    brought here goes with them.  `gone` is how many rows each bucket has; a centre of before does
    not tell the `care_unit`, and then one team has to stay.
    """
    own = marked(connection, UNIT) or care_unit
    if care_unit:
        if care_unit != marked(connection, UNIT):
            mark(connection, UNIT, care_unit)
        guarded = {REFERENCE, SHARED} | ({team(own)} if own == care_unit else set())
    else:
        guarded = {REFERENCE, SHARED} | (set() if _teams(stay) else _teams(gone))
    kept = {
        bucket
        for bucket in guarded & gone.keys()
        if not may_go(connection, bucket, gone[bucket], gone[bucket])
    }
    for bucket in sorted(kept):
        ask(connection, Removal(bucket, gone[bucket], gone[bucket]), whole=True)
    settle(connection, {*stay, *(gone.keys() - kept)}, whole=True)
    return kept


def _teams(buckets: Collection[str]) -> set[str]:
    """Those that are one team's."""
    return {each for each in buckets if each.startswith(team("")) and each != SHARED}


def _numbers(connection: Connection, name: str) -> dict[str, list[int]]:
    try:
        return msgspec.json.decode(marked(connection, name) or "{}", type=dict[str, list[int]])
    except msgspec.DecodeError:  # of a program of before
        return {}


def _put(connection: Connection, name: str, numbers: Mapping[str, list[int]]) -> None:
    mark(connection, name, msgspec.json.encode(numbers, order="sorted").decode())
