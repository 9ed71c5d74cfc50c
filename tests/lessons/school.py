"""A cohort that learns: staff, a head with a project, one of the team, one lesson."""

from dataclasses import dataclass
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from peremena.cohorts.models import Cohort, Enrolment
from peremena.lessons.models import Lesson
from peremena.lessons.services import lessons
from peremena.lessons.services.lessons import Written
from peremena.people.models import Person
from tests.cohorts.school import cohort_of, enrolled_with_project, staff_of
from tests.factories import NOON, example, member_of

PDF = b"%PDF-1.4\n%%EOF"


@dataclass(frozen=True)
class School:
    staff: Person
    cohort: Cohort
    enrolment: Enrolment
    activist: Person
    lesson: Lesson

    @property
    def head(self) -> Person:
        return self.enrolment.person


def school(*, brief=None, published=True) -> School:
    staff = staff_of()
    cohort = cohort_of(staff)
    enrolment = enrolled_with_project(cohort, staff, brief=brief or example())
    activist = member_of(enrolment.project)
    lesson = lesson_of(cohort, staff, published=published)
    return School(staff, cohort, enrolment, activist, lesson)


def lesson_of(cohort, staff, *, title="Цель и задачи", published=True, **written):
    module = cohort.modules.first() or lessons.add_module(cohort, "От проблемы к цели", by=staff)
    told = {"text": "Цель говорит, что изменится.\n\nЗадача — что сделаем."} | written
    lesson = lessons.add_lesson(module, Written(title=title, **told), by=staff)
    if published:
        lessons.publish(lesson, by=staff, now=NOON)
    return lesson


def next_cohort(school):
    """A year later, to the day."""
    cohort = cohort_of(school.staff, name="Набор 2027")
    cohort.starts_on = date(2027, 11, 19)
    cohort.save()
    return cohort


def a_file(name="памятка.pdf", content=PDF):
    return SimpleUploadedFile(name, content, content_type="application/pdf")
