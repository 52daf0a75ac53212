"""Naughty text through every text field of every method: kept to the letter, or refused.

The strings are the big list of naughty strings beside the repository (RELIABILITY §8), packed
together as far as a field has room, and those that no database keeps.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass, replace
from enum import Enum
from functools import partial
from itertools import cycle, islice
from typing import Any, get_args, get_origin, get_type_hints
from uuid import uuid4

import pytest

from kundcenter.domain.access import Role
from kundcenter.domain.access_log import Activity
from kundcenter.domain.identity import IdKind
from kundcenter.domain.parts import PartKind
from kundcenter.domain.passwords import MAXIMUM
from kundcenter.domain.people import Protection
from kundcenter.domain.text import LINE_LIMIT, NOTE_LIMIT
from kundcenter.domain.tickets import Leave
from kundcenter.domain.units import UnitKind
from kundcenter.errors import Refused
from kundcenter.services.calls import Ring
from kundcenter.services.sessions import Asked
from tests.external import external
from tests.ground import CARE_UNIT, MAN, PASSWORD, Ground, new_rows, rows
from tests.naughty import (
    MEGABYTE,
    NO_TEXT,
    ODD,
    SECRET,
    Sort,
    free,
    identities,
    names,
    packed,
    user_names,
)
from tests.services.booking_doors import booking_doors
from tests.services.callback_doors import callback_doors
from tests.services.case_doors import case_doors
from tests.services.draft_doors import draft_doors
from tests.services.freed_doors import freed_doors
from tests.services.law_doors import block_doors, review_doors
from tests.services.note_doors import note_doors
from tests.services.pack_doors import pack_doors
from tests.services.people_doors import people_doors
from tests.services.referral_doors import referral_doors
from tests.services.rule_doors import rule_doors
from tests.services.snippet_doors import snippet_doors
from tests.services.switchboard.every_door import DOORS
from tests.services.teleq_doors import teleq_doors
from tests.services.test_access import methods
from tests.services.unit_doors import unit_doors

HSA_LIMIT = 64
EVERY = slice(None)


@dataclass(frozen=True, slots=True)
class Door:
    """One method with its text fields.  `found` are the rows that its texts lie in afterwards."""

    put: Callable[[dict[str, str]], object]
    fields: dict[str, Sort]
    found: Callable[[], Iterable[Mapping[str, Any]]] | None = None
    plain: dict[str, str] = field(default_factory=dict)


def text_fields(hint: Any, path: str) -> Iterator[str]:
    """The paths of all texts in a value of the hint; codes of an Enum are no texts.

    Nor is a compiled pattern: it is a setting of the centre's, read once; nor what the centre has
    answered.
    """
    if hint is str:
        yield path
    elif hint is Asked:
        return
    elif is_dataclass(hint):
        for name, part in get_type_hints(hint).items():
            yield from text_fields(part, f"{path}.{name}")
    elif get_origin(hint) is not re.Pattern and not (
        isinstance(hint, type) and issubclass(hint, Enum)
    ):
        for part in get_args(hint):
            yield from text_fields(part, path)


def all_text_fields() -> set[str]:
    return {
        path
        for method, function in methods().items()
        if method != "sessions.ask"  # the centre's, who hears every odd text in tests/centre
        for name, hint in get_type_hints(function).items()
        if name != "return"
        for path in text_fields(hint, f"{method}.{name}")
    }


def go_through(name: str, door: Door) -> None:
    """Every refused text on its own in each field, then all that is kept in all of them."""
    plain = {path: sort.kept[0] for path, sort in door.fields.items() if sort.kept} | door.plain
    for path, sort in door.fields.items():
        for text in sort.refused:
            with pytest.raises(Refused) as caught:
                door.put({**plain, path: text})
            told = f"{caught.value!r} {caught.value.facts}"
            assert SECRET.strip() not in told
            assert len(text) < 8 or text not in told
    many = max(len(sort.kept) for sort in door.fields.values())
    kept = {path: islice(cycle(sort.kept), many) for path, sort in door.fields.items() if sort.kept}
    put = [dict(zip(kept, texts, strict=True)) for texts in zip(*kept.values(), strict=True)]
    for texts in put:
        door.put(texts)
    if door.found:
        wanted = [{path: door.fields[path].form(text) for path, text in t.items()} for t in put]
        assert [{path: row[path] for path in kept} for row in door.found()] == wanted, name


class Doors:
    """The doors of one ground, in the order in which they are tried."""

    def __init__(self, ground: Ground, texts: list[str]) -> None:
        self.ground, self.desk = ground, ground.desk
        self.line = free(texts, LINE_LIMIT)
        note = free(texts, NOTE_LIMIT)
        self.note = replace(note, kept=(*self.line.kept, note.kept[-1]))
        self.hsa = free(texts, HSA_LIMIT)
        self.name = names(texts)
        # what may be there only once has to last for all that may be there again
        many = max(len(self.line.kept), len(self.name.kept), len(texts) // 2)
        self.user_name, self.identities = user_names(texts, many), identities(texts, many)
        self.identity = Sort(tuple(self.identities))
        self.no_code = Sort(refused=(*NO_TEXT, MEGABYTE, *note.kept))
        self.wrong = Sort(refused=(*NO_TEXT, MEGABYTE, *note.kept, *texts[::40]))
        usable = [t for t in texts if not {unicodedata.category(c) for c in t} & {"Cc", "Cn"}]
        self.mine = PASSWORD  # of the operator who is signed in
        self.password = Sort(packed(usable, MAXIMUM, " ")[:-1], (*NO_TEXT, MEGABYTE, "", " " * 9))

    def of_the_first(self) -> dict[str, Door]:
        """Before anybody is there.  What would be kept is tried elsewhere: there is one first."""
        plain = {"user_name": "admin", "name": "Test", "password": PASSWORD}
        fields = {
            "user_name": Sort(refused=self.user_name.refused),
            "name": Sort(refused=self.name.refused),
        }
        begin = {**fields, "password": Sort(refused=self.password.refused)}
        operators = self.desk.operators
        return {
            "operators.begin": Door(lambda t: operators.begin(**t), begin, plain=plain),
            "operators.add_first": Door(
                lambda t: operators.add_first(t["user_name"], t["name"]), fields, plain=plain
            ),
        }

    def of_the_office(self) -> dict[str, Door]:
        desk, line = self.desk, self.line
        me = desk.seat.actor.operator_id
        known = len(desk.operators.all())

        def new_password(texts: dict[str, str]) -> None:
            desk.operators.give_password(me, texts["password"])
            desk.sessions.sign_in("xqzv", texts["password"])
            self.mine = texts["password"]

        opened = self.newly("sessions")
        return {
            "sessions.open": Door(
                lambda t: desk.sessions.open(
                    me, leave=Leave(uuid4(), frozenset({Role.NURSE}), t["leave.care_unit"])
                ),
                {"leave.care_unit": line},
                lambda: [{"leave.care_unit": row["care_unit"]} for row in opened()],
            ),
            "units.add": Door(
                lambda t: desk.units.add(**t, kind=UnitKind.PRIMARY_CARE),
                {
                    "hsa_id": self.hsa,
                    **dict.fromkeys(("name", "municipality", "phone", "hours"), line),
                },
                lambda: rows(self.ground.engine, "units")["units"],
            ),
            "operators.add": Door(
                lambda t: desk.operators.add(**t, roles=frozenset({Role.NURSE})),
                {
                    "user_name": self.user_name,
                    "name": self.name,
                    "position": line,
                    "care_unit": line,
                },
                lambda: rows(self.ground.engine, "operators")["operators"][known:],
            ),
            "operators.give_password": Door(new_password, {"password": self.password}),
            "choices.set": Door(lambda t: self.choose(**t), {"name": line, "value": line}),
        }

    def choose(self, name: str, value: str) -> None:
        self.desk.choices.set(name, value)
        assert self.desk.choices.mine()[name] == value

    def of_the_telephone(self) -> dict[str, Door]:
        calls, line = self.desk.calls, self.line
        ring = {f"ring.{name}": line for name in get_type_hints(Ring) if name != "waited"}
        manual = self.newly("calls", channel="manual")

        def rung(texts: dict[str, str]) -> None:
            said: dict[str, Any] = {k.removeprefix("ring."): v for k, v in texts.items()}
            calls.ring(Ring(**said))

        def found() -> list[dict[str, Any]]:
            return [{f"ring.{k}": v for k, v in row.items()} for row in newly()]

        newly, parts, offers = map(self.newly, ("calls", "parts", "hand_overs"))
        resolved, me = self.newly("work_items"), self.desk.seat.actor.operator_id
        colleague = calls.colleagues()[0].id
        return {
            "calls.ring": Door(rung, ring, found),
            "calls.register": Door(lambda t: calls.register(**t), {"number": line}, manual),
            "calls.close": Door(
                lambda t: calls.close(calls.register().the("call"), **t),
                {"outcome": replace(self.no_code, kept=("INFO", "EGENVARD"))},
            ),
            "calls.close_part": Door(
                lambda t: calls.close_part(
                    calls.open_part(calls.register().the("call"), PartKind.SERVICE).the("part"),
                    **t,
                ),
                {"outcome": replace(self.no_code, kept=("INFO", "EGENVARD"))},
                lambda: [part for part in parts() if part["closed_at"]],
            ),
            "calls.hand_over": Door(
                lambda t: calls.hand_over(calls.register().the("call"), colleague, **t),
                {"brief": line},
                offers,
            ),
            "people.of_caller": Door(lambda t: self.desk.people.of_caller(**t), {"number": line}),
            "work_items.resolve": Door(
                lambda t: self.desk.work_items.resolve(self.ground.hand_back(me), **t),
                {"how": Sort(line.kept, (*line.refused, "", " \n"), lambda t: " ".join(t.split()))},
                lambda: [{"how": row["resolution"]} for row in resolved() if row["resolved_at"]],
            ),
        }

    def of_the_people(self) -> dict[str, Door]:
        people, line, name = self.desk.people, self.line, self.name
        someone = self.ground.person(MAN)
        registered = self.newly("people")

        def register(texts: dict[str, str]) -> None:
            people.register(
                self.identities[texts["identity.value"]], texts["given_name"], texts["family_name"]
            )

        reasons = self.reasons(Activity.WRITE)
        return {
            "people.register": Door(
                register,
                {
                    "identity.value": self.identity,
                    "given_name": name,
                    "family_name": replace(name, kept=name.kept[1:] + name.kept[:1]),
                },
                lambda: [{**row, "identity.value": row["id_value"]} for row in registered()],
            ),
            "people.find": Door(
                lambda t: people.find(self.identities[t["identity.value"]]),
                {"identity.value": replace(self.identity, kept=self.identity.kept[:40])},
            ),
            "people.register_unidentified": Door(
                lambda t: people.register_unidentified(t["described"]),
                {"described": name},
                lambda: [
                    {"described": row["given_name"]}
                    for row in rows(self.ground.engine, "people")["people"]
                    if row["id_kind"] is IdKind.OKAND
                ],
            ),
            "people.protect": Door(
                lambda t: people.protect(someone, Protection.CONFIDENTIAL, **t),
                {"reason": line},
                lambda: [row for row in reasons() if row["reason"]],  # registering has none
            ),
        }

    def of_the_lock(self) -> dict[str, Door]:
        """Last of all: so many failures close the door for a while."""
        sessions, wrong = self.desk.sessions, self.wrong
        plain = {"user_name": "xqzv", "password": "wrong"}

        def unlock(texts: dict[str, str]) -> None:
            sessions.lock()
            sessions.unlock(texts["password"])

        def own(texts: dict[str, str]) -> None:
            self.ground.clock.pass_time(days=1)  # the failures of before are forgotten
            old = self.mine if texts["old"] == PASSWORD else texts["old"]
            self.desk.operators.change_password(old, texts["new"])
            self.mine = texts["new"]

        right = Sort((PASSWORD,), wrong.refused)
        return {
            "operators.change_password": Door(own, {"old": right, "new": self.password}),
            "sessions.sign_in": Door(
                lambda t: sessions.sign_in(t["user_name"], t["password"]),
                {"user_name": wrong, "password": wrong},
                plain=plain,
            ),
            "sessions.unlock": Door(unlock, {"password": wrong}),
        }

    def newly(self, table: str, **having: object) -> Callable[[], list[dict[str, Any]]]:
        """The rows of a table that are not there yet."""
        came = new_rows(self.ground.engine, table)
        return lambda: [
            row for row in came() if all(row[name] == value for name, value in having.items())
        ]

    def reasons(
        self, activity: Activity, name: str = "reason"
    ) -> Callable[[], list[dict[str, str]]]:
        known = len(self.ground.accesses())
        return lambda: [
            {name: r.reason} for r in self.ground.accesses(known) if r.activity is activity
        ]


@pytest.mark.parametrize(
    ("ground", "whole", "rooms"),
    [
        ("sqlcipher", False, EVERY),
        ("postgresql", False, EVERY),
        ("replay", True, slice(6)),  # on both, and long: one test for each part
        ("replay", True, slice(6, 10)),
        ("replay", True, slice(10, 14)),
        ("replay", True, slice(14, 17)),
        ("replay", True, slice(17, None)),
    ],
    ids=["sqlcipher", "postgresql", *(f"replay of part {n}" for n in range(1, 6))],
    indirect=["ground"],
)
def test_every_text_is_kept_to_the_letter_or_refused_and_never_repeated(
    ground: Ground, whole: bool, rooms: slice
) -> None:
    texts: list[str] = [*ODD, *(external("text/blns.json") if whole else ())]
    doors = Doors(ground, texts)
    tried: set[str] = set()

    def go(some: dict[str, Door]) -> None:
        for name, door in some.items():
            go_through(name, door)
            tried.update(f"{name}.{path}" for path in door.fields)

    go(doors.of_the_first())
    assert not ground.desk.operators.any()
    ground.begin()
    several = frozenset(Role)
    added = ground.desk.operators.add("xqzv", "Xqzv Wkjh", roles=several, care_unit=CARE_UNIT)
    ground.desk.operators.give_password(added.the("operator"), PASSWORD)
    ground.sign_in("xqzv")
    go(doors.of_the_office())
    go(doors.of_the_telephone())
    go(doors.of_the_people())
    person, versions = ground.person(), partial(doors.newly, "snippet_versions")
    opened = (
        people_doors(ground, texts, doors.newly),
        note_doors(ground, person, texts, doors.newly),
        draft_doors(ground, texts),
        snippet_doors(ground.desk.snippets, texts, versions),
        pack_doors(ground.desk.packs, texts, doors.newly),
        referral_doors(ground, person, texts, doors.newly),
        callback_doors(ground, person, texts, doors.newly),
        booking_doors(ground, person, texts, doors.newly),
        freed_doors(ground, person, texts, doors.newly),
        teleq_doors(ground, person, texts),
        case_doors(ground, person, texts, doors.newly),
        rule_doors(ground.desk.rules, texts),
        block_doors(ground, texts, doors.newly),
        review_doors(ground, texts, doors.newly),
        unit_doors(ground, texts, doors.newly),
        *(each(ground, texts, doors.newly) for each in DOORS),
    )
    for one in islice(opened, rooms.start, rooms.stop):
        go({name: Door(*door) for name, door in one.items()})
    go(doors.of_the_lock())
    assert tried == all_text_fields() if rooms == EVERY else tried < all_text_fields()
