"""The printed page of a record entry, read back from the PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from kundcenter.adapters.paper.entry import EntryPage
from kundcenter.domain.composition import compose
from kundcenter.domain.identity import IdKind, PersonId
from kundcenter.domain.journal import Entry, EntryVersion, Note, Relation
from kundcenter.domain.papers import PrintedEntry, VersionText
from kundcenter.domain.people import Person, Protection
from kundcenter.start.desk import published_codes

AT = datetime(2026, 11, 21, 20, 15, tzinfo=UTC)
PERSON = Person(UUID(int=1), PersonId(IdKind.PNR, "198807022382"), "Åsa", "Öberg", registered_at=AT)
ENTRY = Entry(
    UUID(int=2),
    PERSON.id,
    PERSON.person_id,
    UUID(int=3),
    UUID(int=4),
    "Test Sköterska",
    "Sjuksköterska",
    "SE0000000001-DEMO1",
    contact_at=AT,
    created_at=AT,
)
NOTE = Note(
    codes="2026-1",
    informant=Relation.RELATIVE,
    informant_name="Örjan Öberg",
    reason="FEBER",
    history="Feber sedan tre dagar. <b>inte</b> fet & hög",
    assessment="Trolig virusinfektion",
    urgency="U6",
    outcome="EGENVARD",
    advice="Drick mycket. Återkom om febern håller i sig över fem dagar.",
)
VERSION = EntryVersion(
    UUID(int=5), ENTRY.id, 1, NOTE, AT, ENTRY.author_id, signed_at=AT, signed_by=ENTRY.author_id
)


def text_of(version: EntryVersion) -> VersionText:
    return VersionText(version, compose(version.note, published_codes()[version.note.codes]))


PRINTED = PrintedEntry(
    PERSON,
    ENTRY,
    (text_of(VERSION),),
    AT,
    "Test Sköterska",
    "Akutkliniken",
    names={ENTRY.author_id: "Test Sköterska"},
)


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> EntryPage:
    return EntryPage(tmp_path_factory.mktemp("typeface"))


def words(pdf: bytes) -> str:
    return "\n".join(sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages)


def test_the_page_says_who_what_and_when_in_local_time(page: EntryPage) -> None:
    text = words(page(PRINTED))
    for said in (
        "Åsa Öberg",
        "880702-2382",
        "2026-11-21 21:15",
        "Örjan Öberg (anhörig)",
        "Feber",
        "Trolig virusinfektion",
        "Signerad 2026-11-21 21:15 av Test Sköterska",
        "Akutkliniken",
        "Sida 1 (1)",
    ):
        assert said in text


def test_what_looks_like_mark_up_in_a_note_stands_on_the_page_as_it_was_typed(
    page: EntryPage,
) -> None:
    assert "<b>inte</b> fet & hög" in words(page(PRINTED))


def test_a_protected_person_has_no_name_and_no_number_on_paper(page: EntryPage) -> None:
    hidden = replace(PERSON, protection=Protection.CONFIDENTIAL)
    text = words(page(replace(PRINTED, person=hidden)))
    assert "SKYDDADE PERSONUPPGIFTER" in text
    assert "Skyddad uppgift" in text
    assert "Öberg" not in text.replace("Örjan Öberg", "")
    assert "880702" not in text


def test_an_unsigned_entry_says_so(page: EntryPage) -> None:
    unsigned = replace(VERSION, signed_at=None, signed_by=None)
    assert "OSIGNERAD" in words(page(replace(PRINTED, texts=(text_of(unsigned),))))


def test_a_corrected_entry_shows_the_old_text_too(page: EntryPage) -> None:
    corrected = VERSION.succeeded(
        UUID(int=6),
        note=replace(NOTE, assessment="Trolig influensa"),
        at=AT + timedelta(hours=1),
        by=ENTRY.author_id,
        correction="fel bedömning antecknad",
    )
    text = words(page(replace(PRINTED, texts=(text_of(VERSION), text_of(corrected)))))
    assert "Trolig influensa" in text
    assert "Trolig virusinfektion" in text
    assert "Tidigare version 1" in text
    assert "fel bedömning antecknad" in text


def test_neither_title_nor_properties_of_the_file_tell_whose_it_is(page: EntryPage) -> None:
    properties = PdfReader(BytesIO(page(PRINTED))).metadata
    assert properties is not None
    told = " ".join(str(value) for value in properties.values())
    assert "Öberg" not in told
    assert "880702" not in told


def test_a_long_note_fills_several_numbered_pages(page: EntryPage) -> None:
    long = replace(VERSION, note=replace(NOTE, history="Rad om hosta.\n" * 300))
    pdf = page(replace(PRINTED, texts=(text_of(long),)))
    sheets = PdfReader(BytesIO(pdf)).pages
    assert len(sheets) >= 4
    assert f"Sida {len(sheets)} ({len(sheets)})" in sheets[-1].extract_text()
