"""The text fields of what is known of a case, typed or out of a file, for naughty text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import Any
from uuid import UUID

from kundcenter.domain.case_codes import CaseKind, Service
from kundcenter.domain.case_fields import (
    ADDRESS_LIMIT,
    LANGUAGE_LIMIT,
    REGISTRY_LIMIT,
    SUMMARY_LIMIT,
    WANTED_LIMIT,
    is_address,
)
from kundcenter.domain.case_files import SOURCE_LIMIT, ImportedCase
from kundcenter.domain.cases import CaseFacts
from kundcenter.domain.identity import IdKind, PersonId, PersonIdInvalid
from kundcenter.domain.phone_numbers import stored
from kundcenter.domain.text import LINE_LIMIT, NOTE_LIMIT
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from tests.ground import Ground as Desk
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, names, squeezed

Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
HSA = "SE0000000001-DEMOARE"
UNIT = UnitWording(HSA, "Test", UnitKind.PRIMARY_CARE)  # which the doors find there
ID = "01890000-0000-7000-8000-00000000c001"


def blank(text: str) -> str:
    """As it was typed, but nothing of what is only space."""
    return text if text.strip() else ""


def fact_sorts(texts: list[str], person: UUID, unit: UUID) -> dict[str, Sort]:
    """By the names of `CaseFacts`, where the terms have a category 90."""
    wrong = (*NO_TEXT, MEGABYTE, *filter(str.strip, texts[::20]))

    def note(limit: int) -> Sort:
        return replace(free(texts, limit), form=blank)

    def one(limit: int) -> Sort:
        return replace(free(texts, limit), form=squeezed)

    def id(id: UUID) -> Sort:
        return Sort((str(id), "", f" {str(id).upper()} "), (*wrong, str(id)[:-1]), lower)

    def lower(text: str) -> str:
        return text.strip().lower()

    return {
        **{name: one(LINE_LIMIT) for name in ("name", "relation", "patient", "provider")},
        "language": one(LANGUAGE_LIMIT),
        "registry": one(REGISTRY_LIMIT),
        "address": note(ADDRESS_LIMIT),
        "words": note(NOTE_LIMIT),
        "summary": note(SUMMARY_LIMIT),
        "wanted": note(WANTED_LIMIT),
        "person": id(person),
        "unit": id(unit),
        "number": Sort(
            ("070-174 06 05", "+46701740605", " (070) 1740606", ""),
            (*NO_TEXT, MEGABYTE, *(t for t in texts[::20] if t.strip() and not stored(t))),
            _number,
        ),
        "email": Sort(
            ("a@example.com", " Å.b+c@example.com ", ""),
            (*NO_TEXT, MEGABYTE, *(t for t in texts if t.strip() and not is_address(squeezed(t)))),
            squeezed,
        ),
        "event": Sort(
            ("2026", " 2026-05", "2024-02-29 ", ""),
            (*wrong, "2025-02-29", "2026-13", "٢٠٢٦", "2026-W01-1", "1899", "9999"),
            squeezed,
        ),
        "category": Sort(("90", " 90\n", ""), (*wrong, "90.1", "9", "٩٠"), squeezed),
    }


def told_facts(row: Mapping[str, Any]) -> dict[str, str]:
    """The facts' texts out of a row of the table."""
    told = {**row, "person": str(row["person_id"] or ""), "unit": str(row["unit_id"] or "")}
    return {name: told[name] for name in fact_sorts([], UUID(ID), UUID(ID))}


def _number(text: str) -> str:
    found = stored(text) if text else None
    return found.value if found else ""


def import_doors(ground: Desk, texts: list[str]) -> dict[str, Opened]:
    """What comes from a file: each row is of a case and of a person of its own."""
    cases, name = ground.desk.cases, names(texts)
    who = _identities(texts)
    nothing = Sort(("", " "), (*NO_TEXT, MEGABYTE, ID), lambda _: "")
    of_facts = {**fact_sorts(texts, UUID(ID), UUID(ID)), "person": nothing, "unit": nothing}
    words = {
        **{f"facts.{name}": sort for name, sort in of_facts.items()},
        "hsa_id": Sort((HSA, "", f" {HSA.lower()} "), (*NO_TEXT, MEGABYTE), _hsa),
        "source": _sources(texts),
        "identity.value": Sort(tuple(who)),
        "given_name": name,
        "family_name": replace(name, kept=name.kept[1:] + name.kept[:1]),
    }
    spaced = tuple(text for text in name.refused if text.strip())  # no name at all is a problem
    planned = {**words, **dict.fromkeys(("given_name", "family_name"), name)}
    for key in ("given_name", "family_name"):
        planned[key] = replace(words[key], refused=spaced)
    found: list[dict[str, str]] = []

    def row(texts: dict[str, str]) -> ImportedCase:
        told: dict[str, Any] = {path.removeprefix("rows."): text for path, text in texts.items()}
        facts = {n: told.pop(f"facts.{n}") for n in of_facts}
        return ImportedCase(
            row=1,
            service=Service.CONTACT_US,
            kind=CaseKind.E_SERVICE,
            received_at=ground.clock.at,
            facts=CaseFacts(**facts),
            identity=who[told.pop("identity.value")],
            **told,
        )

    def bring(texts: dict[str, str]) -> None:
        made = row(texts)
        cases.import_((made,))
        told = cases.get(replace(made, source=squeezed(made.source)).case_id)
        assert told.person is not None and told.case.facts.person == str(told.person.id)
        kept = {f"facts.{n}": getattr(told.case.facts, n) for n in of_facts}
        kept |= {"facts.person": "", "facts.unit": ""}
        kept |= {
            "hsa_id": HSA if told.case.facts.unit else "",
            "source": told.case.source.partition("#")[2],
            "identity.value": told.person.person_id.value,
            "given_name": told.person.given_name,
            "family_name": told.person.family_name,
        }
        found.append({f"rows.{name}": kept[name] for name in words})

    def under_rows(sorts: dict[str, Sort]) -> dict[str, Sort]:
        return {f"rows.{name}": sort for name, sort in sorts.items()}

    return {
        "cases.plan": (lambda t: cases.plan((row(t),)), under_rows(planned), None),
        "cases.import_": (bring, under_rows(words), lambda: found),
    }


def _hsa(text: str) -> str:
    return HSA if text.strip() else ""


def _identities(texts: list[str]) -> dict[str, PersonId]:
    """As many identities as there are sources, among them every naughty one that may be one."""
    found: dict[str, PersonId] = {}
    for number, text in enumerate((*texts, *("-" for _ in range(_many(texts))))):
        value = f"E{number} {text}"
        with suppress(PersonIdInvalid):
            found[value] = PersonId(IdKind.LMA, value)
    return dict(islice(found.items(), _many(texts)))


def _sources(texts: list[str]) -> Sort:
    """Each is there once: what is one when it is squeezed is one."""
    refused = (*NO_TEXT, MEGABYTE, "x" * (SOURCE_LIMIT + 1), "", " \n")
    numbered = (f"{number} {text}" for number, text in enumerate(texts))
    short = [text for text in numbered if len(squeezed(text)) <= SOURCE_LIMIT]
    fillers = (f"E-{number}" for number in range(_many(texts) - len(short)))
    return Sort((*short, *fillers), refused, squeezed)


def _many(texts: list[str]) -> int:
    """Rows: as many as any other field of them has texts to keep."""
    return len(texts) + 50
