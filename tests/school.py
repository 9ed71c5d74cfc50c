"""A school with as many rows of every kind as a test asks for."""

from dataclasses import dataclass
from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from peremena.contests.models import Application
from peremena.contests.services import freeze
from peremena.drafts import services as drafts
from peremena.drafts.models import Draft
from peremena.people.models import ConsentText, Person
from peremena.people.rules import ConsentWay
from peremena.people.services import consents
from peremena.places.models import PassportBlock
from peremena.places.passport import Block
from peremena.places.rules import Layer
from peremena.places.services import admit, capacity, passports, resources
from peremena.places.services.resources import Told
from peremena.projects.borrowing import Use
from peremena.projects.checks import Circumstances
from peremena.projects.models import Look, Project, PutAside
from peremena.projects.queries import borrowed, insight
from peremena.projects.rules import TeamRole
from peremena.projects.services import borrowing, milestones, teams
from tests.factories import NOON, PersonFactory, TerritoryFactory, example, member_of, project_of

CONTEST = "krst_blagoustroistvo"
LONG_ADDRESS = f"https://example.org/{'berezovaya-' * 8}.html"


@dataclass(frozen=True)
class School:
    """Each row is by a person of its own, so that a page that asks for people one by one shows."""

    leader: Person
    project: Project
    application: Application

    @property
    def addresses(self) -> dict[str, object]:
        """What stands for the names in an address."""
        invitation = self.project.invitations.first()
        return {
            "project": self.project.pk,
            "application": self.application.pk,
            "territory": self.project.territory_id,
            "invitation": invitation.token,
            "milestone": self.project.milestones.first().pk,
            "resource": self.project.territory.resources.first().pk,
            "answers": self.project.territory.questionnaires.first().pk,
        }


def school(rows: int) -> School:
    leader = PersonFactory()
    for number in range(1, rows):
        project_of(leader, now=NOON - timedelta(days=number))
    project = project_of(leader, brief=example("bad-ploshchadka"))
    Look.objects.create(project=project, person=leader, at=NOON, read_at=NOON)
    application = freeze(project, CONTEST, by=leader, now=NOON)
    found = insight(project, Circumstances())
    passport = passports.open_blocks(project.territory, by=leader, now=NOON)
    talked_about = project.sections.get(name="problem").draft
    for number in range(rows):
        add_to_team(project, leader)
        add_to_draft(talked_about, number)
        add_verdict(project, number)
        milestones.mark(project, f"Перед встречей {number}", by=leader, now=NOON)
        add_to_passport(passport, number)
        put_aside(project, found.open[number])
        if number:
            freeze_again(application, number)
        add_device(leader, number)
        add_consent(leader, number)
    for number in range(rows):
        add_to_ground(project, leader, number)
    return School(leader, project, application)


def add_to_team(project: Project, leader: Person) -> None:
    member = member_of(project)
    project.memberships.filter(person=member).update(seen_at=timezone.now(), seen_section="problem")
    teams.invite(project, role=TeamRole.WRITER, by=leader, now=timezone.now())


def add_to_ground(project: Project, leader: Person, number: int) -> None:
    """A resource and a fact taken into the project, a neighbour's answer, a twin."""
    territory = project.territory
    told = Told(title=f"Пруд {number}", layer=Layer.PHYSICAL, season="в июле")
    pond = resources.add(territory, told, by=PersonFactory(), now=NOON)
    resources.add(
        territory, Told(title="Сенокос", layer=Layer.STORIES, season="в июле"), by=leader, now=NOON
    )
    asked = capacity.ask(territory, token=f"{number:032}", by=leader, now=timezone.now())
    capacity.answer(asked, "hands", "Кладу печи", now=timezone.now())
    capacity.put_on_map(asked, "hands", by=leader, now=NOON)
    facts = borrowed.facts_of(territory)
    for thing in [borrowed.of_resource(pond), *facts[number : number + 1]]:
        borrowing.take(project, thing, Use.FACT, by=leader, now=NOON)
    TerritoryFactory(name=f"Двойник {number}", population=territory.population)


def add_to_draft(draft: Draft, number: int) -> None:
    """A version, an offer, a talk with an answer, a settled talk."""
    now = NOON + timedelta(hours=number + 1)
    draft.version += 1
    draft.save()
    draft.revisions.create(
        version=draft.version,
        content=draft.content,
        author=PersonFactory(),
        on_behalf_of=PersonFactory(),
        at=now,
    )
    draft.clashes.create(
        path="problem.core", offered=f"Слова {number}", offered_by=PersonFactory(), at=now
    )
    said = {"path": "problem.core", "text": f"Кому плохо? {LONG_ADDRESS}", "at": now}
    talk = draft.comments.create(author=PersonFactory(), **said)
    draft.comments.create(author=PersonFactory(), parent=talk, **said)
    settled = {"closed_at": now, "closed_by": PersonFactory()}
    draft.comments.create(author=PersonFactory(), **said, **settled)


def add_verdict(project: Project, number: int) -> None:
    """An expert's word about a page that has changed since."""
    page = project.sections.get(name="problem")
    asked = {"kind": "change", "text": f"Кому плохо? {LONG_ADDRESS}"}
    page.verdicts.create(version=page.draft.version - 1, by=PersonFactory(), at=NOON, **asked)


def add_to_passport(passport: dict[Block, PassportBlock], number: int) -> None:
    """A version, a row in two lists, a resource and a neighbour who looks for something."""
    row = passport[Block.EXCHANGE]
    wanted = [{"id": f"r{place}", "text": f"витрина {place}"} for place in range(number + 1)]
    now = NOON + timedelta(hours=number + 1)
    content = {"offered": wanted, "sought": wanted}
    drafts.replace(row.draft, content, by=PersonFactory(), now=now)
    row.shown = ["offered", "sought"]
    row.save()
    add_version(passport[Block.PEOPLE].draft, number)
    near = TerritoryFactory(district=row.territory.district, name=f"Соседи {number}")
    keeper = PersonFactory()
    admit(near, keeper, now=NOON, by=keeper)
    theirs = passports.open_block(near, Block.EXCHANGE, by=keeper, now=NOON)
    drafts.replace(theirs.draft, content, by=keeper, now=NOON)
    theirs.shown = ["sought"]
    theirs.save()


def add_version(draft: Draft, number: int) -> None:
    draft.version += 1
    draft.save()
    draft.revisions.create(
        version=draft.version,
        content=draft.content,
        author=PersonFactory(),
        on_behalf_of=PersonFactory(),
        at=NOON + timedelta(hours=number + 1),
    )


def put_aside(project: Project, remark) -> None:
    PutAside.objects.create(
        project=project, rule=remark.rule, field=remark.field, by=PersonFactory(), at=NOON
    )


def freeze_again(application: Application, number: int) -> None:
    fields = {
        field.attname: getattr(application, field.attname)
        for field in Application._meta.concrete_fields
    }
    changed = {"id": None, "number": application.number + number, "by_id": PersonFactory().pk}
    Application.objects.create(**fields | changed)


def add_consent(person: Person, number: int) -> None:
    """Written down by somebody of the staff."""
    consents.load_texts(now=NOON)
    text = ConsentText.objects.order_by("pk")[number]
    consents.give(person, text, way=ConsentWay.PHONE, by=PersonFactory(), now=NOON)


def add_device(person: Person, number: int) -> None:
    client = Client()
    client.force_login(person)
    UserSession.objects.create(
        user=person, session_key=client.session.session_key, ip="127.0.0.1", user_agent="Firefox"
    )
    Authenticator.objects.create(
        user=person, type=Authenticator.Type.WEBAUTHN, data={"name": f"Телефон {number}"}
    )
