"""How the ground of an opening is read: the words of the access log, told to a person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.blocks import LiftGround
from kundcenter.domain.grounds import OWN_TASK, GroundCategory
from ui.labels import label

_CODES = {code.value: code for kind in (GroundCategory, LiftGround) for code in kind}


def told(reason: str) -> str:
    """`KVALITET: text` as `Kvalitet: text`; an own task in words; anything else as it stands."""
    if reason == OWN_TASK:
        return QCoreApplication.translate("grounds", "Egen uppgift: samtal eller kort")
    code, _, text = reason.partition(": ")
    if not text or code not in _CODES:
        return reason
    return f"{label(_CODES[code])}: {text}"
