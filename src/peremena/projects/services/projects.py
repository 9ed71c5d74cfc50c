"""Beginning a project, writing in its sections, bringing a brief in."""

from datetime import datetime

from django.db import transaction

from peremena.drafts import services as drafts
from peremena.drafts.models import Revision
from peremena.drafts.paths import Content
from peremena.drafts.protocol import SaveRequest
from peremena.drafts.services import Saved
from peremena.journal.services import record
from peremena.kit.refusals import Refused
from peremena.people.abilities import Ability
from peremena.people.models import Person
from peremena.places import services as places
from peremena.places.models import District, Territory
from peremena.projects import rules, sums, words, workshop
from peremena.projects.brief import Brief, Section
from peremena.projects.brief.place import Passport
from peremena.projects.models import Membership, Project
from peremena.projects.models import Section as Page
from peremena.projects.rules import TeamRole

from . import looks, steps


@transaction.atomic
def begin(
    *, title: str, profile: str, village: str, district: District, by: Person, now: datetime
) -> Project:
    """A new project; whoever begins it leads it."""
    project = {"profile": profile, "project": {"title": title}}
    return begin_with(
        Brief.model_validate(project), village=village, district=district, by=by, now=now
    )


@transaction.atomic
def begin_with(
    brief: Brief, *, village: str, district: District, by: Person, now: datetime, case: str = ""
) -> Project:
    """A project that begins with a brief: of a file, of a case, or a nearly empty one."""
    territory = places.territory_of(village, district=district, by=by)
    if "passport" not in brief.model_fields_set:
        brief = brief.model_copy(update={"passport": known_of(territory)})
    return bring_in(brief, territory, by=by, now=now, case=case)


def known_of(territory: Territory) -> Passport:
    """What nobody has to type again."""
    return Passport.model_validate({
        "place": territory.centre,
        "villages": territory.villages,
        "population": territory.population,
    })  # fmt: skip


@transaction.atomic
def bring_in(
    brief: Brief, territory: Territory, *, by: Person, now: datetime, case: str = ""
) -> Project:
    """The brief becomes a project of the territory, page by page."""
    project = Project.objects.create(
        centre_id=by.own_centre,
        territory=territory,
        title=brief.project.title or "",
        profile=brief.profile or "ngo",
        case=case,
        is_demonstration=by.is_demonstration,
        created_at=now,
        changed_at=now,
    )
    for section, content in workshop.split(brief).items():
        draft = drafts.open_draft(f"projects.{section}", content, by=by, now=now)
        Page.objects.create(project=project, name=section, draft=draft)
    Membership.objects.create(project=project, person=by, role=TeamRole.LEADER, joined_at=now)
    places.admit(territory, by, now=now, by=by)
    record(by, "projects.project.begun", project)
    return project


@transaction.atomic
def write(page: Page, request: SaveRequest, *, by: Person, now: datetime) -> Saved:
    """Keeps what was typed on one page; staff write on behalf of the project's leader."""
    on_behalf_of = demand_writer(page.project, by)
    drafts.lock(page.draft)
    written = request.fields
    with steps.noted(page.project, page.name, written, by=by, now=now, on_behalf_of=on_behalf_of):
        saved = drafts.save(
            page.draft,
            request,
            model=workshop.model_of(Section(page.name)),
            by=by,
            now=now,
            on_behalf_of=on_behalf_of,
            finish=sums.follow,
        )
    looks.be_at(page.project, Section(page.name), by, now=now)
    if saved.at == now:  # else nothing new was said, and lists keep their order
        follow(page, saved.content, now=now)
    return saved


@transaction.atomic
def bring_back(page: Page, revision: Revision, *, by: Person, now: datetime) -> None:
    """An earlier version of a page stands again; nothing in between is lost."""
    on_behalf_of = demand_writer(page.project, by)
    drafts.lock(page.draft)
    with steps.noted(page.project, page.name, (), by=by, now=now, on_behalf_of=on_behalf_of):
        drafts.restore(revision, by=by, now=now, on_behalf_of=on_behalf_of)
    follow(page, revision.content, now=now)


def follow(page: Page, content: Content, *, now: datetime) -> None:
    """Lists show a project's title without opening its drafts."""
    project, changed = page.project, ["changed_at"]
    project.changed_at = now
    if page.name == Section.ABOUT:
        project.title = str(content.get("project", {}).get("title") or "")[:300]
        project.profile = content.get("profile") or "ngo"
        changed += ["title", "profile"]
    project.save(update_fields=changed)


@transaction.atomic
def show_to_experts(project: Project, *, shown: bool, by: Person) -> None:
    on_behalf_of = demand_writer(project, by)
    project.is_shown_to_experts = shown
    project.save(update_fields=["is_shown_to_experts"])
    deed = "projects.project.shown-to-experts" if shown else "projects.project.hidden-from-experts"
    record(by, deed, project, on_behalf_of=on_behalf_of)


def demand_writer(project: Project, person: Person) -> Person | None:
    """Whom the person writes for: None for the team's own people, the leader for staff.

    Somebody's own helper writes for whoever named them.
    """
    role = project.memberships.role_of(person)
    refusal = rules.why_not_write(role)
    if refusal is None:
        return None
    if role is None and (trusting := project.memberships.helped_by(person).first()):
        return trusting.person
    if role is None and project.centre_id in person.centres_with(Ability.WRITE_FOR_TEAMS):
        leader = project.memberships.current().filter(role=TeamRole.LEADER).first()
        return leader.person if leader else None
    raise Refused(words.REFUSALS[refusal])
