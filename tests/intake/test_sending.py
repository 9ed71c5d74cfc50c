"""Decisions on their way: pressed twice, killed in the middle, by two workers: each hears once."""

from collections import Counter
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from peremena.cohorts.models import Enrolment
from peremena.intake import selection_letters as letters_of
from peremena.intake import tasks
from peremena.intake.models import Decision, Sending
from peremena.intake.queries import selection as queries
from peremena.intake.rules import Verdict
from peremena.intake.services import selection_decisions as decisions
from peremena.intake.services import selection_sending as sending
from peremena.journal.models import Entry
from peremena.kit import later
from peremena.kit.refusals import Refused
from peremena.mail.models import Letter
from tests.cohorts.school import cohort_of, enrolled, staff_of
from tests.factories import NOON
from tests.intake.calls import DAY, call_of, handed_in

pytestmark = pytest.mark.django_db
VERDICTS = ("taken", "waiting", "waiting", "not-taken", "not-taken", "not-taken")
NOBODY = "another-machine:1"


@pytest.fixture
def staff():
    return staff_of()


@pytest.fixture
def call(staff, settings, monkeypatch):
    """Six decisions, two letters at a time."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(sending, "BATCH", 2)
    call = call_of(staff, cohort=cohort_of(staff, places=1))
    for number, verdict in enumerate(VERDICTS):
        alternative = "cases" if verdict == "not-taken" else ""
        given = {"reason": f"Причина {number}.", "alternative": alternative}
        candidate = handed_in(call, number)
        decisions.decide(candidate, Verdict(verdict), **given, by=staff, now=NOON)
    return call


def told():
    """How many letters each applicant has."""
    letters = Letter.objects.filter(kind="intake.decision")
    return Counter(letters.values_list("person", flat=True))


def everybody_once(call):
    return dict.fromkeys(call.candidates.values_list("person", flat=True), 1)


def press(client, call):
    return client.post(reverse("intake:decisions", args=[call.pk]))


def page(client, call, **headers):
    return client.get(reverse("intake:decisions", args=[call.pk]), **headers).text


def work():
    """What the worker does with the next task."""
    row = later.take(NOBODY)
    later.run(row, timezone.now())


def test_places_are_given_at_the_press_and_letters_follow_beside_the_server(call, staff, client):
    client.force_login(staff)

    press(client, call)
    first = told()
    at_work = page(client, call)
    work()
    done = page(client, call)

    assert list(first) == list(Enrolment.objects.values_list("person", flat=True))
    assert "1 из 6" in at_work
    assert "Отправить все" not in at_work
    assert told() == everybody_once(call)
    assert "Написано 6 писем" in done.replace("\xa0", " ")
    assert "6 человек не читают почту" in done.replace("\xa0", " ")
    assert Sending.objects.get().ended_at


def test_pressed_twice_it_is_begun_once(call, staff, client):
    client.force_login(staff)

    for _press in range(2):
        press(client, call)
    work()
    work()
    refused = press(client, call)

    assert told() == everybody_once(call)
    assert (Sending.objects.count(), refused.status_code) == (1, 409)
    assert Entry.objects.filter(deed="intake.decisions.sent").count() == 1


def test_a_worker_killed_in_the_middle_leaves_nobody_out_and_tells_nobody_twice(
    call, staff, monkeypatch
):
    write, written = letters_of.answer, []

    def killed(decision):
        written.append(decision)
        if len(written) == 4:
            raise SystemExit  # in the second of two letters of a transaction
        return write(decision)

    tasks.begin(call, by=staff, now=NOON)
    monkeypatch.setattr(letters_of, "answer", killed)
    with pytest.raises(SystemExit):
        work()
    before = told()
    monkeypatch.setattr(letters_of, "answer", write)
    DBTaskResult.objects.update(started_at=timezone.now() - 2 * later.LONGEST)
    later.recover("somebody:2", timezone.now())
    DBTaskResult.objects.update(run_after=timezone.now())
    work()

    assert sum(before.values()) == 3
    assert told() == everybody_once(call)
    assert not Decision.objects.filter(told_at=None).exists()


def test_a_letter_that_cannot_be_written_holds_up_no_other_and_staff_can_go_on(
    call, staff, client, monkeypatch
):
    write, broken = letters_of.answer, Decision.objects.filter(verdict="not-taken").first()

    def fails(decision):
        if decision == broken:
            raise ValueError
        return write(decision)

    monkeypatch.setattr(letters_of, "answer", fails)
    with time_machine.travel(NOON, tick=False) as clock:
        tasks.begin(call, by=staff, now=NOON)
        work()
        before = told()
        DBTaskResult.objects.update(status="FAILED")
        client.force_login(staff)
        at_work = page(client, call)
        clock.shift(timedelta(minutes=6))
        stuck = page(client, call)
        monkeypatch.setattr(letters_of, "answer", write)
        pressed = client.post(reverse("intake:decisions", args=[call.pk]), follow=True).text
        work()

    assert set(everybody_once(call)) - set(before) == {broken.candidate.person_id}
    assert "Писать дальше" not in at_work
    assert "<button>Писать дальше</button>" in stuck
    assert f"{broken.candidate.person.full_name}</a>" in stuck
    assert "Письма снова пишутся" in pressed
    assert told() == everybody_once(call)
    assert Sending.objects.get().ended_at


def test_who_waits_is_told_in_the_order_of_the_list(call, staff):
    begun = sending.begin(call, by=staff, now=NOON)

    sending.tell_some(begun, {}, now=NOON)

    ranks = Decision.objects.exclude(told_at=None).exclude(rank=None)
    assert list(ranks.order_by("rank").values_list("rank", flat=True)) == [1, 2]


def test_nothing_is_decided_anew_while_letters_are_written(call, staff):
    sending.begin(call, by=staff, now=NOON)
    one = Decision.objects.filter(told_at=None, verdict="not-taken").first()

    with pytest.raises(Refused):
        decisions.decide(one.candidate, Verdict.TAKEN, reason="Всё же да.", by=staff, now=NOON)
    with pytest.raises(Refused):
        decisions.move_up(Decision.objects.get(rank=2), by=staff)


def test_a_place_that_cannot_be_given_stops_everything_and_says_whose(call, staff):
    taken = Decision.objects.get(verdict="taken").candidate
    call.cohort.places = 2
    call.cohort.save()
    enrolled(call.cohort, staff, person=taken.person, territory=taken.territory)

    with pytest.raises(Refused, match=taken.person.surname):
        tasks.begin(call, by=staff, now=NOON)

    assert not told()
    assert not Sending.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_a_late_worker_still_leaves_half_an_hour_for_a_last_look(call, staff):
    begun = sending.begin(call, by=staff, now=NOON)

    sending.carry_out(begun, clock=lambda: NOON + timedelta(hours=2))

    times = Letter.objects.filter(kind="intake.decision").order_by("send_after")
    assert times.last().send_after >= NOON + timedelta(hours=2, minutes=30)


def test_a_late_application_is_not_passed_over_where_letters_have_gone(call, staff, client):
    begun = sending.begin(call, by=staff, now=NOON)
    sending.carry_out(begun, clock=lambda: NOON)
    client.force_login(staff)
    addresses = [reverse(f"intake:{name}", args=[call.pk]) for name in ("call", "decisions")]
    selection = reverse("intake:selection", args=[call.pk])

    before = [client.get(address).text for address in addresses]
    late = handed_in(call, 7, by=staff)
    after = [client.get(address).text.replace("\xa0", " ") for address in addresses]

    assert all("Ответ есть у каждого" in text for text in before)
    assert not any("Ответ есть у каждого" in text for text in after)
    assert all("1 заявка ещё без ответа" in text and selection in text for text in after)
    assert reverse("intake:decide", args=[late.pk]) in client.get(selection).text


def test_the_page_says_of_this_sending_whom_to_ring_and_how_long_a_letter_may_be_changed(
    call, staff
):
    one = call.candidates.first().person
    letter = {"kind": "intake.decision", "state": "to_tell", "person": one}
    sending.send(call, by=staff, now=NOON)
    Letter.objects.create(**letter)
    Letter.objects.update(created_at=NOON)
    Letter.objects.create(**letter, created_at=NOON - 365 * DAY)

    soon, later_on = (queries.on_its_way(call, 0, NOON + DAY * days) for days in (0, 1))
    Letter.objects.filter(created_at=NOON).update(state="cancelled")

    assert soon.to_ring == call.candidates.count()
    assert (soon.may_change, later_on.may_change) == (True, False)
    assert queries.on_its_way(call, 0, NOON).to_ring == 0
