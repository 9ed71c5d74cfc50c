"""A call with applications, made by the same deeds as people's own."""

from datetime import timedelta

from peremena.drafts import services as drafts
from peremena.intake import wording
from peremena.intake.rules import Channel
from peremena.intake.services import calls, candidates
from peremena.intake.services.candidates import Agreed, Came, Told
from peremena.people.models import ConsentText
from peremena.people.services import consents
from tests.cohorts.school import cohort_of
from tests.factories import NOON, TerritoryFactory

WHOLE = {
    "post": "заведующая клубом",
    "idea": "Открыть вечерний клуб в пустующем классе.",
    "team": "библиотекарь и двое родителей",
    "link": "weak",
    "channel": "phone",
    "before": "no",
}
DAY = timedelta(days=1)


def call_of(staff, *, cohort=None, published=True, slug="2026-11", now=NOON, **told):
    """Open from yesterday for ten days; the seminar is two days later."""
    days = {
        "opens_at": NOON - DAY,
        "closes_at": NOON + 10 * DAY,
        "seminar_at": NOON + 12 * DAY,
    }
    words = {"title": "Набор в школу", "lead": "Для сёл.", "slug": slug}
    call = calls.open_call(
        cohort or cohort_of(staff), usual=wording.usual("ru"), by=staff, **{**days, **words, **told}
    )
    if published:
        calls.publish(call, by=staff, now=now)
    return call


def text_of_consent():
    consents.load_texts(now=NOON)
    return ConsentText.objects.in_force().get(purpose="applying")


def told(number=0, **changed):
    card = {
        "name": "Ольга",
        "surname": f"Ветрова-{number}",
        "phone": f"8 913 000-{number // 100:02}-{number % 100:02}",
    }
    place = {} if "village" in changed else {"territory": changed.pop("territory", None)}
    if "territory" in place and place["territory"] is None:
        place["territory"] = TerritoryFactory(name=f"Ветровская территория {number}")
    return Told(**{**card, **place, **changed})


def begun(call, number=0, *, now=NOON, channel=Channel.WEB, by=None, tag="", **changed):
    agreed = Agreed(text_of_consent(), now)
    came = Came(channel, tag, by)
    return candidates.begin(call, told(number, **changed), agreed, came=came, now=now)


def handed_in(call, number=0, *, now=NOON, content=WHOLE, by=None, **given):
    candidate = begun(call, number, now=now, by=by, **given)
    drafts.replace(candidate.draft, dict(content), by=candidate.person, now=now)
    candidates.hand_in(candidate, by=by, now=now)
    return candidate
