"""The page for the clinic that receives a patient, read back from the PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from kundcenter.adapters.paper.referral import CANCELLED, ReferralPage
from kundcenter.domain.identity import IdKind, PersonId, Sex
from kundcenter.domain.journal import Entry, Note
from kundcenter.domain.people import Person, Protection
from kundcenter.domain.referral_papers import PrintedReferral
from kundcenter.domain.referrals import Referral, ReferralState, Step, StepKind
from kundcenter.domain.sbar import sbar
from kundcenter.domain.unit_cards import Details, UnitCard
from kundcenter.domain.units import Unit, UnitKind
from kundcenter.services.papers import Papers
from kundcenter.start.desk import published_codes

AT = datetime(2026, 11, 21, 17, 15, tzinfo=UTC)
NURSE = UUID(int=4)
PERSON = Person(
    UUID(int=1), PersonId(IdKind.PNR, "198807022382"), "Åsa", "Öberg", registered_at=AT,
    sex=Sex.WOMAN,
)  # fmt: skip
ENTRY = Entry(
    UUID(int=2), PERSON.id, PERSON.person_id, None, NURSE, "Test Sköterska", "Sjuksköterska",
    "SE0000000001-DEMO1", contact_at=AT, created_at=AT,
)  # fmt: skip
UNIT = Unit(UUID(int=6), "SE0000000001-DEMONA", "Närakuten Test", UnitKind.OUT_OF_HOURS, "", "")
CARD = UnitCard(
    UNIT, Details(street="Testgatan 1", postal="555 55 Teststad", way="Entré 6, plan 2"), 1
)
NOTE = Note(
    codes="2026-3",
    reason="FEBER",
    history="Feber sedan tre dagar. <b>inte</b> fet & hög",
    background="Astma.",
    assessment="Behöver bedömas i kväll.",
    urgency="U2",
    outcome="NARAKUT",
    unit_id=UNIT.id,
    advice="Ta med läkemedelslista.",
    call_back_if="Andningen blir sämre.",
    interpreter_kind="TELEFONTOLK",
    interpreter_language="so",
)
REFERRAL = Referral(
    UUID(int=7), ENTRY.id, PERSON.id, None, NURSE, "SE0000000001-DEMO1", AT, "NARAKUT", UNIT.id,
    "U2", booked_at=AT + timedelta(hours=2),
)  # fmt: skip
STEPS = (
    Step(UUID(int=8), REFERRAL.id, StepKind.MADE, AT, NURSE),
    Step(UUID(int=9), REFERRAL.id, StepKind.HANDED_OVER, AT, NURSE, "Test Läkare", ("S", "B")),
    Step(UUID(int=10), REFERRAL.id, StepKind.NOT_REACHED, AT, NURSE, text="Hemligt."),
)
PRINTED = PrintedReferral(
    person=PERSON,
    patient=("Åsa Öberg", "880702-2382"),
    entry=ENTRY,
    referral=REFERRAL,
    parts=sbar(NOTE, published_codes()["2026-3"], PERSON, UNIT, at=AT, booked_at=AT),
    outcome="Närakut",
    urgency="Inom några timmar",
    signed="Inte signerad.",
    printed_at=AT,
    printed_by="Test Sköterska",
    receiver="Närakuten Test",
    steps=STEPS,
    card=CARD,
    names={NURSE: "Test Sköterska"},
    care_unit="Kundcenter Test",
)


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> ReferralPage:
    return ReferralPage(tmp_path_factory.mktemp("typeface"))


def words(pdf: bytes) -> str:
    return "\n".join(sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages)


def test_the_receiver_reads_who_comes_when_and_why(page: ReferralPage) -> None:
    text = words(page(PRINTED))
    for said in (
        "Åsa Öberg",
        "880702-2382",
        "Närakuten Test, Testgatan 1",
        "2026-11-21 20:15",
        "Inom några timmar",
        "S Situation",
        "B Bakgrund",
        "A Aktuellt tillstånd",
        "R Rekommendation",
        "<b>inte</b> fet & hög",
        "Telefontolk",
        "överlämnad muntligt av Test Sköterska till Test Läkare (S, B)",
        "Anteckningen: Inte signerad.",
        "Kundcenter Test, SE0000000001-DEMO1",
        "Utskrivet 2026-11-21 18:15 av Test Sköterska",
        "Sekretess",
        "Sida 1 (1)",
    ):
        assert said in " ".join(text.split()), said


def test_what_was_told_afterwards_is_not_the_receiver_s(page: ReferralPage) -> None:
    assert "Hemligt" not in words(page(PRINTED))


def test_what_is_cancelled_says_so_first_of_all(page: ReferralPage) -> None:
    gone = replace(REFERRAL, state=ReferralState.CANCELLED)
    assert CANCELLED in words(page(replace(PRINTED, referral=gone)))
    assert CANCELLED not in words(page(PRINTED))


def test_a_protected_person_has_neither_name_nor_number_on_it(page: ReferralPage) -> None:
    hidden = replace(PERSON, protection=Protection.CONFIDENTIAL)
    codes = published_codes()["2026-3"]
    text = words(
        page(
            replace(
                PRINTED,
                person=hidden,
                patient=("Skyddad uppgift", "Skyddad uppgift"),
                parts=sbar(NOTE, codes, hidden, UNIT, at=AT),
            )
        )
    )
    assert "SKYDDADE PERSONUPPGIFTER" in text
    assert "Öberg" not in text
    assert "880702" not in text


def test_neither_title_nor_properties_of_the_file_tell_whose_it_is(page: ReferralPage) -> None:
    properties = PdfReader(BytesIO(page(PRINTED))).metadata
    assert properties is not None
    told = " ".join(str(value) for value in properties.values())
    assert "Öberg" not in told
    assert "880702" not in told


def test_a_long_one_fills_several_numbered_pages_and_a_demonstration_says_so(
    page: ReferralPage,
) -> None:
    long = replace(NOTE, history="Rad om hosta.\n" * 200)
    parts = sbar(long, published_codes()["2026-3"], PERSON, UNIT, at=AT)
    none = (lambda _: b"",) * 4
    papers = Papers(
        *none[2:], page, *none[2:], summary_pages=none[0], sample_pages=none[0], demonstration=True
    )
    sheets = PdfReader(BytesIO(papers.referral(replace(PRINTED, parts=parts)))).pages
    assert len(sheets) >= 3
    for number, sheet in enumerate(sheets, start=1):
        text = sheet.extract_text()
        assert f"Sida {number} ({len(sheets)})" in text
        assert "TESTDATA" in text
