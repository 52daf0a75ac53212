"""Add, change, retire and bring in snippets; count how they are used."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Actor, Function
from kundcenter.domain.calendar import local
from kundcenter.domain.snippets import (
    IMPORT_LIMIT,
    Incoming,
    Plan,
    Scope,
    Shelf,
    Snippet,
    SnippetCodeTaken,
    SnippetNotFound,
    SnippetStale,
    SnippetsTooMany,
    SnippetVersion,
    Use,
    Wording,
    function_of,
    holder_of,
    holders_of,
    planned,
)
from kundcenter.ports import Reading, Store, Work


class Snippets:
    """An operator sees their own snippets, those of their care unit and those of the region."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def mine(self) -> Shelf:
        """Every snippet that the operator can insert, and how often each has been."""
        with self._store.read() as reading:
            _must_either(reading.actor)
            found = _seen(reading)
            return Shelf(
                found,
                {use.snippet_id: use for use in reading.snippets.uses(holders_of(reading.actor))},
            )

    def history(self, snippet_id: UUID) -> tuple[Snippet, ...]:
        """What the snippet has been, the newest first.  Raises SnippetNotFound."""
        with self._store.read() as reading:
            _must_either(reading.actor)
            _visible(reading, snippet_id)
            return reading.snippets.versions(snippet_id)

    def add(self, scope: Scope, wording: Wording) -> Changes:
        """A new snippet, owned by the operator.

        Raises SnippetCodeTaken, SnippetNeedsUnit and those of Wording.checked.
        """
        with self._store.work("snippets.add", scope=scope, wording=wording) as work:
            work.actor.must(function_of(scope))
            wording = wording.checked()
            _free(work, holder_of(scope, work.actor), wording.code)
            _put(work, _new(work, Incoming(scope, wording)))
        return work.changes()

    def change(self, snippet_id: UUID, wording: Wording, *, upon: int) -> Changes:
        """Another wording of version `upon`; what it was is kept.

        Raises SnippetNotFound, SnippetStale, SnippetCodeTaken and those of Wording.checked.
        """
        with self._store.work(
            "snippets.change", snippet_id=snippet_id, wording=wording, upon=upon
        ) as work:
            _must_either(work.actor)
            snippet = _changeable(work, snippet_id)
            if snippet.number != upon:
                raise SnippetStale(id=snippet_id, upon=upon, found=snippet.number)
            wording = wording.checked()
            if wording.code != snippet.code:
                _free(work, snippet.holder, wording.code)
            _put(work, snippet.worded(wording, work.now, work.actor.operator_id))
        return work.changes()

    def retire(self, snippet_id: UUID) -> Changes:
        """Offer the snippet no longer.  Raises SnippetNotFound."""
        with self._store.work("snippets.retire", snippet_id=snippet_id) as work:
            _must_either(work.actor)
            snippet = _changeable(work, snippet_id)
            _put(work, snippet.retired(work.now, work.actor.operator_id))
        return work.changes()

    def plan(self, rows: tuple[Incoming, ...]) -> Plan:
        """What `import_` of the rows would do.  Raises what it raises."""
        with self._store.read() as reading:
            return _planned(reading, rows)

    def import_(self, rows: tuple[Incoming, ...]) -> Changes:
        """Bring in all rows or none; one with a code that is there becomes its next version.

        Raises SnippetsTooMany, SnippetRepeated, SnippetNeedsUnit and those of Wording.checked.
        """
        with self._store.work("snippets.import_", rows=rows) as work:
            plan = _planned(work, rows)
            for row in plan.new:
                _put(work, _new(work, row))
            for older, row in plan.changed:
                _put(work, older.worded(row.wording, work.now, work.actor.operator_id))
        return work.changes()

    def note_uses(self, snippet_ids: tuple[UUID, ...]) -> Changes:
        """Count that the snippets were inserted; one that is gone or another's is passed over."""
        with self._store.work("snippets.note_uses", snippet_ids=snippet_ids) as work:
            work.actor.must(Function.OWN_SNIPPETS)
            if len(snippet_ids) > IMPORT_LIMIT:
                raise SnippetsTooMany(count=len(snippet_ids), limit=IMPORT_LIMIT)
            today = local(work.now).date()
            counted = Counter(snippet_ids)
            for id in sorted(counted.keys() & {snippet.id for snippet in _seen(work)}):
                use = work.snippets.use(id)
                before = use.uses if use else 0
                work.snippets.put_use(Use(id, before + counted[id], today))
        return work.changes()


def _must_either(actor: Actor) -> None:
    """Who may have snippets of their own or see to those of others may read them."""
    own = actor.may(Function.OWN_SNIPPETS)
    actor.must(Function.OWN_SNIPPETS if own else Function.SHARED_SNIPPETS)


def _seen(reading: Reading) -> tuple[Snippet, ...]:
    return reading.snippets.held_by(holders_of(reading.actor))


def _visible(reading: Reading, snippet_id: UUID) -> Snippet:
    snippet = reading.snippets.get(snippet_id)
    if snippet.holder not in holders_of(reading.actor):
        raise SnippetNotFound(id=snippet_id)
    return snippet


def _changeable(reading: Reading, snippet_id: UUID) -> Snippet:
    snippet = _visible(reading, snippet_id)
    reading.actor.must(function_of(snippet.scope))
    if snippet.retired_at is not None:
        raise SnippetNotFound(id=snippet_id)
    return snippet


def _free(work: Work, holder: str, code: str) -> None:
    for snippet in work.snippets.held_by((holder,)):
        if snippet.code == code:
            raise SnippetCodeTaken(id=snippet.id)


def _planned(reading: Reading, rows: tuple[Incoming, ...]) -> Plan:
    actor = reading.actor
    _must_either(actor)
    scopes = sorted({row.scope for row in rows})
    for scope in scopes:
        actor.must(function_of(scope))
    holders = {scope: holder_of(scope, actor) for scope in scopes}
    checked = tuple(Incoming(row.scope, row.wording.checked()) for row in rows[: IMPORT_LIMIT + 1])
    if len(rows) > IMPORT_LIMIT:
        raise SnippetsTooMany(count=len(rows), limit=IMPORT_LIMIT)
    return planned(_seen(reading), checked, holders)


def _new(work: Work, row: Incoming) -> Snippet:
    actor, wording = work.actor, row.wording
    return Snippet(
        id=work.new_id(),
        code=wording.code,
        title=wording.title,
        body=wording.body,
        scope=row.scope,
        owner_id=actor.operator_id,
        care_unit=actor.care_unit if row.scope is Scope.TEAM else "",
        review_on=wording.review_on,
        fields=wording.fields,
        number=1,
        changed_at=work.now,
        changed_by=actor.operator_id,
    )


def _put(work: Work, snippet: Snippet) -> None:
    """The snippet as it stands, and a version that stays."""
    work.snippets.put(snippet)
    work.snippets.add_version(SnippetVersion(work.new_id(), snippet))
