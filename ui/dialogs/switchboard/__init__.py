"""Dialogs of the switchboard: transfers, absences, messages, numbers."""
