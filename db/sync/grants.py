"""What the centre's service may do in its own database: the second line, beneath the verbs.

The service signs in as a role that owns nothing.  What is only ever added to it can only add to.
The rows of the teams it sees and writes for one desk at a time, the one that it has named with
`SET LOCAL app.device`.  The setting is only looked up: a desk that is not enrolled, or not at
work, has no rows, and which teams a desk has is in the centre's own tables (RELIABILITY 0.22).

A row is a team's when it is in the feed's bucket of that team; one that is in no bucket yet has
been written in this very transaction.  People are the whole region's: one person has one row,
whichever team has met them, so any desk at work may have them replayed, and no one else.

The policies hold for the owner too.  Who changes the schema or takes copies needs BYPASSRLS.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Connection, Table, text

from db.guards import SIGNED
from db.sync import capture
from db.tables import APPEND_ONLY, CENTRE, REPLAYED

ROLE = "kundcenter_service"

# By the bucket of the feed that they are in.
BY_TEAM = frozenset({"calls", "parts", "alarms", "hand_overs", "entries", "entry_versions"}) | {
    *("presences", "samples", "sampled_calls", "call_reviews"),  # of an operator, or of a call
}
BY_REGION = frozenset({"people", "identities", "name_words"})

_REMOVED = frozenset({"choices", "name_words", "parts", "waiting_entries"})  # verbs take rows away
_CENTRE = {
    "centre_devices": "SELECT, INSERT, UPDATE",
    "centre_results": "SELECT, INSERT",
    "centre_quarantine": "SELECT, INSERT, UPDATE (driven_at, owner_id, again)",
    "centre_buckets": "SELECT, INSERT, UPDATE",
    "centre_feed": "SELECT, INSERT, DELETE",
    "centre_current": "SELECT, INSERT, UPDATE, DELETE",
    "centre_device_operators": "SELECT, INSERT, UPDATE",
    "centre_invitations": "SELECT, INSERT, UPDATE",
    "centre_credentials": "SELECT, INSERT, DELETE",
    "centre_attempts": "SELECT, INSERT, DELETE",
    "centre_tickets": "SELECT, INSERT, UPDATE (revoked_at, session_id)",
    "centre_anchors": "SELECT, INSERT",
    "centre_arrivals": "SELECT, INSERT, DELETE",
    "centre_recalls": "SELECT, INSERT, UPDATE (person_id, at), DELETE",
    "centre_anchor_heads": "SELECT, INSERT",
    "centre_anchor_doubts": "SELECT, INSERT",
    "centre_chores": "SELECT, INSERT, UPDATE",
}

_MAKE = f"""
DO $$ BEGIN
  CREATE ROLE {ROLE} LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;  -- another database has made it
END $$
"""

_DESK = """
CREATE OR REPLACE FUNCTION desk_at_work() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT id FROM public.centre_devices
  WHERE id = nullif(current_setting('app.device', true), '')::uuid
    AND state IN ('active', 'wiping')
$$
"""

# The bucket that a chore is at (db.sync.ageing): it works for no desk, on one bucket at a time.
_CHORE = """
CREATE OR REPLACE FUNCTION bucket_at_work() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT id FROM public.centre_buckets
  WHERE id = nullif(current_setting('app.bucket', true), '')
$$
"""

_BUCKETS = """
CREATE OR REPLACE FUNCTION desk_buckets() RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array(
    SELECT unnest(ARRAY['ref', 'team:*']) WHERE public.desk_at_work() IS NOT NULL
    UNION SELECT 'team:' || care_unit FROM public.centre_devices
      WHERE id = public.desk_at_work()
    UNION SELECT 'team:' || care_unit FROM public.centre_device_operators
      WHERE device_id = public.desk_at_work()
    UNION SELECT 'operator:' || operator_id::text FROM public.centre_device_operators
      WHERE device_id = public.desk_at_work()
    UNION SELECT 'device:' || id::text FROM public.centre_devices
      WHERE id = public.desk_at_work()
    UNION SELECT public.bucket_at_work() WHERE public.bucket_at_work() IS NOT NULL)
$$
"""


_AT_WORK = "((SELECT desk_at_work()) IS NOT NULL OR (SELECT bucket_at_work()) IS NOT NULL)"


def install(connection: Connection) -> None:
    """Make the role, and give it what it needs and nothing more.  May be done again."""
    for statement in _statements():
        connection.exec_driver_sql(statement)


def may_make_roles(connection: Connection) -> bool:
    """Whether whoever is connected may `install`."""
    query = text("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user")
    return bool(connection.execute(query).scalar())


def name_device(connection: Connection, device_id: UUID) -> None:
    """From now on, to the end of the transaction, it is about this desk."""
    connection.execute(
        text("SELECT set_config('app.device', :device, true)"), {"device": str(device_id)}
    )


def name_bucket(connection: Connection, bucket: str) -> None:
    """From now on, to the end of the transaction, it is about this bucket alone."""
    connection.execute(text("SELECT set_config('app.bucket', :bucket, true)"), {"bucket": bucket})


def _statements() -> Iterator[str]:
    yield _MAKE
    yield _DESK
    yield _CHORE
    yield _BUCKETS
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {ROLE}"
    yield f"GRANT USAGE ON SCHEMA public TO {ROLE}"
    yield f"GRANT SELECT ON marks, alembic_version TO {ROLE}"
    for table in (*REPLAYED, *APPEND_ONLY):
        yield f"GRANT {_granted(table)} ON {table.name} TO {ROLE}"
    for table in CENTRE:
        yield from _granted_at_centre(table)
    for table in REPLAYED:
        if table.name in BY_TEAM:
            yield from _policy(table.name, _of_the_team(table))
        elif table.name in BY_REGION:
            yield from _policy(table.name, _AT_WORK)
    yield from _feed()


def _granted(table: Table) -> str:
    if table in APPEND_ONLY:
        return "SELECT, INSERT"
    if table.name == SIGNED:
        return "SELECT, INSERT, UPDATE (signed_at, signed_by)"
    return "SELECT, INSERT, UPDATE" + (", DELETE" if table.name in _REMOVED else "")


def _granted_at_centre(table: Table) -> Iterator[str]:
    if table.name in _CENTRE:  # a table that nobody has thought of here is the service's to ask for
        yield f"GRANT {_CENTRE[table.name]} ON {table.name} TO {ROLE}"


def _of_the_team(table: Table) -> str:
    where = f"entity = '{table.name}' AND key = {capture.key(table, table.name)}"
    return (
        f"EXISTS (SELECT 1 FROM centre_current WHERE {where} "  # noqa: S608  our own names
        "AND bucket = ANY ((SELECT desk_buckets())::text[])) "
        "OR ((SELECT desk_at_work()) IS NOT NULL "
        f"AND NOT EXISTS (SELECT 1 FROM centre_current WHERE {where}))"
    )


def _policy(table: str, condition: str) -> Iterator[str]:
    """Rows are seen and changed by it; a new one is written by a desk at work."""
    yield from _forced(table)
    yield f"DROP POLICY IF EXISTS {table}_of_desk ON {table}"
    yield (
        f"CREATE POLICY {table}_of_desk ON {table} USING ({condition}) "
        "WITH CHECK ((SELECT desk_at_work()) IS NOT NULL)"
    )


def _feed() -> Iterator[str]:
    """A desk is given its own buckets.  What it wrote goes to all who have the row already."""
    yield from _forced("centre_feed")
    for name in ("given", "published", "compacted"):
        yield f"DROP POLICY IF EXISTS feed_{name} ON centre_feed"
    yield (
        "CREATE POLICY feed_given ON centre_feed FOR SELECT "
        "USING (bucket = ANY ((SELECT desk_buckets())::text[]))"
    )
    yield "CREATE POLICY feed_published ON centre_feed FOR INSERT WITH CHECK (true)"
    yield (  # no row that is in force ever goes
        "CREATE POLICY feed_compacted ON centre_feed FOR DELETE "
        "USING (bucket = (SELECT bucket_at_work()) AND NOT EXISTS (SELECT 1 FROM centre_current c "
        "WHERE c.bucket = centre_feed.bucket AND c.seq = centre_feed.seq AND c.past_at IS NULL))"
    )


def _forced(table: str) -> Iterator[str]:
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
