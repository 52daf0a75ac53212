"""The verbs of the switchboard."""
