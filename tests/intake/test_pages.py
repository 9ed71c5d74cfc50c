"""Pages of a call and of an application, as visitors and staff get them."""

import io
import json

import pytest
import time_machine
from pypdf import PdfReader

from peremena.intake.models import Call, Candidate
from peremena.people.models import ConsentText
from tests.cohorts.school import cohort_of, staff_of
from tests.factories import NOON, TerritoryFactory
from tests.intake.calls import WHOLE, begun, call_of, handed_in, text_of_consent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]
OPERATION = {"base": "1", "operation": "3f2a9c1e-0001"}


@pytest.fixture
def at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def staff():
    return staff_of()


def signed_in(client, person):
    client.force_login(person)
    return client


def test_a_call_is_published_from_what_stands_there_already(client, staff):
    cohort = cohort_of(staff)
    signed_in(client, staff)
    page = client.get(f"/cohorts/{cohort.pk}/calls/new/")
    form = page.context["form"]

    sent = {name: form[name].value() or "" for name in form.fields}
    client.post(f"/cohorts/{cohort.pk}/calls/new/", sent)
    call = Call.objects.get()
    client.post(f"/intake/{call.pk}/publish/")
    client.logout()

    assert "Набор в школу" in client.get("/").text
    assert client.get(call.public_url).status_code == 200
    assert len(call.questions) == 7


def test_whoever_does_not_fit_hears_at_once_why_not_and_what_instead(client, staff):
    call = call_of(staff)

    answer = client.post(f"{call.public_url}fit/", {"village": "no", "adult": "yes"})

    assert call.conditions[0]["why"] in answer.text
    assert call.conditions[0]["instead"] in answer.text
    assert client.get(f"{call.public_url}begin/").status_code == 302


def card(ground, text):
    return {
        "surname": "Ветрова", "name": "Ольга", "phone": "8 913 123-45-67",
        "district": ground.district_id, "territory": ground.pk, "village": "",
        "agree": "on", "text": text.pk,
    }  # fmt: skip


def test_an_application_from_the_first_page_to_the_handing_in_without_an_account(client, staff):
    call, ground, text = call_of(staff), TerritoryFactory(), text_of_consent()
    client.get(f"{call.public_url}?from=vk")
    client.post(f"{call.public_url}fit/", {"village": "yes", "adult": "yes"})

    led = client.post(f"{call.public_url}begin/", card(ground, text))
    candidate = Candidate.objects.get()
    page = client.get(led.url)
    missing = client.post(f"{led.url}hand-in/")
    client.post(led.url, {**OPERATION, **WHOLE})
    client.post(f"{led.url}hand-in/")

    candidate.refresh_from_db()
    assert (candidate.tag, candidate.territory, candidate.state) == ("vk", ground, "handed-in")
    assert missing.status_code == 422
    assert "Ваша идея" in page.text
    assert WHOLE["idea"] in client.get(led.url).text


def test_without_scripts_a_button_brings_the_list_of_the_district(client, staff):
    call, ground, text = call_of(staff), TerritoryFactory(name="Ольховская"), text_of_consent()
    client.post(f"{call.public_url}fit/", {"village": "yes", "adult": "yes"})
    sent = card(ground, text) | {"show": "district", "surname": "Петрова"}

    answer = client.post(f"{call.public_url}begin/", sent)

    assert (answer.status_code, Candidate.objects.count()) == (200, 0)
    assert "Ольховская" in answer.text
    assert "Петрова" in answer.text


def test_without_the_consent_nothing_is_kept(client, staff):
    call, ground, text = call_of(staff), TerritoryFactory(), text_of_consent()
    client.post(f"{call.public_url}fit/", {"village": "yes", "adult": "yes"})
    sent = card(ground, text)
    sent.pop("agree")

    assert "checked" not in client.get(f"{call.public_url}begin/").text
    assert client.post(f"{call.public_url}begin/", sent).status_code == 422
    assert not Candidate.objects.exists()


def test_the_code_opens_the_application_on_another_phone_in_either_alphabet(client, staff):
    candidate = begun(call_of(staff))
    typed = candidate.code.translate(str.maketrans("AEKMHPCTYX", "АЕКМНРСТУХ")).lower()

    answer = client.post("/a/", {"code": f"{typed[:5]} {typed[5:]}"})

    assert answer.url == f"/a/{candidate.token}/"


def test_codes_cannot_be_tried_one_after_another(client, staff, settings):
    begun(call_of(staff))
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "application_code": "2/h/ip"}
    from django.core.cache import cache

    cache.clear()
    codes = [client.post("/a/", {"code": "KMH27T9XPA"}).status_code for _try in range(3)]

    assert codes == [422, 422, 429]


def test_the_script_saves_without_an_account(client, staff):
    candidate = begun(call_of(staff))
    save = {"operation": "3f2a9c1e-0002", "base": 1, "fields": {"idea": "Клуб"}}

    answer = client.post(
        f"/a/{candidate.token}/", json.dumps(save), content_type="application/json"
    )

    assert answer.json()["fields"] == {"idea": "Клуб"}
    assert f'data-person="a{candidate.pk}"' in client.get(f"/a/{candidate.token}/").text


def test_staff_key_in_a_call_on_one_page(client, staff):
    call, ground, text = call_of(staff), TerritoryFactory(), text_of_consent()
    signed_in(client, staff)
    sent = card(ground, text) | WHOLE | {"came_by": "phone", "agreed_on": "2026-11-22"}

    answer = client.post(f"/intake/{call.pk}/key-in/", sent)

    candidate = Candidate.objects.get()
    assert answer.url == candidate.get_absolute_url()
    assert (candidate.channel, candidate.entered_by) == ("phone", staff)
    assert candidate.agreed_at.date().isoformat() == "2026-11-22"
    assert ConsentText.objects.filter(consents__person=candidate.person).exists()


def test_a_paper_needs_its_scan(client, staff):
    call, ground, text = call_of(staff), TerritoryFactory(), text_of_consent()
    signed_in(client, staff)
    sent = card(ground, text) | WHOLE | {"came_by": "paper", "agreed_on": "2026-11-22"}

    assert client.post(f"/intake/{call.pk}/key-in/", sent).status_code == 422
    assert not Candidate.objects.exists()


def test_staff_filter_and_find_and_take_the_list_away(client, staff):
    call = call_of(staff)
    whole = handed_in(call, 1, surname="Ёлкина", tag="vk")
    begun(call, 2)
    signed_in(client, staff)

    found = client.get(f"/intake/{call.pk}/candidates/?find=елкина&state=handed-in")
    table = client.get(f"/intake/{call.pk}/candidates.csv?state=handed-in")

    assert [line.candidate for line in found.context["listed"].lines] == [whole]
    text = b"".join(table.streaming_content).decode("utf-8-sig")
    assert len(text.splitlines()) == 2
    assert "Ёлкина;Ольга" in text
    assert WHOLE["idea"] in text


def test_ticks_of_a_phone_come_as_one_message_and_nonsense_is_refused(client, staff):
    call = call_of(staff)
    candidate = handed_in(call)
    signed_in(client, staff)
    ticks = [{"who": candidate.pk, "come": True, "at": "2026-11-23T05:59:00Z"}]
    address = f"/intake/{call.pk}/seminar/tick/"

    def send(body):
        return client.post(address, json.dumps(body), content_type="application/json")

    answers = [send({"ticks": ticks}).json(), send({"ticks": ticks}).json()]

    assert answers == [{"changed": 1}, {"changed": 0}]
    assert [send(body).status_code for body in ({}, {"ticks": [{"who": "x"}]}, [])] == [400] * 3


def test_the_notice_is_a_pdf_of_one_page(client, staff):
    title = "Набор в школу лидеров социальных изменений сельских территорий, второй поток"
    call = call_of(staff, title=title, text="Занятия раз в неделю. " * 60)
    signed_in(client, staff)

    paper = client.get(f"/intake/{call.pk}/notice.pdf").content

    [page] = PdfReader(io.BytesIO(paper)).pages
    words = " ".join(page.extract_text().split())
    assert title in words
    assert words.index(title) < words.index("Занятия раз в неделю")
    assert call.public_url.rstrip("/") in words


def test_own_questions_stand_in_the_form_in_their_order(client, staff):
    call = call_of(staff)
    signed_in(client, staff)
    rows = [
        {"kind": "choice", "label": "Есть ли в селе клуб?", "options": "да\nнет", "ORDER": "2"},
        {"kind": "idea", "required": "on", "ORDER": "1"},
        {"kind": "idea", "ORDER": "3"},
    ]
    sent = {f"form-{i}-{name}": text for i, row in enumerate(rows) for name, text in row.items()}
    counts = {"form-TOTAL_FORMS": "3", "form-INITIAL_FORMS": "0"}

    client.post(f"/intake/{call.pk}/form/questions/", sent | counts)

    call.refresh_from_db()
    assert [one["key"] for one in call.questions] == ["idea", "own1"]
    assert "Есть ли в селе клуб?" in client.get(f"/intake/{call.pk}/preview/").text
