"""Consents: one text a purpose, given and taken back, on the page, by phone, on paper."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from peremena.journal.models import Entry
from peremena.kit.refusals import Refused
from peremena.people.abilities import Role
from peremena.people.models import Consent, ConsentText
from peremena.people.queries import consents as queries
from peremena.people.rules import ConsentWay, Purpose
from peremena.people.services import consents as services
from tests.factories import NOON, PersonFactory, another_centre, known, somebody_with

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=1)


@pytest.fixture
def texts():
    services.load_texts(now=NOON)
    return {text.purpose: text for text in ConsentText.objects.all()}


def agreed(person, text, way=ConsentWay.WEB, by=None, **more):
    return services.give(person, text, way=way, by=by or person, now=NOON, **more)


def scan():
    return SimpleUploadedFile("moj scan.pdf", b"%PDF-1.7 signed", "application/pdf")


def test_each_purpose_has_a_text_of_its_own_in_two_languages_marked_as_a_sample(texts):
    assert set(texts) == set(Purpose)
    shipped = texts.values()
    assert all(one.is_sample and one.body_en and "{centre}" in one.body for one in shipped)


def test_loading_the_same_texts_again_changes_nothing(texts):
    assert services.load_texts(now=LATER) == 0
    assert ConsentText.objects.count() == len(Purpose)


def test_other_words_are_a_new_version_and_the_earlier_consent_stays_to_the_earlier(
    texts, tmp_path, settings
):
    person = PersonFactory()
    agreed(person, texts["letters"])
    old = (settings.CONSENT_TEXTS / "letters.toml").read_text(encoding="utf-8")
    (tmp_path / "letters.toml").write_text(old.replace("Для чего:", "Зачем:"), encoding="utf-8")

    assert services.load_texts(now=LATER, folder=tmp_path) == 1

    purposes = queries.consents(person).purposes
    shown = next(one for one in purposes if one.text.purpose == Purpose.LETTERS)
    assert (shown.given.text.version, shown.text.version) == (1, 2)
    assert (shown.asked_anew, shown.may_be_given) == (True, True)
    assert queries.has_consent(person, Purpose.LETTERS)


def test_nobody_agrees_to_a_text_that_has_changed_while_it_was_read(texts):
    text = texts["letters"]
    ConsentText.objects.filter(pk=text.pk).update(until=LATER)

    with pytest.raises(Refused):
        agreed(PersonFactory(), text)

    assert not Consent.objects.exists()


def test_a_consent_is_given_once_and_withdrawn_with_time_and_way(texts):
    person = known(PersonFactory())
    assert agreed(person, texts["public"]) == agreed(person, texts["public"])

    services.withdraw(person, Purpose.PUBLIC, way=ConsentWay.PHONE, by=person, now=LATER)

    consent = Consent.objects.get()
    assert (consent.withdrawn_at, consent.withdrawn_by, consent.operator) == (
        LATER, "phone", "Центр"
    )  # fmt: skip
    assert not queries.has_consent(person, Purpose.PUBLIC)
    assert list(queries.with_consent(Purpose.PUBLIC)) == []
    deeds = Entry.objects.filter(thing_type="people.consent").values_list("deed", flat=True)
    assert list(deeds) == ["people.consent.given", "people.consent.withdrawn"]


def test_what_was_not_given_cannot_be_withdrawn(texts):
    with pytest.raises(Refused):
        services.withdraw(
            PersonFactory(), Purpose.PUBLIC, way=ConsentWay.WEB, by=PersonFactory(), now=NOON
        )


def test_a_paper_is_believed_with_its_scan_only(texts):
    staff = somebody_with(Role.STAFF)

    with pytest.raises(Refused):
        agreed(known(PersonFactory()), texts["public"], ConsentWay.PAPER, by=staff)


def test_the_page_asks_with_an_empty_tick_and_a_missing_tick_changes_nothing(client, texts):
    person = PersonFactory()
    client.force_login(person)

    page = client.get(reverse("consents")).text
    client.post(reverse("give_consent", args=["public"]), {"text": texts["public"].pk})

    assert page.count('name="agree"') == len(Purpose) - 1  # applying has a page of its own
    assert "checked" not in page.split("<main")[1]
    assert not Consent.objects.exists()


def test_a_person_gives_and_withdraws_on_the_page(client, texts):
    person = PersonFactory()
    client.force_login(person)

    client.post(
        reverse("give_consent", args=["public"]), {"text": texts["public"].pk, "agree": "on"}
    )
    given = queries.has_consent(person, Purpose.PUBLIC)
    page = client.get(reverse("consents")).text
    client.post(reverse("withdraw_consent", args=["public"]))

    assert given
    assert "Отозвать согласие" in page
    assert not queries.has_consent(person, Purpose.PUBLIC)


def test_staff_enter_a_paper_and_only_they_and_the_person_open_its_scan(client, texts):
    staff, person = somebody_with(Role.STAFF), known(PersonFactory())
    foreign = somebody_with(Role.STAFF, centre=another_centre())
    client.force_login(staff)
    sent = {"text": texts["contacts"].pk, "way": "paper", "scan": scan()}

    client.post(reverse("enter_consent", args=[person.pk, "contacts"]), sent)

    consent = Consent.objects.get()
    address = reverse("consent_scan", args=[consent.pk])
    answers = []
    for one in (staff, person, foreign, PersonFactory()):
        client.force_login(one)
        answers.append(client.get(address).status_code)
    assert answers == [200, 200, 404, 404]
    assert "moj" not in consent.scan.name
    read = Entry.objects.filter(deed="people.consent.scan-read")
    assert [entry.actor for entry in read.order_by("pk")] == [staff, person]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"way": "paper"}, 409),
        ({"way": "paper", "scan": SimpleUploadedFile("scan.pdf", b"no paper at all")}, 409),
        ({"way": "paper", "scan": SimpleUploadedFile("scan.pdf", b"")}, 422),
    ],
)
def test_a_refused_consent_stays_open_as_it_was_filled_in(client, texts, sent, status):
    person = known(PersonFactory())
    client.force_login(somebody_with(Role.STAFF))
    address = reverse("enter_consent", args=[person.pk, "contacts"])

    answer = client.post(address, {"text": texts["contacts"].pk, **sent})

    assert answer.status_code == status
    assert answer.text.count("<details open>") == 1
    assert answer.text.count('value="paper" required checked') == 1
    assert not Consent.objects.exists()


def test_staff_enter_a_withdrawal_by_phone_and_must_say_how(client, texts):
    staff, person = somebody_with(Role.STAFF), known(PersonFactory())
    agreed(person, texts["contacts"])
    client.force_login(staff)
    address = reverse("enter_withdrawal", args=[person.pk, "contacts"])

    refused = client.post(address, {})
    unsaid = queries.has_consent(person, Purpose.CONTACTS)
    client.post(address, {"way": "phone"})

    assert unsaid
    assert refused.status_code == 422
    consent = Consent.objects.get()
    assert (consent.withdrawn_by, consent.entered_by) == ("phone", person)
    assert client.post(reverse("enter_consent", args=[person.pk, "contacts"])).status_code == 422
    nothing = reverse("enter_withdrawal", args=[person.pk, "nothing"])
    assert client.post(nothing, {"way": "phone"}).status_code == 404


def test_staff_see_the_page_of_those_whom_their_centre_knows(client, texts):
    person = known(PersonFactory())
    client.force_login(somebody_with(Role.STAFF))

    page = client.get(reverse("consents_of", args=[person.pk]))

    assert page.status_code == 200
    assert person.surname in page.text


def test_the_paper_form_says_the_text_the_operator_and_the_name(client, texts):
    person = known(PersonFactory(surname="Берёзкина", name="Алия"))
    client.force_login(person)

    filled = words_of(client.get(reverse("consent_form_of", args=[person.pk, "public"])))
    empty = words_of(client.get(reverse("consent_form", args=["public"])))

    assert "Берёзкина Алия" in filled
    assert "Образец" in filled
    assert "Центр" in filled
    assert "Берёзкина" not in empty
    assert "____" in empty


def words_of(response):
    pages = pypdf.PdfReader(io.BytesIO(response.content)).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split())


def test_a_text_that_nobody_has_loaded_is_not_asked_for(client):
    client.force_login(PersonFactory())

    assert client.get(reverse("consents")).status_code == 200
    assert client.get(reverse("consent_form", args=["public"])).status_code == 404
