"""Which greeting is said first, and what an edition of the switchboard's terms may hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from kundcenter.domain.holes import open_required
from kundcenter.domain.opening import Hours, HoursInvalid, OtherHours, Span
from kundcenter.domain.snippet_text import filled, parse
from kundcenter.domain.switchboard.modes import Mode, ModeOrder, mode_at
from kundcenter.domain.switchboard.terms import (
    MOST_GREETINGS,
    MOST_RULES,
    MOST_TEMPLATES,
    Greeting,
    SwitchboardContent,
    SwitchboardTermsInvalid,
    Template,
    checked_content,
    greeting_for,
    offered,
)
from kundcenter.domain.switchboard.terms_default import DEFAULT
from kundcenter.domain.text import TextInvalid
from kundcenter.start.desk import new_id

CALLED, OTHER = "+46701740605", "+46701740606"
ANY = Greeting("Växeln")


def content(*greetings: Greeting) -> SwitchboardContent:
    return replace(DEFAULT, greetings=greetings)


def said(
    *greetings: Greeting,
    called: str | None = CALLED,
    queue: str | None = "Växel",
    mode: Mode = Mode.DAY,
) -> str:
    return greeting_for(content(*greetings), called, queue, mode, "Anna")


def every() -> Iterator[Greeting]:
    for called in ("", CALLED):
        for queue in ("", "växel"):
            for mode in (None, Mode.DAY):
                yield Greeting(f"{called}/{queue}/{mode}", called, queue, mode)


def test_the_nearest_greeting_is_said_in_whatever_order_they_stand() -> None:
    """The number before the queue, that before neither; the mode only among equals."""
    order = sorted(every(), key=lambda g: (g.called != "", g.queue != "", g.mode is not None))
    for count in range(1, len(order) + 1):
        among = order[:count]
        for shuffled in (among, among[::-1]):
            assert said(*shuffled) == among[-1].text
    assert len({g.text for g in order}) == 8
    for three in permutations(order[::3]):
        assert said(*three) == order[6].text


def test_what_is_for_another_is_never_said() -> None:
    others = (
        Greeting("nummer", called=OTHER),
        Greeting("kö", queue="Rådgivning"),
        Greeting("natt", mode=Mode.NIGHT),
    )
    assert said(*others) == ""
    assert said(*others, ANY) == "Växeln"
    assert said(*others, ANY, called=OTHER) == "nummer"
    assert said(*others, ANY, queue="rådgivning") == "kö"
    assert said(*others, ANY, mode=Mode.NIGHT) == "natt"
    assert said(*others, ANY, called=None, queue=None) == "Växeln"


def test_the_operators_name_is_put_in_and_only_there() -> None:
    assert said(Greeting("Det här är {namn}. {namn}?")) == "Det här är Anna. Anna?"
    assert greeting_for(content(Greeting("Hej, {namn}")), None, None, Mode.DAY, "") == "Hej,"


def test_the_demonstration_may_be_published_and_answers_every_call() -> None:
    assert checked_content(DEFAULT) == DEFAULT
    for mode in Mode:
        assert greeting_for(DEFAULT, None, None, mode, "Anna")
    for template in offered(DEFAULT):
        assert filled(parse(template.text), {})
    assert any(open_required(filled(parse(each.text), {})) for each in DEFAULT.templates)


def test_what_is_kept_is_tidied() -> None:
    told = checked_content(
        SwitchboardContent(
            greetings=(Greeting("  Hej \n du ", " 070-174 06 05 ", "  Kö  1 "), ANY),
            templates=(Template("a", "  Ring  upp ", " Ring [[!namn]].\n"),),
            secrecy=("  Säg  inget. ",),
            day=Hours(spans=(Span(2, 0, 2, 60), Span(1, 0, 1, 60))),
        )
    )
    assert told.greetings[0] == Greeting("Hej du", CALLED, "Kö 1")
    assert told.templates == (Template("a", "Ring upp", "Ring [[!namn]]."),)
    assert told.secrecy == ("Säg inget.",)
    assert [each.from_day for each in told.day.spans] == [1, 2]
    assert checked_content(told) == told


CLOSED = OtherHours(date(2026, 1, 1), date(2026, 1, 1))
WRONG: tuple[tuple[SwitchboardContent, str, int], ...] = (
    (content(), "greetings", 0),
    (content(Greeting("Natt", mode=Mode.NIGHT)), "greetings", 0),
    (content(Greeting("Kö", queue="1")), "greetings", 0),
    (content(ANY, Greeting("Igen")), "greetings", 2),
    (content(ANY, Greeting("a", queue="Kö"), Greeting("b", queue="kö")), "greetings", 3),
    (content(ANY, Greeting("a", CALLED), Greeting("b", "070-1740605")), "greetings", 3),
    (content(ANY, Greeting(" ", queue="1")), "greeting", 2),
    (content(ANY, Greeting("Hej {Namn}", queue="1")), "greeting", 2),
    (content(ANY, Greeting("Hej }", queue="1")), "greeting", 2),
    (content(ANY, Greeting("Hej", "växeln")), "called", 2),
    (replace(DEFAULT, day=Hours()), "day", 0),
    (replace(DEFAULT, day=Hours(exceptions=(CLOSED,))), "day", 0),
    (replace(DEFAULT, secrecy=("Säg inget.", " ")), "secrecy", 2),
    (replace(DEFAULT, secrecy=("Säg inget.",) * (MOST_RULES + 1)), "secrecy", MOST_RULES + 1),
    (replace(DEFAULT, templates=(Template("A", "A", "A"),)), "code", 1),
    (replace(DEFAULT, templates=(Template("", "A", "A"),)), "code", 1),
    (replace(DEFAULT, templates=(Template("a", "A", "A"),) * 2), "code", 2),
    (replace(DEFAULT, templates=(Template("a", " ", "A"),)), "title", 1),
    (replace(DEFAULT, templates=(Template("a", "A", " \n"),)), "text", 1),
    (replace(DEFAULT, templates=(Template("a", "A", "[[namn"),)), "text", 1),
    (replace(DEFAULT, templates=(Template("a", "A", "⟦namn⟧"),)), "text", 1),
)


@pytest.mark.parametrize("at", range(len(WRONG)))
def test_what_cannot_be_published_says_where(at: int) -> None:
    wrong, field, row = WRONG[at]
    with pytest.raises(SwitchboardTermsInvalid) as caught:
        checked_content(wrong)
    assert caught.value.facts == {"field": field, "row": row}


def test_as_many_as_there_may_be() -> None:
    many = (ANY, *(Greeting("Hej", queue=f"{n}") for n in range(MOST_GREETINGS)))
    assert len(checked_content(content(*many[:-1])).greetings) == MOST_GREETINGS
    with pytest.raises(SwitchboardTermsInvalid) as caught:
        checked_content(content(*many))
    assert caught.value.facts == {"field": "greetings", "row": MOST_GREETINGS + 1}
    templates = tuple(Template(f"a{n}", "A", "A") for n in range(MOST_TEMPLATES + 1))
    checked_content(replace(DEFAULT, templates=templates[:-1]))
    with pytest.raises(SwitchboardTermsInvalid):
        checked_content(replace(DEFAULT, templates=templates))


def test_text_that_cannot_be_kept_names_its_row() -> None:
    for wrong, field in (
        (content(ANY, Greeting("Hej\0", queue="1")), "greeting"),
        (content(ANY, Greeting("Hej", queue="1" * 81)), "queue"),
        (replace(DEFAULT, templates=(DEFAULT.templates[0], Template("b", "B" * 81, "B"))), "title"),
        (replace(DEFAULT, templates=(DEFAULT.templates[0], Template("b", "B", "B\0"))), "text"),
        (replace(DEFAULT, secrecy=("Säg inget.", "x" * 301)), "secrecy"),
    ):
        with pytest.raises(TextInvalid) as caught:
            checked_content(wrong)
        assert (caught.value.facts["field"], caught.value.facts["row"]) == (field, 2)


def test_hours_of_day_are_those_of_a_clock() -> None:
    with pytest.raises(HoursInvalid):
        checked_content(replace(DEFAULT, day=Hours(spans=(Span(0, 0, 0, 60),))))


# A Monday and a Sunday; Swedish winter time is UTC+1.
MONDAY, SUNDAY = datetime(2026, 11, 23, 9, tzinfo=UTC), datetime(2026, 11, 22, 9, tzinfo=UTC)


def test_the_hours_of_day_decide_unless_an_order_does() -> None:
    day = DEFAULT.day
    assert mode_at((), day, MONDAY) is Mode.DAY
    assert mode_at((), day, SUNDAY) is Mode.NIGHT
    assert mode_at((), day, MONDAY.replace(hour=6, minute=29)) is Mode.NIGHT
    assert mode_at((), day, MONDAY.replace(hour=6, minute=30)) is Mode.DAY
    assert mode_at((), day, MONDAY.replace(hour=15, minute=30)) is Mode.NIGHT
    assert mode_at((), Hours(), MONDAY) is Mode.NIGHT
    order = ModeOrder(new_id(), Mode.EMERGENCY, "Storm", SUNDAY, MONDAY, new_id())
    assert mode_at((order,), day, SUNDAY) is Mode.EMERGENCY
    assert mode_at((order,), day, MONDAY) is Mode.DAY  # the end is not of it
    assert mode_at((order.lifted(SUNDAY, new_id()),), day, SUNDAY) is Mode.NIGHT
    later = replace(order, id=new_id(), mode=Mode.DAY, starts_at=SUNDAY.replace(hour=10))
    assert mode_at((later, order), day, SUNDAY.replace(hour=11)) is Mode.DAY
    assert mode_at((later, order), day, SUNDAY.replace(hour=9, minute=59)) is Mode.EMERGENCY
