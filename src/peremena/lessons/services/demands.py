"""A refusal of the room, as a sentence."""

from peremena.kit.refusals import Refused
from peremena.lessons import words
from peremena.lessons.rules import Refusal


def demand(refusal: Refusal | None) -> None:
    if refusal:
        raise Refused(words.REFUSALS[refusal])
