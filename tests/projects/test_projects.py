"""Beginning a project, writing in it, bringing earlier words back, putting remarks aside."""

from datetime import timedelta

import pytest

from peremena.drafts.protocol import SaveRequest
from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.people.abilities import Role
from peremena.places.models import Territory
from peremena.projects import queries
from peremena.projects.brief import Brief, Section, export
from peremena.projects.checks import Circumstances
from peremena.projects.models import PutAside
from peremena.projects.models import Section as Page
from peremena.projects.rules import TeamRole
from peremena.projects.services import projects, remarks
from tests.factories import (
    NOON,
    DistrictFactory,
    PersonFactory,
    example,
    member_of,
    project_of,
    somebody_with,
)

pytestmark = pytest.mark.django_db

LATER = NOON + timedelta(hours=1)


def page_of(project, section):
    return Page.objects.visible_to(project.memberships.first().person).get(
        project=project, name=section
    )


def write(project, section, fields, *, by, operation="operation-1", now=LATER):
    page = page_of(project, section)
    request = SaveRequest(operation, page.draft.version, fields)
    return projects.write(page, request, by=by, now=now)


def weakest_remark(project):
    """One that may be put aside without a reason."""
    found = queries.insight(project, Circumstances(today=NOON.date())).remarks
    return next(remark for remark in reversed(found) if remark.severity != "E")


def on_whose_behalf(deed):
    return Entry.objects.get(deed=deed).on_behalf_of


def test_a_new_project_knows_what_the_territory_knows():
    project = projects.begin(
        title="Самовар по средам",
        profile="ngo",
        village="Журавлёвка",
        district=DistrictFactory(),
        by=PersonFactory(),
        now=NOON,
    )

    brief = queries.brief_of(project)
    assert (project.title, brief.project.title) == ("Самовар по средам", "Самовар по средам")
    assert (brief.passport.place, brief.passport.villages) == ("Журавлёвка", ["Журавлёвка"])


def test_two_projects_of_a_village_stand_on_one_territory():
    given = {"profile": "ngo", "village": "Ключи", "district": DistrictFactory(), "now": NOON}

    one = projects.begin(title="Каток", by=PersonFactory(), **given)
    other = projects.begin(title="Клуб", by=PersonFactory(), **given)

    assert one.territory == other.territory == Territory.objects.get()


def test_a_brief_cut_into_pages_is_the_same_brief_again():
    project = project_of(PersonFactory(), brief=example())

    assert export(queries.brief_of(project)) == export(example())


def test_a_new_title_is_seen_in_lists():
    project = project_of(leader := PersonFactory())

    write(project, Section.ABOUT, {"project.title": "Каток", "profile": "ib"}, by=leader)

    project.refresh_from_db()
    assert (project.title, project.profile, project.changed_at) == ("Каток", "ib", LATER)


def test_a_save_that_says_nothing_new_leaves_the_project_where_it_stood_in_lists():
    project = project_of(leader := PersonFactory())
    write(project, Section.GOAL, {"goal.text": "Вернуть вечера"}, by=leader, now=NOON)

    write(project, Section.GOAL, {"goal.text": "Вернуть вечера"}, by=leader, operation="operation2")

    project.refresh_from_db()
    assert project.changed_at == NOON


def test_who_writes_is_seen_at_work_on_that_page():
    project = project_of(leader := PersonFactory())

    write(project, Section.TEAM, {}, by=leader)

    membership = project.memberships.get()
    assert (membership.seen_at, membership.seen_section) == (LATER, Section.TEAM)


def test_readers_and_strangers_write_nothing():
    project = project_of(PersonFactory())

    for person in (
        member_of(project, TeamRole.READER),
        PersonFactory(),
        somebody_with(Role.EXPERT),
    ):
        with pytest.raises(Refused):
            write(project, Section.GOAL, {"goal.text": "Чужие слова"}, by=person)

    assert queries.brief_of(project).goal.text is None


def test_an_earlier_version_stands_again_with_its_title():
    project = project_of(leader := PersonFactory(), brief=example())
    first = page_of(project, Section.ABOUT).draft.revisions.get()
    write(project, Section.ABOUT, {"project.title": "Другое"}, by=leader)

    projects.bring_back(page_of(project, Section.ABOUT), first, by=leader, now=LATER)

    project.refresh_from_db()
    assert project.title == example().project.title
    assert export(queries.brief_of(project)) == export(example())


def test_what_staff_do_in_a_project_is_done_on_behalf_of_its_leader():
    project = project_of(leader := PersonFactory(), brief=example("bad-ploshchadka"))
    staff, remark = somebody_with(Role.STAFF), weakest_remark(project)

    write(project, Section.GOAL, {"goal.text": "Вернуть вечера"}, by=staff)
    projects.show_to_experts(project, shown=True, by=staff)
    aside = remarks.put_aside(project, remark, reason="", by=staff, now=NOON)
    remarks.take_up(aside, by=staff)

    newest = page_of(project, Section.GOAL).draft.revisions.newest_first().first()
    assert (newest.author, newest.on_behalf_of) == (staff, leader)
    assert on_whose_behalf("projects.project.shown-to-experts") == leader
    assert on_whose_behalf("projects.remark.put-aside") == leader
    assert on_whose_behalf("projects.remark.taken-up") == leader


def test_a_remark_put_aside_is_closed_until_it_is_taken_up():
    project = project_of(leader := PersonFactory(), brief=example("bad-ploshchadka"))
    remark = weakest_remark(project)

    remarks.put_aside(project, remark, reason=" Так решил сход ", by=leader, now=NOON)
    closed = queries.insight(project, Circumstances(today=NOON.date()))
    remarks.take_up(PutAside.objects.get(), by=leader)
    opened = queries.insight(project, Circumstances(today=NOON.date()))

    assert [(one, aside.reason) for one, aside in closed.closed] == [(remark, "Так решил сход")]
    assert remark not in closed.open
    assert (opened.closed, remark in opened.open) == ((), True)


def test_an_error_is_not_put_aside_without_a_word():
    project = project_of(leader := PersonFactory(), brief=example("bad-ploshchadka"))
    found = queries.insight(project, Circumstances(today=NOON.date())).open
    error = next(remark for remark in found if remark.severity == "E")

    with pytest.raises(Refused):
        remarks.put_aside(project, error, reason="нет", by=leader, now=NOON)

    assert PutAside.objects.count() == 0


def test_an_empty_project_gets_one_remark_that_says_where_to_begin():
    project = project_of(PersonFactory(), brief=Brief(profile="ngo"))

    found = queries.insight(project, Circumstances(today=NOON.date())).open

    assert len(found) == 1
