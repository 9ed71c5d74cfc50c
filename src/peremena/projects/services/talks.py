"""Notes beside the fields of a page: everybody who sees the project may leave one."""

from datetime import datetime

from peremena.drafts import services as drafts
from peremena.drafts.models import Comment
from peremena.people.models import Person
from peremena.projects import workshop
from peremena.projects.brief import Section
from peremena.projects.models import Section as Page


def say(page: Page, do: str, text: str, *, by: Person, now: datetime) -> Comment:
    """`do`: the button of the talk, such as `say:goal.text` or `answer:12`. Gives the talk."""
    model = workshop.model_of(Section(page.name))
    return drafts.converse(page.draft, do, text, model=model, by=by, now=now)
