"""Days of this year's school: lessons, who was there, homework in and back, what people said."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import time, timedelta
from functools import cache
from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone, translation

from peremena.cohorts.models import Cohort
from peremena.journal.services import as_of
from peremena.kit import pdf
from peremena.kit.refusals import Refused
from peremena.lessons.models import Lesson, Module, Session, Task
from peremena.lessons.queries import roll
from peremena.lessons.questions import Question
from peremena.lessons.rules import CasePart, Presence, Way
from peremena.lessons.services import (
    attendance,
    homework,
    lessons,
    materials,
    sessions,
    sheets,
    surveys,
)
from peremena.lessons.services.attendance import Told
from peremena.lessons.services.homework import Given
from peremena.lessons.services.lessons import Written
from peremena.lessons.words import USUAL_QUESTIONS
from peremena.mail.models import Letter

from .stories import DATA, Part, table
from .teaching import Village

TEN, ONE = time(10), time(13)
MISSED_LAST = ("raisa", "lyudmila")
BY_PAPER, BY_CODE, ASKED, OPEN = 11, 4, 11, 4  # days ago
PREPARED = 44
HANDOUT = "Памятка выдумана для показа; метод — общеизвестный."


class Taught(Part):
    """`task`: what, target, part and, for resources, how many; `accepted` and `returned`: what the
    curator says to it. `materials`: a title, and an address or the words of a handout. `case`: a
    card of the library; `told`: a case by its parts."""

    title: str
    ago: int
    text: str
    reflection: str
    content: str = "method"
    task: tuple[str | int, ...] = ()
    accepted: str = ""
    returned: str = ""
    materials: tuple[tuple[str, str], ...] = ()
    case: str = ""
    told: Mapping[CasePart, str] = {}


class Shelf(Part):
    title: str
    lessons: tuple[Taught, ...]


class Days(Part):
    place: str
    said: tuple[tuple[str, str, str, str], ...]
    modules: tuple[Shelf, ...]


@cache
def told() -> Days:
    return Days.model_validate(table(DATA / "lessons.toml"))


def hold(here: Village, cohort: Cohort) -> None:
    for one, lesson in written(here, cohort):
        session = day(here, cohort, one, lesson)
        if one.ago > 0:
            note(here, session, one.ago)
            if one.task:
                hand_in(here, cohort, one, give(here, lesson, one))
    ask(here, cohort, ASKED, number=len(told().said), days=3)
    ask(here, cohort, OPEN, number=4, days=7)
    close_letters()


def written(here: Village, cohort: Cohort) -> Iterator[tuple[Taught, Lesson]]:
    for one in told().modules:
        with as_of(here.at(PREPARED)):
            module = lessons.add_module(cohort, one.title, by=here.by)
        for taught in one.lessons:
            yield taught, lesson_of(here, module, taught)


def lesson_of(here: Village, module: Module, one: Taught) -> Lesson:
    with as_of(here.at(PREPARED)) as at:
        told = {str(part): words for part, words in one.told.items()}
        typed = Written(one.title, one.content, one.text.strip(), one.case, told, one.reflection)
        lesson = lessons.add_lesson(module, typed, by=here.by)
        lessons.publish(lesson, by=here.by, now=at)
        for title, words in one.materials:
            if words.startswith("https://"):
                materials.add_link(lesson, title, words, by=here.by)
            else:
                materials.add_file(lesson, title, handout(title, words), by=here.by)
    lesson.is_demonstration = True
    lesson.save(update_fields=["is_demonstration"])
    return lesson


def day(here: Village, cohort: Cohort, one: Taught, lesson: Lesson) -> Session:
    plan = sessions.Plan(one.title, TEN, ONE, lesson=lesson, place=told().place)
    uid = f"demonstration-{lesson.pk}@peremena"
    made = sessions.session_on(
        here.on(one.ago), cohort, plan, uid=uid, series="", now=here.at(PREPARED)
    )
    made.is_demonstration = True
    made.save()
    return made


def note(here: Village, session: Session, ago: int) -> None:
    """Most were there; two have missed the last days; one way or another by the day."""
    with as_of(session.starts_at + timedelta(hours=4)) as at:
        rows = roll.roll(session).rows
        gone = {here.cast[key].pk for key in MISSED_LAST} if ago <= BY_PAPER else set()
        there = [one for one in rows if one.person.pk not in gone]
        if ago == BY_PAPER:
            on_paper(here, session, there)
        elif ago == BY_CODE:
            by_code(session, there[::2])
        ticks = list(ticked(session, there, ago))
        attendance.note(session, ticks, way=Way.LIST, by=here.by, now=at)


def ticked(session: Session, rows: Sequence[roll.Row], ago: int) -> Iterator[Told]:
    others = {1: Presence.LATE, 2: Presence.ONLINE, 3: Presence.EXCUSED}
    for number, row in enumerate(rows):
        chance = (number * 5 + ago) % 13
        if chance:
            at = session.starts_at + timedelta(minutes=number)
            yield Told(
                row.key, others.get(chance, Presence.PRESENT), at, f"demonstration-{row.key}"
            )
        if chance == 4:  # noted once more, two hours later
            later = session.starts_at + timedelta(hours=2)
            yield Told(row.key, Presence.LEFT_EARLY, later, f"demonstration-left-{row.key}")


def on_paper(here: Village, session: Session, there: Sequence[roll.Row]) -> None:
    sheet = sheets.make(session, by=here.by, now=session.starts_at)
    keys = {one.key for one in there}
    signed = {at: Presence.PRESENT for at, key in enumerate(sheet.rows, 1) if key in keys}
    sheets.key_in(sheet, signed, by=here.by, now=session.ends_at)


def by_code(session: Session, there: Sequence[roll.Row]) -> None:
    for one in there:
        attendance.mark_oneself(
            session, one.key, way=Way.CODE, by=one.person, now=session.starts_at
        )


def give(here: Village, lesson: Lesson, one: Taught) -> Task:
    title, target, part, *amount = one.task
    number, due_on = int(amount[0]) if amount else None, here.on(one.ago - 7)
    given = Given(str(title), str(target), str(part), number, due_on=due_on)
    with as_of(here.at(one.ago)):
        return homework.give(lesson, given, by=here.by)


def hand_in(here: Village, cohort: Cohort, one: Taught, task: Task) -> None:
    """Whoever has written anything has handed it in; the last of them wait for an answer."""
    learners = cohort.enrolments.sitting().filter(part="learner").select_related("project")
    for number, enrolment in enumerate(learners.order_by("pk")):
        with as_of(here.at(one.ago - 4)) as at, suppress(Refused):
            if number % 5 == 4:
                continue
            handed = homework.hand_in(task, enrolment, by=enrolment.person, now=at)
            if one.ago <= OPEN:
                continue
            accepts = number % 4 != 2
            words = one.accepted if accepts else one.returned
            homework.answer(handed, accepts=accepts, words=words, by=here.by, now=at)


def handout(title: str, words: str) -> SimpleUploadedFile:
    """A page to print, which says that the school around it is invented."""
    content = {"title": title, "lines": words.split("\n\n"), "invented": HANDOUT}
    return SimpleUploadedFile("handout.pdf", pdf.write(DATA / "handout.typ", content))  # type: ignore[arg-type]


def ask(here: Village, cohort: Cohort, ago: int, *, number: int, days: int) -> None:
    """Those who were there got three questions and a free word; some have answered."""
    session = Session.objects.get(cohort=cohort, starts_at__date=here.on(ago))
    with as_of(session.ends_at) as at:
        survey = surveys.ask(
            session,
            usual(),
            is_anonymous=True,
            closes_on=here.on(ago - days),
            by=here.by,
            now=at,
        )
    there = [one.person for one in roll.roll(session).rows if one.is_there]
    chance = Random("demonstration")  # noqa: S311 -- invented answers
    for person, said in zip(there, told().said[:number], strict=False):
        answers = {f"q{place}": text for place, text in enumerate(said, 1) if text}
        surveys.take(survey, person, answers, today=timezone.localdate(at), chance=chance)


def usual() -> list[Question]:
    with translation.override("ru"):
        return [
            Question(f"q{number}", kind, str(label), tuple(map(str, options)))
            for number, (kind, label, options) in enumerate(USUAL_QUESTIONS, 1)
        ]


def close_letters() -> None:
    """They went out on their days; what had to be told by telephone was told."""
    ours = Letter.objects.filter(kind__startswith="lessons.")
    for letter in ours.filter(state="waiting"):
        letter.state, letter.sent_at = "sent", letter.created_at
        letter.save(update_fields=["state", "sent_at"])
    ours.exclude(state="sent").delete()
