"""Making an application: a picture that never changes, made by those who may write."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError

from peremena.contests import queries, services
from peremena.contests.models import Application
from peremena.contests.papers import WRITERS
from peremena.drafts.protocol import SaveRequest
from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.people.abilities import Role
from peremena.projects import cases
from peremena.projects.brief import Section, export
from peremena.projects.queries import brief_of
from peremena.projects.rules import TeamRole
from peremena.projects.services import projects
from tests.factories import NOON, PersonFactory, example, member_of, project_of, somebody_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def project():
    return project_of(PersonFactory(), brief=example())


def leader_of(project):
    return project.memberships.get(role=TeamRole.LEADER).person


def type_in(project, section, fields):
    """The leader writes in a section as the workshop does."""
    page = project.sections.select_related("draft").get(name=section)
    request = SaveRequest(f"operation-{section}", page.draft.version, fields)
    projects.write(page, request, by=leader_of(project), now=NOON)


def frozen(project, contest="fpg", *, by=None, now=NOON):
    return services.freeze(project, contest, by=by or leader_of(project), now=now)


def test_an_application_keeps_the_brief_the_rules_and_who_made_it_when(project):
    application = frozen(project)

    assert export(application.frozen_brief) == export(brief_of(project))
    assert application.frozen_record.id == "fpg"
    assert (application.name, application.number) == ("Президентские гранты", 1)
    assert (application.by, application.at) == (leader_of(project), NOON)


def test_it_is_recorded(project):
    application = frozen(project)

    entry = Entry.objects.get(deed="contests.application.frozen")
    assert (entry.actor, entry.thing_id) == (application.by, str(application.pk))
    assert entry.details == {"contest": "fpg", "number": 1}


def test_nothing_new_gives_the_same_application_and_no_second_record(project):
    first = frozen(project)

    again = frozen(project, now=NOON + timedelta(days=1))

    assert again == first
    assert Entry.objects.filter(deed="contests.application.frozen").count() == 1


def test_a_change_gives_a_second_application_and_leaves_the_first(project):
    first = frozen(project)
    before = {kind: write(queries.paper_of(first)) for kind, write in WRITERS.items()}
    type_in(project, Section.GOAL, {"goal.text": "Вернуть вечера в Ключи."})

    second = frozen(project, now=NOON + timedelta(days=1))

    first.refresh_from_db()
    assert (first.number, second.number) == (1, 2)
    assert {kind: write(queries.paper_of(first)) for kind, write in WRITERS.items()} == before
    assert second.frozen_brief.goal.text == "Вернуть вечера в Ключи."


def test_each_contest_counts_its_own_applications(project):
    frozen(project)

    assert frozen(project, "omsk_sonko").number == 1
    assert [str(one) for one in queries.applications_of(project)] == [
        "Гранты Омской области для НКО № 1",
        "Президентские гранты № 1",
    ]


def test_two_applications_never_share_a_number(project):
    application = frozen(project)
    application.pk = None

    with pytest.raises(IntegrityError):
        application.save(force_insert=True)


def test_an_applicant_who_may_not_apply_is_refused_with_the_reason():
    project = project_of(PersonFactory(), brief=example("bad-ploshchadka"))

    with pytest.raises(Refused, match="Администрация — власть, её заявку не допустят"):
        frozen(project)

    assert not Application.objects.exists()


def test_a_reader_of_the_team_makes_no_application(project):
    with pytest.raises(Refused):
        frozen(project, by=member_of(project, TeamRole.READER))

    assert not Application.objects.exists()


def test_staff_make_it_on_behalf_of_the_leader(project):
    frozen(project, by=somebody_with(Role.STAFF))

    entry = Entry.objects.get(deed="contests.application.frozen")
    assert entry.on_behalf_of == leader_of(project)


def test_only_those_who_see_the_project_see_its_applications(project):
    application = frozen(project)

    assert list(Application.objects.visible_to(leader_of(project))) == [application]
    assert list(Application.objects.visible_to(PersonFactory())) == []


def test_kopecks_and_the_order_of_ages_survive_the_freezing():
    project = project_of(PersonFactory(), brief=cases.as_brief(cases.by_id("reg-014")))
    application = frozen(project, "rosmol_nko_2026")

    assert str(queries.paper_of(application).sums.total) == "294440.15"
    ages = json.loads(frozen(project_of(PersonFactory(), brief=example())).brief)
    assert list(ages["passport"]["population_by_age"]) == ["0-11", "12-17", "18-59", "60+"]


def test_nothing_differs_at_first(project):
    assert queries.sheet(frozen(project)).differences == ()


def test_what_differs_is_told_by_section_and_field(project):
    application = frozen(project)
    type_in(project, Section.ABOUT, {"project.title": "Пимокаты Ключей и Лесной"})
    type_in(project, Section.BUDGET, {"budget.b2.qty": "130"})

    about, budget = queries.differences(application)

    assert (about.section, budget.section) == (Section.ABOUT, Section.BUDGET)
    assert [(piece.text, piece.kind) for piece in about.lines[0].pieces] == [
        ("Пимокаты Ключей", None),
        (" и Лесной", "added"),
    ]
    assert len(budget.lines) == 2


def test_new_knowledge_of_the_contest_is_told_too(project):
    application = frozen(project)
    assert not queries.sheet(application).is_of_old_rules

    changed = json.loads(application.record) | {"operator": "Другой фонд"}
    Application.objects.filter(pk=application.pk).update(record=json.dumps(changed))
    application.refresh_from_db()

    assert queries.sheet(application).is_of_old_rules
