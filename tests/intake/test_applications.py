"""An application from the first word to the handing in."""

from datetime import timedelta

import pytest

from peremena.drafts.protocol import SaveRequest
from peremena.intake import words
from peremena.intake.models import Candidate
from peremena.intake.queries import candidates as queries
from peremena.intake.rules import Channel, Refusal
from peremena.intake.services import candidates, erasure, keying
from peremena.intake.services.candidates import Agreed
from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.mail.models import Letter
from peremena.people.models import Person
from tests.cohorts.school import staff_of
from tests.factories import NOON, DistrictFactory, PersonFactory, TerritoryFactory
from tests.intake.calls import DAY, WHOLE, begun, call_of, handed_in, text_of_consent, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return staff_of()


@pytest.fixture
def call(staff):
    return call_of(staff)


def sent(number, **fields):
    return SaveRequest(f"3f2a9c1e-{number:04}", 1, fields)


def test_nobody_of_the_staff_knows_the_person_before_the_handing_in(call, staff):
    candidate = begun(call)

    assert not Person.objects.in_register_of(staff).filter(pk=candidate.person_id).exists()

    candidates.write(candidate, sent(1, **WHOLE), now=NOON)
    candidates.hand_in(candidate, now=NOON)

    candidate.refresh_from_db()
    assert (candidate.state, candidate.is_late, candidate.is_newcomer) == ("handed-in", False, True)
    assert Person.objects.in_register_of(staff).filter(pk=candidate.person_id).exists()
    assert Person.objects.get(pk=candidate.person_id).channel == "phone"


def test_the_consent_names_the_centre_and_the_text(call):
    candidate = begun(call)

    [consent] = candidate.person.consents.all()
    assert (consent.text, consent.operator) == (
        candidate.consent_text,
        call.cohort.programme.centre.name,
    )
    assert (consent.given_at, consent.given_by) == (NOON, "web")


def test_what_has_to_be_answered_holds_the_handing_in_up(call):
    candidate = begun(call)
    candidates.write(candidate, sent(1, idea="Клуб"), now=NOON)

    with pytest.raises(Refused, match=str(words.REFUSALS[Refusal.NOT_WHOLE])):
        candidates.hand_in(candidate, now=NOON)

    assert [one.text for one in queries.lacking(candidate)] == ["f-team", "f-before"]


def test_the_same_send_twice_changes_nothing(call):
    candidate = begun(call)

    candidates.write(candidate, sent(1, idea="Клуб"), now=NOON)
    again = candidates.write(candidate, sent(1, idea="Клуб"), now=NOON)

    assert again.is_repeat
    assert candidate.draft.version == 2


@pytest.mark.parametrize(
    ("days", "refusal"), [(-2, Refusal.NOT_YET_OPEN), (10, Refusal.CLOSED), (11, Refusal.CLOSED)]
)
def test_outside_its_days_a_call_takes_no_applications(call, days, refusal):
    with pytest.raises(Refused, match=str(words.REFUSALS[refusal])):
        begun(call, now=NOON + days * DAY)


def test_staff_may_write_down_a_late_paper_and_it_is_marked_so(call, staff):
    late = NOON + 11 * DAY
    candidate = handed_in(call, now=late, by=staff, channel=Channel.PHONE)

    candidate.refresh_from_db()
    assert (candidate.is_late, candidate.channel, candidate.entered_by) == (True, "phone", staff)
    [consent] = candidate.person.consents.all()
    assert (consent.given_by, consent.entered_by, consent.given_at) == ("phone", staff, late)


def test_what_is_keyed_in_whole_is_handed_in_and_what_is_not_waits(call, staff):
    agreed = Agreed(text_of_consent(), NOON - timedelta(hours=3))
    answers = {key: [text] for key, text in WHOLE.items()}
    key_in = {"channel": Channel.PHONE, "by": staff, "now": NOON}

    whole = keying.key_in(call, told(1), agreed, answers, **key_in)
    half = keying.key_in(call, told(2), agreed, {"idea": ["Клуб"]}, **key_in)

    assert (whole.state, half.state) == ("handed-in", "begun")
    assert half.draft.content == {"idea": "Клуб"}
    newest = whole.draft.revisions.newest_first().first()
    assert (newest.source, newest.author, newest.on_behalf_of) == ("phone", staff, whole.person)


def test_one_person_has_one_application_in_a_call_and_may_come_back_after_taking_it_back(call):
    person, agreed = PersonFactory(), Agreed(text_of_consent(), NOON)
    first = candidates.begin(call, told(1), agreed, person=person, now=NOON)

    with pytest.raises(Refused):
        candidates.begin(call, told(2), agreed, person=person, now=NOON)
    candidates.withdraw(first, now=NOON)
    second = candidates.begin(call, told(3), agreed, person=person, now=NOON)

    assert second.person == person
    [old, new] = person.consents.order_by("pk")
    assert (old.withdrawn_at, old.withdrawn_by, new.withdrawn_at) == (NOON, "web", None)


def test_the_same_territory_village_or_phone_is_noticed_and_nothing_is_joined(call):
    ground, district = TerritoryFactory(), DistrictFactory()
    one = begun(call, 1, territory=ground)
    other = begun(call, 2, territory=ground, phone=one.person.phone)
    far = begun(call, 3, village="Дальнее", district=district)
    near = begun(call, 4, village="дальнее", district=district)
    alone = begun(call, 5)

    found = queries.doubles_of(call, Candidate.objects.with_place())

    assert found[one.pk] == (words.SAME_TERRITORY, words.SAME_PHONE)
    assert found[far.pk] == (words.SAME_TERRITORY,)
    assert set(found) == {one.pk, other.pk, far.pk, near.pk}
    assert [twin for twin, _why in queries.twins(one)] == [other]
    assert queries.twins(alone) == []
    assert Candidate.objects.count() == 5


def test_an_address_of_somebody_else_stays_with_them(call):
    owner = PersonFactory(email="anna@example.org")

    candidate = handed_in(call, email="Anna@example.org")

    assert (candidate.person.email, candidate.email) == (None, "anna@example.org")
    assert owner.email == "anna@example.org"


def test_whoever_gives_an_address_gets_the_way_back_and_a_receipt(call):
    candidate = handed_in(call, email="olga@example.org")

    way, receipt = Letter.objects.order_by("pk")
    assert [way.kind, receipt.kind] == ["intake.way-back", "intake.received"]
    assert candidate.token in way.body
    assert {way.to, receipt.to} == {"olga@example.org"}


def test_deeds_are_in_the_journal_without_any_words_of_the_application(call):
    candidate = handed_in(call)

    deeds = [entry.deed for entry in Entry.objects.about(candidate).order_by("pk")]
    assert deeds == ["intake.application.begun", "intake.application.handed-in"]


def test_erasing_a_person_destroys_the_applications_with_every_version(call):
    candidate = handed_in(call)
    draft = candidate.draft

    erasure.erase(candidate.person, [])

    assert not Candidate.objects.exists()
    assert not type(draft).objects.filter(pk=draft.pk).exists()
