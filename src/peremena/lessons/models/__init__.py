"""What the lessons room remembers."""

from .attendance import Sheet, Sign, Survey, SurveyAnswer, SurveyTaken
from .homework import Handed, HandedQuerySet, Task, TaskQuerySet
from .lessons import Lesson, LessonQuerySet, Material, Module, cohorts_open_to
from .sessions import FeedKey, Session, SessionQuerySet

__all__ = [
    "FeedKey",
    "Handed",
    "HandedQuerySet",
    "Lesson",
    "LessonQuerySet",
    "Material",
    "Module",
    "Session",
    "SessionQuerySet",
    "Sheet",
    "Sign",
    "Survey",
    "SurveyAnswer",
    "SurveyTaken",
    "Task",
    "TaskQuerySet",
    "cohorts_open_to",
]
