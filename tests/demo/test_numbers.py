"""No number in the demo region is anybody's: neither a person's nor a telephone's."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from sqlalchemy import Engine, inspect, text

from kundcenter.demo.region import published
from kundcenter.domain.identity import IdKind, PersonIdInvalid, parse
from kundcenter.domain.phone_numbers import PhoneNumber, is_fictional
from tests.demo.numbers_guard import OFFICIAL, TODAY, strangers
from tests.external import external


def test_no_text_of_a_demo_store_holds_a_number_of_anybody(store: Engine) -> None:
    found: dict[str, set[str]] = {}
    scanned = 0
    with store.connect() as connection:
        for table in inspect(store).get_table_names():
            for row in connection.execute(text(f"SELECT * FROM {table}")):
                for cell in row:
                    if isinstance(cell, str):
                        scanned += 1
                        if odd := set(strangers(cell)):
                            found.setdefault(table, set()).update(odd)
    assert found == {}
    assert scanned > 100_000


def test_no_file_of_the_demo_region_holds_a_number_of_anybody() -> None:
    folder = files("resources") / "demo"
    texts = [*folder.iterdir(), *(folder / "reasons").iterdir()]
    named = [file for file in texts if file.name.endswith((".toml", ".py", ".txt"))]
    assert len(named) > 35
    odd = {file.name: [*strangers(file.read_text(encoding="utf-8"))] for file in named}
    assert {name: numbers for name, numbers in odd.items() if numbers} == {}


@pytest.mark.parametrize(
    "planted",
    [
        "19700115" + "1005",  # sound, and on nobody's list of test numbers
        "700115-" + "1005",
        "Ring 036-10 " + "20 30",
        "+4670123" + "4567",
        "00467012" + "34567",
        "0701 740" + "604",  # one below the series
        "SE165565" + "594230-1",
        "99JK123456789",
        '"latitude":577800001',
        '"phone":"57780000"',
    ],
)
def test_the_guard_finds_a_number_that_is_planted(planted: str) -> None:
    assert [*strangers(f"Patienten har {planted} enligt uppgift.")] != []


@pytest.mark.parametrize(
    "allowed",
    [
        "070-174 06 05",
        "+46980319200",
        "Ring 112 eller 1177",
        "198107022389",
        "810702-2389",
        "99JK00000001",
        "Blodtryck 185/105, 38,5 grader, vecka 38",
        "2026-11-20 23:00:00.123456",
        '{"latitude":57780000,"longitude":14160000}',
        '"id":"01a0c39f-0701-7412-8569-017012345678"',
        "mån–fre 17–22, lör, sön och helgdag 10–22",
    ],
)
def test_the_guard_lets_the_official_and_the_fictional_pass(allowed: str) -> None:
    assert [*strangers(allowed)] == []


def test_every_number_of_a_person_is_in_the_official_lists() -> None:
    official = {*external("persons/allPins.json"), *external("persons/allCoords-half.json")}
    assert set(OFFICIAL) <= official


def test_every_number_of_a_person_is_sound_and_stands_once() -> None:
    numbers = published().person_numbers
    read = [parse(number, TODAY).person_id for number in numbers]
    assert [person_id.value for person_id in read] == list(numbers)
    assert {person_id.kind for person_id in read} == {IdKind.PNR, IdKind.SAM}
    assert len(set(numbers)) == len(numbers) > 6_000


def test_units_and_called_numbers_are_fictional_and_differ() -> None:
    region = published()
    phones = [place.phone for place in region.units]
    called = [leg.called for leg in region.legs if leg.called != "1177"]
    assert all(is_fictional(PhoneNumber(number)) for number in [*phones, *called])
    assert len({*phones, *called}) == len(phones) + len(called)
    assert len({place.hsa_id for place in region.units}) == len(region.units)


def test_a_reserve_number_of_the_region_can_be_read_as_nothing_else() -> None:
    pattern = re.compile(published().reserve_pattern)
    for number in ("99JK00000001", "99JK19800101", "99JK99999999"):
        assert parse(number, TODAY, local_pattern=pattern).person_id.kind is IdKind.LRES_LOCAL
        with pytest.raises(PersonIdInvalid):
            parse(number, TODAY)
