"""The outbox mirror: every commit, kept a second time beside the database."""
