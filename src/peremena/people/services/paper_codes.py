"""Codes on paper: one of the staff makes one, a colleague confirms it, the person signs in once.

The code itself comes to be when it is confirmed and is shown once; what is kept is a keyed digest
that leads nobody back to it.
"""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people import codes, queries, rules, words
from peremena.people.abilities import Ability
from peremena.people.models import PaperCode, Person

LASTS = timedelta(days=14)


@transaction.atomic
def make(person: Person, *, by: Person, now: datetime) -> PaperCode:
    """It signs nobody in before a colleague has confirmed it. An earlier one is withdrawn."""
    refusal = rules.why_not_code(
        is_closed=not person.is_active,
        keeps_people=queries.keeps_people(person),
        is_in_register=bool(queries.centres_kept(by, person)),
    )
    if refusal:
        raise Refused(words.REGISTER_REFUSALS[refusal])
    for earlier in person.paper_codes.open(now):
        withdraw(earlier, by=by, now=now)
    made = PaperCode.objects.create(
        person=person,
        digest=f"not confirmed {secrets.token_hex(16)}",
        made_by=by,
        made_at=now,
        expires_at=now + LASTS,
    )
    record(by, "people.paper-code.made", made, person=person.pk)
    return made


@transaction.atomic
def confirm(made: PaperCode, *, by: Person, now: datetime) -> str:
    """The code, as it is typed; from now on it works for two weeks."""
    lock(made)
    refusal = rules.why_not_confirm(
        is_over=is_over(made, now),
        is_confirmed=made.confirmed_at is not None,
        is_maker=made.made_by_id == by.pk,
        shares_centre=share_centre(made, by),
    )
    if refusal:
        raise Refused(words.REGISTER_REFUSALS[refusal])
    code = codes.new(secrets.choice)
    made.digest = digest(code)
    made.confirmed_by, made.confirmed_at, made.expires_at = by, now, now + LASTS
    made.save(update_fields=["digest", "confirmed_by", "confirmed_at", "expires_at"])
    record(by, "people.paper-code.confirmed", made, person=made.person_id)
    return code


@transaction.atomic
def withdraw(made: PaperCode, *, by: Person, now: datetime) -> None:
    """Harmless when it has been used or withdrawn already."""
    lock(made)
    if made.used_at is None and made.withdrawn_at is None:
        made.withdrawn_at = now
        made.save(update_fields=["withdrawn_at"])
        record(by, "people.paper-code.withdrawn", made, person=made.person_id)


@transaction.atomic
def use(code: str, *, now: datetime) -> Person | None:
    """Whom the code signs in; None when it does not, or not any more.

    Of two who send it at one moment, the second waits here and finds it used.
    """
    usable = PaperCode.objects.usable(now).select_for_update()
    found = usable.filter(digest=digest(code)).first()
    if found is None or not found.person.is_active or found.person.erased_at:
        return None
    found.used_at = now
    found.save(update_fields=["used_at"])
    record(found.person, "people.paper-code.used", found, person=found.person_id)
    return found.person


def is_of(made: PaperCode, code: str) -> bool:
    return constant_time_compare(made.digest, digest(code))


def digest(code: str) -> str:
    return salted_hmac("peremena.people.paper-code", code, algorithm="sha256").hexdigest()


def is_over(made: PaperCode, now: datetime) -> bool:
    return bool(made.used_at or made.withdrawn_at or made.expires_at <= now)


def share_centre(made: PaperCode, by: Person) -> bool:
    """Whether a centre that knows the person has both as its staff."""
    makers = set(made.made_by.centres_with(Ability.KEEP_PEOPLE))
    return bool(makers & {centre.pk for centre in queries.centres_kept(by, made.person)})


def lock(made: PaperCode) -> None:
    made.refresh_from_db(from_queryset=PaperCode.objects.select_for_update())
