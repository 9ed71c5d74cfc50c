"""Pages and the table of a call to which ten thousand have applied, measured."""

import time
from collections.abc import Callable, Iterator
from typing import Any

from . import crowd, measuring
from .measuring import Page

PAGES = {
    "list": "/intake/{call}/candidates/",
    "find a surname": "/intake/{call}/candidates/?find=ветрова-9999",
    "late ones": "/intake/{call}/candidates/?special=late",
    "shortlist": "/intake/{call}/selection/",
    "one decision": "/intake/candidates/{first}/decide/",
    "letters before sending": "/intake/{call}/decisions/",
}


def filled(number: int) -> tuple[Any, Any]:
    """In the demonstration: one application of the open call is marked and decided, then copied."""
    from django.utils import timezone

    from peremena.intake.models import Candidate, Decision, Standing
    from peremena.people.models import Person

    now, staff = timezone.now(), Person.objects.filter(roles__role="staff").first()
    assert staff is not None
    first = Candidate.objects.filter(call__slug="potok-2", state="handed-in").first()
    assert first is not None
    told = {"verdict": "not-taken", "reason": "Нет.", "alternative": "cases", "by": staff}
    decision = Decision.objects.create(candidate=first, at=now, **told)
    marked = {"mean": 50, "spread": 10, "count": 2, "opened_at": now}
    standing = Standing.objects.create(candidate=first, **marked)
    crowd.apply(first, number)
    crowd.decide(standing, decision, number)
    return first, staff


def pages(first: Any, staff: Any) -> Iterator[Page]:
    for name, address in PAGES.items():
        at = address.format(call=first.call_id, first=first.pk)
        yield measuring.measured(f"10,000 apply: {name}", at, staff)


def table(first: Any, staff: Any, resident: Callable[[], float]) -> tuple[int, float, float]:
    """Lines, seconds of the processor, and by how many megabytes the process grew at most."""
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    answer: Any = client.get(f"/intake/{first.call_id}/candidates.csv")
    lines, before, most = 0, resident(), 0.0
    began = time.process_time()
    for piece in answer.streaming_content:
        lines += piece.count(b"\n")
        if lines % 500 == 0:
            most = max(most, resident() - before)
    return lines, time.process_time() - began, most
