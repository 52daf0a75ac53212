"""Only what fits an age and a sex is asked; what is not known leaves nothing out."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.identity import Sex
from kundcenter.domain.packs import Ask
from kundcenter.domain.packs.shelf import Shelf, fits, topic_fits, topic_for
from tests.domain.packs.carried import DEMO
from tests.domain.packs.test_plan import stored
from tests.packs import FEVER, PACK

AGES, SEXES = st.none() | st.integers(0, 120), st.none() | st.sampled_from(Sex)


def test_an_age_is_in_whole_years_and_both_ends_are_in() -> None:
    ask = Ask("?", 12, 52)
    assert [fits(ask, age, None) for age in (11, 12, 52, 53)] == [False, True, True, False]
    assert fits(Ask("?", oldest=0), 0, None)
    assert not fits(Ask("?", oldest=0), 1, None)


def test_a_sex_that_is_not_known_hears_all() -> None:
    ask = Ask("?", sex=Sex.WOMAN)
    assert [fits(ask, 30, sex) for sex in (Sex.WOMAN, Sex.MAN, None)] == [True, False, True]


@given(st.sampled_from(DEMO.topics), AGES, SEXES)
def test_a_topic_keeps_what_fits_in_its_order_and_all_its_call_backs(
    topic: object, age: int | None, sex: Sex | None
) -> None:
    (own,) = (each for each in DEMO.topics if each == topic)
    shown = topic_for(own, age, sex)
    for name in ("threats", "questions", "advice"):
        asked = [ask for ask in getattr(own, name) if fits(ask, age, sex)]
        assert list(getattr(shown, name)) == asked
    assert shown.call_back == own.call_back
    if age is None and sex is None:
        assert shown == own
    if topic_fits(own, age, sex) and own.threats:
        assert shown.threats


def test_a_topic_is_for_somebody_when_one_of_its_threats_is() -> None:
    by_code = {topic.code: topic for topic in DEMO.topics}
    assert topic_fits(by_code["GRAVIDITET"], 30, Sex.WOMAN)
    assert not topic_fits(by_code["GRAVIDITET"], 30, Sex.MAN)
    assert not topic_fits(by_code["SPADBARN"], 30, None)
    assert topic_fits(by_code["ADMIN"], 30, Sex.MAN)
    assert topic_fits(FEVER, 90, None)


def test_a_pack_is_overdue_from_the_day_after_its_review() -> None:
    shelf = Shelf((stored(PACK),))
    assert shelf.overdue(PACK.review_on) == ()
    assert shelf.overdue(date(2027, 1, 2)) == shelf.packs
