"""Modules and lessons: written, published, taken over into the next cohort."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from peremena.cohorts.models import Cohort
from peremena.journal.services import record
from peremena.lessons import rules
from peremena.lessons.models import Lesson, Material, Module, Task
from peremena.lessons.rules import Content, Refusal
from peremena.people.models import Person

from .demands import demand


@dataclass(frozen=True)
class Written:
    """A lesson as somebody typed it. `told`: by the keys of `rules.CasePart`."""

    title: str
    content: str = Content.METHOD
    text: str = ""
    case: str = ""
    told: Mapping[str, str] = field(default_factory=dict)
    reflection: str = ""


@transaction.atomic
def add_module(cohort: Cohort, title: str, *, by: Person) -> Module:
    taken = cohort.modules.filter(title=title).exists()
    demand(Refusal.NAME_TAKEN if taken else None)
    last = cohort.modules.aggregate(last=Max("place"))["last"] or 0
    module = cohort.modules.create(title=title, place=last + 1)
    record(by, "lessons.module.added", cohort)
    return module


@transaction.atomic
def change_module(module: Module, *, title: str, place: int, by: Person) -> None:
    others = module.cohort.modules.exclude(pk=module.pk)
    demand(Refusal.NAME_TAKEN if others.filter(title=title).exists() else None)
    module.title, module.place = title, place
    module.save(update_fields=["title", "place"])
    record(by, "lessons.module.changed", module.cohort)


@transaction.atomic
def add_lesson(module: Module, written: Written, *, by: Person) -> Lesson:
    """Learners see it once it is published."""
    taken = module.lessons.filter(title=written.title).exists()
    demand(Refusal.NAME_TAKEN if taken else None)
    last = module.lessons.aggregate(last=Max("place"))["last"] or 0
    lesson = Lesson(module=module, place=last + 1)
    put(lesson, written)
    lesson.save()
    record(by, "lessons.lesson.added", lesson)
    return lesson


@transaction.atomic
def change_lesson(lesson: Lesson, written: Written, *, by: Person) -> None:
    others = Lesson.objects.filter(module=lesson.module).exclude(pk=lesson.pk)
    demand(Refusal.NAME_TAKEN if others.filter(title=written.title).exists() else None)
    if lesson.published_at:
        demand(rules.why_not_publish(written.text))
    put(lesson, written)
    lesson.save()
    record(by, "lessons.lesson.changed", lesson)


def put(lesson: Lesson, written: Written) -> None:
    """A card of the library stands instead of words of one's own."""
    lesson.title, lesson.content = written.title, written.content
    lesson.text, lesson.reflection = written.text, written.reflection
    lesson.case = written.case
    told = {} if written.case else written.told
    lesson.told = {key: text.strip() for key, text in told.items() if text.strip()}


@transaction.atomic
def publish(lesson: Lesson, *, by: Person, now: datetime) -> None:
    demand(rules.why_not_publish(lesson.text))
    if lesson.published_at:
        return
    lesson.published_at = now
    lesson.save(update_fields=["published_at"])
    record(by, "lessons.lesson.published", lesson)


@transaction.atomic
def hide(lesson: Lesson, *, by: Person) -> None:
    lesson.published_at = None
    lesson.save(update_fields=["published_at"])
    record(by, "lessons.lesson.hidden", lesson)


@transaction.atomic
def copy(source: Cohort, cohort: Cohort, *, by: Person) -> int:
    """All lessons of another cohort, not published yet; days move as far as the first lesson does.

    What is here by the same name stays as it is. How many lessons came.
    """
    later = cohort.starts_on - source.starts_on
    made = 0
    for module in source.modules.order_by("place", "pk"):
        here, _new = cohort.modules.get_or_create(
            title=module.title, defaults={"place": module.place}
        )
        known = set(here.lessons.values_list("title", flat=True))
        for lesson in module.lessons.order_by("place", "pk"):
            if lesson.title not in known:
                copy_lesson(lesson, here, later)
                made += 1
    demand(None if made else Refusal.NOTHING_TO_COPY)
    record(by, "lessons.lessons.copied", cohort, source=source.pk, lessons=made)
    return made


def copy_lesson(lesson: Lesson, module: Module, later: timedelta) -> None:
    names = ("title", "content", "place", "text", "case", "told", "reflection")
    new = Lesson.objects.create(module=module, **{name: getattr(lesson, name) for name in names})
    materials = lesson.materials.order_by("place", "pk")
    of_material = ("title", "file", "link", "bytes", "place")
    Material.objects.bulk_create(
        Material(lesson=new, **dict(zip(of_material, row, strict=True)))
        for row in materials.values_list(*of_material)
    )
    Task.objects.bulk_create(
        Task(
            lesson=new,
            title=one.title,
            text=one.text,
            target=one.target,
            part=one.part,
            amount=one.amount,
            due_on=one.due_on + later if one.due_on else None,
        )
        for one in lesson.tasks.order_by("pk")
    )
