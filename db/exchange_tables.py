"""The exchange's own tables: those of a desk, and those of the centre.

Both databases have all of them, so that there is one schema; a desk's stay empty at the centre
and the centre's at a desk.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, Text, false

from db.base import table
from db.types import Bytes, Code, Codes, Id, Time
from kundcenter.domain.access import Role
from kundcenter.domain.devices import DeviceState
from kundcenter.domain.feed import Verdict, Why

# -- at a desk ---------------------------------------------------------------------------------

cursors = table(
    "sync_cursors",
    Column("bucket", Text, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("size", BigInteger, nullable=False),  # how many rows
    Column("total", Text, nullable=False),  # a number below 2⁶⁴, which neither database has
    Column("filling", Boolean, nullable=False),  # it has never been whole yet
)

held = table(  # the rows that the centre has given, and what each adds to its bucket's sum
    "sync_held",
    Column("bucket", Text, primary_key=True),
    Column("entity", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("sum", Text, nullable=False),
    Column("shape", Integer),  # which columns the centre told of; None when that is not known
)
Index(None, held.c.entity, held.c.key)

shapes = table(  # sets of columns, each once: their names in order, with a space between
    "sync_shapes",
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("columns", Text, nullable=False, unique=True),
)

aside = table(  # rows of a later program, as they came: this one cannot write them, or not all
    "sync_aside",
    Column("entity", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("body", Text, nullable=False),
    Column("why", Code(Why), nullable=False),
)

answers = table(  # the verdicts on this desk's operations
    "sync_answers",
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("verdict", Code(Verdict), nullable=False),
    Column("code", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("effect", Text, nullable=False),
    Column("settled_at", Time),  # when its rows had come and the desk's own gave way to them
)
_unsettled = answers.c.settled_at.is_(None)
Index(None, answers.c.n, sqlite_where=_unsettled)

touched = table(  # which rows an unsettled operation wrote; 0 while its verb is going on
    "sync_touched",
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("entity", Text, primary_key=True),
    Column("key", Text, primary_key=True),
)
Index(None, touched.c.entity, touched.c.key)

before = table(  # each such row as the centre last gave it; None when it had given none
    "sync_before",
    Column("entity", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("row", Text),  # JSON: by column, the value as SQLite would write it in a statement
)

noted_anchors = table(  # heads that the centre has signed, as this desk was told them
    "sync_anchors",
    Column("epoch", Id, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("at", Time, nullable=False),
    Column("size", Integer, nullable=False),
    Column("root", Bytes, nullable=False),
    Column("previous_hash", Bytes, nullable=False),
    Column("hash", Bytes, nullable=False),
    Column("signature", Bytes, nullable=False),
    Column("operation_n", Integer),  # what was shown to be in it of this desk, if anything
    Column("operation_hash", Bytes),
    Column("access_n", Integer),
    Column("access_hash", Bytes),
    Column("place", Integer),
    Column("path", Bytes),  # the hashes of the proof, one after the other
)

noted_tickets = table(  # leave to sign in here while the centre is away, one for each operator
    "sync_tickets",
    Column("operator_id", Id, primary_key=True),
    Column("id", Id, nullable=False),
    Column("device_id", Id, nullable=False),
    Column("roles", Codes(Role), nullable=False),
    Column("care_unit", Text, nullable=False),
    Column("issued_at", Time, nullable=False),
    Column("until", Time, nullable=False),
    Column("signature", Bytes, nullable=False),
)

told_before = table(  # what the centre had said before it was put back, of what is sent again
    "sync_told_before",
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("operation_id", Id, nullable=False),
    Column("verdict", Code(Verdict), nullable=False),
    Column("code", Text, nullable=False),
)

kept_tickets = table(  # every ticket that was given here, should the centre forget that it was
    "sync_kept_tickets",
    Column("id", Id, primary_key=True),
    Column("operator_id", Id, nullable=False),
    Column("device_id", Id, nullable=False),
    Column("roles", Codes(Role), nullable=False),
    Column("care_unit", Text, nullable=False),
    Column("issued_at", Time, nullable=False),
    Column("until", Time, nullable=False),
    Column("signature", Bytes, nullable=False),
)

DESK = (
    cursors,
    held,
    shapes,
    aside,
    answers,
    touched,
    before,
    noted_anchors,
    noted_tickets,
    told_before,
    kept_tickets,
)

# -- at the centre -----------------------------------------------------------------------------

devices = table(
    "centre_devices",
    Column("id", Id, primary_key=True),
    Column("name", Text, nullable=False),
    Column("care_unit", Text, nullable=False),
    Column("public_key", Bytes, nullable=False),
    Column("state", Code(DeviceState), nullable=False),
    Column("enrolled_at", Time, nullable=False),
    Column("seen_at", Time),
    Column("n", Integer, nullable=False),
    Column("hash", Bytes, nullable=False),
    Column("access_n", Integer, nullable=False),
    Column("access_hash", Bytes, nullable=False),
    Column("alone_until", Integer, nullable=False),  # operations of before it was enrolled
)

results = table(
    "centre_results",
    Column("device_id", Id, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("operation_id", Id, nullable=False, unique=True),
    Column("hash", Bytes, nullable=False),
    Column("verdict", Code(Verdict), nullable=False),
    Column("code", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("effect", Text, nullable=False),
    Column("received_at", Time, nullable=False),
)

quarantine = table(  # operations that were not carried out, as they came
    "centre_quarantine",
    Column("device_id", Id, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("operation_id", Id, nullable=False, unique=True),
    Column("body", Bytes, nullable=False),
    Column("since", Time, nullable=False),
    Column("due_at", Time, nullable=False),
    Column("driven_at", Time),  # when it was carried out after all
    Column("owner_id", Id),  # the operator who sees to it, if anybody does
    # An earlier epoch had carried it out: it is tried again by itself when more has come.
    Column("again", Boolean, nullable=False, server_default=false()),
)
Index(None, quarantine.c.due_at, sqlite_where=quarantine.c.driven_at.is_(None))

buckets = table(
    "centre_buckets",
    Column("id", Text, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("size", BigInteger, nullable=False),  # how many rows
    Column("total", Text, nullable=False),
    Column("oldest", BigInteger, nullable=False),  # the feed has every row above it
)

feed = table(
    "centre_feed",
    Column("bucket", Text, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("entity", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("body", Text),  # None: it left the bucket
    Column("at", Time, nullable=False),
    Column("past", Boolean, nullable=False, server_default=false()),  # it left, being old
)

current = table(  # the rows that are in a bucket, or were: where in the feed each stands
    "centre_current",
    Column("bucket", Text, primary_key=True),
    Column("entity", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("sum", Text, nullable=False),
    Column("past_at", Time),  # when it left the bucket, being old; whose it was is remembered
)
Index(None, current.c.key, current.c.entity)
Index(None, current.c.bucket, current.c.seq)

device_operators = table(  # who has worked at a desk, so that it holds what is theirs
    "centre_device_operators",
    Column("device_id", Id, primary_key=True),
    Column("operator_id", Id, primary_key=True),
    Column("care_unit", Text, nullable=False),
    Column("last_at", Time, nullable=False),
)

invitations = table(  # a desk is enrolled by a code that an administrator has been given
    "centre_invitations",
    Column("id", Id, primary_key=True),
    Column("name", Text, nullable=False),
    Column("care_unit", Text, nullable=False),
    Column("code_hash", Bytes, nullable=False, unique=True),
    Column("made_at", Time, nullable=False),
    Column("until", Time, nullable=False),
    Column("used_at", Time),
    Column("used_by", Id),
)

credentials = table(  # what an operator's password is checked against; no desk ever has it
    "centre_credentials",
    Column("operator_id", Id, primary_key=True),
    Column("salt", Bytes, nullable=False),
    Column("memory_kib", Integer, nullable=False),
    Column("passes", Integer, nullable=False),
    Column("lanes", Integer, nullable=False),
    Column("verifier", Bytes, nullable=False),
    Column("changed_at", Time, nullable=False),
)

attempts = table(  # failed sign-ins, by what was tried: an operator, or a desk
    "centre_attempts",
    Column("about", Text, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_failed_at", Time, nullable=False),
)

tickets = table(  # leave to sign in at a desk while the centre cannot be asked
    "centre_tickets",
    Column("id", Id, primary_key=True),
    Column("operator_id", Id, nullable=False, index=True),
    Column("device_id", Id, nullable=False),
    Column("roles", Codes(Role), nullable=False),
    Column("care_unit", Text, nullable=False),
    Column("issued_at", Time, nullable=False),
    Column("until", Time, nullable=False),
    Column("revoked_at", Time),
    Column("session_id", Id),  # the session that it was issued for
)
Index(None, tickets.c.until, sqlite_where=tickets.c.revoked_at.is_not(None))

anchors = table(  # signed heads of what the centre keeps, handed to the desks
    "centre_anchors",
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("at", Time, nullable=False),
    Column("epoch", Id, nullable=False),
    Column("size", Integer, nullable=False),  # how many desks' heads are under the root
    Column("root", Bytes, nullable=False),
    Column("previous_hash", Bytes, nullable=False),
    Column("hash", Bytes, nullable=False),
    Column("signature", Bytes, nullable=False),
)

anchor_heads = table(  # the heads that had changed since the anchor before
    "centre_anchor_heads",
    Column("device_id", Id, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("operation_n", Integer, nullable=False),
    Column("operation_hash", Bytes, nullable=False),
    Column("access_n", Integer, nullable=False),
    Column("access_hash", Bytes, nullable=False),
)
Index(None, anchor_heads.c.n)

anchor_doubts = table(  # anchors that a desk holds and that are none of the centre's
    "centre_anchor_doubts",
    Column("device_id", Id, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("hash", Bytes, primary_key=True),
    Column("at", Time, nullable=False),
)

chores = table(  # what the centre does by itself: when each was last begun, and how it ended
    "centre_chores",
    Column("name", Text, primary_key=True),
    Column("begun_at", Time, nullable=False),
    Column("ended_at", Time),
    Column("done_at", Time),
    Column("code", Text, nullable=False),
    Column("runs", BigInteger, nullable=False),
    Column("failures", BigInteger, nullable=False),
)

arrivals = table(  # when a desk's access records came, up to which number
    "centre_arrivals",
    Column("device_id", Id, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("at", Time, nullable=False),
)

recalls = table(  # access records by which a desk has asked for what is past of a person
    "centre_recalls",
    Column("device_id", Id, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("person_id", Id),  # None: nobody was found
    Column("at", Time, nullable=False),
)

CENTRE = (
    devices,
    results,
    quarantine,
    buckets,
    feed,
    current,
    device_operators,
    invitations,
    credentials,
    attempts,
    tickets,
    anchors,
    arrivals,
    recalls,
    anchor_heads,
    anchor_doubts,
    chores,
)
