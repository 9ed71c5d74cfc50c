"""The tree built by tapping: boxes written, hung on each other, put aside, turned over, removed."""

import pytest

from peremena.projects.models import Project
from peremena.projects.queries import brief_of
from peremena.projects.rules import TeamRole
from tests.browse import Browse
from tests.factories import PersonFactory, example, member_of, project_of

pytestmark = pytest.mark.django_db
OPERATION = "0123456789abcdef"


@pytest.fixture
def leader():
    return PersonFactory()


@pytest.fixture
def client(leader):
    browse = Browse()
    browse.force_login(leader)
    return browse


def problem(project):
    return brief_of(Project.objects.get(pk=project.pk)).problem


def sent(client, project, page="tree", **words):
    """As a browser without scripts sends the page of the tree."""
    base = project.sections.get(name="problem").draft.version
    address = f"/projects/{project.pk}/pictures/{page}/"
    fields = {name.replace("__", "."): text for name, text in words.items()}
    return client.post(address, {"base": base, "operation": OPERATION} | fields)


def test_a_tree_grows_from_nothing_box_by_box(client, leader):
    project = project_of(leader)

    sent(client, project, problem__core="Подросткам некуда прийти", do="add:problem.causes")
    first = problem(project).causes[0]
    words = {f"problem.causes.{first.id}.text": "Клуб закрыт"}
    answer = sent(client, project, **words, do=f"hang:problem.causes.{first.id}")
    sent(client, project, do="add:problem.effects")

    found = problem(project)
    second = found.causes[1]
    assert found.core == "Подросткам некуда прийти"
    assert [(one.text, one.under) for one in found.causes] == [
        ("Клуб закрыт", None),
        (None, first.id),
    ]
    assert len(found.effects) == 1
    assert answer.headers["Location"].endswith(f"/pictures/tree/#f-problem-causes-{second.id}")


def test_a_cause_is_put_aside_with_a_reason(client, leader):
    project = project_of(leader, brief=example())
    row = "problem.causes.c1"

    answer = sent(
        client,
        project,
        **{f"{row}.text": "Некому вести", f"{row}.chosen": "", f"{row}.why_not": "Округ"},
    )

    cause = problem(project).causes[0]
    assert answer.headers["Location"].endswith("/pictures/tree/")
    assert (cause.text, cause.chosen, cause.why_not) == ("Некому вести", False, "Округ")
    assert cause.instead == example().problem.causes[0].instead


def test_turning_over_changes_nothing_but_the_words_of_how_it_will_be(client, leader):
    project = project_of(leader, brief=example())

    answer = sent(client, project, "goals", **{"problem.causes.c1.instead": "Светло три вечера"})

    assert answer.headers["Location"].endswith("/pictures/goals/")
    assert problem(project).causes[0].instead == "Светло три вечера"
    assert problem(project).causes[0].text == example().problem.causes[0].text
    assert problem(project).causes[0].chosen is True


def test_sending_the_same_twice_makes_one_box(client, leader):
    project = project_of(leader, brief=example())
    base = project.sections.get(name="problem").draft.version
    press = {"base": base, "operation": OPERATION, "do": "hang:problem.causes.c1"}

    for _time in range(2):
        client.post(f"/projects/{project.pk}/pictures/tree/", press)

    assert [one.under for one in problem(project).causes].count("c1") == 1


def test_a_removed_box_leaves_what_hung_on_it(client, leader):
    project = project_of(leader)
    sent(client, project, do="add:problem.causes")
    first = problem(project).causes[0]
    sent(client, project, do=f"hang:problem.causes.{first.id}")
    second = problem(project).causes[1]
    sent(client, project, **{f"problem.causes.{second.id}.text": "Нет ставки"})

    answer = sent(client, project, do=f"remove:problem.causes.{first.id}")

    assert [cause.text for cause in problem(project).causes] == ["Нет ставки"]
    page = client.get(answer.headers["Location"]).text
    assert "Нет ставки" in page
    assert f'value="restore:problem.causes.{first.id}"' in page


def test_a_box_that_was_tapped_comes_unfolded(client, leader):
    project = project_of(leader, brief=example())

    page = client.get(f"/projects/{project.pk}/pictures/tree/?at=problem.causes.c2").text

    assert 'data-row="problem.causes.c2" open' in page
    assert 'data-row="problem.causes.c1" open' not in page


def test_words_that_were_not_taken_stand_there_as_typed(client, leader):
    project = project_of(leader, brief=example())
    far_too_long = "слово " * 4000

    answer = sent(client, project, **{"problem.causes.c1.text": far_too_long})

    assert answer.status_code == 422
    assert far_too_long.strip() in answer.text
    assert problem(project).causes[0].text == example().problem.causes[0].text


@pytest.mark.parametrize("kind", ["tree", "goals"])
def test_words_of_two_people_stand_side_by_side_on_the_tree(client, leader, kind):
    project = project_of(leader, brief=example())
    field = "problem.causes.c1." + {"tree": "text", "goals": "instead"}[kind]
    base = project.sections.get(name="problem").draft.version
    for number, words in enumerate(("Одни слова", "Совсем другое")):
        save = {"base": base, "operation": f"{OPERATION}{number}", field: words}
        client.post(f"/projects/{project.pk}/pictures/{kind}/", save)

    page = client.get(f"/projects/{project.pk}/pictures/{kind}/").text
    (offer,) = project.sections.get(name="problem").draft.clashes.all()
    answer = sent(client, project, kind, do=f"take:{offer.pk}")

    assert "Двое написали по-разному" in page
    assert answer.headers["Location"].endswith(f"/pictures/{kind}/#f-{offer.pk}")
    assert getattr(problem(project).causes[0], field.rpartition(".")[2]) == "Одни слова"


def test_who_only_reads_the_tree_is_shown_no_fields(leader):
    project = project_of(leader, brief=example())
    reader = member_of(project, TeamRole.READER)
    browse = Browse()
    browse.force_login(reader)

    page = browse.get(f"/projects/{project.pk}/pictures/tree/").text

    assert 'name="problem.core"' not in page
    assert example().problem.causes[0].text in page


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("tree", "Мастер ремесла один"),
        ("goals", "Вечером подростки заняты своим делом"),
        ("parties", "Возят детей по графику"),
        ("calendar", "Школа наставников"),
        ("chain", "Цепочка держится"),
        ("logframe", "Придут не меньше 30 из 40"),
        ("money", "573\xa0500\xa0₽"),
    ],
)
def test_every_picture_of_a_whole_and_of_an_empty_project_is_drawn(client, leader, kind, words):
    whole, empty = project_of(leader, brief=example()), project_of(leader)

    assert words in client.get(f"/projects/{whole.pk}/pictures/{kind}/").text
    assert client.get(f"/projects/{empty.pk}/pictures/{kind}/").status_code == 200


def test_there_are_no_other_pictures(client, leader):
    assert client.get(f"/projects/{project_of(leader).pk}/pictures/dreams/").status_code == 404


def test_the_tree_turned_over_leaves_out_what_was_put_aside(client, leader):
    page = client.get(f"/projects/{project_of(leader, brief=example()).pk}/pictures/goals/").text

    assert "Последний автобус" not in page


def test_a_broken_chain_leads_to_the_field_that_mends_it(client, leader):
    brief = example()
    rows = [brief.budget[0].model_copy(update={"activity": None}), *brief.budget[1:]]
    project = project_of(leader, brief=brief.model_copy(update={"budget": rows}))

    page = client.get(f"/projects/{project.pk}/pictures/chain/").text

    assert (
        f'<a href="/projects/{project.pk}/budget/#f-budget-b1-activity">Чесальная машина</a>'
        in page
    )
