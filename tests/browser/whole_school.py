"""What people do in the test of the whole school: with the thumb, or by the same deeds as pages."""

import re
from datetime import datetime, time, timedelta

from django.utils import timezone
from playwright.sync_api import expect

from peremena.cohorts import services as cohorts
from peremena.intake.checkin import Tick
from peremena.intake.models import Call
from peremena.intake.rules import Verdict
from peremena.intake.services import selection_decisions as decisions
from peremena.intake.services import selection_marks as marks
from peremena.intake.services import seminar
from peremena.lessons.models import Handed
from peremena.lessons.services import lessons, sessions
from peremena.mail import services as mail
from peremena.mail.models import Letter
from peremena.projects.rules import TeamRole
from peremena.projects.services import projects
from tests.browse import Browse
from tests.browser.test_intake import introduce, state, write
from tests.browser.test_school import ORDER
from tests.factories import TerritoryFactory, example, member_of
from tests.intake.calls import WHOLE, handed_in

MADE, PLACES, WAIT = 27, 12, 4
BY_MAIL = WHOLE | {"channel": "mail"}
HOLES = re.compile(r"\{\w+\}|%\(|None|&lt;|&quot;|  ")
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
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.check("input[name=before][value=no]")
        page.locator("[name=post]").focus()
    state(page, "Сохранено")
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


def by_hand(school):
    """What a page sends, without drawing it: for what has been pressed in a browser once."""
    client = Browse()
    client.force_login(school.staff)
    return client


def sent(answer):
    assert answer.status_code == 302, answer.text
    return answer


def hold_the_seminar(school):
    page, call = school.page, school.call
    page.goto(f"/intake/{call.pk}/seminar/")
    page.locator(".door button").first.click()
    page.locator("[data-door-state]").filter(has_text="отправлены").wait_for()
    rest = call.candidates.filter(is_invited=True, arrived_at=None)
    ticks = {one.pk: [Tick(school.now, has_come=True)] for one in rest}
    seminar.tick(call, ticks, by=school.staff, now=school.now)


def ask_to_mark(school):
    page, day = school.page, school.clock.day(25).isoformat()
    address = f"/intake/{school.call.pk}/markers/"
    first, *others = school.experts
    page.goto(address)
    page.get_by_label("Эксперт", exact=True).select_option(str(first.pk))
    page.locator("[name=due_on]").last.fill(day)
    press(page, "Попросить оценить")
    said(page, "Письмо эксперту написано")
    for expert in others:
        sent(by_hand(school).post(address, {"person": expert.pk, "due_on": day}))


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
    expect(page.get_by_text("Написано 30 писем.")).to_be_visible()


def give_up_and_take(page, loser, winner):
    """From the links of their letters, without signing in."""
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


def first_day_by_list(school, session):
    """On a phone: one has come late, everybody else stands there already."""
    late = school.head
    page = school.open_browser(school.staff)
    page.goto(f"/sessions/{session.pk}/attendance/")
    row = page.locator(f"#e{late.pk}")
    row.locator("summary").click()
    row.get_by_role("button", name="опоздал").click()
    press(page, "Все остальные здесь")
    page.locator("[data-state]").filter(has_text="отправлены").wait_for()
    expect(page.locator("[data-there]")).to_have_text(str(PLACES + 2))
    return page


def another_day(school, session, away=()):
    """As the same page sends it without scripts."""
    address, client = f"/sessions/{session.pk}/attendance/tick/", by_hand(school)
    for one in [*(f"e{each.pk}:absent" for each in away), "all"]:
        sent(client.post(address, {"tick": one}))


def let_through(school, gate, enrolments, note):
    client = by_hand(school)
    for one in enrolments:
        sent(client.post(f"/gates/{gate.pk}/{one.pk}/", {"note": note}))
