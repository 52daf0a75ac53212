"""A centre whose database is put back to an earlier copy of itself."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from psycopg.sql import SQL, Identifier

from db.sync.refounding import Refounded, refound
from tests.postgres import PostgresServer
from tests.sync.ground import Centre


@dataclass(slots=True)
class Copies:
    """Copies of a centre's database, made by the server itself."""

    server: PostgresServer
    centre: Centre
    _made: list[str] = field(default_factory=list)

    def take(self) -> str:
        """The name of a copy as the centre is now."""
        name = f"copy_{uuid4().hex}"
        self._replace(name, self._own)
        self._made.append(name)
        return name

    def put_back(self, name: str, *also: UUID, say_so: bool = True) -> Refounded | None:
        """The centre is as it was; and, unless nobody does, somebody says so."""
        self._replace(self._own, name)
        if not say_so:
            return None
        with self.centre.engine.begin() as connection:
            return refound(connection, also)

    def drop(self) -> None:
        with closing(self.server.connect()) as connection:
            for name in self._made:
                connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))

    @property
    def _own(self) -> str:
        found = self.centre.engine.url.database
        assert found is not None
        return found

    def _replace(self, name: str, template: str) -> None:
        self.centre.engine.dispose()
        with closing(self.server.connect()) as connection:
            connection.execute(
                SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name))
            )
            connection.execute(
                SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template))
            )
