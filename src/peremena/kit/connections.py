"""Connections of a process that lives long and answers no requests."""

from django.db import close_old_connections, connection


def renew() -> None:
    """A connection that broke or grew old is replaced when it is next used."""
    if not connection.in_atomic_block:
        close_old_connections()
