"""The words for the codes of guiding: kinds of unit, lines, relations; who needs more adds here."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kundcenter.domain.calendar import DayClass
from kundcenter.domain.packs.checks import PackFault
from kundcenter.domain.referrals import ReferralState
from kundcenter.domain.unit_cards import LineFunction, RelationKind
from kundcenter.domain.units import UnitKind

GUIDE_PAIRS: tuple[tuple[StrEnum, object], ...] = (
    (UnitKind.PRIMARY_CARE, QT_TRANSLATE_NOOP("labels", "Vårdcentral")),
    (UnitKind.OUT_OF_HOURS, QT_TRANSLATE_NOOP("labels", "Närakut")),
    (UnitKind.EMERGENCY, QT_TRANSLATE_NOOP("labels", "Akutmottagning")),
    (UnitKind.PAEDIATRIC_EMERGENCY, QT_TRANSLATE_NOOP("labels", "Barnakut")),
    (UnitKind.PSYCHIATRIC_EMERGENCY, QT_TRANSLATE_NOOP("labels", "Psykiatrisk akut")),
    (UnitKind.MATERNITY, QT_TRANSLATE_NOOP("labels", "Förlossning")),
    (UnitKind.SPECIALIST, QT_TRANSLATE_NOOP("labels", "Specialistmottagning")),
    (UnitKind.MOTHER_AND_CHILD, QT_TRANSLATE_NOOP("labels", "MVC eller BVC")),
    (LineFunction.CANCELLATION, QT_TRANSLATE_NOOP("labels", "Avbokning")),
    (LineFunction.BOOKING, QT_TRANSLATE_NOOP("labels", "Bokning")),
    (LineFunction.TRANSPORT, QT_TRANSLATE_NOOP("labels", "Sjukresor")),
    (LineFunction.PRESCRIPTIONS, QT_TRANSLATE_NOOP("labels", "Receptförnyelse")),
    (LineFunction.ADVICE, QT_TRANSLATE_NOOP("labels", "Rådgivning")),
    (LineFunction.RECEPTION, QT_TRANSLATE_NOOP("labels", "Reception")),
    (LineFunction.STAFF, QT_TRANSLATE_NOOP("labels", "Vårdpersonal")),
    (LineFunction.ON_CALL, QT_TRANSLATE_NOOP("labels", "Jour")),
    (LineFunction.OTHER, QT_TRANSLATE_NOOP("labels", "Övrigt")),
    (RelationKind.PART_OF, QT_TRANSLATE_NOOP("labels", "Hör till")),
    (RelationKind.TAKES_OVER, QT_TRANSLATE_NOOP("labels", "Tar över när det är stängt")),
    (RelationKind.SAME_HOUSE, QT_TRANSLATE_NOOP("labels", "I samma hus")),
    (PackFault.SYNTAX, QT_TRANSLATE_NOOP("labels", "Filen går inte att läsa som TOML")),
    (PackFault.KIND, QT_TRANSLATE_NOOP("labels", "Fel sorts värde")),
    (PackFault.UNKNOWN, QT_TRANSLATE_NOOP("labels", "Ett namn som formatet inte har")),
    (PackFault.MISSING, QT_TRANSLATE_NOOP("labels", "Saknas")),
    (PackFault.EMPTY, QT_TRANSLATE_NOOP("labels", "Är tomt")),
    (PackFault.TOO_LONG, QT_TRANSLATE_NOOP("labels", "Är för långt")),
    (PackFault.NOT_TEXT, QT_TRANSLATE_NOOP("labels", "Ett tecken kan inte sparas")),
    (PackFault.HIDDEN, QT_TRANSLATE_NOOP("labels", "Ett tecken som inte syns")),
    (PackFault.CODE, QT_TRANSLATE_NOOP("labels", "Koden kan inte användas")),
    (PackFault.REPEATED, QT_TRANSLATE_NOOP("labels", "Står två gånger")),
    (PackFault.TOO_MANY, QT_TRANSLATE_NOOP("labels", "Är för många")),
    (PackFault.TOO_LARGE, QT_TRANSLATE_NOOP("labels", "Är för mycket text")),
    (PackFault.REASON, QT_TRANSLATE_NOOP("labels", "Kontaktorsaken är okänd")),
    (PackFault.NO_THREATS, QT_TRANSLATE_NOOP("labels", "Frågor om fara för livet saknas")),
    (PackFault.NO_CALL_BACK, QT_TRANSLATE_NOOP("labels", "Råd utan återkomstkriterier")),
    (PackFault.AGES, QT_TRANSLATE_NOOP("labels", "Åldrarna stämmer inte")),
    (PackFault.REVIEW, QT_TRANSLATE_NOOP("labels", "Granskningsdagen är inte efter skrivdagen")),
    (ReferralState.MADE, QT_TRANSLATE_NOOP("labels", "Lagd")),
    (ReferralState.REACHED, QT_TRANSLATE_NOOP("labels", "Nådd")),
    (ReferralState.NOT_REACHED, QT_TRANSLATE_NOOP("labels", "Ej nådd")),
    (ReferralState.CANCELLED, QT_TRANSLATE_NOOP("labels", "Avbokad")),
    (DayClass.VARDAG, QT_TRANSLATE_NOOP("labels", "Vardag")),
    (DayClass.LORDAG_AFTON, QT_TRANSLATE_NOOP("labels", "Lördag eller afton")),
    (DayClass.SON_OCH_HELGDAG, QT_TRANSLATE_NOOP("labels", "Söndag eller helgdag")),
)
