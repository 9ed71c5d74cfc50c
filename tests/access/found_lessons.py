"""The same for the lessons room."""

from collections.abc import Callable

from peremena.lessons.letters import SAYS, address_of_day

from .world import World

OF_A_COHORT = (
    "lessons", "add_module", "copy", "timetable", "add_sessions", "homework",
    "register", "table", "attended",
)  # fmt: skip
OF_A_DAY = (
    "session",
    "edit_session",
    "cancel_session",
    "roll",
    "tick",
    "trail",
    "wall",
    "make_sheet",
    "bring",
    "ask",
)

FOUND: dict[str, Callable[[World], object]] = {
    **{
        f"lessons:{name} pk": lambda world: world.lesson
        for name in ("lesson", "edit_lesson", "publish", "pack", "add_material", "give_task")
    },
    **{f"lessons:{name} pk": lambda world: world.enrolment.cohort for name in OF_A_COHORT},
    **{f"lessons:{name} pk": lambda world: world.session for name in OF_A_DAY},
    **{
        f"lessons:{name} pk": lambda world: world.lesson.tasks.get()
        for name in ("task", "edit_task", "hand_in")
    },
    "lessons:handed pk": lambda world: world.enrolment.handed.get(),
    "lessons:day token": lambda world: address_of_day(world.session).split("/")[3],
    **{
        f"lessons:{name} pk": lambda world: world.session.sheets.get()
        for name in ("sheet", "paper_list", "sheet_photo")
    },
    **{
        f"lessons:{name} pk": lambda world: world.session.survey
        for name in ("survey", "close_survey")
    },
    "lessons:say token": lambda world: SAYS.sign(
        f"{world.session.survey.pk}.{world.enrolment.person_id}"
    ),
    "code": lambda _world: "KMH27T9X",
    "lessons:feed key": lambda _world: "k" * 43,
    **{
        f"lessons:{name} pk": lambda world: world.lesson.module
        for name in ("edit_module", "add_lesson")
    },
    **{
        f"lessons:{name} pk": lambda world: world.lesson.materials.get()
        for name in ("material", "remove_material")
    },
}

SENT = {
    "lessons:sheet": {"numbers": ""},
    "lessons:ask": {"label1": ""},
    "lessons:bring": {"presence": "online"},
    "lessons:survey": {"q1": ""},
    "lessons:say": {"q1": ""},
    "lessons:tick": {"tick": "all"},
    "lessons:here": {"code": "нет"},
    "lessons:add_lesson": {"title": ""},
    "lessons:add_module": {"title": "Голос жителей"},
    "lessons:add_material": {"title": ""},
    "lessons:add_sessions": {"title": ""},
    "lessons:edit_task": {"title": ""},
    "lessons:give_task": {"title": ""},
    "lessons:handed": {"do": "accept"},
    "lessons:cancel_session": {"why": ""},
    "lessons:edit_session": {"title": ""},
    "lessons:edit_lesson": {"title": ""},
    "lessons:edit_module": {"title": ""},
}
