"""Which roles may do what: a row of DOMAIN §2.4 for each sort of method."""

from __future__ import annotations

# The rows of DOMAIN §2.4 that this program has verbs for: nurse, switchboard, service desk, nurses'
# and switchboard's supervisor, medical lead, administrator, log reviewer, case handler.
ROLES = (
    "SSK VAXEL SERVICE SUPERVISOR_SSK SUPERVISOR_VAXEL LEDNINGSLAKARE ADMIN LOGGRANSKARE"
    " ARENDEHANDLAGGARE"
)
RECORD = "xooxoxooo"
CALLS = "xxxxxxooo"
PERSONS = "xxxxxxoox"  # find and register somebody, promise to ring them
ADMINISTRATION = "ooooooxoo"
REVIEW = "oooooooxo"
LEADING_CARE = "oooxoxooo"
SHARED = "oooxxxxoo"  # texts for a whole unit or region
SNIPPETS = "xxxxxxxoo"  # one's own, or those that are shared
DIRECTORY = "xxxxxxxox"
GUIDANCE = "xxxxxxxoo"  # what is read at the desk, and by those who keep it in order
EDITING = "oooxxxxoo"  # the directory and the roster
LEADING = "oooxxxooo"
EDITING_GUIDANCE = "oooxoxxoo"  # draft rules, content packs
APPROVING = "oooooxooo"  # the medical lead
EVERYBODY = "xxxxxxxxx"
COMPLAINTS = "oooxxxoox"  # complaints, views and praise: a file of their own
SERVICES = "xxxxxxoox"  # what comes in by e-service
TERMS_OF_CASES = "oooxxxxox"
ANYBODY = ""  # also before anybody has signed in: the doors themselves
