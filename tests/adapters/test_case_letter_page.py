"""The letters about a case, read back from the PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from time import perf_counter

import pytest
from pypdf import PdfReader

from kundcenter.adapters.paper.case_letter import MEDIATED, CaseLetterPages
from kundcenter.adapters.paper.sheet import PROTECTED
from kundcenter.domain.case_codes import LetterKind
from kundcenter.domain.case_letters import CaseLetter
from kundcenter.domain.papers import HIDDEN
from kundcenter.services.papers import Papers
from tests.naughty import ODD

AT = datetime(2026, 11, 21, 17, 15, tzinfo=UTC)
LETTER = CaseLetter(
    kind=LetterKind.CONFIRMATION,
    number="7F3K-9Q2M",
    title="Vi har tagit emot ditt klagomål",
    paragraphs=("Tack! <b>inte</b> fet & hög", "Du får svar senast den 28 december 2026."),
    printed_at=AT,
    printed_by="Test Handläggare",
    to=("Åsa Öberg", "Testgatan 1", "555 55 Teststad"),
    issuer="Kundcenter Test",
    parts=(("Så här har vi skrivit ner det du berättade", "De glömde\nbort mig."),),
)
OVER = replace(
    LETTER,
    kind=LetterKind.HAND_OVER,
    title="Överlämnande av ärende",
    to=("Vård AB Exempel",),
    facts=(("Patient", "Åsa Öberg"), ("Identitet", "880702-2382")),
    secrecy=True,
)


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> CaseLetterPages:
    return CaseLetterPages(tmp_path_factory.mktemp("typeface"))


def words(pdf: bytes) -> str:
    sheets = PdfReader(BytesIO(pdf)).pages
    return " ".join("\n".join(sheet.extract_text() for sheet in sheets).split())


def test_the_complainant_reads_to_whom_from_whom_and_what(pages: CaseLetterPages) -> None:
    text = words(pages(LETTER))
    for said in (
        "Vi har tagit emot ditt klagomål",
        "Ärende 7F3K-9Q2M",
        "Åsa Öberg Testgatan 1 555 55 Teststad",
        "<b>inte</b> fet & hög",
        "senast den 28 december 2026",
        "De glömde bort mig.",
        "Med vänlig hälsning Test Handläggare Kundcenter Test",
        "Utskrivet 2026-11-21 18:15 av Test Handläggare",
        "Sida 1 (1)",
    ):
        assert said in text, said
    assert "Sekretess" not in text
    assert MEDIATED not in text


def test_a_hand_over_is_under_secrecy_and_has_its_facts(pages: CaseLetterPages) -> None:
    text = words(pages(OVER))
    for said in ("Vård AB Exempel", "Patient Åsa Öberg", "880702-2382", "Sekretess enligt 25 kap."):
        assert said in text, said
    assert PROTECTED not in text


def test_a_protected_person_s_letter_says_how_it_is_sent(pages: CaseLetterPages) -> None:
    text = words(pages(replace(LETTER, to=(), mediated=True, protected=True)))
    assert MEDIATED in text
    assert "Öberg" not in text
    hidden = replace(OVER, facts=(("Patient", HIDDEN), ("Identitet", HIDDEN)), protected=True)
    told = words(pages(hidden))
    assert PROTECTED in told
    assert MEDIATED not in told


def test_neither_title_nor_properties_of_the_file_tell_whose_it_is(pages: CaseLetterPages) -> None:
    for letter in (LETTER, OVER):
        properties = PdfReader(BytesIO(pages(letter))).metadata
        assert properties is not None
        told = " ".join(str(value) for value in properties.values())
        assert "Öberg" not in told
        assert "880702" not in told


def test_a_long_one_fills_several_pages_and_the_name_never_stands_alone(
    pages: CaseLetterPages,
) -> None:
    none = (lambda _: b"",) * 4
    papers = Papers(
        *none[1:], pages, none[0], summary_pages=none[0], sample_pages=none[0], demonstration=True
    )
    for lines in range(20, 90, 7):
        long = replace(LETTER, parts=(), paragraphs=("Början.", *["Rad om hosta."] * lines))
        sheets = PdfReader(BytesIO(papers.case_letter(long))).pages
        for number, sheet in enumerate(sheets, start=1):
            assert f"Sida {number} ({len(sheets)})" in sheet.extract_text()
            assert "TESTDATA" in sheet.extract_text()
        assert "Rad om hosta." in sheets[-1].extract_text()
    assert len(sheets) >= 3


def test_what_is_longer_than_a_page_is_set_whole(pages: CaseLetterPages) -> None:
    own = "\n".join(f"Rad {number}." for number in range(300))
    text = words(pages(replace(LETTER, parts=(("Med egna ord", own),))))
    assert all(f"Rad {number}." in text for number in range(300))
    assert "Med vänlig hälsning" in text
    wide = words(pages(replace(LETTER, paragraphs=("x" * 4000, "\0\ttext"))))
    assert wide.count("x") >= 4000


def test_odd_text_is_set_as_it_is_typed(pages: CaseLetterPages) -> None:
    """Nothing in it is mark-up, a picture or a page of somebody else's."""
    for text in ODD:
        letter = replace(LETTER, paragraphs=(text,), to=(text,), parts=((text, text),))
        pdf = pages(replace(letter, facts=(("Patient", text), ("Identitet", text))))
        assert "Med vänlig hälsning" in words(pdf)
    shown = words(pages(replace(LETTER, paragraphs=("<img src='file:///etc/passwd'/>",))))
    assert "<img src='file:///etc/passwd'/>" in shown


def test_thousands_of_lines_of_a_citizen_hold_nobody_up(pages: CaseLetterPages) -> None:
    """Broken anew on every page, as one paragraph, they took more than a minute."""
    lines = [f"{n:04}" for n in range(10_000)]
    said = "\n".join(lines)
    began = perf_counter()
    pdf = pages(replace(LETTER, paragraphs=(said,), parts=(("Med egna ord", said),)))
    assert perf_counter() - began < 30
    text = "\n".join(sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages)
    assert [line for line in text.splitlines() if line.isdecimal() and len(line) == 4] == lines * 2
