"""Lessons: written and published by staff, read by the whole team, taken along, taken over."""

import io
import zipfile
from datetime import date

import pytest
from pypdf import PdfReader

from peremena.kit.refusals import Refused
from peremena.lessons.models import Lesson, Material, Task
from peremena.lessons.queries.lessons import PAPER_BYTES
from peremena.lessons.services import lessons, materials
from peremena.lessons.services.lessons import Written
from peremena.projects import cases
from tests.cohorts.school import cohort_of
from tests.factories import NOON, PersonFactory

from .school import PDF, a_file, lesson_of, next_cohort, school

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return school()


def test_staff_write_a_module_and_a_lesson_and_publish_it(client, place):
    client.force_login(place.staff)
    shelf = f"/cohorts/{place.cohort.pk}/lessons/"

    form = client.post(f"{shelf}modules/", {"title": "Голос жителей"}).url
    told = {"title": "Сход", "content": "experience", "text": "Первый абзац.\n\nВторой.",
            "told_problem": "Клуб закрыли", "told_source": "газета «Знамя», 2024"}  # fmt: skip
    page = client.post(form, told).url
    client.post(f"{page}publish/", {"shown": "yes"})

    client.force_login(place.head)
    text = client.get(page).text
    assert "<p>Второй.</p>" in text
    assert "Клуб закрыли" in text
    assert "Сход" in client.get(shelf).text


def test_whoever_tells_a_case_says_where_it_is_known_from(client, place):
    client.force_login(place.staff)
    told = {"title": "Сход", "content": "experience", "told_problem": "Клуб закрыли"}

    answer = client.post(f"/modules/{place.lesson.module_id}/lessons/new/", told)

    assert answer.status_code == 422
    assert "Напишите, откуда это известно" in answer.text


def test_a_card_of_the_library_stands_for_words_of_one_s_own(client, place):
    card = cases.all_cards()[0]
    written = Written("Цель", text="Текст", case=card.id, told={"problem": "старое"})

    lessons.change_lesson(place.lesson, written, by=place.staff)

    client.force_login(place.activist)
    assert card.title in client.get(place.lesson.get_absolute_url()).text
    assert place.lesson.told == {}


def test_a_lesson_is_read_by_the_whole_team_and_by_nobody_else(place):
    hidden = lesson_of(place.cohort, place.staff, title="Готовится", published=False)
    left = PersonFactory()
    place.enrolment.project.memberships.create(
        person=left, role="writer", joined_at=NOON, left_at=NOON
    )

    seen = {
        name: set(Lesson.objects.visible_to(person))
        for name, person in {
            "head": place.head,
            "activist": place.activist,
            "staff": place.staff,
            "left": left,
            "stranger": PersonFactory(),
        }.items()
    }

    assert seen == {
        "head": {place.lesson},
        "activist": {place.lesson},
        "staff": {place.lesson, hidden},
        "left": set(),
        "stranger": set(),
    }


def test_what_has_no_text_is_not_published_and_what_is_published_keeps_a_text(place):
    empty = lesson_of(place.cohort, place.staff, title="Пусто", text=" ", published=False)

    with pytest.raises(Refused):
        lessons.publish(empty, by=place.staff, now=NOON)
    with pytest.raises(Refused):
        lessons.change_lesson(place.lesson, Written("Цель и задачи"), by=place.staff)

    lessons.hide(place.lesson, by=place.staff)
    lessons.change_lesson(place.lesson, Written("Цель и задачи"), by=place.staff)
    assert Lesson.objects.get(pk=place.lesson.pk).text == ""


def test_names_are_not_given_twice(client, place):
    client.force_login(place.staff)
    module = place.lesson.module
    other = lessons.add_module(place.cohort, "Второй", by=place.staff)

    assert client.post(
        f"/cohorts/{place.cohort.pk}/lessons/modules/", {"title": module.title}
    ).status_code == 409  # fmt: skip
    renamed = client.post(f"/modules/{other.pk}/", {"title": module.title, "place": 2})
    assert renamed.status_code == 409
    assert client.post(f"/modules/{other.pk}/", {"title": "Голос", "place": 0}).status_code == 302
    assert [one.title for one in place.cohort.modules.order_by("place")] == ["Голос", module.title]


def test_materials_say_their_weight_before_they_are_opened(client, place):
    client.force_login(place.staff)
    page = f"/lessons/{place.lesson.pk}/materials/new/"

    client.post(page, {"title": "Памятка", "file": a_file(content=PDF + b" " * 250_000)})
    client.post(page, {"title": "Сайт", "link": "https://www.example.org/contest"})
    bad = client.post(page, {"title": "Видео", "file": a_file("x.mp4", b"\0\0\0 ftypmp42")})

    client.force_login(place.activist)
    text = client.get(place.lesson.get_absolute_url()).text.replace("\xa0", " ")
    assert "PDF, 244,2 КБ" in text
    assert "example.org" in text
    assert (bad.status_code, Material.objects.count()) == (409, 2)
    assert client.get(f"/materials/{Material.objects.first().pk}/").getvalue()[:5] == b"%PDF-"


def test_a_file_or_an_address_is_given_and_not_both(client, place):
    client.force_login(place.staff)
    page = f"/lessons/{place.lesson.pk}/materials/new/"

    assert client.post(page, {"title": "Ничего"}).status_code == 422
    both = {"title": "Оба", "file": a_file(), "link": "https://example.org"}
    assert client.post(page, both).status_code == 422


def test_a_lesson_holds_twelve_materials(place):
    for number in range(12):
        materials.add_link(place.lesson, f"№ {number}", "https://example.org", by=place.staff)

    with pytest.raises(Refused):
        materials.add_link(place.lesson, "№ 13", "https://example.org", by=place.staff)


def test_the_pack_holds_the_text_and_all_files(client, place):
    materials.add_file(place.lesson, "Памятка: цель", a_file(), by=place.staff)
    materials.add_link(place.lesson, "Сайт", "https://example.org", by=place.staff)
    Task.objects.create(
        lesson=place.lesson, title="Напишите цель", target="section", part="goal",
        due_on=date(2026, 12, 3),
    )  # fmt: skip
    client.force_login(place.activist)

    answer = client.get(f"/lessons/{place.lesson.pk}/pack.zip")

    packed = answer.getvalue()
    archive = zipfile.ZipFile(io.BytesIO(packed))
    assert archive.namelist() == ["Цель и задачи.pdf", "01 Памятка цель.pdf"]
    written = PdfReader(io.BytesIO(archive.read("Цель и задачи.pdf")))
    text = "".join(page.extract_text() for page in written.pages)
    assert all(words in text for words in ("что изменится", "Напишите цель", "example.org"))
    assert PAPER_BYTES / 2 < len(packed) < 2 * PAPER_BYTES


def test_the_next_cohort_takes_over_all_lessons_with_their_files_and_days(client, place):
    materials.add_file(place.lesson, "Памятка", a_file(), by=place.staff)
    Task.objects.create(
        lesson=place.lesson, title="Цель", target="section", part="goal", due_on=date(2026, 12, 3)
    )
    cohort = next_cohort(place)
    client.force_login(place.staff)
    page = f"/cohorts/{cohort.pk}/lessons/copy/"

    client.post(page, {"source": place.cohort.pk})
    again = client.post(page, {"source": place.cohort.pk})

    [new] = Lesson.objects.filter(module__cohort=cohort)
    assert (new.title, new.text, new.published_at) == (
        place.lesson.title, place.lesson.text, None,
    )  # fmt: skip
    assert [one.due_on for one in new.tasks.all()] == [date(2027, 12, 3)]
    assert again.status_code == 409
    mine, theirs = place.lesson.materials.get(), new.materials.get()
    assert mine.file.name == theirs.file.name


def test_a_file_goes_only_with_the_last_lesson_that_shows_it(
    place, django_capture_on_commit_callbacks
):
    mine = materials.add_file(place.lesson, "Памятка", a_file(), by=place.staff)
    cohort = next_cohort(place)
    lessons.copy(place.cohort, cohort, by=place.staff)
    storage, name = mine.file.storage, mine.file.name

    with django_capture_on_commit_callbacks(execute=True):
        materials.remove(mine, by=place.staff)
    there = storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        materials.remove(Material.objects.get(), by=place.staff)

    assert (there, storage.exists(name)) == (True, False)


def test_lessons_are_listed_in_as_many_queries_for_three_as_for_one(
    client, place, django_assert_max_num_queries
):
    client.force_login(place.head)
    for number in range(3):
        lesson_of(place.cohort, place.staff, title=f"№ {number}")

    with django_assert_max_num_queries(14):
        client.get(f"/cohorts/{place.cohort.pk}/lessons/")
    with django_assert_max_num_queries(18):
        client.get(place.lesson.get_absolute_url())


def test_an_empty_shelf_says_so(client, place):
    empty = cohort_of(place.staff, name="Пустой")
    client.force_login(place.staff)
    assert "Начните с первого" in client.get(f"/cohorts/{empty.pk}/lessons/").text

    lessons.hide(place.lesson, by=place.staff)
    client.force_login(place.head)
    assert "Занятий пока нет" in client.get(f"/cohorts/{place.cohort.pk}/lessons/").text
