"""A page that is handed on: what one part of it hides is not told by another."""

from __future__ import annotations

from functools import cache
from itertools import product

from kundcenter.domain.supervision.counts import Tally
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.dimensions import Dimension, callback_key, grouped
from kundcenter.domain.supervision.distribution import Withheld, withheld
from kundcenter.domain.supervision.figures import (
    Figure,
    for_distribution,
    is_of_few,
    share,
    tally_figures,
    without_alone,
)
from kundcenter.domain.supervision.masks import is_small

D, C = Dimension, FigureCode
GROUPS = {"E": "EGENVARD", "V": "PRIMARVARD", "A": "AKUT", "B": "AKUT", "I": "INFO"}


def group(outcome: str) -> str:
    return GROUPS.get(outcome, "")


def counted(**counts: int) -> tuple[Tally, ...]:
    return tuple(Tally(key, count) for key, count in counts.items())


def page(
    outcomes: tuple[Tally, ...], limit: int = 5, **more: tuple[Tally, ...]
) -> tuple[Withheld, dict[FigureCode, Figure]]:
    tallies = {D.OUTCOME: outcomes} | {D[name]: rows for name, rows in more.items()}
    found = tally_figures(tallies, group)
    few = frozenset(each.code for each in found if is_of_few(each, limit))
    less = withheld(tallies, grouped(outcomes, group), group, few, limit)
    told = for_distribution(found, limit, less.figures)
    return less, {each.code: each for each in told}


def shown(less: Withheld, dimension: Dimension, limit: int = 5) -> dict[str, str] | None:
    rows = less.rows[dimension]
    return None if rows is None else {each.key: each.shown(limit) for each in rows}


def test_what_is_no_referral_is_not_had_from_notes_less_referrals() -> None:
    less, told = page(counted(E=50, V=30, A=14, I=3))
    assert told[C.NOTES].value == 97
    assert all(told[code].masked for code in (C.REFERRED, C.EGENV, C.PRIM, C.DEVIATIONS))
    assert not told[C.REFERRED].few
    assert shown(less, D.GROUP) == {
        "EGENVARD": "50", "PRIMARVARD": "30", "AKUT": "•", "INFO": "<5",
    }  # fmt: skip


def test_a_level_that_is_few_takes_the_least_other_with_it() -> None:
    less, told = page(counted(E=50, V=30, A=4, I=9))
    assert (told[C.REFERRED].value, told[C.EGENV].numerator) == (84, 50)
    assert told[C.PRIM].masked  # its row is hidden, so its share is too
    assert shown(less, D.GROUP) == {
        "EGENVARD": "50", "PRIMARVARD": "•", "AKUT": "<5", "INFO": "9",
    }  # fmt: skip
    assert shown(less, D.OUTCOME) == {"E": "50", "I": "9"}


def test_outcomes_are_the_sum_of_their_level() -> None:
    less, _ = page(counted(E=50, V=30, A=14, B=2))
    assert shown(less, D.OUTCOME) == {"E": "50", "V": "30", "A": "•", "B": "<5"}
    less, _ = page(counted(E=50, V=30, A=4, B=4))
    assert less.rows[D.OUTCOME] is None


def test_the_unnamed_are_not_had_from_the_named() -> None:
    less, told = page(counted(E=50, V=48), INTERPRETER=(Tally("", 90), *counted(ara=6, som=2)))
    assert told[C.INTERPRETED].value == 8
    assert shown(less, D.INTERPRETER) == {"": "90", "ara": "•", "som": "<5"}
    less, told = page(counted(E=50, V=48), INTERPRETER=(Tally("", 95), *counted(ara=3)))
    assert told[C.INTERPRETED].masked and told[C.INTERPRETED].few
    assert shown(less, D.INTERPRETER) == {"": "•", "ara": "<5"}


def test_call_backs_hide_their_waiting_with_their_number() -> None:
    placed, late = callback_key("KO", "PLACERAD", False), callback_key("KO", "KLAR", True)
    rows = (
        Tally(placed, 20),
        Tally(late, 3, 5_400_000),
        Tally(callback_key("KO", "KLAR", False), 0),
    )
    less, told = page(counted(E=50), CALLBACK=rows)
    assert told[C.CALLBACKS_WAIT].masked and told[C.CALLBACKS_REACHED].masked
    assert shown(less, D.CALLBACK) == {placed: "•", late: "<5", "KO/KLAR": "0"}


def test_the_others_together_are_hidden_with_any_row() -> None:
    tallies = counted(U1=40, U2=30, U3=20, U4=9, U5=4, U6=8)
    less, _ = page(counted(E=111), URGENCY=tallies)
    rows = less.folded(D.URGENCY, tallies, 3)
    assert rows is not None
    assert [(each.shown(5), each.others) for each in rows] == [
        ("40", 0), ("30", 0), ("20", 0), ("•", 3),
    ]  # fmt: skip
    open_rows = Withheld().folded(D.URGENCY, tallies, 3)
    assert open_rows is not None and open_rows[-1].count == 21


def test_one_persons_working_time_is_not_told_as_everybodys() -> None:
    alone, two, three = (
        Figure(C.ACTIVE, 41.7, 6_000, 14_400, people=people) for people in (1, 2, 3)
    )
    assert [each.masked for each in without_alone((alone, two, three))] == [True, True, False]
    assert for_distribution((alone,))[0].value is None
    calls = share(C.ANSW, 1, 1)
    assert without_alone((calls,)) == (calls,)


LIMIT, MOST = 3, 7  # every region of at most so many notes
Region = dict[str, int]


def fits(sign: str, count: int) -> bool:
    """Whether a reader who sees the sign may think of the count."""
    if sign.isdigit():
        return count == int(sign)
    return 0 < count < LIMIT if sign.startswith("<") else count > 0


def readings(region: Region, others: list[Region]) -> list[Region]:
    """All regions that the page of this one might be of."""
    less, told = page(counted(**region), LIMIT)
    levels, outcomes = (shown(less, by, LIMIT) or {} for by in (D.GROUP, D.OUTCOME))
    return [
        other
        for other in others
        if all(fits(sign, by_group(other)[key]) for key, sign in levels.items())
        and all(fits(sign, other[key]) for key, sign in outcomes.items())
        and all(agrees(told[each.code], each) for each in figures_of(other))
    ]


def agrees(shown: Figure, other: Figure) -> bool:
    if not shown.masked:
        return (shown.numerator, shown.denominator) == (other.numerator, other.denominator)
    return not shown.few or is_small(other.value, LIMIT)


@cache
def _figures_of(counts: tuple[int, ...]) -> tuple[Figure, ...]:
    outcomes = counted(**dict(zip(GROUPS, counts, strict=True)))
    found = tally_figures({D.OUTCOME: outcomes}, group)
    return tuple(each for each in found if each.code in {C.NOTES, C.REFERRED, C.EGENV, C.PRIM})


def figures_of(region: Region) -> tuple[Figure, ...]:
    return _figures_of(tuple(region.values()))


def by_group(region: Region) -> dict[str, int]:
    return {
        name: sum(count for key, count in region.items() if GROUPS[key] == name)
        for name in GROUPS.values()
    }


def test_no_small_count_of_any_page_can_be_had_back() -> None:
    """Of every small region: the numbers of its page leave each hidden count more than one way."""
    every = [
        dict(zip(GROUPS, counts, strict=True))
        for counts in product(range(MOST + 1), repeat=len(GROUPS))
        if sum(counts) <= MOST
    ]
    asked = 0
    for region in every:
        notes = sum(region.values())
        told = {notes} if notes >= LIMIT else set(range(LIMIT))
        alike = readings(region, [each for each in every if sum(each.values()) in told])
        assert region in alike
        for key, count in region.items():
            if 0 < count < LIMIT:
                asked += 1
                assert len({each[key] for each in alike}) > 1, (region, key)
        for name, count in by_group(region).items():
            if 0 < count < LIMIT:
                assert len({by_group(each)[name] for each in alike}) > 1, (region, name)
    assert asked > 1_000
