"""The text fields of people, for the tests of naughty text: what is kept, what is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from itertools import count
from typing import Any
from uuid import UUID

from kundcenter.domain.access_log import Level
from kundcenter.domain.grounds import Ground as Reason
from kundcenter.domain.grounds import GroundCategory
from kundcenter.domain.identity import IdKind, PersonId, Sex
from kundcenter.domain.special_notes import SpecialKind
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import Refused
from tests.ground import CHILD, Ground
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, identities, names, one_line

Rows = Callable[[], list[dict[str, Any]]]
Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
DEATHS = ("2020-02-29", "1999-00-00", "2000-05-00", "1900-01-01", " 2026-11-21 ")
NO_DEATHS = (
    "2019-02-29", "1900-02-29", "2026-11-22", "2026-12-00", "2027-00-00", "2026-13-01",
    "2026-00-13", "0000-00-00", "2026-11-31", "20261101", "２０２０-01-01", "٢٠٢٠-٠١-٠١", "1e3",
)  # fmt: skip


def people_doors(
    ground: Ground, texts: list[str], newly: Callable[[str], Rows]
) -> dict[str, Opened]:
    """By noun and verb: how to put texts, which fields there are, and where they lie afterwards.

    `newly` gives what will have come into a table since it was asked.
    """
    people = ground.desk.people
    line, name = free(texts, LINE_LIMIT), names(texts)
    said = one_line(line)
    others = ["i-1", "i-Å-2", *(f"i{text}" for text in texts)]
    later = {t: id for t, id in identities(others, len(others)).items() if t.startswith("i")}
    numbers = Sort(tuple(later))
    # Who is unidentified has a family name or none.
    or_none = replace(name, refused=tuple(text for text in name.refused if text.strip()))
    few = replace(name, kept=name.kept[: len(later)])  # no number can be given twice
    child = ground.person(CHILD)
    grounded = _grounded(ground, child, line)
    someone, dead, identified, merged = map(newly, ("people", "people", "people", "merges"))
    special, corrected = newly("special_notes"), newly("people")
    known, counted = len(ground.accesses()), count()

    def unknown() -> UUID:
        return people.register_unidentified("Okänd").the("person")

    def mistaken() -> UUID:
        id = unknown()
        people.identify(id, PersonId(IdKind.LRES_LOCAL, f"m-{next(counted)}"))
        return id

    def with_reasons(found: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        told = {r.person_id: r.reason for r in ground.accesses(known) if r.reason}
        return [{**row, "reason": told[row["id"]]} for row in found]

    def found(text: str) -> bool:
        try:
            people.search(text)
        except Refused:
            return False
        return True

    sought = tuple(text for text in {*texts, *line.kept} if found(text))
    return {
        "people.correct": (
            lambda t: people.correct(unknown(), **t, sex=Sex.WOMAN),
            {
                "given_name": name,
                "family_name": or_none,
                "reason": replace(said, refused=line.refused),
            },
            lambda: with_reasons(row for row in corrected() if row["sex"] is Sex.WOMAN),
        ),
        "people.identify": (
            lambda t: people.identify(
                unknown(),
                later[t["identity.value"]],
                given_name=t["given_name"],
                family_name=t["family_name"],
            ),
            {"identity.value": numbers, "given_name": few, "family_name": few},
            lambda: [
                {**row, "identity.value": row["id_value"]}
                for row in identified()
                if row["id_kind"] is not IdKind.OKAND
            ],
        ),
        "people.unidentify": (
            lambda t: people.unidentify(mistaken(), **t),
            {"reason": said, "given_name": name, "family_name": or_none},
            lambda: with_reasons(
                row
                for row in corrected()
                if row["family_name"] and row["id_kind"] is IdKind.OKAND and row["sex"] is None
            ),
        ),
        "people.look_alikes": (
            lambda t: people.look_alikes(**t, born_on=None),
            {"given_name": name, "family_name": name},
            None,
        ),
        "people.merge": (
            lambda t: people.merge(unknown(), unknown(), t["reason"]),
            {"reason": said},
            merged,
        ),
        "people.note_death": (
            lambda t: people.note_death(unknown(), t["died_on"]),
            {"died_on": Sort(DEATHS, (*NO_TEXT, MEGABYTE, *NO_DEATHS, *line.kept), str.strip)},
            lambda: [row for row in dead() if row["died_on"]],
        ),
        "people.note_language": (
            lambda t: people.note_language(unknown(), t["language"]),
            {"language": replace(said, refused=line.refused)},
            lambda: [row for row in someone() if row["language"]],
        ),
        "people.note_special": (
            lambda t: people.note_special(child, SpecialKind.THREAT, t["text"]),
            {"text": said},
            special,
        ),
        "people.radar_of_number": (
            lambda t: people.radar_of_number(t["number"]), {"number": line}, None
        ),
        "people.search": (
            lambda t: people.search(t["text"]),
            {"text": Sort(sought, (*line.refused, "", " ", *set(line.kept).difference(sought)))},
            None,
        ),
        **grounded,
    }  # fmt: skip


def _grounded(ground: Ground, person: UUID, line: Sort) -> dict[str, Opened]:
    """What is opened for a reason: each by a category of its own, to be known by."""
    desk = ground.desk
    known = len(ground.accesses())
    other = desk.people.register_unidentified("Okänd").the("person")
    twin = desk.people.register_unidentified("Okänd").the("person")
    merge = desk.people.merge(other, twin, "Samma person").the("merge")
    beside = {other}  # where two are opened for one reason, it is told of both

    def undoing(_person: UUID, reason: Reason) -> None:
        desk.people.undoing(merge, reason)

    looks: dict[str, tuple[Callable[[UUID, Reason], object], GroundCategory]] = {
        "people.open": (desk.people.open, GroundCategory.QUALITY),
        "people.compare": (partial(desk.people.compare, other), GroundCategory.CARE),
        "people.undoing": (undoing, GroundCategory.ADMINISTRATION),
        "blocks.of_person": (desk.blocks.of_person, GroundCategory.STATISTICS),
        "retention.of_person": (desk.retention.of_person, GroundCategory.SUPERVISION),
    }

    def door(look: Callable[[UUID, Reason], object], category: GroundCategory) -> Opened:
        said = one_line(line, 10)
        form = said.form

        def reasons() -> list[dict[str, str]]:
            told = [
                r.reason
                for r in ground.accesses(known)
                if r.level == Level.STATED and r.person_id not in beside
            ]
            return [{"ground.text": t} for t in told if t.startswith(f"{category}: ")]

        return (
            lambda t: look(person, Reason(category=category, text=t["ground.text"])),
            {"ground.text": replace(said, form=lambda text: f"{category}: {form(text)}")},
            reasons,
        )

    return {name: door(*look) for name, look in looks.items()}
