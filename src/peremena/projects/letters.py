"""Letters of the projects room. They name the project and the page to open, never a person.

While a letter of the same kind about the same project waits to be sent, no second one is written:
ten answers in a day are one line in the letter of the morning.
"""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from peremena.mail import queries as mail_queries
from peremena.mail import services as mail
from peremena.people.models import Person
from peremena.projects import texts
from peremena.projects.models import Project
from peremena.projects.models import Section as Page
from peremena.projects.rules import TeamRole

TALK, VERDICT = "projects.talk.waits", "projects.page.judged"


def tell_addressee(page: Page, person: Person, *, now: datetime) -> None:
    """Somebody asks the person, or answers."""
    body = _(
        "In the project “{project}” a note waits for your answer. "
        "It stands beside a field of the section “{section}”.\n\n"
        "All that waits for your word, on one page: {address}"
    )
    subject = _("A note waits for you: {project}").format(project=page.project)
    text = body.format(
        project=page.project,
        section=title_of(page),
        address=settings.SITE_ADDRESS + reverse("projects:talks"),
    )
    post_once(person, subject, text, kind=TALK, now=now)


def tell_leaders(page: Page, *, now: datetime) -> None:
    """An expert has said a word about a page."""
    subject = _("An expert’s word: {project}").format(project=page.project)
    body = _(
        "An expert has read the section “{section}” of your project and says "
        "what to do with it: {address}"
    ).format(section=title_of(page), address=settings.SITE_ADDRESS + address_of(page))
    for person in leaders(page.project):
        post_once(person, subject, body, kind=VERDICT, now=now)


def leaders(project: Project) -> list[Person]:
    leading = project.memberships.current().filter(role=TeamRole.LEADER, person__is_active=True)
    return [one.person for one in leading.select_related("person")]


def post_once(person: Person, subject: str, body: str, *, kind: str, now: datetime) -> None:
    if not mail_queries.waits(person, kind, subject):
        mail.post(person=person, subject=subject, body=body, kind=kind, now=now)


def title_of(page: Page) -> str:
    return texts.section(page.name, get_language() or "ru").title


def address_of(page: Page) -> str:
    return reverse("projects:section", args=[page.project_id, page.name])
