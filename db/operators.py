"""Operators and their sessions in the store."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Column, ForeignKey, Text, bindparam, func, select

from db.base import Rows, Unit, table
from db.types import Codes, Id, Time
from kundcenter.domain.access import Role
from kundcenter.domain.operators import Operator, OperatorNotFound, Session

operators = table(
    "operators",
    Column("id", Id, primary_key=True),
    Column("user_name", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("position", Text, nullable=False),
    Column("roles", Codes(Role), nullable=False),
    Column("care_unit", Text, nullable=False),
    Column("added_at", Time, nullable=False),
    Column("disabled_at", Time),
)

sessions = table(
    "sessions",
    Column("id", Id, primary_key=True),
    Column("operator_id", Id, ForeignKey("operators.id"), nullable=False),
    Column("roles", Codes(Role), nullable=False),
    Column("care_unit", Text, nullable=False),
    Column("opened_at", Time, nullable=False),
    Column("closed_at", Time),
)

rows = Rows(operators, Operator)
session_rows = Rows(sessions, Session)

_BY_USER_NAME = rows.select().where(operators.c.user_name == bindparam("user_name"))


class SqlOperators:
    """Operators by id and by user name."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Operator:
        """The operator.  Raises OperatorNotFound."""
        self._unit.note_read("operator", id)
        operator = rows.get(self._on, id)
        if operator is None:
            raise OperatorNotFound(id=id)
        return operator

    def put(self, operator: Operator) -> None:
        rows.put(self._on, operator)
        self._unit.note_wrote("operator", operator.id)

    def by_user_name(self, user_name: str) -> Operator | None:
        return rows.one(self._on, _BY_USER_NAME, user_name=user_name)

    def all(self) -> tuple[Operator, ...]:
        return rows.all(self._on, rows.select().order_by(operators.c.user_name))

    def count(self) -> int:
        return self._on.execute(select(func.count()).select_from(operators)).scalar_one()


class SqlSessions:
    """Sessions by id."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Session:
        """The session.  Raises OperatorNotFound when there is none."""
        self._unit.note_read("session", id)
        session = session_rows.get(self._on, id)
        if session is None:
            raise OperatorNotFound(id=id)
        return session

    def find(self, id: UUID) -> Session | None:
        """The session, if there is one."""
        return session_rows.get(self._on, id)

    def put(self, session: Session) -> None:
        session_rows.put(self._on, session)
        self._unit.note_wrote("session", session.id)
