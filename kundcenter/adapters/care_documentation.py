"""Notes as GetCareDocumentation 3.0, the national contract for record notes (RIV-TA, DOMAIN §9.3).

`document` writes an answer of the contract.  `faults` holds an answer against the seven rules that
its schematron has beside the schema; what we write is held against them before it leaves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID
from xml.etree import ElementTree as Xml

from kundcenter.domain.calendar import local
from kundcenter.domain.composition import Section
from kundcenter.domain.dissents import Dissent
from kundcenter.domain.exports import (
    ExportedNotes,
    approved_for_patient,
    note_sections,
    own_dissents,
    patient_id,
)
from kundcenter.domain.identity import PersonId
from kundcenter.domain.papers import PrintedEntry

ANSWER = "urn:riv:clinicalprocess:healthcond:description:GetCareDocumentationResponder:3"
CORE = "urn:riv:clinicalprocess:healthcond:description:3"
DOCBOOK = "http://docbook.org/ns/docbook"
HSA = "1.2.752.129.2.1.4.1"
NOTE_CODES = "1.2.752.129.2.2.2.11"  # KV Anteckningstyp
NOTE_CODE, NOTE_CODE_NAME = "auf", "Anteckning utan fysiskt möte"
TITLE = "Telefonrådgivning 1177"
OURSELVES = UUID("0192f3a1-7c00-7000-8000-4b756e646365")  # a source system without an HSA-id

# What XML 1.0 has no way to write; a carriage return would come back as something else.
_UNWRITABLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OID = re.compile(r"[0-2](\.([0-9])+)+")


def document(exported: ExportedNotes) -> bytes:
    """The whole answer, UTF-8.  Raises ExportNeedsNumber."""
    answer = Xml.Element(f"{{{ANSWER}}}GetCareDocumentationResponse")
    for printed in exported.notes:
        note = Xml.SubElement(answer, f"{{{ANSWER}}}careDocumentation")
        _header(_under(note, "header"), printed, exported.system)
        _body(_under(note, "body"), printed)
    _text(Xml.SubElement(answer, f"{{{ANSWER}}}result"), "resultCode", "OK")
    Xml.indent(answer)
    written: bytes = Xml.tostring(
        answer, encoding="UTF-8", xml_declaration=True, default_namespace=ANSWER
    )
    return written


def faults(xml: bytes) -> tuple[str, ...]:
    """Which of the seven rules the answer breaks, by name, in this order:

    note_or_multimedia, value_or_reference, empty_element, record_id_extension, record_id_repeated,
    code_incomplete, code_system.  What is no XML is `unreadable`.
    """
    try:
        answer = Xml.fromstring(xml)  # noqa: S314 (what this program has written, or a test reads)
    except Xml.ParseError:
        return ("unreadable",)
    roots = [root.text for root in answer.iterfind(".//{*}record/{*}id/{*}root")]
    coded = [each for each in answer.iter() if _name(each) in _CODED]
    systems = [each.text or "" for each in answer.iter() if _name(each) == "codeSystem"]
    broken = {
        "note_or_multimedia": any(
            _count(body, "clinicalDocumentNoteText", "multimediaEntry") != 1
            for body in answer.iterfind(".//{*}careDocumentation/{*}body")
        ),
        "value_or_reference": any(
            _count(entry, "value", "reference") != 1
            for entry in answer.iterfind(".//{*}multimediaEntry")
        ),
        "empty_element": any(not len(e) and not (e.text or "").strip() for e in answer.iter()),
        "record_id_extension": bool(answer.findall(".//{*}record/{*}id/{*}extension")),
        "record_id_repeated": len(set(roots)) < len(roots),
        "code_incomplete": any(_incomplete(each) for each in coded),
        "code_system": not all(map(_OID.fullmatch, systems)),
    }
    return tuple(name for name, found in broken.items() if found)


_CODED = frozenset({"clinicalDocumentNoteCode", "byRole"})  # the elements of type CV


def _incomplete(coded: Xml.Element) -> bool:
    has = {_name(child) for child in coded}
    return not has & {"code", "originalText"} or ("code" in has) != ("codeSystem" in has)


def _name(element: Xml.Element) -> str:
    return element.tag.rpartition("}")[2]


def _count(element: Xml.Element, *names: str) -> int:
    return sum(_name(child) in names for child in element)


# -- the parts of one note, each in the order of the schema ----------------------------------------


def _header(header: Xml.Element, printed: PrintedEntry, system: str) -> None:
    entry, version = printed.entry, printed.texts[-1].version
    access = _under(header, "accessControlHeader")
    if unit := _written(entry.care_unit):
        _identity(access, "accountableCareUnit", HSA, unit)
    _patient(access, "patientId", patient_id(printed))
    _time(access, "blockComparisonTime", entry.contact_at)  # that of the contact
    _text(access, "approvedForPatient", "true" if approved_for_patient(version) else "false")
    if source := _written(system) or unit:
        _identity(header, "sourceSystemId", HSA, source)
    else:
        _identity(header, "sourceSystemId", str(OURSELVES))
    record = _under(header, "record")
    _identity(record, "id", str(entry.id))  # the same for ever, and no extension
    _time(record, "timestamp", entry.created_at)
    author = _under(header, "author")
    _text(author, "name", entry.author_name)
    _time(author, "timestamp", version.written_at)
    if _written(entry.author_position):
        _text(_under(author, "byRole"), "originalText", entry.author_position)
    if unit:
        where = _under(author, "orgUnit")
        _text(where, "orgUnitHSAId", unit)
        _text(where, "orgUnitName", printed.care_unit)
    if version.signed_at is not None:
        signature = _under(header, "signature")
        by = version.signed_by
        _text(signature, "name", printed.names.get(by, "") if by else "")
        _time(signature, "timestamp", version.signed_at)


def _body(body: Xml.Element, printed: PrintedEntry) -> None:
    code = _under(body, "clinicalDocumentNoteCode")
    _text(code, "code", NOTE_CODE)
    _text(code, "codeSystem", NOTE_CODES)
    _text(code, "displayName", NOTE_CODE_NAME)
    _text(body, "clinicalDocumentNoteTitle", TITLE)
    _text(body, "clinicalDocumentNoteText", _article(note_sections(printed)))
    for dissent in own_dissents(printed):
        _dissent(_under(body, "dissentingOpinion"), dissent, patient_id(printed))


def _dissent(opinion: Xml.Element, dissent: Dissent, patient: PersonId) -> None:
    _identity(opinion, "opinionId", str(dissent.id))
    _time(opinion, "authorTime", dissent.noted_at)
    _text(opinion, "opinion", dissent.text)
    _patient(opinion, "personId", patient)
    _text(opinion, "personName", dissent.by_name)


def _article(sections: Iterable[Section]) -> str:
    """The text as DocBook 5.0, of the elements that the contract allows; a paragraph a line."""
    article = Xml.Element("article", {"version": "5.0", "xmlns": DOCBOOK})
    for told in sections:
        lines = [line for line in _written(told.text).split("\n") if line.strip()]
        if not lines:
            continue
        section = Xml.SubElement(article, "section")
        Xml.SubElement(section, "title").text = _written(told.heading)
        for line in lines:
            Xml.SubElement(section, "para").text = line
    return Xml.tostring(article, encoding="unicode")


def _under(parent: Xml.Element, name: str) -> Xml.Element:
    return Xml.SubElement(parent, f"{{{CORE}}}{name}")


def _text(parent: Xml.Element, name: str, text: str) -> None:
    """An element with the text; none when there is nothing in it: no element may be empty."""
    if written := _written(text):
        _under(parent, name).text = written


def _identity(parent: Xml.Element, name: str, root: str, extension: str = "") -> None:
    identity = _under(parent, name)
    _text(identity, "root", root)
    _text(identity, "extension", extension)


def _patient(parent: Xml.Element, name: str, patient: PersonId) -> None:
    """Twelve characters without a separator, under the root of its series."""
    _identity(parent, name, patient.kind.oid or "", patient.value)


def _time(parent: Xml.Element, name: str, at: datetime) -> None:
    """Swedish local time without a zone (DOMAIN §9.2)."""
    _text(parent, name, f"{local(at):%Y%m%d%H%M%S}")


def _written(text: str) -> str:
    """The text as XML can say it: what it has no sign for is marked, and not left out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNWRITABLE.sub("\ufffd", lines).strip()
