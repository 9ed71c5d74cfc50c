"""What people read about the six layers of the map: a plain question, examples, the empty list."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import words
from .rules import Layer

ICONS = {
    Layer.PEOPLE: "people",
    Layer.ASSOCIATIONS: "together",
    Layer.INSTITUTIONS: "home",
    Layer.PHYSICAL: "tool",
    Layer.ECONOMY: "sprout",
    Layer.STORIES: "book",
}


@dataclass(frozen=True)
class LayerText:
    """`empty`: what to think of where nothing has been named yet."""

    code: Layer
    question: str | Promise
    examples: str | Promise
    empty: str | Promise

    @property
    def name(self) -> str | Promise:
        return words.LAYERS[self.code]

    @property
    def icon(self) -> str:
        return ICONS[self.code]


TEXTS: Mapping[Layer, LayerText] = {
    text.code: text
    for text in (
        LayerText(
            Layer.PEOPLE,
            _("Who can do what?"),
            _("Bakes bread for the whole street, mends engines, plays the accordion."),
            _("Who in the village is called when something breaks? Begin with that person."),
        ),
        LayerText(
            Layer.ASSOCIATIONS,
            _("Who comes together, and for what?"),
            _("The women’s council, a choir, hunters, neighbours who clear the road."),
            _("Who gathered people for the last feast or the last clean-up?"),
        ),
        LayerText(
            Layer.INSTITUTIONS,
            _("Which institution or service is there?"),
            _("School, club, library, first-aid post, post office, church."),
            _("Begin with the place where the lights are on in the evening."),
        ),
        LayerText(
            Layer.PHYSICAL,
            _("Which place or thing could serve?"),
            _("An empty hall, a pond, a bus, a tractor, a good spring."),
            _("What stands empty, but is still whole? Write that down."),
        ),
        LayerText(
            Layer.ECONOMY,
            _("Who produces or sells what?"),
            _("A farm, a bakery, a shop, a sawmill, honey, felt boots."),
            _("What do people take home when they have visited your village?"),
        ),
        LayerText(
            Layer.STORIES,
            _("Which story or custom should not be lost?"),
            _("How the village was founded, Shrovetide by the river, a notable native."),
            _("What do the elders tell when everybody has come together?"),
        ),
    )
}
