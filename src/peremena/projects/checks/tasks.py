"""TA: tasks. Each takes away a cause, is served by deeds and comes to a result."""

from peremena.projects.brief import Section
from peremena.projects.brief.reasons import Task
from peremena.projects.brief.work import Activity

from . import stems, text
from .remarks import Finding, Severity
from .rule import Case, Findings, Rule

E, W, H = Severity


def tasks_are_few(case: Case) -> Findings:
    """TA-01: from two to five."""
    number = len(_told(case))
    if not number:
        yield Finding("tasks", variant="none", severity=W)
    elif number == 1:
        yield Finding("tasks", variant="one")
    elif number > 5:
        yield Finding("tasks", variant="many", values={"number": number})


def tasks_take_away_causes(case: Case) -> Findings:
    """TA-02: each task is linked to a cause that exists."""
    causes = {cause.id for cause in case.brief.problem.causes}
    for task in _told(case):
        if not causes.intersection(task.causes):
            yield Finding(f"tasks.{task.id}.causes", place=task.text or "")


def tasks_and_deeds_meet(case: Case) -> Findings:
    """TA-03: no task without a deed, no deed without a task."""
    tasks = {task.id for task in case.brief.tasks}
    for task in _told(case):
        if not _deeds(case, task):
            yield Finding(f"tasks.{task.id}.text", place=task.text or "", variant="task")
    for activity in case.brief.plan:
        if activity.title and activity.task not in tasks:
            yield Finding(f"plan.{activity.id}.task", place=activity.title, variant="deed")


def task_is_not_an_event(case: Case) -> Findings:
    """TA-04: no event, no number of events, no day."""
    for task in _told(case):
        if place := _event(task.text or ""):
            yield Finding(f"tasks.{task.id}.text", place=place)


def task_says_what_to_do(case: Case) -> Findings:
    """TA-05: the first word is an infinitive; a word the dictionary does not know may be one."""
    for task in _told(case):
        words = [word for word in text.words(task.text) if word != "не" and not word.isdigit()]
        if words and text.is_known(words[0]) and not text.is_infinitive(words[0]):
            yield Finding(f"tasks.{task.id}.text", place=(task.text or "").split()[0])


def task_is_not_the_goal(case: Case) -> Findings:
    """TA-06: no task says nearly the same as the goal."""
    for task in _told(case):
        if text.similarity(task.text, case.brief.goal.text) > 0.8:
            yield Finding(f"tasks.{task.id}.text", place=task.text or "")


def tasks_come_to_results(case: Case) -> Findings:
    """TA-07: a deed of each task has a result; a task without deeds is TA-03's."""
    results = {result.id for result in case.brief.results}
    for task in _told(case):
        deeds = _deeds(case, task)
        if deeds and not any(results.intersection(deed.results) for deed in deeds):
            yield Finding(f"tasks.{task.id}.text", place=task.text or "")


def chosen_causes_have_tasks(case: Case) -> Findings:
    """TA-08: a cause the project takes on has a task."""
    taken = {cause for task in case.brief.tasks for cause in task.causes}
    for cause in case.brief.problem.causes:
        if cause.text and cause.chosen and cause.id not in taken:
            yield Finding(f"problem.causes.{cause.id}.chosen", place=cause.text)


def task_is_not_a_duty(case: Case) -> Findings:
    """TA-09: reporting, applying and gathering a team serve every project."""
    for task in _told(case):
        if duty := text.found(stems.DUTY, task.text):
            yield Finding(f"tasks.{task.id}.text", place=duty)


def _told(case: Case) -> list[Task]:
    return [task for task in case.brief.tasks if (task.text or "").strip()]


def _deeds(case: Case, task: Task) -> list[Activity]:
    return [activity for activity in case.brief.plan if activity.task == task.id]


def _event(said: str) -> str:
    """The words that make the task an event, or ""."""
    opening = stems.EVENT.match(text.plain(said).lstrip())
    if opening and not stems.NO_EVENT.search(text.plain(said)):
        return text.found(stems.EVENT, said)
    return text.found(stems.EVENTS_COUNTED, said) or text.found(stems.EVENT_DAY, said)


RULES = (
    Rule("TA-01", Section.TASKS, tasks_are_few, ngo=H, ib=H),
    Rule("TA-02", Section.TASKS, tasks_take_away_causes, ngo=W, ib=H, sources=("M4",)),
    Rule(
        "TA-03",
        Section.TASKS,
        tasks_and_deeds_meet,
        ngo=E,
        ib=E,
        needs=(Section.PLAN,),
        sources=("M4", "K2"),
    ),
    Rule("TA-04", Section.TASKS, task_is_not_an_event, ngo=W, sources=("M4",)),
    Rule("TA-05", Section.TASKS, task_says_what_to_do, ngo=H, ib=H),
    Rule("TA-06", Section.TASKS, task_is_not_the_goal, ngo=W, ib=W),
    Rule(
        "TA-07",
        Section.TASKS,
        tasks_come_to_results,
        ngo=E,
        ib=E,
        needs=(Section.PLAN, Section.RESULTS),
        sources=("K2",),
    ),
    Rule("TA-08", Section.TASKS, chosen_causes_have_tasks, ngo=W, sources=("L12",)),
    Rule("TA-09", Section.TASKS, task_is_not_a_duty, ngo=H, ib=H),
)
