"""The table of candidates that staff take away."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from peremena.drafts import content as contents
from peremena.drafts.fields import said
from peremena.intake import questions, words
from peremena.intake.models import Call, Candidate, CandidateQuerySet
from peremena.intake.queries.calls import asked, words_of
from peremena.intake.rules import Channel, State
from peremena.people import phones

CHUNK = 500


def header(call: Call) -> list[str]:
    texts = words_of(call)
    return [
        _("Surname"), _("Name"), _("Patronymic"), _("Phone"), _("E-mail"), _("District"),
        _("Territory"), _("State"), _("Handed in"), _("Came late"), _("For the first time"),
        _("How it came"), _("Source"), *(texts.fields[one.key].label for one in asked(call)),
    ]  # fmt: skip


def rows(call: Call, candidates: CandidateQuerySet) -> Iterator[Sequence[object]]:
    """A chunk at a time, so that ten thousand ask for no more memory than ten."""
    texts = words_of(call)
    group = questions.group_of(asked(call))
    found = candidates.with_place().select_related("draft").order_by("-begun_at", "-pk")
    for one in found.iterator(chunk_size=CHUNK):
        leaves = contents.leaves(group, one.draft.content)
        yield [*card(one), *(said(leaf, texts.choices[leaf.path], {}) for leaf in leaves)]


def card(one: Candidate) -> list[object]:
    person = one.person
    return [
        person.surname,
        person.name,
        person.patronymic,
        phones.shown(person.phone).replace(phones.NBSP, " "),
        one.email,
        str(one.district or ""),
        one.place,
        str(words.STATES[State(one.state)]),
        one.handed_in_at,
        _("yes") if one.is_late else "",
        _("yes") if one.is_newcomer else "",
        str(words.CHANNELS[Channel(one.channel)]),
        one.tag,
    ]
