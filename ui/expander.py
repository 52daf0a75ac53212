"""The snippets of a note: which there are, what letters may mean, and how they are filled in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from kundcenter.changes import Changes
from kundcenter.domain.snippet_text import SnippetTextWrong, filled, parse
from kundcenter.domain.snippets import NoteField, Setting, Shelf, Snippet, nearest
from kundcenter.services.snippets import Snippets
from ui.tasks import Tasks
from ui.widgets.offer_list import MOST

ENOUGH = 20  # insertions that are counted at once


class Expander(QObject):
    """One for each card.  `setting` says where and about whom the note is written, when asked."""

    def __init__(
        self,
        tasks: Tasks,
        snippets: Snippets,
        setting: Callable[[], Setting],
        *,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._verbs, self._setting = tasks, snippets, setting
        self._snippets: tuple[Snippet, ...] = ()
        self._used: list[UUID] = []
        tasks.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Ask for the snippets; before the answer there are none, and a code is just letters."""
        self._tasks.run(self, self._verbs.mine, self._show, lambda _: None, topic="snippets")

    def flush(self) -> None:
        """Have what was inserted counted; when a note is saved is a good time."""
        if self._used:
            verb = partial(self._verbs.note_uses, tuple(self._used))
            self._used.clear()
            self._tasks.run(self, verb, refused=lambda _: None)

    def offers(self, typed: str, field: NoteField | None) -> Sequence[Snippet]:
        """By the beginning of the code first, then by any word of the title."""
        word = typed.casefold()
        ranked = [
            (rank, not snippet.fits(field), at, snippet)
            for at, snippet in enumerate(self._snippets)
            if (rank := _rank(snippet, word)) is not None
        ]
        ranked.sort(key=lambda entry: entry[:3])
        return [entry[3] for entry in ranked[:MOST]]

    def exactly(self, code: str) -> Snippet | None:
        return next((snippet for snippet in self._snippets if snippet.code == code), None)

    def text(self, snippet: Snippet) -> str:
        """The text to insert, its variables filled in; as it stands, if it is not understood."""
        try:
            return filled(parse(snippet.body), self._setting().values())
        except SnippetTextWrong:
            return snippet.body

    def inserted(self, snippet: Snippet) -> None:
        self._used.append(snippet.id)
        if len(self._used) >= ENOUGH:
            self.flush()

    def _show(self, shelf: Shelf) -> None:
        self._snippets = nearest(shelf.snippets)

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("snippet"):
            self.refresh()


def _rank(snippet: Snippet, word: str) -> int | None:
    if snippet.code == word:
        return 0
    if snippet.code.startswith(word):
        return 1
    if len(word) > 1 and word in snippet.title.casefold():
        return 2
    return None
