"""Putting a remark aside, and taking it up again."""

from datetime import datetime

from django.db import transaction

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.models import Person
from peremena.projects import rules, words
from peremena.projects.checks import Remark
from peremena.projects.models import Project, PutAside

from .projects import demand_writer


@transaction.atomic
def put_aside(
    project: Project, remark: Remark, *, reason: str, by: Person, now: datetime
) -> PutAside:
    on_behalf_of = demand_writer(project, by)
    if refusal := rules.why_not_put_aside(remark.severity, reason):
        raise Refused(words.REFUSALS[refusal])
    aside, _created = PutAside.objects.update_or_create(
        project=project,
        rule=remark.rule,
        field=remark.field,
        defaults={"reason": reason.strip(), "by": by, "at": now},
    )
    details = {"rule": remark.rule, "field": remark.field}
    record(by, "projects.remark.put-aside", project, on_behalf_of=on_behalf_of, **details)
    return aside


@transaction.atomic
def take_up(aside: PutAside, *, by: Person) -> None:
    on_behalf_of = demand_writer(aside.project, by)
    details = {"rule": aside.rule, "field": aside.field}
    record(by, "projects.remark.taken-up", aside.project, on_behalf_of=on_behalf_of, **details)
    aside.delete()
