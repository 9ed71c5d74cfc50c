"""Staff key in what was dictated by phone or stands on paper: one page, one deed."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from peremena.drafts import services as drafts
from peremena.drafts import writing
from peremena.intake import questions
from peremena.intake.models import Call, Candidate
from peremena.intake.rules import Channel
from peremena.people.models import Person

from . import candidates
from .candidates import SOURCES, Agreed, Came, Told


@transaction.atomic
def key_in(
    call: Call,
    told: Told,
    agreed: Agreed,
    answers: Mapping[str, list[str]],
    *,
    channel: Channel,
    by: Person,
    now: datetime,
) -> Candidate:
    """Begun and, when nothing is missing, handed in at once; else it waits as not finished."""
    candidate = candidates.begin(call, told, agreed, came=Came(channel, by=by), now=now)
    asked = questions.read(call.questions)
    written = writing.write({}, questions.group_of(asked), dict(answers), {})
    drafts.replace(
        candidate.draft,
        written.content,
        by=by,
        now=now,
        source=SOURCES[channel],
        on_behalf_of=candidate.person,
    )
    lacking = [*questions.unanswered(asked, written.content)]
    if not lacking and not list(questions.unusable(asked, written.content)):
        candidates.hand_in(candidate, by=by, now=now)
    return candidate
