"""The sections of a brief in the order of the method, and the keys each of them holds."""

from enum import StrEnum


class Section(StrEnum):
    ABOUT = "about"
    PLACE = "place"
    PROBLEM = "problem"
    GROUPS = "groups"
    GOAL = "goal"
    TASKS = "tasks"
    PLAN = "plan"
    RESULTS = "results"
    TEAM = "team"
    BUDGET = "budget"
    PARTNERS = "partners"
    RISKS = "risks"
    AFTERWARDS = "afterwards"
    TELLING = "telling"


KEYS = {section: (section.value,) for section in Section} | {
    Section.ABOUT: ("profile", "project", "applicant"),
    Section.PLACE: ("passport",),
    Section.GROUPS: ("stakeholders", "groups"),
    Section.RISKS: ("risks", "assumptions"),
}
HOMES = {key: section for section, keys in KEYS.items() for key in keys}


def section_of(field: str) -> Section:
    """The section in which a field's path, such as `budget.b1.qty`, is found."""
    return HOMES[field.partition(".")[0]]
