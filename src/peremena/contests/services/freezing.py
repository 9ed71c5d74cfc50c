"""Freezing a project into an application."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils.translation import get_language

from peremena.contests import catalogue, eligibility
from peremena.contests.models import Application
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person
from peremena.projects import queries as projects
from peremena.projects.brief import export
from peremena.projects.models import Project
from peremena.projects.services.projects import demand_writer


@transaction.atomic
def freeze(project: Project, contest_id: str, *, by: Person, now: datetime) -> Application:
    """The project as it is now, for one contest; the last one again when nothing is new."""
    project = Project.objects.select_for_update().get(pk=project.pk)
    on_behalf_of = demand_writer(project, by)
    contest, brief = catalogue.get(contest_id), projects.brief_of(project)
    if refusal := eligibility.why_not_apply(contest, brief.applicant.kind):
        raise Refused(refusal.reason.spoken(get_language()))
    frozen = {"brief": export(brief), "record": contest.model_dump_json()}
    fingerprint = hashlib.sha256("\n".join(frozen.values()).encode()).hexdigest()
    last = project.applications.filter(contest=contest.id).order_by("number").last()
    if last and last.fingerprint == fingerprint:
        return last
    application = project.applications.create(
        contest=contest.id,
        name=contest.short.ru,
        number=last.number + 1 if last else 1,
        fingerprint=fingerprint,
        by=by,
        at=now,
        **frozen,
    )
    details = {"contest": contest.id, "number": application.number}
    record(by, "contests.application.frozen", application, on_behalf_of=on_behalf_of, **details)
    return application
