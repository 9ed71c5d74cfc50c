"""Marks, decisions and places: blind until all are done, told together, passed on in time."""

from datetime import timedelta

import pytest
from django.urls import reverse

from peremena.cohorts.models import Enrolment
from peremena.cohorts.rules import Status
from peremena.intake.models import Candidate, Offer
from peremena.intake.queries import selection as queries
from peremena.intake.rules import Interest, Verdict
from peremena.intake.services import selection_decisions as decisions
from peremena.intake.services import selection_marks as marks
from peremena.intake.services import selection_offers as offers
from peremena.intake.services import selection_sending as sending
from peremena.intake.services import settling
from peremena.kit.refusals import Refused
from peremena.mail.models import Letter
from peremena.people.abilities import Role
from peremena.places.models import Post
from tests.cohorts.school import cohort_of, staff_of
from tests.factories import NOON, TerritoryFactory, somebody_with
from tests.intake.calls import call_of, handed_in

pytestmark = pytest.mark.django_db
BEST = {"need": 3, "team": 3, "will": 3}
WORST = {"need": 0, "team": 0, "will": 0}


@pytest.fixture
def staff():
    return staff_of()


@pytest.fixture
def call(staff):
    return call_of(staff, cohort=cohort_of(staff, places=1))


def marker_of(call, staff):
    return marks.ask(call, somebody_with(Role.EXPERT), by=staff, now=NOON)


def finish(marker, candidate, points=BEST, note=""):
    return marks.finish(marker, candidate, points, note=note, now=NOON)


def decide(candidate, verdict, staff):
    alternative = "cases" if verdict is Verdict.NOT_TAKEN else ""
    given = {"reason": "Сильная команда.", "alternative": alternative}
    return decisions.decide(candidate, verdict, **given, by=staff, now=NOON)


def test_marks_come_open_when_the_last_marker_is_done_and_then_stand(call, staff):
    candidate, one, other = handed_in(call), marker_of(call, staff), marker_of(call, staff)

    finish(one, candidate, BEST)
    before = queries.opened(Candidate.objects.get(pk=candidate.pk))
    finish(other, candidate, WORST)

    candidate = Candidate.objects.get(pk=candidate.pk)
    assert before == []
    assert len(queries.opened(candidate)) == 2
    assert (candidate.standing.mean, candidate.standing.spread) == (50, 100)
    with pytest.raises(Refused):
        finish(one, candidate, WORST)


def test_who_may_be_there_twice_is_marked_where_the_twelve_are_chosen(call, staff, client):
    one = handed_in(call)
    other = handed_in(call, 1, territory=one.territory)
    handed_in(call, 2)

    rows = queries.shortlist(call).rows
    client.force_login(staff)
    page = client.get(reverse("intake:selection", args=[call.pk])).text
    decide_page = client.get(reverse("intake:decide", args=[one.pk])).text

    marked = {row.candidate.pk: [str(why) for why in row.doubles] for row in rows}
    assert [pk for pk, why in marked.items() if why] == [one.pk, other.pk]
    assert page.count("та же территория ещё раз") == 2
    assert reverse("intake:decide", args=[other.pk]) in decide_page


def test_whose_village_is_not_in_the_list_is_named_and_gets_a_territory_before_the_sending(
    call, staff, client
):
    ground = TerritoryFactory()
    candidate = handed_in(call, village="Заячий Лог", district=ground.district)
    decide(candidate, Verdict.TAKEN, staff)
    client.force_login(staff)
    letters = reverse("intake:decisions", args=[call.pk])
    settle = reverse("intake:settle", args=[candidate.pk])

    before = client.get(letters).text
    client.post(settle, {"territory": TerritoryFactory().pk})
    elsewhere = Candidate.objects.get().territory
    client.post(settle, {"territory": ground.pk})
    again = client.post(settle, {"territory": ground.pk}).status_code
    sending.send(call, by=staff, now=NOON)

    assert f"{candidate.person.full_name}, Заячий Лог" in before
    assert "Отправить все" not in before
    assert (elsewhere, Candidate.objects.get().territory, again) == (None, ground, 409)
    assert Enrolment.objects.get().territory == ground
    assert client.get(reverse("intake:candidates", args=[call.pk]), {"find": "заячий"}).text.count(
        candidate.person.surname
    )


def test_a_territory_put_in_later_is_found_with_either_letter(call, staff, client):
    ground = TerritoryFactory(name="Берёзовская территория")
    candidate = handed_in(call, village="Заячий Лог", district=ground.district)
    client.force_login(staff)
    page = reverse("intake:candidates", args=[call.pk])

    client.post(reverse("intake:settle", args=[candidate.pk]), {"territory": ground.pk})

    for typed in ("Берёзовская", "березовская"):
        assert candidate.person.surname in client.get(page, {"find": typed}).text


@pytest.mark.parametrize("other_is_done", [True, False])
def test_a_territory_put_in_later_takes_marks_of_a_neighbour_unless_they_stand_open(
    call, staff, client, other_is_done
):
    ground = TerritoryFactory()
    candidate = handed_in(call, village="Заячий Лог", district=ground.district)
    one, neighbour = marker_of(call, staff), marker_of(call, staff)
    Post.objects.create(person=neighbour.person, territory=ground, title="глава", since=NOON.date())
    finish(neighbour, candidate, WORST)
    if other_is_done:
        finish(one, candidate, BEST)
    client.force_login(staff)

    said = client.post(
        reverse("intake:settle", args=[candidate.pk]), {"territory": ground.pk}, follow=True
    ).text

    assert (neighbour.person.full_name in said) is other_is_done
    assert candidate.marks.filter(marker=neighbour).exists() is other_is_done
    if not other_is_done:
        finish(one, candidate, BEST)
        assert Candidate.objects.get(pk=candidate.pk).standing.mean == 100


def test_nobody_waits_for_a_neighbour_once_the_territory_is_known(call, staff):
    ground = TerritoryFactory()
    candidate = handed_in(call, village="Заячий Лог", district=ground.district)
    one, neighbour = marker_of(call, staff), marker_of(call, staff)
    Post.objects.create(person=neighbour.person, territory=ground, title="глава", since=NOON.date())
    finish(one, candidate, BEST)

    settling.settle(candidate, ground, by=staff, now=NOON)

    assert Candidate.objects.get(pk=candidate.pk).standing.count == 1


def test_the_next_step_is_the_best_about_whom_nothing_is_decided(call, staff, client):
    worst, best, _unmarked = (handed_in(call, number) for number in range(3))
    marker = marker_of(call, staff)
    finish(marker, worst, WORST)
    finish(marker, best, BEST, note="сильная")
    client.force_login(staff)

    first = queries.shortlist(call).next
    decide(best, Verdict.TAKEN, staff)
    second = queries.shortlist(call).next
    page = client.get(reverse("intake:decide", args=[best.pk])).text.replace("\xa0", " ")
    decide(worst, Verdict.NOT_TAKEN, staff)

    assert (first, second, queries.shortlist(call).next) == (best, worst, None)
    assert page.count("3 из 3") == 3
    assert "сильная" in page


def test_a_marker_who_is_not_through_is_not_done_but_keeps_what_was_typed(call, staff):
    candidate, marker = handed_in(call), marker_of(call, staff)

    is_done = finish(marker, candidate, {"need": "2", "team": "9"}, note="сильная")

    mark = marker.marks.get()
    assert (is_done, mark.done_at, mark.points, mark.note) == (False, None, {"need": 2}, "сильная")


def test_a_neighbour_a_colleague_and_a_relative_can_neither_open_nor_mark(call, staff, client):
    candidate, marker = handed_in(call), marker_of(call, staff)
    address = reverse("intake:mark", args=[candidate.pk])
    client.force_login(marker.person)
    opened = client.get(address).status_code

    post = Post.objects.create(
        person=marker.person, territory=candidate.territory, title="глава", since=NOON.date()
    )
    as_neighbour = client.get(address).status_code
    with pytest.raises(Refused):
        finish(marker, candidate)
    post.delete()
    marks.declare(marker, candidate, Interest.RELATIVE, now=NOON)

    assert (opened, as_neighbour, client.get(address).status_code) == (200, 404, 404)
    with pytest.raises(Refused):
        finish(marker, candidate)


def test_nobody_waits_for_a_marker_who_was_relieved(call, staff):
    candidate, one, silent = handed_in(call), marker_of(call, staff), marker_of(call, staff)
    finish(one, candidate)

    marks.dismiss(silent, by=staff, now=NOON)

    assert Candidate.objects.get(pk=candidate.pk).standing.count == 1


def test_decisions_go_out_together_and_once_and_the_taken_are_enrolled(call, staff):
    taken, waits, rest = (handed_in(call, number) for number in range(3))
    decide(taken, Verdict.TAKEN, staff)
    decide(waits, Verdict.WAITING, staff)
    with pytest.raises(Refused):
        sending.send(call, by=staff, now=NOON)
    decide(rest, Verdict.NOT_TAKEN, staff)
    assert not Letter.objects.filter(kind="intake.decision").exists()

    sent = sending.send(call, by=staff, now=NOON)

    with pytest.raises(Refused):
        sending.send(call, by=staff, now=NOON)
    assert (sent, Letter.objects.filter(kind="intake.decision").count()) == (3, 3)
    assert all(
        "Сильная команда." in one.body for one in Letter.objects.filter(kind="intake.decision")
    )
    enrolment = Enrolment.objects.get()
    assert (enrolment.person, enrolment.territory) == (taken.person, taken.territory)


def test_no_more_are_taken_than_there_are_places_and_then_nobody_hears(call, staff):
    for number in range(2):
        decide(handed_in(call, number), Verdict.TAKEN, staff)

    with pytest.raises(Refused):
        sending.send(call, by=staff, now=NOON)

    assert not Letter.objects.filter(kind="intake.decision").exists()
    assert not Enrolment.objects.exists()


def test_a_place_that_is_given_up_goes_down_the_list_by_itself(call, staff, client):
    taken, first, second = (handed_in(call, number) for number in range(3))
    for candidate, verdict in ((taken, "taken"), (first, "waiting"), (second, "waiting")):
        decide(candidate, Verdict(verdict), staff)
    sending.send(call, by=staff, now=NOON)
    offers.decline(taken, now=NOON)
    assert Offer.objects.get(answer="").candidate == first

    later = NOON + timedelta(days=call.offer_days)
    passed = offers.expire(later), offers.expire(later)
    with pytest.raises(Refused):
        offers.accept(first, now=later)
    offers.accept(second, now=later)

    assert passed == (1, 0)
    learning = Enrolment.objects.get(status=Status.LEARNING)
    assert learning.person == second.person
    assert client.get(reverse("intake:answer", args=[second.token])).status_code == 200


def test_the_table_orders_by_mean_and_puts_the_unmarked_last(call, staff):
    low, high, none = (handed_in(call, number) for number in range(3))
    marker = marker_of(call, staff)
    finish(marker, low, WORST)
    finish(marker, high, BEST)

    listed = queries.shortlist(call)

    assert [one.candidate for one in listed.rows] == [high, low, none]
