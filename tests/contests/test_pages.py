"""The pages of contests: open to everybody what is public, to the team what is the team's."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from peremena.contests import catalogue, services
from peremena.contests.models import Application
from peremena.projects.rules import TeamRole
from tests.contests.papers import squeezed, words_of_docx
from tests.factories import NOON, PersonFactory, example, member_of, project_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader():
    return PersonFactory()


@pytest.fixture
def project(leader):
    return project_of(leader, brief=example())


@pytest.fixture
def application(project, leader):
    return services.freeze(project, "fpg", by=leader, now=NOON)


def address(name, *arguments):
    return reverse(f"contests:{name}", args=arguments)


def test_a_visitor_sees_all_contests_without_a_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get(address("list"))

    for record in catalogue.records():
        assert record.short.ru in response.text
    assert "не проверено" in response.text


def test_contests_for_one_kind_of_applicant_come_first(client):
    response = client.get(address("list"), {"kind": "municipal_body"})

    words = response.text
    assert words.index("«Решают люди»") < words.index("Президентские гранты")
    assert "можно подать" in words
    assert "подать нельзя" in words


def test_a_kind_that_does_not_exist_is_no_kind(client):
    assert client.get(address("list"), {"kind": "mayor"}).status_code == 200


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("record", catalogue.records(), ids=lambda record: record.id)
def test_each_contest_has_a_page_with_its_sources_in_both_languages(client, record, language):
    client.cookies["django_language"] = language

    response = client.get(address("contest", record.id))

    assert escape(record.about.spoken(language)) in response.text
    for key in record.sources:
        assert f'id="source-{key}"' in response.text


def test_there_is_no_page_of_an_unknown_contest(client, leader, project):
    client.force_login(leader)

    assert client.get(address("contest", "fgp")).status_code == 404
    assert client.get(address("prospect", project.pk, "fgp")).status_code == 404


def test_choosing_says_at_once_where_this_applicant_may_apply(client, leader, project):
    client.force_login(leader)

    response = client.get(address("choose", project.pk))

    words = response.text
    assert "АНО «Ключевской лад»" in words
    assert words.index("Президентские гранты") < words.index("«Решают люди»")
    assert address("prospect", project.pk, "fpg") in words
    assert address("prospect", project.pk, "omsk_initiative") not in words


def test_an_administration_reads_why_not_and_what_to_do(client, leader):
    project = project_of(leader, brief=example("bad-ploshchadka"))
    client.force_login(leader)

    response = client.get(address("choose", project.pk))

    assert "Администрация — власть, её заявку не допустят." in response.text
    assert "создайте АНО из активистов команды" in response.text


def test_without_an_applicant_one_is_asked_to_name_it(client, leader):
    client.force_login(leader)

    response = client.get(address("choose", project_of(leader).pk))

    assert "Сначала назовите заявителя" in response.text


def test_a_prospect_shows_mistakes_and_gaps(client, leader):
    project = project_of(leader, brief=example("bad-ploshchadka"))
    client.force_login(leader)

    response = client.get(address("prospect", project.pk, "fpg"))

    assert "<button disabled" in response.text
    assert "пока ни одного риска" in response.text
    assert "Этот заявитель подать сюда не может" in response.text


def test_the_button_makes_the_application(client, leader, project):
    client.force_login(leader)

    response = client.post(address("prospect", project.pk, "fpg"))

    made = Application.objects.get()
    assert (response.status_code, response.url) == (302, made.get_absolute_url())
    assert (made.project, made.by) == (project, leader)


def test_a_refused_applicant_gets_the_reason_as_an_answer(client, leader):
    project = project_of(leader, brief=example("bad-ploshchadka"))
    client.force_login(leader)

    response = client.post(address("prospect", project.pk, "fpg"))

    assert response.status_code == 409
    assert "её заявку не допустят" in response.text
    assert not Application.objects.exists()


def test_a_reader_of_the_team_sees_everything_but_no_button(client, project):
    client.force_login(member_of(project, TeamRole.READER))

    response = client.get(address("prospect", project.pk, "fpg"))

    assert response.status_code == 200
    assert f'action="{address("prospect", project.pk, "fpg")}"' not in response.text


def test_the_application_offers_all_papers_and_says_that_nothing_changed(
    client, leader, application
):
    client.force_login(leader)

    response = client.get(application.get_absolute_url())

    for kind in ("docx", "pdf", "xlsx"):
        assert address("paper", application.pk, kind) in response.text
    assert "В проекте сейчас всё так же, как в заявке." in response.text
    assert "471\xa0200\xa0₽" in response.text


def test_the_word_file_comes_with_its_name(client, leader, application):
    client.force_login(leader)

    response = client.get(address("paper", application.pk, "docx"))

    assert squeezed("Пимокаты Ключей") in words_of_docx(response.content)
    assert "attachment" in response["Content-Disposition"]
    assert ".docx" in response["Content-Disposition"]


def test_texts_to_paste_are_counted(client, leader, application):
    client.force_login(leader)

    response = client.get(address("paste", application.pk))

    summary = application.frozen_brief.project.summary
    assert summary in response.text
    assert f"{len(summary)} знаков" in response.text


@pytest.mark.parametrize("name", ["application", "paste", "docx", "pdf", "xlsx"])
def test_strangers_do_not_learn_that_an_application_exists(client, application, name):
    client.force_login(PersonFactory())
    is_paper = name not in ("application", "paste")
    page = address("paper", application.pk, name) if is_paper else address(name, application.pk)

    assert client.get(page).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_strangers_do_not_learn_that_a_project_exists(client, project, method):
    client.force_login(PersonFactory())

    assert client.get(address("choose", project.pk)).status_code == 404
    assert getattr(client, method)(address("prospect", project.pk, "fpg")).status_code == 404


def test_visitors_are_asked_to_sign_in(client, application):
    assert client.get(application.get_absolute_url()).status_code == 302
    assert client.get(address("paper", application.pk, "docx")).status_code == 302


def test_pages_cost_the_same_however_many_applications_there_are(
    client, leader, project, django_assert_max_num_queries
):
    for contest in ("fpg", "omsk_sonko", "rosmol_nko_2026"):
        application = services.freeze(project, contest, by=leader, now=NOON)
    client.force_login(leader)

    with django_assert_max_num_queries(8):
        client.get(address("choose", project.pk))
    with django_assert_max_num_queries(8):
        client.get(application.get_absolute_url())
