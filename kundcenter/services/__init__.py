"""Verbs: what a nurse or an operator does, one transaction each."""
