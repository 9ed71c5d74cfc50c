"""Search finds any form of a Russian word, on both engines alike, and only what one may see."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import connection

from peremena.desk import search
from peremena.desk.models import SearchRow
from peremena.desk.search import engine
from peremena.desk.search.marking import marked, snippet
from peremena.desk.search.terms import forms, wanted
from peremena.people.abilities import Role
from peremena.projects.models import Project
from tests.factories import (
    NOON,
    PersonFactory,
    TerritoryFactory,
    another_centre,
    example,
    known,
    member_of,
    project_of,
    somebody_with,
)

VISITOR = AnonymousUser()


def row(key, title, text=""):
    """A thing that everybody may see, as a retold case is."""
    from peremena.desk.search.index import terms

    return SearchRow(
        kind="case", key=key, title=title, text=text, title_terms=terms(title),
        terms=terms(text), stamp="",
    )  # fmt: skip


DOCUMENTS = {
    "rink": ("Каток у школы", "Зимой дети катаются на коньках."),
    "tree": ("Берёзовая роща", "Жители посадили сто саженцев и ёлки у клуба."),
    "people": ("Дом культуры", "Люди старшего возраста приходят на хор."),
    "grant": ("Президентский грант на мастерскую", "Пимокатный промысел возвращается в село."),
    "water": ("Родник", "Расчистили родник и построили мостки через ручей."),
}


@pytest.fixture
def documents(db):
    """Instead of what the sources know."""
    cache.set("search.fresh", "yes")
    engine.ensure()
    SearchRow.objects.bulk_create(row(key, *texts) for key, texts in DOCUMENTS.items())


def found(question, viewer=VISITOR):
    answer = search.ask(question, viewer)
    return [hit.url.strip("/").split("/")[-1] for group in answer.groups for hit in group.hits]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("катки", "rink"),
        ("КАТКОВ", "rink"),
        ("ребёнок на катке", "rink"),
        ("конек", "rink"),
        ("берёзовой рощей", "tree"),
        ("елка", "tree"),
        ("посадить саженец", "tree"),
        ("человек", "people"),
        ("хора", "people"),
        ("гранты президента", "grant"),
        ("пимокаты", "grant"),
        ("промыслами", "grant"),
        ("родники", "water"),
        ("мостик через ручьи", None),
        ("мостками", "water"),
        ("сел", "grant"),
    ],
)
def test_any_form_of_a_word_finds_it(documents, question, expected):
    assert found(question) == ([expected] if expected else [])


@pytest.mark.parametrize("question", ["берез", "бер", "роща бер", "березо"])
def test_the_last_word_need_not_be_typed_to_its_end(documents, question):
    assert found(question) == ["tree"]


def test_a_word_that_ends_with_a_space_is_whole(documents):
    assert (found("бер "), found("бер")) == ([], ["tree"])


@pytest.mark.parametrize(
    "question",
    ["", " ", "!!!", '"', "каток OR", "каток AND (", "NEAR(каток)", "' --", "каток:*", "*"],
)
def test_signs_are_never_an_order_to_the_database(documents, question):
    assert found(question) in ([], ["rink"])


def test_who_has_the_word_in_the_title_comes_first(documents):
    SearchRow.objects.bulk_create([row("about", "Отчёт", "родник " * 30)])

    assert found("родник") == ["water", "about"]


def test_words_are_marked_in_title_and_snippet(documents):
    hit = search.ask("дети на катке", VISITOR).groups[0].hits[0]

    assert [piece.text for piece in hit.title if piece.is_marked] == ["Каток"]
    assert [piece.text for piece in hit.snippet if piece.is_marked] == ["дети"]


def test_a_snippet_of_a_long_text_begins_before_the_word():
    text = f"{'слово ' * 100}Здесь живут люди и звери. {'конец ' * 100}"

    pieces = snippet(text, wanted("человек"))

    assert "".join(piece.text for piece in pieces).startswith("… ")
    assert [piece.text for piece in pieces if piece.is_marked] == ["люди"]
    assert len("".join(piece.text for piece in pieces)) < 200


def test_pieces_of_a_text_are_the_text():
    text = "Ёлки у ёлки: <b>ёлочка</b>"

    pieces = marked(text, wanted("елки"))

    assert "".join(piece.text for piece in pieces) == text
    assert [piece.text for piece in pieces if piece.is_marked][:2] == ["Ёлки", "ёлки"]


def test_forms_of_a_word():
    assert forms("людей") == ("человек", "люд")
    assert forms("2026") == ("2026",)


@pytest.fixture
def village(db):
    """A project of a team, with its leader and a territory; found by what the sources know."""
    cache.clear()
    leader = PersonFactory(surname="Бережная", name="Галина", phone="+7 913 600-10-20")
    return project_of(leader, brief=example())


def kinds(question, viewer):
    return {group.kind: len(group.hits) for group in search.ask(question, viewer).groups}


def test_each_sees_only_what_the_rooms_show_them(village):
    staff = somebody_with(Role.STAFF, centre=village.centre)
    foreign = somebody_with(Role.STAFF, centre=another_centre())
    leader = village.memberships.get(role="leader").person
    stranger = known(PersonFactory(), village.centre)

    asked = {who: kinds("пимокатов", who) for who in (staff, foreign, leader, stranger)}

    assert [one.get("project") for one in asked.values()] == [1, None, 1, None]
    assert "project" not in kinds("пимокатов", VISITOR)
    assert kinds("бережную", staff) == {"person": 1}
    assert kinds("бережную", leader) == {"person": 1}
    assert [kinds("бережную", who) for who in (foreign, stranger, VISITOR)] == [{}, {}, {}]


def test_staff_find_who_has_rung(village):
    staff = somebody_with(Role.STAFF, centre=village.centre)

    for number in ("8 (913) 600-10-20", "+79136001020", "9136001"):
        assert kinds(number, staff) == {"person": 1}


def test_territories_are_found_by_their_villages(village):
    TerritoryFactory(name="Дальняя территория", centre="Малиновка", villages=["Малиновка", "Репьи"])

    assert kinds("репьях малиновке", PersonFactory()) == {"territory": 1}
    assert kinds("репьях", VISITOR) == {}


def test_what_changes_is_found_anew_and_what_is_gone_is_not(village):
    leader = village.memberships.get(role="leader").person
    search.refresh()
    assert search.refresh() == 0

    Project.objects.filter(pk=village.pk).update(
        title="Водокачка", changed_at=NOON + timedelta(days=1)
    )
    assert search.refresh() == 1
    assert kinds("водокачку", leader) == {"project": 1}

    village.memberships.all().delete()
    Project.objects.filter(pk=village.pk).update(title="Мельница")
    assert search.refresh() == 1
    assert kinds("мельница", leader) == {}


def traces(word):
    """Where the index still says the word, its own pages included."""
    rows = SearchRow.objects.values_list("title", "text", "title_terms", "terms")
    said = " ".join(" ".join(one) for one in rows)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT block FROM desk_search_data")
            said += b" ".join(bytes(block) for (block,) in cursor.fetchall()).decode(
                errors="replace"
            )
    return said.lower().count(word)


def test_a_person_who_is_erased_leaves_no_trace_in_the_index(village):
    person = PersonFactory(surname="Незабудкина")
    Project.objects.filter(pk=village.pk).update(title="Дом Незабудкиной")
    search.refresh()
    assert traces("незабудкин") > 2

    assert search.erase(person, ["Незабудкина", "Незабудкиной"]) == {"search": 2}

    assert traces("незабуд") == 0


def test_one_thing_can_be_forgotten_at_once(village):
    person = PersonFactory(surname="Незабудкина")
    search.refresh()

    search.forget("person", person.pk)

    assert traces("незабуд") == 0


def test_the_index_survives_when_a_migration_rebuilds_its_table(documents):
    if connection.vendor != "sqlite":
        pytest.skip("triggers are SQLite's")
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER desk_search_added")
    SearchRow.objects.bulk_create([row("mill", "Мельница на реке")])

    assert found("мельницы") == ["mill"]


def test_all_can_be_made_anew(village):
    search.refresh()
    before = SearchRow.objects.count()

    assert search.rebuild() == before


def test_a_member_who_joins_finds_the_project(village):
    member = member_of(village)

    assert kinds("пимокаты", member) == {"project": 1}


def test_the_page_groups_marks_and_says_when_there_is_nothing(client, village):
    client.force_login(village.memberships.get(role="leader").person)

    page = client.get("/search/", {"q": "пимокатами"}).text
    assert "<mark>Пимокаты</mark>" in page
    assert page.index("Проекты") < page.index("Что сделали другие сёла") if "сёла" in page else True

    assert "Ничего не нашлось" in client.get("/search/", {"q": "абракадабра"}).text
    assert "Ничего не нашлось" not in client.get("/search/").text


def test_the_box_stands_in_the_menu_of_every_page(client, village):
    client.force_login(village.memberships.get(role="leader").person)

    assert 'action="/search/"' in client.get("/me/").text


def test_markup_in_a_title_stays_text(client, village):
    Project.objects.update(title="<b>Мельница</b>", changed_at=NOON + timedelta(days=2))
    client.force_login(village.memberships.get(role="leader").person)

    page = client.get("/search/", {"q": "мельница"}).text

    assert "&lt;b&gt;<mark>Мельница</mark>&lt;/b&gt;" in page
