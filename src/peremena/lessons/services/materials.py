"""Files and links of a lesson."""

from functools import partial

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from peremena.journal.services import record
from peremena.kit import files
from peremena.lessons.models import Lesson, Material
from peremena.lessons.rules import MOST_MATERIALS, Refusal
from peremena.people.models import Person

from .demands import demand


@transaction.atomic
def add_file(lesson: Lesson, title: str, upload: UploadedFile, *, by: Person) -> Material:
    """A paper or a photo; the photo is drawn anew, small."""
    why_not_more(lesson)
    examined = files.examined_paper(upload)
    if examined.kind in files.PHOTOS:
        examined = files.examined_photo(upload)
    material = Material(lesson=lesson, title=title, bytes=examined.content.size)
    material.file.save(str(examined.content.name), examined.content, save=False)
    material.place = lesson.materials.count() + 1
    material.save()
    record(by, "lessons.material.added", lesson)
    return material


@transaction.atomic
def add_link(lesson: Lesson, title: str, link: str, *, by: Person) -> Material:
    why_not_more(lesson)
    place = lesson.materials.count() + 1
    material = lesson.materials.create(title=title, link=link, place=place)
    record(by, "lessons.material.added", lesson)
    return material


@transaction.atomic
def remove(material: Material, *, by: Person) -> None:
    """The file stays while a lesson of another cohort shows it, too."""
    record(by, "lessons.material.removed", material.lesson)
    name, storage = material.file.name, material.file.storage
    material.delete()
    if name and not Material.objects.filter(file=name).exists():
        transaction.on_commit(partial(storage.delete, name))


def why_not_more(lesson: Lesson) -> None:
    demand(Refusal.FULL if lesson.materials.count() >= MOST_MATERIALS else None)
