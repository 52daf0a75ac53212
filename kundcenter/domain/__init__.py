"""Frozen values and pure rules.  The clock is an argument; nothing here does I/O."""
