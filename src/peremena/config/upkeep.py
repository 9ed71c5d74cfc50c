"""Upkeep of what Django keeps for us."""

from datetime import datetime

from django.contrib.sessions.models import Session


def forget_ended_sessions(now: datetime) -> int:
    deleted, _each = Session.objects.filter(expire_date__lt=now).delete()
    return deleted
