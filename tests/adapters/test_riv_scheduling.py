"""crm:scheduling 1.1: what comes in of an answer, held against the contract's own schemas."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Collection
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
import xmlschema

from kundcenter.adapters import booking_file, riv_scheduling
from kundcenter.adapters.booking_file import read_booking_file
from kundcenter.adapters.passing_markup import DEEPEST, LONGEST
from kundcenter.adapters.riv_scheduling import ADDED, AVAILABLE, CORE, SCHEDULE, read_scheduling
from kundcenter.domain import booking_sheets
from kundcenter.domain.booking_sheets import BookingFault, BookingFileTooLarge, BookingSheet
from kundcenter.domain.bookings import BookingKind, CareType
from kundcenter.domain.identity import IdKind, PersonId
from kundcenter.domain.imported_bookings import ImportedBooking, IncomingTime
from tests.external import FOLDER, external_path

TODAY = date(2026, 11, 20)
UNIT = "SE0000000001-DEMO1"
WOMAN = "198807022382"
# In the order of the schema.
WHOLE = {
    "startTimeInclusive": "20261123101500",
    "endTimeExclusive": "20261123104500",
    "healthcare_facility": UNIT,
    "performer": "SE0000000001-P1",
    "bookingId": "B1",
    "subject_of_care": WOMAN,
    "purpose": "Kontroll",
    "reason": "Halsont",
    "resourceName": "Rum 3",
    "healthcare_facility_name": "Demo mottagning",
    "performerName": "Test Läkare",
    "resourceID": "R3",
    "timeTypeName": "Nybesök",
    "timeTypeID": "NYBESOK",
    "careTypeName": "Öppen specialistvård",
    "careTypeID": "7",
    "cancel_booking_allowed": "true",
    "rebooking_allowed": "false",
    "message_allowed": "1",
}
NEEDED = ("startTimeInclusive", "endTimeExclusive", "healthcare_facility", "bookingId",
          "subject_of_care")  # fmt: skip


def detail(_drop: Collection[str] = (), _invited: str = "", **other: str) -> str:
    """A timeslotDetail, one element a line."""
    said = {name: text for name, text in {**WHOLE, **other}.items() if name not in _drop}
    lines = [f"<c:{name}>{text}</c:{name}>" for name, text in said.items()]
    if _invited:
        lines.append(f"<n:isInvitation>{_invited}</n:isInvitation>")
    return "<r:timeslotDetail>\n" + "\n".join(lines) + "\n</r:timeslotDetail>"


def bare(**other: str) -> str:
    """One with only what is needed."""
    return detail(tuple(WHOLE.keys() - {*NEEDED, *other}), **other)


def answer(
    *details: str, space: str = SCHEDULE, before: str = "", encoding: str = "UTF-8"
) -> bytes:
    name = {SCHEDULE: "GetSubjectOfCareScheduleResponse"}.get(
        space, "GetAvailableTimeslotsResponse"
    )
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n{before}'
        f'<r:{name} xmlns:r="{space}" xmlns:c="{CORE}" xmlns:n="{ADDED}">\n'
        + "\n".join(details)
        + f"\n</r:{name}>"
    )
    return text.encode(encoding)


def read(raw: bytes) -> BookingSheet:
    sheet = read_scheduling(io.BytesIO(raw), TODAY)
    assert not (sheet.faults and (sheet.bookings or sheet.times))
    return sheet


def faults(raw: bytes) -> list[tuple[int, BookingFault, str]]:
    return [(each.line, each.fault, each.column) for each in read(raw).faults]


def booking(detail: str) -> ImportedBooking:
    (row,) = read(answer(detail)).bookings
    return row


@cache
def schema(which: str) -> xmlschema.XMLSchema:
    """The contract's own, without the ^ and $ that XML schema takes for letters (DOMAIN §9.2)."""
    path = external_path("riv/scheduling-1.1") / "interactions" / f"{which}Interaction"
    core = FOLDER / "riv/scheduling-1.1/core_components/crm_scheduling_1.1.xsd"
    text = core.read_text(encoding="utf-8")
    assert text.count("^[0-9]{8}[0-9pPtTfF][0-9]{3}$") == 1
    sound = text.replace("^[0-9]{8}[0-9pPtTfF][0-9]{3}$", "[0-9]{8}[0-9pPtTfF][0-9]{3}")
    return _built(path / f"{which}Responder_1.1.xsd", core, sound)


def _built(file: Path, core: Path, sound: str) -> xmlschema.XMLSchema:
    with tempfile.TemporaryDirectory() as folder:
        beside = Path(folder) / "interactions" / file.parent.name
        shutil.copytree(file.parent, beside)
        shutil.copytree(core.parent, Path(folder) / core.parent.name)
        copied = Path(folder) / core.parent.name / core.name
        copied.chmod(0o600)
        copied.write_text(sound, encoding="utf-8")
        built = xmlschema.XMLSchema(str(beside / file.name))
        built.build()
        return built


@pytest.fixture
def of_schedule() -> xmlschema.XMLSchema:
    return schema("GetSubjectOfCareSchedule")


@pytest.fixture
def of_times() -> xmlschema.XMLSchema:
    return schema("GetAvailableTimeslots")


def test_what_the_contract_allows_is_read_whole(of_schedule: xmlschema.XMLSchema) -> None:
    raw = answer(detail(_invited="true"), detail(bookingId="B2"), bare(bookingId="B3"))
    of_schedule.validate(io.BytesIO(raw))
    sheet = read(raw)
    assert (sheet.faults, sheet.seen, sheet.encoding) == ((), 3, "utf-8")
    first, second, third = sheet.bookings
    assert first == ImportedBooking(
        row=3,
        hsa_id=UNIT,
        source="B1",
        identity=PersonId(IdKind.PNR, WOMAN),
        kind=BookingKind.TIMED_INVITATION,
        starts_at=datetime(2026, 11, 23, 9, 15, tzinfo=UTC),  # Swedish winter time, without a zone
        ends_at=datetime(2026, 11, 23, 9, 45, tzinfo=UTC),
        care_type=CareType.SPECIALIST,
        time_type="NYBESOK",
        purpose="Kontroll",
        performer="Test Läkare",
        resource="Rum 3",
        cancel_allowed=True,
        rebook_allowed=False,
        message_allowed=True,
    )
    assert (second.kind, second.row) == (BookingKind.BOOKED, 25)
    assert (third.care_type, third.time_type, third.performer) == (None, "", "")
    assert (third.cancel_allowed, third.rebook_allowed, third.message_allowed) == (False,) * 3


def test_free_times_of_the_contract_are_read(of_times: xmlschema.XMLSchema) -> None:
    dropped = ("bookingId", "subject_of_care", "reason", "purpose")
    raw = answer(detail(dropped), detail(dropped, resourceID="R4"), space=AVAILABLE)
    of_times.validate(io.BytesIO(raw))
    first, second = read(raw).times
    assert first == IncomingTime(
        row=3,
        hsa_id=UNIT,
        source="20261123101500 NYBESOK R3",
        time_type="NYBESOK",
        starts_at=datetime(2026, 11, 23, 9, 15, tzinfo=UTC),
        ends_at=datetime(2026, 11, 23, 9, 45, tzinfo=UTC),
        care_type=CareType.SPECIALIST,
        performer="Test Läkare",
        resource="Rum 3",
    )
    assert second.source == "20261123101500 NYBESOK R4"
    again = answer(detail(dropped), detail(dropped), space=AVAILABLE)
    assert faults(again) == [(20, BookingFault.REPEATED, "")]
    untyped = answer(detail((*dropped, "timeTypeID", "timeTypeName")), space=AVAILABLE)
    assert faults(untyped) == [(3, BookingFault.MISSING, "timeTypeID")]


@pytest.mark.parametrize("flag", ["cancel_booking_allowed", "rebooking_allowed", "message_allowed"])
def test_a_flag_allows_only_when_it_is_there_and_true(
    flag: str, of_schedule: xmlschema.XMLSchema
) -> None:
    field = {"cancel_booking_allowed": "cancel_allowed", "rebooking_allowed": "rebook_allowed"}.get(
        flag, "message_allowed"
    )
    for said, allowed in (("true", True), ("1", True), ("false", False), ("0", False)):
        of_schedule.validate(io.BytesIO(answer(bare(**{flag: said}))))
        assert getattr(booking(bare(**{flag: said})), field) is allowed
    assert getattr(booking(detail((flag,))), field) is False
    for said in ("", "ja", "TRUE", "yes", "2"):
        raw = answer(bare(**{flag: said}))
        assert not of_schedule.is_valid(io.BytesIO(raw))
        assert faults(raw) == [(9, BookingFault.FLAG, flag)]


def test_a_flag_that_stands_twice_or_in_another_namespace_allows_nothing() -> None:
    twice = bare(cancel_booking_allowed="false").replace(
        "</c:cancel_booking_allowed>",
        "</c:cancel_booking_allowed>\n<c:cancel_booking_allowed>true</c:cancel_booking_allowed>",
    )
    assert faults(answer(twice)) == [(10, BookingFault.TWICE, "cancel_booking_allowed")]
    elsewhere = bare(cancel_booking_allowed="true").replace("c:cancel", "n:cancel")
    assert booking(elsewhere).cancel_allowed is False
    inner = bare().replace(
        "</r:timeslotDetail>",
        "<n:x><c:cancel_booking_allowed>true</c:cancel_booking_allowed></n:x></r:timeslotDetail>",
    )
    assert booking(inner).cancel_allowed is False


def test_an_invitation_is_one_only_when_it_says_so() -> None:
    assert booking(detail(_invited="true")).kind is BookingKind.TIMED_INVITATION
    assert booking(detail(_invited="0")).kind is BookingKind.BOOKED
    assert faults(answer(detail(_invited="kanske")))[0][1:] == (BookingFault.FLAG, "isInvitation")
    wrong_space = detail(_invited="true").replace("n:isInvitation", "c:isInvitation")
    assert booking(wrong_space).kind is BookingKind.BOOKED


def test_the_schema_s_own_slip_of_spelling_is_understood() -> None:
    core = (
        external_path("riv/scheduling-1.1") / "core_components/crm_scheduling_1.1.xsd"
    ).read_text(encoding="utf-8")
    assert 'name="perfomer"' in core
    slipped = detail(("performerName",)).replace("c:performer>", "c:perfomer>")
    assert booking(slipped).performer == "SE0000000001-P1"


@pytest.mark.parametrize(
    ("element", "said", "fault"),
    [
        ("startTimeInclusive", "", BookingFault.MISSING),
        ("startTimeInclusive", "20260230101500", BookingFault.INSTANT),
        ("startTimeInclusive", "20261123", BookingFault.INSTANT),
        ("startTimeInclusive", "00010101000000", BookingFault.INSTANT),
        ("startTimeInclusive", "20260329021500", BookingFault.INSTANT),
        ("endTimeExclusive", "20261123101500", BookingFault.ORDER),
        ("healthcare_facility", "", BookingFault.MISSING),
        ("healthcare_facility", "två ord", BookingFault.HSA_ID),
        ("bookingId", "", BookingFault.MISSING),
        ("bookingId", "x" * 65, BookingFault.TOO_LONG),
        ("subject_of_care", "", BookingFault.MISSING),
        ("subject_of_care", "198807022383", BookingFault.NUMBER),
        ("purpose", "x" * 301, BookingFault.TOO_LONG),
        ("purpose", "NÃ¤ssjö", BookingFault.LETTERS),
        ("purpose", "a\u202eb", BookingFault.SIGNS),
    ],
)
def test_a_faulty_element_refuses_the_file_with_its_line(
    element: str, said: str, fault: BookingFault
) -> None:
    raw = answer(detail(bookingId="B0"), detail(**{element: said}))
    line = 4 + 20 + 1 + list(WHOLE).index(element)
    assert faults(raw) == [(line, fault, element)]


@pytest.mark.parametrize("element", NEEDED)
def test_an_element_that_is_needed_and_is_not_there_is_told_of_the_booking(element: str) -> None:
    assert faults(answer(detail((element,)))) == [(3, BookingFault.MISSING, element)]


def test_the_summer_hour_that_comes_twice_is_the_first() -> None:
    found = booking(detail(startTimeInclusive="20261025023000", endTimeExclusive="20261025033000"))
    assert found.starts_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert found.ends_at == datetime(2026, 10, 25, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize("encoding", ["UTF-8", "ISO-8859-1", "windows-1252", "UTF-16"])
def test_letters_are_read_as_the_file_declares_them(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "tider.csv"  # its content says what it is, not its name
    path.write_bytes(answer(detail(), encoding=encoding))
    sheet = read_booking_file(str(path), TODAY)
    assert sheet.bookings[0].performer == "Test Läkare"
    assert sheet.encoding == encoding.lower()


def test_a_soap_envelope_does_not_matter() -> None:
    xml = answer(detail()).decode().partition("\n")[2]
    envelope = (
        '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
        f"{xml}</s:Body></s:Envelope>"
    )
    assert len(read(envelope.encode()).bookings) == 1


def test_a_booking_stands_once_in_an_answer() -> None:
    again = detail(healthcare_facility=UNIT.lower())
    assert faults(answer(detail(), again)) == [(24, BookingFault.REPEATED, "")]


def test_a_document_type_is_refused_unread(tmp_path: Path) -> None:
    secret = tmp_path / "hemligt"
    secret.write_text("HEMLIGT", encoding="utf-8")
    outside = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]>\n'
    laughs = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n'
    for before, said in ((outside, "&x;"), (laughs, "&b;")):
        sheet = read(answer(detail(purpose=said), before=before))
        assert [each.fault for each in sheet.faults] == [BookingFault.DOCTYPE]
        assert "HEMLIGT" not in repr(sheet)
    assert faults(answer(detail(purpose="&x;")))[0][1] is BookingFault.MARKUP


def test_what_is_broken_or_something_else_is_refused() -> None:
    assert faults(answer(detail())[:-10])[0][1] is BookingFault.MARKUP
    assert faults(b"<a/>") == [(1, BookingFault.NOT_RIV, "")]
    assert faults(answer()) == [(4, BookingFault.NOTHING, "")]
    deep = "<n:a>" * (DEEPEST + 1)
    assert faults(answer(deep))[0][1] is BookingFault.NESTED
    assert faults(answer(detail(purpose="x" * (LONGEST + 1))))[0][1] is BookingFault.TOO_LONG
    within = answer(detail()).decode().partition("\n")[2]
    assert faults(answer(within))[0][1] is BookingFault.NOT_RIV


def test_a_file_has_a_limit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(riv_scheduling, "FILE_LIMIT", 100)
    with pytest.raises(BookingFileTooLarge):
        read(answer(detail()))
    monkeypatch.setattr(booking_file, "FILE_LIMIT", 100)
    path = tmp_path / "tider.csv"
    path.write_text("x" * 101, encoding="utf-8")
    with pytest.raises(BookingFileTooLarge) as refused:
        read_booking_file(str(path), TODAY)
    assert refused.value.facts == {"size": 101, "limit": 100}


def test_more_rows_than_may_be_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(booking_sheets, "ROW_LIMIT", 3)
    raw = answer(*(detail(bookingId=f"B{n}") for n in range(5)))
    assert [each.fault for each in read(raw).faults] == [BookingFault.TOO_MANY]


def test_the_published_examples_are_requests_and_bring_in_nothing() -> None:
    """T3 of DOMAIN §9.4: the template of CancelBooking is valid, that of MakeBooking is not."""
    folder = external_path("riv/scheduling-1.1") / "interactions"
    examples = sorted(folder.glob("*/*.xml"))
    assert len(examples) == 5
    for path in examples:
        sheet = read_booking_file(str(path), TODAY)
        assert [each.fault for each in sheet.faults] == [BookingFault.NOT_RIV], path.name
    cancel = folder / "CancelBookingInteraction" / "CancelBookingResponder_1.1.xml"
    assert schema("CancelBooking").is_valid(str(cancel))
    make = folder / "MakeBookingInteraction" / "MakeBookingResponder_1.1.xml"
    assert not schema("MakeBooking").is_valid(str(make))


def test_as_published_the_schema_takes_no_number_at_all() -> None:
    """Which is why the tests here take the literal anchors away."""
    path = external_path("riv/scheduling-1.1") / "interactions/GetSubjectOfCareScheduleInteraction"
    published = xmlschema.XMLSchema(
        str(path / "GetSubjectOfCareScheduleResponder_1.1.xsd"), validation="lax"
    )
    raw = answer(detail())
    assert not published.is_valid(io.BytesIO(raw))
    assert schema("GetSubjectOfCareSchedule").is_valid(io.BytesIO(raw))
