"""One field for everything: what can be done here, one's own calls, units, and whom it is about.

People are looked up on Enter and not while one types: every look is logged, and half a name is
nobody's business.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.records import Column, RecordModel
from ui.texts import sentence
from ui.theme.look import current
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.finder import Finder, matching

WIDE, HIGH = 720, 520  # pixels
MOST = 40  # hits: whoever sees none of theirs writes one letter more
BARE = 12  # more of these before anything is written would hide the actions


class Kind(StrEnum):
    """What a hit is, in the order in which equals are shown."""

    ACTION = "action"
    HANDED = "handed"  # a colleague's card that waits to be taken
    CALL = "call"
    CASE = "case"  # a note of one's own that is not finished
    PERSON = "person"
    UNIT = "unit"
    SEARCH = "search"


ICONS = {
    Kind.ACTION: "keyboard",
    Kind.HANDED: "phone-transfer",
    Kind.CALL: "phone",
    Kind.CASE: "pen",
    Kind.PERSON: "person",
    Kind.UNIT: "building",
    Kind.SEARCH: "search",
}
LONG = frozenset({Kind.UNIT, Kind.CASE})


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """One line.  `run` is done after the palette has gone; `key` tells hits apart."""

    key: str
    kind: Kind
    words: str
    run: Callable[[], object]
    detail: str = ""
    keys: str = ""
    stays: bool = False  # the palette stays open, for what this brings

    @property
    def told(self) -> str:
        return f"{self.words} {self.detail} {self.keys}"


class Palette(Dialog):
    """`asked_for(text)` makes the hits that depend on what is written, such as a search."""

    def __init__(
        self, asked_for: Callable[[str], Sequence[Hit]], parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("Palette", "Sök och gör"),
            primary=translate("Palette", "Välj"),
            secondary=translate("Palette", "Stäng"),
            parent=parent,
        )
        self._asked_for = asked_for
        self._hits: dict[Kind, tuple[Hit, ...]] = {}
        model = RecordModel[Hit](
            (
                Column(self.tr("Vad"), lambda hit: hit.words, icon=lambda hit: ICONS[hit.kind]),
                Column(self.tr("Mer"), lambda hit: hit.detail, width=22),
                Column(
                    self.tr("Tangent"),
                    lambda hit: hit.keys,
                    badge=lambda hit: Badge(hit.keys, icon="keyboard") if hit.keys else None,
                    width=16,
                ),
            ),
            key=lambda hit: hit.key,
            parent=self,
        )
        self.finder = Finder(
            self.tr("Sök"),
            model,
            list_name=self.tr("Träffar"),
            placeholder=self.tr("Kommando, samtal, enhet eller personnummer"),
            empty=EmptyState(
                self.tr("Ingen träff"), self.tr("Skriv ett annat ord."), icon="search"
            ),
        )
        self.body.addWidget(self.finder, 1)
        scale = min(1.25, current().metrics.scale)
        self.setMinimumSize(round(WIDE * scale), round(HIGH * scale))
        self.finder.typed.connect(self._on_typed)
        self.finder.opened.connect(lambda _: self._choose())
        self.finder.table.chosen.connect(
            lambda hit: self.primary.setEnabled(hit is not None and self.isEnabled())
        )
        self.confirmed.connect(self._choose)

    def offer(self, kind: Kind, hits: Sequence[Hit]) -> None:
        """Show these among the others; of the same kind they take the place of the earlier."""
        self._hits[kind] = tuple(hits)
        self._show(keep=kind is not Kind.PERSON)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.finder.field.show_error(sentence(error))

    def say(self, words: str) -> None:
        """An answer that is no hit."""
        self.set_busy(False)
        self.finder.field.show_error(words)

    def _on_typed(self, _text: str) -> None:
        self._hits.pop(Kind.PERSON, None)  # they were found by other words
        self._show(keep=False)

    def _show(self, *, keep: bool) -> None:
        text = self.finder.field.text().strip()
        hits = [*self._hits.get(Kind.PERSON, ())]
        for kind in (Kind.HANDED, Kind.CALL, Kind.CASE, Kind.ACTION, Kind.UNIT):
            of_kind = list(self._hits.get(kind, ()))
            found = matching(of_kind, text, lambda hit: hit.told)
            hits += found if text or kind not in LONG else found[:BARE]
        if text:
            hits.sort(key=lambda hit: not hit.words.casefold().startswith(text.casefold()))
            hits += self._asked_for(text)
        self.finder.show_records(hits[:MOST], keep=keep)
        self.primary.setEnabled(bool(hits))

    def _choose(self) -> None:
        hit: Hit | None = self.finder.current
        if hit is None:
            return
        if not hit.stays:
            self.accept()
        hit.run()
