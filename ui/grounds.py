"""How the ground of an opening is read: the words of the access log, told to a person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.blocks import EntryBlocked, LiftGround
from kundcenter.domain.grounds import OWN_TASK, GroundCategory, GroundNeeded, GroundTooShort
from ui.labels import label

_CODES = {code.value: code for kind in (GroundCategory, LiftGround) for code in kind}


def told(reason: str) -> str:
    """`KVALITET: text` as `Kvalitet: text`; an own task and a refusal in words."""
    translate = QCoreApplication.translate
    if reason == OWN_TASK:
        return translate("grounds", "Egen uppgift: samtal eller kort")
    if reason == EntryBlocked.code:
        return translate("grounds", "Nekad: uppgiften är spärrad")
    if reason in (GroundNeeded.code, GroundTooShort.code):
        return translate("grounds", "Nekad: inget skäl angavs")
    code, _, text = reason.partition(": ")
    if not text or code not in _CODES:
        return reason
    return f"{label(_CODES[code])}: {text}"
