"""What users can mend about the database, said in plain words."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.cli.mending import plainly
from bot.cli.plain import PlainError
from bot.instance import AlreadyServed
from models.schema import DatabaseUnusable, SchemaTooNew


@contextmanager
def plainly_stored() -> Iterator[None]:
    """As `plainly`, and the errors of a database too."""
    try:
        with plainly():
            yield
    except SchemaTooNew as error:
        raise PlainError(
            f"The database is of a newer version of Prilavok (schema {error}). "
            "Update the program, or restore the backup made before the upgrade."
        ) from error
    except (DatabaseUnusable, AlreadyServed) as error:
        raise PlainError(str(error)) from error
