"""A task of a lesson and the answer to homework, as staff type them."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from peremena.lessons import words
from peremena.lessons.models import Task
from peremena.lessons.rules import Target
from peremena.lessons.services.homework import Given
from peremena.places.passport import Block
from peremena.places.passport.words import of_block
from peremena.projects.brief import Section
from peremena.projects.queries import words_of


def targets() -> list[tuple[str, str]]:
    """Sections, pages of the passport, resources: “section:goal”."""
    language, kinds = get_language() or "ru", words.TARGETS
    sections = [(one.value, words_of(one).title) for one in Section]
    blocks = [(one.value, of_block(one, language).title) for one in Block]
    return [
        *((f"section:{name}", f"{title} — {kinds[Target.SECTION]}") for name, title in sections),
        *((f"block:{name}", f"{title} — {kinds[Target.BLOCK]}") for name, title in blocks),
        ("resources:", str(kinds[Target.RESOURCES])),
    ]


class TaskForm(forms.Form):
    title = forms.CharField(label=_("What to do"), max_length=200)
    where = forms.ChoiceField(
        label=_("Where the team writes it"),
        help_text=_("What is written there is the homework; nothing is typed twice."),
    )
    amount = forms.IntegerField(
        label=_("How many resources at least"),
        help_text=_("Only where the task is the map of resources."),
        min_value=1,
        max_value=100,
        required=False,
    )
    text = forms.CharField(
        label=_("In more words"), max_length=4000, required=False, widget=forms.Textarea
    )
    due_on = forms.DateField(
        label=_("By which day"), required=False, widget=forms.DateInput(format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["where"].choices = targets()  # type: ignore[attr-defined]

    @property
    def given(self) -> Given:
        known = self.cleaned_data
        target, _colon, part = known["where"].partition(":")
        amount = known["amount"] if target == Target.RESOURCES else None
        return Given(known["title"], target, part, amount, known["text"], known["due_on"])


def where(task: Task) -> str:
    """“Goal — a section of the project”."""
    return dict(targets()).get(f"{task.target}:{task.part}", "")


def of_task(task: Task) -> dict[str, Any]:
    names = ("title", "amount", "text", "due_on")
    return {name: getattr(task, name) for name in names} | {"where": f"{task.target}:{task.part}"}


class AnswerForm(forms.Form):
    words = forms.CharField(
        label=_("Your words to the team"),
        help_text=_("Needed to return it. Notes beside fields are written in the section itself."),
        max_length=4000,
        required=False,
        widget=forms.Textarea,
    )
