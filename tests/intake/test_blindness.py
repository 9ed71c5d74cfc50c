"""What one marker does is seen by nobody else before all are done, and by no applicant ever.

Each viewer's pages, tables, copies and letters are read before and after others have marked: not a
sign may differ, whether a count, an order, an hour or an empty row. Mutants show that this fails.
"""

import io
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import time

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from peremena.desk import search
from peremena.desk.queries import personal
from peremena.intake import sheets
from peremena.intake.models import Mark
from peremena.intake.models.closeness import to_mark
from peremena.intake.queries import selection as queries
from peremena.intake.rules import Interest, Verdict
from peremena.intake.services import selection_decisions as decisions
from peremena.intake.services import selection_marks as marks
from peremena.intake.services import selection_sending as sending
from peremena.journal.services import record
from peremena.lessons import feeds
from peremena.lessons.models import FeedKey
from peremena.lessons.services import sessions
from peremena.lessons.services.sessions import Plan
from peremena.mail.models import Letter
from peremena.people.abilities import Role
from tests.cohorts.school import staff_of
from tests.factories import NOON, another_centre, somebody_with
from tests.intake.calls import call_of, handed_in

pytestmark = pytest.mark.django_db
BEST = {"need": 3, "team": 3, "will": 3}
WORST = {"need": 0, "team": 0, "will": 0}
SECRET = "тайные слова"
CHANGES = re.compile(r"csrfmiddlewaretoken[^>]*>|X-CSRFToken[^>]*|nonce=\"[^\"]*\"")


@dataclass
class Scene:
    """One call, two applications, three markers of whom the first is done with one."""

    call: object
    staff: object
    candidates: list
    markers: list

    def others_mark(self):
        """The last of them is not done with anything, so nothing comes open."""
        first, second, third = self.candidates
        _one, other, slow = self.markers
        marks.finish(other, second, BEST, note=SECRET, now=NOON)
        marks.finish(other, first, WORST, note=SECRET, now=NOON)
        marks.mark(slow, second, {"need": "1"}, note="ещё думаю", now=NOON)
        marks.declare(other, third, Interest.RELATIVE, now=NOON)


@pytest.fixture(scope="module")
def ground(django_db_setup, django_db_blocker):
    """Made once: what a test changes in it is undone after the test."""
    travel = time_machine.travel(NOON, tick=False)
    with travel, django_db_blocker.unblock(), transaction.atomic():
        staff = staff_of()
        call = call_of(staff)
        candidates = [handed_in(call, number) for number in range(3)]
        markers = [
            marks.ask(call, somebody_with(Role.EXPERT), by=staff, now=NOON) for _ in range(3)
        ]
        marks.finish(markers[0], candidates[0], BEST, note="", now=NOON)
        plan = Plan("Занятие", time(10), time(13), place="Омск")
        days = [timezone.localdate(call.closes_at)]
        sessions.add(call.cohort, plan, days, new_uid=lambda: "day", by=staff, now=NOON)
        yield Scene(call, staff, candidates, markers)
        transaction.set_rollback(True)


@pytest.fixture
def scene(ground):
    return deepcopy(ground)


ARGUMENTS = {
    "call": "marking_of selection candidates decisions waiting call seminar",
    "token": "application answer",
    "pk": "mark decide candidate",
}


def keys(scene, person):
    """Of one's own calendar; a visitor may come upon that of an expert."""
    owner = person or scene.markers[0].person
    defaults = {"key": f"key-{owner.pk}", "made_at": NOON}
    return [FeedKey.objects.get_or_create(person=owner, defaults=defaults)[0].key]


def addresses(scene, person, names):
    """An address of an application stands for that of each."""
    found = {
        "call": lambda name: [reverse(f"intake:{name}", args=[scene.call.pk])],
        "token": lambda name: [
            reverse(f"intake:{name}", args=[one.token]) for one in scene.candidates
        ],
        "pk": lambda name: [reverse(f"intake:{name}", args=[one.pk]) for one in scene.candidates],
    }
    kinds = {name: kind for kind, few in ARGUMENTS.items() for name in few.split()}
    special = {
        "csv": [reverse("intake:table", args=[scene.call.pk, "csv"])],
        "xlsx": [reverse("intake:table", args=[scene.call.pk, "xlsx"])],
        "public_call": [reverse("intake:public_call", args=[scene.call.slug])],
        "search": [f"{reverse('desk:search')}?q={word}" for word in ("тайные", "Ветрова")],
        "feed": [reverse("lessons:feed", args=[key]) for key in keys(scene, person)],
    }
    for name in names.split():
        known = kinds.get(name)
        yield from found[known](name) if known else special.get(name) or [reverse(name)]


EVERYBODY = "desk:home search feed "
OWN = "desk:my_data desk:more "
VIEWERS: dict[str, tuple[Callable, str]] = {
    "marker": (
        lambda scene: scene.markers[0].person,
        EVERYBODY + OWN + "intake:marking marking_of mark desk:queue",
    ),
    "applicant": (
        lambda scene: scene.candidates[0].person,
        EVERYBODY + OWN + "application answer public_call intake:marking",
    ),
    "staff": (
        lambda scene: scene.staff,
        EVERYBODY + OWN + "selection candidates decisions waiting call seminar csv xlsx decide"
        " candidate intake:calls desk:journal desk:outbox desk:calls desk:board desk:totals",
    ),
    "observer": (
        lambda _scene: somebody_with(Role.OBSERVER),
        EVERYBODY + "desk:totals desk:map desk:journal candidate",
    ),
    "foreign": (
        lambda _scene: somebody_with(Role.STAFF, centre=another_centre()),
        EVERYBODY + "desk:journal intake:calls desk:totals candidate",
    ),
    "visitor": (lambda _scene: None, EVERYBODY + "public_call application answer"),
}  # fmt: skip


def seen(scene, person, names):
    """Everything this one can read, by where it stands."""
    client = Client()
    if person:
        client.force_login(person)
    if "search" in names:
        search.refresh()
    found = {}
    for address in addresses(scene, person, names):
        answer = client.get(address)
        stamps = [answer.headers.get(name) for name in ("ETag", "Last-Modified")]
        found[address] = f"{answer.status_code} {stamps} {read(answer)}"
    if "my_data" in names:
        found["copy"] = str(own_copy(person))
        found["letters"] = str(list(person.letters.values_list("subject", "body")))
    return found


def read(answer):
    whole = b"".join(answer) if answer.streaming else answer.content
    if whole[:2] == b"PK":
        table = zipfile.ZipFile(io.BytesIO(whole))
        return [table.read(name) for name in table.namelist() if "docProps" not in name]
    return CHANGES.sub("", whole.decode())


def own_copy(person):
    """Without the lines about sign-ins of this test."""
    skipped = {"people.person", "usersessions.usersession"}
    tables = ((one.label, list(one.rows)) for one in personal.tables(person))
    return [(label, rows) for label, rows in tables if label not in skipped]


def differences(scene, viewer, names=""):
    who, everything = VIEWERS[viewer]
    person = who(scene)
    before = seen(scene, person, names or everything)
    scene.others_mark()
    after = seen(scene, person, names or everything)
    return {where for where in before if before[where] != after[where]}


@pytest.mark.parametrize("viewer", VIEWERS)
def test_nothing_tells_what_another_marker_did(scene, viewer):
    assert differences(scene, viewer) == set()


def all_marks(candidate):
    return list(candidate.marks.exclude(done_at=None).select_related("marker__person"))


def those_nobody_has_marked(marker):
    return to_mark(marker).exclude(pk__in=Mark.objects.exclude(done_at=None).values("candidate"))


def with_marks(one, card=sheets.card):
    return [*card(one), one.marks.count()]


def counted(session):
    return f"{session} {Mark.objects.exclude(done_at=None).count()}"


def noted(marker, candidate, *given, finish=marks.finish, **rest):
    done = finish(marker, candidate, *given, **rest)
    record(marker.person, "intake.application.decided", candidate)
    return done


MUTANTS = {
    "marks come open one by one": ("staff", "decide", queries, "opened", all_marks),
    "a queue leaves out what another has marked": (
        "marker", "intake:marking", queries, "to_mark", those_nobody_has_marked,
    ),
    "a queue is ordered by what others did": (
        "marker", "marking_of", queries, "AS_THEY_CAME", ("-marks__changed_at", "pk"),
    ),
    "a shortlist is ordered by unfinished marks": (
        "staff", "selection", queries, "BEST", ("-marks__done_at", "pk"),
    ),
    "a table counts marks": ("staff", "csv", sheets, "card", with_marks),
    "a calendar counts marks": ("staff", "feed", feeds, "description", counted),
    "the journal names the application": ("staff", "desk:journal", marks, "finish", noted),
    "one's own copy holds what experts gave": ("applicant", "desk:my_data", personal, "JUDGED", {}),
}  # fmt: skip


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_leak_would_be_found(scene, mutant, monkeypatch):
    viewer, where, place, name, leak = MUTANTS[mutant]
    monkeypatch.setattr(place, name, leak)

    assert differences(scene, viewer, where)


def test_no_applicant_ever_reads_who_marked_or_what(scene):
    """All are done, decisions are sent, one is enrolled and reads a calendar."""
    first = scene.candidates[0]
    scene.others_mark()
    for marker in scene.markers:
        for candidate in to_mark(marker).filter(standing=None):
            marks.finish(marker, candidate, BEST, note=SECRET, now=NOON)
    verdicts = (Verdict.TAKEN, Verdict.NOT_TAKEN, Verdict.WAITING)
    for candidate, verdict in zip(scene.candidates, verdicts, strict=True):
        told = {"reason": "Сильная команда.", "alternative": "cases"}
        decisions.decide(candidate, verdict, **told, by=scene.staff, now=NOON)
    sending.send(scene.call, by=scene.staff, now=NOON)

    names = VIEWERS["applicant"][1] + " lessons:calendar"
    whole = str(seen(scene, first.person, names))
    letters = Letter.objects.exclude(kind="intake.marking").values_list("subject", "body")
    whole += str(list(letters))

    assert "Сильная команда." in whole
    assert "BEGIN:VEVENT" in whole
    assert SECRET not in whole
    for marker in scene.markers:
        assert marker.person.surname not in whole
