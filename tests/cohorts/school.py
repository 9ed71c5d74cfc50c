"""A cohort with as many learners as a test asks for."""

from datetime import date

from peremena.cohorts import services
from peremena.people import services as people
from peremena.people.abilities import Role
from tests.factories import NOON, PersonFactory, TerritoryFactory, known, project_of, somebody_with


def staff_of(centre=None):
    return somebody_with(Role.STAFF, centre=centre)


def cohort_of(staff, *, centre=None, places=12, name="Набор 2026"):
    """A cohort of the centre, else of the only one there is."""
    owner = centre or people.centre_meant()
    programme = owner.programmes.first() or services.add_programme(
        "Территория развития", centre=owner, by=staff
    )
    return services.add_cohort(
        programme, name, starts_on=date(2026, 11, 19), places=places, by=staff
    )


def enrolled(cohort, staff, *, person=None, territory=None, project=None, **given):
    """Somebody in the cohort, with a territory of their own."""
    who = person or known(PersonFactory(), cohort.programme.centre)
    return services.enrol(
        cohort,
        person=who,
        territory=territory or TerritoryFactory(),
        project=project,
        by=staff,
        now=NOON,
        **given,
    )


def enrolled_with_project(cohort, staff, brief=None):
    leader = known(PersonFactory(), cohort.programme.centre)
    project = project_of(leader, brief=brief)
    return enrolled(cohort, staff, person=leader, territory=project.territory, project=project)
