"""The printed page of a message, read back from the PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from kundcenter.adapters.paper.message import URGENT, MessagePage
from kundcenter.adapters.paper.sheet import PROTECTED
from kundcenter.domain.papers import HIDDEN
from kundcenter.domain.switchboard.message_letters import KEPT_BACK, LeavingMessage
from kundcenter.domain.switchboard.messages import (
    Message,
    MessageChannel,
    MessageDraft,
    MessageState,
)
from tests.naughty import ODD

AT = datetime(2026, 11, 21, 17, 15, tzinfo=UTC)
ID = UUID(int=1)
DRAFT = MessageDraft(
    MessageChannel.PRINT,
    "Vill bli uppringd om <b>leveransen</b> & fakturan.\nHelst före tolv.",
    contact_id=ID,
    callback="+46701740605",
    caller="Åsa på Firman",
    read_back=True,
    person_id=ID,
)
MESSAGE = Message(ID, DRAFT, MessageState.PRINTED, AT, ID, AT)
LEAVING = LeavingMessage(
    MESSAGE,
    ("Anna Test", "Läkarsekreterare", "Medicinkliniken"),
    "Test Vera",
    AT,
    "Test Vidar",
    patient=("Test Person", "880702-2382"),
)


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> MessagePage:
    return MessagePage(tmp_path_factory.mktemp("typeface"))


def words(pdf: bytes) -> str:
    sheets = PdfReader(BytesIO(pdf)).pages
    return " ".join("\n".join(sheet.extract_text() for sheet in sheets).split())


def test_the_page_says_to_whom_from_whom_and_what(page: MessagePage) -> None:
    text = words(page(LEAVING))
    for said in (
        "Meddelande",
        "Anna Test, Läkarsekreterare, Medicinkliniken",
        "Åsa på Firman",
        "070-174 06 05",
        "2026-11-21 18:15",
        "Test Vera",
        "Test Person",
        "880702-2382",
        "uppringd om <b>leveransen</b> & fakturan. Helst före tolv.",
        "Uppläst ja",
        "Utskrivet 2026-11-21 18:15 av Test Vidar",
    ):
        assert said in text
    for not_said in (URGENT, PROTECTED, "TESTDATA"):
        assert not_said not in text


def test_what_is_urgent_says_so_first(page: MessagePage) -> None:
    urgent = replace(LEAVING, message=replace(MESSAGE, draft=replace(DRAFT, urgent=True)))
    text = words(page(urgent))
    assert URGENT in text and text.index(URGENT) < text.index("Anna Test")


def test_of_a_protected_person_nothing_is_on_the_page(page: MessagePage) -> None:
    text = words(page(replace(LEAVING, protected=True, patient=(HIDDEN, HIDDEN))))
    assert PROTECTED in text and KEPT_BACK in text and HIDDEN in text
    for secret in ("Test Person", "880702", "070-174", "Åsa på Firman"):
        assert secret not in text


def test_what_was_not_said_has_no_heading(page: MessagePage) -> None:
    bare = replace(DRAFT, callback="", caller="", read_back=False)
    text = words(page(replace(LEAVING, message=replace(MESSAGE, draft=bare), patient=None)))
    for heading in ("Ring upp", "Från", "Gäller", "Person"):
        assert heading not in text
    assert "Uppläst nej" in text


def test_the_document_carries_no_name_of_anybody(page: MessagePage) -> None:
    told = PdfReader(BytesIO(page(LEAVING))).metadata
    assert told is not None
    assert (told.title, told.author) == ("Meddelande", "Kundcenter")


def test_whatever_was_written_can_be_printed(page: MessagePage) -> None:
    for text in (*ODD, "å" * 2_000, "\n".join("rad" for _ in range(400))):
        message = replace(
            MESSAGE, draft=replace(DRAFT, text=text, caller=" ".join(text.split())[:300])
        )
        pdf = page(replace(LEAVING, message=message))
        assert pdf.startswith(b"%PDF")
