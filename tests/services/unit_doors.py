"""The text fields of units, orders and turns on call, for the tests of naughty text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from kundcenter.domain.on_call import Turn
from kundcenter.domain.opening import Hours, OtherHours, Span
from kundcenter.domain.phone_numbers import stored
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.unit_cards import (
    Criteria,
    Details,
    LineFunction,
    Notice,
    PhoneLine,
    RelatedUnit,
    RelationKind,
)
from kundcenter.domain.unit_checks import HSA_LIMIT, PROSE_LIMIT, SYNONYM_LIMIT
from kundcenter.domain.unit_wordings import FIELDS_GIVEN, IncomingUnit, UnitWording
from kundcenter.domain.units import UnitKind, hsa_key
from tests.ground import MORNING, Ground
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, one_line, squeezed

Rows = Callable[[], list[dict[str, Any]]]
Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
COMMENT_LIMIT = 100


def unit_doors(ground: Ground, texts: list[str], newly: Callable[[str], Rows]) -> dict[str, Opened]:
    """By noun and verb, for an operator who edits the directory and may order.

    `newly` gives what will have come into a table since it was asked.
    """
    units, redirects = ground.desk.units, ground.desk.redirects
    kind = UnitKind.SPECIALIST
    plain = UnitWording("SE0000000001-DEMODOOR", "Test", kind)
    own = units.save(None, plain, Details()).the("unit")
    redirected = units.save(None, replace(plain, hsa_id="SE0000000001-DEMODOOR2"), Details())
    versions, orders = newly("unit_card_versions"), newly("redirects")
    count = [1]

    def save(texts: dict[str, str]) -> None:
        units.save(own, _wording(texts, "wording"), _details(texts, "details"), upon=count[0])
        count[0] += 1

    def rows(texts: dict[str, str]) -> tuple[IncomingUnit, ...]:
        given = frozenset({texts["rows.given"]}) if "rows.given" in texts else FIELDS_GIVEN
        guessed = frozenset({texts["rows.guessed"]} if "rows.guessed" in texts else ())
        wording, details = _wording(texts, "rows.wording"), _details(texts, "rows.details")
        return (IncomingUnit(wording, details, given, guessed),)

    def found(before: str, saved: bool) -> Rows:
        return lambda: [
            {f"{before}{path}": text for path, text in _flat(json.loads(row["card"]))}
            for row in versions()
            if (row["unit_id"] == own) is saved
        ]

    reason = one_line(free(texts, LINE_LIMIT))
    name = Sort(refused=(*NO_TEXT, MEGABYTE, "", "hours ", *texts[::40]))
    incoming = {
        "rows.given": name,
        "rows.guessed": replace(name, refused=(*name.refused, "hsa_id")),
    }
    return {
        "units.save": (save, _fields(texts, "", "§"), found("", saved=True)),
        "units.plan": (
            lambda t: units.plan(rows(t)),
            {**_fields(texts, "rows.", "¤"), **incoming},
            None,
        ),
        "units.import_": (
            lambda t: units.import_(rows(t)),
            {**_fields(texts, "rows.", "¤"), **incoming},
            found("rows.", saved=False),
        ),
        "redirects.set": (
            lambda t: redirects.set(redirected.the("unit"), own, t["reason"]),
            {"reason": reason},
            orders,
        ),
        **_turn_doors(ground, texts, newly("duties")),
    }


def _turn_doors(ground: Ground, texts: list[str], duties: Rows) -> dict[str, Opened]:
    on_call = ground.desk.on_call
    line = free(texts, LINE_LIMIT)
    sorts = {
        "function": one_line(free(texts, 100)),
        "phone": _phones(texts),
        "name": _squeezed(line),
        "comment": _squeezed(line),
    }
    count = [0]

    def turn(texts: dict[str, str], at: str) -> Turn:
        count[0] += 1
        starts = MORNING + timedelta(days=count[0])
        named: dict[str, Any] = {name: texts[f"{at}.{name}"] for name in sorts}
        ends = starts + timedelta(hours=count[0] % 2 + 1)
        return Turn(unit_id=None, starts_at=starts, ends_at=ends, place=1, **named)

    def fields(at: str) -> dict[str, Sort]:
        return {f"{at}.{name}": sort for name, sort in sorts.items()}

    def found(at: str, deputy: bool) -> Rows:
        return lambda: [
            {f"{at}.{name}": row[name] for name in sorts}
            for row in duties()
            if row["deputy"] is deputy
        ]

    return {
        "on_call.put": (
            lambda t: on_call.put(None, turn(t, "turn")),
            fields("turn"),
            found("turn", deputy=False),
        ),
        "on_call.import_": (
            lambda t: on_call.import_((replace(turn(t, "turns"), deputy=True),)),
            fields("turns"),
            found("turns", deputy=True),
        ),
    }


def _wording(texts: dict[str, str], at: str) -> UnitWording:
    names = ("hsa_id", "name", "municipality", "phone")
    return UnitWording(kind=UnitKind.SPECIALIST, **{name: texts[f"{at}.{name}"] for name in names})


def _details(texts: dict[str, str], at: str) -> Details:
    def text(path: str) -> str:
        return texts[f"{at}.{path}"]

    def hours(path: str) -> Hours:
        day = date(2026, 12, 24)
        return Hours(
            (Span(1, 480, 1, 1_020, text(f"{path}hours.spans.comment")),),
            (OtherHours(day, day, comment=text(f"{path}hours.exceptions.comment")),),
        )

    plain: dict[str, Any] = {
        name: text(name) for name in ("public_name", "street", "postal", "way", "web")
    }
    return Details(
        **plain,
        hours=hours(""),
        lines=(
            PhoneLine(
                LineFunction.OTHER,
                text("lines.number"),
                hours("lines."),
                comment=text("lines.comment"),
            ),
        ),
        notices=(Notice(text("notices.text"), MORNING),),
        criteria=Criteria(
            takes=frozenset({text("criteria.takes")}),
            refuses=frozenset({text("criteria.refuses")}),
            send_here=text("criteria.send_here"),
            not_here=text("criteria.not_here"),
            signed_off_by=text("criteria.signed_off_by"),
        ),
        related=(RelatedUnit(RelationKind.PART_OF, text("related.hsa_id")),),
        synonyms=(text("synonyms"),),
    )


def _flat(card: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each text of a stored card, by the path that it has in the verbs' arguments."""
    for name, value in card["unit"].items():
        yield f"wording.{name}", value
    yield from _texts(card["details"], "details")


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, path)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _texts(each, f"{path}.{name}")


def _fields(texts: list[str], before: str, sign: str) -> dict[str, Sort]:
    """`sign` begins every HSA-id, so that those of one door are none of another's."""
    line, prose = free(texts, LINE_LIMIT), free(texts, PROSE_LIMIT)
    code = (*NO_TEXT, MEGABYTE, "", "feber", *texts[::40])
    comment = _squeezed(free(texts, COMMENT_LIMIT))
    web = ("", "https://example.com/a?b=%C3%A5", "http://test.example")
    no_web = ("javascript:alert(1) tel:112", "https://a b", "https://", "x", *texts[::40])
    said = tuple(text for text in prose.kept if text.strip())
    details = {
        "public_name": _squeezed(line),
        "street": _squeezed(line),
        "postal": _squeezed(line),
        "way": prose,
        "web": Sort(web, (*NO_TEXT, MEGABYTE, *no_web)),
        "lines.number": _phones(texts),
        "lines.comment": _squeezed(line),
        "notices.text": Sort(said, (*prose.refused, "", " \n")),
        "criteria.takes": Sort(("FEBER", "HOSTA_FORKYLNING"), code),
        "criteria.refuses": Sort(("BROSTSMARTA", "HALSONT"), code),
        "criteria.send_here": prose,
        "criteria.not_here": prose,
        "criteria.signed_off_by": _squeezed(line),
        "related.hsa_id": _hsa_ids(texts, "#"),
        "synonyms": one_line(free(texts, SYNONYM_LIMIT)),
        **{
            f"{of}hours.{each}.comment": comment
            for of in ("", "lines.")
            for each in ("spans", "exceptions")
        },
    }
    many = max(len(sort.kept) for sort in details.values())
    name = one_line(line)
    wording = {
        "hsa_id": _hsa_ids(texts, sign, max(many, len(line.kept))),
        "name": name,
        "municipality": replace(name, refused=line.refused),
        "phone": _phones(texts),
    }
    return {f"{before}wording.{path}": sort for path, sort in wording.items()} | {
        f"{before}details.{path}": sort for path, sort in details.items()
    }


def _squeezed(sort: Sort) -> Sort:
    return replace(sort, form=squeezed)


def _hsa_ids(texts: list[str], sign: str, many: int = 0) -> Sort:
    room = free(texts, HSA_LIMIT - 1)
    kept = {hsa_key(text): text for text in (f"{sign}{text}" for text in room.kept)}
    for number in range(many - len(kept)):  # or one would stand there twice
        kept[str(number)] = f"{sign}-{number}"
    return Sort(tuple(kept.values()), (*NO_TEXT, MEGABYTE, "", " \n", "x" * 65), str.strip)


def _phones(texts: list[str]) -> Sort:
    good = ("+46701740605", "112", "1177", "070-174 06 05", " 0313900600\n")
    bad = [text for text in texts if stored(text) is None]
    return Sort(good, (*NO_TEXT, MEGABYTE, "anonymous", "12 34 567", *bad[::9]), _number)


def _number(text: str) -> str:
    number = stored(text)
    assert number is not None
    return number.value
