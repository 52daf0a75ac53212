"""Puts the parts together.  The only package that knows them all."""
