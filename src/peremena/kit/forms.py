"""Fields of Django forms as values that `{% field %}` can draw."""

from django import forms
from django.forms import BoundField

from .fields import FormField, Kind, Option

KINDS: dict[type[forms.Widget], Kind] = {
    forms.Textarea: Kind.TEXTAREA,
    forms.EmailInput: Kind.EMAIL,
    forms.PasswordInput: Kind.PASSWORD,
    forms.NumberInput: Kind.NUMBER,
    forms.DateInput: Kind.DATE,
    forms.CheckboxSelectMultiple: Kind.CHECKS,
    forms.RadioSelect: Kind.RADIO,
    forms.CheckboxInput: Kind.TICK,
    forms.Select: Kind.SELECT,
    forms.FileInput: Kind.FILE,
}
DRAWN_ANYWAY = {"cols", "rows", "maxlength", "required", "class", "type", "style", "placeholder"}


def shown(bound: BoundField) -> FormField:
    widget = bound.field.widget
    kind = kind_of(widget)
    return FormField(
        name=bound.html_name,
        label=str(bound.label),
        kind=kind,
        value=value_of(bound, kind),
        options=options_of(bound),
        hint=str(bound.help_text),
        limit=getattr(bound.field, "max_length", None) if kind is Kind.TEXTAREA else None,
        error=" ".join(str(error) for error in bound.errors),
        required=bound.field.required,
        readonly=bound.field.disabled,
        attributes={
            key: str(value) for key, value in widget.attrs.items() if key not in DRAWN_ANYWAY
        },
    )


def kind_of(widget: forms.Widget) -> Kind:
    if widget.attrs.get("autocomplete") == "one-time-code":
        return Kind.CODE
    if widget.attrs.get("type") == "email":
        return Kind.EMAIL
    return next((kind for known, kind in KINDS.items() if isinstance(widget, known)), Kind.TEXT)


def value_of(bound: BoundField, kind: Kind) -> str | tuple[str, ...]:
    value = bound.value()
    if kind is Kind.CHECKS:
        return tuple(str(one) for one in value or ())
    if kind is Kind.TICK:
        return "on" if value else ""
    if kind in (Kind.PASSWORD, Kind.FILE):
        return ""
    return str(bound.field.prepare_value(value)) if value not in (None, "") else ""


def options_of(bound: BoundField) -> tuple[Option, ...]:
    choices = getattr(bound.field, "choices", ())
    return tuple(Option(str(value), str(label)) for value, label in choices)
