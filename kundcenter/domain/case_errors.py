"""Why something could not be done with a case."""

from __future__ import annotations

from kundcenter.errors import Conflict, NotFound, Refused


class CaseNotFound(NotFound):
    """No case has the id or the number.  Facts: id."""

    code = "case.not_found"


class CaseInvalid(Refused):
    """What is said of a case cannot be kept.  Facts: field, row (from 1, in a file)."""

    code = "case.invalid"


class CaseStageWrong(Refused):
    """Not as the case stands now.  Facts: id, stage."""

    code = "case.stage_wrong"


class CaseStale(Conflict):
    """Somebody else has moved the case on meanwhile.  Facts: id, version."""

    code = "case.stale"


class CaseUnanswerable(Refused):
    """Whoever is anonymous, or wants no answer, cannot be written to.  Facts: id."""

    code = "case.unanswerable"


class CaseConflictOpen(Refused):
    """Two have said different things of a field; somebody has to choose first.  Facts: id."""

    code = "case.conflict_open"


class CaseConflictNotFound(NotFound):
    """The case has no such difference, or it has been settled.  Facts: id."""

    code = "case.conflict_not_found"


class CaseInjuryUndecided(Refused):
    """Nobody has decided about the suspected care injury yet.  Facts: id."""

    code = "case.injury_undecided"


class CaseOwnerUnfit(Refused):
    """The operator may not handle cases of the kind, or works here no more.  Facts: id."""

    code = "case.owner_unfit"
