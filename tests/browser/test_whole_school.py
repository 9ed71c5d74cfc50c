"""A whole school at speed, from the call to the certificates: the clock moves on between steps.

Most applicants are made by the same deeds as pages use; what is special happens in browsers. After
each step the letters that went out are read: to the right people, saying what has happened.
"""

import re
from collections import Counter
from datetime import datetime, time, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import expect

from peremena.cohorts import services as cohorts
from peremena.cohorts.models import Certificate, Enrolment
from peremena.intake.checkin import Tick
from peremena.intake.models import Call, Offer
from peremena.intake.queries.candidates import doubles_of
from peremena.intake.queries.seminar import to_invite
from peremena.intake.rules import Verdict
from peremena.intake.services import selection_decisions as decisions
from peremena.intake.services import selection_marks as marks
from peremena.intake.services import selection_offers as offers
from peremena.intake.services import seminar
from peremena.lessons.models import Handed
from peremena.lessons.services import homework, lessons, sessions
from peremena.mail import services as mail
from peremena.mail.models import Letter
from peremena.people.abilities import Role
from peremena.people.services import consents
from peremena.projects.rules import TeamRole
from peremena.projects.services import projects
from tests.browser.conftest import DESKTOP
from tests.browser.looking import sideways
from tests.browser.test_intake import introduce, state, write
from tests.browser.test_school import ORDER
from tests.cohorts.school import cohort_of, staff_of
from tests.factories import TerritoryFactory, example, member_of, somebody_with
from tests.intake.calls import WHOLE, handed_in

MADE, PLACES, WAIT = 27, 12, 4
BY_MAIL = WHOLE | {"channel": "mail"}
HOLES = re.compile(r"\{\w+\}|%\(|None|&lt;|&quot;|  ")
STATES = ("handed-in", "returned", "accepted", "to-answer")
WHY = "Команда уже что-то сделала вместе, и жители это подтверждают."


class Clock:
    """Ten in the morning of a day after the start, by the clock of the school."""

    def __init__(self, traveller):
        self.traveller = traveller
        self.start = timezone.localdate() + timedelta(days=1)

    def day(self, number):
        return self.start + timedelta(days=number)

    def to(self, number, hour=10):
        moment = timezone.make_aware(datetime.combine(self.day(number), time(hour)))
        self.traveller.move_to(moment, tick=True)
        return moment


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=True) as traveller:
        yield Clock(traveller)


class Post:
    """What has gone out by mail and what there is to say by telephone since the last look."""

    def __init__(self):
        self.seen = 0

    def since(self):
        """By kind; each letter is read for holes and for words in the wrong language."""
        mail.send_due(timezone.now())
        new = list(Letter.objects.filter(pk__gt=self.seen).order_by("pk"))
        self.seen = new[-1].pk if new else self.seen
        for letter in new:
            assert not HOLES.search(letter.body), letter.body
            assert re.search("[а-я]", letter.body), letter.body
            assert letter.person_id or letter.to
        found = {}
        for letter in new:
            found.setdefault(letter.kind, []).append(letter)
        return found


def press(page, name, **which):
    page.get_by_role("button", name=name, **which).first.click()


def follow(page, name):
    page.get_by_role("link", name=name).first.click()


def said(page, words):
    expect(page.locator("#notices")).to_contain_text(words)


def open_a_call(page, cohort):
    """Everything stands there already; the day of the seminar is the only thing to look at."""
    page.goto(f"/cohorts/{cohort.pk}/calls/new/")
    page.get_by_label("Где").fill("Омск, зал школы")
    press(page, "Дальше")
    press(page, "Открыть для всех")
    page.get_by_role("button", name="Скрыть от посетителей").wait_for()
    return Call.objects.get()


def key_in_a_paper(page, call, ground):
    page.goto(f"/intake/{call.pk}/key-in/")
    page.check("input[name=came_by][value=paper]")
    for name, text in {"surname": "Бумажная", "name": "Анна", "phone": "8 913 777-00-01"}.items():
        page.fill(f"[name={name}]", text)
    page.select_option("[name=district]", str(ground.district_id))
    page.wait_for_selector(f"option[value='{ground.pk}']", state="attached")
    page.select_option("[name=territory]", str(ground.pk))
    page.fill("[name=idea]", "Собирать травы и сушить их всем селом.")
    page.fill("[name=team]", "две соседки")
    page.check("input[name=before][value=no]")
    page.check("[name=agree]")
    page.locator("[name=scan]").set_input_files(ORDER)
    press(page, "Записать", exact=True)
    said(page, "Заявка записана")


def apply_without_a_network(page, call, ground):
    page.goto(f"{call.public_url}fit/")
    introduce(page, ground)
    write(page, "idea", "Открыть вечерний клуб.")
    state(page, "Сохранено")
    page.context.set_offline(True)
    write(page, "team", "библиотекарь")
    state(page, "на этом телефоне")
    page.context.set_offline(False)
    state(page, "Сохранено")
    page.check("input[name=before][value=no]")
    page.locator("[name=post]").focus()
    state(page, "Сохранено")
    page.wait_for_timeout(900)
    press(page, "Сдать заявку")
    page.wait_for_selector("text=Ваша заявка у нас")


def thirty_apply(open_browser, staff_page, call, now):
    """One on paper, one where the link drops, one of a territory that is there already."""
    places = [TerritoryFactory() for _ in range(MADE + 2)]
    for n in range(MADE):
        by_mail = {"content": BY_MAIL, "email": f"a{n}@example.org"}
        handed_in(call, n, now=now, territory=places[n], **by_mail)
    handed_in(call, MADE, now=now, territory=places[0])
    key_in_a_paper(staff_page, call, places[MADE])
    phone = open_browser()
    apply_without_a_network(phone, call, places[MADE + 1])
    staff_page.goto(f"/intake/{call.pk}/candidates/?find=Ветрова-{MADE}")
    expect(staff_page.get_by_text("та же территория")).to_be_visible()
    return phone


def hold_the_seminar(school):
    page, call = school.page, school.call
    page.goto(f"/intake/{call.pk}/seminar/")
    page.locator(".door button").first.click()
    page.locator("[data-door-state]").filter(has_text="отправлены").wait_for()
    rest = call.candidates.filter(is_invited=True, arrived_at=None)
    ticks = {one.pk: [Tick(school.now, has_come=True)] for one in rest}
    seminar.tick(call, ticks, by=school.staff, now=school.now)


def ask_to_mark(school):
    page = school.page
    for expert in school.experts:
        page.goto(f"/intake/{school.call.pk}/markers/")
        page.get_by_label("Эксперт", exact=True).select_option(str(expert.pk))
        page.locator("[name=due_on]").last.fill(school.clock.day(25).isoformat())
        press(page, "Попросить оценить")
        said(page, "Письмо эксперту написано")


def mark_blindly(school):
    """The first marks the first application with the thumb; of the rest the deeds alone."""
    call, page = school.call, school.open_browser(school.experts[0])
    page.goto(f"/marking/{call.pk}/")
    follow(page, "Оценить")
    for line in ("need", "team", "will"):
        page.check(f"input[name=line-{line}][value='3']")
    press(page, "Готово, дальше")
    page.goto(f"/marking/{call.pk}/")
    expect(page.get_by_text("Готово: 1 / 30")).to_be_visible()
    candidates = list(call.candidates.handed_in().order_by("handed_in_at", "pk"))
    for number, marker in enumerate(call.markers.order_by("pk")):
        for place, candidate in enumerate(candidates):
            if number or place:
                points = {"need": 3 - place // 10, "team": (place + number) % 4, "will": 2}
                marks.finish(marker, candidate, points, note="", now=school.now)
    return page


def decide_for_everybody(school):
    """The best twelve, the next four wait; who shares a territory comes last, by hand."""
    page, handed = school.page, school.call.candidates.handed_in()
    twin = handed.get(person__surname=f"Ветрова-{MADE}")
    best = handed.exclude(pk=twin.pk).order_by("-standing__mean", "standing__spread", "pk")
    verdicts = [Verdict.TAKEN] * PLACES + [Verdict.WAITING] * WAIT
    verdicts += [Verdict.NOT_TAKEN] * (30 - 1 - PLACES - WAIT)
    for candidate, verdict in zip(best, verdicts, strict=True):
        told = {"reason": WHY, "alternative": "cases", "by": school.staff, "now": school.now}
        decisions.decide(candidate, verdict, **told)
    page.goto(f"/intake/candidates/{twin.pk}/decide/")
    page.check("input[name=verdict][value=not-taken]")
    page.locator("[name=reason]").fill("От вашей территории заявка уже есть: учитесь вместе.")
    page.locator("[name=alternative]").select_option("next-intake")
    press(page, "Записать решение")
    said(page, "Решение записано")
    return list(best)


def send_decisions(page, call):
    page.goto(f"/intake/{call.pk}/selection/")
    expect(page.get_by_text("Решение есть по каждому")).to_be_visible()
    follow(page, "Письма перед отправкой")
    expect(page.get_by_text("30 писем")).to_be_visible()
    press(page, "Отправить все")
    said(page, "30 писем")


def give_up_and_take(open_browser, loser, winner):
    """From the links of their letters, without signing in."""
    page = open_browser()
    page.goto(f"/a/{loser.token}/answer/")
    page.get_by_text("Не смогу прийти").first.click()
    press(page, "Отказаться от места")
    page.goto(f"/a/{winner.token}/answer/")
    expect(page.get_by_text("Место держится за вами до")).to_be_visible()
    press(page, "Приду")
    expect(page.get_by_text("Место ваше")).to_be_visible()


def six_lessons(school):
    by, cohort, numbers = school.staff, school.cohort, iter(range(100))
    module = lessons.add_module(cohort, "От проблемы к цели", by=by)
    for week in range(6):
        told = lessons.Written(title=f"Занятие {week + 1}", text="Что изменится и для кого.")
        lesson = lessons.add_lesson(module, told, by=by)
        lessons.publish(lesson, by=by, now=school.now)
    plan = sessions.Plan("Занятие", time(10), time(13), place="Омск, зал школы")
    days = [school.clock.day(28 + 7 * week) for week in range(6)]
    sessions.add(cohort, plan, days, new_uid=lambda: f"uid{next(numbers)}", by=by, now=school.now)
    return lesson


def with_a_project(enrolment, now):
    brief = example()
    project = projects.bring_in(brief, enrolment.territory, by=enrolment.person, now=now)
    cohorts.attach_project(enrolment, project, by=enrolment.person)
    for _ in range(2):
        member_of(project, TeamRole.WRITER)
    return project


def the_call_and_thirty_applications(school):
    school.now = school.clock.to(0)
    school.call = open_a_call(school.page, school.cohort)
    school.now = school.clock.to(1)
    school.phone = thirty_apply(school.open_browser, school.page, school.call, school.now)

    letters = school.post.since()
    assert school.call.candidates.handed_in().count() == 30
    assert len(doubles_of(school.call, school.call.candidates.with_place())) == 2
    assert (len(letters["intake.way-back"]), len(letters["intake.received"])) == (MADE, MADE)
    assert all("Семинар" in one.body for one in letters["intake.received"])


def the_seminar(school):
    school.call.refresh_from_db()
    seminar.invite(school.call, list(to_invite(school.call)), by=school.staff)
    invited = school.post.since()["intake.invitation"]
    school.now = school.clock.to(21)
    hold_the_seminar(school)

    assert Counter(one.state for one in invited) == {"sent": MADE, "to_tell": 3}
    assert school.call.candidates.exclude(arrived_at=None).count() == 30


def blind_marks(school):
    centre = school.cohort.programme.centre
    school.experts = [somebody_with(Role.EXPERT, centre=centre) for _ in range(3)]
    ask_to_mark(school)
    asked = school.post.since()["intake.marking"]
    school.now = school.clock.to(23, hour=11)
    marks.remind(school.now)
    reminded = school.post.since()["intake.marking-reminder"]
    school.expert_page = mark_blindly(school)

    assert {one.person_id for one in asked} == {one.pk for one in school.experts}
    assert len(reminded) == 3
    assert all("30\xa0заявок" in one.body for one in [*asked, *reminded])
    assert not school.call.candidates.handed_in().filter(standing=None).exists()


def decisions_are_sent_together(school):
    school.now = school.clock.to(26)
    school.ordered = decide_for_everybody(school)
    before = school.post.since()
    send_decisions(school.page, school.call)
    waiting = Letter.objects.filter(kind="intake.decision", state="waiting").count()
    school.now = school.clock.to(26, hour=12)
    told = school.post.since()["intake.decision"]

    assert (before, waiting) == ({}, MADE)
    assert Counter(one.subject for one in told) == {
        "Вы приняты в школу": PLACES,
        "Вы в листе ожидания школы": WAIT,
        "Ответ школы на вашу заявку": 30 - PLACES - WAIT,
    }
    assert all("Почему: " in one.body for one in told)
    assert not any(expert.surname in one.body for one in told for expert in school.experts)
    assert learning().count() == PLACES


def one_declines_and_the_next_comes(school):
    loser, school.winner = school.ordered[0], school.ordered[PLACES]
    give_up_and_take(school.open_browser, loser, school.winner)
    letters = school.post.since()

    assert [one.person_id for one in letters["intake.offer"]] == [school.winner.person_id]
    assert school.winner.token in letters["intake.offer"][0].body
    assert [one.person_id for one in letters["intake.welcome"]] == [school.winner.person_id]
    assert offers.expire(school.clock.to(27)) == 0
    assert learning().count() == PLACES
    assert learning().filter(person=school.winner.person).exists()
    assert Offer.objects.count() == 1


def six_lessons_and_homework(school):
    school.now = school.clock.to(27, hour=11)
    lesson = six_lessons(school)
    school.head = learning().get(person=school.winner.person)
    with_a_project(school.head, school.now)
    given = homework.Given("Напишите цель", "section", "goal", due_on=school.clock.day(38))
    task = homework.give(lesson, given, by=school.staff)
    made = school.post.since()["lessons.made"]
    school.now = school.clock.to(36)
    hand_in_and_back(school, task)
    letters = school.post.since()

    assert len(made) == PLACES
    assert all(one.body.count("Омск, зал школы") == 6 for one in made)
    assert {f"lessons.homework.{state}" for state in STATES} <= set(letters)
    assert all("кому станет лучше" in one.body for one in letters["lessons.homework.returned"])


def learning():
    known = Enrolment.objects.select_related("cohort", "territory", "person")
    return known.filter(status="learning")


def hand_in_and_back(school, task):
    page, staff_page = school.open_browser(school.head.person), school.page
    page.goto(task.get_absolute_url())
    press(page, "Сдать")
    expect(page.get_by_text("ждёт ответа").first).to_be_visible()
    handed = Handed.objects.get()
    staff_page.goto(handed.get_absolute_url())
    staff_page.locator("textarea").first.fill("Напишите, кому станет лучше.")
    press(staff_page, "Вернуть с этими словами")
    page.goto(task.get_absolute_url())
    expect(page.get_by_text("кому станет лучше").first).to_be_visible()
    press(page, "Сдать")
    staff_page.goto(handed.get_absolute_url())
    press(staff_page, "Принять")
    page.goto(task.get_absolute_url())
    expect(page.get_by_text("принято").first).to_be_visible()


def sign_in_again(school):
    """After weeks a session is over."""
    school.page = school.open_browser(school.staff, viewport=DESKTOP)
    return school.page


def the_first_gate(school):
    """Nobody is shut out by a machine: what is missing is said, and staff let through."""
    school.now, page = school.clock.to(63), sign_in_again(school)
    days = {1: school.clock.day(64)}
    [gate] = cohorts.gates.open_usual_gates(school.cohort, days, by=school.staff)
    page.goto(f"/gates/{gate.pk}/{school.head.pk}/")
    expect(page.get_by_text("Заполните паспорт").first).to_be_visible()
    page.locator("[name=note]").fill("Паспорт заполнит в январе, после отчёта.")
    press(page, "Засчитать рубеж")
    for one in learning().exclude(pk=school.head.pk):
        note = "Догонит в январе."
        cohorts.gates.let_through(gate, one, (), note=note, by=school.staff, now=school.now)

    assert gate.passed.count() == PLACES


def certificates(school):
    school.now, page = school.clock.to(128), sign_in_again(school)
    page.goto(f"/cohorts/{school.cohort.pk}/certificates/")
    page.locator("[name=series]").fill("ШЛ-2027")
    for field in page.locator("main form input[name^=hours]").all():
        field.fill("24")
    press(page, "Сделать сертификаты")
    page.get_by_text("Все в одном файле").wait_for()
    anybody = school.open_browser()
    anybody.goto(f"/check/{Certificate.objects.first().key}/")

    assert "ШЛ-2027" in anybody.locator("main").inner_text()
    assert Certificate.objects.valid().count() == PLACES


STEPS = (
    the_call_and_thirty_applications,
    the_seminar,
    blind_marks,
    decisions_are_sent_together,
    one_declines_and_the_next_comes,
    six_lessons_and_homework,
    the_first_gate,
    certificates,
)


def test_from_the_call_to_the_certificates(open_browser, clock):
    consents.load_texts(now=timezone.now())
    staff = staff_of()
    school = SimpleNamespace(open_browser=open_browser, clock=clock, post=Post(), staff=staff)
    school.cohort = cohort_of(staff, places=PLACES)
    school.cohort.starts_on = clock.day(28)
    school.cohort.save()
    school.page = open_browser(staff, viewport=DESKTOP)

    for step in STEPS:
        step(school)

    for page in (school.page, school.phone, school.expert_page):
        assert page.complaints == []
        assert sideways(page) <= 0
