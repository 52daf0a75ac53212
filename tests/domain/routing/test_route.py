"""R1–R8 of DOMAIN §3.6: where a need leads, in which order, and the reasons that are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kundcenter.domain.calendar import DayClass
from kundcenter.domain.opening import Hours, OpenState
from kundcenter.domain.routing.ranking import SHOWN
from kundcenter.domain.routing.why import WhyCode
from kundcenter.domain.unit_cards import Criteria, Notice, RelatedUnit, RelationKind
from kundcenter.domain.units import UnitKind
from tests.domain.routing.region import (
    ALWAYS,
    CHANGED,
    DAY,
    EVENING,
    PATIENT,
    SATURDAY_NIGHT,
    THURSDAY,
    asked,
    at,
    beside,
    card,
    codes,
    demo_ground,
    demo_rules,
    names,
    need,
    redirect,
    rule,
    rule_set,
    sentences,
    spot,
)

OPEN = card(1, hours=ALWAYS, spot=spot(4))
ANY = rule_set(rule(1))


def test_r1_life_threat_is_112_first_whatever_the_rules_say() -> None:
    for rules in (None, ANY, rule_set(), rule_set(rule(1, "EGENVARD", urgencies=frozenset()))):
        routes = asked([OPEN], rules, need("U0", age=None, reason=""))
        assert routes.destinations[0].outcome == "SOS112"
        assert sentences(routes.destinations[0]) == ["Livshotande tillstånd: larma 112 direkt"]
        assert [each.outcome for each in routes.destinations].count("SOS112") == 1


def test_r1_112_is_among_the_destinations_of_every_need() -> None:
    routes = asked([OPEN], ANY)
    assert [each.outcome for each in routes.destinations] == ["VC", "SOS112"]
    assert sentences(routes.destinations[-1]) == ["Om tillståndet blir livshotande: 112"]
    routes = asked([OPEN], rule_set(rule(1, "SOS112"), rule(2)))
    assert [each.outcome for each in routes.destinations] == ["SOS112", "VC"]


def test_r2_by_day_the_unit_where_the_patient_is_listed_and_no_other() -> None:
    rules = rule_set(
        rule(1, own=True, listed=True, days=frozenset({DayClass.VARDAG}), opens=420, closes=1020),
        rule(2, listed=False),
    )
    cards = [card(1, hours=DAY, spot=spot(1)), card(2, hours=DAY, spot=spot(30))]
    listed = asked(cards, rules, need(listed=cards[1].id))
    assert names(listed) == [2]
    assert "Patientens listade vårdcentral" in sentences(listed.destinations[0])
    assert names(asked(cards, rules)) == [1, 2]
    assert names(asked(cards, rules, need(when=at("2026-11-19T18:00"), listed=cards[1].id))) == []
    assert names(asked(cards, rules, need(when=SATURDAY_NIGHT, listed=cards[1].id))) == []


def test_r3_what_counts_is_whether_it_is_open_when_the_patient_arrives() -> None:
    near, far = card(1, hours=EVENING, spot=spot(2)), card(2, hours=ALWAYS, spot=spot(20))
    routes = asked([near, far], ANY, need(when=at("2026-11-21T21:40")))
    assert names(routes) == [1, 2]
    assert routes.destinations[0].arrives_at == at("2026-11-21T21:55")
    assert sentences(routes.destinations[0])[1:4] == [
        "Öppet när patienten är framme 21:55, stänger 22:00",
        "Stänger 5 min efter att patienten är framme",
        "Närmast: 2 km",
    ]
    routes = asked([near, far], ANY, need(when=at("2026-11-21T21:50")))
    assert names(routes) == [2, 1]
    assert "20 km bort" in sentences(routes.destinations[0])
    assert "Stängt vid framkomst, öppnar sön 10:00" in sentences(routes.destinations[1])


def test_the_way_is_forty_kilometres_an_hour_and_ten_minutes_or_what_is_assumed() -> None:
    cards = [card(1, hours=ALWAYS, spot=spot(40)), card(2, hours=ALWAYS)]
    first, second, _ = asked(cards, ANY).destinations
    assert first.arrives_at - THURSDAY == timedelta(minutes=70)
    assert second.arrives_at - THURSDAY == timedelta(minutes=60)
    assert "Enhetens plats är okänd: 60 minuters väg antas" in sentences(second)
    unknown = asked(cards, ANY, need(spot=None))
    assert {each.arrives_at - THURSDAY for each in unknown.destinations[:2]} == {timedelta(hours=1)}


def test_where_only_the_municipality_is_known_its_own_units_come_first() -> None:
    habo = replace(OPEN.unit, id=card(5).id, municipality="Habo", name="A")
    elsewhere = replace(card(5, hours=ALWAYS, spot=spot(90)), unit=habo)
    cards = [card(1, hours=ALWAYS, spot=spot(9)), elsewhere, card(2, hours=ALWAYS)]
    unknown = asked(cards, ANY, need(spot=None, municipality="Aneby"))
    assert names(unknown) == [5, 1, 2]  # nobody knows where that is: by name
    routes = asked(cards, ANY, need(spot=None, municipality="JÖNKÖPING"))
    assert names(routes) == [1, 2, 5]
    assert "I samma kommun som patienten: Jönköping" in sentences(routes.destinations[1])
    assert "Ungefär 81 km från JÖNKÖPING" in sentences(routes.destinations[2])
    assert routes.destinations[2].arrives_at - THURSDAY == timedelta(minutes=135)
    assert routes.destinations[0].arrives_at - THURSDAY == timedelta(minutes=60)


def test_where_nobody_knows_the_place_that_of_the_listed_unit_is_assumed_and_told() -> None:
    habo = replace(card(5).unit, municipality="Habo", name="Ö")
    own = replace(card(5, hours=ALWAYS, spot=spot(90)), unit=habo)
    routes = asked([OPEN, own], ANY, need(spot=None, listed=own.id))
    assert names(routes) == [5, 1]
    assert [each.sentence() for each in routes.whys] == [
        "Var patienten är nu är okänt: Habo antas, där patienten är listad,"
        " och minst 60 minuters väg"
    ]
    assert WhyCode.SAME_MUNICIPALITY not in codes(routes.destinations[0])
    assert "Ungefär 86 km från Habo" in sentences(routes.destinations[1])


def test_r5_only_a_unit_with_a_queue_is_offered_for_its_queue() -> None:
    queue = replace(rule(1), outcome="VC_TELEQ")
    cards = [card(1, hours=DAY, queue=True), card(2, hours=DAY)]
    routes = asked(cards, rule_set(queue))
    assert names(routes, "VC_TELEQ") == [1]
    assert "Enheten ringer upp ur sin teleQ-kö" in sentences(routes.destinations[0])
    assert [each.why.sentence() for each in routes.excluded] == ["Enheten har ingen teleQ-kö"]


def test_r6_a_unit_says_itself_which_ages_it_takes() -> None:
    rules = rule_set(rule(1, "BARNAKUT"), rule(2, "AKUT"))
    for oldest in (15, 17, 20):
        ward = card(
            1, UnitKind.PAEDIATRIC_EMERGENCY, hours=ALWAYS, criteria=Criteria(oldest=oldest)
        )
        cards = [ward, card(2, UnitKind.EMERGENCY, hours=ALWAYS)]
        assert asked(cards, rules, need(age=oldest)).destinations[0].unit == ward
        routes = asked(cards, rules, need(age=oldest + 1))
        assert [each.outcome for each in routes.destinations] == ["AKUT", "SOS112"]
        (left,) = routes.excluded
        assert left.why.fact("oldest") == str(oldest)
    ward = card(1, UnitKind.PAEDIATRIC_EMERGENCY, criteria=Criteria(oldest=17))
    (left,) = asked([ward], rules).excluded
    assert left.why.sentence() == "Tar bara emot barn till och med 17 år"


def test_an_age_that_nobody_knows_hides_nothing_and_is_told() -> None:
    ward = card(1, hours=ALWAYS, criteria=Criteria(youngest=2, oldest=17))
    routes = asked([ward], rule_set(rule(1, youngest=18)), need(age=None))
    assert names(routes) == [1]
    assert WhyCode.AGE_UNKNOWN in {each.code for each in routes.whys}
    assert (
        "Tar bara emot patienter från 2 till och med 17 år, och patientens ålder är okänd"
        in sentences(routes.destinations[0])
    )


def test_all_that_is_unknown_of_the_need_is_told() -> None:
    wanted = need("", age=None, reason="", spot=None)
    assert [each.sentence() for each in asked([OPEN], ANY, wanted).whys] == [
        "Hur bråttom det är har inte valts",
        "Kontaktorsaken är inte vald",
        "Patientens ålder är okänd",
        "Listningen är okänd: fråga var patienten är listad",
        "Var patienten är nu är okänt: 60 minuters väg antas",
    ]
    assert asked([OPEN], ANY, need(listed=OPEN.id)).whys == ()


def test_r7_who_is_listed_in_another_region_is_guided_by_where_they_are() -> None:
    rules = rule_set(rule(1, own=True, listed=True), rule(2, listed=False))
    cards = [card(1, hours=DAY, spot=spot(1)), card(2, hours=DAY, spot=spot(30))]
    routes = asked(cards, rules, need(listed=cards[1].id, region="Östergötland"))
    assert names(routes) == [1, 2]
    assert routes.whys[0].sentence() == (
        "Patienten är listad i Östergötland: fråga var patienten är nu, det avgör vart"
    )


def test_r8_what_is_closed_comes_after_what_is_open_with_its_next_opening() -> None:
    own, over = card(1, hours=DAY, spot=spot(1)), card(9, UnitKind.OUT_OF_HOURS, hours=ALWAYS)
    own = beside(own, related=(RelatedUnit(RelationKind.TAKES_OVER, over.unit.hsa_id.lower()),))
    rules = rule_set(rule(1, own=True))
    routes = asked([own, over], rules, need(when=SATURDAY_NIGHT, listed=own.id))
    assert [(each.outcome, each.closed) for each in routes.destinations] == [
        ("NARAKUT", False), ("VC", True), ("SOS112", False),
    ]  # fmt: skip
    assert "Tar emot när Enhet 1 är stängd" in sentences(routes.destinations[0])
    assert "Stängt vid framkomst, öppnar mån 08:00" in sentences(routes.destinations[1])


def test_closed_is_not_above_open_of_the_same_outcome_whichever_rule_offers_it() -> None:
    own, other = card(1, hours=DAY, spot=spot(1)), card(2, hours=ALWAYS, spot=spot(9))
    rules = rule_set(rule(1, own=True), rule(2, "AKUT"), rule(3))
    routes = asked([own, other], rules, need(when=SATURDAY_NIGHT, listed=own.id))
    assert names(routes) == [2, 1]


def test_what_is_open_far_away_is_shown_although_many_nearer_ones_are_closed() -> None:
    closed = [card(at, hours=DAY, spot=spot(at)) for at in range(1, 3 * SHOWN)]
    unknown, far = card(90, spot=spot(200)), card(91, hours=ALWAYS, spot=spot(300))
    routes = asked([*closed, unknown, far], ANY, need(when=SATURDAY_NIGHT))
    assert names(routes) == [91, 90, *range(1, SHOWN - 1)]
    assert routes.further == 3 * SHOWN - 1 - (SHOWN - 2)


def test_what_nobody_knows_the_hours_of_stands_between() -> None:
    cards = [
        card(1, hours=DAY, spot=spot(1)),
        card(2, hours=Hours(), spot=spot(2)),
        card(3, hours=ALWAYS, spot=spot(3)),
    ]
    routes = asked(cards, ANY, need(when=SATURDAY_NIGHT))
    assert names(routes) == [3, 2, 1]
    assert "Öppettiden är okänd: ring enheten först" in sentences(routes.destinations[1])
    found = [each.opening.state for each in routes.destinations if each.opening]
    assert found == [OpenState.OPEN, OpenState.UNKNOWN, OpenState.CLOSED]


def test_a_redirected_unit_leaves_its_place_to_the_one_that_is_named() -> None:
    shut, other, taker = OPEN, card(2, hours=ALWAYS, spot=spot(6)), card(3, hours=ALWAYS)
    routes = asked([shut, other, taker], ANY, redirects=[redirect(shut, taker)])
    assert names(routes) == [3, 2]
    assert "Tar emot i stället för Enhet 1: Fullt" in sentences(routes.destinations[0])
    (left,) = routes.excluded
    assert left.why.sentence() == "Omdirigerad till Enhet 3 av arbetsledaren: Fullt"
    (left,) = asked([shut], ANY, redirects=[redirect(shut, None)]).excluded
    assert left.why.sentence() == "Tar inte emot patienter nu av arbetsledaren: Fullt"


def test_a_redirect_to_another_kind_of_unit_is_another_outcome() -> None:
    ward = card(3, UnitKind.EMERGENCY, hours=ALWAYS)
    routes = asked([OPEN, ward], ANY, redirects=[redirect(OPEN, ward)])
    assert [each.outcome for each in routes.destinations] == ["AKUT", "SOS112"]


def test_redirects_that_lead_round_in_a_circle_lead_nowhere() -> None:
    other = card(2, hours=ALWAYS)
    circle = [redirect(OPEN, other), redirect(other, OPEN)]
    routes = asked([OPEN, other], ANY, redirects=circle)
    assert [each.outcome for each in routes.destinations] == ["SOS112"]
    assert len(routes.excluded) == 2
    assert routes.whys[-1].sentence() == "Ingen enhet passar: vårdcentral"


def test_a_redirect_holds_for_who_sets_out_or_arrives_while_it_is_in_force() -> None:
    other = card(2, hours=ALWAYS)
    for starts, ends, sent in ((-60, 5, [2]), (5, 60, [2]), (-60, -1, [1, 2]), (40, 60, [1, 2])):
        order = redirect(
            OPEN, other,
            starts_at=THURSDAY + timedelta(minutes=starts),
            ends_at=THURSDAY + timedelta(minutes=ends),
        )  # fmt: skip
        assert names(asked([OPEN, other], ANY, redirects=[order])) == sent


def test_a_retired_unit_leaves_its_place_to_the_one_that_has_replaced_it() -> None:
    heir = card(2, hours=ALWAYS)
    old = replace(OPEN, retired_at=CHANGED, replaced_by=heir.id)
    routes = asked([old, heir], ANY)
    assert names(routes) == [2]
    assert "Har ersatt Enhet 1" in sentences(routes.destinations[0])
    (left,) = routes.excluded
    assert left.why.sentence() == "Enheten tar inte längre emot patienter, ersatt av Enhet 2"


def test_a_unit_that_does_not_take_the_contact_reason_is_left_out_with_the_reason() -> None:
    for criteria in (Criteria(refuses=frozenset({"FEBER"})), Criteria(takes=frozenset({"TAND"}))):
        routes = asked([beside(OPEN, criteria=criteria)], ANY)
        (left,) = routes.excluded
        assert left.why.sentence() == "Enheten tar inte emot den här kontaktorsaken"
        routes = asked([beside(OPEN, criteria=criteria)], ANY, need(reason=""))
        assert WhyCode.REASONS_UNSURE in codes(routes.destinations[0])


def test_old_data_are_told_by_the_oldest_of_what_was_signed_off_and_changed() -> None:
    def told(signed: date | None, changed: int | None) -> list[str]:
        found = replace(
            beside(OPEN, criteria=Criteria(signed_off_on=signed)),
            changed_at=None if changed is None else THURSDAY - timedelta(days=changed),
        )
        return [each for each in sentences(asked([found], ANY).destinations[0]) if "gamla" in each]

    day = THURSDAY.date()
    assert told(day - timedelta(days=214), 3) == ["Uppgifterna om enheten är 214 dagar gamla"]
    assert told(day, 181) == ["Uppgifterna om enheten är 181 dagar gamla"]
    assert told(day - timedelta(days=180), 180) == []
    assert told(None, None) == ["Det är okänt hur gamla uppgifterna om enheten är"]


def test_temporary_information_is_told_while_it_lasts() -> None:
    notice = Notice("Ring på klockan.", THURSDAY, THURSDAY + timedelta(hours=1))
    found = beside(OPEN, notices=(notice, replace(notice, text="Förr.", ends_at=THURSDAY)))
    told = sentences(asked([found], ANY).destinations[0])
    assert [each for each in told if each.startswith("Tillfälligt")] == [
        "Tillfälligt: Ring på klockan."
    ]


def test_without_rules_every_fitting_unit_is_offered_by_its_kind_and_told_so() -> None:
    routes = asked([OPEN, card(2, UnitKind.EMERGENCY, hours=ALWAYS)], None)
    assert [each.outcome for each in routes.destinations] == ["VC", "AKUT", "SOS112"]
    assert {sentences(each)[0] for each in routes.destinations[:2]} == {
        "Inga regler är publicerade"
    }
    assert routes.whys[0].sentence() == "Inga regler är publicerade"
    assert routes.rules_number == 0


def test_when_no_rule_fits_the_nurse_is_told_and_112_is_there() -> None:
    routes = asked([OPEN], rule_set(rule(1, urgencies=frozenset({"U6"}))))
    assert [each.outcome for each in routes.destinations] == ["SOS112"]
    assert routes.whys[0].code is WhyCode.NO_RULE_FITS


def test_a_rule_s_hours_may_go_over_midnight_and_its_day_is_that_of_the_call() -> None:
    rules = rule_set(rule(1, opens=1320, closes=480, days=frozenset({DayClass.LORDAG_AFTON})))
    for when, holds in (
        ("2026-11-21T22:00", True), ("2026-11-21T07:59", True), ("2026-11-21T08:00", False),
        ("2026-11-22T02:00", False), ("2026-12-24T23:00", True), ("2026-11-21T21:59", False),
    ):  # fmt: skip
        assert bool(names(asked([OPEN], rules, need(when=at(when))))) is holds, when


def test_where_the_deed_is_done_the_number_of_the_rules_and_the_age_are_told() -> None:
    routes = asked([OPEN, replace(card(2), changed_at=THURSDAY)], replace(ANY, number=7))
    assert (routes.rules_number, routes.as_of) == (7, THURSDAY)
    assert routes.rank("VC", OPEN.id) == 1
    assert routes.rank("SOS112", None) == 3
    assert routes.rank("AKUT", OPEN.id) == 0


def test_the_words_of_the_issue() -> None:
    """A grown-up listed at Rosenlund, within a day, Saturday 22:30, in the demo region."""
    ground = demo_ground()
    listed = ground.by_hsa["se0000000001-demorosenlund"].id
    wanted = need(when=SATURDAY_NIGHT, age=30, listed=listed, spot=None, municipality="Jönköping")
    routes = asked(ground.cards, demo_rules(), wanted)
    assert [(each.outcome, each.unit and each.unit.unit.name) for each in routes.destinations] == [
        ("NARAKUT", "Närakuten Jönköping, Ryhov"),
        ("NARAKUT", "Närakuten Eksjö"),
        ("NARAKUT", "Närakuten Värnamo Väster"),
        ("AKUT", "Länssjukhuset Ryhov, akutkliniken"),
        ("AKUT", "Höglandssjukhuset Eksjö, akutmottagningen"),
        ("AKUT", "Värnamo sjukhus, akutkliniken"),
        ("VC", "Rosenlunds vårdcentral"),
        ("SOS112", None),
    ]
    assert "Stängt vid framkomst, öppnar sön 10:00" in sentences(routes.destinations[0])
    assert "Öppet när patienten är framme 23:30, dygnet runt" in sentences(routes.destinations[3])
    late = "Öppnar först mån 08:00 – för sent för inom 24 timmar"
    assert late in sentences(routes.destinations[6])


def test_a_patient_at_a_spot_is_guided_from_there() -> None:
    assert names(asked([card(1, hours=ALWAYS, spot=PATIENT)], ANY)) == [1]
