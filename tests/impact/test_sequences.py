"""Whatever people do, in whatever order: one decision counts once."""

from contextlib import suppress
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peremena.contests import services as contests
from peremena.impact import services
from peremena.impact.models import Award
from peremena.kit.refusals import Refused
from tests.factories import NOON, PersonFactory
from tests.impact.money import MILLION, attracted, gift, staff_of, submitted, won

pytestmark = pytest.mark.django_db

CONTESTS = ("fpg", "pfki")
WHY = "Так вернее"
actions = st.tuples(
    st.sampled_from(["freeze", "win", "correct", "verify", "doubt", "again", "take-back", "pay"]),
    st.integers(0, 1),
    st.integers(1, 3),
)


class Play:
    """Two contests of one project, and what ought to count."""

    def __init__(self, ground):
        self.leader, self.staff, self.colleague, self.applications = ground
        self.sums = {}
        self.verified = set()

    def do(self, deed, place, number):
        """A refusal changes nothing; what was done changes what ought to count."""
        with suppress(Refused), transaction.atomic():
            getattr(self, deed.replace("-", "_"))(place, Decimal(number) * MILLION)

    def freeze(self, place, _amount):
        project = self.applications[0].project
        section = project.sections.get(name="goal").draft
        section.content["goal"]["text"] = f"Цель {Award.objects.count()} {place}."
        section.save()
        again = contests.freeze(project, CONTESTS[place], by=self.leader, now=NOON)
        contests.submit(again, at=NOON, by=self.leader, now=NOON)
        won(again, self.staff, document=f"Приказ {place}")
        self.sums[place] = MILLION
        self.applications[place] = again

    def win(self, place, amount):
        won(self.applications[place], self.staff, awarded=amount, document=f"Приказ {place}")
        self.sums[place] = amount

    def award(self, place):
        found = Award.objects.counted().filter(contest=CONTESTS[place]).first()
        if found is None:
            raise Refused("nothing there")
        return found

    def correct(self, place, amount):
        services.change(self.award(place), awarded=amount, why=WHY, by=self.staff, now=NOON)
        self.sums[place] = amount
        self.verified.discard(place)

    def verify(self, place, _amount):
        services.verify(self.award(place), by=self.colleague, now=NOON)
        self.verified.add(place)

    def doubt(self, place, _amount):
        services.doubt(self.award(place), why=WHY, by=self.colleague, now=NOON)
        self.verified.discard(place)

    def again(self, place, amount):
        """The same document once more, by hand; refused while the decision stands."""
        project, self_entered = self.applications[0].project, place in self.sums
        assert self_entered or not Award.objects.counted().filter(contest=CONTESTS[place])
        if self_entered:
            gift(project, self.staff, source="Фонд", document=f"приказ {place}", awarded=amount)
            raise AssertionError("a decision was entered twice")

    def take_back(self, place, _amount):
        services.take_back(self.award(place), why=WHY, by=self.staff, now=NOON)
        self.sums.pop(place, None)
        self.verified.discard(place)

    def pay(self, place, amount):
        today = Award.objects.counted().get(contest=CONTESTS[place]) if place in self.sums else None
        if today:
            application = today.application
            services.pay(application, amount=amount, on=today.decided_on, by=self.staff, now=NOON)


@pytest.fixture
def ground(db):
    leader = PersonFactory()
    first = submitted("fpg", leader)
    second = contests.freeze(first.project, "pfki", by=leader, now=NOON)
    contests.submit(second, at=NOON, by=leader, now=NOON)
    return leader, staff_of(first.project), staff_of(first.project), [first, second]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(actions, min_size=3, max_size=9))
def test_no_sequence_of_deeds_counts_a_decision_twice(ground, moves):
    with transaction.atomic():
        play = Play((*ground[:3], list(ground[3])))
        for move in moves:
            play.do(*move)

        counted = Award.objects.counted()
        assert attracted() == sum((play.sums[place] for place in play.verified), Decimal())
        assert sum(award.awarded for award in counted) == sum(play.sums.values())
        assert counted.count() == len(play.sums)
        transaction.set_rollback(True)
