"""Panels of the switchboard."""
