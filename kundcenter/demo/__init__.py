"""Makes a demo region: persons, calls and notes that never were, the same for the same seed.

Pure: values come out, nothing is read but the program's own resources.  db.bulk writes them.
"""
