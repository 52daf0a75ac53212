"""Keeps the values of the contact centre: SQLCipher at the desk, PostgreSQL at the centre."""
