"""Who else is on a page of the workshop: known for five minutes, then forgotten."""

from collections.abc import Sequence
from datetime import datetime

from peremena.people.models import Person
from peremena.projects import words
from peremena.projects.brief import Section
from peremena.projects.models import Project

from .company import AT_WORK

MOST = 5


def here(project: Project, section: Section, person: Person, now: datetime) -> Sequence[str]:
    """The others with how long ago each was seen, the last seen first. One query."""
    seen = project.looks.filter(section=section, here_at__gt=now - AT_WORK).exclude(person=person)
    looks = seen.select_related("person").order_by("-here_at")[:MOST]
    return [words.seen(str(look.person), now - look.here_at) for look in looks if look.here_at]
