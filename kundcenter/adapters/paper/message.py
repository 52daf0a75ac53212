"""The printed page of a message that was taken.  Official documents are in Swedish."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer

from kundcenter.adapters.paper.sheet import (
    PROTECTED,
    Faces,
    Margins,
    banner,
    facts,
    load_typeface,
    plain,
    render,
    style,
)
from kundcenter.domain.papers import when
from kundcenter.domain.switchboard.message_letters import LeavingMessage

TITLE = "Meddelande"
URGENT = "BRÅDSKANDE"
SECRECY = "Lämnas bara till den som meddelandet är till"


class MessagePage:
    """Sets messages on paper; the typeface is cut once and kept in the folder `cache`."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def __call__(self, leaving: LeavingMessage) -> bytes:
        """A PDF of A4 pages."""
        faces = load_typeface(self._cache)
        story: list[Flowable] = []
        if leaving.protected:
            story += banner(faces, PROTECTED)
        if leaving.message.draft.urgent:
            story += banner(faces, URGENT)
        story += [facts(_facts(leaving), faces), Spacer(1, 6 * mm), *_text(leaving, faces)]
        margins = Margins(
            title=TITLE,
            issuer="Kundcenter",
            secrecy=SECRECY,
            printed_by=leaving.printed_by,
            printed_at=leaving.at,
            demonstration=leaving.demonstration,
        )
        return render(story, margins, faces)


def _facts(leaving: LeavingMessage) -> list[tuple[str, str]]:
    """Headings with what they are of; what is empty is left out, and they are even in number."""
    message = leaving.message
    read_back = "ja" if message.draft.read_back else "nej"
    name, identity = leaving.patient or ("", "")
    told = [
        ("Till", ", ".join(leaving.to)),
        ("Mottaget", when(message.written_at)),
        ("Från", leaving.caller),
        ("Av", leaving.by),
        ("Ring upp", leaving.callback),
        ("Uppläst", read_back),
        ("Gäller", name),
        ("Person", identity),
    ]
    shown = [(heading, value) for heading, value in told if value]
    return [*shown, ("", "")] if len(shown) % 2 else shown


def _text(leaving: LeavingMessage, faces: Faces) -> list[Flowable]:
    look = style(faces[0], 12, spaceAfter=4)
    lines = leaving.message.draft.text.split("\n")
    return [Paragraph(plain(line) or "&nbsp;", look) for line in lines]
