"""A lesson to take along: its text as a PDF, and the files, in one ZIP."""

import tempfile
import zipfile
from pathlib import Path
from typing import Any

from django.http import FileResponse
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from peremena.kit import pdf
from peremena.kit.typesetting import clean, day, joined, roubles
from peremena.lessons.queries.lessons import LessonPage
from peremena.projects.cases import Card

TEMPLATE = Path(__file__).with_name("lesson.typ")
IN_MEMORY = 2 * 1024 * 1024
LONGEST_NAME = 60


def sent(page: LessonPage, address: str) -> FileResponse:
    """Files go in as they are: photos and office files are packed already."""
    packed = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 -- the answer closes it
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(f"{named(page.lesson.title)}.pdf", pdf_of(page, address))
        for number, one in enumerate(page.materials, 1):
            if one.file:
                ending = str(one.file.name).rpartition(".")[2]
                with one.file.open("rb") as file:
                    archive.writestr(f"{number:02} {named(one.title)}.{ending}", file.read())
    packed.seek(0)
    return FileResponse(
        packed,
        as_attachment=True,
        filename=f"{named(page.lesson.title)}.zip",
        content_type="application/zip",
    )


def named(title: str) -> str:
    """A name that every system takes, in the letters of the title."""
    words = title.replace("/", " ").replace("\\", " ").strip(" .")[:LONGEST_NAME]
    return get_valid_filename(words.strip() or "lesson").replace("_", " ").strip()


def pdf_of(page: LessonPage, address: str) -> bytes:
    return pdf.write(TEMPLATE, content(page, address))


def content(page: LessonPage, address: str) -> dict[str, Any]:
    lesson = page.lesson
    return {
        "title": clean(lesson.title),
        "lead": clean(f"{lesson.module} · {lesson.module.cohort}"),
        "parts": [part for part in parts(page) if part["text"]],
        "address": address,
    }


def parts(page: LessonPage) -> list[dict[str, Any]]:
    lesson = page.lesson
    links = "\n".join(f"{one.title}: {one.link}" for one in page.materials if one.link)
    return [
        {"title": "", "text": clean(lesson.text)},
        *case_of(page),
        *({"title": _("Task for the team"), "text": of_task(one)} for one in page.tasks),
        {"title": _("To think about"), "text": clean(lesson.reflection)},
        {"title": _("On the internet"), "text": clean(links)},
    ]


def case_of(page: LessonPage) -> list[dict[str, str]]:
    if page.card:
        return [{"title": _("How neighbours did it"), "text": of_card(page.card)}]
    return [{"title": one.label, "text": clean(one.text)} for one in page.told]


def of_card(card: Card) -> str:
    total = roubles(card.total_rub) if card.total_rub else ""
    said = [joined(card.title, card.place), card.summary, total, card.url]
    return clean("\n\n".join(one for one in said if one))


def of_task(task: Any) -> str:
    until = _("until {day}").format(day=day(task.due_on)) if task.due_on else ""
    return clean("\n\n".join(one for one in (task.title, task.text, until) if one))
