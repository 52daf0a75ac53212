"""The words for the codes of the switchboard and of the service desk."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kundcenter.domain.lines import ConsultEnd, PhoneState, ReturnReason
from kundcenter.domain.service_desk.axes import Complexity, HandledBy, Nature
from kundcenter.domain.service_desk.axes import Scope as QuestionScope
from kundcenter.domain.service_desk.topics import Heading
from kundcenter.domain.switchboard.absences import AbsenceReason
from kundcenter.domain.switchboard.contacts import ContactKind, NumberKind
from kundcenter.domain.switchboard.inquiries import Answer as InquiryAnswer
from kundcenter.domain.switchboard.inquiries import Asked, Asker, DisclosureGround
from kundcenter.domain.switchboard.messages import MessageChannel, MessageState, MessageStepKind
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.domain.switchboard.transfers import TargetKind, TransferHow, TransferState

_DISPATCH: tuple[tuple[StrEnum, object], ...] = (
    (PhoneState.FREE, QT_TRANSLATE_NOOP("labels", "Ledig")),
    (PhoneState.RINGING, QT_TRANSLATE_NOOP("labels", "Ringer")),
    (PhoneState.BUSY, QT_TRANSLATE_NOOP("labels", "Upptagen")),
    (PhoneState.AWAY, QT_TRANSLATE_NOOP("labels", "Inte inkopplad")),
    (PhoneState.UNKNOWN, QT_TRANSLATE_NOOP("labels", "Okänt")),
    (ReturnReason.BUSY, QT_TRANSLATE_NOOP("labels", "Upptaget")),
    (ReturnReason.NO_ANSWER, QT_TRANSLATE_NOOP("labels", "Inget svar")),
    (ReturnReason.FAILED, QT_TRANSLATE_NOOP("labels", "Numret gick inte att nå")),
    (ConsultEnd.BUSY, QT_TRANSLATE_NOOP("labels", "Upptaget")),
    (ConsultEnd.NO_ANSWER, QT_TRANSLATE_NOOP("labels", "Inget svar")),
    (ConsultEnd.REFUSED, QT_TRANSLATE_NOOP("labels", "Numret gick inte att nå")),
    (ConsultEnd.HUNG_UP, QT_TRANSLATE_NOOP("labels", "Den som tillfrågades har lagt på")),
    (ConsultEnd.DROPPED, QT_TRANSLATE_NOOP("labels", "Den som tillfrågades är släppt")),
    (ConsultEnd.OTHER, QT_TRANSLATE_NOOP("labels", "Frågan bröts")),
    (TransferHow.BLIND, QT_TRANSLATE_NOOP("labels", "Direkt")),
    (TransferHow.CONSULTED, QT_TRANSLATE_NOOP("labels", "Efter fråga")),
    (TransferHow.WAITING, QT_TRANSLATE_NOOP("labels", "Väntar tills det är ledigt")),
    (TargetKind.CONTACT, QT_TRANSLATE_NOOP("labels", "Person eller funktion")),
    (TargetKind.UNIT, QT_TRANSLATE_NOOP("labels", "Enhet")),
    (TargetKind.DUTY, QT_TRANSLATE_NOOP("labels", "Jour")),
    (TargetKind.QUEUE, QT_TRANSLATE_NOOP("labels", "Svarsgrupp")),
    (TargetKind.NUMBER, QT_TRANSLATE_NOOP("labels", "Nummer")),
    (TargetKind.VOICEMAIL, QT_TRANSLATE_NOOP("labels", "Röstbrevlåda")),
    (TransferState.BEGUN, QT_TRANSLATE_NOOP("labels", "Kopplas")),
    (TransferState.PASSED, QT_TRANSLATE_NOOP("labels", "Kopplad")),
    (TransferState.RETURNED, QT_TRANSLATE_NOOP("labels", "Kom tillbaka")),
    (TransferState.DROPPED, QT_TRANSLATE_NOOP("labels", "Avbruten")),
    (TransferState.FAILED, QT_TRANSLATE_NOOP("labels", "Gick inte att koppla")),
    (ContactKind.PERSON, QT_TRANSLATE_NOOP("labels", "Person")),
    (ContactKind.FUNCTION, QT_TRANSLATE_NOOP("labels", "Funktion")),
    (NumberKind.DESK, QT_TRANSLATE_NOOP("labels", "Bordstelefon")),
    (NumberKind.MOBILE, QT_TRANSLATE_NOOP("labels", "Mobil")),
    (NumberKind.PAGER, QT_TRANSLATE_NOOP("labels", "Sökare")),
    (NumberKind.OTHER, QT_TRANSLATE_NOOP("labels", "Annat nummer")),
    (AbsenceReason.MEETING, QT_TRANSLATE_NOOP("labels", "Möte")),
    (AbsenceReason.LUNCH, QT_TRANSLATE_NOOP("labels", "Lunch")),
    (AbsenceReason.ERRAND, QT_TRANSLATE_NOOP("labels", "Tjänsteärende")),
    (AbsenceReason.TRAVEL, QT_TRANSLATE_NOOP("labels", "Tjänsteresa")),
    (AbsenceReason.COURSE, QT_TRANSLATE_NOOP("labels", "Utbildning")),
    (AbsenceReason.GONE_HOME, QT_TRANSLATE_NOOP("labels", "Gått för dagen")),
    (AbsenceReason.LEAVE, QT_TRANSLATE_NOOP("labels", "Ledig")),
    (AbsenceReason.SICK, QT_TRANSLATE_NOOP("labels", "Sjuk")),
    (AbsenceReason.PARENTAL, QT_TRANSLATE_NOOP("labels", "Föräldraledig")),
    (AbsenceReason.OTHER, QT_TRANSLATE_NOOP("labels", "Annat")),
)
_MESSAGES: tuple[tuple[StrEnum, object], ...] = (
    (Mode.DAY, QT_TRANSLATE_NOOP("labels", "Dag")),
    (Mode.NIGHT, QT_TRANSLATE_NOOP("labels", "Natt")),
    (Mode.EMERGENCY, QT_TRANSLATE_NOOP("labels", "Nödläge")),
    (MessageChannel.MAIL, QT_TRANSLATE_NOOP("labels", "E-post")),
    (MessageChannel.SMS, QT_TRANSLATE_NOOP("labels", "SMS")),
    (MessageChannel.PRINT, QT_TRANSLATE_NOOP("labels", "Utskrift")),
    (MessageChannel.SPOKEN, QT_TRANSLATE_NOOP("labels", "Muntligt")),
    (MessageState.WAITING, QT_TRANSLATE_NOOP("labels", "Väntar")),
    (MessageState.SENT, QT_TRANSLATE_NOOP("labels", "Skickat")),
    (MessageState.FAILED, QT_TRANSLATE_NOOP("labels", "Inte levererat")),
    (MessageState.PRINTED, QT_TRANSLATE_NOOP("labels", "Utskrivet")),
    (MessageState.RECEIVED, QT_TRANSLATE_NOOP("labels", "Mottaget")),
    (MessageState.WITHDRAWN, QT_TRANSLATE_NOOP("labels", "Återtaget")),
    (MessageStepKind.WRITTEN, QT_TRANSLATE_NOOP("labels", "Skrevs")),
    (MessageStepKind.SENT, QT_TRANSLATE_NOOP("labels", "Skickades")),
    (MessageStepKind.FAILED, QT_TRANSLATE_NOOP("labels", "Gick inte att skicka")),
    (MessageStepKind.PRINTED, QT_TRANSLATE_NOOP("labels", "Skrevs ut")),
    (MessageStepKind.RECEIVED, QT_TRANSLATE_NOOP("labels", "Togs emot")),
    (MessageStepKind.WITHDRAWN, QT_TRANSLATE_NOOP("labels", "Togs tillbaka")),
)
_SERVICE: tuple[tuple[StrEnum, object], ...] = (
    (Asker.SELF, QT_TRANSLATE_NOOP("labels", "Personen själv")),
    (Asker.RELATIVE, QT_TRANSLATE_NOOP("labels", "Närstående")),
    (Asker.CARE, QT_TRANSLATE_NOOP("labels", "Vårdpersonal")),
    (Asker.AUTHORITY, QT_TRANSLATE_NOOP("labels", "Myndighet")),
    (Asker.POLICE, QT_TRANSLATE_NOOP("labels", "Polis")),
    (Asker.PRESS, QT_TRANSLATE_NOOP("labels", "Press")),
    (Asker.OTHER, QT_TRANSLATE_NOOP("labels", "Någon annan")),
    (Asked.IS_HERE, QT_TRANSLATE_NOOP("labels", "Om personen är här")),
    (Asked.WHERE, QT_TRANSLATE_NOOP("labels", "Var personen vårdas")),
    (Asked.CONDITION, QT_TRANSLATE_NOOP("labels", "Hur personen mår")),
    (Asked.DETAILS, QT_TRANSLATE_NOOP("labels", "Adress, nummer, tider")),
    (Asked.CONNECT, QT_TRANSLATE_NOOP("labels", "Att bli kopplad")),
    (InquiryAnswer.REFUSED, QT_TRANSLATE_NOOP("labels", "Varken ja eller nej")),
    (InquiryAnswer.REFERRED, QT_TRANSLATE_NOOP("labels", "Hänvisad vidare")),
    (InquiryAnswer.CALLED_BACK, QT_TRANSLATE_NOOP("labels", "Motringning först")),
    (InquiryAnswer.DISCLOSED, QT_TRANSLATE_NOOP("labels", "Lämnat ut")),
    (DisclosureGround.NONE, QT_TRANSLATE_NOOP("labels", "Ingen")),
    (DisclosureGround.CONSENT, QT_TRANSLATE_NOOP("labels", "Patientens samtycke")),
    (DisclosureGround.HARMLESS, QT_TRANSLATE_NOOP("labels", "Skadeprövning: ingen far illa")),
    (DisclosureGround.DUTY, QT_TRANSLATE_NOOP("labels", "Uppgiftsskyldighet enligt lag")),
    (QuestionScope.GENERAL, QT_TRANSLATE_NOOP("labels", "Allmän")),
    (QuestionScope.INDIVIDUAL, QT_TRANSLATE_NOOP("labels", "Individbunden")),
    (Complexity.SIMPLE, QT_TRANSLATE_NOOP("labels", "Enkel")),
    (Complexity.COMPLEX, QT_TRANSLATE_NOOP("labels", "Komplicerad")),
    (Nature.ADMINISTRATIVE, QT_TRANSLATE_NOOP("labels", "Administrativ")),
    (Nature.MEDICAL, QT_TRANSLATE_NOOP("labels", "Medicinsk")),
    (HandledBy.SWITCHBOARD, QT_TRANSLATE_NOOP("labels", "Televäxeln")),
    (HandledBy.SITE, QT_TRANSLATE_NOOP("labels", "1177.se")),
    (HandledBy.SERVICE_DESK, QT_TRANSLATE_NOOP("labels", "Servicefunktionen")),
    (HandledBy.PRIMARY_CARE, QT_TRANSLATE_NOOP("labels", "Vårdcentralen")),
    (HandledBy.E_SERVICES, QT_TRANSLATE_NOOP("labels", "E-tjänsterna")),
    (HandledBy.NURSE_LINE, QT_TRANSLATE_NOOP("labels", "1177 på telefon")),
)
_HEADINGS: tuple[tuple[StrEnum, object], ...] = (
    (Heading.ORGANISATION, QT_TRANSLATE_NOOP("labels", "Så är vården organiserad")),
    (Heading.WHEN_CARE, QT_TRANSLATE_NOOP("labels", "När man behöver vård")),
    (Heading.FEES, QT_TRANSLATE_NOOP("labels", "Vad får man betala")),
    (Heading.RIGHTS, QT_TRANSLATE_NOOP("labels", "Rättigheter i vården")),
    (Heading.LAWS, QT_TRANSLATE_NOOP("labels", "Lagar som styr")),
    (Heading.AIDS, QT_TRANSLATE_NOOP("labels", "Stöd och hjälpmedel")),
    (Heading.NEW_IN_SWEDEN, QT_TRANSLATE_NOOP("labels", "Att komma ny till Sverige")),
    (Heading.NOT_CONTENT, QT_TRANSLATE_NOOP("labels", "Om man inte är nöjd med vården")),
    (Heading.DONATION, QT_TRANSLATE_NOOP("labels", "Donation")),
    (Heading.END_OF_LIFE, QT_TRANSLATE_NOOP("labels", "När livet tar slut")),
    (Heading.OTHER, QT_TRANSLATE_NOOP("labels", "Annat")),
)

SWITCHBOARD_PAIRS: tuple[tuple[StrEnum, object], ...] = (
    *_DISPATCH,
    *_MESSAGES,
    *_SERVICE,
    *_HEADINGS,
)
