"""The page of those who answer for the rules and the content: by keys, on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import resources
from kundcenter.domain.access import Role
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.guided import furnish_guidance
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_people import beside, picture
from ui.dialogs.pack_import import PackImportDialog
from ui.dialogs.rule import RuleDialog
from ui.dialogs.rule_case import CaseDialog
from ui.dialogs.topic import TopicDialog
from ui.panels.guidance import PACKS, GuidancePage
from ui.theme.fonts import load_fonts

PACK = Path(resources.__file__).parent / "packs" / "demo-2026-1.toml"


@pytest.fixture
def lead(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    """The medical lead at the page, with rules in force and an approved pack."""

    def furnish() -> None:
        furnish_guidance(ground)
        ground.desk.sessions.sign_in("admin", PASSWORD)
        ground.operator("lead", Role.MEDICAL_LEAD, position="Medicinskt ansvarig")
        ground.desk.sessions.sign_out()

    beside(furnish)
    load_fonts()
    made = Seat(ground, tmp_path)
    made.sign_in("lead")
    made.press("Ctrl+9")
    made.see("Vägledning", "Påhittade regler", "Gäller")
    yield made
    made.leave()


def page_of(seat: Seat) -> GuidancePage:
    page = seat.workstation.pages["guidance"]
    assert isinstance(page, GuidancePage)
    return page


def drafted(seat: Seat) -> None:
    seat.press("Ctrl+Shift+N")
    seat.see("Nytt utkast", "Börja")
    seat.press("Return")
    seat.see("Utkast", "Ny regel")
    seat.settle()


def add_case(seat: Seat, name: str, first: str) -> None:
    page_of(seat).rules.add_case.click()
    seat.see("Fall", "Får aldrig erbjudas")
    (dialog,) = seat.window.findChildren(CaseDialog)
    dialog.name.set_text(name)
    dialog.at.set_text("2026-11-21 21:00")
    dialog.age.set_text("40")
    dialog.first.choose(first)
    dialog.primary.click()
    seat.settle()


def test_what_is_in_force_is_read_and_cannot_be_changed(lead: Seat) -> None:
    lead.see("BARN", "NARA", "U1 U2 U3 · –17 år", "Barn bedöms på barnakuten på kvällen")
    picture(lead, "rules")
    rules = page_of(lead).rules
    rules.rules.selectRow(0)
    lead.press("Return")
    lead.settle()
    assert not lead.window.findChildren(RuleDialog)
    assert rules.publish.isHidden() and rules.add_rule.isHidden()


def test_a_draft_is_published_when_its_cases_hold_and_the_difference_has_been_shown(
    lead: Seat,
) -> None:
    drafted(lead)
    add_case(lead, "Vuxen lördag kväll", "NARAKUT")
    lead.see("Vuxen lördag kväll", "Inte provat")
    lead.press("Ctrl+R")
    lead.see("Stämmer")
    lead.press("Ctrl+Return")
    lead.see("Publicera reglerna?", "Alla 1 fall stämmer.", "Ny: Fall Vuxen lördag kväll")
    picture(lead, "publish")
    lead.press("Ctrl+Return")
    lead.see("Reglerna gäller nu.")
    lead.settle()
    found = asked(lead, lambda desk: desk.rules.in_force())
    assert found is not None and found.number == 8
    assert [case.name for case in found.cases] == ["Vuxen lördag kväll"]


def test_a_case_that_fails_is_named_and_nothing_is_published(lead: Seat) -> None:
    drafted(lead)
    add_case(lead, "Vuxen till barnakuten", "BARNAKUT")
    lead.press("Ctrl+Return")
    lead.see("1 av 1 fall stämmer inte.", "Vuxen till barnakuten: Först kommer NARAKUT")
    lead.press("Esc")
    lead.settle()
    found = asked(lead, lambda desk: desk.rules.in_force())
    assert found is not None and found.number == 7


def test_a_rule_is_written_and_what_is_wrong_with_it_is_said_with_its_line(lead: Seat) -> None:
    drafted(lead)
    rules = page_of(lead).rules
    rules.add_rule.click()
    lead.see("Regel", "Det som lämnas tomt frågar regeln inte efter.")
    (dialog,) = lead.window.findChildren(RuleDialog)
    picture(lead, "rule")
    dialog.opens.set_text("sju")
    dialog.primary.click()
    lead.see("Skriv klockan som 17:00.")
    dialog.opens.set_text("17:00")
    dialog.closes.set_text("08:00")
    dialog.code.set_text("ny regel")
    dialog.primary.click()
    lead.see("Regler, rad")
    lead.see("skrivs med versaler, siffror, bindestreck")
    rules.add_rule.click()
    lead.settle()
    (dialog,) = [each for each in lead.window.findChildren(RuleDialog) if each.isVisible()]
    dialog.code.set_text("NATT")
    dialog.opens.set_text("22:00")
    dialog.closes.set_text("07:00")
    dialog.outcome.choose("AKUT")
    dialog.kind.choose("AKUT")
    dialog.primary.click()
    lead.see("NATT", "22:00–07:00")
    assert rules.trouble.isHidden()


def test_tab_goes_through_every_field_of_a_rule_and_round_again(lead: Seat) -> None:
    drafted(lead)
    page_of(lead).rules.add_rule.click()
    lead.see("Skäl som visas")
    (dialog,) = lead.window.findChildren(RuleDialog)
    met = []
    while lead.focus() not in met:
        met.append(lead.focus())
        lead.press("Tab")
    fields = (dialog.listed.box, dialog.outcome.box, dialog.kind.box, dialog.own)
    ends = (dialog.sentence.edit, dialog.secondary, dialog.primary)
    assert set(met) >= {*fields, *ends, *dialog.days.values(), dialog.code.edit}
    assert lead.focus() is met[0]


def test_a_draft_is_thrown_away_and_what_was_in_force_is_shown(lead: Seat) -> None:
    drafted(lead)
    page_of(lead).rules.drop.click()
    lead.see("Kasta utkastet?")
    lead.press("Tab")
    lead.press("Return")
    lead.see_no_more("Utkast")
    lead.see("Gäller")


def test_a_topic_gets_a_wording_of_its_own_and_loses_it_again(lead: Seat) -> None:
    page = page_of(lead)
    page.part.choose(PACKS)
    page._show()
    lead.see("Samtalsstöd", "Huvudvärk")
    picture(lead, "packs")
    lead.press("Ctrl+F")
    lead.write("feber")
    lead.settle()
    page.packs.topics.selectRow(0)
    shown = page.packs.topics.current
    assert shown is not None and shown.topic.reason == "FEBER"
    lead.press("Ctrl+B")
    lead.see("Spara egen lydelse")
    (dialog,) = lead.window.findChildren(TopicDialog)
    picture(lead, "topic")
    dialog.advice.set_text("Drick ofta.\nKlä av barnet. (till och med 6 år)")
    dialog.primary.click()
    lead.see("Den egna lydelsen gäller nu.", "Egen lydelse")
    kept = asked(lead, lambda desk: desk.packs.shelf()).get(shown.pack_code, shown.topic.code)
    assert kept is not None and kept.edited
    assert [ask.oldest for ask in kept.topic.advice] == [None, 6]
    page.packs.topics.selectRow(0)
    lead.press("Ctrl+B")
    lead.see("Ta tillbaka den egna lydelsen")
    open_now = [each for each in lead.window.findChildren(TopicDialog) if each.isVisible()]
    open_now[0].take_back.click()
    lead.see("Paketets egen lydelse gäller igen.")


def test_a_pack_is_brought_in_after_its_difference_and_approved(lead: Seat, tmp_path: Path) -> None:
    newer = PACK.read_text(encoding="utf-8").replace('version = "2026-1"', 'version = "2026-2"')
    newer = newer.replace('title = "Feber"', 'title = "Feber hos alla"')
    path = tmp_path / "pack.toml"
    path.write_text(newer, encoding="utf-8")
    page = page_of(lead)
    page.part.choose(PACKS)
    page._show()
    lead.press("Ctrl+Shift+O")
    lead.see("Läs in innehållspaket")
    (dialog,) = lead.window.findChildren(PackImportDialog)
    dialog.read(str(path))
    lead.see("0 nya ämnen, 1 ändrade", "Ändrat ämne: Feber hos alla")
    picture(lead, "pack-import")
    dialog.primary.click()
    lead.see("Väntar på godkännande")
    page.packs.versions.selectRow(0)
    lead.press("Ctrl+G")
    lead.see("Godkänna innehållspaketet?")
    lead.press("Return")
    lead.see("Feber hos alla")
    shelf = asked(lead, lambda desk: desk.packs.shelf())
    assert [pack.content.version for pack in shelf.packs] == ["2026-2"]
    assert shelf.packs[0].approver
    assert shelf.packs[0].content.review_on > date(2026, 11, 21)
