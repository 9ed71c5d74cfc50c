"""First pages of heads, experts, observers, administrators, and of those with several hats."""

from datetime import date, timedelta

import pytest

from peremena.cohorts import services as cohorts
from peremena.cohorts.rules import Part, Status
from peremena.cohorts.services import Indicator
from peremena.desk.queries.queue import queue
from peremena.desk.queries.totals import totals
from peremena.impact import services as impact
from peremena.impact.models import Award
from peremena.people.abilities import Role
from peremena.projects import services
from peremena.projects.models import Project
from tests.cohorts.school import cohort_of, enrolled, enrolled_with_project, staff_of
from tests.factories import (
    NOON,
    PersonFactory,
    another_centre,
    member_of,
    project_of,
    somebody_with,
)
from tests.impact.money import gift

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return staff_of()


@pytest.fixture
def cohort(staff):
    return cohort_of(staff)


def seen(client, person, address="/"):
    client.force_login(person)
    return client.get(address).text


def shown_project(leader=None):
    project = project_of(leader or PersonFactory())
    services.projects.show_to_experts(
        project, shown=True, by=project.memberships.get(role="leader").person
    )
    return project


def test_somebody_new_begins_calmly(client):
    page = seen(client, PersonFactory())

    assert 'class="button" href="/projects/new/"' in page
    assert "Ваш путь" not in page


def test_a_head_without_a_project_sees_the_path_and_the_first_step(client, staff, cohort):
    enrolment = enrolled(cohort, staff)
    cohorts.add_deadline(cohort, "Команда собрана", due_on=date(2100, 1, 1), by=staff)

    page = seen(client, enrolment.person)

    assert "Ваш путь" in page
    assert "Команда собрана" in page
    assert 'href="/projects/new/"' in page
    assert str(enrolment.territory) in page


def test_the_whole_team_keeps_the_days_of_its_cohort(client, staff, cohort):
    project = enrolled_with_project(cohort, staff).project
    cohorts.add_deadline(cohort, "Команда собрана", due_on=date(2100, 1, 1), by=staff)

    assert "Команда собрана" in seen(client, member_of(project))


def test_whoever_left_the_cohort_keeps_the_project_and_loses_its_deadlines(client, staff, cohort):
    enrolment = enrolled_with_project(cohort, staff)
    cohorts.add_deadline(cohort, "Команда собрана", due_on=date(2100, 1, 1), by=staff)
    cohorts.change_status(enrolment, Status.LEFT, reason="Переезд", by=staff, now=NOON)

    page = seen(client, enrolment.person)

    assert "Команда собрана" not in page
    assert enrolment.project.get_absolute_url() in page


def test_a_head_who_is_a_mentor_too_finds_the_other_page(client, staff, cohort):
    head = enrolled_with_project(cohort, staff).person
    cohorts.enrol(
        cohort_of(staff, name="Следующий"), person=head, territory=head.keeps.get().territory,
        part=Part.MENTOR, by=staff, now=NOON,
    )  # fmt: skip
    project = shown_project()

    assert 'href="/queue/"' in seen(client, head)
    assert project.get_absolute_url() in seen(client, head, "/queue/")


def test_staff_with_a_project_of_their_own_find_it(client, staff, cohort):
    project = project_of(staff)

    assert 'href="/path/"' in seen(client, staff)
    assert project.get_absolute_url() in seen(client, staff, "/path/")


def test_an_expert_begins_where_somebody_has_answered():
    expert = somebody_with(Role.EXPERT)
    quiet, new, answered = shown_project(), shown_project(), shown_project()
    for project in (quiet, answered):
        project.looks.create(person=expert, at=NOON + timedelta(days=1))
    page = answered.sections.get(name="goal")
    talk = services.talks.say(page, "say:goal.text", "Сколько их?", by=expert, now=NOON).talk
    leader = answered.memberships.get().person
    services.talks.say(page, f"answer:{talk.pk}", "Сорок.", by=leader, now=NOON)

    found = queue(expert)

    assert [turn.project for turn in found.turns] == [answered, new, quiet]
    assert [turn.answers for turn in found.turns] == [1, 0, 0]
    assert (found.first.project, found.waiting) == (answered, 2)


def test_an_expert_sees_which_sections_changed(client):
    expert = somebody_with(Role.EXPERT)
    project = shown_project()
    project.looks.create(person=expert, at=NOON + timedelta(hours=1))
    for name in ("budget", "goal"):
        draft = project.sections.get(name=name).draft
        draft.changed_at = NOON + timedelta(hours=2)
        draft.save()

    [turn] = queue(expert).turns

    assert turn.named == "Цель, Смета"
    assert "Цель, Смета" in seen(client, expert)


def test_an_expert_who_has_seen_everything_is_told_so(client):
    expert = somebody_with(Role.EXPERT)
    shown_project().looks.create(person=expert, at=NOON)

    assert "Вы всё посмотрели" in seen(client, expert)


def test_an_expert_sees_no_project_that_is_hidden_or_of_another_centre(client):
    hidden = project_of(PersonFactory())
    expert = somebody_with(Role.EXPERT)
    foreign = shown_project()
    Project.objects.filter(pk=foreign.pk).update(centre=another_centre())

    assert queue(expert).turns == []
    assert "Пока никто не показал" in seen(client, expert)
    assert hidden.get_absolute_url() not in seen(client, expert, "/projects/")


def test_an_observer_sees_numbers_and_no_names(client, staff, cohort):
    enrolment = enrolled_with_project(cohort, staff)
    gone = enrolled(cohort, staff)
    cohorts.change_status(gone, Status.LEFT, reason="Переезд", by=staff, now=NOON)
    cohorts.plan_indicators(cohort.programme, [Indicator("Обучено глав", 12, "чел.")], by=staff)
    observer = somebody_with(Role.OBSERVER)

    [total] = totals(observer)
    page = seen(client, observer)

    facts = total.facts
    assert (facts.people, facts.territories, facts.projects, facts.won) == (2, 1, 1, 0)
    assert "12 чел." in page
    assert enrolment.person.surname not in page


def test_only_money_that_two_people_confirmed_counts(client, staff, cohort):
    enrolment = enrolled_with_project(cohort, staff)
    for source in ("ООО «Заря»", "ООО «Восход»"):
        gift(enrolment.project, staff, source=source, document=source)
    impact.verify(Award.objects.earliest("pk"), by=staff_of(), now=NOON)

    [total] = totals(somebody_with(Role.OBSERVER))

    money = total.facts.money
    assert (money.attracted, money.waiting) == (1_000_000, 1_000_000)
    assert "подтвердили двое" in seen(client, somebody_with(Role.OBSERVER))


def test_an_observer_of_another_centre_sees_nothing_of_ours(client, staff, cohort):
    observer = somebody_with(Role.OBSERVER, centre=another_centre())

    assert cohort.programme.name not in seen(client, observer)


def test_who_is_in_two_cohorts_counts_once(staff, cohort):
    enrolment = enrolled_with_project(cohort, staff)
    again = cohort_of(staff, name="Ещё один")
    enrolled(again, staff, person=enrolment.person, territory=enrolment.territory,
             project=enrolment.project)  # fmt: skip

    [total] = totals(staff)

    assert (total.facts.people, total.facts.territories, total.facts.projects) == (1, 1, 1)


def test_an_administrator_finds_the_doors_and_none_that_are_shut(client):
    page = seen(client, somebody_with(Role.ADMINISTRATOR))

    assert 'href="/contests/"' in page
    assert 'href="/cohorts/"' not in page


def test_staff_find_every_place_with_a_line_what_it_is_for(client, staff):
    page = seen(client, staff, "/more/")

    assert 'href="/cohorts/"' in page
    assert "Что обещано грантодателям, кто учится, сроки." in page
