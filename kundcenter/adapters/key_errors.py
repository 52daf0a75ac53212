"""What can go wrong with the key of the database.  No error carries a byte of it."""

from __future__ import annotations

from kundcenter.errors import Conflict, Refused, Unavailable


class KeyringAway(Unavailable):
    """No keyring of the operating system answered.  Facts: reason, backend, cause."""

    code = "keyring.away"


class KeyringLocked(Unavailable):
    """The keyring is there but closed, and was not opened.  Facts: backend."""

    code = "keyring.locked"


class KeyringNotAllowed(Refused):
    """Something chose a keyring that is not one of the operating system's.  Facts: backend."""

    code = "keyring.not_allowed"


class KeyMissing(Refused):
    """The keyring answers, but has no key for this profile.  Facts for the recovery.

    Refused and not NotFound: whoever meets something that is not found may offer to make it,
    and a new key would be a new, empty database in place of one that cannot be opened.
    """

    code = "key.missing"


class KeyTaken(Conflict):
    """The keyring has another key under this profile's name; it is never written over."""

    code = "key.taken"


class KeyWrong(Refused):
    """The key is not the one the profile was made with.  Facts: profile."""

    code = "key.wrong"


class PassphraseWrong(KeyWrong):
    """The passphrase does not give the key the profile was made with.  Facts: profile."""

    code = "passphrase.wrong"


class KeySourceDiffers(Refused):
    """The profile's key comes from elsewhere.  Facts: needs ("keyring" or "passphrase")."""

    code = "key.other_source"
