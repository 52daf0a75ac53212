"""The centre's service: thin, without a state of its own, in front of PostgreSQL."""
