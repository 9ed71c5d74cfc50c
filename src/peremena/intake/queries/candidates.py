"""Candidates of a call: the list with its filters, one application, who may be there twice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils.functional import Promise

from peremena.drafts import content as contents
from peremena.drafts.fields import said
from peremena.drafts.paths import Content
from peremena.intake import questions, words
from peremena.intake.models import Call, Candidate, CandidateQuerySet
from peremena.intake.rules import State
from peremena.kit import paging

from .calls import asked, words_of

NEWEST = ("-begun_at", "-pk")


@dataclass(frozen=True)
class Filters:
    """What staff have chosen above the list; empty: everything. `find`: words."""

    find: str = ""
    state: str = ""
    district: str = ""
    channel: str = ""
    special: str = ""


@dataclass(frozen=True)
class Answer:
    label: str
    text: str


@dataclass(frozen=True)
class Line:
    """A candidate in the list. `doubles`: why this may be there twice."""

    candidate: Candidate
    doubles: tuple[str | Promise, ...]


@dataclass(frozen=True)
class Listed:
    lines: Sequence[Line]
    after: str
    is_first: bool


def filtered(call: Call, filters: Filters) -> CandidateQuerySet:
    rows = call.candidates.all()
    for word in filters.find.lower().replace("ё", "е").split()[:5]:
        rows = rows.filter(search_text__contains=word)
    if filters.state in set(State):
        rows = rows.filter(state=filters.state)
    if filters.district.isdecimal():
        rows = rows.filter(district=int(filters.district))
    if filters.channel:
        rows = rows.filter(channel=filters.channel)
    match filters.special:
        case "late":
            rows = rows.filter(is_late=True)
        case "newcomer":
            rows = rows.filter(is_newcomer=True)
        case "invited":
            rows = rows.filter(is_invited=True)
    return rows


def listed(call: Call, filters: Filters, *, after: str = "") -> Listed:
    """The same number of queries, however many applied."""
    rows = filtered(call, filters).with_place()
    page = paging.page(rows, by=NEWEST, after=after)
    doubles = doubles_of(call, page.rows)
    lines = [Line(one, doubles.get(one.pk, ())) for one in page.rows]
    return Listed(lines, page.after, page.is_first)


def doubles_of(
    call: Call, candidates: Iterable[Candidate]
) -> Mapping[int, tuple[str | Promise, ...]]:
    """Why each may be there twice: the same territory, village or phone in this call.

    Counted by the database: a territory may have hundreds where nobody has looked yet.
    """
    shown = [one for one in candidates if one.state != State.WITHDRAWN]
    rows = call.candidates.in_race()
    grounds = crowded(rows, "territory", {one.territory_id for one in shown})
    phones = crowded(rows, "person__phone", {one.person.phone for one in shown})
    villages = crowded_villages(rows, shown)
    found = {
        one.pk: (
            *(
                [words.SAME_TERRITORY]
                if one.territory_id in grounds or key(one) in villages
                else []
            ),
            *([words.SAME_PHONE] if one.person.phone in phones else []),
        )
        for one in shown
    }
    return {pk: why for pk, why in found.items() if why}


def crowded(rows: CandidateQuerySet, field: str, values: set[Any]) -> set[Any]:
    """Those of the values that more than one candidate has."""
    asked = rows.filter(**{f"{field}__in": values - {None, ""}}).order_by()
    counted = asked.values(field).annotate(number=Count("pk")).filter(number__gt=1)
    return set(counted.values_list(field, flat=True))


def crowded_villages(rows: CandidateQuerySet, shown: Iterable[Candidate]) -> set[Any]:
    """Villages that are not in our list, told twice, in small letters or large."""
    told = {one.village for one in shown if one.village}
    alike = {way(name) for name in told for way in (str, str.lower, str.capitalize, str.title)}
    found = rows.filter(village__in=alike).values_list("district", "village")
    counted = Counter((district, village.casefold()) for district, village in found)
    return {place for place, number in counted.items() if number > 1}


def key(one: Candidate) -> tuple[int | None, str]:
    return one.district_id, one.village.casefold()


def doubles(candidate: Candidate, others: Iterable[Candidate]) -> Iterator[str | Promise]:
    rest = [one for one in others if one.pk != candidate.pk]
    if any(same_place(one, candidate) for one in rest):
        yield words.SAME_TERRITORY
    phone = candidate.person.phone
    if phone and any(one.person.phone == phone for one in rest):
        yield words.SAME_PHONE


def same_place(one: Candidate, other: Candidate) -> bool:
    if one.territory_id or other.territory_id:
        return one.territory_id == other.territory_id
    same = one.village.casefold() == other.village.casefold()
    return bool(one.village) and same and one.district_id == other.district_id


def answers(candidate: Candidate) -> list[Answer]:
    """Everything that was asked, with what was answered; empty where nothing was."""
    return answers_to(candidate.call, candidate.draft.content)


def answers_to(call: Call, content: Content) -> list[Answer]:
    texts = words_of(call)
    group = questions.group_of(asked(call))
    return [
        Answer(texts.fields[leaf.path].label, said(leaf, texts.choices[leaf.path], {}))
        for leaf in contents.leaves(group, content)
    ]


def lacking(candidate: Candidate) -> list[Answer]:
    """What has to be answered before the handing in; `text`: the place on the page."""
    texts = words_of(candidate.call)
    content = candidate.draft.content
    found = {
        one.key: None
        for few in (questions.unanswered, questions.unusable)
        for one in few(asked(candidate.call), content)
    }
    return [Answer(texts.fields[key].label, f"f-{key}") for key in found]


def twins(candidate: Candidate) -> list[tuple[Candidate, tuple[str | Promise, ...]]]:
    """Others of the call that look like the same territory or person."""
    call = candidate.call
    others = call.candidates.in_race().with_place().exclude(pk=candidate.pk)
    same = Q(person__phone=candidate.person.phone) & ~Q(person__phone="")
    if candidate.territory_id:
        same |= Q(territory=candidate.territory_id)
    if candidate.village:
        same |= Q(district=candidate.district_id) & ~Q(village="")
    found = ((one, tuple(doubles(candidate, [one]))) for one in others.filter(same)[:200])
    return [(one, why) for one, why in found if why]
