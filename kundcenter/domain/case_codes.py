"""The codes of cases (DOMAIN §7; the words are found by the screen and by the letters)."""

from __future__ import annotations

from enum import StrEnum


class CaseKind(StrEnum):
    COMPLAINT = "KLAGOMAL"
    VIEW = "SYNPUNKT"
    PRAISE = "BEROM"
    QUESTION = "FRAGA"
    E_SERVICE = "E_TJANST"
    ADVICE = "RADGIVNING"  # an entry of 1177 direkt that waits for a nurse: half an hour


FEEDBACK = frozenset({CaseKind.COMPLAINT, CaseKind.VIEW, CaseKind.PRAISE, CaseKind.QUESTION})


class Service(StrEnum):
    """The region's e-services (seed 004; DOMAIN §0.1)."""

    CONTACT_US = "KONTAKTA_OSS"
    PRESCRIPTION = "FORNYA_RECEPT"
    AIDS = "FORNYA_HJALPMEDEL"
    CANCEL_OR_REBOOK = "AVBOKA_OMBOKA"
    OWN_REFERRAL = "EGEN_VARDBEGARAN"
    RECORD_COPY = "JOURNALUTSKRIFT"
    CERTIFICATE = "INTYG"
    FEEDBACK = "SYNPUNKTER"
    CHAT = "1177_DIREKT"


class CaseChannel(StrEnum):
    """How it came in."""

    TELEPHONE = "TELEFON"
    E_SERVICE = "E_TJANST"
    CHAT = "CHATT"
    LETTER = "BREV"
    EMAIL = "EPOST"
    VISIT = "BESOK"


class Stage(StrEnum):
    """DOMAIN §7.5; the first five follow one another."""

    REGISTERED = "REGISTRERAD"
    CONFIRMED = "BEKRAFTAD"
    ASSIGNED = "FORDELAD"
    INVESTIGATED = "UNDER_UTREDNING"
    ASKED = "MOTFRAGA"  # the complainant is to say something first
    ANSWERED = "BESVARAD"
    CLOSED = "AVSLUTAD"
    HANDED_OVER = "OVERLAMNAD"
    WITHDRAWN = "ATERTAGEN"


OVER = frozenset({Stage.CLOSED, Stage.HANDED_OVER, Stage.WITHDRAWN})


class Complainant(StrEnum):
    UNSAID = ""
    PATIENT = "PATIENT"
    RELATIVE = "NARSTAENDE"
    OTHER = "ANNAN"
    ANONYMOUS = "ANONYM"


class Said(StrEnum):
    """Yes, no, or not asked."""

    UNSAID = ""
    YES = "JA"
    NO = "NEJ"


class AnswerBy(StrEnum):
    UNSAID = ""
    INBOX = "INKORG"  # 1177
    LETTER = "BREV"
    TELEPHONE = "TELEFON"
    EMAIL = "EPOST"
    NOT = "INGET"  # wants no answer


class Injury(StrEnum):
    """Whether a care injury (vårdskada, PSL 1 kap. 5 §) is suspected."""

    UNSAID = ""
    NO = "NEJ"
    SUSPECTED = "MISSTANKT"
    SERIOUS = "ALLVARLIG"


class InjuryDecision(StrEnum):
    """What the chief medical officer decided (PSL 3 kap. 5 §)."""

    UNDECIDED = ""
    LEX_MARIA = "LEX_MARIA"
    DEVIATION = "AVVIKELSE"  # an internal deviation, and no report
    NEITHER = "INGEN"


class Recipient(StrEnum):
    """Who is to handle it (DOMAIN §7.2)."""

    UNSAID = ""
    CARE_PROVIDER = "VARDGIVARE"
    OTHER_PROVIDER = "ANNAN_VARDGIVARE"
    PATIENT_BOARD = "PATIENTNAMND"
    IVO = "IVO"
    LOF = "LOF"
    DRUG_INSURANCE = "LAKEMEDELSFORSAKRING"
    CHIEF = "CHEFLAKARE"
    OWN = "EGEN_VERKSAMHET"
    OTHER_AUTHORITY = "OVRIG_MYNDIGHET"


class Duty(StrEnum):
    """What the patient is told promptly after a care injury (PSL 3 kap. 8 §)."""

    EVENT = "HANDELSE"
    MEASURES = "ATGARDER"
    COMPLAIN = "KLAGA"  # that the care provider receives and answers complaints
    PATIENT_BOARD = "PATIENTNAMND"
    IVO = "IVO"
    COMPENSATION = "ERSATTNING"  # patient injury act, pharmaceutical insurance


class CaseField(StrEnum):
    """The names of `CaseFacts`, to the letter."""

    KIND = "kind"
    COMPLAINANT = "complainant"
    NAME = "name"
    RELATION = "relation"
    CONSENT = "consent"
    PERSON = "person"
    PATIENT = "patient"
    NUMBER = "number"
    ADDRESS = "address"
    EMAIL = "email"
    ANSWER_BY = "answer_by"
    EVENT = "event"
    UNIT = "unit"
    PROVIDER = "provider"
    WORDS = "words"
    SUMMARY = "summary"
    WANTED = "wanted"
    CHILD = "child"
    LANGUAGE = "language"
    INJURY = "injury"
    PROTECTED = "protected"
    CATEGORY = "category"
    RECIPIENT = "recipient"
    HEARD = "heard"
    REGISTRY = "registry"


class ClockKind(StrEnum):
    """The clocks of DOMAIN §7.3."""

    ADVICE = "RADGIVNING"
    INJURY = "CHEFLAKARE"  # the decision about lex Maria, promptly
    CONFIRM = "BEKRAFTELSE"
    FIRST_ANSWER = "FORSTA_SVAR"  # of an e-service
    ANSWER = "SVAR"
    LEX_MARIA = "LEX_MARIA"
    IVO = "IVO"  # no deadline of ours: from then on IVO may decline


class CaseAct(StrEnum):
    """What a step tells."""

    REGISTERED = "REGISTRERAD"
    CONFIRMED = "BEKRAFTAD"
    ASSIGNED = "FORDELAD"
    BEGUN = "UTREDNING"
    ASKED = "MOTFRAGA"
    RESUMED = "ATERUPPTAGEN"
    POSTPONED = "NYTT_DATUM"
    ANSWERED = "BESVARAD"
    HANDED_OVER = "OVERLAMNAD"
    WITHDRAWN = "ATERTAGEN"
    CLOSED = "AVSLUTAD"
    REOPENED = "OPPNAD_IGEN"
    COMMENTED = "KOMMENTAR"
    INFORMED = "INFORMERAD"
    ALERTED = "CHEFLAKARE"
    DECIDED = "BESLUT"
    PRINTED = "UTSKRIFT"
    MAILED = "EPOST"  # given over to be sent; then one of the next two
    MAIL_HANDED = "EPOST_LAMNAD"  # the mail server has taken it
    MAIL_FAILED = "EPOST_EJ_LAMNAD"
    CALLBACK = "ATERUPPRINGNING"


class LetterKind(StrEnum):
    CONFIRMATION = "BEKRAFTELSE"
    COUNTER_QUESTION = "MOTFRAGA"
    HAND_OVER = "OVERLAMNANDE"
    ANSWER = "SVAR"


class EditOutcome(StrEnum):
    APPLIED = "GALLER"
    SAME = "SAMMA"  # somebody had said the same already
    CONFLICT = "SKILJER"  # somebody had said something else: both are kept
    CHOSEN = "VALD"  # somebody chose between the two
