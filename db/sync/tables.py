"""For now: the tables have moved to db/exchange_tables.py."""

from db.exchange_tables import *  # noqa: F403
