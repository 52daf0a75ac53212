"""Where somebody is rung, and how long that is kept: for every verb that ends a call-back."""

from __future__ import annotations

from kundcenter.domain.callback_states import without_number
from kundcenter.domain.callbacks import Callback
from kundcenter.ports import Reading


def unnumbered(reading: Reading, callback: Callback) -> Callback:
    """Of somebody with protected identity no number is kept or shown when it is over."""
    if callback.over and callback.number and callback.person_id is not None:
        person = reading.people.get(callback.person_id)
        registrations = reading.people.some(reading.people.cluster(person.id)).values()
        if any(each.protected for each in registrations):
            return without_number(callback)
    return callback
