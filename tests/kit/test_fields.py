"""Fields as values."""

import pytest
from django import forms

from peremena.kit.fields import FormField, Kind, Option
from peremena.kit.forms import shown


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("problem.core", "f-problem-core"),
        ("passport.population_by_age.0-11", "f-passport-population_by_age-0-11"),
        ("passport.population_by_age.65+", "f-passport-population_by_age-65plus"),
    ],
)
def test_the_path_of_a_field_gives_its_id(name, expected):
    assert FormField(name, "Возраст").id == expected


def test_a_field_is_described_by_what_it_has():
    field = FormField("goal", "Цель", hint="Одна", limit=500, error="Пусто")

    assert field.described_by == "f-goal-hint f-goal-left f-goal-error"


@pytest.mark.parametrize(("value", "left", "over"), [("абв", 2, -2), ("абвгдеж", -2, 2)])
def test_the_limit_is_counted_in_characters(value, left, over):
    field = FormField("goal", "Цель", value=value, limit=5)

    assert (field.left, field.over) == (left, over)


class JoinForm(forms.Form):
    email = forms.EmailField(label="Почта", help_text="Личная", widget=forms.EmailInput(
        attrs={"autocomplete": "email", "style": "color: red"}
    ))  # fmt: skip
    about = forms.CharField(widget=forms.Textarea, max_length=200, required=False)
    role = forms.ChoiceField(choices=[("head", "Глава"), ("other", "Другое")], initial="head")
    days = forms.MultipleChoiceField(choices=[("1", "Пн")], widget=forms.CheckboxSelectMultiple)
    agree = forms.BooleanField()
    word = forms.CharField(widget=forms.PasswordInput)


def test_a_field_of_a_form_keeps_its_words_and_its_error():
    form = JoinForm({"email": "нет"})

    assert shown(form["email"]) == FormField(
        "email",
        "Почта",
        Kind.EMAIL,
        value="нет",
        hint="Личная",
        error=form.errors["email"][0],
        required=True,
        attributes={"autocomplete": "email"},
    )


def test_each_field_of_a_form_gets_its_kind():
    form = JoinForm()

    assert [shown(field).kind for field in form] == [
        Kind.EMAIL,
        Kind.TEXTAREA,
        Kind.SELECT,
        Kind.CHECKS,
        Kind.TICK,
        Kind.PASSWORD,
    ]


def test_values_of_a_form_come_as_they_were_typed():
    form = JoinForm({"about": "Я", "role": "other", "days": ["1"], "agree": "on", "word": "тайна"})

    assert {field.name: shown(field).value for field in form} == {
        "email": "",
        "about": "Я",
        "role": "other",
        "days": ("1",),
        "agree": "on",
        "word": "",
    }
    assert shown(form["role"]).options == (Option("head", "Глава"), Option("other", "Другое"))
    assert shown(form["about"]).limit == 200
