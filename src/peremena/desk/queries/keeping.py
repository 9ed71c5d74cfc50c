"""Which tables hold something about people: found by walking the models, never listed by hand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Field, ForeignKey, Model, QuerySet

from peremena.people.models import Person

# The journal cannot be changed and holds no words of people; sessions are looked into unpacked.
NOT_WALKED = frozenset({"journal.entry", "sessions.session"})
# The row without which there is no person here, and what tells that a centre knew somebody.
STAYS_WITH_THE_SHELL = frozenset({"people.registration"})
# Made from other tables, and made anew when these change.
MADE_FROM_OTHERS = frozenset({"desk.searchrow"})
ONESELF = frozenset({"person", "user", "helper"})
TEXTS = (models.CharField, models.TextField, models.JSONField)
CHUNK = 200


@dataclass(frozen=True)
class Link:
    """A column that points at a person. `is_about`: the row tells of them, not only by them."""

    model: type[Model]
    field: ForeignKey[Any, Any]

    @property
    def is_about(self) -> bool:
        return self.field.name in ONESELF

    @property
    def goes_with_the_person(self) -> bool:
        """The row means nothing without the person, or is a letter to them."""
        if self.model._meta.label_lower in STAYS_WITH_THE_SHELL:
            return False
        removal = self.field.remote_field.on_delete
        return removal is models.CASCADE or (removal is models.SET_NULL and self.is_about)

    @property
    def name(self) -> str:
        return f"{self.model._meta.label_lower}.{self.field.name}"

    def rows(self, person: Person) -> QuerySet[Model]:
        return self.model._base_manager.filter(**{self.field.name: person})


def tables() -> Iterator[type[Model]]:
    for model in apps.get_models(include_auto_created=True):
        meta = model._meta
        if meta.managed and not meta.proxy and meta.label_lower not in NOT_WALKED:
            yield model


def links() -> Iterator[Link]:
    return links_of(tables())


def pointers() -> Iterator[Link]:
    """All of them, those of the journal too."""
    return links_of(apps.get_models(include_auto_created=True))


def links_of(walked: Iterable[type[Model]]) -> Iterator[Link]:
    for model in walked:
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.related_model is Person:
                yield Link(model, field)


def text_columns(model: type[Model]) -> list[Field[Any, Any]]:
    """Where words may stand; a column with a fixed choice holds none."""
    columns = model._meta.concrete_fields
    return [one for one in columns if isinstance(one, TEXTS) and not one.choices]


def file_columns(model: type[Model]) -> list[Field[Any, Any]]:
    return [one for one in model._meta.concrete_fields if isinstance(one, models.FileField)]


def rows_with_text(model: type[Model]) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Each row's key and its words by column."""
    names = [field.name for field in text_columns(model) if field.name != model._meta.pk.name]
    if not names:
        return
    rows = model._base_manager.order_by("pk").values_list("pk", *names)
    for key, *values in rows.iterator(chunk_size=CHUNK):
        yield key, dict(zip(names, values, strict=True))
