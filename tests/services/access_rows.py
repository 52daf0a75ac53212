"""Which roles may do what: a row of DOMAIN §2.4 for each sort of method."""

from __future__ import annotations

# The rows of DOMAIN §2.4 that this program has verbs for: nurse, switchboard, service desk, nurses'
# and switchboard's supervisor, medical lead, administrator, log reviewer.
ROLES = "SSK VAXEL SERVICE SUPERVISOR_SSK SUPERVISOR_VAXEL LEDNINGSLAKARE ADMIN LOGGRANSKARE"
RECORD = "xooxoxoo"
CALLS = "xxxxxxoo"
ADMINISTRATION = "ooooooxo"
REVIEW = "ooooooox"
LEADING_CARE = "oooxoxoo"
SHARED = "oooxxxxo"  # texts for a whole unit or region
SNIPPETS = "xxxxxxxo"  # one's own, or those that are shared
DIRECTORY = "xxxxxxxo"
EDITING = "oooxxxxo"  # the directory and the roster
LEADING = "oooxxxoo"
EDITING_GUIDANCE = "oooxoxxo"  # draft rules, content packs
APPROVING = "oooooxoo"  # the medical lead
EVERYBODY = "xxxxxxxx"
ANYBODY = ""  # also before anybody has signed in: the doors themselves
