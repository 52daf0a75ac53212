"""The result page of a sample: what it says in the house, and what it hides when it is spread."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import UUID

from hypothesis import example, given
from hypothesis import strategies as st

from kundcenter.domain.supervision.sample_pages import (
    LEFT_OUT,
    SamplePages,
    file_name,
    sample_pages,
)
from kundcenter.domain.supervision.sample_results import SampleResult, result
from kundcenter.domain.supervision.samples import CareLevel, Judgement, Sample, SampledCall
from tests.ground import MORNING

L = CareLevel
ME = UUID(int=7)
LIMIT = 5
START = MORNING - timedelta(days=20, hours=6)
Pairs = dict[tuple[CareLevel, CareLevel], int]


def sample(count: int) -> Sample:
    calls = tuple(UUID(int=n) for n in range(count))
    return Sample(
        UUID(int=99), ME, MORNING, START, START + timedelta(days=10), "frö-1", count, 9_812, calls,
        "1177", "Baslinje hösten",
    )  # fmt: skip


def judged(pairs: Pairs, *, unclear: int = 0, none: int = 0) -> tuple[Sample, SampleResult]:
    """A sample of which all was judged so."""
    judgements = [
        *(Judgement(True, *pair) for pair, count in pairs.items() for _ in range(count)),
        *[Judgement(True, L.PRIMARY)] * unclear,
        *[Judgement(False)] * none,
    ]
    drawn = sample(len(judgements) + 1)  # one is left
    rows = [
        SampledCall(
            UUID(int=1000 + n),
            drawn.id,
            UUID(int=n),
            each.advisory,
            each.given,
            each.right,
            ME,
            MORNING,
        )
        for n, each in enumerate(judgements)
    ]
    return drawn, result(drawn, rows)


def made(drawn: Sample, found: SampleResult, *, distribution: bool = False) -> SamplePages:
    return sample_pages(
        drawn, found, printed_at=MORNING, printed_by="Test Lisa", distribution=distribution
    )


def rows(pages: SamplePages, at: int) -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(each.replace("\xa0", " ") for each in told)
        for name, *told in pages.sheets[at].rows
    }


COMMON: Pairs = {
    (L.SELF_CARE, L.SELF_CARE): 20,
    (L.SELF_CARE, L.PRIMARY): 6,
    (L.PRIMARY, L.PRIMARY): 18,
    (L.PRIMARY, L.SELF_CARE): 9,
    (L.PRIMARY, L.OTHER): 7,
}


def test_the_working_copy_says_everything() -> None:
    drawn, found = judged(COMMON | {(L.SOS, L.SOS): 2}, unclear=1, none=3)
    pages = made(drawn, found)
    assert pages.secrecy == "Utan uppgifter om enskilda"
    assert pages.heading == "Baslinje hösten, 1177 på telefon"
    facts = [each.replace("\xa0", " ") for each in pages.facts]
    assert facts == [
        "Samtal 2026-11-01 – 2026-11-11", "67 av 9 812 samtal drogs", "66 är bedömda",
        "Draget 2026-11-21 08:00", "Frö frö-1",
    ]  # fmt: skip
    assert rows(pages, 0) == {
        "Rådgivningssamtal": ("63 av 66", "95,5 %", "87,5–98,4 %"),
        "Rätt vårdnivå": ("40 av 62", "64,5 %", "52,1–75,3 %"),
        "För hög nivå": ("9 av 62", "14,5 %", "7,8–25,3 %"),
        "För låg nivå": ("6 av 62", "9,7 %", "4,5–19,5 %"),
        "Fel åt annat håll": ("7 av 62", "11,3 %", "5,6–21,5 %"),
        "Går inte att bedöma": ("1", "", ""),
    }
    assert rows(pages, 1)["112"] == ("2", "2", "0", "0", "0", "100,0 %", "34,2–100,0 %")
    assert rows(pages, 2)["Primärvård"] == ("9", "18", "0", "0", "0", "7")
    assert pages.chart is not None
    assert [sum(v or 0 for v in each.values) for each in pages.chart.series] == [40, 9, 6, 7]
    assert LEFT_OUT not in pages.notes
    assert file_name(drawn) == "urval-2026-11-01"


def test_of_nothing_judged_there_is_no_share() -> None:
    pages = made(*judged({}))
    assert rows(pages, 0)["Rätt vårdnivå"] == ("0 av 0", "–", "–")
    assert len(pages.sheets) == 1
    assert pages.chart is None


def test_what_is_spread_and_has_no_small_count_says_all_but_what_somebody_wrote() -> None:
    drawn, found = judged(COMMON, unclear=8, none=5)
    open_one, pages = made(drawn, found), made(drawn, found, distribution=True)
    assert pages.secrecy == "För spridning: små tal visas som <5"
    assert pages.heading == "1177 på telefon"
    assert not any("frö" in each.casefold() for each in (*pages.facts, *pages.notes))
    assert (pages.sheets, pages.chart) == (open_one.sheets, open_one.chart)


def test_what_is_spread_hides_what_is_small_and_what_it_could_be_had_from() -> None:
    drawn, found = judged(COMMON | {(L.SOS, L.SOS): 2, (L.SELF_CARE, L.SOS): 2}, unclear=3, none=30)
    pages = made(drawn, found, distribution=True)
    assert rows(pages, 0) == {
        "Rådgivningssamtal": ("•", "–", "–"),
        "Rätt vårdnivå": ("40 av 64", "62,5 %", "50,3–73,3 %"),
        "För hög nivå": ("9 av 64", "14,1 %", "7,6–24,6 %"),
        "För låg nivå": ("8 av 64", "12,5 %", "6,5–22,8 %"),
        "Fel åt annat håll": ("7 av 64", "10,9 %", "5,4–20,9 %"),
        "Går inte att bedöma": ("<5", "", ""),
    }
    assert pages.sheets[1].headings == ("Given nivå", "Samtal")
    assert rows(pages, 1) == {"Egenvård": ("•",), "Primärvård": ("34",), "112": ("<5",)}
    assert (len(pages.sheets), pages.chart) == (2, None)
    assert LEFT_OUT in pages.notes


def test_a_small_limit_of_ones_own_is_said() -> None:
    drawn, found = judged(COMMON)
    pages = sample_pages(
        drawn, found, printed_at=MORNING, printed_by="", distribution=True, limit=8
    )
    assert pages.secrecy.endswith("<8")
    assert rows(pages, 0)["För låg nivå"][0] == "<8 av 60"
    assert rows(pages, 0)["Fel åt annat håll"][0] == "<8 av 60"


counts = st.integers(0, 9)
pairs = st.dictionaries(st.tuples(st.sampled_from(L), st.sampled_from(L)), counts, max_size=6)


@given(pairs, counts, counts)
@example({(L.SOS, L.SOS): 40}, 3, 0)
@example({(L.SOS, L.SOS): 40}, 0, 3)
@example({(L.SOS, L.SOS): 40}, 1, 1)
@example({(L.SOS, L.SOS): 3}, 20, 0)
@example({(L.SOS, L.SOS): 3}, 0, 20)
@example({(L.SOS, L.SOS): 20, (L.SOS, L.PRIMARY): 2}, 0, 0)
def test_no_small_count_can_be_had_back_from_what_is_spread(
    given_: Pairs, unclear: int, none: int
) -> None:
    """What a reader knows is a set of equations: none of them leaves one small count open."""
    drawn, found = judged(given_, unclear=unclear, none=none)
    pages = made(drawn, found, distribution=True)
    told, facts = rows(pages, 0), " ".join(pages.facts)
    numbers = {name: number_of(cells[0]) for name, cells in told.items()}
    wholes = {name: number_of(cells[0].partition(" av ")[2]) for name, cells in told.items()}
    rated = wholes["Rätt vårdnivå"]
    judged_ = number_of(facts.split(" är bedömda")[0].split()[-1]) if "bedömda" in facts else None
    advisory, cannot = numbers["Rådgivningssamtal"], numbers["Går inte att bedöma"]
    ways = [numbers[name] for name in list(told)[1:5]]
    by_level = rows(pages, 1) if len(pages.sheets) > 1 else {}
    levels = [number_of(cells[0]) for cells in by_level.values()]
    open_small(rated, ways)
    open_small(rated, levels)
    if judged_ is not None:  # those that gave no advice are not written
        open_small(judged_, [advisory, None])
        open_small(judged_, [rated, cannot, None])
    open_small(advisory, [rated, cannot])


def open_small(whole: int | None, parts: list[int | None]) -> None:
    """What is shown is no small count, nor is what the hidden parts are together."""
    for each in (whole, *parts):
        assert each is None or each == 0 or each >= LIMIT
    if whole is not None and None in parts:
        rest = whole - sum(each or 0 for each in parts)
        assert rest == 0 or rest >= LIMIT


def number_of(text: str) -> int | None:
    first = text.partition(" av ")[0].replace(" ", "")
    return int(first) if re.fullmatch(r"\d+", first) else None
