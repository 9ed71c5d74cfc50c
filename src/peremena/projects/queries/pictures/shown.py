"""A picture as a template draws it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from peremena.kit.fields import FormField
from peremena.projects.brief import section_of
from peremena.projects.models import Project
from peremena.projects.pictures.shapes import Box, Picture


@dataclass(frozen=True)
class ShownBox:
    """`url`: where a tap leads, nowhere when empty; `is_open`: it stands beside the picture."""

    box: Box
    url: str = ""
    is_open: bool = False


@dataclass(frozen=True)
class Shown:
    """`look`: `tall` for a phone, `wide` for a desk and for paper."""

    look: str
    title: str
    picture: Picture
    boxes: tuple[ShownBox, ...]

    @property
    def has_links(self) -> bool:
        return any(one.url for one in self.boxes)


def shown(
    title: str, tall: Picture, wide: Picture, links: Mapping[str, str] | None = None, at: str = ""
) -> tuple[Shown, Shown]:
    """Both looks. `links`: addresses by names of boxes; `at`: the name of the box that is open."""

    def boxes(picture: Picture) -> tuple[ShownBox, ...]:
        return tuple(
            ShownBox(box, (links or {}).get(box.name, ""), bool(at) and box.name == at)
            for box in picture.boxes
        )

    return (
        Shown("tall", title, tall, boxes(tall)),
        Shown("wide", title, wide, boxes(wide)),
    )


def address(project: Project, path: str) -> str:
    """Of the field or row in its section."""
    page = reverse("projects:section", args=[project.pk, section_of(path)])
    return f"{page}#{FormField(path, '').id}" if "." in path else page
