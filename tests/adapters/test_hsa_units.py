"""HSA's XML: what comes in, what is refused whole, and what no parser may be talked into."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import process_time
from uuid import UUID

import pytest

from kundcenter.adapters.hsa_fields import MOST
from kundcenter.adapters.hsa_places import wgs84
from kundcenter.adapters.hsa_units import DEEPEST, LONGEST, read_markup
from kundcenter.adapters.text_file import NotTextFile, TextFileAway
from kundcenter.adapters.unit_file import read_unit_file
from kundcenter.domain.access import Role
from kundcenter.domain.opening import Hours, OtherHours, Span
from kundcenter.domain.unit_cards import (
    Criteria,
    Details,
    LineFunction,
    Notice,
    PhoneLine,
    UnitCard,
)
from kundcenter.domain.unit_sheets import FAULTS_TOLD, RowFault, UnitFault, UnitSheet
from kundcenter.domain.units import UnitKind
from kundcenter.services.unit_files import UnitFiles
from kundcenter.start.desk import published_codes
from tests.external import external_path

CODES = published_codes()[max(published_codes())]
UNIT = """<hsaUnit>
<hsaIdentity>SE0000000001-DEMO{n}</hsaIdentity>
<DN>ou=Demo,o=Region Demo,c=SE</DN>
<name>{name}</name>
{more}</hsaUnit>"""


def unit(name: str = "Demo vårdcentral", n: int = 1, more: str = "") -> str:
    return UNIT.format(name=name, n=n, more=more)


def document(*units: str, encoding: str = "UTF-8", before: str = "") -> bytes:
    text = f"""<?xml version="1.0" encoding="{encoding}"?>
{before}<FileGetHsaUnitsResponse xmlns="urn:riv:hsa:HsaWsResponder:3">
<startDate>2026-11-01T00:00:00+01:00</startDate><endDate>2026-11-01T01:00:00+01:00</endDate>
<hsaUnits>
{"".join(units)}
</hsaUnits>
</FileGetHsaUnitsResponse>"""
    return text.encode(encoding)


def read(raw: bytes, kind: UnitKind | None = None) -> UnitSheet:
    sheet = read_markup(io.BytesIO(raw), kind, CODES)
    assert not (sheet.faults and sheet.rows)
    return sheet


def faults(raw: bytes) -> list[tuple[int, RowFault]]:
    return [(each.line, each.fault) for each in read(raw).faults]


@pytest.mark.parametrize("encoding", ["UTF-8", "ISO-8859-1", "windows-1252", "UTF-16"])
def test_letters_are_read_as_the_file_declares_them(encoding: str) -> None:
    sheet = read(document(unit("Nässjö vårdcentral"), encoding=encoding))
    (row,) = sheet.sound()
    assert (row.wording.name, row.wording.kind) == ("Nässjö vårdcentral", UnitKind.PRIMARY_CARE)
    assert (row.wording.hsa_id, row.guessed) == ("SE0000000001-DEMO1", frozenset({"kind"}))
    assert (row.given, sheet.encoding) == (frozenset(), encoding.lower())


def test_letters_that_nobody_knows_or_that_are_others_than_declared_are_refused() -> None:
    raw = document(unit("Nässjö vårdcentral"))
    assert faults(raw.replace(b"UTF-8", b"X-DEMO", 1)) != []
    assert faults(raw.replace(b"UTF-8", b"Shift_JIS", 1)) != []
    latin = document(unit("Nässjö vårdcentral"), encoding="ISO-8859-1")
    assert faults(latin.replace(b"ISO-8859-1", b"UTF-8", 1)) == [(8, RowFault.MARKUP)]
    assert faults(raw.replace(b"UTF-8", b"ISO-8859-1", 1)) == [(8, RowFault.LETTERS)]


GET_UNIT = """<?xml version="1.0"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
<GetUnitResponse xmlns="urn:riv:infrastructure:directory:organization:GetUnitResponder:4">
<unit xmlns:o="urn:riv:infrastructure:directory:organization:4">
<o:unitHsaId>SE0000000001-DEMO1</o:unitHsaId><o:unitName>Närakuten Demo</o:unitName>
<o:publicName>Närakuten</o:publicName><o:alternateName>Jourcentralen</o:alternateName>
<o:municipality>Habo</o:municipality><o:municipalityCode>0643</o:municipalityCode>
<o:street>Testgatan 1</o:street>
<o:postalAddress><o:addressLine>Demo</o:addressLine><o:addressLine>555 55 Teststad</o:addressLine>
</o:postalAddress><o:route>Entré 6</o:route>
<o:geographicalCoordinatesSWEREF99><o:nCoordinate>6404000</o:nCoordinate>
<o:eCoordinate>450000</o:eCoordinate></o:geographicalCoordinatesSWEREF99>
<o:webPage1177>https://example.com/demo</o:webPage1177>
<o:telephoneNumber>+46-980-31 92 01</o:telephoneNumber>
<o:telephoneHour><o:fromDay>1</o:fromDay><o:fromTime>08:00:00</o:fromTime>
<o:toDay>5</o:toDay><o:toTime>16:00:00</o:toTime></o:telephoneHour>
<o:surgeryHour><o:fromDay>6</o:fromDay><o:fromTime>10:00:00</o:fromTime>
<o:toDay>7</o:toDay><o:toTime>00:00:00</o:toTime><o:comment>endast bokat</o:comment></o:surgeryHour>
<o:surgeryHour><o:fromDay>5</o:fromDay><o:fromTime>22:00</o:fromTime>
<o:toDay>5</o:toDay><o:toTime>06:00</o:toTime></o:surgeryHour>
<o:unitFunction><o:name>Avbokning</o:name><o:telephoneNumber>0980-31 92 02</o:telephoneNumber>
</o:unitFunction>
<o:unitFunction><o:name>Växel</o:name><o:telephoneNumber>0980-31 92 03</o:telephoneNumber>
</o:unitFunction>
<o:unitTemporaryInformation><o:fromDate>20261101</o:fromDate><o:toDate>20261130</o:toDate>
<o:temporaryInformation>Ombyggnad</o:temporaryInformation></o:unitTemporaryInformation>
<o:visitingRuleAge><o:fromAge>00</o:fromAge><o:toAge>15</o:toAge></o:visitingRuleAge>
<o:managerName>Ingen</o:managerName>
</unit></GetUnitResponse></s:Body></s:Envelope>"""


def test_an_answer_of_get_unit_gives_hours_lines_place_ages_and_notices() -> None:
    (row,) = read(GET_UNIT.encode()).sound()
    wording, details = row.wording, row.details
    assert (wording.kind, wording.municipality) == (UnitKind.OUT_OF_HOURS, "Habo")
    assert wording.phone == "+46980319201"
    weekend = [Span(day, 600, day, 1440, "endast bokat") for day in (6, 7)]
    assert details.hours == Hours((*weekend, Span(5, 1320, 6, 360))).checked()
    reached = Hours(tuple(Span(day, 480, day, 960) for day in range(1, 6)))
    assert details.lines == (
        PhoneLine(LineFunction.CANCELLATION, "+46980319202"),
        PhoneLine(LineFunction.OTHER, "+46980319203", comment="Växel"),
        PhoneLine(LineFunction.ADVICE, "+46980319201", reached),
    )
    starts, ends = datetime(2026, 10, 31, 23, tzinfo=UTC), datetime(2026, 11, 30, 23, tzinfo=UTC)
    assert details.notices == (Notice("Ombyggnad", starts, ends),)
    assert details.criteria == Criteria(oldest=15)
    assert details.spot is not None
    assert (details.spot.latitude // 100_000, details.spot.longitude // 100_000) == (577, 141)
    assert (details.street, details.postal) == ("Testgatan 1", "Demo, 555 55 Teststad")
    assert (details.way, details.web) == ("Entré 6", "https://example.com/demo")
    assert (details.public_name, details.synonyms) == ("Närakuten", ("Jourcentralen",))
    assert row.given == {
        *("public_name", "synonyms", "street", "postal", "way", "spot", "web", "spans"),
        *("public_lines", "notices", "youngest", "oldest"),
    }


def test_what_hsa_cannot_know_stays_on_the_card() -> None:
    (row,) = read(GET_UNIT.encode()).sound()
    closed = OtherHours(date(2026, 12, 24), date(2026, 12, 24))
    staff = PhoneLine(LineFunction.STAFF, "+46980319209", roles=frozenset({Role.NURSE}))
    public = PhoneLine(LineFunction.OTHER, "+46980319208")
    here = Criteria(send_here="Ring före", youngest=3)
    there = Details(hours=Hours((), (closed,)), lines=(staff, public), criteria=here, queue=True)
    card = UnitCard(row.wording.unit(UUID(int=1)), there, number=1)
    _, details = row.upon(card)
    assert details.hours == replace(row.details.hours, exceptions=(closed,))
    assert details.lines == (*row.details.lines, staff)
    assert details.criteria == Criteria(oldest=15, send_here="Ring före")
    assert details.queue
    assert row.upon(replace(card, details=details))[1] == details


def test_a_place_on_the_map_is_where_lantmateriet_says() -> None:
    # On the central meridian, 15° east, the northing is the meridian's arc times 0.9996.
    spot = wgs84(6_651_411.190, 500_000)
    assert spot is not None
    assert abs(spot.latitude - 60_000_000) < 20
    assert spot.longitude == 15_000_000
    east, west = wgs84(6_400_000, 450_000), wgs84(6_400_000, 550_000)
    assert east is not None
    assert west is not None
    assert east.latitude == west.latitude
    assert east.longitude + west.longitude == 30_000_000
    assert wgs84(450_000, 6_400_000) is None


@pytest.mark.parametrize(
    "more",
    [
        "<unitIsArchived>true</unitIsArchived>",
        "<healthCareUnitIsArchived>1</healthCareUnitIsArchived>",
        "<endDate>2026-10-31T00:00:00+01:00</endDate>",
    ],
)
def test_a_closed_unit_is_left_out_and_counted(more: str) -> None:
    sheet = read(document(unit(n=1, more=more), unit(n=2, more="<orgNo>x</orgNo>")))
    assert [row.wording.hsa_id for row in sheet.sound()] == ["SE0000000001-DEMO2"]
    assert sheet.archived == 1
    alive = unit(
        more="<unitIsArchived>false</unitIsArchived><endDate>2027-01-01T00:00:00</endDate>"
    )
    assert read(document(alive)).archived == 0


def test_a_unit_whose_name_tells_no_kind_is_a_fault_unless_one_is_given() -> None:
    raw = document(unit("Höglandets sjukvårdsområde"), unit("Demo VC", 2))
    assert read(raw).faults == (UnitFault(8, RowFault.KIND, "name"),)
    kinds = [row.wording.kind for row in read(raw, UnitKind.SPECIALIST).sound()]
    assert kinds == [UnitKind.SPECIALIST, UnitKind.PRIMARY_CARE]


def hour(days: str = "15", opens: str = "08:00", closes: str = "17:00") -> str:
    return (
        f"<surgeryHour><fromDay>{days[0]}</fromDay><fromTime>{opens}</fromTime>"
        f"<toDay>{days[1:]}</toDay><toTime>{closes}</toTime></surgeryHour>"
    )


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("<telephoneNumber>ring oss</telephoneNumber>", RowFault.PHONE),
        (hour("18"), RowFault.HOURS),
        (hour("1"), RowFault.HOURS),
        (hour("15", "25:00"), RowFault.HOURS),
        (hour("15", "24:30"), RowFault.HOURS),
        (hour("15", "08:00", "kväll"), RowFault.HOURS),
        ("<visitingRuleAge>15-00</visitingRuleAge>", RowFault.AGE),
        ("<visitingRuleAge>alla</visitingRuleAge>", RowFault.AGE),
        (
            "<geographicalCoordinatesSWEREF99><nCoordinate>1</nCoordinate><eCoordinate>2"
            "</eCoordinate></geographicalCoordinatesSWEREF99>",
            RowFault.SPOT,
        ),
        (
            "<unitTemporaryInformation><fromDate>20261131</fromDate><temporaryInformation>x"
            "</temporaryInformation></unitTemporaryInformation>",
            RowFault.DAY,
        ),
        (
            "<unitTemporaryInformation><fromDate>20261101</fromDate></unitTemporaryInformation>",
            RowFault.MISSING,
        ),
        ("<street>Testgatan \u202e1</street>", RowFault.SIGNS),
        ("<street>Testgatan &#x2066;1</street>", RowFault.SIGNS),
        ("<street>Testgatan &#x85;1</street>", RowFault.SIGNS),
        ("<route>" + "x" * 2_001 + "</route>", RowFault.TOO_LONG),
        (
            "".join(f"<alternateName>{n}</alternateName>" for n in range(51)),
            RowFault.TOO_LONG,
        ),
    ],
)
def test_a_wrong_field_refuses_the_file_and_names_its_line(more: str, fault: RowFault) -> None:
    ((line, found),) = faults(document(unit(more=more), unit(n=2)))
    assert found is fault
    assert line in {5, 9}  # the field's own, or the unit's when several fields are to blame


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (document(unit()).replace(b"</hsaUnit>", b"</hsaUni>", 1), (9, RowFault.MARKUP)),
        (document(unit())[:-40], (9, RowFault.MARKUP)),
        (document(unit()).replace(b"Demo v", b"De\0mo v"), (8, RowFault.MARKUP)),
        (document(unit()).replace(b"Demo v", b"&#0; v"), (8, RowFault.MARKUP)),
        (document(unit()).replace(b"Demo v", b"&okand; v"), (8, RowFault.MARKUP)),
        (document(unit(n=1), unit(n=2), unit(n=1)), (13, RowFault.REPEATED)),
        (document(unit(n=1), unit(n=1)).replace(b"-DEMO1", b"-demo1", 1), (9, RowFault.REPEATED)),
        (document(unit().replace("DEMO1", "DÖMO1")), (6, RowFault.HSA_ID)),
        (document(unit().replace("SE0000000001-DEMO1", "")), (5, RowFault.MISSING)),
        (document(unit("")), (5, RowFault.MISSING)),
        (document(), (7, RowFault.NOTHING)),
        (b"<?xml version='1.0'?><x><hsaUnit/></x>", (1, RowFault.NOT_HSA)),
        (document(unit()).replace(b"HsaWsResponder:3", b"HsaWsResponder:9"), (1, RowFault.NOT_HSA)),
        (b"<" + b"<" * 500, (1, RowFault.MARKUP)),
        (b"<", (1, RowFault.MARKUP)),
    ],
)
def test_what_is_broken_or_repeated_is_refused_whole(
    raw: bytes, fault: tuple[int, RowFault]
) -> None:
    assert fault in faults(raw)


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>\n"
)


@pytest.mark.parametrize(
    "before",
    [
        LAUGHS,
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n',
        '<!DOCTYPE x SYSTEM "http://example.com/x.dtd">\n',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://example.com/x.dtd"> %p;]>\n',
        "<!DOCTYPE FileGetHsaUnitsResponse>\n",
    ],
)
def test_no_document_type_is_followed_whatever_it_is(before: str) -> None:
    told = faults(document(unit("&j; &e;"), before=before))
    assert told == [(2, RowFault.DOCTYPE)]


def test_elements_without_end_are_not_followed() -> None:
    deep = "<a>" * DEEPEST + "</a>" * DEEPEST
    assert [fault for _, fault in faults(document(unit(more=deep)))] == [RowFault.NESTED]
    wide = "<a/>" * (MOST + 1)
    assert [fault for _, fault in faults(document(unit(more=wide)))] == [RowFault.TOO_LONG]
    long = "<route>" + "x" * (LONGEST + 1) + "</route>"
    assert [fault for _, fault in faults(document(unit(more=long)))] == [RowFault.TOO_LONG]


@pytest.mark.parametrize("begins", ["<hsaUnit x='", "<", "<!--", "<?x "])
def test_a_tag_without_end_is_not_waited_for(begins: str) -> None:
    began = process_time()
    endless = document(unit()).replace(b"</hsaUnits>", begins.encode() + b"y" * 40_000_000)
    assert [fault for _, fault in faults(endless)] == [RowFault.TOO_LONG]
    assert process_time() - began < 5


def test_faults_without_end_are_not_told_all() -> None:
    many = [unit("Område", n) for n in range(FAULTS_TOLD + 50)]
    assert len(faults(document(*many))) == FAULTS_TOLD


def test_the_content_says_which_file_it_is_and_not_its_name(tmp_path: Path) -> None:
    path = tmp_path / "enheter.csv"
    path.write_bytes(b"\xef\xbb\xbf\n " + document(unit()).split(b"\n", 1)[1])
    files = UnitFiles(read_unit_file, CODES)
    assert len(files.read(str(path)).sound()) == 1
    path.write_bytes("hsa-id;namn;typ;kommun;telefon\nSE1;Åby;VC;Habo;112\n".encode("cp1252"))
    sheet = files.read(str(path))
    assert (sheet.sound()[0].wording.name, sheet.encoding) == ("Åby", "windows-1252")
    path.write_bytes(b"hsa-id;namn;kommun;telefon\nSE1;Aby;Habo;112\n")
    assert files.read(str(path), UnitKind.MATERNITY).sound()[0].wording.kind is UnitKind.MATERNITY
    path.write_bytes(bytes(50))
    with pytest.raises(NotTextFile):
        files.read(str(path))
    with pytest.raises(TextFileAway):
        files.read(str(tmp_path))


def test_the_published_file_of_hsa_is_read_with_a_kind_and_refused_without() -> None:
    path = str(external_path("hsa/simpleTest.xml"))
    rows = read_unit_file(path, UnitKind.SPECIALIST, CODES).sound()
    assert len(rows) == 6
    assert (rows[0].wording.name, rows[0].wording.kind) == (
        "Nässjö VC DLM",
        UnitKind.PRIMARY_CARE,
    )
    assert [each.line for each in read_unit_file(path).faults] == [36, 41, 46, 51, 56]


def test_the_published_broken_file_names_the_line_where_it_breaks() -> None:
    sheet = read_unit_file(str(external_path("hsa/hsaCacheMalformed.xml")), UnitKind.SPECIALIST)
    assert (sheet.rows, sheet.faults) == ((), (UnitFault(57, RowFault.MARKUP),))


def test_the_published_latin_1_file_is_read_as_it_declares_and_its_letters_were_lost() -> None:
    path = external_path("hsa/simpleTest-ISO-8859-1.xml")
    sheet = read_unit_file(str(path), UnitKind.SPECIALIST)
    assert sheet.encoding == "iso-8859-1"
    assert {each.fault for each in sheet.faults} == {RowFault.LETTERS}
    assert [each.line for each in sheet.faults] == [31, 36, 41, 46, 51]
    mended = path.read_bytes().replace("ï¿½".encode("latin-1"), "ö".encode("latin-1"))
    assert len(read(mended, UnitKind.SPECIALIST).sound()) == 5
