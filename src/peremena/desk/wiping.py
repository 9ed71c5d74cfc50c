"""What a database has deleted is still in its file until the file is written anew."""

import logging

from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper

log = logging.getLogger(__name__)


def wipe(connection: BaseDatabaseWrapper) -> bool:
    """Write SQLite's file anew and empty its log. False: not now, the next night tries again.

    PostgreSQL does the like by itself (autovacuum); see docs/running.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return False
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, *_pages = cursor.fetchone()
    except OperationalError as error:
        log.warning("The file of the database could not be written anew: %s", error)
        return False
    return not busy
