"""The questions to a neighbour, one on a screen, and what they agree to. Words for people."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .rules import Layer

WORDING = 1
"""The edition of PURPOSE, NAME_AGREEMENT and PHONE_AGREEMENT: goes up with a change of meaning."""

PURPOSE = _(
    "We gather what people of the territory can do and have, so that projects stand on what is"
    " already here. Answer what you like and leave out the rest. The people who keep the passport"
    " of the territory read the answers; nothing is published without asking you."
)
NAME_AGREEMENT = _("I agree that those who keep the passport know that these are my answers")
PHONE_AGREEMENT = _("I agree that they ring me about common deeds of the village")


@dataclass(frozen=True)
class Question:
    """`layer`: where on the map the answer can go; None: it is for reading only."""

    key: str
    text: str | Promise
    example: str | Promise
    layer: Layer | None = None


QUESTIONS = (
    Question(
        "hands",
        _("What do you do well with your hands?"),
        _("I bake, felt boots, lay stoves, mend engines, sew."),
        Layer.PEOPLE,
    ),
    Question(
        "teach",
        _("What could you teach others, children or grown-ups?"),
        _("Chess, the accordion, first aid, how to prune apple trees."),
        Layer.PEOPLE,
    ),
    Question(
        "things",
        _("What have you at home that could serve a common cause?"),
        _("A tractor with a trailer, a concrete mixer, a tent, an empty house."),
        Layer.PHYSICAL,
    ),
    Question(
        "trade",
        _("What do you make or grow for sale?"),
        _("Honey, milk, felt boots, seedlings, firewood."),
        Layer.ECONOMY,
    ),
    Question(
        "together",
        _("With whom do you come together, and for what?"),
        _("The choir on Fridays, the hunters, three neighbours who clear the road."),
        Layer.ASSOCIATIONS,
    ),
    Question(
        "story",
        _("Which story or custom of our village should not be lost?"),
        _("How people swam to the other bank for the bell."),
        Layer.STORIES,
    ),
    Question(
        "time",
        _("When have you time for common deeds?"),
        _("On Saturdays; after the harvest; two hours a week."),
    ),
    Question(
        "wish",
        _("What would you like to be done in the village first of all?"),
        _("Light on the street by the school."),
    ),
)
BY_KEY = {question.key: question for question in QUESTIONS}
