"""Erasing somebody: an empty shell stays, for the sake of what others hold on to."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Model

from peremena.desk import letters, traces, wiping
from peremena.desk.models import SearchRow
from peremena.desk.queries import erasure as queries
from peremena.desk.queries import keeping
from peremena.desk.search import engine
from peremena.desk.traces import BLANK, Loose, Named
from peremena.impact.models import Award
from peremena.journal.services import record
from peremena.people.models import Organisation, Person, PersonalRequest
from peremena.people.queries import cards
from peremena.people.rules import OrganisationKind, RequestState
from peremena.people.services import requests

NAME_OF_A_SHELL = "Удалено"
OF_A_SHELL = frozenset({"id", "is_active", "is_demonstration", "joined_at", "erased_at", "name"})
# Words about the person in rows that stay: told by staff, without any name in them.
TOLD_ABOUT = (
    ("cohorts.ContactNote", "enrolment__person", ("text",)),
    ("cohorts.StatusChange", "enrolment__person", ("reason",)),
    ("people.Consent", "person", ("operator",)),
    ("people.PersonalRequest", "person", ("reason",)),
)
ENDS = ("until", "left_at")


@transaction.atomic
def fulfil(
    asked: PersonalRequest,
    *,
    by: Person,
    now: datetime,
    also: Collection[Loose] = (),
    kept_files: Collection[str] = (),
) -> dict[str, Any]:
    """Nothing of the person stays but the shell; the proof counts what went.

    `also`: loose words that staff decided to blank; `kept_files`: those the law wants kept.
    """
    requests.demand_answerable(asked, by)
    person = Person.objects.select_for_update().get(pk=asked.person_id)
    farewell = partial(letters.tell_of_erasure, person.email, person.name_and_patronymic)
    transaction.on_commit(farewell)  # first of all: then the folder of letters is cleaned
    proof = erase(person, now=now, also=also, kept_files=kept_files)
    asked.proof = proof
    asked.save(update_fields=["proof"])
    requests.close(asked, RequestState.FULFILLED, reason="", by=by, now=now)
    record(by, "people.erasure.fulfilled", asked, on_behalf_of=person, **totals(proof))
    return proof


@transaction.atomic
def erase(
    person: Person,
    *,
    now: datetime,
    also: Collection[Loose] = (),
    kept_files: Collection[str] = (),
) -> dict[str, Any]:
    """What went, counted: rows and mentions by table, files, files kept.

    Cards that were merged into this one are the same person's.
    """
    proofs = [erase(card, now=now, also=also, kept_files=kept_files) for card in merged(person)]
    known = queries.named(person)
    pattern = traces.certain(known, also)
    files = [*files_about(person), *queries.files_with(pattern)]
    going = sorted(set(files) - set(kept_files))
    end_sessions(person, pattern)
    rows = destroy_rows(person)
    end_what_lasts(person, now)
    told = blank_what_was_told(person) + blank_sole_traders(pattern)
    empty(person, now)
    mentions = blank_mentions(pattern, traces.signs(known), now)
    erase_in_rooms(person, known)
    forget_in_search(person, known, pattern)
    forget_files(going)
    transaction.on_commit(partial(clean_up, going, pattern))
    files_gone = {"files": len(going), "files_kept": len(set(kept_files))}
    own = {"rows": dict(rows), "mentions": dict(mentions), "notes": told} | files_gone
    return together([own, *proofs])


def merged(person: Person) -> list[Person]:
    """Other cards of the same person."""
    others = Person.objects.filter(pk__in=cards(person), erased_at=None)
    return list(others.exclude(pk=person.pk).order_by("-pk"))


def together(proofs: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Of all cards of the person; a file that is kept is kept once."""
    tables = {
        name: dict(sum((Counter(one[name]) for one in proofs), Counter[str]()))
        for name in ("rows", "mentions")
    }
    counts = {name: sum(one[name] for one in proofs) for name in ("notes", "files")}
    return tables | counts | {"files_kept": proofs[0]["files_kept"]}


def totals(proof: dict[str, Any]) -> dict[str, int]:
    return {
        "rows": sum(proof["rows"].values()),
        "mentions": sum(proof["mentions"].values()),
        "notes": proof["notes"],
        "files": proof["files"],
        "files_kept": proof["files_kept"],
    }


def files_about(person: Person) -> Iterable[str]:
    """Files in rows that tell of the person, such as a signed consent."""
    for link in keeping.links():
        columns = keeping.file_columns(link.model)
        if columns and (link.is_about or link.goes_with_the_person):
            for row in link.rows(person):
                yield from filter(None, (str(getattr(row, column.name)) for column in columns))


def end_sessions(person: Person, pattern: re.Pattern[str]) -> None:
    """Of the person, and begun sign-ins that hold the address."""
    for session in Session.objects.order_by("pk").iterator():
        found = session.get_decoded()
        is_own = str(found.get("_auth_user_id")) == str(person.pk)
        if is_own or traces.without(found, pattern)[1]:
            session.delete()


def destroy_rows(person: Person) -> Counter[str]:
    gone = Counter[str]()
    for link in keeping.links():
        if link.goes_with_the_person:
            _all, by_label = link.rows(person).delete()
            gone.update({label.lower(): count for label, count in by_label.items() if count})
    return gone


def end_what_lasts(person: Person, now: datetime) -> None:
    """Whoever is gone is in no team and holds no office."""
    for link in keeping.links():
        if not link.is_about:
            continue
        for end in ENDS:
            if any(field.name == end for field in link.model._meta.concrete_fields):
                link.rows(person).filter(**{end: None}).update(**{end: now})


def blank_what_was_told(person: Person) -> int:
    count = 0
    for label, path, fields in TOLD_ABOUT:
        room, _, name = label.partition(".")
        rows = apps.get_model(room, name)._base_manager.filter(**{path: person})
        for field in fields:
            count += rows.exclude(**{field: ""}).update(**{field: ""})
    return count


def blank_sole_traders(pattern: re.Pattern[str]) -> int:
    """A trader's numbers in the registers are as personal as the name."""
    traders = Organisation.objects.filter(kind=OrganisationKind.SOLE_TRADER)
    found = [one.pk for one in traders if pattern.search(f"{one.name} {one.short}")]
    numbers = {"inn": "", "ogrn": "", "address": "", "registered_on": None}
    return Organisation.objects.filter(pk__in=found).update(**numbers)


def empty(person: Person, now: datetime) -> None:
    """The shell: no name, no address, no way in; what else a person has is as for nobody."""
    for field in person._meta.concrete_fields:
        if field.name not in OF_A_SHELL:
            setattr(person, field.attname, None if field.null else field.get_default())
    person.name, person.is_active, person.erased_at = NAME_OF_A_SHELL, False, now
    person.save()


def blank_mentions(
    pattern: re.Pattern[str], pieces: Collection[str], now: datetime
) -> Counter[str]:
    """In every text of every table; how many by table."""
    gone = Counter[str]()
    for model in keeping.tables():
        changes = []
        for key, words in keeping.rows_with_text(model):
            if not traces.may_tell(words, pieces):
                continue
            cleared, count = traces.without(words, pattern)
            if count:
                changed = {name: new for name, new in cleared.items() if new != words[name]}
                changes.append((key, changed))
                gone[model._meta.label_lower] += count
        for key, changed in changes:
            rewrite(model, key, changed, now)
    return gone


def rewrite(model: type[Model], key: Any, changed: dict[str, Any], now: datetime) -> None:
    """What must never change says so by `redacted_at`; what must be unique gets its number."""
    fields = {field.name: field for field in model._meta.concrete_fields}
    changed = {name: fitting(fields[name], value) for name, value in changed.items()}
    if "redacted_at" in fields:
        changed["redacted_at"] = now
    row = model._base_manager.filter(pk=key)
    try:
        with transaction.atomic():
            row.update(**changed)
    except IntegrityError:
        numbered = {
            name: f"{value} {key}" if value == BLANK else value for name, value in changed.items()
        }
        row.update(**numbered)


def fitting(field: Any, value: Any) -> Any:
    if isinstance(field, models.EmailField):
        return None if field.null else ""
    limit = getattr(field, "max_length", None)
    return value[:limit] if limit and isinstance(value, str) else value


def erase_in_rooms(person: Person, known: Named) -> None:
    """What a room alone knows how to forget: an index of its own, files beside the database."""
    whole = " ".join(filter(None, [known.surname, known.name, known.patronymic]))
    words = [*known.emails, *known.phones, *([whole] if " " in whole else [])]
    for room in apps.get_app_configs():
        name = f"{room.name}.services.erasure"
        if room.name.startswith("peremena.") and name != __name__ and exists(name):
            import_module(name).erase(person, words)


def exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def forget_in_search(person: Person, known: Named, pattern: re.Pattern[str]) -> None:
    """Rows that may have told of the person; the next look at what has changed makes them anew."""
    beginnings = traces.beginnings(known)
    found = [
        row.pk
        for row in SearchRow.objects.iterator()
        if (row.kind, row.key) == ("person", str(person.pk)) or tells(row, pattern, beginnings)
    ]
    SearchRow.objects.filter(pk__in=found).delete()
    engine.purge()


def tells(row: SearchRow, pattern: re.Pattern[str], beginnings: Collection[str]) -> bool:
    """The words of the index are cut and sorted, so the beginning of a surname is enough."""
    terms = f"{row.title_terms} {row.terms}".lower().replace("ё", "е")
    return any(one in terms for one in beginnings) or bool(
        pattern.search(f"{row.title}\n{row.text}")
    )


def forget_files(names: Collection[str]) -> None:
    """The columns that held these files are empty. Money that only such a file proved keeps its
    proof: it says that there was a document."""
    only = Award.objects.filter(file__in=names, document="", link="")
    only.update(document=BLANK)
    for model in keeping.tables():
        for column in keeping.file_columns(model):
            rows = model._base_manager.filter(**{f"{column.name}__in": names})
            rows.update(**{column.name: ""})


def clean_up(files: Collection[str], pattern: re.Pattern[str]) -> None:
    """Once the deed is saved: files, rates of sign-in by address, stored letters, free pages."""
    for name in files:
        default_storage.delete(name)
    cache.clear()
    letters.forget_files_with(pattern)
    wiping.wipe(connection)
