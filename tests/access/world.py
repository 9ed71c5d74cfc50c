"""A project, its team, and whatever an address may name, for the table of access."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from peremena.cohorts import services as cohorts
from peremena.cohorts.models import (
    Certificate,
    Cohort,
    Deadline,
    Enrolment,
    Gate,
    PlanStep,
    Programme,
)
from peremena.contests.models import Application
from peremena.contests.services import freeze, submit
from peremena.drafts.models import Revision
from peremena.impact import services as money
from peremena.impact.models import Award, Fact
from peremena.impact.rules import Kind
from peremena.impact.services import indicators
from peremena.intake.models import Candidate, Marker
from peremena.intake.rules import State
from peremena.intake.services import selection_marks
from peremena.kit.files import examined_photo
from peremena.lessons.models import FeedKey, Lesson, Session, Survey
from peremena.lessons.questions import Kind as Answer
from peremena.lessons.questions import Question, stored
from peremena.lessons.services import homework, lessons, sheets
from peremena.lessons.services.lessons import Written
from peremena.mail import services as mail
from peremena.mail.models import Letter
from peremena.people import services as people
from peremena.people.abilities import Role
from peremena.people.models import (
    Consent,
    ConsentText,
    Merge,
    Organisation,
    PaperCode,
    Person,
    PersonalRequest,
    RoleHeld,
    Trust,
)
from peremena.people.rules import ConsentWay
from peremena.people.services import consents, requests
from peremena.places.models import Import, PassportBlock, Post, Questionnaire, Resource
from peremena.places.passport import Block
from peremena.places.rules import Layer
from peremena.places.services import capacity, passports, posts, publishing, resources
from peremena.projects.borrowing import Use
from peremena.projects.brief import Brief
from peremena.projects.models import Borrowed, Invitation, Membership, Project, PutAside
from peremena.projects.queries.borrowed import of_resource
from peremena.projects.rules import TeamRole
from peremena.projects.services import borrowing, milestones, teams
from tests.factories import (
    NOON,
    PersonFactory,
    another_centre,
    example,
    member_of,
    project_of,
    somebody_with,
)
from tests.intake.calls import begun, call_of, handed_in
from tests.places.photos import photo

CONTEST = "fpg"


@dataclass(frozen=True)
class Register:
    """What the centre knows of the leader: a role, a post, a helper; a code on paper."""

    head: RoleHeld
    staff: RoleHeld
    organisation: Organisation
    code: PaperCode
    post: Post
    trust: Trust
    merge: Merge


@dataclass(frozen=True)
class Ground:
    """What the territory can build on: a resource, taken into the plan; a neighbour's answers."""

    resource: Resource
    link: Borrowed
    asked: Questionnaire


@dataclass(frozen=True)
class World:
    """A project, its team, and people around it."""

    project: Project
    people: dict[str, Person | None]
    invitation: Invitation
    aside: PutAside
    application: Application
    award: Award
    enrolment: Enrolment
    register: Register
    ground: Ground

    @property
    def fact(self) -> Fact:
        return Fact.objects.get()

    @property
    def block(self) -> PassportBlock:
        return self.project.territory.blocks.get()

    @property
    def candidate(self) -> Candidate:
        return Candidate.objects.get(state=State.BEGUN)

    @property
    def applicant(self) -> Candidate:
        return Candidate.objects.get(state=State.HANDED_IN)

    @property
    def marker(self) -> Marker:
        return Marker.objects.get()

    @property
    def deadline(self) -> Deadline:
        return self.enrolment.cohort.deadlines.get()

    @property
    def gate(self) -> Gate:
        return self.enrolment.cohort.gates.get(number=1)

    @property
    def step(self) -> PlanStep:
        return self.enrolment.plan.get()

    @property
    def certificate(self) -> Certificate:
        return self.enrolment.certificates.get()

    @property
    def session(self) -> Session:
        return Session.objects.get()

    @property
    def lesson(self) -> Lesson:
        return Lesson.objects.get()

    @property
    def table(self) -> Import:
        return Import.objects.get()

    @property
    def letter(self) -> Letter:
        return Letter.objects.get(kind="test.news")

    @property
    def consent(self) -> Consent:
        return Consent.objects.exclude(scan="").get()

    @property
    def asked(self) -> PersonalRequest:
        return PersonalRequest.objects.get()

    @property
    def reader(self) -> Membership:
        return self.project.memberships.get(role=TeamRole.READER)

    @property
    def revision(self) -> Revision:
        return Revision.objects.get(draft__project_section__name="goal")


def made() -> World:
    leader = PersonFactory()
    project = project_of(leader, brief=with_a_weak_goal(example()))
    staff = somebody_with(Role.STAFF, centre=project.centre)
    adviser = somebody_with(Role.EXPERT, centre=project.centre)
    reader = member_of(project, TeamRole.READER)
    mail.post(subject="Срок", body="До пятницы.", kind="test.news", person=leader, now=NOON)
    keep_passport(project, leader)
    say_about_oneself(leader)
    send_table(staff)
    keep_milestone(project, leader)
    return World(
        project=project,
        people={
            "visitor": None,
            "stranger": PersonFactory(),
            "expert": somebody_with(Role.EXPERT, centre=project.centre),
            "adviser": adviser,
            "reader": reader,
            "leader": leader,
            "staff": staff,
            "foreign": somebody_with(Role.STAFF, centre=another_centre()),
            "observer": somebody_with(Role.OBSERVER, centre=project.centre),
            "admin": somebody_with(Role.ADMINISTRATOR),
        },
        invitation=teams.invite(project, role=TeamRole.WRITER, by=leader, now=timezone.now()),
        aside=PutAside.objects.create(project=project, rule="G1", field="goal", by=leader, at=NOON),
        application=submitted(freeze(project, CONTEST, by=leader, now=NOON), staff),
        award=given(project, staff),
        enrolment=enrolled(project, leader, staff, marker=adviser),
        register=registered(project, leader, helper=reader, staff=staff),
        ground=built_on(project, leader),
    )


def keep_milestone(project: Project, leader: Person) -> None:
    """The goal said something else then."""
    milestone = milestones.mark(project, "Перед коворкингом", by=leader, now=NOON)
    kept = milestone.pages.get(page__name="goal").revision
    Revision.objects.filter(pk=kept.pk).update(content={"goal": {"text": "Вернуть занятие."}})


def built_on(project: Project, leader: Person, token: str = "q" * 32) -> Ground:
    territory = project.territory
    told = resources.Told("Пруд за школой", Layer.PHYSICAL, photo=examined_photo(photo()))
    resource = resources.add(territory, told, by=leader, now=NOON)
    asked = capacity.ask(territory, token=token, by=leader, now=timezone.now())
    capacity.answer(asked, "hands", "Кладу печи", now=timezone.now())
    link = borrowing.take(project, of_resource(resource), Use.PLAN, by=leader, now=NOON)
    return Ground(resource, link, asked)


def say_about_oneself(leader: Person) -> None:
    """A consent is given on paper; erasure is asked for."""
    consents.load_texts(now=NOON)
    text = ConsentText.objects.get(purpose="public")
    consents.give(leader, text, way=ConsentWay.PAPER, by=leader, now=NOON, scan=paper())
    requests.ask_erasure(leader, by=leader, now=NOON)


def send_table(staff: Person) -> None:
    """A table of territories with a mistake in it."""
    counts = {"made": 1, "changed": 0, "same": 0, "mistakes_found": 1}
    report = {**counts, "mistakes": [], "news": []}
    file = ContentFile("название;район".encode(), name="sent.table")
    Import.objects.create(name="территории.csv", file=file, report=report, by=staff, at=NOON)


def keep_passport(project: Project, leader: Person) -> None:
    """One block of the passport, of which one number is shown to all."""
    passports.open_block(project.territory, Block.PEOPLE, by=leader, now=NOON)
    shown = {Block.PEOPLE: ["population"]}
    publishing.publish(project.territory, shown, by=leader, now=NOON)


def registered(project: Project, leader: Person, *, helper: Person, staff: Person) -> Register:
    centre, colleague = project.centre, somebody_with(Role.STAFF, centre=project.centre)
    office = posts.Office(title="руководитель территории")
    return Register(
        head=leader.roles.get(role=Role.HEAD),
        staff=colleague.roles.get(),
        organisation=Organisation.objects.create(centre=centre, kind="ngo", name="АНО «Лесная»"),
        code=people.paper_codes.make(leader, by=colleague, now=timezone.now()),
        post=posts.give_post(leader, project.territory, office, by=staff, now=NOON),
        trust=people.trust.trust(leader, helper, now=NOON),
        merge=Merge.objects.create(kept=leader, gone=helper, asked_by=colleague, asked_at=NOON),
    )


def enrolled(project: Project, leader: Person, staff: Person, *, marker: Person) -> Enrolment:
    programme = cohorts.add_programme("Территория развития", centre=project.centre, by=staff)
    cohort = cohorts.add_cohort(programme, "Набор", starts_on=NOON.date(), by=staff)
    cohorts.add_deadline(cohort, "Команда собрана", due_on=NOON.date(), by=staff)
    ground = {"territory": project.territory, "project": project}
    enrolment = cohorts.enrol(cohort, person=leader, **ground, by=staff, now=NOON)
    promised(programme, staff)
    before_a_gate(enrolment, staff)
    apply_to(cohort, staff, marker)
    taught(enrolment, staff)
    return enrolment


def apply_to(cohort: Cohort, staff: Person, marker: Person) -> None:
    """A call that is open now: one application is begun, one handed in for the expert to mark."""
    now = timezone.now()
    days = {"opens_at": now - timedelta(days=1), "closes_at": now + timedelta(days=10)}
    call = call_of(staff, cohort=cohort, now=now, **days)
    begun(call, now=now)
    handed_in(call, 1, now=now)
    selection_marks.ask(call, marker, by=staff, now=now)


def taught(enrolment: Enrolment, staff: Person) -> None:
    """One lesson that is open, with a material."""
    module = lessons.add_module(enrolment.cohort, "От проблемы к цели", by=staff)
    lesson = lessons.add_lesson(module, Written("Цель", text="Что изменится."), by=staff)
    lessons.publish(lesson, by=staff, now=NOON)
    task = lesson.tasks.create(title="Цель", target="section", part="goal")
    homework.hand_in(task, enrolment, by=enrolment.person, now=NOON)
    at = {"starts_at": NOON, "ends_at": NOON + timedelta(hours=3), "changed_at": NOON}
    day = enrolment.cohort.sessions.create(lesson=lesson, title="Цель", uid="1@peremena", **at)
    sheets.make(day, by=staff, now=NOON)
    asked = [
        Question("q1", Answer.SCALE, "Полезно?"),
        Question("q2", Answer.WORDS, "Чего не хватило?"),
    ]
    Survey.objects.create(session=day, questions=stored(asked))
    FeedKey.objects.create(person=enrolment.person, key="k" * 43, made_at=NOON)
    lesson.materials.create(title="Памятка", link="https://example.org/")


def before_a_gate(enrolment: Enrolment, staff: Person) -> None:
    """One gate, a step of a plan towards it, a certificate."""
    cohort, today = enrolment.cohort, NOON.date()
    [gate] = cohorts.gates.open_usual_gates(cohort, {1: today}, by=staff)
    steps = [cohorts.gates.Step("Позвать Ольгу", today)]
    cohorts.gates.plan(enrolment, steps, gate=gate, by=staff, today=today)
    hours = {enrolment.pk: Decimal(24)}
    new_key = {"new_key": lambda: "KMH27T9XPA", "series": "ШЛ-2027"}
    cohorts.certificates.issue(cohort, hours, **new_key, by=staff, today=today)


def promised(programme: Programme, staff: Person) -> None:
    """To the funder, with one fact and its document."""
    plan = [cohorts.programmes.Indicator("Публикации", Decimal(12))]
    cohorts.plan_indicators(programme, plan, by=staff)
    fact = {"amount": Decimal(1), "on": NOON.date(), "file": paper()}
    indicators.add_fact(programme.indicators.get(), **fact, by=staff, now=NOON)


def given(project: Project, staff: Person) -> Award:
    """Money of a firm, to which residents have added."""
    said = {"source": "Мельница", "kind": Kind.BUSINESS, "awarded": Decimal(5), "file": paper()}
    day = {"decided_on": NOON.date(), "by": staff, "now": NOON}
    award = money.add_award(project, **said, **day)
    money.contribute(award, kind=Kind.RESIDENTS, paid=Decimal(5), by=staff, now=NOON)
    return award


def submitted(application: Application, staff: Person) -> Application:
    submit(application, at=NOON, by=staff, now=NOON, file=paper())
    return application


def paper() -> SimpleUploadedFile:
    return SimpleUploadedFile("paper.pdf", b"%PDF-1.7 a paper")


def with_a_weak_goal(brief: Brief) -> Brief:
    """There is a remark to put aside."""
    goal = brief.goal.model_copy(update={"text": "Строительство спортивной площадки."})
    return brief.model_copy(update={"goal": goal})
