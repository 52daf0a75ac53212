"""Opening hours of every kind that can be stored, for properties."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from kundcenter.domain.opening import COMMENT_LIMIT, Hours, OtherHours, Span

FIRST = date(2026, 3, 1)
TIMES = st.one_of(st.integers(0, 1439), st.sampled_from([0, 120, 150, 180, 480, 1020, 1320]))
ENDS = TIMES.map(lambda minute: minute or 1440)
SIGNS = st.one_of(
    st.characters(codec="utf-8", exclude_characters="\0"), st.sampled_from("()\\;,- ")
)
COMMENTS = st.one_of(
    st.just(""),
    st.text(SIGNS, max_size=COMMENT_LIMIT).map(lambda text: " ".join(text.split())),
)


def _spans() -> st.SearchStrategy[Span]:
    days = st.integers(1, 7)
    free = st.builds(Span, days, TIMES, days, ENDS, COMMENTS)
    same = st.builds(
        lambda day, opens, closes, told: Span(day, opens, day, closes, told),
        days, TIMES, ENDS, COMMENTS,
    )  # fmt: skip
    night = st.builds(
        lambda day, opens, closes, told: Span(day, opens, day % 7 + 1, closes, told),
        days, TIMES, ENDS, COMMENTS,
    )  # fmt: skip
    return st.one_of(free, same, night).filter(lambda span: span.possible)


@st.composite
def _exceptions(draw: st.DrawFn) -> tuple[OtherHours, ...]:
    found: list[OtherHours] = []
    day = FIRST
    for _ in range(draw(st.integers(0, 4))):
        first = day + timedelta(days=draw(st.integers(0, 80)))
        last = first + timedelta(days=draw(st.integers(0, 5)))
        day = last + timedelta(days=1)
        match draw(st.sampled_from(["closed", "one", "two"])):
            case "closed":
                found.append(OtherHours(first, last, comment=draw(COMMENTS)))
            case "one":
                found.append(OtherHours(first, last, draw(TIMES), draw(ENDS), draw(COMMENTS)))
            case _:
                a, b, c = sorted(draw(st.sets(st.integers(0, 1439), min_size=3, max_size=3)))
                found.append(OtherHours(first, last, a, b, draw(COMMENTS)))
                found.append(OtherHours(first, last, b, draw(st.sampled_from([c, 1440, 60])), ""))
    return tuple(found)


def hours_of_all_kinds() -> st.SearchStrategy[Hours]:
    return st.builds(
        Hours,
        st.lists(_spans(), max_size=8).map(tuple),
        _exceptions(),
        st.booleans(),
        st.booleans(),
    ).map(Hours.checked)
